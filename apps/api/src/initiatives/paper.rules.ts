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

/** Without what the printed font has no sign for: its letter without the mark, or nothing. */
export const printable = (text: string, has: (codePoint: number) => boolean): string =>
  [...text.normalize('NFC')]
    .map((letter) => {
      if (has(letter.codePointAt(0)!)) return letter;
      const [bare = ''] = (PLAIN[letter] ?? letter).normalize('NFD');
      return has(bare.codePointAt(0) ?? 0) ? bare : '';
    })
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();

const PLAIN: Record<string, string> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i' };
