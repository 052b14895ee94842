import type { RequestContext } from '../platform/http/context.js';

export const can = {
  acceptConduct: (ctx: RequestContext) => ctx.has('resident'),
  confirmStanding: (ctx: RequestContext) => ctx.has('staff') || ctx.has('administrator'),
  manageRoles: (ctx: RequestContext) => ctx.has('administrator'),
};
