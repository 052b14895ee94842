import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { conflict, invalidField, notFound } from '../platform/errors/problem.js';
import { Events } from '../platform/events/events.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import { ThreadsService } from '../discussions/threads.service.js';
import { contributionsOf } from '../initiatives/contributions.js';
import { PoliciesService } from '../policies/policies.service.js';
import { can } from './action-plans.access.js';
import { ResultReported } from './action-plans.events.js';
import { firstInputsOf, inputCounts } from './action-inputs.repository.js';
import { ActionInput } from './action-input.entity.js';
import { ActionPlan } from './action-plan.entity.js';
import { Action } from './action.entity.js';
import {
  INPUTS_SHOWN,
  mapAction,
  mapPlannedAction,
  type ActionColumns,
  type ActionEdit,
  type ActionView,
  type NewAction,
  type PlannedActionPage,
} from './actions.dto.js';
import { groupByFocusArea } from './focus-area.rules.js';
import { changesOf } from './plan.changes.js';
import { nextNumber } from './plan.rules.js';
import { plannedFor } from './plans.repository.js';
import { PlansService } from './plans.service.js';

const NULLABLE = ['goalId', 'startsOn', 'endsOn', 'economyAmount'] as const;

@Injectable()
export class ActionsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly plans: PlansService,
    private readonly policies: PoliciesService,
    private readonly threads: ThreadsService,
  ) {}

  async add(ctx: RequestContext, planId: string, input: NewAction): Promise<ActionView> {
    allow(ctx, can.write(ctx));
    const id = await this.database.transaction(ctx, async (ctx) => {
      const plan = await this.plans.locked(ctx, planId);
      const others = await this.plans.actionsOf(ctx, planId);
      const actions = ctx.db.getRepository(Action);
      const action = actions.create({
        ...changesOf(input, NULLABLE),
        planId,
        position: Math.max(0, ...others.map(({ position }) => position)) + 1,
      });
      await this.requireSound(ctx, plan, action);
      if (!action.number) action.number = await this.numberFor(ctx, plan, action.goalId ?? null, others);
      await actions.insert(action);
      if (plan.publishedAt) await this.plans.openThreads(ctx, [action]);
      return action.id;
    });
    return this.show(ctx, id);
  }

  async edit(ctx: RequestContext, actionId: string, { revision, ...edit }: ActionEdit): Promise<ActionView> {
    allow(ctx, can.write(ctx));
    const {
      plan: { id: planId },
    } = await this.find(ctx, actionId);
    await this.database.transaction(ctx, async (ctx) => {
      const plan = await this.plans.locked(ctx, planId);
      const action = await ctx.db.getRepository(Action).findOneBy({ id: actionId });
      if (!action) throw notFound();
      if (revision !== undefined && revision !== action.revision) throw conflict('changed-meanwhile');
      const change = changesOf<ActionColumns & { title?: string }>(edit, NULLABLE);
      await this.requireSound(ctx, plan, { ...action, ...change });
      await ctx.db
        .getRepository(Action)
        .update({ id: actionId }, { ...change, revision: action.revision + 1 });
      const result = change.result ?? '';
      if (plan.publishedAt) await this.plans.openThreads(ctx, [{ ...action, ...change } as Action]);
      if (plan.publishedAt && result && result !== action.result)
        await this.tellResult(ctx, plan, { ...action, ...change, result });
    });
    return this.show(ctx, actionId);
  }

  /** Takes an action out of a draft; of a published plan it is dropped instead, and stays to be seen. */
  async remove(ctx: RequestContext, actionId: string): Promise<void> {
    allow(ctx, can.write(ctx));
    const {
      plan: { id: planId },
    } = await this.find(ctx, actionId);
    await this.database.transaction(ctx, async (ctx) => {
      const plan = await this.plans.locked(ctx, planId);
      if (!can.removeAction(ctx, plan)) throw conflict('conflict', { reasons: [{ type: 'plan-published' }] });
      await ctx.db.getRepository(Action).delete({ id: actionId });
    });
  }

  async show(ctx: RequestContext, actionId: string): Promise<ActionView> {
    const { action, plan } = await this.find(ctx, actionId);
    const [[counts = null], inputs, goal, comments] = await Promise.all([
      inputCounts(ctx, [actionId]),
      firstInputsOf(ctx, [actionId], INPUTS_SHOWN),
      action.goalId ? this.policies.goalInPolicy(ctx, action.goalId) : null,
      this.threads.countsOf(ctx, 'action', [actionId]),
    ]);
    return mapAction(
      ctx,
      plan,
      { ...action, counts, inputs, commentCount: comments.get(actionId) ?? 0 },
      goal?.goal ?? null,
    );
  }

  /** "In the plan": what published plans do about a goal and those below it. */
  async ofGoal(ctx: RequestContext, goalId: string, query: PageQuery): Promise<PlannedActionPage> {
    await this.policies.requireGoal(ctx, goalId);
    const [year, id] = decodeCursor(query.after, 2) ?? [];
    const limit = limitOf(query);
    const rows = await plannedFor(ctx, goalId, year && id ? [Number(year), id] : null, limit + 1);
    const counts = new Map(
      (
        await inputCounts(
          ctx,
          rows.map((row) => row.id),
        )
      ).map((count) => [count.actionId, count.comments + count.initiatives]),
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.year, row.id],
      (row) => mapPlannedAction(row, counts.get(row.id) ?? 0),
    );
  }

  /** An action of this municipality whose plan this reader may see. @throws 404 */
  async find(ctx: RequestContext, actionId: string): Promise<{ action: Action; plan: ActionPlan }> {
    const action = await ctx.db.getRepository(Action).findOneBy({ id: actionId });
    if (!action) throw notFound();
    return { action, plan: await this.plans.readable(ctx, action.planId) };
  }

  /** @throws 422 on `goalId` for a goal of another policy, on `endsOn` for an end before its start. */
  private async requireSound(ctx: RequestContext, plan: ActionPlan, action: Partial<Action>) {
    if (action.startsOn && action.endsOn && action.endsOn < action.startsOn)
      throw invalidField('endsOn', 'before-start');
    if (!action.goalId) return;
    const tree = await this.policies.tree(ctx, plan.policyId);
    if (!tree.some(({ id }) => id === action.goalId)) throw invalidField('goalId', 'unknown');
  }

  private async numberFor(
    ctx: RequestContext,
    plan: ActionPlan,
    goalId: string | null,
    others: readonly Action[],
  ) {
    const mine = { goalId, number: '', mine: true };
    const areas = groupByFocusArea(await this.policies.tree(ctx, plan.policyId), [
      ...others.map(({ goalId, number }) => ({ goalId, number, mine: false })),
      mine,
    ]);
    const place = areas.findIndex(({ actions }) => actions.includes(mine));
    return nextNumber(place + 1, areas[place]?.actions.map(({ number }) => number) ?? []);
  }

  private async tellResult(
    ctx: RequestContext,
    { id: planId, year }: ActionPlan,
    { id, title, result }: Action,
  ) {
    const links = await ctx.db.getRepository(ActionInput).findBy({ actionId: id });
    const contributions = await contributionsOf(ctx, {
      commentIds: links.flatMap(({ commentId }) => commentId ?? []),
      initiativeIds: links.flatMap(({ initiativeId }) => initiativeId ?? []),
    });
    await this.events.publish(
      ctx,
      new ResultReported({ planId, year, actionId: id, title, result }, contributions),
    );
  }
}
