import type { OutlineLanguage } from './outline.types.js';

const WORDS: [OutlineLanguage, Set<string>][] = [
  [
    'da',
    new Set(
      'og ikke af til er vi skal det for på med som at en et der den vil kommunen kommune hvor også blive bliver være have mål fra kan skabe borgere borgerne efter uden hvad mellem meget nogle giver tager hjælp bruges bruger hverdag hverdagen veje'.split(
        ' ',
      ),
    ),
  ],
  [
    'nb',
    new Set(
      'og ikke av til er vi skal det for på med som å en et der den vil kommunen kommune hvor også bli blir være ha mål fra kan skape innbyggere innbyggerne etter uten hva mellom mye noen gir tar hjelp brukes bruker hverdagen veier'.split(
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
  if (!best || !second || best.count < 3) return null;
  if (best.count > second.count) return best.language;
  // A short text may hold nothing that only one of the two would write.
  return `${best.language} ${second.language}` === 'da nb' ? 'da' : null;
}
