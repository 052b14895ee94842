import type { ActionView, NewAction } from '../src/action-plans/actions.dto.js';
import { ActionsService } from '../src/action-plans/actions.service.js';
import { ActionInputsService } from '../src/action-plans/action-inputs.service.js';
import type { PlanView } from '../src/action-plans/plans.dto.js';
import { PlansService } from '../src/action-plans/plans.service.js';
import type { RequestContext } from '../src/platform/http/context.js';
import type { PublishedPolicy } from './fixtures.js';
import { contextOf, someone, type Someone, type World } from './world.js';

export interface Planned extends PublishedPolicy {
  staff: Someone;
  ctx: RequestContext;
  plan: PlanView;
  actions: ActionView[];
}

interface ActionWish extends Partial<NewAction> {
  comments?: readonly { id: string }[];
  initiatives?: readonly { id: string }[];
}

/** A plan for the policy, a draft unless `published`, with these actions and what they build on. */
export async function aPlan(
  world: World,
  policy: PublishedPolicy,
  wishes: { year?: number; title?: string; published?: boolean; actions?: ActionWish[] } = {},
): Promise<Planned> {
  const staff = await someone(world, policy.municipality, ['staff']);
  const ctx = await contextOf(world, policy.municipality, staff);
  const plans = world.app.get(PlansService);
  const { year = 2027, title = 'Handleplan 2027' } = wishes;
  const { id } = await plans.create(ctx, policy.policy.id, { year, title });
  const actions: ActionView[] = [];
  for (const { comments = [], initiatives = [], ...wish } of wishes.actions ?? [{}]) {
    const action = await world.app
      .get(ActionsService)
      .add(ctx, id, { title: 'Åbne huse om aftenen', ...wish });
    actions.push(
      await world.app.get(ActionInputsService).link(ctx, action.id, {
        commentIds: comments.map((comment) => comment.id),
        initiativeIds: initiatives.map((initiative) => initiative.id),
      }),
    );
  }
  const plan = wishes.published ? await plans.publish(ctx, id) : await plans.show(ctx, id);
  return { ...policy, staff, ctx, plan, actions };
}
