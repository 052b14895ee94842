import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { invalidField, notFound } from '../platform/errors/problem.js';
import { Events } from '../platform/events/events.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { OrganisationUnit } from '../municipalities/organisation-unit.entity.js';
import { Goal } from './goal.entity.js';
import { can } from './policies.access.js';
import {
  mapGoal,
  mapPolicy,
  mapPolicySummary,
  type GoalInput,
  type GoalView,
  type PolicyInput,
  type PolicyList,
  type PolicyView,
} from './policies.dto.js';
import { GoalCorrected } from './policies.events.js';
import { Policy } from './policy.entity.js';

@Injectable()
export class PoliciesService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  /** All policies of the municipality, in its language's alphabet (å after ö in Swedish, aa as å in Danish). */
  async list(ctx: RequestContext): Promise<PolicyList> {
    const policies = await ctx.db
      .getRepository(Policy)
      .createQueryBuilder('policy')
      .where('policy.municipalityId = :here', { here: ctx.here })
      .orderBy(`policy.title COLLATE "${ctx.municipality?.language === 'sv' ? 'sv-x-icu' : 'da-x-icu'}"`)
      .getMany();
    const counts = await ctx.db.query<{ policyId: string; count: number }[]>(
      'SELECT policy_id AS "policyId", count(*)::int AS count FROM goal WHERE municipality_id = $1 GROUP BY policy_id',
      [ctx.here],
    );
    const goalCount = new Map(counts.map(({ policyId, count }) => [policyId, count]));
    return { items: policies.map((policy) => mapPolicySummary(ctx, policy, goalCount.get(policy.id) ?? 0)) };
  }

  async show(ctx: RequestContext, slug: string): Promise<PolicyView> {
    const policy = await ctx.db.getRepository(Policy).findOneBy({ slug, municipalityId: ctx.here });
    if (!policy) throw notFound();
    return this.view(ctx, policy);
  }

  async showGoal(ctx: RequestContext, goalId: string): Promise<GoalView> {
    const { goal, policy } = await this.goalInPolicy(ctx, goalId);
    return mapGoal(ctx, goal, policy, await this.tree(ctx, policy.id));
  }

  /** A goal of this municipality and the policy it hangs in. @throws 404 */
  async goalInPolicy(ctx: RequestContext, goalId: string): Promise<{ goal: Goal; policy: Policy }> {
    const goal = await ctx.db
      .getRepository(Goal)
      .createQueryBuilder('goal')
      .innerJoinAndMapOne('goal.inPolicy', Policy, 'policy', 'policy.id = goal.policyId')
      .where('goal.id = :goalId AND goal.municipalityId = :here', { goalId, here: ctx.here })
      .getOne();
    if (!goal) throw notFound();
    return { goal, policy: (goal as Goal & { inPolicy: Policy }).inPolicy };
  }

  /** @throws 404 unless it is a goal of this municipality */
  async requireGoal(ctx: RequestContext, goalId: string) {
    if (!(await ctx.db.getRepository(Goal).existsBy({ id: goalId, municipalityId: ctx.here })))
      throw notFound();
  }

  /** A policy of this municipality. @throws 404 */
  async policyById(ctx: RequestContext, policyId: string): Promise<Policy> {
    const policy = await ctx.db.getRepository(Policy).findOneBy({ id: policyId, municipalityId: ctx.here });
    if (!policy) throw notFound();
    return policy;
  }

  /** The goals of a policy, in the document's order. */
  tree(ctx: RequestContext, policyId: string): Promise<Goal[]> {
    return ctx.db
      .getRepository(Goal)
      .find({ where: { policyId, municipalityId: ctx.here }, order: { position: 'ASC' } });
  }

  /** @throws 422 on `field` unless every id is a goal of this municipality. */
  async requireGoals(ctx: RequestContext, goalIds: readonly string[], field: string) {
    const [{ count } = { count: 0 }] = await ctx.db.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM goal WHERE municipality_id = $1 AND id = ANY($2)',
      [ctx.here, goalIds],
    );
    if (count !== new Set(goalIds).size) throw invalidField(field, 'unknown');
  }

  async correctGoal(ctx: RequestContext, goalId: string, input: GoalInput): Promise<GoalView> {
    allow(ctx, can.correctPolicy(ctx));
    const { goal } = await this.goalInPolicy(ctx, goalId);
    Object.assign(goal, input, { titleProposed: goal.titleProposed && goal.title === input.title });
    await this.database.transaction(ctx, async (ctx) => {
      await ctx.db.getRepository(Goal).save(goal);
      await this.events.publish(ctx, new GoalCorrected(goal.id));
    });
    return this.showGoal(ctx, goalId);
  }

  async correctPolicy(ctx: RequestContext, policyId: string, input: PolicyInput): Promise<PolicyView> {
    allow(ctx, can.correctPolicy(ctx));
    const policy = await this.policyById(ctx, policyId);
    Object.assign(policy, input);
    if (policy.validFrom && policy.validTo && policy.validTo < policy.validFrom)
      throw invalidField('validTo', 'before-start');
    await ctx.db.getRepository(Policy).save(policy);
    return this.view(ctx, policy);
  }

  private async view(ctx: RequestContext, policy: Policy): Promise<PolicyView> {
    const unit = policy.ownerUnitId
      ? await ctx.db.getRepository(OrganisationUnit).findOneBy({ id: policy.ownerUnitId })
      : null;
    return mapPolicy(ctx, policy, await this.tree(ctx, policy.id), unit?.name ?? null);
  }
}
