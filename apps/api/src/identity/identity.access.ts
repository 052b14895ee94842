import type { RequestContext } from '../platform/http/context.js';

export const can = {
  acceptConduct: (ctx: RequestContext) => ctx.has('resident'),
  manageRoles: (ctx: RequestContext) => ctx.has('administrator'),
};
