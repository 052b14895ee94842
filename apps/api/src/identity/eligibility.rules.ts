import { EVIDENCES, type Evidence, type Group } from '@medvind/contracts';
import type { Known } from './standing.rules.js';

/** Who may do something, and how they show that they may. */
export interface Eligibility {
  /** One of them is enough. */
  groups: Group[];
  minAge: number | null;
  evidence: Evidence;
}

/** A condition that is not met; the interface says how to meet it. */
export type EligibilityGap =
  | { type: 'evidence-needed'; needed: Evidence; has: Evidence }
  | { type: 'group-needed'; groups: Group[] }
  | { type: 'age-unknown'; minAge: number }
  /** `from`: the birthday from which it is met. */
  | { type: 'too-young'; minAge: number; from: string };

/** Whether evidence is worth as much as what is asked for. */
export const isWorth = (has: Evidence, needed: Evidence): boolean =>
  EVIDENCES.indexOf(has) >= EVIDENCES.indexOf(needed);

/** Nothing but what having joined says already. */
export const asksNothing = ({ groups, minAge, evidence }: Eligibility): boolean =>
  evidence === 'none' && minAge === null && (groups.includes('anyone') || groups.includes('resident'));

/**
 * Which conditions somebody does not meet on that day; empty: all are met.
 * @param day "2026-11-23"
 */
export function getEligibilityGaps(
  { groups, minAge, evidence }: Eligibility,
  standing: Known,
  day: string,
): EligibilityGap[] {
  const gaps: EligibilityGap[] = [];
  if (!isWorth(standing.evidence, evidence))
    gaps.push({ type: 'evidence-needed', needed: evidence, has: standing.evidence });
  if (!groups.includes('anyone') && !groups.some((group) => standing.groups.includes(group)))
    gaps.push({ type: 'group-needed', groups });
  if (minAge !== null) {
    if (standing.bornOn === null) gaps.push({ type: 'age-unknown', minAge });
    else {
      const from = birthday(standing.bornOn, minAge);
      if (from > day) gaps.push({ type: 'too-young', minAge, from });
    }
  }
  return gaps;
}

/** Who was born on a leap day is a year older on 28 February. */
function birthday(bornOn: string, age: number): string {
  const year = Number(bornOn.slice(0, 4)) + age;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const day = bornOn.slice(4) === '-02-29' && !isLeap ? '-02-28' : bornOn.slice(4);
  return `${String(year).padStart(4, '0')}${day}`;
}
