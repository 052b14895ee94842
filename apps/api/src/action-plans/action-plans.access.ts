import type { RequestContext } from '../platform/http/context.js';
import type { ActionPlan } from './action-plan.entity.js';

export const can = {
  write: (ctx: RequestContext) => ctx.has('staff'),
  publish: (ctx: RequestContext) => ctx.has('staff'),
  export: (ctx: RequestContext) => ctx.has('staff'),
  /** A draft is its authors'; published, everyone's. */
  read: (ctx: RequestContext, plan: ActionPlan) => plan.publishedAt !== null || ctx.has('staff'),
  /** Residents were told that it is in the plan: from then on an action is dropped, not taken out. */
  removeAction: (ctx: RequestContext, plan: ActionPlan) => ctx.has('staff') && plan.publishedAt === null,
};
