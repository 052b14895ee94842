import type { Json } from './canonical.json.js';
import { entryText, type LedgerEntry, type Opening } from './ledger.entry.js';

/** A voter's own: the entry, signed, and of a hidden ballot what opens it. */
export interface Receipt {
  entry: LedgerEntry;
  /** The entry's bytes, as they were signed. */
  text: string;
  signature: string;
  opening: Opening | null;
}

/** One line to keep or print: `medvind1.<entry>.<signature>[.<opening>]`, each part base64url. */
export const writeReceipt = (entry: LedgerEntry, signature: string, opening: Opening | null): string =>
  [
    'medvind1',
    encode(entryText(entry)),
    signature,
    ...(opening ? [encode(JSON.stringify(opening))] : []),
  ].join('.');

/** Without the marks a mail puts before each line it quotes. */
export const unquoted = (text: string): string => text.replaceAll(/^[ \t]*(?:>[ \t]*)+/gm, '');

/**
 * The receipts in a text, whatever stands before and behind them: a file the site saved begins with the question.
 * Spaces, line breaks and quotation marks that paper and mail put in do no harm.
 */
export const readReceipts = (text: string): Receipt[] =>
  unquoted(text)
    .split(BEGINNING)
    .slice(1)
    .flatMap((said) => {
      // What follows a receipt can look like more of it: the least that can be read is it.
      const [paragraph = ''] = said.split(/\r?\n\s*\n/, 1);
      const [run = ''] = said.split(/\s/, 1);
      return parsed(paragraph) ?? parsed(run) ?? parsed(said) ?? [];
    });

/** The first receipt in a text. null: there is none. */
export const readReceipt = (text: string): Receipt | null => readReceipts(text)[0] ?? null;

/** Some write the first letter of a line large. */
const BEGINNING = /medvind1\s*\./i;
/** The entry, 64 bytes of signature, and what opens it. */
const PARTS = /^([\w-]+)\.([\w-]{86})(?:\.([\w-]+))?/;

function parsed(parts: string): Receipt | null {
  const [, entry, signature, opening] = PARTS.exec(parts.replaceAll(/\s/g, '')) ?? [];
  if (!entry || !signature) return null;
  try {
    const text = decode(entry);
    const said = JSON.parse(text) as unknown[];
    if (!Array.isArray(said) || said.length !== 8 || said[0] !== 'medvind-entry/1') return null;
    const [, box, index, voter, turn, at, choice, commitment] = said as [
      string,
      string,
      number,
      string,
      number,
      string,
      Json,
      string | null,
    ];
    const read = { box, index, voter, turn, at, choice, commitment };
    if (entryText(read) !== text) return null;
    return {
      entry: read,
      text,
      signature,
      opening: opening ? (JSON.parse(decode(opening)) as Opening) : null,
    };
  } catch {
    return null;
  }
}

const encode = (text: string): string => Buffer.from(text).toString('base64url');
const decode = (text: string): string => Buffer.from(text, 'base64url').toString('utf8');
