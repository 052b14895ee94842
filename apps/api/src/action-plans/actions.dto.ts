import { LANGUAGES, LIMITS, type Language } from '@medvind/contracts';
import { Day, Flag, Id, Instant, OneOf, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { PageQuery } from '../platform/http/paging.js';
import { GoalSummary, mapGoalSummary } from '../policies/policies.dto.js';
import type { Goal } from '../policies/goal.entity.js';
import { can } from './action-plans.access.js';
import type { CandidateRow, InputCounts, InputRow } from './action-inputs.repository.js';
import type { ActionPlan } from './action-plan.entity.js';
import { ACTION_STATUSES, type Action, type ActionStatus } from './action.entity.js';
import { EXPECTED_COLUMNS, getMissingColumns, isWithinFrame, type ExpectedColumn } from './plan.rules.js';

/** Contributions shown with an action; the rest at `actions/:id/inputs`. */
export const INPUTS_SHOWN = 6;
const EXCERPT = 280;
const CONTRIBUTION_KINDS = ['comment', 'initiative'] as const;

export class ActionInputView {
  @OneOf(CONTRIBUTION_KINDS, 'ContributionKind') kind: 'comment' | 'initiative';
  @Id() id: string;
  /** "K-123" or "F-12". */
  @Text() reference: string;
  /** The page it stands on, below the municipality. */
  @Text() path: string;
  /** The beginning of the comment; the initiative's title. */
  @Text() text: string;
  @OneOf(LANGUAGES, 'Language') language: Language;
  /** null: a comment. */
  @Whole({ nullable: true }) supporters: number | null;
}

export class ActionInputPage {
  @Part(() => ActionInputView, { array: true }) items: ActionInputView[];
  @Text({ nullable: true }) next: string | null;
}

export class ActionBackground {
  @Whole() comments: number;
  @Whole() initiatives: number;
  /** Supporters of the initiatives together. */
  @Whole() supporters: number;
  /** The first of them, initiatives with most support first. */
  @Part(() => ActionInputView, { array: true }) inputs: ActionInputView[];
}

export class ActionAbilities {
  @Flag() edit: boolean;
  @Flag() remove: boolean;
}

export class ActionView {
  @Id() id: string;
  @Id() planId: string;
  @Part(() => GoalSummary, { nullable: true }) goal: GoalSummary | null;
  @Text() number: string;
  @Text() title: string;
  @Text() description: string;
  @Part(() => ActionBackground) background: ActionBackground;
  /** What is said of it on its plan's page. */
  @Whole() commentCount: number;
  @Text() targetGroup: string;
  @Text() successCriterion: string;
  @Text() indicator: string;
  @Text() targetValue: string;
  @Text() responsible: string;
  @Text() lead: string;
  @Text() partners: string;
  @Text() schedule: string;
  @Day({ nullable: true }) startsOn: string | null;
  @Day({ nullable: true }) endsOn: string | null;
  @Text() economyText: string;
  /** Whole kroner or kronor. */
  @Whole({ nullable: true }) economyAmount: number | null;
  /** The existing budget pays. */
  @Flag() withinFrame: boolean;
  @OneOf(ACTION_STATUSES, 'ActionStatus') status: ActionStatus;
  @Text() followUp: string;
  @Text() result: string;
  @Whole() revision: number;
  /** Columns a council would ask about; only for those who edit. */
  @OneOf(EXPECTED_COLUMNS, 'ExpectedColumn', { array: true }) missing: ExpectedColumn[];
  @Part(() => ActionAbilities) can: ActionAbilities;
}

export class ActionColumns {
  /** A goal of the plan's policy; null: the policy as a whole. */
  @Id({ optional: true, nullable: true }) goalId?: string | null;
  /** Left out or empty in a new action: the next of its focus area. */
  @OptionalText({ max: 20 }) number?: string;
  @OptionalText({ max: 8000, published: true }) description?: string;
  @OptionalText({ max: 1000 }) targetGroup?: string;
  @OptionalText({ max: 2000, published: true }) successCriterion?: string;
  @OptionalText({ max: 1000 }) indicator?: string;
  @OptionalText({ max: 500 }) targetValue?: string;
  @OptionalText({ max: 500 }) responsible?: string;
  @OptionalText({ max: 500 }) lead?: string;
  @OptionalText({ max: 1000 }) partners?: string;
  @OptionalText({ max: 500 }) schedule?: string;
  @Day({ optional: true, nullable: true }) startsOn?: string | null;
  @Day({ optional: true, nullable: true }) endsOn?: string | null;
  @OptionalText({ max: 1000 }) economyText?: string;
  @Whole({ min: 0, max: 2_000_000_000, optional: true, nullable: true }) economyAmount?: number | null;
  @OneOf(ACTION_STATUSES, 'ActionStatus', { optional: true }) status?: ActionStatus;
  @OptionalText({ max: 8000, published: true }) followUp?: string;
  @OptionalText({ max: 8000, published: true }) result?: string;
}

export class NewAction extends ActionColumns {
  @Text({ ...LIMITS.title, published: true }) title: string;
}

/** What is left out stays as it is. */
export class ActionEdit extends ActionColumns {
  @Text({ ...LIMITS.title, optional: true, published: true }) title?: string;
  /** The revision that was edited; refused when somebody saved another meanwhile. */
  @Whole({ min: 0, optional: true }) revision?: number;
}

export class ActionInputs {
  /** What it builds on from now on; what is not named is unlinked. */
  @Id({ array: true }) commentIds: string[];
  @Id({ array: true }) initiativeIds: string[];
}

export class CandidateQuery extends PageQuery {
  /** Only contributions to this goal and what is below it. */
  @Id({ optional: true }) goalId?: string;
  @OptionalText({ max: 200 }) search?: string;
  /** To every policy of the municipality, not only the plan's. */
  @Flag({ optional: true }) everywhere?: boolean;
}

export class CandidateView {
  @OneOf(CONTRIBUTION_KINDS, 'ContributionKind') kind: 'comment' | 'initiative';
  @Id() id: string;
  @Text() reference: string;
  @Text() path: string;
  @Text() text: string;
  @OneOf(LANGUAGES, 'Language') language: Language;
  @Instant() createdAt: string;
  /** The goal it was said about. */
  @Text() goalTitle: string;
  /** How many agree with the comment, or support the initiative. */
  @Whole() support: number;
  /** Titles of the processes that took it in. */
  @Text({ array: true }) processes: string[];
  /** Actions of this plan that already build on it. */
  @Text({ array: true }) usedIn: string[];
}

export class CandidatePage {
  @Part(() => CandidateView, { array: true }) items: CandidateView[];
  @Text({ nullable: true }) next: string | null;
}

export class PlannedActionView {
  @Id() id: string;
  @Id() planId: string;
  @Text() planTitle: string;
  @Whole() year: number;
  @Text() number: string;
  @Text() title: string;
  @OneOf(ACTION_STATUSES, 'ActionStatus') status: ActionStatus;
  @Text() result: string;
  /** The goal it realises: this one or one below it. */
  @Text() goalTitle: string;
  /** Contributions it builds on. */
  @Whole() inputCount: number;
}

export class PlannedActionPage {
  @Part(() => PlannedActionView, { array: true }) items: PlannedActionView[];
  @Text({ nullable: true }) next: string | null;
}

/** An action with what it builds on, as a few queries give it. */
export type ActionWithInput = Action & {
  counts: InputCounts | null;
  inputs: readonly InputRow[];
  commentCount: number;
};

const excerptOf = (text: string): string =>
  text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT).replace(/\s+\S*$/, '')} …`;

export const mapInput = ({
  kind,
  id,
  reference,
  path,
  text,
  language,
  supporters,
}: InputRow): ActionInputView => ({
  kind,
  id,
  reference,
  path,
  text: excerptOf(text),
  language: language as Language,
  supporters,
});

export const mapCandidate = (row: CandidateRow): CandidateView => ({
  kind: row.kind,
  id: row.id,
  reference: row.reference,
  path: row.path,
  text: excerptOf(row.text),
  language: row.language as Language,
  createdAt: row.createdAt.toISOString(),
  goalTitle: row.goalTitle,
  support: row.support,
  processes: row.processes,
  usedIn: row.usedIn,
});

export const mapAction = (
  ctx: RequestContext,
  plan: ActionPlan,
  action: ActionWithInput,
  goal: Goal | null,
): ActionView => {
  const { comments = 0, initiatives = 0, supporters = 0 } = action.counts ?? {};
  return {
    id: action.id,
    planId: action.planId,
    goal: goal && mapGoalSummary(goal),
    number: action.number,
    title: action.title,
    description: action.description,
    background: { comments, initiatives, supporters, inputs: action.inputs.map(mapInput) },
    commentCount: action.commentCount,
    targetGroup: action.targetGroup,
    successCriterion: action.successCriterion,
    indicator: action.indicator,
    targetValue: action.targetValue,
    responsible: action.responsible,
    lead: action.lead,
    partners: action.partners,
    schedule: action.schedule,
    startsOn: action.startsOn,
    endsOn: action.endsOn,
    economyText: action.economyText,
    economyAmount: action.economyAmount,
    withinFrame: isWithinFrame(action.economyText, action.economyAmount),
    status: action.status,
    followUp: action.followUp,
    result: action.result,
    revision: action.revision,
    missing: can.write(ctx) ? getMissingColumns(action, comments + initiatives) : [],
    can: { edit: can.write(ctx), remove: can.removeAction(ctx, plan) },
  };
};

/** An action of a published plan beside its plan and goal, as one query gives it. */
export type PlannedActionRow = Omit<PlannedActionView, 'inputCount'>;

export const mapPlannedAction = (row: PlannedActionRow, inputCount: number): PlannedActionView => ({
  id: row.id,
  planId: row.planId,
  planTitle: row.planTitle,
  year: row.year,
  number: row.number,
  title: row.title,
  status: row.status,
  result: row.result,
  goalTitle: row.goalTitle,
  inputCount,
});
