import type { RequestContext } from '../platform/http/context.js';

export const can = {
  manageRoles: (ctx: RequestContext) => ctx.has('administrator'),
};
