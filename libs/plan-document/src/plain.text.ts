/**
 * A copy of `value` in which every text can be written into any format: line ends are `\n`, control characters
 * that XML 1.0 forbids are gone, and half an emoji (a lone surrogate) is shown as U+FFFD instead of breaking
 * the file. Numbers and nulls are untouched.
 */
export function printable<T>(value: T): T {
  return walk(value) as T;
}

function walk(value: unknown): unknown {
  if (typeof value === 'string') return printableText(value);
  if (Array.isArray(value)) return value.map(walk);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  }
  return value;
}

// XML 1.0 section 2.2 allows tab, line feed and carriage return below U+0020, and no U+FFFE or U+FFFF. U+007F to
// U+009F are allowed but print nothing; a person who pasted them meant none of them.
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g;

function printableText(text: string) {
  return text
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, '\n')
    .replace(forbidden, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** The paragraphs of a text, split at blank lines; each is a list of its lines. An empty text has none. */
export function paragraphsOf(text: string): string[][] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0);
}

/** The address where it is one a reader may safely click on, else `''`: a link never runs a script or opens a file. */
export function webAddress(url: string): string {
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : '';
  } catch {
    return '';
  }
}

/** Parts joined by `separator`, those left empty dropped. */
export function joined(parts: string[], separator: string): string {
  return parts.filter((part) => part.trim() !== '').join(separator);
}
