import { EVIDENCES, GROUPS, type Evidence, type Group } from '@medvind/contracts';
import { OneOf, Whole } from '../platform/http/fields.js';
import type { Eligibility } from './eligibility.rules.js';

export class EligibilityParameters implements Eligibility {
  @OneOf(GROUPS, 'Group', { array: true }) groups: Group[];
  @Whole({ min: 1, max: 120, nullable: true }) minAge: number | null;
  @OneOf(EVIDENCES, 'Evidence') evidence: Evidence;
}
