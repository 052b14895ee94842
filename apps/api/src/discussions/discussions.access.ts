import type { RequestContext } from '../platform/http/context.js';
import type { Comment } from './comment.entity.js';
import { isEditable, isReadable, stateOf } from './comment.rules.js';

export const can = {
  participate: (ctx: RequestContext) => ctx.has('resident'),
  moderate: (ctx: RequestContext) => ctx.has('moderator'),
  /** To speak for the municipality: to key in, to pin an answer. */
  answer: (ctx: RequestContext) => ctx.has('staff'),
  pin: (ctx: RequestContext, comment: Comment) =>
    ctx.has('staff') && comment.voice === 'staff' && isReadable(comment),
  /** What is held back is nobody's else until a moderator has seen it. */
  see: (ctx: RequestContext, comment: Comment) =>
    comment.heldAt === null || ctx.has('moderator') || isAuthor(ctx, comment),
  vote: (ctx: RequestContext, comment: Comment) => ctx.has('resident') && isReadable(comment),
  change: (ctx: RequestContext, comment: Comment) => isAuthor(ctx, comment),
  edit: (ctx: RequestContext, comment: Comment, now: Date) =>
    isAuthor(ctx, comment) &&
    !comment.remark &&
    isEditable(comment, ctx.municipality?.commentEditMinutes ?? 0, now),
  remove: (ctx: RequestContext, comment: Comment) =>
    isAuthor(ctx, comment) && !comment.remark && ['visible', 'held'].includes(stateOf(comment)),
  report: (ctx: RequestContext, comment: Comment) => isReadable(comment) && !isAuthor(ctx, comment),
  /** What a moderator took out of sight stays legible to moderators and to its author; what the law forbids does not. */
  readHidden: (ctx: RequestContext, comment: Comment) =>
    !comment.quarantinedAt && (ctx.has('moderator') || isAuthor(ctx, comment)),
};

/** Who keyed it in answers for it as an author does. */
const isAuthor = (ctx: RequestContext, { authorId, enteredById }: Comment) =>
  ctx.person !== null && [authorId, enteredById].includes(ctx.person.id);
