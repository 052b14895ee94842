import type { RequestContext } from '../platform/http/context.js';

export const can = {
  /** Also without an account. */
  report: () => true,
  moderate: (ctx: RequestContext) => ctx.has('moderator'),
  readRules: (ctx: RequestContext) => ctx.has('moderator') || ctx.has('administrator'),
  changeRules: (ctx: RequestContext) => ctx.has('administrator'),
  administer: (ctx: RequestContext) => ctx.has('administrator'),
  /** What the law forbids everyone to see is not for moderators either. */
  openQuarantine: (ctx: RequestContext) => ctx.has('administrator'),
};
