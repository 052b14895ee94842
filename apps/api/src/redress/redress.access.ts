import type { RequestContext } from '../platform/http/context.js';

export const can = {
  /** What was decided about oneself; the rows themselves say whether it is one's own. */
  appeal: (ctx: RequestContext) => ctx.person !== null,
  answerHearing: (ctx: RequestContext) => ctx.person !== null,
  decide: (ctx: RequestContext) => ctx.has('moderator'),
  /** Also without an account. */
  notify: () => true,
  /** What moderation did is everybody's business. */
  readTransparency: () => true,
  registerOrder: (ctx: RequestContext) =>
    ctx.has('moderator') || ctx.has('staff') || ctx.has('administrator'),
  readSettings: (ctx: RequestContext) => ctx.has('moderator') || ctx.has('administrator'),
  changeSettings: (ctx: RequestContext) => ctx.has('administrator'),
  /** Files of what others wrote and what became of it. */
  exportRecords: (ctx: RequestContext) => ctx.has('staff') || ctx.has('administrator'),
  /** What is known of oneself. */
  exportOwn: (ctx: RequestContext) => ctx.person !== null,
  exportHidden: (ctx: RequestContext) => ctx.has('administrator'),
};
