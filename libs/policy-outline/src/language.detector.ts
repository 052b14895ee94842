import type { OutlineLanguage } from './outline.types.js';

const WORDS: [OutlineLanguage, Set<string>][] = [
  [
    'da',
    new Set(
      'og ikke af til er vi skal det for på med som at en et der den vil kommunen kommune hvor også blive bliver være have mål fra kan skabe borgere borgerne'.split(
        ' ',
      ),
    ),
  ],
  [
    'nb',
    new Set(
      'og ikke av til er vi skal det for på med som å en et der den vil kommunen kommune hvor også bli blir være ha mål fra kan skape innbyggere innbyggerne'.split(
        ' ',
      ),
    ),
  ],
  [
    'sv',
    new Set(
      'och inte av till är vi ska det för på med som att en ett där den vill kommunen kommun också bli blir vara ha mål från kan skapa invånare invånarna'.split(
        ' ',
      ),
    ),
  ],
  [
    'en',
    new Set(
      'and not of to is we shall the for on with as a an where that will council municipality also be have goal from can create residents are'.split(
        ' ',
      ),
    ),
  ],
];
const LONGEST = 40_000;

/** The language most of the small words belong to; `null` where there are too few to tell. */
export function languageOf(text: string): OutlineLanguage | null {
  const words = text
    .slice(0, LONGEST)
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  const counts = WORDS.map(([language, known]) => ({
    language,
    count: words.filter((word) => known.has(word)).length,
  }));
  counts.sort((a, b) => b.count - a.count);
  const [best, second] = counts;
  return best && second && best.count >= 3 && best.count > second.count ? best.language : null;
}
