import type { RequestContext } from '../platform/http/context.js';
import type { SubjectKind, Thread } from './thread.entity.js';

/** A thread with what says whether one can write in it: until when its goal's policy applies. */
export type ThreadRow = Thread & { policyValidTo: string | null };

/** Every reading of a thread asks for this; one query, though the date is the policy's. */
const ROW = `
  SELECT thread.id, thread.municipality_id AS "municipalityId", thread.subject_kind AS "subjectKind",
    thread.subject_id AS "subjectId", thread.goal_id AS "goalId", thread.path, thread.title, thread.revision, thread.comment_count AS "commentCount",
    thread.locked_at AS "lockedAt", thread.lock_reason AS "lockReason", thread.created_at AS "createdAt",
    to_char(policy.valid_to, 'YYYY-MM-DD') AS "policyValidTo"
  FROM thread
    LEFT JOIN goal ON goal.id = thread.goal_id
    LEFT JOIN policy ON policy.id = goal.policy_id`;

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
