import type { Language } from '@medvind/contracts';
import type { RequestContext } from '../platform/http/context.js';
import type { ModerationAction } from './moderation-decision.entity.js';
import type { ContributionState } from './moderation.rules.js';
import type { ReasonCode } from './reason-codes.js';

/** A comment or an initiative; exactly one is given. */
export interface Subject {
  commentId: string | null;
  initiativeId: string | null;
}

export interface DecisionRow {
  id: string;
  action: ModerationAction;
  reasonCode: ReasonCode | null;
  reason: string;
  createdAt: string | Date;
  moderatorId: string;
  moderatorName: string;
}

export interface CaseRow {
  kind: 'comment' | 'initiative';
  id: string;
  reference: string;
  path: string;
  title: string | null;
  /** null: taken back by its author. */
  text: string | null;
  language: Language;
  createdAt: Date;
  editedAt: Date | null;
  state: ContributionState;
  hiddenReason: string | null;
  authorId: string | null;
  authorName: string | null;
  /** Of this author's contributions, how many times one was hidden before. */
  authorHidden: number;
  /** null: it is of no goal; of a process, say. */
  goalId: string | null;
  /** Of what it speaks of. */
  goalTitle: string;
  policyTitle: string | null;
  parent: { author: string | null; text: string | null; language: Language } | null;
  threadId: string | null;
  threadLocked: boolean;
  reportCount: number;
  firstReportedAt: Date | null;
  /** Place in the queue. */
  cursorAt: string;
  cursorId: string;
  reasons: { code: ReasonCode; count: number }[];
  reports: { reasonCode: ReasonCode; text: string; createdAt: string }[];
  lastDecision: DecisionRow | null;
}

/** Texts of reports shown with a contribution, the first ones; the counts are of all. */
const REPORTS_SHOWN = 30;

/** What is reported, of either kind in the same columns; a draft is nobody's business. */
const CONTRIBUTION = `
  SELECT 'comment' AS kind, comment.id, 'K-' || comment.number AS reference, comment.author_id, comment.thread_id,
    comment.parent_id, thread.goal_id, thread.title AS place, thread.locked_at IS NOT NULL AS thread_locked,
    thread.path || '?comment=' || comment.id AS path, NULL AS title,
    CASE WHEN comment.removed_at IS NULL THEN comment.body END AS text, comment.language, comment.created_at,
    comment.edited_at, comment.hidden_reason,
    CASE WHEN comment.removed_at IS NOT NULL THEN 'removed' WHEN comment.hidden_at IS NOT NULL THEN 'hidden'
      WHEN comment.held_at IS NOT NULL THEN 'held'
      ELSE 'visible' END AS state
  FROM comment JOIN thread ON thread.id = comment.thread_id
  WHERE comment.id = subject.comment_id AND comment.municipality_id = $1
  UNION ALL
  SELECT 'initiative', initiative.id, 'F-' || initiative.number, initiative.proposer_id, NULL,
    NULL, initiative.goal_id, NULL, false,
    'initiatives/' || initiative.id, initiative.title, initiative.text, initiative.language,
    coalesce(initiative.published_at, initiative.created_at), NULL, initiative.hidden_reason,
    CASE WHEN initiative.hidden_at IS NOT NULL THEN 'hidden' ELSE 'visible' END
  FROM initiative
  WHERE initiative.id = subject.initiative_id AND initiative.municipality_id = $1 AND initiative.status <> 'draft'`;

const DECISION = `
  SELECT decision.id, decision.action, decision.reason_code AS "reasonCode", decision.reason,
    decision.created_at AS "createdAt", decision.moderator_id AS "moderatorId", moderator.name AS "moderatorName"
  FROM moderation_decision AS decision JOIN person AS moderator ON moderator.id = decision.moderator_id`;

const CASE = `
  contribution.kind, contribution.id, contribution.reference, contribution.path, contribution.title,
  contribution.text, contribution.language, contribution.created_at AS "createdAt",
  contribution.edited_at AS "editedAt", contribution.state, contribution.hidden_reason AS "hiddenReason",
  contribution.author_id AS "authorId", author.name AS "authorName", contribution.goal_id AS "goalId",
  coalesce(contribution.place, goal.title) AS "goalTitle", policy.title AS "policyTitle", contribution.thread_id AS "threadId",
  contribution.thread_locked AS "threadLocked", subject.reports AS "reportCount",
  subject.first_at AS "firstReportedAt", subject.first_at::text AS "cursorAt", subject.first_id AS "cursorId",
  (SELECT count(*)::int FROM comment JOIN moderation_decision AS decision ON decision.comment_id = comment.id
    WHERE comment.author_id = contribution.author_id AND comment.municipality_id = $1 AND decision.action = 'hide')
  + (SELECT count(*)::int FROM initiative JOIN moderation_decision AS decision ON decision.initiative_id = initiative.id
    WHERE initiative.proposer_id = contribution.author_id AND initiative.municipality_id = $1
      AND decision.action = 'hide') AS "authorHidden",
  (SELECT jsonb_build_object('author', person.name, 'language', parent.language, 'text',
      CASE WHEN is_readable(parent) THEN parent.body END)
    FROM comment AS parent LEFT JOIN person ON person.id = parent.author_id
    WHERE parent.id = contribution.parent_id) AS parent,
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', given.reason_code, 'count', given.count)
      ORDER BY given.count DESC, given.reason_code)
    FROM (SELECT reason_code, count(*) FROM report WHERE decision_id IS NULL
      AND (comment_id = subject.comment_id OR initiative_id = subject.initiative_id)
      GROUP BY reason_code) AS given), '[]') AS reasons,
  coalesce((SELECT jsonb_agg(jsonb_build_object('reasonCode', given.reason_code, 'text', given.text,
      'createdAt', given.created_at) ORDER BY given.created_at, given.id)
    FROM (SELECT * FROM report WHERE decision_id IS NULL
      AND (comment_id = subject.comment_id OR initiative_id = subject.initiative_id)
      ORDER BY created_at, id LIMIT ${REPORTS_SHOWN}) AS given), '[]') AS reports,
  (SELECT to_jsonb(last) FROM (${DECISION}
    WHERE decision.comment_id = subject.comment_id OR decision.initiative_id = subject.initiative_id
    ORDER BY decision.created_at DESC, decision.id DESC LIMIT 1) AS last) AS "lastDecision"`;

const WITH_CONTEXT = `
  CROSS JOIN LATERAL (${CONTRIBUTION}) AS contribution
  LEFT JOIN goal ON goal.id = contribution.goal_id LEFT JOIN policy ON policy.id = goal.policy_id
  LEFT JOIN person AS author ON author.id = contribution.author_id`;

interface QueueFilter {
  reason: ReasonCode | null;
  search: string;
  after: string[] | null;
  limit: number;
}

/** What waits, one row per contribution however many reported it, the one that waited longest first. */
export const waitingCases = (
  ctx: RequestContext,
  { reason, search, after, limit }: QueueFilter,
): Promise<CaseRow[]> =>
  ctx.db.query<CaseRow[]>(
    `WITH subject AS (
       SELECT comment_id, initiative_id, count(*)::int AS reports, min(created_at) AS first_at,
         (array_agg(id ORDER BY created_at, id))[1] AS first_id,
         string_agg(text, ' ') AS said
       FROM report WHERE municipality_id = $1 AND decision_id IS NULL
       GROUP BY comment_id, initiative_id
       HAVING $2::text IS NULL OR bool_or(reason_code = $2)
     )
     SELECT ${CASE} FROM subject ${WITH_CONTEXT}
     WHERE ($3 = '' OR strpos(lower(concat_ws(' ', contribution.reference, contribution.title, contribution.text,
         author.name, contribution.place, goal.title, policy.title, subject.said)), lower($3)) > 0)
       AND ($4::text IS NULL OR (subject.first_at, subject.first_id) > ($4::timestamptz, $5::uuid))
     ORDER BY subject.first_at, subject.first_id LIMIT $6`,
    [ctx.here, reason, search, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

export const countWaiting = async (ctx: RequestContext): Promise<number> => {
  const [row] = await ctx.db.query<{ count: number }[]>(
    `SELECT count(DISTINCT coalesce(comment_id, initiative_id))::int AS count
     FROM report WHERE municipality_id = $1 AND decision_id IS NULL`,
    [ctx.here],
  );
  return row?.count ?? 0;
};

/** One contribution as a moderator sees it, reported or not. */
export const caseOf = async (ctx: RequestContext, subject: Subject): Promise<CaseRow | undefined> => {
  const [row] = await ctx.db.query<CaseRow[]>(
    `WITH subject AS (
       SELECT $2::uuid AS comment_id, $3::uuid AS initiative_id, count(*)::int AS reports,
         min(created_at) AS first_at, (array_agg(id ORDER BY created_at, id))[1] AS first_id
       FROM report WHERE decision_id IS NULL AND (comment_id = $2 OR initiative_id = $3)
     )
     SELECT ${CASE} FROM subject ${WITH_CONTEXT}`,
    [ctx.here, subject.commentId, subject.initiativeId],
  );
  return row;
};

/**
 * Holds the contribution against every other change until the transaction ends. A comment is held by its thread, as
 * everything that changes a comment does: the same order everywhere, so that nobody waits in a circle.
 */
export const hold = async (ctx: RequestContext, { commentId, initiativeId }: Subject): Promise<void> => {
  if (commentId)
    await ctx.db.query(
      `SELECT FROM thread WHERE municipality_id = $2
         AND id = (SELECT thread_id FROM comment WHERE id = $1 AND municipality_id = $2) FOR NO KEY UPDATE`,
      [commentId, ctx.here],
    );
  else
    await ctx.db.query('SELECT FROM initiative WHERE id = $1 AND municipality_id = $2 FOR NO KEY UPDATE', [
      initiativeId,
      ctx.here,
    ]);
};

/** The last decision about a thread, the thread held until the transaction ends. */
export const holdThread = async (ctx: RequestContext, threadId: string) => {
  await ctx.db.query('SELECT FROM thread WHERE id = $1 AND municipality_id = $2 FOR NO KEY UPDATE', [
    threadId,
    ctx.here,
  ]);
  const [last] = await ctx.db.query<DecisionRow[]>(
    `${DECISION} WHERE decision.thread_id = $1 ORDER BY decision.created_at DESC, decision.id DESC LIMIT 1`,
    [threadId],
  );
  return last ?? null;
};

/** Answers every report that waits for the contribution, and gives the people who made them. */
export const answerReports = async (
  ctx: RequestContext,
  { commentId, initiativeId }: Subject,
  decisionId: string,
): Promise<string[]> => {
  const [answered] = await ctx.db.query<[{ reporterId: string | null }[], number]>(
    `UPDATE report SET decision_id = $3 WHERE decision_id IS NULL AND (comment_id = $1 OR initiative_id = $2)
     RETURNING reporter_id AS "reporterId"`,
    [commentId, initiativeId, decisionId],
  );
  return answered.map(({ reporterId }) => reporterId).filter((id) => id !== null);
};

export interface LogRow extends DecisionRow {
  cursorAt: string;
  kind: 'comment' | 'initiative' | 'thread';
  subjectId: string;
  reference: string | null;
  path: string;
  title: string | null;
  text: string | null;
  language: Language | null;
  authorId: string | null;
  authorName: string | null;
  goalTitle: string;
  state: ContributionState | 'locked' | 'open';
  /** Nothing was decided about the same subject since. */
  latest: boolean;
}

/** Every decision, newest first, with what it was about as it stands now. */
export const decisions = (
  ctx: RequestContext,
  { action, after, limit }: { action: ModerationAction | null; after: string[] | null; limit: number },
): Promise<LogRow[]> =>
  ctx.db.query<LogRow[]>(
    `SELECT subject.id, subject.action, subject.reason_code AS "reasonCode", subject.reason,
       subject.created_at AS "createdAt", subject.created_at::text AS "cursorAt",
       subject.moderator_id AS "moderatorId", moderator.name AS "moderatorName",
       coalesce(contribution.kind, 'thread') AS kind,
       coalesce(subject.comment_id, subject.initiative_id, subject.thread_id) AS "subjectId",
       contribution.reference, coalesce(contribution.path, thread.path) AS path,
       contribution.title, contribution.text, contribution.language,
       contribution.author_id AS "authorId", author.name AS "authorName",
       coalesce(contribution.place, thread.title, goal.title) AS "goalTitle",
       coalesce(contribution.state, CASE WHEN thread.locked_at IS NULL THEN 'open' ELSE 'locked' END) AS state,
       NOT EXISTS (SELECT FROM moderation_decision AS later WHERE later.previous_id = subject.id) AS latest
     FROM moderation_decision AS subject
     JOIN person AS moderator ON moderator.id = subject.moderator_id
     LEFT JOIN LATERAL (${CONTRIBUTION}) AS contribution ON true
     LEFT JOIN thread ON thread.id = subject.thread_id
     LEFT JOIN goal ON goal.id = coalesce(contribution.goal_id, thread.goal_id)
     LEFT JOIN person AS author ON author.id = contribution.author_id
     WHERE subject.municipality_id = $1 AND ($2::text IS NULL OR subject.action = $2)
       AND ($3::text IS NULL OR (subject.created_at, subject.id) < ($3::timestamptz, $4::uuid))
     ORDER BY subject.created_at DESC, subject.id DESC LIMIT $5`,
    [ctx.here, action, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
