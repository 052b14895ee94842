import { Day, Flag, Id, OneOf, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import type { Goal } from './goal.entity.js';
import { can } from './policies.access.js';
import { POLICY_TYPES, type Allocation, type Policy, type PolicyType } from './policy.entity.js';
import { isExpired, today } from './policy.rules.js';

const POLICY_LANGUAGES = ['da', 'sv', 'en'] as const;
type PolicyLanguage = (typeof POLICY_LANGUAGES)[number];

export class PolicySummary {
  @Id() id: string;
  @Text() slug: string;
  @Text() title: string;
  @OneOf(POLICY_TYPES, 'PolicyType') type: PolicyType;
  @OneOf(POLICY_LANGUAGES, 'PolicyLanguage') language: PolicyLanguage;
  @Text() summary: string;
  @Text({ array: true }) levels: string[];
  @Day({ nullable: true }) validFrom: string | null;
  @Day({ nullable: true }) validTo: string | null;
  /** Read-only: its time is over. */
  @Flag() expired: boolean;
  @Whole() goalCount: number;
  /** Does not say how it contributes to the vision; only staff are told. */
  @Flag() lacksVision: boolean;
}

export class PolicyList {
  @Part(() => PolicySummary, { array: true }) items: PolicySummary[];
}

export class GoalSummary {
  @Id() id: string;
  @Id({ nullable: true }) parentId: string | null;
  @Whole() level: number;
  /** As printed; two goals may bear the same. */
  @Text({ nullable: true }) number: string | null;
  @Text() title: string;
  @Flag() titleProposed: boolean;
}

export class NamedActionPlan {
  @Text() title: string;
  @Flag() combined: boolean;
}

export class AllocationView {
  @Text() label: string;
  /** Whole kroner or kronor. */
  @Whole() amount: number;
  @Text() currency: string;
  @Whole({ array: true }) years: number[];
}

export class PermitService {
  @Text() name: string;
  @Text() url: string;
}

export class PolicyAbilities {
  @Flag() correct: boolean;
}

export class PolicyView extends PolicySummary {
  @Text() text: string;
  @Text() visionContribution: string;
  @Text({ nullable: true }) adoptedBy: string | null;
  @Day({ nullable: true }) adoptedOn: string | null;
  @Whole() version: number;
  @Text({ nullable: true }) ownerUnit: string | null;
  @Part(() => PermitService, { nullable: true }) permitService: PermitService | null;
  @Part(() => NamedActionPlan, { array: true }) namedActionPlans: NamedActionPlan[];
  @Part(() => AllocationView, { array: true }) allocations: Allocation[];
  /** The whole tree, in the document's order. */
  @Part(() => GoalSummary, { array: true }) goals: GoalSummary[];
  @Part(() => PolicyAbilities) can: PolicyAbilities;
}

export class GoalView extends GoalSummary {
  @Text() text: string;
  @Text({ array: true }) targetGroups: string[];
  @Part(() => PolicySummary) policy: PolicySummary;
  /** From the top down to its parent. */
  @Part(() => GoalSummary, { array: true }) ancestors: GoalSummary[];
  @Part(() => GoalSummary, { array: true }) children: GoalSummary[];
  /** The name of its level in this policy: "Rammemål". */
  @Text({ nullable: true }) levelName: string | null;
  @Part(() => PolicyAbilities) can: PolicyAbilities;
}

export class GoalInput {
  @Text({ max: 500 }) title: string;
  @OptionalText() text?: string;
  @Text({ max: 100, array: true, optional: true }) targetGroups?: string[];
}

export class PolicyInput {
  @Text({ max: 300 }) title: string;
  @OptionalText() summary?: string;
  @OptionalText() visionContribution?: string;
  @Day({ optional: true, nullable: true }) validFrom?: string | null;
  @Day({ optional: true, nullable: true }) validTo?: string | null;
}

export const mapGoalSummary = ({ id, parentId, level, number, title, titleProposed }: Goal): GoalSummary => ({
  id,
  parentId,
  level,
  number,
  title,
  titleProposed,
});

export const mapPolicySummary = (ctx: RequestContext, policy: Policy, goalCount: number): PolicySummary => ({
  id: policy.id,
  slug: policy.slug,
  title: policy.title,
  type: policy.type,
  language: policy.language,
  summary: policy.summary,
  levels: policy.levels,
  validFrom: policy.validFrom,
  validTo: policy.validTo,
  expired: isExpired(policy, today()),
  goalCount,
  lacksVision: can.correctPolicy(ctx) && policy.visionContribution === '',
});

export const mapPolicy = (
  ctx: RequestContext,
  policy: Policy,
  goals: readonly Goal[],
  ownerUnit: string | null,
): PolicyView => ({
  ...mapPolicySummary(ctx, policy, goals.length),
  text: policy.text,
  visionContribution: policy.visionContribution,
  adoptedBy: policy.adoptedBy,
  adoptedOn: policy.adoptedOn,
  version: policy.version,
  ownerUnit,
  permitService:
    policy.permitServiceName && policy.permitServiceUrl
      ? { name: policy.permitServiceName, url: policy.permitServiceUrl }
      : null,
  namedActionPlans: policy.namedActionPlans,
  allocations: policy.allocations,
  goals: goals.map(mapGoalSummary),
  can: { correct: can.correctPolicy(ctx) },
});

export const mapGoal = (ctx: RequestContext, goal: Goal, policy: Policy, tree: readonly Goal[]): GoalView => {
  const byId = new Map(tree.map((node) => [node.id, node]));
  const ancestors: Goal[] = [];
  for (let id = goal.parentId; id;) {
    const ancestor = byId.get(id);
    if (ancestor) ancestors.unshift(ancestor);
    id = ancestor?.parentId ?? null;
  }
  return {
    ...mapGoalSummary(goal),
    text: goal.text,
    targetGroups: goal.targetGroups,
    policy: mapPolicySummary(ctx, policy, tree.length),
    ancestors: ancestors.map(mapGoalSummary),
    children: tree.filter(({ parentId }) => parentId === goal.id).map(mapGoalSummary),
    levelName: policy.levels[goal.level - 1] ?? null,
    can: { correct: can.correctPolicy(ctx) },
  };
};
