import type { RequestContext } from '../platform/http/context.js';
import type { SubjectKind, Thread } from './thread.entity.js';

/** A thread with what says whether one can write in it, until when its goal's policy applies; and its answer. */
export type ThreadRow = Thread & { policyValidTo: string | null; officialId: string | null };

/** Every reading of a thread asks for this; one query, though the date is the policy's. */
const ROW = `
  SELECT thread.id, thread.municipality_id AS "municipalityId", thread.subject_kind AS "subjectKind",
    thread.subject_id AS "subjectId", thread.goal_id AS "goalId", thread.path, thread.title, thread.revision,
    thread.comment_count AS "commentCount",
    thread.bridged_at AS "bridgedAt", thread.locked_at AS "lockedAt", thread.lock_reason AS "lockReason", thread.created_at AS "createdAt",
    to_char(policy.valid_to, 'YYYY-MM-DD') AS "policyValidTo",
    (SELECT comment_id FROM official_answer
     WHERE thread_id = thread.id AND answers_id IS NULL AND unpinned_at IS NULL) AS "officialId"
  FROM thread
    LEFT JOIN goal ON goal.id = thread.goal_id
    LEFT JOIN policy ON policy.id = goal.policy_id`;

/**
 * Takes comments from one thread to another, both held by their rows' locks: one with everything that answers it, or
 * (null) all. Votes follow; what was pinned to the whole thread is pinned no longer.
 * @returns the ids of what was moved
 */
export const relocate = async (
  ctx: RequestContext,
  commentId: string | null,
  from: { id: string; revision: number },
  into: { id: string; revision: number },
): Promise<void> => {
  await ctx.db.query(
    `WITH RECURSIVE moved AS (
       SELECT id, is_readable(comment) AS readable FROM comment
         WHERE thread_id = $2 AND CASE WHEN $1::uuid IS NULL THEN parent_id IS NULL ELSE id = $1 END
       UNION ALL
       SELECT comment.id, is_readable(comment) FROM comment JOIN moved ON comment.parent_id = moved.id
     ), relocated AS (
       UPDATE comment SET thread_id = $4, revision = $5,
         parent_id = CASE WHEN comment.id = $1 THEN NULL ELSE parent_id END,
         root_id = CASE WHEN $1::uuid IS NULL THEN root_id WHEN comment.id = $1 THEN NULL ELSE $1 END
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
     )
     UPDATE thread SET comment_count = comment_count
       + CASE WHEN id = $4 THEN 1 ELSE -1 END * (SELECT count(*) FROM moved WHERE readable)
     WHERE id IN ($2, $4)`,
    [commentId, from.id, from.revision, into.id, into.revision],
  );
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
