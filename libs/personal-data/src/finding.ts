import { isCpr, isPersonnummer } from './identity.numbers.js';
import { phonesIn } from './phone.numbers.js';

export type FindingKind = 'cpr' | 'personnummer' | 'phone' | 'email';

/** Where in the text it stands, in UTF-16 units: `text.slice(start, end)`. */
export interface Finding {
  kind: FindingKind;
  start: number;
  end: number;
}

/** Digits that stand alone, in the shapes identity numbers are written in; part of an address or a longer number is none. */
const IDENTITY =
  /(?<![\p{L}\p{N}_/=#]|\p{N}[-–./:,])(\d{8}|\d{6}|\d{2}[. ]\d{2}[. ]\d{2})( ?[-–+‐‑−] ?|[ \u00a0])?(\d{4})(?![\p{L}\p{N}_]|[-–./:,]\p{N})/gu;

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?![\p{L}\p{N}-])/gu;

/** Beyond this nobody has typed it, and a form takes no more. */
const MOST_CHARACTERS = 100_000;

/** What is never published, whoever it is about. */
export const isIdentity = ({ kind }: Pick<Finding, 'kind'>): boolean =>
  kind === 'cpr' || kind === 'personnummer';

/** Everything found, in the order of the text; no two overlap. An identity number is never told as a telephone. */
export function findPersonalData(text: string): Finding[] {
  const read = text.slice(0, MOST_CHARACTERS);
  const certain = identitiesIn(read);
  certain.push(...emailsIn(blanked(read, certain)));
  return [...certain, ...phonesIn(blanked(read, certain))].toSorted((a, b) => a.start - b.start);
}

export const hasIdentityNumber = (text: string): boolean =>
  identitiesIn(text.slice(0, MOST_CHARACTERS)).length > 0;

/** What was found is not read a second time; every place in the text stays. */
const blanked = (text: string, findings: readonly Finding[]): string =>
  findings.reduce(
    (left, { start, end }) => left.slice(0, start) + ';'.repeat(end - start) + left.slice(end),
    text,
  );

function identitiesIn(text: string): Finding[] {
  // Widths of digits and the like are looks; the replacement keeps every place in the text.
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return [...plain.matchAll(IDENTITY)].flatMap((match): Finding[] => {
    const [written, date = '', separator, last = ''] = match;
    const digits = date.replace(/\D/g, '') + last;
    const kind =
      digits.length === 10 && isCpr(digits, separator !== undefined)
        ? 'cpr'
        : isPersonnummer(digits)
          ? 'personnummer'
          : null;
    return kind ? [{ kind, start: match.index, end: match.index + written.length }] : [];
  });
}

const emailsIn = (text: string): Finding[] =>
  [...text.matchAll(EMAIL)].map(({ 0: written, index }) => ({
    kind: 'email',
    start: index,
    end: index + written.length,
  }));
