const GAP = /\S {3,}(?=\S)/g;
const NARROWEST = 15;
const FEWEST_ROWS = 4;
const LONGEST_LINE = 300;

/** Text that was printed in two columns and pasted with both on one line: the left column, then the right. */
export function unfoldColumns(lines: readonly string[]): string[] {
  const unfolded: string[] = [];
  for (let at = 0; at < lines.length;) {
    const gutter = gutterOf(lines[at] ?? '');
    const end = gutter === null ? at + 1 : endOfColumns(lines, at, gutter);
    const rows = lines.slice(at, end);
    if (gutter !== null && isTwoColumns(rows, gutter))
      unfolded.push(
        ...rows.map((row) => leftOf(row, gutter)),
        '',
        ...rows.map((row) => row.slice(gutter)),
        '',
      );
    else unfolded.push(...rows);
    at = end;
  }
  return unfolded;
}

/** Where the right half of a line begins; `null` where it has none, or more than two parts, as a table has. */
function gutterOf(line: string): number | null {
  if (line.length > LONGEST_LINE || line.includes('\t') || line.includes('|')) return null;
  const gaps = [...line.matchAll(GAP)];
  const [only] = gaps;
  if (gaps.length !== 1 || !only) return null;
  const gutter = only.index + only[0].length;
  return gutter >= NARROWEST ? gutter : null;
}

/** The line after the last one that leaves the gutter free; empty lines at the end are left where they are. */
function endOfColumns(lines: readonly string[], from: number, gutter: number): number {
  let end = from + 1;
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line === '\f' || (line.trim() !== '' && !leavesFree(line, gutter))) break;
    if (hasRight(line, gutter)) end = i + 1;
    else if (i - end >= 3) break;
  }
  return end;
}

const leavesFree = (line: string, gutter: number): boolean =>
  !line.includes('\t') && line.slice(gutter - 3, gutter).trim() === '' && line.charAt(gutter) !== ' ';

const hasRight = (line: string, gutter: number): boolean => line.slice(gutter).trim() !== '';

const leftOf = (line: string, gutter: number): string => line.slice(0, gutter).trimEnd();

/** Both halves must run on from line to line: the cells of a table, or a page's head, do not. */
function isTwoColumns(rows: readonly string[], gutter: number): boolean {
  const both = rows.filter((row) => hasRight(row, gutter) && leftOf(row, gutter).trim() !== '');
  const runsOn = (half: (row: string) => string) =>
    rows.some(
      (row, i) => i > 0 && /^\p{Ll}/u.test(half(row).trim()) && /[\p{L},-]$/u.test(half(rows[i - 1] ?? '')),
    );
  return (
    both.length >= FEWEST_ROWS &&
    runsOn((row) => leftOf(row, gutter)) &&
    runsOn((row) => row.slice(gutter).trimEnd())
  );
}
