import { LIMITS, type InitiativeOutcome } from '@medvind/contracts';
import type { Initiative } from './initiative.entity.js';
import { getAnswerBlockers } from './initiative.rules.js';

/** What differs from one initiative to the next, and is filled in: "{title}". */
export const PLACEHOLDERS = ['title', 'reference', 'support'] as const;
type Filling = Record<(typeof PLACEHOLDERS)[number], string>;

const PLACE = /\{(\w+)\}/g;

export const fillTemplate = (text: string, filling: Filling): string =>
  text.replaceAll(PLACE, (place, name: string) => {
    const known = PLACEHOLDERS.find((placeholder) => placeholder === name);
    return known ? filling[known] : place;
  });

/** Places nobody knows how to fill: they would stand in the answer as they are. */
export const getUnknownPlaces = (text: string): string[] =>
  [...text.matchAll(PLACE)]
    .map(([, name = '']) => name)
    .filter((name) => !PLACEHOLDERS.some((known) => known === name));

type Answerable = Pick<Initiative, 'status' | 'deadline' | 'threshold' | 'hiddenAt'>;

/** Why an initiative cannot be given that answer, by the code it would be refused with; null: it can. */
export function manyBlocker(
  initiative: Answerable & { outcomes: readonly InitiativeOutcome[] | null },
  { outcome, text }: { outcome: InitiativeOutcome; text: string },
  now: Date,
) {
  const [blocker] = getAnswerBlockers(initiative, now);
  if (blocker) return blocker.type;
  // To end what people still support is a decision on that one alone.
  if (initiative.status === 'reached' && initiative.deadline && initiative.deadline > now)
    return 'still-collecting';
  if (!initiative.outcomes) return 'rule-missing';
  if (!initiative.outcomes.includes(outcome)) return 'outcome-not-offered';
  return [...text].length > LIMITS.response.max ? 'answer-too-long' : null;
}
