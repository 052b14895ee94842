import { Day, Flag, Id, Instant, OneOf, Part, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { INITIATIVE_STATUSES, type InitiativeStatus } from './life.rules.js';

export class ReportQuery extends PageQuery {
  /** Left out: the period of today. */
  @Whole({ min: 2000, max: 2200, optional: true }) year?: number;
  @Whole({ min: 1, max: 12, optional: true }) part?: number;
}

export class UndecidedInitiative {
  @Id() id: string;
  @Text() reference: string;
  @Text() title: string;
  @OneOf(INITIATIVE_STATUSES, 'InitiativeState') state: InitiativeStatus;
  @Text({ nullable: true }) unit: string | null;
  @Text() caseNumber: string;
  @Whole() supportCount: number;
  @Instant() handedOverAt: string;
  @Instant({ nullable: true }) decideBy: string | null;
  /** Its deadline had passed at the end of the period. */
  @Flag() late: boolean;
}

export class InitiativeReport {
  @Whole() year: number;
  @Whole() part: number;
  /** Into how many the rule divides the year. */
  @Whole() parts: number;
  /** The last day of the period. */
  @Day() until: string;
  /** What was handed over and had no answer by then, the oldest first. */
  @Part(() => UndecidedInitiative, { array: true }) items: UndecidedInitiative[];
  @Text({ nullable: true }) next: string | null;
}
