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

/** What is wrong with a ballot before it is sent; a number's field is `option-<key>`, that of their sum `numbers`. */
export function faultsOf(
  { kind, most }: Pick<Vote, 'kind' | 'most'>,
  { single, chosen, numbers }: Pick<BallotValues, 'single' | 'chosen' | 'numbers'>,
): FieldProblem[] {
  if (kind === 'for-against') return single ? [] : [{ field: 'single', code: 'required' }];
  if (kind === 'choose')
    return most !== null && most > 1 && chosen.length > most
      ? [{ field: 'chosen', code: 'too-many', limits: { max: most } }]
      : [];
  return kind === 'scores' || kind === 'allotment' ? numberFaults(kind, most ?? 0, numbers) : [];
}

function numberFaults(
  kind: 'scores' | 'allotment',
  most: number,
  numbers: BallotValues['numbers'],
): FieldProblem[] {
  const faults = Object.entries(numbers).flatMap(([option, text]): FieldProblem[] => {
    const field = `option-${option}`;
    const number = Number(text);
    if (!Number.isInteger(number)) return [{ field, code: 'not-a-number' }];
    if (number < 0) return [{ field, code: 'too-small', limits: { min: 0 } }];
    // Of a sum it is said once: of all of it.
    return kind === 'scores' && number > most ? [{ field, code: 'too-large', limits: { max: most } }] : [];
  });
  const given = handedOut(numbers);
  if (kind === 'scores' || faults.length > 0 || given === 0 || given === most) return faults;
  return [{ field: 'numbers', code: given > most ? 'too-large' : 'too-small', limits: { most, given } }];
}

/** How much of the sum is handed out. */
export const handedOut = (numbers: BallotValues['numbers']): number =>
  Object.values(numbers).reduce((sum, text) => sum + (Number(text) || 0), 0);

/** Whether a choice says nothing of any option. */
export const isBlank = (choice: VoteChoice): boolean =>
  typeof choice === 'string'
    ? choice === 'blank'
    : (Array.isArray(choice) ? choice : Object.keys(choice)).length === 0;
