import type { FieldProblem } from '@medvind/contracts';

/**
 * What is wrong with a day of birth that is keyed in; null: nothing. Days are "2026-11-23".
 * @param minAge what the rules ask of those who support; null: nothing
 */
export function bornFault(
  bornOn: string,
  minAge: number | null,
  today: string,
): Omit<FieldProblem, 'field'> | null {
  if (bornOn > today) return { code: 'in-the-future' };
  if (minAge === null) return null;
  // The birthday of the age asked for; as a day it sorts like one, also where it is a 29 February.
  const oldEnough = `${String(Number(bornOn.slice(0, 4)) + minAge).padStart(4, '0')}${bornOn.slice(4)}`;
  return oldEnough > today ? { code: 'too-young', limits: { min: minAge } } : null;
}
