import type { Language } from '@medvind/contracts';
import type { LadderStep, Municipality } from './municipality.entity.js';

export interface SpokenStep {
  key: string;
  name: string;
  promise: string;
  /** The language it is written in; null: a step known by its key alone. */
  language: Language | null;
}

/** The ladder in the reader's language, each step that has been translated; the others in the municipality's. */
export const ladderIn = (
  language: Language,
  municipality: Pick<Municipality, 'ladder' | 'language'>,
): SpokenStep[] => municipality.ladder.map((step) => stepIn(language, step, municipality.language));

const stepIn = (language: Language, step: LadderStep, own: Language): SpokenStep => {
  const { key, name, promise, translations = {} } = step;
  const translated = language === own ? undefined : translations[language];
  return translated ? { key, ...translated, language } : { key, name, promise, language: own };
};
