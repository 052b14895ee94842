import { LIMITS, type InitiativeOutcome } from '@medvind/contracts';
import type { Initiative } from './initiative.entity.js';
import { getAnswerBlockers } from './initiative.rules.js';

/** What differs from one initiative to the next, and is filled in: "{titel}"; by its names in each language. */
const PLACES = {
  title: ['titel', 'title'],
  reference: ['nummer', 'number', 'reference'],
  support: ['støtte', 'stöd', 'support'],
} as const;
type Filling = Record<keyof typeof PLACES, string>;

const PLACE = /\{([\p{L}\d_]+)\}/gu;

const placeNamed = (name: string) =>
  (Object.keys(PLACES) as (keyof Filling)[]).find((place) =>
    PLACES[place].some((known) => known === name.toLowerCase()),
  );

export const fillTemplate = (text: string, filling: Filling): string =>
  text.replaceAll(PLACE, (written, name: string) => {
    const place = placeNamed(name);
    return place ? filling[place] : written;
  });

/** Places nobody knows how to fill: they would stand in the answer as they are. */
export const getUnknownPlaces = (text: string): string[] =>
  [...text.matchAll(PLACE)].map(([, name = '']) => name).filter((name) => !placeNamed(name));

type Answerable = Pick<Initiative, 'status' | 'deadline' | 'threshold' | 'hiddenAt'>;

/** Why an initiative cannot be given that answer, by the code it would be refused with; null: it can. */
export function manyBlocker(
  initiative: Answerable & { outcomes: readonly InitiativeOutcome[] | null },
  { outcome, text }: { outcome: InitiativeOutcome; text: string },
  now: Date,
) {
  const [blocker] = getAnswerBlockers(initiative, now);
  if (blocker) return blocker.type;
  if (!initiative.outcomes) return 'rule-missing';
  if (!initiative.outcomes.includes(outcome)) return 'outcome-not-offered';
  return [...text].length > LIMITS.response.max ? 'answer-too-long' : null;
}

/** An answer would end it while people still support it: until when they could; null: it would not. */
export const collectsUntil = ({ status, deadline }: Answerable, now: Date): Date | null =>
  status === 'reached' && deadline && deadline > now ? deadline : null;
