import { EVIDENCES, type Evidence, type Group } from '@medvind/contracts';
import type { Known } from '../identity/standing.rules.js';
import { today } from '../policies/policy.rules.js';
import { addMonths, type Eligibility } from './scheme.rules.js';

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

/** Which conditions somebody does not meet on that day; empty: all are met. */
export function getEligibilityGaps(
  { groups, minAge, evidence }: Eligibility,
  standing: Known,
  day = today(),
): EligibilityGap[] {
  const gaps: EligibilityGap[] = [];
  if (!isWorth(standing.evidence, evidence))
    gaps.push({ type: 'evidence-needed', needed: evidence, has: standing.evidence });
  if (!groups.includes('anyone') && !groups.some((group) => standing.groups.includes(group)))
    gaps.push({ type: 'group-needed', groups });
  if (minAge !== null) {
    if (standing.bornOn === null) gaps.push({ type: 'age-unknown', minAge });
    else {
      const from = addMonths(standing.bornOn, minAge * 12);
      if (from > day) gaps.push({ type: 'too-young', minAge, from });
    }
  }
  return gaps;
}
