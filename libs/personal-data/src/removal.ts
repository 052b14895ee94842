import type { Finding, FindingKind } from './finding.js';

type Words = Record<FindingKind, string>;

/** The text with words in place of what was found there: "[telefonnummer fjernet]". */
export const withoutFinding = (text: string, { kind, start, end }: Finding, words: Words): string =>
  text.slice(0, start) + words[kind] + text.slice(end);

/** The same for several, whatever their order. */
export const withoutFindings = (text: string, findings: readonly Finding[], words: Words): string =>
  findings
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, finding) => withoutFinding(left, finding, words), text);
