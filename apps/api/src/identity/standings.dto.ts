import { EVIDENCES, GROUPS, type Evidence, type Group } from '@medvind/contracts';
import { Day, Flag, Id, OneOf, Part, Text } from '../platform/http/fields.js';
import type { Known } from './standing.rules.js';

/** `anyone` is nothing to confirm. */
const CONFIRMED_GROUPS = GROUPS.filter((group) => group !== 'anyone');

/** Where somebody lives. */
export class StandingDistrict {
  @Id() id: string;
  @Text() name: string;
  /** Seen to by the municipality; else they say so. */
  @Flag() confirmed: boolean;
}

export class StandingView {
  @OneOf(EVIDENCES, 'Evidence') evidence: Evidence;
  @OneOf(GROUPS, 'Group', { array: true }) groups: Group[];
  @Day({ nullable: true }) bornOn: string | null;
  /** null: not known. */
  @Part(() => StandingDistrict, { nullable: true }) district: StandingDistrict | null;
}

export class StandingInput {
  @OneOf(CONFIRMED_GROUPS, 'ConfirmedGroup', { array: true }) groups: Group[];
  @Day({ optional: true, nullable: true }) bornOn?: string | null;
  @Id({ optional: true, nullable: true }) districtId?: string | null;
}

export class OwnDistrictInput {
  /** null: they would rather not say. */
  @Id({ nullable: true }) districtId: string | null;
}

export class EmailTokenInput {
  @Text({ max: 500 }) token: string;
}

export const mapStanding = (
  { evidence, groups, bornOn }: Known,
  district: StandingDistrict | null,
): StandingView => ({
  evidence,
  groups,
  bornOn,
  district,
});
