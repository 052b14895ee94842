import type { RequestContext } from '../platform/http/context.js';
import type { Comment } from './comment.entity.js';
import { isEditable, isReadable } from './comment.rules.js';

export const can = {
  participate: (ctx: RequestContext) => ctx.has('resident'),
  moderate: (ctx: RequestContext) => ctx.has('moderator'),
  vote: (ctx: RequestContext, comment: Comment) => ctx.has('resident') && isReadable(comment),
  edit: (ctx: RequestContext, comment: Comment, now: Date) =>
    isAuthor(ctx, comment) && isEditable(comment, ctx.municipality?.commentEditMinutes ?? 0, now),
  remove: (ctx: RequestContext, comment: Comment) => isAuthor(ctx, comment) && isReadable(comment),
  report: (ctx: RequestContext, comment: Comment) => isReadable(comment) && !isAuthor(ctx, comment),
  /** What a moderator took out of sight stays legible to moderators and to its author. */
  readHidden: (ctx: RequestContext, comment: Comment) => ctx.has('moderator') || isAuthor(ctx, comment),
};

const isAuthor = (ctx: RequestContext, { authorId }: Comment) =>
  authorId !== null && authorId === ctx.person?.id;
