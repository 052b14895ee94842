import { CONTRIBUTION_RULES, type ContributionRule, LIMITS } from '@medvind/contracts';
import { Day, Flag, Id, Instant, OneOf, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { PageQuery } from '../platform/http/paging.js';
import type { Rules } from './contribution.rules.js';
import { can } from './moderation.access.js';

export class ListedWordView {
  /** A word or phrase; "idiot*" takes any ending. */
  @Text({ min: 2, max: 100 }) word: string;
  @OneOf(['hold', 'refuse'], 'RuleEffect') effect: 'hold' | 'refuse';
}

export class OfficeHoursView {
  /** 1 is Monday. */
  @Whole({ min: 1, max: 7, array: true }) days: number[];
  /** "08:00" */
  @Text({ max: 5 }) from: string;
  @Text({ max: 5 }) to: string;
  /** Days on which nobody is there, beside the country's public holidays. */
  @Day({ array: true, optional: true }) closed?: string[];
}

export class ContributionRulesAbilities {
  @Flag() change: boolean;
}

export class ContributionRulesInput {
  /** The version this is changed from; another one meanwhile is a conflict. 0: nobody has changed anything yet. */
  @Whole({ min: 0 }) version: number;
  @Flag() holdAll: boolean;
  @Whole({ min: 1, max: 365, nullable: true }) newAccountDays: number | null;
  @Flag() holdLinks: boolean;
  @Part(() => OfficeHoursView, { nullable: true }) officeHours: OfficeHoursView | null;
  @Part(() => ListedWordView, { array: true }) words: ListedWordView[];
  @Whole({ min: 1, max: 1000, nullable: true }) perMinute: number | null;
  @Whole({ min: 1, max: 10_000, nullable: true }) perHour: number | null;
  @Whole({ min: 1, max: 720, nullable: true }) duplicateHours: number | null;
  @Whole({ min: 2, max: 1000, nullable: true }) floodPeople: number | null;
}

export class ContributionRulesView extends ContributionRulesInput {
  @Part(() => ContributionRulesAbilities) can: ContributionRulesAbilities;
}

/** What applied from a moment on, and who wanted it so. */
export class ContributionRulesVersion extends ContributionRulesInput {
  @Instant() at: string;
  /** null: the account is gone. */
  @Text({ nullable: true }) by: string | null;
}

export class ContributionRulesVersionPage {
  @Part(() => ContributionRulesVersion, { array: true }) items: ContributionRulesVersion[];
  @Text({ nullable: true }) next: string | null;
}

export class ThreadRuleView {
  /** null: the municipality's rules apply. */
  @Flag({ nullable: true }) holdAll: boolean | null;
}

export class RuleTraceQuery extends PageQuery {
  @Id({ optional: true }) commentId?: string;
  @Id({ optional: true }) initiativeId?: string;
  @OneOf(CONTRIBUTION_RULES, 'ContributionRule', { optional: true }) rule?: ContributionRule;
}

export class RuleTraceView {
  @Id() id: string;
  @OneOf(CONTRIBUTION_RULES, 'ContributionRule') rule: ContributionRule;
  @OneOf(['hold', 'refuse'], 'RuleEffect') effect: 'hold' | 'refuse';
  /** Of the municipality's rules. */
  @Whole() version: number;
  /** What the rule saw: the word, the number. */
  @Text({ min: 0, max: LIMITS.text.max }) detail: string;
  @Text({ nullable: true }) person: string | null;
  @Text({ nullable: true }) reference: string | null;
  @Text({ nullable: true }) threadTitle: string | null;
  /** The page it stands on, below the municipality. */
  @Text({ nullable: true }) path: string | null;
  @Instant() at: string;
}

export class RuleTracePage {
  @Part(() => RuleTraceView, { array: true }) items: RuleTraceView[];
  @Text({ nullable: true }) next: string | null;
}

export interface TraceRow extends Omit<RuleTraceView, 'at' | 'person'> {
  personName: string | null;
  createdAt: Date;
}

const mapInput = (rules: Rules): ContributionRulesInput => ({
  version: rules.version,
  holdAll: rules.holdAll,
  newAccountDays: rules.newAccountDays,
  holdLinks: rules.holdLinks,
  officeHours: rules.officeHours,
  words: rules.words,
  perMinute: rules.perMinute,
  perHour: rules.perHour,
  duplicateHours: rules.duplicateHours,
  floodPeople: rules.floodPeople,
});

export const mapRules = (ctx: RequestContext, rules: Rules): ContributionRulesView => ({
  ...mapInput(rules),
  can: { change: can.changeRules(ctx) },
});

export type VersionRow = Rules & { createdAt: Date; by: string | null };

export const mapVersion = (row: VersionRow): ContributionRulesVersion => ({
  ...mapInput(row),
  at: row.createdAt.toISOString(),
  by: row.by,
});

export const mapTrace = ({ personName, createdAt, ...row }: TraceRow): RuleTraceView => ({
  ...row,
  person: personName,
  at: createdAt.toISOString(),
});
