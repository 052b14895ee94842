import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Database, violates } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, invalidField, invalidInput, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import {
  decodeCursor,
  decodeId,
  encodeCursor,
  limitOf,
  pageOf,
  type PageQuery,
} from '../platform/http/paging.js';
import { together } from '../platform/http/together.js';
import { blocksOfText } from '../platform/text/blocks.rules.js';
import { languageOf } from '../platform/text/language.rules.js';
import { AttachmentsService } from './attachments.service.js';
import { CommentRevision } from './comment-revision.entity.js';
import { Comment } from './comment.entity.js';
import {
  mapComment,
  VALUE_OF_VOTE,
  type ArgumentPage,
  type ArgumentQuery,
  type BranchPage,
  type BranchQuery,
  type BranchView,
  type BridgingView,
  type ChangesView,
  type CommentEdit,
  type CommentInput,
  type CommentRow,
  type CommentView,
  type Order,
  type RemarkPage,
  type ReplyPage,
  type ReplyQuery,
  type RevisionList,
  type Vote,
} from './comments.dto.js';
import {
  argumentsOf,
  remarksOf,
  branchesOf,
  changedSince,
  commentById,
  countsOf,
  firstReplies,
  goneSince,
  isRanked,
  rankOf,
  repliesOf,
  REPLIES_SHOWN,
  writeVote,
  votersOf,
  type Start,
  type Wish,
} from './comments.repository.js';
import { getArgumentFaults, getArgumentLengthFaults, isReadable, stateOf } from './comment.rules.js';
import { can } from './discussions.access.js';
import { CommentHeld, CommentPosted, HeldCommentRemoved, ThreadChanged } from './discussions.events.js';
import { Gates, type Verdict } from './gates.js';
import type { Thread } from './thread.entity.js';
import { ThreadsService, TOGETHER_MS } from './threads.service.js';

/** More changes than this are not told one by one. */
const CHANGES_TOLD = 100;

/** A thread in which fewer voted has no opinion groups (source: Polis, see the algorithm of the groups). */
const VOTERS_NEEDED = 15;

const keyOf = (row: CommentRow) => [row.id];

/** A page of one row more than asked for, and where the pages around it begin. `before`: whether something may be. */
function window<Row>(
  found: readonly Row[],
  limit: number,
  { backwards, before }: { backwards: boolean; before: boolean },
  key: (row: Row) => readonly (string | number | null)[],
) {
  const more = found.length > limit;
  const rows = backwards ? found.slice(0, limit).toReversed() : found.slice(0, limit);
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    next: last && (backwards || more) ? encodeCursor(key(last)) : null,
    previous: first && before && (!backwards || more) ? encodeCursor(key(first)) : null,
  };
}

@Injectable()
export class CommentsService {
  private readonly shared = together<ChangesView>(TOGETHER_MS);
  private readonly gone = together<string[]>(TOGETHER_MS);

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
    const notBridging = query.order === 'bridging' ? await this.notBridging(ctx, thread) : null;
    const order = notBridging ? 'supported' : (query.order ?? 'oldest');
    const wish = { order, filter: query.filter, language: query.language };
    const key = (row: CommentRow) => [...(isRanked(order) ? [rankOf(order, row)] : []), row.id];
    const linked = await this.linked(ctx, threadId, query.from ?? query.around);
    const asked = await this.start(ctx, order, query, linked);
    const backwards = Boolean(query.before);
    const nearness = query.around ? limit : 1;
    const ahead = asked && !backwards ? await this.ahead(ctx, threadId, wish, asked, nearness) : 0;
    const start = ahead < nearness && query.around ? null : asked;
    const found = await branchesOf(ctx, threadId, { ...wish, backwards }, start, limit + 1);
    const before = start !== null && (backwards || ahead > 0);
    const { rows, ...cursors } = window(found, limit, { backwards, before }, key);
    return {
      items: await this.withReplies(ctx, rows, this.threads.blockers(thread).length === 0, linked),
      ...cursors,
      notBridging,
    };
  }

  /** From the beginning, from a cursor, or from a reply on. */
  async replies(ctx: RequestContext, commentId: string, query: ReplyQuery): Promise<ReplyPage> {
    const { open } = await this.find(ctx, commentId);
    const limit = limitOf(query);
    const backwards = Boolean(query.before);
    const included = Boolean(query.from);
    const id = query.from ?? decodeId(query.before ?? query.after);
    const found = await repliesOf(ctx, commentId, id ? { id, included } : null, limit + 1, backwards);
    // The reply of a cursor itself comes before what follows it.
    const before =
      backwards ||
      (id !== null && (await repliesOf(ctx, commentId, { id, included: !included }, 1, true)).length > 0);
    const { rows, ...cursors } = window(found, limit, { backwards, before }, keyOf);
    return { items: rows.map(this.mapper(ctx, open)), ...cursors };
  }

  /** What speaks for an initiative, or against it. */
  async arguments(
    ctx: RequestContext,
    threadId: string,
    { stance, ...query }: ArgumentQuery,
  ): Promise<ArgumentPage> {
    const thread = await this.threads.byId(ctx, threadId);
    const limit = limitOf(query);
    const after = decodeCursor(query.after, 2);
    if (after && (Number.isNaN(Number(after[0])) || !isUUID(after[1])))
      throw invalidField('after', 'invalid');
    const rows = await argumentsOf(ctx, threadId, stance, after, limit + 1);
    const open = this.threads.blockers(thread).length === 0;
    return pageOf(rows, limit, ({ support, id }) => [support, id], this.mapper(ctx, open));
  }

  async show(ctx: RequestContext, commentId: string): Promise<CommentView> {
    const { comment, open } = await this.find(ctx, commentId);
    return this.mapper(ctx, open)(comment);
  }

  /** What a page asks when the socket says so and after every reconnect: hundreds of them at the same moment. */
  changes(ctx: RequestContext, threadId: string, since: number): Promise<ChangesView> {
    const ask = () => this.changesFor(ctx, threadId, since);
    // Visitors have no votes and no abilities of their own: all of them are told the same.
    return ctx.person ? ask() : this.shared([ctx.here, ctx.language, threadId, since].join(), ask);
  }

  private async changesFor(ctx: RequestContext, threadId: string, since: number): Promise<ChangesView> {
    const thread = await this.threads.current(ctx, threadId);
    const view = await this.threads.view(ctx, thread);
    if (since >= thread.revision) return { thread: view, items: [], gone: [], tooMany: false };
    const [rows, gone] = await Promise.all([
      changedSince(ctx, threadId, since, CHANGES_TOLD + 1),
      // Whoever reads, it left the same.
      this.gone(`${threadId},${since}`, () => goneSince(ctx, threadId, since, CHANGES_TOLD + 1)),
    ]);
    const tooMany = Math.max(rows.length, gone.length) > CHANGES_TOLD;
    const map = this.mapper(ctx, view.blockers.length === 0);
    const shown = new Set(rows.map(({ id }) => id));
    return {
      thread: view,
      items: tooMany ? [] : rows.map(map),
      gone: tooMany ? [] : gone.filter((id) => !shown.has(id)),
      tooMany,
    };
  }

  /** What it said before each edit, newest first. What is hidden now has no past to read either. */
  async revisions(ctx: RequestContext, commentId: string): Promise<RevisionList> {
    const { comment } = await this.find(ctx, commentId);
    if (!isReadable(comment) && !can.readHidden(ctx, comment)) throw notFound();
    const revisions = await ctx.db
      .getRepository(CommentRevision)
      .find({ where: { commentId }, order: { id: 'DESC' }, take: 50 });
    return {
      items: revisions.map(({ body, replacedAt }) => ({
        body,
        blocks: blocksOfText(body),
        replacedAt: replacedAt.toISOString(),
      })),
    };
  }

  /** What the proposers of the initiative the thread is about added to it. */
  async remarks(ctx: RequestContext, threadId: string, query: PageQuery): Promise<RemarkPage> {
    const thread = await this.threads.byId(ctx, threadId);
    const limit = limitOf(query);
    const rows = await remarksOf(ctx, threadId, decodeId(query.after), limit + 1);
    return pageOf(rows, limit, keyOf, this.mapper(ctx, this.threads.blockers(thread).length === 0));
  }

  /** @param remark by whoever may add to what the thread is about, which its feature knows; also to a closed thread */
  async post(
    ctx: RequestContext,
    threadId: string,
    input: CommentInput,
    remark = false,
  ): Promise<CommentView> {
    allow(ctx, can.participate(ctx));
    const { channel = 'web', type = null, stance = null } = input;
    // Whoever keys in what was said elsewhere is not its author.
    const keyedIn = channel !== 'web';
    if (keyedIn) allow(ctx, can.answer(ctx));
    const thread = await this.threads.byId(ctx, threadId);
    if (!remark) this.threads.requireOpen(thread);
    const parent = input.parentId ? await this.answerable(ctx, threadId, input.parentId) : null;
    const faults = getArgumentFaults(stance, input, thread);
    if (faults.length) throw invalidInput(faults);
    const comments = ctx.db.getRepository(Comment);
    const comment = comments.create({
      municipalityId: ctx.here,
      threadId,
      parentId: parent?.id ?? null,
      rootId: parent ? (parent.rootId ?? parent.id) : null,
      authorId: keyedIn ? null : ctx.me.id,
      enteredById: keyedIn ? ctx.me.id : null,
      speaker: (keyedIn && input.speaker) || null,
      body: input.body,
      language: input.language ?? languageOf(input.body, ctx.language),
      channel,
      type,
      stance,
      remark,
    });
    await this.database.transaction(ctx, async (ctx) => {
      const verdict = await this.gates.ask(ctx, { kind: 'comment', id: null, threadId, text: input.body });
      if (verdict) Object.assign(comment, { heldAt: new Date(), ...heldBy(verdict) });
      comment.revision = await this.threads.touch(ctx, threadId, verdict ? 0 : 1);
      await this.insert(ctx, comment);
      if (input.attachment) await this.attachments.take(ctx, comment.id, input.attachment);
      await this.events.publish(
        ctx,
        verdict
          ? new CommentHeld(comment, verdict.hold, thread)
          : new CommentPosted(comment, parent?.authorId ?? null, thread),
      );
    });
    return this.show(ctx, comment.id);
  }

  async edit(ctx: RequestContext, commentId: string, input: CommentEdit): Promise<CommentView> {
    const { comment } = await this.find(ctx, commentId);
    allow(ctx, can.change(ctx, comment));
    if (!can.edit(ctx, comment, new Date())) throw conflict('edit-window-passed');
    const { body, language = comment.language, type = comment.type } = input;
    const faults = getArgumentLengthFaults(comment.stance, body);
    if (faults.length) throw invalidInput(faults);
    const rewritten = comment.body !== body;
    if (rewritten || comment.language !== language || comment.type !== type)
      await this.database.transaction(ctx, async (ctx) => {
        const draft = { kind: 'comment', id: commentId, threadId: comment.threadId, text: body } as const;
        const verdict = rewritten ? await this.gates.ask(ctx, draft) : null;
        const revision = await this.threads.touch(ctx, comment.threadId, verdict ? -1 : 0);
        const now = new Date();
        if (rewritten) await ctx.db.getRepository(CommentRevision).insert({ commentId, body: comment.body });
        await ctx.db.getRepository(Comment).update(
          { id: commentId },
          {
            body,
            language,
            type,
            revision,
            ...(rewritten && { editedAt: now }),
            ...(verdict && { heldAt: now, ...heldBy(verdict) }),
          },
        );
        if (!verdict) return;
        const held = { ...comment, body, ...heldBy(verdict) };
        const thread = await this.threads.byId(ctx, comment.threadId);
        await this.events.publish(ctx, new CommentHeld(held, verdict.hold, thread));
      });
    return this.show(ctx, commentId);
  }

  /** Its author takes it back: a tombstone stays, and so do the replies. */
  async remove(ctx: RequestContext, commentId: string): Promise<CommentView> {
    const { comment } = await this.find(ctx, commentId);
    allow(ctx, can.remove(ctx, comment));
    await this.database.transaction(ctx, async (ctx) => {
      await this.change(ctx, comment, isReadable(comment) ? -1 : 0, { removedAt: new Date() });
      if (comment.heldAt) await this.events.publish(ctx, new HeldCommentRemoved(comment));
    });
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
    if (!comment || !can.see(ctx, comment)) throw notFound();
    return { comment, open: this.threads.blockers(comment).length === 0 };
  }

  /** Where a page begins: after a cursor or before one, or with the branch a comment is in. */
  private async linked(ctx: RequestContext, threadId: string, id: string | undefined) {
    if (!id) return null;
    const comment = await commentById(ctx, id);
    if (comment?.threadId !== threadId || !can.see(ctx, comment)) throw notFound();
    return comment;
  }

  private async start(
    ctx: RequestContext,
    order: Order,
    query: BranchQuery,
    linked: CommentRow | null,
  ): Promise<Start | null> {
    const cursor = query.before ? 'before' : 'after';
    const key = decodeCursor(query[cursor], isRanked(order) ? 2 : 1);
    if (key) {
      const [rank, id] = isRanked(order) ? [Number(key[0]), key[1]] : [null, key[0]];
      if (!isUUID(id) || Number.isNaN(rank)) throw invalidField(cursor, 'invalid');
      return { rank, id: String(id), included: false };
    }
    if (linked && !isRanked(order)) return { rank: null, id: linked.rootId ?? linked.id, included: true };
    const root = linked?.rootId ? await commentById(ctx, linked.rootId) : linked;
    return root ? { rank: rankOf(order, root), id: root.id, included: true } : null;
  }

  /** How many branches come before a place, counted no further than `most`. */
  private async ahead(
    ctx: RequestContext,
    threadId: string,
    wish: Wish,
    start: Start,
    most: number,
  ): Promise<number> {
    // The branch of a cursor itself comes before what follows it.
    const before = { ...start, included: !start.included };
    return (await branchesOf(ctx, threadId, { ...wish, backwards: true }, before, most)).length;
  }

  private async withReplies(
    ctx: RequestContext,
    roots: readonly CommentRow[],
    open: boolean,
    linked: CommentRow | null,
  ): Promise<BranchView[]> {
    const map = this.mapper(ctx, open);
    // One's own answers that are held back are not counted, and yet shown to oneself.
    const answered = roots.filter(({ replyCount }) => replyCount > 0 || ctx.person !== null);
    const replies = Map.groupBy(
      await firstReplies(
        ctx,
        answered.map(({ id }) => id),
      ),
      ({ rootId }) => rootId,
    );
    const branches = roots.map((root): BranchView => {
      const said = replies.get(root.id) ?? [];
      const { items, next } = pageOf(said.slice(0, REPLIES_SHOWN + 1), REPLIES_SHOWN, keyOf, map);
      const official = said.slice(REPLIES_SHOWN).filter(({ officialAt }) => officialAt);
      return {
        ...map(root),
        replies: [...items, ...official.map(map)],
        nextReplies: next,
        previousReplies: null,
      };
    });
    const branch = branches.find(({ id }) => id === linked?.rootId);
    if (branch && linked && !branch.replies.some(({ id }) => id === linked.id))
      Object.assign(branch, await this.openedAt(ctx, branch, linked, map));
    return branches;
  }

  /** A branch from a reply deep in it on; with what that answers, and what answers the branch officially. */
  private async openedAt(
    ctx: RequestContext,
    branch: BranchView,
    linked: CommentRow,
    map: (row: CommentRow) => CommentView,
  ): Promise<Pick<BranchView, 'replies' | 'nextReplies' | 'previousReplies'>> {
    const [found, answered] = await Promise.all([
      repliesOf(ctx, branch.id, { id: linked.id, included: true }, REPLIES_SHOWN + 1),
      linked.parentId !== null && linked.parentId !== branch.id && commentById(ctx, linked.parentId),
    ]);
    // It is not among the first, so something comes before it.
    const { rows, next, previous } = window(found, REPLIES_SHOWN, { backwards: false, before: true }, keyOf);
    const official = branch.replies.filter((reply) => reply.official);
    const shown = new Map(
      [...official, ...[...(answered ? [answered] : []), ...rows].map(map)].map((reply) => [reply.id, reply]),
    );
    const replies = [...shown.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return { replies, nextReplies: next, previousReplies: previous };
  }

  /** Why a thread cannot be ranked across opinion groups; null: it can. */
  private async notBridging(ctx: RequestContext, { id, bridgedAt }: Thread): Promise<BridgingView | null> {
    if (bridgedAt) return null;
    const voters = await votersOf(ctx, id, VOTERS_NEEDED);
    const reason = voters < VOTERS_NEEDED ? 'too-few-voters' : 'not-computed';
    return { reason, voters, needed: VOTERS_NEEDED };
  }

  private async answerable(ctx: RequestContext, threadId: string, parentId: string): Promise<CommentRow> {
    const parent = await commentById(ctx, parentId);
    if (!parent || parent.threadId !== threadId || !can.see(ctx, parent))
      throw invalidField('parentId', 'unknown');
    if (!isReadable(parent)) throw conflict('contribution-hidden');
    return parent;
  }

  /** What it answers may have been moved to another thread while it was written. */
  private async insert(ctx: RequestContext, comment: Comment) {
    try {
      await ctx.db.getRepository(Comment).insert(comment);
    } catch (error) {
      if (violates(error, 'reply_in_thread')) throw conflict('changed-meanwhile');
      throw error;
    }
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

const heldBy = ({ hold, detail = '' }: NonNullable<Verdict>) => ({ heldReason: hold, heldDetail: detail });
