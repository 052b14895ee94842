import type { RequestContext } from '../platform/http/context.js';

export const can = {
  seeWaiting: (ctx: RequestContext) => ctx.has('moderator') || ctx.has('staff') || ctx.has('administrator'),
};
