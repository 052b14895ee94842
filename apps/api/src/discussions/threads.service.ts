import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { In } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, invalidField, notFound, Problem } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { together } from '../platform/http/together.js';
import { Realtime } from '../platform/realtime/realtime.js';
import { Goal } from '../policies/goal.entity.js';
import { GoalCorrected, GoalsPublished } from '../policies/policies.events.js';
import { isExpired, today } from '../policies/policy.rules.js';
import { getCommentBlockers, isReadable, type CommentBlocker } from './comment.rules.js';
import {
  mapComment,
  mapThread,
  type GoalCommentCount,
  type GoalCommentCounts,
  type ThreadView,
} from './comments.dto.js';
import { commentById } from './comments.repository.js';
import { can } from './discussions.access.js';
import { ThreadChanged } from './discussions.events.js';
import { SUBJECT_KINDS, Thread, type SubjectKind } from './thread.entity.js';
import { relocate, threadById, threadOf, type Relocation, type ThreadRow } from './threads.repository.js';

/** What a thread is about. */
export type Subject = Pick<Thread, 'subjectKind' | 'subjectId' | 'goalId' | 'path' | 'title'>;

/** Readers who come back after a restart come spread over two seconds. */
export const TOGETHER_MS = 50;

@Injectable()
export class ThreadsService {
  private readonly shared = together<ThreadRow | undefined>(TOGETHER_MS);

  constructor(
    private readonly database: Database,
    private readonly events: Events,
    realtime: Realtime,
  ) {
    events.within(GoalsPublished, (ctx, { goalIds }) => this.openForGoals(ctx, goalIds));
    events.within(GoalCorrected, (ctx, { goalId }) => this.openForGoals(ctx, [goalId]));
    events.after(ThreadChanged, (_, { threadId, revision }) =>
      realtime.changed('thread', threadId, revision),
    );
    // Threads are public, and the room says only that one changed.
    realtime.admit('thread', () => true);
  }

  async show(ctx: RequestContext, threadId: string): Promise<ThreadView> {
    return this.view(ctx, await this.byId(ctx, threadId));
  }

  /** @param subject its kind and its id, "process:0199…" @throws 404 also where nobody can speak of it (yet) */
  async ofSubject(ctx: RequestContext, subject: string): Promise<ThreadView> {
    const [kind, id] = subject.split(':');
    const subjectKind = SUBJECT_KINDS.find((known) => known === kind);
    if (!subjectKind || !isUUID(id)) throw invalidField('subject', 'invalid');
    const thread = await threadOf(ctx, subjectKind, String(id));
    if (!thread) throw notFound();
    return this.view(ctx, thread);
  }

  /** A thread of this municipality. @throws 404 */
  async byId(ctx: RequestContext, threadId: string): Promise<ThreadRow> {
    const thread = await threadById(ctx, threadId);
    if (!thread) throw notFound();
    return thread;
  }

  /** The same, asked for together with all who come at the same moment: it is nobody's own. @throws 404 */
  async current(ctx: RequestContext, threadId: string): Promise<ThreadRow> {
    const thread = await this.shared(`${ctx.here}:${threadId}`, () => threadById(ctx, threadId));
    if (!thread) throw notFound();
    return thread;
  }

  /** How much is said at each goal of a policy and below it; goals nobody has spoken of are left out. */
  async countsOfPolicy(ctx: RequestContext, policyId: string): Promise<GoalCommentCounts> {
    const items = await ctx.db.query<GoalCommentCount[]>(
      `WITH RECURSIVE said AS (
         SELECT goal.id, goal.parent_id, thread.comment_count
         FROM goal JOIN thread ON thread.subject_kind = 'goal' AND thread.subject_id = goal.id
         WHERE goal.policy_id = $1 AND goal.municipality_id = $2 AND thread.comment_count > 0
         UNION ALL
         SELECT goal.id, goal.parent_id, said.comment_count FROM said JOIN goal ON goal.id = said.parent_id
       )
       SELECT id AS "goalId", sum(comment_count)::int AS "commentCount" FROM said GROUP BY id`,
      [policyId, ctx.here],
    );
    return { items };
  }

  /** How much is said of each of these subjects, by its id. */
  async countsOf(ctx: RequestContext, subjectKind: SubjectKind, ids: readonly string[]) {
    const threads = await ctx.db
      .getRepository(Thread)
      .findBy({ municipalityId: ctx.here, subjectKind, subjectId: In([...ids]) });
    return new Map(threads.map(({ subjectId, commentCount }) => [subjectId, commentCount]));
  }

  async view(ctx: RequestContext, thread: ThreadRow): Promise<ThreadView> {
    const blockers = this.blockers(thread);
    const official = thread.officialId ? await commentById(ctx, thread.officialId) : null;
    return mapThread(
      ctx,
      thread,
      blockers,
      official && isReadable(official) ? mapComment(ctx, official, blockers.length === 0, new Date()) : null,
    );
  }

  /** Why nobody can write in the thread now. */
  blockers(thread: Pick<ThreadRow, 'lockedAt' | 'lockReason' | 'policyValidTo'>): CommentBlocker[] {
    const validTo = thread.policyValidTo;
    return getCommentBlockers(thread, { expired: isExpired({ validTo }, today()), validTo });
  }

  /** @throws 409 with the first reason why nobody can write in the thread now. */
  requireOpen(thread: Parameters<ThreadsService['blockers']>[0]) {
    const blockers = this.blockers(thread);
    if (blockers[0]) throw new Problem(409, blockers[0].type, { reasons: blockers });
  }

  /**
   * Raises the thread's revision under its lock, so that revisions are committed in their order, and tells the pages
   * that are open. Every change to a comment writes the revision it gets here.
   */
  async touch(ctx: RequestContext, threadId: string, comments = 0): Promise<number> {
    const [[thread]] = await ctx.db.query<[[{ revision: number } | undefined], number]>(
      `UPDATE thread SET revision = revision + 1, comment_count = comment_count + $2
       WHERE id = $1 AND municipality_id = $3 RETURNING revision`,
      [threadId, comments, ctx.here],
    );
    if (!thread) throw notFound();
    await this.events.publish(ctx, new ThreadChanged(threadId, thread.revision));
    return thread.revision;
  }

  /** @param reason null opens it again */
  async lock(ctx: RequestContext, threadId: string, reason: string | null, since = new Date()) {
    allow(ctx, can.moderate(ctx));
    await this.touch(ctx, threadId);
    const change = { lockedAt: reason === null ? null : since, lockReason: reason };
    await ctx.db.getRepository(Thread).update({ id: threadId, municipalityId: ctx.here }, change);
  }

  /** Opens the threads of these subjects, or writes down where they stand now and what they are called. */
  async open(ctx: RequestContext, subjects: readonly Subject[]) {
    if (subjects.length === 0) return;
    const rows = subjects.map((subject) => ({ ...subject, municipalityId: ctx.here }));
    await ctx.db.getRepository(Thread).upsert(rows, ['subjectKind', 'subjectId']);
  }

  /** All that is said in one thread goes on in another; links to it lead there. @throws 404 */
  async merge(ctx: RequestContext, fromId: string, intoId: string) {
    await this.byId(ctx, fromId);
    await this.byId(ctx, intoId);
    await this.relocate(ctx, { commentId: null }, fromId, intoId);
  }

  /** Takes what is said in one thread, or part of it, to another. Gives how many comments. */
  relocate(ctx: RequestContext, what: Relocation, fromId: string, intoId: string): Promise<number> {
    if (fromId === intoId) throw conflict('conflict');
    return this.database.transaction(ctx, async (ctx) => {
      // Always in the same order, so that two who move in opposite directions do not wait for one another.
      const [first, second] = fromId < intoId ? [fromId, intoId] : [intoId, fromId];
      const revisions = new Map([
        [first, await this.touch(ctx, first)],
        [second, await this.touch(ctx, second)],
      ]);
      const end = (id: string) => ({ id, revision: revisions.get(id) ?? 0 });
      return relocate(ctx, what, end(fromId), end(intoId));
    });
  }

  private async openForGoals(ctx: RequestContext, goalIds: readonly string[]) {
    const goals = await ctx.db.getRepository(Goal).findBy({ id: In([...goalIds]), municipalityId: ctx.here });
    await this.open(
      ctx,
      goals.map(({ id, title }) => ({
        subjectKind: 'goal',
        subjectId: id,
        goalId: id,
        path: `goals/${id}`,
        title,
      })),
    );
  }
}
