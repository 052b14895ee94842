import type { RequestContext } from '../platform/http/context.js';

export const can = {
  /** Only ever one's own. */
  read: (ctx: RequestContext) => ctx.person !== null,
  mention: (ctx: RequestContext) => ctx.has('resident'),
};
