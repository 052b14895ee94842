/** Around each hit in what the database gives; characters for private use, which nobody writes. */
export const HIT_BEGINS = '\uE000';
export const HIT_ENDS = '\uE001';

export interface ExcerptPiece {
  text: string;
  hit: boolean;
}

const MOST_WORDS = 8;
/** Characters of an excerpt, and how many of them stand before the hit. */
const LENGTH = 220;
const BEFORE = 80;

/** The words that were typed, in lower case, without the signs of a search ("-", quotation marks). */
export const wordsOf = (typed: string): string[] => {
  const words = typed.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return [...new Set(words.filter((word) => word.length > 1))].slice(0, MOST_WORDS);
};

/** "K-12" or "F-3", as documents cite. */
export const referenceOf = (typed: string): { kind: 'comment' | 'initiative'; number: string } | null => {
  const [, letter, number] = /^\s*([kf])-?(\d{1,15})\s*$/i.exec(typed) ?? [];
  if (!letter || !number) return null;
  return { kind: letter.toLowerCase() === 'k' ? 'comment' : 'initiative', number };
};

/** What is shown of a text: where the database marked whole words; else where a part of a word is; else how it begins. */
export function excerptOf(marked: string, text: string, words: readonly string[]): ExcerptPiece[] {
  const whole = onOneLine(text);
  if (!marked.includes(HIT_BEGINS)) return around(whole, words);
  const pieces = piecesOf(onOneLine(marked));
  const shown = pieces.map((piece) => piece.text).join('');
  if (!whole.startsWith(shown)) pieces.unshift({ text: '… ', hit: false });
  if (!whole.endsWith(shown)) pieces.push({ text: ' …', hit: false });
  return pieces;
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const piecesOf = (marked: string): ExcerptPiece[] =>
  marked
    .split(HIT_BEGINS)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, hit: false }];
      const [hit = '', rest = ''] = part.split(HIT_ENDS);
      return [
        { text: hit, hit: true },
        { text: rest, hit: false },
      ];
    })
    .filter(({ text }) => text !== '');

function around(text: string, words: readonly string[]): ExcerptPiece[] {
  // Letters whose small form is longer than they are would shift what is marked; there are none in our languages.
  const small = text.toLowerCase();
  const first = words.map((word) => small.indexOf(word)).filter((at) => at >= 0);
  const begins = Math.max(0, (first.length ? Math.min(...first) : 0) - BEFORE);
  const from = begins === 0 ? 0 : text.indexOf(' ', begins) + 1;
  const to = text.length <= from + LENGTH ? text.length : text.lastIndexOf(' ', from + LENGTH);
  const shown = text.slice(from, to > from ? to : from + LENGTH);
  const pieces = splitAt(shown, words);
  if (from > 0) pieces.unshift({ text: '… ', hit: false });
  if (to < text.length) pieces.push({ text: ' …', hit: false });
  return pieces;
}

function splitAt(text: string, words: readonly string[]): ExcerptPiece[] {
  if (words.length === 0) return text ? [{ text, hit: false }] : [];
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text
    .split(new RegExp(`(${escaped.join('|')})`, 'iu'))
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter(({ text: part }) => part !== '');
}
