import {
  LIMITS,
  INITIATIVE_OUTCOMES,
  REJECTIONS,
  type InitiativeOutcome,
  type Rejection,
} from '@medvind/contracts';
import { Day, Flag, Id, Instant, OneOf, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { today } from '../policies/policy.rules.js';
import type { InitiativeRule } from './initiative-rule.entity.js';
import { can } from './initiatives.access.js';
import {
  BALLOTS,
  BASES,
  closedOn,
  deadlineOf,
  FAILURES,
  HAND_OVERS,
  MEASURES,
  REPEATS,
  thresholdOf,
  WINDOW_UNITS,
  WITHDRAWALS,
  type Base,
  type Interval,
  type Scheme,
  type ThresholdPart,
} from './scheme.rules.js';
import { EligibilityParameters } from '../identity/eligibility.dto.js';
import type { Eligibility } from '../identity/eligibility.rules.js';
import { SCHEME_PRESET_KEYS, type SchemePreset } from './scheme.presets.js';

const MONTHS = { min: 1, max: 120 };
const maybeMonths = { ...MONTHS, nullable: true };

export class CoProposerParameters {
  @Whole({ min: 0, max: 20 }) min: number;
  @Whole({ min: 0, max: 20 }) max: number;
  @Whole({ min: 1, max: 365 }) days: number;
}

export class LengthParameters {
  @Whole({ min: LIMITS.title.min, max: LIMITS.title.max }) title: number;
  @Whole({ min: LIMITS.initiativeText.min, max: LIMITS.initiativeText.max }) text: number;
  @Whole({ min: 100, max: 10_000 }) remark: number;
}

export class ReviewParameters {
  @Flag() before: boolean;
  @Whole({ min: 1, max: 365 }) days: number;
}

export class RepeatParameters {
  @OneOf(REPEATS, 'RepeatRule') rule: Scheme['repeat']['rule'];
  @Whole(maybeMonths) months: number | null;
}

export class IntervalParameters implements Interval {
  @Day() from: string;
  @Day() to: string;
}

export class ThresholdPartParameters implements ThresholdPart {
  @OneOf(MEASURES, 'ThresholdMeasure') measure: ThresholdPart['measure'];
  @Whole({ min: 1, max: 10_000_000 }) value: number;
  @OneOf(BASES, 'PopulationBase', { nullable: true }) base: Base | null;
}

export class ThresholdParameters {
  @Part(() => ThresholdPartParameters, { array: true }) parts: ThresholdPartParameters[];
  @OneOf(['least', 'most'], 'ThresholdTake') take: 'least' | 'most';
}

export class TopParameters {
  @Whole({ min: 1, max: 100 }) perMonth: number;
  @Whole({ min: 0, max: 20 }) perPolicy: number;
}

export class HigherParameters {
  @Part(() => ThresholdPartParameters) part: ThresholdPartParameters;
  @Text({ max: 200, published: true }) leadsTo: string;
}

const people = { min: 1, max: 100_000_000, nullable: true };

export class BaseParameters {
  @Whole(people) residents: number | null;
  @Whole(people) voters: number | null;
  @Whole(people) over15: number | null;
  @Day({ nullable: true }) countedOn: string | null;
}

export class WindowParameters {
  @OneOf(WINDOW_UNITS, 'WindowUnit') unit: Scheme['window']['unit'];
  @Whole({ min: 1, max: 730, array: true }) choices: number[];
  @Day({ nullable: true }) closesOn: string | null;
}

export class DecisionParameters {
  @Whole(maybeMonths) months: number | null;
  @Whole(maybeMonths) extensionMonths: number | null;
  @Whole({ min: 1, max: 365, nullable: true }) noticeDays: number | null;
  @Whole({ min: 0, max: 12 }) reportsPerYear: number;
}

/** Every parameter of a scheme; see `Scheme` in scheme.rules.ts. */
export class SchemeParameters implements Scheme {
  @Text({ max: 120, published: true }) name: string;
  @Text({ max: 120, published: true }) body: string;
  @Part(() => EligibilityParameters) proposer: EligibilityParameters;
  @Part(() => EligibilityParameters) supporter: EligibilityParameters;
  @Part(() => CoProposerParameters) coProposers: CoProposerParameters;
  @Part(() => LengthParameters) lengths: LengthParameters;
  @Whole({ min: 0, max: 3 }) images: number;
  @Part(() => ReviewParameters) review: ReviewParameters;
  @OneOf(REJECTIONS, 'Rejection', { array: true }) rejections: Rejection[];
  @Flag() rejectionsPublic: boolean;
  @Part(() => RepeatParameters) repeat: RepeatParameters;
  @Part(() => IntervalParameters, { nullable: true }) term: IntervalParameters | null;
  @Part(() => ThresholdParameters) threshold: ThresholdParameters;
  @Part(() => TopParameters, { nullable: true }) top: TopParameters | null;
  @Part(() => HigherParameters, { nullable: true }) higher: HigherParameters | null;
  @Part(() => BaseParameters) base: BaseParameters;
  @Part(() => WindowParameters) window: WindowParameters;
  @OneOf(HAND_OVERS, 'HandOver') handOver: Scheme['handOver'];
  @Flag() continues: boolean;
  @OneOf(WITHDRAWALS, 'SupportWithdrawal') withdrawal: Scheme['withdrawal'];
  @OneOf(BALLOTS, 'InitiativeBallot') ballot: Scheme['ballot'];
  @Flag() namesShown: boolean;
  @Flag() paper: boolean;
  @Whole({ min: 0, max: 60 }) paperDays: number;
  @Part(() => IntervalParameters, { array: true }) blackouts: IntervalParameters[];
  @Text({ max: 200, array: true, published: true }) exempt: string[];
  @Part(() => DecisionParameters) decision: DecisionParameters;
  @OneOf(INITIATIVE_OUTCOMES, 'Outcome', { array: true }) outcomes: InitiativeOutcome[];
  @OneOf(FAILURES, 'InitiativeFailure') failure: Scheme['failure'];
  @Whole({ min: 1, max: 240 }) retentionMonths: number;
}

/** A scheme as sent, where what may be null may have been left out. */
export const mapScheme = (sent: SchemeParameters): Scheme => {
  const eligibility = ({ minAge = null, ...rest }: Eligibility): Eligibility => ({ ...rest, minAge });
  const part = ({ base = null, ...rest }: ThresholdPart): ThresholdPart => ({ ...rest, base });
  const { residents = null, voters = null, over15 = null, countedOn = null } = sent.base;
  const { months = null, extensionMonths = null, noticeDays = null, reportsPerYear } = sent.decision;
  return {
    ...sent,
    proposer: eligibility(sent.proposer),
    supporter: eligibility(sent.supporter),
    repeat: { ...sent.repeat, months: sent.repeat.months ?? null },
    term: sent.term ?? null,
    threshold: { ...sent.threshold, parts: sent.threshold.parts.map(part) },
    top: sent.top ?? null,
    higher: sent.higher ? { ...sent.higher, part: part(sent.higher.part) } : null,
    base: { residents, voters, over15, countedOn },
    window: { ...sent.window, closesOn: sent.window.closesOn ?? null },
    decision: { months, extensionMonths, noticeDays, reportsPerYear },
  };
};

export class InitiativeRuleInput {
  @Part(() => SchemeParameters) scheme: SchemeParameters;
}

export class InitiativeRuleAbilities {
  @Flag() change: boolean;
}

export class InitiativeRuleView {
  /** 0: no rule is made yet, and nothing can be published. */
  @Whole() version: number;
  @Part(() => SchemeParameters, { nullable: true }) scheme: SchemeParameters | null;
  /** How many must support an initiative published now; null: there is no threshold. */
  @Whole({ nullable: true }) threshold: number | null;
  @Instant({ nullable: true }) since: string | null;
  /** The deadline of an initiative published now, of the shortest length one can pick; null: none can be. */
  @Instant({ nullable: true }) deadlineNow: string | null;
  @Part(() => InitiativeRuleAbilities) can: InitiativeRuleAbilities;
}

export class SchemePresetView {
  @OneOf(SCHEME_PRESET_KEYS, 'SchemePreset') key: SchemePreset;
  @Part(() => SchemeParameters) scheme: SchemeParameters;
}

export class UntouchedInitiative {
  @Id() id: string;
  /** "F-12". */
  @Text() reference: string;
  @Text() title: string;
  /** The version it keeps. */
  @Whole() version: number;
}

export class SchemePresets {
  @Part(() => SchemePresetView, { array: true }) items: SchemePresetView[];
}

/** Open initiatives, which keep the version they were published under whatever is changed now. */
export class UntouchedInitiatives {
  @Whole() count: number;
  /** At most ten, those with the nearest deadline first. */
  @Part(() => UntouchedInitiative, { array: true }) items: UntouchedInitiative[];
}

export const mapRule = (ctx: RequestContext, rule: InitiativeRule | null, now: Date): InitiativeRuleView => ({
  version: rule?.version ?? 0,
  scheme: rule?.scheme ?? null,
  threshold: rule && thresholdOf(rule.scheme),
  since: rule?.createdAt.toISOString() ?? null,
  deadlineNow:
    rule && closedOn(rule.scheme, today(now)) === null ? deadlineOf(rule.scheme, now).toISOString() : null,
  can: { change: can.changeRule(ctx) },
});
