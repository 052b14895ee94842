const LIGATURES: Record<string, string> = {
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'st',
  '\uFB06': 'st',
};

const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', shy: '' };

/**
 * Evens out what differs between the programs a document passed through, and changes no word:
 * line ends, kinds of space, ligatures, soft hyphens, composed letters.
 * A form feed becomes a line of its own, since it ends a page.
 */
export function cleanText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|\u2028|\u2029|\u0085|\v/g, '\n')
    .replace(/\u00AD\n[ \t]{0,20}/g, '')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[\uFB00-\uFB06]/g, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/&(nbsp|amp|lt|gt|quot|shy);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/\f/g, '\n\f\n')
    .replace(/[\u0001-\u0008\u000E-\u001F\u007F]/g, ' ')
    .normalize('NFC');
}

/** Markdown's inline marks taken off; the words stay. */
export function plainInline(text: string): string {
  if (!/[*_`[\\<~]/.test(text)) return text;
  return text
    .replace(/<(https?:\/\/[^<>\s]{1,500})>/g, '$1')
    .replace(/<\/?[a-zA-Z][^<>]{0,200}>|<!--[^<>]{0,500}-->/g, ' ')
    .replace(/!?\[([^[\]]{0,500})\]\([^()\s]{0,1000}(?: "[^"]{0,200}")?\)/g, '$1')
    .replace(/(\*\*\*|\*\*|__|~~)(?=\S)/g, '')
    .replace(/(?<=\S)(\*\*\*|\*\*|__|~~)/g, '')
    .replace(/(^|[\s("'”])\*([^*\s][^*]{0,500})\*(?=[\s).,;:!?"'”]|$)/g, '$1$2')
    .replace(/(^|[\s("'”])_([^_\s][^_]{0,500})_(?=[\s).,;:!?"'”]|$)/g, '$1$2')
    .replace(/`([^`]{0,500})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>])/g, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The links of a line in Markdown: their text and address. */
export function inlineLinks(text: string): { text: string; url: string }[] {
  if (!text.includes('](')) return [];
  return [...text.matchAll(/\[([^[\]]{1,500})\]\(([^()\s]{1,1000})(?: "[^"]{0,200}")?\)/g)].map((match) => ({
    text: plainInline(match[1] ?? ''),
    url: match[2] ?? '',
  }));
}

const COORDINATION = /^(og|och|eller|samt|and|or|&|resp\.?|respektive|henholdsvis)(?![\p{L}])/iu;

/**
 * Joins the lines of one paragraph. A word parted at the line's end is put together again
 * ("sam-" + "arbejde"), but a hanging hyphen is not ("bygnings-" + "og butiksejere").
 */
export function joinLines(lines: readonly string[]): string {
  const parts: string[] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last === undefined || !/\p{L}-$/u.test(last.slice(-3)))
      parts.push(last === undefined ? line : ` ${line}`);
    else if (/^\p{Ll}/u.test(line) && !COORDINATION.test(line)) {
      parts[parts.length - 1] = last.slice(0, -1);
      parts.push(line);
    } else parts.push(/^\p{Lu}/u.test(line) ? line : ` ${line}`);
  }
  return parts.join('');
}

const OPEN_END =
  /(?:[,–-]|(?<![\p{L}])(?:og|och|and|i|på|med|för|for|til|till|av|af|att|at|å|som|der|den|det|en|ett|et|de|of|the|to|in|hos|fra|från|ved|vid|om|eller|or|samt|vores|våra|er|är|kan|skal|ska|får))$/iu;

/** Whether a line breaks off inside a sentence, so that the next one continues it. */
export function endsOpen(line: string): boolean {
  return OPEN_END.test(line.slice(-40));
}

/** For comparing titles: case, punctuation and spacing do not matter. */
export function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Lines joined into running text, without their inline marks. */
export function joinedText(lines: readonly { text: string }[]): string {
  return plainInline(joinLines(lines.map(({ text }) => text)));
}
