import type { FieldProblem } from '@medvind/contracts';
import type { Vote, VoteChoice } from './api/vote.js';

/** What of a ballot is typed, whatever its kind. */
export interface BallotValues {
  single: string;
  chosen: string[];
  /** Best first. */
  ranked: string[];
  /** By option, as typed; empty: nothing. */
  numbers: Record<string, string>;
}

/** The form of somebody who voted begins with what they said. */
export function valuesOf({ kind, most, mine }: Pick<Vote, 'kind' | 'most' | 'mine'>): BallotValues {
  const choice = mine?.choice ?? null;
  const list = Array.isArray(choice) ? choice : [];
  const numbers =
    choice !== null && typeof choice === 'object' && !Array.isArray(choice)
      ? Object.fromEntries(Object.entries(choice).map(([option, number]) => [option, String(number)]))
      : {};
  const single = typeof choice === 'string' ? choice : kind === 'choose' && most === 1 ? (list[0] ?? '') : '';
  return { single, chosen: list, ranked: list, numbers };
}

/** null: nothing was chosen where something must be. */
export function choiceOf(
  { kind, most }: Pick<Vote, 'kind' | 'most'>,
  { single, chosen, ranked, numbers }: BallotValues,
): VoteChoice | null {
  if (kind === 'for-against') return single || null;
  if (kind === 'choose') return most === 1 ? (single && single !== 'blank' ? [single] : []) : chosen;
  if (kind === 'ranking') return ranked;
  const typed = Object.entries(numbers).filter(([, text]) => text.trim() !== '');
  const given = typed.map(([option, text]) => [option, Number(text)] as const);
  // Of a sum nothing is the same as not named; a score of nothing is an opinion.
  return Object.fromEntries(kind === 'allotment' ? given.filter(([, number]) => number !== 0) : given);
}

/** More than one may choose, before it is sent. */
export const faultsOf = (
  { kind, most }: Pick<Vote, 'kind' | 'most'>,
  { chosen }: Pick<BallotValues, 'chosen'>,
): FieldProblem[] =>
  kind === 'choose' && most !== null && most > 1 && chosen.length > most
    ? [{ field: 'chosen', code: 'too-many', limits: { max: most } }]
    : [];

/** How much of the sum is handed out. */
export const handedOut = (numbers: BallotValues['numbers']): number =>
  Object.values(numbers).reduce((sum, text) => sum + (Number(text) || 0), 0);
