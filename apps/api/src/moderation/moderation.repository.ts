import type { AttachmentRow } from '../discussions/attachments.dto.js';
import { attachmentOf } from '../discussions/attachments.repository.js';
import type { Language } from '@medvind/contracts';
import type { RequestContext } from '../platform/http/context.js';
import type { DecisionDetails, ModerationAction } from './moderation-decision.entity.js';
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
  details: DecisionDetails;
  moderatorId: string;
  moderatorName: string;
}

export interface CaseRow {
  kind: 'comment' | 'initiative';
  id: string;
  reference: string;
  path: string;
  title: string | null;
  /** null: taken back by its author, or in quarantine. */
  text: string | null;
  attachment: AttachmentRow | null;
  language: Language;
  createdAt: Date;
  editedAt: Date | null;
  redactedAt: Date | null;
  quarantined: boolean;
  state: ContributionState;
  hiddenReason: string | null;
  heldReason: string | null;
  heldDetail: string | null;
  authorId: string | null;
  authorName: string | null;
  /** How many times something of this author's was hidden or removed, and stayed so; at most `RESTRICTIONS_COUNTED`. */
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
  /** Whether something about it is in the queue. */
  waits: boolean;
  reasons: { code: ReasonCode; count: number }[];
  reports: { reasonCode: ReasonCode; text: string; createdAt: string }[];
  lastDecision: DecisionRow | null;
}

/** Texts of reports shown with a contribution, the first ones; the counts are of all. */
const REPORTS_SHOWN = 30;
const RESTRICTIONS_COUNTED = 100;

/** What is moderated, of either kind in the same columns; a draft is nobody's business. */
export const CONTRIBUTION = `
  SELECT 'comment' AS kind, comment.id, 'K-' || comment.number AS reference, comment.author_id, comment.thread_id,
    comment.parent_id, thread.goal_id, thread.title AS place, thread.locked_at IS NOT NULL AS thread_locked,
    thread.path || '?comment=' || comment.id AS path, NULL AS title,
    CASE WHEN comment.removed_at IS NULL AND comment.quarantined_at IS NULL THEN comment.body END AS text,
    comment.language, comment.created_at, comment.edited_at, comment.redacted_at,
    comment.quarantined_at IS NOT NULL AS quarantined, comment.hidden_reason, comment.held_reason,
    comment.held_detail, comment.report_count,
    CASE WHEN comment.removed_at IS NOT NULL THEN 'removed' WHEN comment.hidden_at IS NOT NULL THEN 'hidden'
      WHEN comment.held_at IS NOT NULL THEN 'held'
      ELSE 'visible' END AS state
  FROM comment JOIN thread ON thread.id = comment.thread_id
  WHERE comment.id = subject.comment_id AND comment.municipality_id = $1
  UNION ALL
  SELECT 'initiative', initiative.id, 'F-' || initiative.number, initiative.proposer_id, thread.id,
    NULL, initiative.goal_id, NULL, coalesce(thread.locked_at IS NOT NULL, false),
    'initiatives/' || initiative.id, CASE WHEN initiative.quarantined_at IS NULL THEN initiative.title END,
    CASE WHEN initiative.quarantined_at IS NULL THEN initiative.text END, initiative.language,
    coalesce(initiative.published_at, initiative.created_at), NULL, initiative.redacted_at,
    initiative.quarantined_at IS NOT NULL, initiative.hidden_reason, initiative.held_reason,
    initiative.held_detail, initiative.report_count,
    CASE WHEN initiative.hidden_at IS NOT NULL THEN 'hidden' WHEN initiative.held_at IS NOT NULL THEN 'held'
      ELSE 'visible' END
  FROM initiative LEFT JOIN thread ON thread.subject_kind = 'initiative' AND thread.subject_id = initiative.id
  WHERE initiative.id = subject.initiative_id AND initiative.municipality_id = $1
    AND (initiative.published_at IS NOT NULL OR initiative.held_at IS NOT NULL)`;

const DECISION = `
  SELECT decision.id, decision.action, decision.reason_code AS "reasonCode", decision.reason, decision.details,
    decision.created_at AS "createdAt", decision.moderator_id AS "moderatorId", moderator.name AS "moderatorName"
  FROM moderation_decision AS decision JOIN person AS moderator ON moderator.id = decision.moderator_id`;

/** Restrictions somebody was told of that stand: not taken back since. */
export const STANDING = `NOT EXISTS (SELECT FROM moderation_decision AS undone
  WHERE undone.previous_id = statement.decision_id AND undone.action IN ('undo', 'restore'))`;

/** A contribution with what a moderator needs to judge it; `subject` holds the ids, `$1` is the municipality. */
export const CASE = `
  contribution.kind, contribution.id, contribution.reference, contribution.path, contribution.title,
  contribution.text, CASE WHEN contribution.text IS NOT NULL THEN ${attachmentOf('subject.comment_id')} END AS attachment,
  contribution.language, contribution.created_at AS "createdAt",
  contribution.edited_at AS "editedAt", contribution.redacted_at AS "redactedAt", contribution.quarantined,
  contribution.state, contribution.hidden_reason AS "hiddenReason", contribution.held_reason AS "heldReason",
  nullif(contribution.held_detail, '') AS "heldDetail",
  contribution.author_id AS "authorId", author.name AS "authorName", contribution.goal_id AS "goalId",
  coalesce(contribution.place, goal.title) AS "goalTitle", policy.title AS "policyTitle",
  contribution.thread_id AS "threadId", contribution.thread_locked AS "threadLocked",
  contribution.report_count AS "reportCount",
  (SELECT min(created_at) FROM report WHERE decision_id IS NULL
    AND (comment_id = subject.comment_id OR initiative_id = subject.initiative_id)) AS "firstReportedAt",
  EXISTS (SELECT FROM moderation_case AS waiting WHERE waiting.closed_at IS NULL
    AND waiting.kind IN ('report', 'held', 'spam')
    AND (waiting.comment_id = subject.comment_id OR waiting.initiative_id = subject.initiative_id)) AS waits,
  (SELECT count(*)::int FROM (SELECT FROM statement
    WHERE statement.municipality_id = $1 AND statement.person_id = contribution.author_id
      AND statement.action IN ('hide', 'remove') AND ${STANDING} LIMIT ${RESTRICTIONS_COUNTED}) AS before) AS "authorHidden",
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

export const BESIDE = `
  LEFT JOIN goal ON goal.id = contribution.goal_id LEFT JOIN policy ON policy.id = goal.policy_id
  LEFT JOIN person AS author ON author.id = contribution.author_id`;

/** One contribution as a moderator sees it, reported or not. */
export const caseOf = async (ctx: RequestContext, subject: Subject): Promise<CaseRow | undefined> => {
  const [row] = await ctx.db.query<CaseRow[]>(
    `WITH subject AS (SELECT $2::uuid AS comment_id, $3::uuid AS initiative_id)
     SELECT ${CASE} FROM subject CROSS JOIN LATERAL (${CONTRIBUTION}) AS contribution ${BESIDE}`,
    [ctx.here, subject.commentId, subject.initiativeId],
  );
  return row;
};

/** Several of them in one query; what is not there is left out. */
export const casesOf = (ctx: RequestContext, subjects: readonly Subject[]): Promise<CaseRow[]> =>
  ctx.db.query<CaseRow[]>(
    `WITH subject AS (SELECT * FROM unnest($2::uuid[], $3::uuid[]) AS given(comment_id, initiative_id))
     SELECT ${CASE} FROM subject CROSS JOIN LATERAL (${CONTRIBUTION}) AS contribution ${BESIDE}`,
    [ctx.here, subjects.map(({ commentId }) => commentId), subjects.map(({ initiativeId }) => initiativeId)],
  );

/** What is decided about, by its kind. */
export const subjectOf = ({ kind, id }: Pick<CaseRow, 'kind' | 'id'>): Subject =>
  kind === 'comment' ? { commentId: id, initiativeId: null } : { commentId: null, initiativeId: id };

/**
 * Holds contributions against every other change until the transaction ends. A comment is held by its thread, as
 * everything that changes a comment does. The order is the same everywhere, so that nobody waits in a circle:
 * initiatives, then threads (an initiative's own too, whose name changes with it), each in the order of their ids.
 */
export const hold = async (
  ctx: RequestContext,
  subjects: readonly Subject[],
  otherThreadId: string | null = null,
): Promise<void> => {
  const commentIds = subjects.flatMap(({ commentId }) => commentId ?? []);
  const initiativeIds = subjects.flatMap(({ initiativeId }) => initiativeId ?? []);
  if (initiativeIds.length)
    await ctx.db.query(
      'SELECT FROM initiative WHERE id = ANY($1) AND municipality_id = $2 ORDER BY id FOR NO KEY UPDATE',
      [initiativeIds, ctx.here],
    );
  await ctx.db.query(
    `SELECT FROM thread WHERE municipality_id = $3 AND id = ANY(ARRAY(
       SELECT thread_id FROM comment WHERE id = ANY($1) AND municipality_id = $3
       UNION SELECT id FROM thread WHERE subject_kind = 'initiative' AND subject_id = ANY($2)
       UNION SELECT $4::uuid
     )) ORDER BY id FOR NO KEY UPDATE`,
    [commentIds, initiativeIds, ctx.here, otherThreadId],
  );
};

/** The last decision about a thread, the thread held until the transaction ends. */
export const holdThread = async (
  ctx: RequestContext,
  threadId: string,
  otherThreadId: string | null = null,
) => {
  await ctx.db.query(
    'SELECT FROM thread WHERE id IN ($1, $3) AND municipality_id = $2 ORDER BY id FOR NO KEY UPDATE',
    [threadId, ctx.here, otherThreadId],
  );
  const [last] = await ctx.db.query<DecisionRow[]>(
    `${DECISION} WHERE decision.thread_id = $1 ORDER BY decision.created_at DESC, decision.id DESC LIMIT 1`,
    [threadId],
  );
  return last ?? null;
};

/** Contributions with the line in the log that was made about each. */
export type DecidedSubject = Subject & { decisionId: string };

/** The same as three lists, for a query that goes through them together. */
export const columnsOf = (made: readonly (Subject & { decisionId: string | null })[]) => [
  made.map(({ commentId }) => commentId),
  made.map(({ initiativeId }) => initiativeId),
  made.map(({ decisionId }) => decisionId),
];

/** Answers every report that waits for the contributions, and gives the people who made them, by decision. */
export const answerReports = async (
  ctx: RequestContext,
  made: readonly DecidedSubject[],
): Promise<Map<string, string[]>> => {
  const [answered] = await ctx.db.query<[{ reporterId: string | null; decisionId: string }[], number]>(
    `UPDATE report SET decision_id = made.decision_id
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS made(comment_id, initiative_id, decision_id)
     WHERE report.decision_id IS NULL
       AND (report.comment_id = made.comment_id OR report.initiative_id = made.initiative_id)
     RETURNING report.reporter_id AS "reporterId", report.decision_id AS "decisionId"`,
    columnsOf(made),
  );
  const byDecision = Map.groupBy(answered, ({ decisionId }) => decisionId);
  return new Map(
    [...byDecision].map(([id, reports]) => [id, reports.flatMap(({ reporterId }) => reporterId ?? [])]),
  );
};

/** The reports a decision answered wait again; not where the same person has reported it anew. */
export const reopenReports = (ctx: RequestContext, decisionId: string) =>
  ctx.db.query(
    `UPDATE report SET decision_id = NULL WHERE decision_id = $1 AND NOT EXISTS (
       SELECT FROM report AS again WHERE again.decision_id IS NULL AND again.reporter_id = report.reporter_id
         AND (again.comment_id = report.comment_id OR again.initiative_id = report.initiative_id))`,
    [decisionId],
  );

/** A decision with what it was about and whether nothing was decided about that since. */
export type StandingDecision = DecisionRow & Subject & { threadId: string | null; latest: boolean };

export const decisionById = async (
  ctx: RequestContext,
  id: string,
): Promise<StandingDecision | undefined> => {
  const [row] = await ctx.db.query<StandingDecision[]>(
    `SELECT found.*, (SELECT comment_id FROM moderation_decision WHERE id = $1) AS "commentId",
       (SELECT initiative_id FROM moderation_decision WHERE id = $1) AS "initiativeId",
       (SELECT thread_id FROM moderation_decision WHERE id = $1) AS "threadId",
       NOT EXISTS (SELECT FROM moderation_decision WHERE previous_id = $1) AS latest
     FROM (${DECISION} WHERE decision.id = $1 AND decision.municipality_id = $2) AS found`,
    [id, ctx.here],
  );
  return row;
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
  quarantined: boolean;
  /** Nothing was decided about the same subject since. */
  latest: boolean;
}

/** Every decision, newest first, with what it was about as it stands now. */
export const decisions = (
  ctx: RequestContext,
  { action, after, limit }: { action: ModerationAction | null; after: string[] | null; limit: number },
): Promise<LogRow[]> =>
  ctx.db.query<LogRow[]>(
    `SELECT subject.id, subject.action, subject.details, subject.reason_code AS "reasonCode", subject.reason,
       subject.created_at AS "createdAt", subject.created_at::text AS "cursorAt",
       subject.moderator_id AS "moderatorId", moderator.name AS "moderatorName",
       coalesce(contribution.kind, 'thread') AS kind,
       coalesce(subject.comment_id, subject.initiative_id, subject.thread_id) AS "subjectId",
       contribution.reference, coalesce(contribution.path, thread.path) AS path,
       contribution.title, contribution.text, contribution.language, coalesce(contribution.quarantined, false) AS quarantined,
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
