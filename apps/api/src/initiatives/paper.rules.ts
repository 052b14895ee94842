/** As much of a text as a poster holds: whole sentences where there are any, else whole words. */
export function shortened(text: string, most: number): string {
  const plain = text
    // Paper has no links, and no Markdown.
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[#>]+|[-*+]|\d+\.)\s+/gm, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most);
  const sentence = Math.max(...['. ', '! ', '? '].map((end) => cut.lastIndexOf(end)));
  if (sentence > most / 2) return cut.slice(0, sentence + 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,;:–-]+$/, '')} …`;
}

/** What the printed font has no sign for is its letter without the mark, or a gap that can be seen. */
export const printable = (text: string, has: (codePoint: number) => boolean): string =>
  [...text.normalize('NFC')]
    .map((letter) => {
      if (has(letter.codePointAt(0)!)) return letter;
      const [bare = ''] = (PLAIN[letter] ?? letter).normalize('NFD');
      return has(bare.codePointAt(0) ?? 0) ? bare : MISSING;
    })
    .join('')
    // One gap, however many signs are missing side by side: an emoji may be made of seven.
    .replaceAll(new RegExp(`${MISSING}+(?: +${MISSING}+)*`, 'g'), GAP)
    .replace(/ {2,}/g, ' ')
    .trim();

/** No sign of any text. */
const MISSING = '\uFFFF';
const GAP = '[…]';

const PLAIN: Record<string, string> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i' };
