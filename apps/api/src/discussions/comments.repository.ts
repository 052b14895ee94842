import type { RequestContext } from '../platform/http/context.js';
import { ATTACHMENT_OF_COMMENT } from './attachments.repository.js';
import type { CommentRow } from './comments.dto.js';
import type { ThreadRow } from './threads.repository.js';

/** A comment's columns under their names in code, with its author and the reader's own vote; `$1` is the reader. */
const ROW = `
  comment.id, comment.number::int AS number, comment.municipality_id AS "municipalityId",
  comment.thread_id AS "threadId", comment.parent_id AS "parentId", comment.root_id AS "rootId",
  comment.author_id AS "authorId", comment.body, comment.language, comment.channel,
  comment.created_at AS "createdAt", comment.edited_at AS "editedAt", comment.hidden_at AS "hiddenAt",
  comment.hidden_reason AS "hiddenReason", comment.removed_at AS "removedAt", comment.held_at AS "heldAt",
  comment.held_reason AS "heldReason", comment.revision,
  comment.agree_count AS "agreeCount", comment.disagree_count AS "disagreeCount",
  comment.pass_count AS "passCount", comment.reply_count AS "replyCount", person.name AS "authorName",
  ARRAY(SELECT role FROM membership WHERE membership.person_id = comment.author_id
    AND membership.municipality_id = comment.municipality_id AND role <> 'resident') AS "authorRoles", ${ATTACHMENT_OF_COMMENT},
  (SELECT value FROM comment_vote WHERE comment_vote.comment_id = comment.id AND comment_vote.person_id = $1) AS "myVote"`;

const AUTHOR = 'LEFT JOIN person ON person.id = comment.author_id';

const reader = (ctx: RequestContext) => ctx.person?.id ?? null;

/** Replies shown under a comment before "show more". */
export const REPLIES_SHOWN = 10;

/** One comment with its thread, and what says whether one can write there. */
export const commentById = async (
  ctx: RequestContext,
  id: string,
): Promise<(CommentRow & Pick<ThreadRow, 'lockedAt' | 'lockReason' | 'policyValidTo'>) | undefined> => {
  const [row] = await ctx.db.query<(CommentRow & ThreadRow)[]>(
    `SELECT ${ROW}, thread.locked_at AS "lockedAt", thread.lock_reason AS "lockReason",
       to_char(policy.valid_to, 'YYYY-MM-DD') AS "policyValidTo"
     FROM comment ${AUTHOR} JOIN thread ON thread.id = comment.thread_id
       LEFT JOIN goal ON goal.id = thread.goal_id
       LEFT JOIN policy ON policy.id = goal.policy_id
     WHERE comment.id = $2 AND comment.municipality_id = $3`,
    [reader(ctx), id, ctx.here],
  );
  return row;
};

/**
 * The reader's vote, cast, changed or (null) taken back: one statement, so that those who vote at the same moment hold
 * the thread's row no longer than it runs. The database keeps the counts.
 * @returns the thread's new revision; undefined where the thread was locked or the comment taken away meanwhile.
 */
export const writeVote = async (
  ctx: RequestContext,
  comment: Pick<CommentRow, 'id' | 'threadId'>,
  value: -1 | 0 | 1 | null,
): Promise<number | undefined> => {
  const [touched] = await ctx.db.query<{ revision: number }[]>(
    `WITH touched AS (
       UPDATE thread SET revision = revision + 1
       WHERE id = $1 AND locked_at IS NULL
         AND EXISTS (SELECT FROM comment WHERE id = $2 AND is_readable(comment))
       RETURNING revision
     ), vote AS (${
       value === null
         ? `DELETE FROM comment_vote USING touched WHERE comment_id = $2 AND person_id = $3`
         : `INSERT INTO comment_vote (comment_id, person_id, value) SELECT $2, $3, $4 FROM touched
            ON CONFLICT (comment_id, person_id) DO UPDATE SET value = excluded.value, cast_at = now()`
     })
     SELECT revision FROM touched`,
    [comment.threadId, comment.id, ctx.me.id, ...(value === null ? [] : [value])],
  );
  return touched?.revision;
};

/** What votes change of a comment. */
export const countsOf = async (
  ctx: RequestContext,
  commentId: string,
): Promise<Pick<CommentRow, 'revision' | 'agreeCount' | 'disagreeCount' | 'passCount'> | undefined> => {
  const [counts] = await ctx.db.query<
    Pick<CommentRow, 'revision' | 'agreeCount' | 'disagreeCount' | 'passCount'>[]
  >(
    `SELECT revision, agree_count AS "agreeCount", disagree_count AS "disagreeCount", pass_count AS "passCount"
     FROM comment WHERE id = $1`,
    [commentId],
  );
  return counts;
};

/** Where a page of branches starts: after a branch, or with it. */
export interface Start {
  id: string;
  included: boolean;
}

/** The comments that begin branches, in the order of their ids, which is that of their making. */
export const branchesOf = (
  ctx: RequestContext,
  threadId: string,
  order: 'oldest' | 'newest',
  start: Start | null,
  limit: number,
): Promise<CommentRow[]> => {
  const [direction, comparison] = order === 'newest' ? ['DESC', '<'] : ['ASC', '>'];
  return ctx.db.query<CommentRow[]>(
    `SELECT ${ROW} FROM comment ${AUTHOR}
     WHERE comment.thread_id = $2 AND comment.parent_id IS NULL
       ${start ? `AND comment.id ${comparison}${start.included ? '=' : ''} $4` : ''}
     ORDER BY comment.id ${direction} LIMIT $3`,
    [reader(ctx), threadId, limit, ...(start ? [start.id] : [])],
  );
};

/** The first replies of several branches in one query, oldest first, one more than is shown. */
export const firstReplies = (ctx: RequestContext, rootIds: readonly string[]): Promise<CommentRow[]> =>
  rootIds.length === 0
    ? Promise.resolve([])
    : ctx.db.query<CommentRow[]>(
        `SELECT ${ROW} FROM unnest($2::uuid[]) AS branch(id)
         CROSS JOIN LATERAL (
           SELECT * FROM comment WHERE root_id = branch.id ORDER BY id LIMIT $3
         ) AS comment ${AUTHOR}
         ORDER BY comment.id`,
        [reader(ctx), rootIds, REPLIES_SHOWN + 1],
      );

export const repliesOf = (
  ctx: RequestContext,
  rootId: string,
  after: string | null,
  limit: number,
): Promise<CommentRow[]> =>
  ctx.db.query<CommentRow[]>(
    `SELECT ${ROW} FROM comment ${AUTHOR}
     WHERE comment.root_id = $2 ${after ? 'AND comment.id > $4' : ''}
     ORDER BY comment.id LIMIT $3`,
    [reader(ctx), rootId, limit, ...(after ? [after] : [])],
  );

/** What changed in a thread after a revision, in the order it changed. */
export const changedSince = (
  ctx: RequestContext,
  threadId: string,
  revision: number,
  limit: number,
): Promise<CommentRow[]> =>
  ctx.db.query<CommentRow[]>(
    `SELECT ${ROW} FROM comment ${AUTHOR}
     WHERE comment.thread_id = $2 AND comment.revision > $3 ORDER BY comment.revision LIMIT $4`,
    [reader(ctx), threadId, revision, limit],
  );
