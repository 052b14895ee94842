import { LIMITS } from '@medvind/contracts';
import { Day, Flag, Id, Instant, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { PageQuery } from '../platform/http/paging.js';
import type { OrganisationUnit } from '../municipalities/organisation-unit.entity.js';
import { GoalSummary, mapGoalSummary } from '../policies/policies.dto.js';
import type { Goal } from '../policies/goal.entity.js';
import type { Policy } from '../policies/policy.entity.js';
import { can } from './action-plans.access.js';
import { ActionView, type ActionWithInput, mapAction } from './actions.dto.js';
import type { ActionPlan } from './action-plan.entity.js';
import { groupByFocusArea } from './focus-area.rules.js';
import { getPublicationBlockers } from './plan.rules.js';

export class PlanPolicy {
  @Id() id: string;
  @Text() slug: string;
  @Text() title: string;
}

export class PlanSummary {
  @Id() id: string;
  @Part(() => PlanPolicy) policy: PlanPolicy;
  @Whole() year: number;
  @Text() title: string;
  /** null: a draft, for staff only. */
  @Instant({ nullable: true }) publishedAt: string | null;
  @Whole() actionCount: number;
  /** How many of its actions are done. */
  @Whole() doneCount: number;
}

export class PlanList {
  @Part(() => PlanSummary, { array: true }) items: PlanSummary[];
}

export class PlanPage {
  @Part(() => PlanSummary, { array: true }) items: PlanSummary[];
  @Text({ nullable: true }) next: string | null;
}

export class PlanQuery extends PageQuery {
  /** Drafts too; only for staff. */
  @Flag({ optional: true }) drafts?: boolean;
}

export class PlanUnit {
  @Id() id: string;
  @Text() name: string;
}

export class FocusAreaView {
  /** null: the policy as a whole. */
  @Part(() => GoalSummary, { nullable: true }) goal: GoalSummary | null;
  @Part(() => ActionView, { array: true }) actions: ActionView[];
}

export class PublicationReason {
  @Text() type: string;
}

export class PlanAbilities {
  @Flag() edit: boolean;
  /** There is nothing against publishing it now. */
  @Flag() publish: boolean;
  @Flag() export: boolean;
}

export class PlanView extends PlanSummary {
  @Text() introduction: string;
  @Text() visionRelation: string;
  @Text() moneyNote: string;
  @Text() followUp: string;
  @Text() evaluation: string;
  @Text() adoptedBy: string;
  @Day({ nullable: true }) adoptedOn: string | null;
  @Part(() => PlanUnit, { nullable: true }) ownerUnit: PlanUnit | null;
  @Text() caseNumber: string;
  @Whole() revision: number;
  /** Names of the levels of the policy: what a focus area and a goal are called here. */
  @Text({ array: true }) levels: string[];
  /** In the order of the policy, also those without actions. */
  @Part(() => FocusAreaView, { array: true }) areas: FocusAreaView[];
  /** The policy's tree, to choose an action's goal from; only for those who edit. */
  @Part(() => GoalSummary, { array: true }) goals: GoalSummary[];
  /** Why it cannot be published yet; only for those who publish. */
  @Part(() => PublicationReason, { array: true }) blockers: PublicationReason[];
  @Part(() => PlanAbilities) can: PlanAbilities;
}

export class NewPlan {
  @Whole({ min: 2000, max: 2100 }) year: number;
  @Text({ ...LIMITS.title, published: true }) title: string;
}

/** What is left out stays as it is. */
export class PlanEdit {
  @Whole({ min: 2000, max: 2100, optional: true }) year?: number;
  @Text({ ...LIMITS.title, optional: true, published: true }) title?: string;
  @OptionalText({ ...LIMITS.text, published: true }) introduction?: string;
  @OptionalText({ ...LIMITS.text, published: true }) visionRelation?: string;
  @OptionalText({ ...LIMITS.text, published: true }) moneyNote?: string;
  @OptionalText({ ...LIMITS.text, published: true }) followUp?: string;
  @OptionalText({ ...LIMITS.text, published: true }) evaluation?: string;
  @OptionalText({ max: 200 }) adoptedBy?: string;
  @Day({ optional: true, nullable: true }) adoptedOn?: string | null;
  @Id({ optional: true, nullable: true }) ownerUnitId?: string | null;
  @OptionalText({ max: 100 }) caseNumber?: string;
  /** The revision that was edited; refused when somebody saved another meanwhile. */
  @Whole({ min: 0, optional: true }) revision?: number;
}

export class ActionOrder {
  /** Every action of the plan, in their new order. */
  @Id({ array: true }) actionIds: string[];
}

/** A plan with its policy and counts, as one query gives it. */
export interface PlanRow {
  id: string;
  policyId: string;
  policySlug: string;
  policyTitle: string;
  year: number;
  title: string;
  publishedAt: Date | null;
  actionCount: number;
  doneCount: number;
}

export const mapPlanSummary = (row: PlanRow): PlanSummary => ({
  id: row.id,
  policy: { id: row.policyId, slug: row.policySlug, title: row.policyTitle },
  year: row.year,
  title: row.title,
  publishedAt: row.publishedAt?.toISOString() ?? null,
  actionCount: row.actionCount,
  doneCount: row.doneCount,
});

export interface PlanWithActions {
  plan: ActionPlan;
  policy: Policy;
  tree: Goal[];
  ownerUnit: OrganisationUnit | null;
  /** In their order in the plan. */
  actions: ActionWithInput[];
}

export const mapPlan = (
  ctx: RequestContext,
  { plan, policy, tree, ownerUnit, actions }: PlanWithActions,
): PlanView => {
  const goals = new Map(tree.map((goal) => [goal.id, goal]));
  const blockers = getPublicationBlockers(plan, actions.length);
  return {
    id: plan.id,
    policy: { id: policy.id, slug: policy.slug, title: policy.title },
    year: plan.year,
    title: plan.title,
    publishedAt: plan.publishedAt?.toISOString() ?? null,
    actionCount: actions.length,
    doneCount: actions.filter(({ status }) => status === 'done').length,
    introduction: plan.introduction,
    visionRelation: plan.visionRelation,
    moneyNote: plan.moneyNote,
    followUp: plan.followUp,
    evaluation: plan.evaluation,
    adoptedBy: plan.adoptedBy,
    adoptedOn: plan.adoptedOn,
    ownerUnit: ownerUnit && { id: ownerUnit.id, name: ownerUnit.name },
    caseNumber: plan.caseNumber,
    revision: plan.revision,
    levels: policy.levels,
    areas: groupByFocusArea(tree, actions).map(({ goal, actions: inArea }) => ({
      goal: goal && mapGoalSummary(goals.get(goal.id)!),
      actions: inArea.map((action) => mapAction(ctx, plan, action, goals.get(action.goalId ?? '') ?? null)),
    })),
    goals: can.write(ctx) ? tree.map(mapGoalSummary) : [],
    blockers: can.publish(ctx) && !plan.publishedAt ? blockers : [],
    can: {
      edit: can.write(ctx),
      publish: can.publish(ctx) && !plan.publishedAt && blockers.length === 0,
      export: can.export(ctx),
    },
  };
};
