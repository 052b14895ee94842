import type { RequestContext } from '../platform/http/context.js';

export const can = {
  acceptConduct: (ctx: RequestContext) => ctx.has('resident'),
  confirmStanding: (ctx: RequestContext) => ctx.has('staff') || ctx.has('administrator'),
  stateDistrict: (ctx: RequestContext) => ctx.has('resident'),
  manageRoles: (ctx: RequestContext) => ctx.has('administrator'),
};
