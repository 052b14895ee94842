import type { Line } from './document.lines.js';
import { endsOpen } from './text.cleaner.js';

/** Where the document breaks its lines; `null` where every paragraph is one line. */
export function wrapWidth(lines: readonly Line[]): number | null {
  const broken: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i];
    if (line && line.text.length >= 35 && continues(lines[i + 1]))
      broken.push(line.indent + line.text.length);
  }
  if (broken.length < 3) return null;
  broken.sort((a, b) => a - b);
  const width = broken[Math.floor(broken.length * 0.75)] ?? 0;
  return width > 180 ? null : width;
}

function continues(next: Line | undefined): boolean {
  return next !== undefined && next.text !== '' && /^[\p{L}("”“»]/u.test(next.text);
}

/** Whether a line was ended on purpose: the next word would have fitted on it. */
export function endedEarly(line: Line, next: Line, width: number | null): boolean {
  if (width === null) return true;
  const word = next.text.length > 40 ? next.text.slice(0, 40).split(' ')[0] : next.text.split(' ')[0];
  return line.indent + line.text.length + 1 + (word ?? '').length < width * 0.85;
}

/** Whether a short line is a title, since the next begins anew. */
export function closesTitle(line: Line, next: Line, width: number | null): boolean {
  if (!/^["'”“»]?\p{Lu}/u.test(next.text)) return false;
  return endedEarly(line, next, width ?? 100) && !endsOpen(line.text) && !/;$/.test(line.text);
}
