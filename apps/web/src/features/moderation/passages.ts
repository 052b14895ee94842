import { findPersonalData } from '@medvind/personal-data';
import type { Schema } from '@medvind/api-client';

export type Passage = Schema<'PassageInput'>;

/** What looks like personal data in a text, to begin from. */
export const likelyPassages = (text: string): Passage[] =>
  findPersonalData(text).map(({ start, end }) => ({ from: start, text: text.slice(start, end) }));

/** A field of one line knows no line breaks: a space stands for any white space. */
const patternOf = (words: string): string =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(String.raw`\s+`);

const found = (text: string, pattern: RegExp): Passage[] =>
  [...text.matchAll(pattern)].map((match) => ({ from: match.index, text: match[0] }));

/** Everywhere in the text the words stand; as part of longer words only where they stand nowhere by themselves. */
export function passagesOf(text: string, words: string): Passage[] {
  if (words.trim() === '') return [];
  const pattern = patternOf(words);
  const alone = found(text, new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu'));
  return alone.length > 0 ? alone : found(text, new RegExp(pattern, 'gu'));
}

const same = (one: Passage, other: Passage): boolean => one.from === other.from && one.text === other.text;

/** In the order of the text, each once. */
export const withPassages = (chosen: readonly Passage[], more: readonly Passage[]): Passage[] =>
  [...chosen, ...more.filter((one) => !chosen.some((other) => same(one, other)))].toSorted(
    (a, b) => a.from - b.from,
  );

export const withoutPassages = (passages: readonly Passage[], taken: readonly Passage[]): Passage[] =>
  passages.filter((one) => !taken.some((other) => same(one, other)));
