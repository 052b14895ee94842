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

/**
 * What the printed font has no sign for is its letter without the mark, or a gap that can be seen; an emoji is left out,
 * for without it nothing is missing.
 */
export const printable = (text: string, has: (codePoint: number) => boolean): string =>
  [...text.normalize('NFC')]
    .map((letter) => {
      if (has(letter.codePointAt(0)!)) return letter;
      if (EMOJI.test(letter)) return DROPPED;
      const [bare = ''] = (PLAIN[letter] ?? letter).normalize('NFD');
      return has(bare.codePointAt(0) ?? 0) ? bare : MISSING;
    })
    .join('')
    .replaceAll(new RegExp(` *${DROPPED}[ ${DROPPED}]*(?=[.,;:!?)]|$)`, 'g'), '')
    .replaceAll(DROPPED, '')
    // One gap, however many signs are missing side by side: an emoji may be made of seven.
    .replaceAll(new RegExp(`${MISSING}+(?: +${MISSING}+)*`, 'g'), GAP)
    .replace(/ {2,}/g, ' ')
    .trim();

/** No sign of any text. */
const MISSING = '\uFFFF';
const DROPPED = '\uFFFE';
const GAP = '[…]';

/** A picture, or a part of one: its colour, its gender, half a flag, or what joins them. */
const EMOJI =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\u20E3|\uFE0E|\uFE0F/u;

const PLAIN: Record<string, string> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i' };
