import { comparable, plainInline } from './text.cleaner.js';

const PAGE_NUMBER = [
  /^[-–—[(| ]{0,4}\d{1,3}[-–—\])| ]{0,4}$/,
  /^(side|sida|page|s\.|p\.)\s?:?\s?\d{1,3}(\s?(af|av|of|\/|\()\s?\d{1,3}\)?)?\.?$/i,
  /^\d{1,3}\s?(\/|af|av|of)\s?\d{1,3}$/i,
  /^\d{1,3}\s?\(\d{1,3}\)$/,
];

const DOT_LEADER = /(\.{4,}|…{2,}|(\. ){3,}\.?|_{4,}|·{4,})\s{0,4}\d{1,3}\s{0,4}$/;
const CONTENTS_HEADING =
  /^#{0,6}\s{0,4}\**(indhold|indholdsfortegnelse|indholdsoversigt|innehåll|innehållsförteckning|innhold|innholdsfortegnelse|contents|table of contents)\**:?\s{0,4}#{0,6}$/i;
const LONGEST_CONTENTS = 200;
const LONGEST_RUNNING_HEAD = 110;

export interface Furniture {
  /** The lines that belong to the text; what was taken out leaves an empty line. */
  lines: string[];
  /** Indexes in `lines` where a page ended, so that a sentence can be continued across it. */
  pageEnds: Set<number>;
  removed: string[];
}

/**
 * Takes off what belongs to the page and not to the text: page numbers, form feeds, heads and feet that
 * come again on every page, and the table of contents, whose lines come again as headings.
 */
export function removePageFurniture(lines: readonly string[]): Furniture {
  const trimmed = lines.map((line) => line.trim());
  const ends = new Set<number>();
  trimmed.forEach((line, i) => {
    if (lines[i] === '\f' || isPageNumber(line)) ends.add(i);
  });
  const dropped = new Set<number>(ends);
  for (const index of runningHeads(trimmed, ends)) {
    dropped.add(index);
    ends.add(index);
  }
  for (const index of tableOfContents(trimmed, dropped)) dropped.add(index);
  return {
    lines: lines.map((line, i) => (dropped.has(i) ? '' : line)),
    pageEnds: ends,
    removed: [...dropped].sort((a, b) => a - b).map((i) => trimmed[i] ?? ''),
  };
}

export function isPageNumber(line: string): boolean {
  return (
    line.length > 0 &&
    line.length < 24 &&
    /\d/.test(line) &&
    PAGE_NUMBER.some((pattern) => pattern.test(line))
  );
}

function runningHeads(lines: readonly string[], ends: ReadonlySet<number>): number[] {
  const near = new Set<number>();
  for (const end of ends) {
    for (const step of [-1, 1]) neighbours(lines, ends, end, step).forEach((index) => near.add(index));
  }
  const seen = new Map<string, number[]>();
  for (const index of [...near].sort((a, b) => a - b)) {
    const line = lines[index] ?? '';
    if (line.length > LONGEST_RUNNING_HEAD || /^[•▪●■➢✓#|*-]/u.test(line)) continue;
    const key = line.replace(/\d+/g, '#').toLowerCase();
    seen.set(key, [...(seen.get(key) ?? []).slice(0, 5000), index]);
  }
  const pages = ends.size + 1;
  const found = [...seen].filter(([, at]) => at.length >= 3 || (at.length === 2 && pages <= 4));
  return [...found.flatMap(([, at]) => at), ...headOfFirstPage(lines, new Set(found.map(([key]) => key)))];
}

/** The first page has the same head; a title that merely comes again later has no gap in it. */
function headOfFirstPage(lines: readonly string[], heads: ReadonlySet<string>): number[] {
  const first = lines.findIndex((line) => line !== '');
  const line = lines[first] ?? '';
  return line.length <= LONGEST_RUNNING_HEAD &&
    /\S {3,}\S/.test(line) &&
    heads.has(line.replace(/\d+/g, '#').toLowerCase())
    ? [first]
    : [];
}

/** The nearest two lines with text on one side of a page's end. */
function neighbours(
  lines: readonly string[],
  ends: ReadonlySet<number>,
  from: number,
  step: number,
): number[] {
  const found: number[] = [];
  for (
    let i = from + step, looked = 0;
    i >= 0 && i < lines.length && looked < 8 && found.length < 2;
    i += step
  ) {
    looked++;
    if (lines[i] !== '' && !ends.has(i)) found.push(i);
  }
  return found;
}

function tableOfContents(lines: readonly string[], dropped: ReadonlySet<number>): number[] {
  const found: number[] = [];
  let later: Map<string, number> | null = null;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.length < 400 && DOT_LEADER.test(line)) found.push(i);
    else if (line.length < 60 && !dropped.has(i) && CONTENTS_HEADING.test(line)) {
      later ??= lastLines(lines);
      const entries = contentsEntries(lines, i, later);
      if (entries.length >= 2) found.push(i, ...entries);
    } else if (line.length < 400 && /^([-*+]|\d{1,2}[.)])\s{1,8}\[[^[\]]{1,200}\]\(#/.test(line))
      found.push(i);
  }
  return found;
}

/** Where each line stands for the last time, by its words. */
function lastLines(lines: readonly string[]): Map<string, number> {
  const last = new Map<string, number>();
  lines.forEach((line, i) => {
    if (line.length > 0 && line.length < 200) last.set(entryKey(line), i);
  });
  return last;
}

function contentsEntries(
  lines: readonly string[],
  heading: number,
  later: ReadonlyMap<string, number>,
): number[] {
  const entries: number[] = [];
  const keys = new Set<string>();
  for (let i = heading + 1; i < lines.length && entries.length < LONGEST_CONTENTS; i++) {
    const line = lines[i] ?? '';
    if (line === '' || isPageNumber(line)) continue;
    const key = entryKey(line);
    const numbered = /[\p{L})]\s{1,40}\d{1,3}$/u.test(line.slice(-60));
    const comesAgain = (later.get(key) ?? -1) > i;
    if (keys.has(key) || line.length > 160 || !(numbered || comesAgain || DOT_LEADER.test(line))) break;
    keys.add(key);
    entries.push(i);
  }
  return entries;
}

function entryKey(line: string): string {
  return comparable(plainInline(line).replace(/[.\s…·_]{1,200}\d{1,3}$/, '')).replace(/^(\d+ )+/, '');
}
