import type { Language } from '@medvind/contracts';
import { francAll } from 'franc';

const CODES = { dan: 'da', swe: 'sv', eng: 'en' } as const satisfies Record<string, Language>;

/** Below this many letters a text says little about its language. */
const TELLING = 40;

/** Letters only one of the two neighbours has; a quarter of the scale of likeness for a text full of them. */
const LETTERS: Partial<Record<Language, RegExp>> = { da: /[æø]/giu, sv: /[äö]/giu };

/**
 * The language of a text among those we know, by its trigrams (source: Cavnar & Trenkle 1994, as franc has them) and
 * the letters only Danish or only Swedish has. The shorter the text, the more weighs what is expected.
 * @param expected of those who write here
 */
export function languageOf(text: string, expected: Language): Language {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return expected;
  const likeness = new Map<string, number>(francAll(text, { only: Object.keys(CODES), minLength: 3 }));
  const trust = Math.min(1, letters / TELLING);
  const scored = Object.entries(CODES).map(([code, language]) => {
    const own = LETTERS[language] ? (text.match(LETTERS[language])?.length ?? 0) : 0;
    const prior = language === expected ? 0.12 * (1 - trust) + 0.02 : 0;
    return { language, score: (likeness.get(code) ?? 0) * trust + Math.min(0.4, own * 0.15) + prior };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).language;
}
