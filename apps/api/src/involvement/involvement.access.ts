import type { RequestContext } from '../platform/http/context.js';

export const can = {
  involve: (ctx: RequestContext) => ctx.has('staff'),
};
