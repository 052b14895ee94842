import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { conflict, invalidField } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { CommentMove } from './comment-move.entity.js';
import { CommentRevision } from './comment-revision.entity.js';
import { Comment } from './comment.entity.js';
import { isReadable } from './comment.rules.js';
import { CommentsService } from './comments.service.js';
import { can } from './discussions.access.js';
import { Thread } from './thread.entity.js';
import { ThreadsService } from './threads.service.js';

/** What a comment said, with all it said before. */
export interface CommentOriginal {
  text: string;
  revisions: { body: string; replacedAt: string }[];
}

/** What moderators do to comments beyond hiding them. Always within the transaction of their decision. */
@Injectable()
export class InterventionsService {
  constructor(
    private readonly comments: CommentsService,
    private readonly threads: ThreadsService,
  ) {}

  /** Changes a comment under its thread's lock, and the thread's count where it can or cannot be read any more. */
  async change(ctx: RequestContext, commentId: string, change: Partial<Comment>): Promise<Comment> {
    allow(ctx, can.moderate(ctx));
    const { comment } = await this.comments.find(ctx, commentId);
    const after = { ...comment, ...change };
    const readable = Number(isReadable(after)) - Number(isReadable(comment));
    const revision = await this.threads.touch(ctx, comment.threadId, readable);
    await ctx.db.getRepository(Comment).update({ id: commentId }, { ...change, revision });
    return comment;
  }

  /** Puts another text in the place of the one that was there and of everything it said before, and gives those. */
  async replace(
    ctx: RequestContext,
    commentId: string,
    body: string,
    marks: Partial<Comment>,
  ): Promise<CommentOriginal> {
    const comment = await this.change(ctx, commentId, { ...marks, body });
    const [gone] = await ctx.db.query<[CommentOriginal['revisions'], number]>(
      'DELETE FROM comment_revision WHERE comment_id = $1 RETURNING body, replaced_at AS "replacedAt"',
      [commentId],
    );
    const revisions = gone.toSorted((a, b) => Date.parse(b.replacedAt) - Date.parse(a.replacedAt));
    return { text: comment.body, revisions };
  }

  /** The way back from `replace`. */
  async putBack(
    ctx: RequestContext,
    commentId: string,
    { text, revisions }: CommentOriginal,
    marks: Partial<Comment>,
  ) {
    await this.change(ctx, commentId, { ...marks, body: text });
    const rows = revisions.toReversed().map(({ body, replacedAt }) => ({
      commentId,
      body,
      replacedAt: new Date(replacedAt),
    }));
    if (rows.length) await ctx.db.getRepository(CommentRevision).insert(rows);
  }

  /** Takes a comment with everything that answers it to another thread, where it begins a branch. @throws 404, 422 */
  async move(ctx: RequestContext, commentId: string, toThreadId: string): Promise<CommentMove> {
    allow(ctx, can.moderate(ctx));
    const { comment } = await this.comments.find(ctx, commentId);
    return this.relocate(ctx, {
      commentId,
      fromThreadId: comment.threadId,
      fromParentId: comment.parentId,
      fromRootId: comment.rootId,
      toThreadId,
    });
  }

  /** Takes everything said in one thread to another, and locks the one it left. @throws 404, 422 */
  async merge(
    ctx: RequestContext,
    threadId: string,
    toThreadId: string,
    reason: string,
  ): Promise<CommentMove> {
    allow(ctx, can.moderate(ctx));
    await this.threads.byId(ctx, threadId);
    const move = await this.relocate(ctx, {
      commentId: null,
      fromThreadId: threadId,
      fromParentId: null,
      fromRootId: null,
      toThreadId,
    });
    await this.threads.lock(ctx, threadId, reason);
    return move;
  }

  /**
   * Takes back what was moved, with what was answered there meanwhile.
   * @throws 409 where it, or what it answered, has been moved on since
   */
  async moveBack(ctx: RequestContext, moveId: string) {
    allow(ctx, can.moderate(ctx));
    const moves = ctx.db.getRepository(CommentMove);
    const move = await moves.findOneBy({ id: moveId, municipalityId: ctx.here, undoneAt: IsNull() });
    if (!move) throw conflict('changed-meanwhile');
    const { commentId, fromThreadId, fromParentId, fromRootId, toThreadId } = move;
    const comments = ctx.db.getRepository(Comment);
    const there = !commentId || (await comments.existsBy({ id: commentId, moveId }));
    const parent = !fromParentId || (await comments.existsBy({ id: fromParentId, threadId: fromThreadId }));
    if (!there || !parent) throw conflict('changed-meanwhile');
    const what = { commentId, backOf: moveId, parentId: fromParentId, rootId: fromRootId };
    await this.threads.relocate(ctx, what, toThreadId, fromThreadId);
    await moves.update({ id: moveId }, { undoneAt: new Date() });
  }

  /** Both threads of a move. */
  async threadsOf(ctx: RequestContext, moveId: string): Promise<string[]> {
    const move = await ctx.db.getRepository(CommentMove).findOneBy({ id: moveId, municipalityId: ctx.here });
    return move ? [move.fromThreadId, move.toThreadId] : [];
  }

  private async relocate(
    ctx: RequestContext,
    where: Pick<CommentMove, 'commentId' | 'fromThreadId' | 'fromParentId' | 'fromRootId' | 'toThreadId'>,
  ): Promise<CommentMove> {
    const { commentId, fromThreadId, toThreadId } = where;
    if (fromThreadId === toThreadId) throw invalidField('threadId', 'taken');
    const target = await ctx.db.getRepository(Thread).existsBy({ id: toThreadId, municipalityId: ctx.here });
    if (!target) throw invalidField('threadId', 'unknown');
    const moves = ctx.db.getRepository(CommentMove);
    const move = moves.create({ ...where, municipalityId: ctx.here });
    await moves.insert(move);
    move.commentCount = await this.threads.relocate(
      ctx,
      { commentId, moveId: move.id },
      fromThreadId,
      toThreadId,
    );
    await moves.update({ id: move.id }, { commentCount: move.commentCount });
    return move;
  }
}
