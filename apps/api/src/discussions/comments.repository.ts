import { LIMITS, type Language } from '@medvind/contracts';
import type { RequestContext } from '../platform/http/context.js';
import { attachmentOf } from './attachments.repository.js';
import type { Comment, Stance } from './comment.entity.js';
import type { CommentRow, Filter, Order } from './comments.dto.js';
import type { ThreadRow } from './threads.repository.js';

/** A comment's columns under their names in code, with its author and the reader's own vote; `$1` is the reader. */
const ROW = `
  comment.id, comment.number::int AS number, comment.municipality_id AS "municipalityId",
  comment.thread_id AS "threadId", comment.parent_id AS "parentId", comment.root_id AS "rootId",
  comment.author_id AS "authorId", comment.body, comment.language, comment.channel,
  comment.created_at AS "createdAt", comment.edited_at AS "editedAt", comment.hidden_at AS "hiddenAt",
  comment.hidden_reason AS "hiddenReason", comment.removed_at AS "removedAt", comment.held_at AS "heldAt",
  comment.held_reason AS "heldReason", comment.held_detail AS "heldDetail", comment.redacted_at AS "redactedAt",
  comment.quarantined_at AS "quarantinedAt", comment.revision, comment.type, comment.stance, comment.remark, comment.voice, comment.speaker,
  comment.entered_by_id AS "enteredById", comment.support, comment.bridging,
  comment.staff_count AS "staffCount", comment.council_count AS "councilCount",
  comment.agree_count AS "agreeCount", comment.disagree_count AS "disagreeCount",
  comment.pass_count AS "passCount", comment.reply_count AS "replyCount", person.name AS "authorName",
  official.pinned_at AS "officialAt", official.answers_id AS "officialToId", pinner.name AS "officialBy",
  ${attachmentOf('comment.id')} AS attachment,
  (SELECT value FROM comment_vote WHERE comment_vote.comment_id = comment.id AND comment_vote.person_id = $1) AS "myVote"`;

const AUTHOR = `
  LEFT JOIN person ON person.id = comment.author_id
  LEFT JOIN official_answer AS official ON official.comment_id = comment.id AND official.unpinned_at IS NULL
  LEFT JOIN person AS pinner ON pinner.id = official.pinned_by_id`;

const reader = (ctx: RequestContext) => ctx.person?.id ?? null;

/** What is held back is in nobody's list but its author's and the moderators'; `can.see` says the same. `$1` reads. */
const listed = (ctx: RequestContext): string => {
  if (ctx.has('moderator')) return 'true';
  return ctx.person
    ? '(comment.held_at IS NULL OR comment.author_id = $1 OR comment.entered_by_id = $1)'
    : 'comment.held_at IS NULL';
};

/** No page and no list of changes has more, and one row says that there is more. */
const MOST = LIMITS.page.max + 1;

/**
 * The first comments of a list, as many as a parameter says; what is shown with them is asked for of these alone.
 * Statements are planned without their values, so that PostgreSQL guesses how many comments a branch has and how many
 * are wanted: left to itself it joined and sorted thousands to show ten.
 */
const firstOf = (limit: string, where: string, order: string): string =>
  `SELECT ${ROW}
   FROM (SELECT * FROM (SELECT * FROM comment WHERE ${where} ORDER BY ${order} LIMIT ${MOST}) AS listed LIMIT ${limit}) AS comment
     ${AUTHOR}
   ORDER BY ${order}`;

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

/** What a page of branches is asked for by. */
export interface Wish {
  order: Order;
  filter?: Filter | undefined;
  language?: Language | undefined;
  /** Those before `start`, the nearest first. */
  backwards?: boolean;
}

/** Where a page starts: at a branch's key, after it or with it. */
export interface Start {
  /** What it is ranked by; null in the orders of time. */
  rank: number | null;
  id: string;
  included: boolean;
}

/** What each order ranks by, in an index of its own; of equals, and without a rank, the id decides. */
const RANKS: Record<Order, string | null> = {
  oldest: null,
  newest: null,
  supported: 'comment.support',
  discussed: 'comment.reply_count',
  bridging: `coalesce(comment.bridging, '-1')`,
};

export const rankOf = (order: Order, comment: Comment): number | null =>
  order === 'supported'
    ? comment.support
    : order === 'discussed'
      ? comment.replyCount
      : order === 'bridging'
        ? (comment.bridging ?? -1)
        : null;

export const isRanked = (order: Order): boolean => RANKS[order] !== null;

/** Each as its partial index has it. */
const FILTER: Record<Filter, string> = {
  unanswered: 'comment.staff_count = 0 AND is_readable(comment)',
  staff: 'comment.staff_count > 0',
  council: 'comment.council_count > 0',
};

/** The comments that begin branches, in an order and through a filter. */
export const branchesOf = (
  ctx: RequestContext,
  threadId: string,
  { order, filter, language, backwards = false }: Wish,
  start: Start | null,
  limit: number,
): Promise<CommentRow[]> => {
  const values: unknown[] = [reader(ctx), threadId, limit];
  const given = (value: unknown) => `$${values.push(value)}`;
  const rank = RANKS[order];
  const up = (order === 'oldest') !== backwards;
  const direction = up ? 'ASC' : 'DESC';
  const where = ['comment.thread_id = $2', 'comment.parent_id IS NULL', listed(ctx)];
  if (filter) where.push(FILTER[filter]);
  if (language) where.push(`comment.language = ${given(language)}`);
  if (start) {
    const key = rank
      ? [`(${rank}, comment.id)`, `(${given(start.rank)}, ${given(start.id)}::uuid)`]
      : ['comment.id', given(start.id)];
    where.push(key.join(`${up ? '>' : '<'}${start.included ? '=' : ''}`));
  }
  return ctx.db.query<CommentRow[]>(
    firstOf('$3', where.join(' AND '), `${rank ? `${rank} ${direction}, ` : ''}comment.id ${direction}`),
    values,
  );
};

/**
 * The first replies of several branches in one query, oldest first, one more than is shown; and, wherever it stands,
 * the official answer to the branch.
 */
export const firstReplies = (ctx: RequestContext, rootIds: readonly string[]): Promise<CommentRow[]> =>
  rootIds.length === 0
    ? Promise.resolve([])
    : ctx.db.query<CommentRow[]>(
        `SELECT ${ROW} FROM unnest($2::uuid[]) AS branch(id)
         CROSS JOIN LATERAL (
           (SELECT comment.id FROM comment WHERE root_id = branch.id AND ${listed(ctx)}
            ORDER BY id LIMIT ${REPLIES_SHOWN + 1})
           UNION
           SELECT comment_id FROM official_answer WHERE answers_id = branch.id AND unpinned_at IS NULL
         ) AS shown JOIN comment ON comment.id = shown.id ${AUTHOR}
         ORDER BY comment.id`,
        [reader(ctx), rootIds],
      );

export const repliesOf = (
  ctx: RequestContext,
  rootId: string,
  start: Pick<Start, 'id' | 'included'> | null,
  limit: number,
  backwards = false,
): Promise<CommentRow[]> =>
  ctx.db.query<CommentRow[]>(
    firstOf(
      '$3',
      `comment.root_id = $2 AND ${listed(ctx)}
       ${start ? `AND comment.id ${backwards ? '<' : '>'}${start.included ? '=' : ''} $4` : ''}`,
      `comment.id ${backwards ? 'DESC' : 'ASC'}`,
    ),
    [reader(ctx), rootId, limit, ...(start ? [start.id] : [])],
  );

/** How many people voted in a thread, counted no further than `most`: from one to the next, by the index. */
export const votersOf = async (ctx: RequestContext, threadId: string, most: number): Promise<number> => {
  const [row] = await ctx.db.query<{ count: number }[]>(
    `WITH RECURSIVE voter AS (
       (SELECT person_id FROM comment_vote WHERE thread_id = $1 ORDER BY person_id LIMIT 1)
       UNION ALL
       SELECT (SELECT person_id FROM comment_vote WHERE thread_id = $1 AND person_id > voter.person_id
               ORDER BY person_id LIMIT 1)
       FROM voter WHERE voter.person_id IS NOT NULL
     )
     SELECT count(*)::int AS count
     FROM (SELECT FROM voter WHERE person_id IS NOT NULL LIMIT $2) AS counted`,
    [threadId, most],
  );
  return row?.count ?? 0;
};

/** Comments that left the thread after a revision, or were taken out of its readers' sight again. */
export const goneSince = async (
  ctx: RequestContext,
  threadId: string,
  revision: number,
  limit: number,
): Promise<string[]> => {
  const rows = await ctx.db.query<{ id: string }[]>(
    `(SELECT comment_id AS id FROM departure WHERE thread_id = $1 AND revision > $2 ORDER BY revision LIMIT $3)
     UNION ALL
     (SELECT id FROM comment WHERE thread_id = $1 AND revision > $2 AND held_at >= edited_at
      ORDER BY revision LIMIT $3)`,
    [threadId, revision, limit],
  );
  return rows.map(({ id }) => id);
};

/** What changed in a thread after a revision, in the order it changed. */
export const changedSince = (
  ctx: RequestContext,
  threadId: string,
  revision: number,
  limit: number,
): Promise<CommentRow[]> =>
  ctx.db.query<CommentRow[]>(
    firstOf('$4', `comment.thread_id = $2 AND comment.revision > $3 AND ${listed(ctx)}`, 'comment.revision'),
    [reader(ctx), threadId, revision, limit],
  );

/** Arguments of a thread that everybody can read, the most supported first; `after` is their key. */
export const argumentsOf = (
  ctx: RequestContext,
  threadId: string,
  stance: Stance,
  after: readonly string[] | null,
  limit: number,
): Promise<CommentRow[]> =>
  ctx.db.query<CommentRow[]>(
    `SELECT ${ROW} FROM comment ${AUTHOR}
     WHERE comment.thread_id = $2 AND comment.municipality_id = $3 AND comment.parent_id IS NULL
       AND comment.stance = $4 AND comment.stance IS NOT NULL AND is_readable(comment)
       ${after ? 'AND (comment.support, comment.id) < ($6::double precision, $7::uuid)' : ''}
     ORDER BY comment.support DESC, comment.id DESC LIMIT $5`,
    [reader(ctx), threadId, ctx.here, stance, limit, ...(after ?? [])],
  );

/** Remarks in a thread that everybody can read, as they were made; `after` is the last one's id. */
export const remarksOf = (
  ctx: RequestContext,
  threadId: string,
  after: string | null,
  limit: number,
): Promise<CommentRow[]> =>
  ctx.db.query<CommentRow[]>(
    `SELECT ${ROW} FROM comment ${AUTHOR}
     WHERE comment.thread_id = $2 AND comment.municipality_id = $3 AND comment.remark AND is_readable(comment)
       ${after ? 'AND comment.id > $5' : ''}
     ORDER BY comment.id LIMIT $4`,
    [reader(ctx), threadId, ctx.here, limit, ...(after ? [after] : [])],
  );

/** What a comment answers, and what that answers, up to where the branch begins; the nearest first. */
export const ancestorsOf = (ctx: RequestContext, id: string): Promise<Pick<Comment, 'id' | 'authorId'>[]> =>
  ctx.db.query(
    `WITH RECURSIVE line AS (
       SELECT id, parent_id, author_id, 0 AS far FROM comment WHERE id = $1 AND municipality_id = $2
       UNION ALL
       SELECT comment.id, comment.parent_id, comment.author_id, far + 1 FROM comment JOIN line ON comment.id = line.parent_id
     )
     SELECT id, author_id AS "authorId" FROM line WHERE far > 0 ORDER BY far`,
    [id, ctx.here],
  );
