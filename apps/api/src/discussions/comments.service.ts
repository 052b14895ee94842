import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, invalidField, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeId, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import { AttachmentsService } from './attachments.service.js';
import { CommentRevision } from './comment-revision.entity.js';
import { Comment } from './comment.entity.js';
import {
  mapComment,
  VALUE_OF_VOTE,
  type BranchPage,
  type BranchQuery,
  type ChangesView,
  type CommentInput,
  type CommentPage,
  type CommentRow,
  type CommentView,
  type RevisionList,
  type Vote,
} from './comments.dto.js';
import {
  branchesOf,
  changedSince,
  commentById,
  countsOf,
  firstReplies,
  repliesOf,
  REPLIES_SHOWN,
  writeVote,
  type Start,
} from './comments.repository.js';
import { isReadable, stateOf } from './comment.rules.js';
import { can } from './discussions.access.js';
import { CommentHeld, CommentPosted, ThreadChanged } from './discussions.events.js';
import { Gates } from './gates.js';
import { ThreadsService } from './threads.service.js';

/** More changes than this are not told one by one. */
const CHANGES_TOLD = 100;

const keyOf = (row: CommentRow) => [row.id];

@Injectable()
export class CommentsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly threads: ThreadsService,
    private readonly gates: Gates,
    private readonly attachments: AttachmentsService,
  ) {}

  async branches(ctx: RequestContext, threadId: string, query: BranchQuery): Promise<BranchPage> {
    const thread = await this.threads.byId(ctx, threadId);
    const limit = limitOf(query);
    const start = await this.start(ctx, threadId, query);
    const rows = await branchesOf(ctx, threadId, query.order ?? 'oldest', start, limit + 1);
    const replies = Map.groupBy(
      await firstReplies(
        ctx,
        rows.filter(({ replyCount }) => replyCount > 0).map(({ id }) => id),
      ),
      ({ rootId }) => rootId,
    );
    const map = this.mapper(ctx, this.threads.blockers(thread).length === 0);
    return pageOf(rows, limit, keyOf, (row) => {
      const page = pageOf(replies.get(row.id) ?? [], REPLIES_SHOWN, keyOf, map);
      return { ...map(row), replies: page.items, nextReplies: page.next };
    });
  }

  async replies(ctx: RequestContext, commentId: string, query: PageQuery): Promise<CommentPage> {
    const { open } = await this.find(ctx, commentId);
    const limit = limitOf(query);
    return pageOf(
      await repliesOf(ctx, commentId, decodeId(query.after), limit + 1),
      limit,
      keyOf,
      this.mapper(ctx, open),
    );
  }

  async show(ctx: RequestContext, commentId: string): Promise<CommentView> {
    const { comment, open } = await this.find(ctx, commentId);
    return this.mapper(ctx, open)(comment);
  }

  async changes(ctx: RequestContext, threadId: string, since: number): Promise<ChangesView> {
    const thread = await this.threads.byId(ctx, threadId);
    const view = this.threads.view(ctx, thread);
    const rows = await changedSince(ctx, threadId, since, CHANGES_TOLD + 1);
    const tooMany = rows.length > CHANGES_TOLD;
    const map = this.mapper(ctx, view.blockers.length === 0);
    return { thread: view, items: tooMany ? [] : rows.map(map), tooMany };
  }

  /** What it said before each edit, newest first. What is hidden now has no past to read either. */
  async revisions(ctx: RequestContext, commentId: string): Promise<RevisionList> {
    const { comment } = await this.find(ctx, commentId);
    if (!isReadable(comment) && !can.readHidden(ctx, comment)) throw notFound();
    const revisions = await ctx.db
      .getRepository(CommentRevision)
      .find({ where: { commentId }, order: { id: 'DESC' }, take: 50 });
    return {
      items: revisions.map(({ body, replacedAt }) => ({ body, replacedAt: replacedAt.toISOString() })),
    };
  }

  async post(ctx: RequestContext, threadId: string, input: CommentInput): Promise<CommentView> {
    allow(ctx, can.participate(ctx));
    const thread = await this.threads.byId(ctx, threadId);
    this.threads.requireOpen(thread);
    const parent = input.parentId ? await this.answerable(ctx, threadId, input.parentId) : null;
    const comments = ctx.db.getRepository(Comment);
    const comment = comments.create({
      municipalityId: ctx.here,
      threadId,
      parentId: parent?.id ?? null,
      rootId: parent ? (parent.rootId ?? parent.id) : null,
      authorId: ctx.me.id,
      body: input.body,
      language: input.language ?? ctx.language,
    });
    await this.database.transaction(ctx, async (ctx) => {
      const verdict = await this.gates.ask(ctx, { kind: 'comment', id: null, threadId, text: input.body });
      if (verdict) Object.assign(comment, { heldAt: new Date(), heldReason: verdict.hold });
      comment.revision = await this.threads.touch(ctx, threadId, verdict ? 0 : 1);
      await ctx.db.getRepository(Comment).insert(comment);
      if (input.attachment) await this.attachments.take(ctx, comment.id, input.attachment);
      if (comment.rootId)
        await ctx.db.query('UPDATE comment SET reply_count = reply_count + 1, revision = $2 WHERE id = $1', [
          comment.rootId,
          comment.revision,
        ]);
      await this.events.publish(
        ctx,
        verdict
          ? new CommentHeld(comment, verdict.hold)
          : new CommentPosted(comment, parent?.authorId ?? null, thread),
      );
    });
    return this.show(ctx, comment.id);
  }

  async edit(ctx: RequestContext, commentId: string, body: string): Promise<CommentView> {
    const { comment } = await this.find(ctx, commentId);
    allow(ctx, comment.authorId === ctx.me.id);
    if (!can.edit(ctx, comment, new Date())) throw conflict('edit-window-passed');
    if (comment.body !== body)
      await this.database.transaction(ctx, async (ctx) => {
        const revision = await this.threads.touch(ctx, comment.threadId);
        await ctx.db.getRepository(CommentRevision).insert({ commentId, body: comment.body });
        await ctx.db
          .getRepository(Comment)
          .update({ id: commentId }, { body, editedAt: new Date(), revision });
      });
    return this.show(ctx, commentId);
  }

  /** Its author takes it back: a tombstone stays, and so do the replies. */
  async remove(ctx: RequestContext, commentId: string): Promise<CommentView> {
    const { comment } = await this.find(ctx, commentId);
    allow(ctx, can.remove(ctx, comment));
    await this.change(ctx, comment, -1, { removedAt: new Date() });
    return this.show(ctx, commentId);
  }

  /** @param vote null takes the vote back */
  async vote(ctx: RequestContext, commentId: string, vote: Vote | null): Promise<CommentView> {
    allow(ctx, can.participate(ctx));
    const { comment, open } = await this.find(ctx, commentId);
    if (!isReadable(comment)) throw conflict('contribution-hidden');
    if (!open) this.threads.requireOpen(comment);
    const value = vote === null ? null : VALUE_OF_VOTE[vote];
    const revision = await writeVote(ctx, comment, value);
    // Locked or hidden since it was read a moment ago: the rules say which when asked again.
    if (revision === undefined) return this.vote(ctx, commentId, vote);
    await this.events.publish(ctx, new ThreadChanged(comment.threadId, revision));
    return this.mapper(ctx, open)({ ...comment, ...(await countsOf(ctx, commentId)), myVote: value });
  }

  /** What was held back can be read by everyone from now on. */
  async release(ctx: RequestContext, commentId: string): Promise<Comment> {
    allow(ctx, can.moderate(ctx));
    const { comment } = await this.find(ctx, commentId);
    if (stateOf(comment) !== 'held') throw conflict('already-decided');
    await this.change(ctx, comment, 1, { heldAt: null, heldReason: null });
    const parent = comment.parentId ? await commentById(ctx, comment.parentId) : null;
    const thread = await this.threads.byId(ctx, comment.threadId);
    await this.events.publish(ctx, new CommentPosted(comment, parent?.authorId ?? null, thread));
    return comment;
  }

  /** Out of sight, the text kept; the reason is on the tombstone. */
  async hide(ctx: RequestContext, commentId: string, reason: string): Promise<Comment> {
    allow(ctx, can.moderate(ctx));
    const { comment } = await this.find(ctx, commentId);
    const state = stateOf(comment);
    if (state !== 'visible' && state !== 'held') throw conflict('contribution-hidden');
    await this.change(ctx, comment, state === 'held' ? 0 : -1, {
      hiddenAt: new Date(),
      hiddenReason: reason,
    });
    return comment;
  }

  async restore(ctx: RequestContext, commentId: string): Promise<Comment> {
    allow(ctx, can.moderate(ctx));
    const { comment } = await this.find(ctx, commentId);
    if (!comment.hiddenAt) throw conflict('conflict');
    await this.change(ctx, comment, comment.removedAt || comment.heldAt ? 0 : 1, {
      hiddenAt: null,
      hiddenReason: null,
    });
    return comment;
  }

  /** A comment of this municipality, and whether one can write in its thread now. @throws 404 */
  async find(ctx: RequestContext, commentId: string) {
    const comment = await commentById(ctx, commentId);
    if (!comment) throw notFound();
    return { comment, open: this.threads.blockers(comment).length === 0 };
  }

  /** Where a page begins: after a cursor, or with the branch a comment is in. */
  private async start(ctx: RequestContext, threadId: string, query: BranchQuery): Promise<Start | null> {
    const after = decodeId(query.after);
    if (after) return { id: after, included: false };
    if (!query.from) return null;
    const comment = await commentById(ctx, query.from);
    if (comment?.threadId !== threadId) throw notFound();
    return { id: comment.rootId ?? comment.id, included: true };
  }

  private async answerable(ctx: RequestContext, threadId: string, parentId: string): Promise<CommentRow> {
    const parent = await commentById(ctx, parentId);
    if (!parent || parent.threadId !== threadId) throw invalidField('parentId', 'unknown');
    if (!isReadable(parent)) throw conflict('contribution-hidden');
    return parent;
  }

  private change(ctx: RequestContext, { id, threadId }: Comment, comments: number, change: Partial<Comment>) {
    return this.database.transaction(ctx, async (ctx) => {
      const revision = await this.threads.touch(ctx, threadId, comments);
      await ctx.db.getRepository(Comment).update({ id }, { ...change, revision });
    });
  }

  private mapper(ctx: RequestContext, open: boolean) {
    const now = new Date();
    return (row: CommentRow) => mapComment(ctx, row, open, now);
  }
}
