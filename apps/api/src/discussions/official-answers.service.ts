import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { conflict, invalidField } from '../platform/errors/problem.js';
import { Events } from '../platform/events/events.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { Comment } from './comment.entity.js';
import { isReadable } from './comment.rules.js';
import type { CommentRow, CommentView } from './comments.dto.js';
import { ancestorsOf } from './comments.repository.js';
import { CommentsService } from './comments.service.js';
import { can } from './discussions.access.js';
import { OfficialAnswerPinned } from './discussions.events.js';
import { OfficialAnswer } from './official-answer.entity.js';
import { ThreadsService } from './threads.service.js';

/** What the municipality answers: a comment of staff, pinned to what it answers. */
@Injectable()
export class OfficialAnswersService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly threads: ThreadsService,
    private readonly comments: CommentsService,
  ) {}

  /** @param answersId a comment above it in its branch; null: the whole thread. What was pinned there gives way. */
  async pin(ctx: RequestContext, commentId: string, answersId: string | null): Promise<CommentView> {
    allow(ctx, can.answer(ctx));
    const { comment } = await this.comments.find(ctx, commentId);
    allow(ctx, comment.voice === 'staff');
    if (!isReadable(comment)) throw conflict('contribution-hidden');
    const answered = answersId ? await this.answered(ctx, comment, answersId) : null;
    await this.database.transaction(ctx, async (ctx) => {
      const revision = await this.threads.touch(ctx, comment.threadId);
      await this.close(ctx, comment, { answersId }, revision);
      await ctx.db
        .getRepository(OfficialAnswer)
        .insert({ threadId: comment.threadId, commentId, answersId, pinnedById: ctx.me.id });
      await ctx.db.getRepository(Comment).update({ id: commentId }, { revision });
      const thread = await this.threads.byId(ctx, comment.threadId);
      await this.events.publish(ctx, new OfficialAnswerPinned(comment, answered?.authorId ?? null, thread));
    });
    return this.comments.show(ctx, commentId);
  }

  async unpin(ctx: RequestContext, commentId: string): Promise<CommentView> {
    allow(ctx, can.answer(ctx));
    const { comment } = await this.comments.find(ctx, commentId);
    await this.database.transaction(ctx, async (ctx) => {
      const revision = await this.threads.touch(ctx, comment.threadId);
      await this.close(ctx, comment, null, revision);
    });
    return this.comments.show(ctx, commentId);
  }

  /** What is pinned there, or this comment wherever it is: the row stays, with who ended it; open pages hear of it. */
  private async close(
    ctx: RequestContext,
    { id, threadId }: Comment,
    answers: { answersId: string | null } | null,
    revision: number,
  ) {
    await ctx.db.query(
      `WITH closed AS (
         UPDATE official_answer SET unpinned_at = now(), unpinned_by_id = $1
         WHERE unpinned_at IS NULL
           AND (comment_id = $2 OR ($4 AND thread_id = $3 AND answers_id IS NOT DISTINCT FROM $5::uuid))
         RETURNING comment_id
       )
       UPDATE comment SET revision = $6 FROM closed WHERE comment.id IN (closed.comment_id, $2)`,
      [ctx.me.id, id, threadId, answers !== null, answers?.answersId ?? null, revision],
    );
  }

  private async answered(ctx: RequestContext, comment: CommentRow, answersId: string) {
    const answered = (await ancestorsOf(ctx, comment.id)).find(({ id }) => id === answersId);
    if (!answered) throw invalidField('answersId', 'unknown');
    return answered;
  }
}
