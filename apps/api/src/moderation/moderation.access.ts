import type { RequestContext } from '../platform/http/context.js';

export const can = {
  /** Also without an account. */
  report: () => true,
  moderate: (ctx: RequestContext) => ctx.has('moderator'),
};
