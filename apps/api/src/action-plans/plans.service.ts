import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database, violates } from '../platform/database/database.js';
import { conflict, notFound, Problem } from '../platform/errors/problem.js';
import { Events } from '../platform/events/events.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf } from '../platform/http/paging.js';
import { ThreadsService } from '../discussions/threads.service.js';
import { contributionsOf } from '../initiatives/contributions.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { OrganisationUnit } from '../municipalities/organisation-unit.entity.js';
import { PoliciesService } from '../policies/policies.service.js';
import { can } from './action-plans.access.js';
import { PlanPublished, InputPlanned } from './action-plans.events.js';
import { firstInputsOf, inputCounts } from './action-inputs.repository.js';
import { ActionPlan } from './action-plan.entity.js';
import { Action } from './action.entity.js';
import { INPUTS_SHOWN, type ActionWithInput } from './actions.dto.js';
import { changesOf } from './plan.changes.js';
import { getPublicationBlockers } from './plan.rules.js';
import {
  mapPlan,
  mapPlanSummary,
  type NewPlan,
  type PlanEdit,
  type PlanList,
  type PlanPage,
  type PlanQuery,
  type PlanView,
} from './plans.dto.js';
import { plansOf } from './plans.repository.js';

@Injectable()
export class PlansService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly municipalities: MunicipalitiesService,
    private readonly policies: PoliciesService,
    private readonly threads: ThreadsService,
  ) {}

  /** The newest year first. */
  async list(ctx: RequestContext, { drafts = false, ...query }: PlanQuery): Promise<PlanPage> {
    allow(ctx, !drafts || can.write(ctx));
    const [year, id] = decodeCursor(query.after, 2) ?? [];
    const limit = limitOf(query);
    const rows = await plansOf(ctx, {
      drafts,
      limit: limit + 1,
      ...(year && id ? { after: [Number(year), id] } : {}),
    });
    return pageOf(rows, limit, (row) => [row.year, row.id], mapPlanSummary);
  }

  /** Plans nobody but staff has seen yet. */
  countDrafts(ctx: RequestContext): Promise<number> {
    allow(ctx, can.write(ctx));
    return ctx.db.getRepository(ActionPlan).countBy({ municipalityId: ctx.here, publishedAt: IsNull() });
  }

  /** A plan a year: they are never many. */
  async ofPolicy(ctx: RequestContext, policyId: string): Promise<PlanList> {
    const policy = await this.policies.policyById(ctx, policyId);
    const rows = await plansOf(ctx, { drafts: can.write(ctx), policyId: policy.id, limit: 101 });
    return { items: rows.map(mapPlanSummary) };
  }

  async show(ctx: RequestContext, planId: string): Promise<PlanView> {
    return this.view(ctx, await this.readable(ctx, planId));
  }

  async create(ctx: RequestContext, policyId: string, { year, title }: NewPlan): Promise<PlanView> {
    allow(ctx, can.write(ctx));
    const policy = await this.policies.policyById(ctx, policyId);
    const plans = ctx.db.getRepository(ActionPlan);
    const plan = plans.create({
      municipalityId: ctx.here,
      policyId: policy.id,
      year,
      title,
      visionRelation: policy.visionContribution,
      ownerUnitId: policy.ownerUnitId,
    });
    await withYearTaken(plans.insert(plan));
    return this.show(ctx, plan.id);
  }

  async edit(ctx: RequestContext, planId: string, { revision, ...edit }: PlanEdit): Promise<PlanView> {
    allow(ctx, can.write(ctx));
    if (edit.ownerUnitId) await this.municipalities.requireUnit(ctx, edit.ownerUnitId, 'ownerUnitId');
    await this.database.transaction(ctx, async (ctx) => {
      const plan = await this.locked(ctx, planId);
      if (revision !== undefined && revision !== plan.revision) throw conflict('changed-meanwhile');
      const change = { ...changesOf(edit, ['adoptedOn', 'ownerUnitId']), revision: plan.revision + 1 };
      await withYearTaken(ctx.db.getRepository(ActionPlan).update({ id: planId }, change));
    });
    return this.show(ctx, planId);
  }

  /** Shows it to everyone, and tells whose input it builds on that it does. */
  async publish(ctx: RequestContext, planId: string): Promise<PlanView> {
    allow(ctx, can.publish(ctx));
    await this.database.transaction(ctx, async (ctx) => {
      const plan = await this.locked(ctx, planId);
      if (plan.publishedAt) return;
      const actions = await this.actionsOf(ctx, planId);
      const blockers = getPublicationBlockers(plan, actions.length);
      if (blockers.length) throw new Problem(409, 'plan-not-publishable', { reasons: blockers });
      await ctx.db.getRepository(ActionPlan).update({ id: planId }, { publishedAt: new Date() });
      await this.openThreads(ctx, actions);
      await this.tellPlanned(ctx, plan, actions);
      const goalIds = actions.flatMap(({ goalId }) => goalId ?? []);
      await this.events.publish(ctx, new PlanPublished(planId, plan.policyId, goalIds));
    });
    return this.show(ctx, planId);
  }

  async reorder(ctx: RequestContext, planId: string, actionIds: readonly string[]): Promise<PlanView> {
    allow(ctx, can.write(ctx));
    await this.database.transaction(ctx, async (ctx) => {
      await this.locked(ctx, planId);
      const known = new Set((await this.actionsOf(ctx, planId)).map(({ id }) => id));
      // An action that came or went in another tab: the order no longer says where it belongs.
      if (known.size !== new Set(actionIds).size || !actionIds.every((id) => known.has(id)))
        throw conflict('changed-meanwhile');
      await ctx.db.query(
        `UPDATE action SET position = wished.position
         FROM unnest($2::uuid[]) WITH ORDINALITY AS wished(id, position)
         WHERE action.id = wished.id AND action.plan_id = $1`,
        [planId, actionIds],
      );
    });
    return this.show(ctx, planId);
  }

  /** A plan of this municipality that this reader may see. @throws 404 */
  async readable(ctx: RequestContext, planId: string): Promise<ActionPlan> {
    const plan = await ctx.db.getRepository(ActionPlan).findOneBy({ id: planId, municipalityId: ctx.here });
    if (!plan || !can.read(ctx, plan)) throw notFound();
    return plan;
  }

  /** The plan under its row's lock, so that publishing and linking do not miss one another. @throws 404 */
  async locked(ctx: RequestContext, planId: string): Promise<ActionPlan> {
    const plan = await ctx.db
      .getRepository(ActionPlan)
      .findOne({ where: { id: planId, municipalityId: ctx.here }, lock: { mode: 'pessimistic_write' } });
    if (!plan) throw notFound();
    return plan;
  }

  /** Actions of a published plan can be spoken of. */
  openThreads(ctx: RequestContext, actions: readonly Action[]) {
    return this.threads.open(
      ctx,
      actions.map(({ id, planId, goalId, title }) => ({
        subjectKind: 'action',
        subjectId: id,
        goalId,
        path: `plans/${planId}`,
        title,
      })),
    );
  }

  /** The actions of a plan, in their order. */
  actionsOf(ctx: RequestContext, planId: string): Promise<Action[]> {
    return ctx.db.getRepository(Action).find({ where: { planId }, order: { position: 'ASC', id: 'ASC' } });
  }

  private async view(ctx: RequestContext, plan: ActionPlan): Promise<PlanView> {
    const [policy, tree, actions, ownerUnit] = await Promise.all([
      this.policies.policyById(ctx, plan.policyId),
      this.policies.tree(ctx, plan.policyId),
      this.actionsOf(ctx, plan.id),
      plan.ownerUnitId ? ctx.db.getRepository(OrganisationUnit).findOneBy({ id: plan.ownerUnitId }) : null,
    ]);
    return mapPlan(ctx, { plan, policy, tree, ownerUnit, actions: await this.withInput(ctx, actions) });
  }

  private async withInput(ctx: RequestContext, actions: readonly Action[]): Promise<ActionWithInput[]> {
    const ids = actions.map(({ id }) => id);
    const [counts, inputs, comments] = await Promise.all([
      inputCounts(ctx, ids),
      firstInputsOf(ctx, ids, INPUTS_SHOWN),
      this.threads.countsOf(ctx, 'action', ids),
    ]);
    const countsOf = new Map(counts.map((count) => [count.actionId, count]));
    const inputsByAction = Map.groupBy(inputs, ({ actionId }) => actionId);
    return actions.map((action) => ({
      ...action,
      counts: countsOf.get(action.id) ?? null,
      inputs: inputsByAction.get(action.id) ?? [],
      commentCount: comments.get(action.id) ?? 0,
    }));
  }

  private async tellPlanned(
    ctx: RequestContext,
    { id: planId, year }: ActionPlan,
    actions: readonly Action[],
  ) {
    const links = await ctx.db.query<
      { actionId: string; commentId: string | null; initiativeId: string | null }[]
    >(
      `SELECT action_id AS "actionId", comment_id AS "commentId", initiative_id AS "initiativeId"
       FROM action_input WHERE action_id = ANY($1)`,
      [actions.map(({ id }) => id)],
    );
    const contributions = await contributionsOf(ctx, {
      commentIds: links.flatMap(({ commentId }) => commentId ?? []),
      initiativeIds: links.flatMap(({ initiativeId }) => initiativeId ?? []),
    });
    const byId = new Map(contributions.map((contribution) => [contribution.id, contribution]));
    const byAction = Map.groupBy(links, ({ actionId }) => actionId);
    for (const { id: actionId, title } of actions) {
      const inputs = (byAction.get(actionId) ?? []).flatMap(
        ({ commentId, initiativeId }) => byId.get(commentId ?? initiativeId ?? '') ?? [],
      );
      if (inputs.length)
        await this.events.publish(ctx, new InputPlanned({ planId, year, actionId, title }, inputs));
    }
  }
}

/** One plan a policy and year: who comes second is told at the year. */
async function withYearTaken(write: Promise<unknown>) {
  try {
    await write;
  } catch (error) {
    if (violates(error, 'action_plan_policy_id_year_key'))
      throw conflict('plan-exists', { fields: [{ field: 'year', code: 'taken' }] });
    throw error;
  }
}
