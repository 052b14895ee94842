import type { RequestContext } from '../platform/http/context.js';
import { MOVED_FROM_THREAD, type MovedRow } from './moves.repository.js';
import type { SubjectKind, Thread } from './thread.entity.js';

/** A thread with what says whether one can write in it, until when its goal's policy applies; its answer, and what left. */
export type ThreadRow = Thread & {
  policyValidTo: string | null;
  officialId: string | null;
  moved: MovedRow[];
};

/** Every reading of a thread asks for this; one query, though the date is the policy's. */
const ROW = `
  SELECT thread.id, thread.municipality_id AS "municipalityId", thread.subject_kind AS "subjectKind",
    thread.subject_id AS "subjectId", thread.goal_id AS "goalId", thread.path, thread.title, thread.revision,
    thread.comment_count AS "commentCount",
    thread.bridged_at AS "bridgedAt", thread.locked_at AS "lockedAt", thread.lock_reason AS "lockReason", thread.created_at AS "createdAt",
    to_char(policy.valid_to, 'YYYY-MM-DD') AS "policyValidTo",
    (SELECT comment_id FROM official_answer
     WHERE thread_id = thread.id AND answers_id IS NULL AND unpinned_at IS NULL) AS "officialId",
    ${MOVED_FROM_THREAD}
  FROM thread
    LEFT JOIN goal ON goal.id = thread.goal_id
    LEFT JOIN policy ON policy.id = goal.policy_id`;

/** What is taken to another thread. */
export interface Relocation {
  /** The comment the branch begins with, with everything that answers it; null: all that is said. */
  commentId: string | null;
  /** The move that takes it there. */
  moveId?: string | null;
  /** Only what this move brought, and what was answered to it since: the way back. */
  backOf?: string | null;
  /** What the branch answers there, and the comment that branch begins with. */
  parentId?: string | null;
  rootId?: string | null;
}

/**
 * Takes comments from one thread to another, both held by their rows' locks. Votes follow; what was pinned to the whole
 * thread is pinned no longer.
 * @returns how many
 */
export const relocate = async (
  ctx: RequestContext,
  { commentId, moveId = null, backOf = null, parentId = null, rootId = null }: Relocation,
  from: { id: string; revision: number },
  into: { id: string; revision: number },
): Promise<number> => {
  const [row] = await ctx.db.query<{ count: number }[]>(
    `WITH RECURSIVE moved AS (
       SELECT id, is_readable(comment) AS readable FROM comment
         WHERE thread_id = $2 AND CASE WHEN $1::uuid IS NOT NULL THEN id = $1
           ELSE parent_id IS NULL AND ($6::uuid IS NULL OR move_id = $6) END
       UNION ALL
       SELECT comment.id, is_readable(comment) FROM comment JOIN moved ON comment.parent_id = moved.id
     ), relocated AS (
       UPDATE comment SET thread_id = $4, revision = $5, move_id = $7,
         parent_id = CASE WHEN comment.id = $1 THEN $8 ELSE parent_id END,
         root_id = CASE WHEN $1::uuid IS NULL THEN root_id WHEN comment.id = $1 THEN $9 ELSE coalesce($9, $1) END
       FROM moved WHERE comment.id = moved.id
     ), here AS (
       DELETE FROM departure USING moved WHERE thread_id = $4 AND comment_id = moved.id
     ), gone AS (
       INSERT INTO departure (thread_id, comment_id, revision) SELECT $2, id, $3 FROM moved
       ON CONFLICT (thread_id, comment_id) DO UPDATE SET revision = excluded.revision
     ), unpinned AS (
       UPDATE official_answer SET unpinned_at = now() FROM moved
       WHERE comment_id = moved.id AND unpinned_at IS NULL
         AND (answers_id IS NULL OR answers_id NOT IN (SELECT id FROM moved))
     ), pinned AS (
       UPDATE official_answer SET thread_id = $4 FROM moved
       WHERE comment_id = moved.id AND unpinned_at IS NULL AND answers_id IN (SELECT id FROM moved)
     ), counted AS (
       UPDATE thread SET comment_count = comment_count
         + CASE WHEN id = $4 THEN 1 ELSE -1 END * (SELECT count(*) FROM moved WHERE readable)
       WHERE id IN ($2, $4)
     )
     SELECT count(*)::int AS count FROM moved`,
    [commentId, from.id, from.revision, into.id, into.revision, backOf, moveId, parentId, rootId],
  );
  return row?.count ?? 0;
};

export const threadById = async (ctx: RequestContext, id: string): Promise<ThreadRow | undefined> => {
  const [row] = await ctx.db.query<ThreadRow[]>(
    `${ROW} WHERE thread.id = $1 AND thread.municipality_id = $2`,
    [id, ctx.here],
  );
  return row;
};

export const threadOf = async (
  ctx: RequestContext,
  subjectKind: SubjectKind,
  subjectId: string,
): Promise<ThreadRow | undefined> => {
  const [row] = await ctx.db.query<ThreadRow[]>(
    `${ROW} WHERE thread.subject_kind = $1 AND thread.subject_id = $2 AND thread.municipality_id = $3`,
    [subjectKind, subjectId, ctx.here],
  );
  return row;
};
