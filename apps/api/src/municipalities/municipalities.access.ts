import type { RequestContext } from '../platform/http/context.js';

export const can = {
  participate: (ctx: RequestContext) => ctx.has('resident'),
  moderate: (ctx: RequestContext) => ctx.has('moderator'),
  workAsStaff: (ctx: RequestContext) => ctx.has('staff'),
  administer: (ctx: RequestContext) => ctx.has('administrator'),
};
