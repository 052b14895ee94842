import { EVIDENCES, GROUPS, type Evidence, type Group } from '@medvind/contracts';
import { Day, OneOf, Text } from '../platform/http/fields.js';
import type { Known } from './standing.rules.js';

/** `anyone` is nothing to confirm. */
const CONFIRMED_GROUPS = GROUPS.filter((group) => group !== 'anyone');

export class StandingView {
  @OneOf(EVIDENCES, 'Evidence') evidence: Evidence;
  @OneOf(GROUPS, 'Group', { array: true }) groups: Group[];
  @Day({ nullable: true }) bornOn: string | null;
}

export class StandingInput {
  @OneOf(CONFIRMED_GROUPS, 'ConfirmedGroup', { array: true }) groups: Group[];
  @Day({ optional: true, nullable: true }) bornOn?: string | null;
}

export class EmailTokenInput {
  @Text({ max: 500 }) token: string;
}

export const mapStanding = ({ evidence, groups, bornOn }: Known): StandingView => ({
  evidence,
  groups,
  bornOn,
});
