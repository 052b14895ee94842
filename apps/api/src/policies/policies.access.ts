import type { RequestContext } from '../platform/http/context.js';

export const can = {
  publishPolicy: (ctx: RequestContext) => ctx.has('staff'),
  correctPolicy: (ctx: RequestContext) => ctx.has('staff'),
};
