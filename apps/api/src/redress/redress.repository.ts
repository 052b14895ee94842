import type { Language } from '@medvind/contracts';
import type { RequestContext } from '../platform/http/context.js';
import { APPEAL_PERIOD } from './appeal.rules.js';
import type { Appeal } from './appeal.entity.js';
import type { ContributionState } from '../moderation/moderation.rules.js';

/** A contribution as those see it who decide about it, and the one whose it is. */
export interface ContributionRow {
  kind: 'comment' | 'initiative';
  id: string;
  reference: string;
  path: string;
  /** Of the page it stands on, or its own. */
  title: string;
  /** null: taken back by its author, or in quarantine. */
  text: string | null;
  language: Language;
  createdAt: string;
  editedAt: string | null;
  state: ContributionState;
  authorId: string | null;
  authorName: string | null;
}

/** As JSON, of a comment or an initiative named by `of`; what is a draft, or of another municipality, is not there. */
export const contributionOf = (of: string): string => `(
  SELECT to_jsonb(found) FROM (
    SELECT 'comment' AS kind, comment.id, 'K-' || comment.number AS reference,
      thread.path || '?comment=' || comment.id AS path, thread.title,
      CASE WHEN comment.removed_at IS NULL AND comment.quarantined_at IS NULL THEN comment.body END AS text,
      comment.language,
      comment.created_at AS "createdAt", comment.edited_at AS "editedAt",
      CASE WHEN comment.removed_at IS NOT NULL THEN 'removed' WHEN comment.hidden_at IS NOT NULL THEN 'hidden'
        WHEN comment.held_at IS NOT NULL THEN 'held' ELSE 'visible' END AS state,
      person.id AS "authorId", person.name AS "authorName"
    FROM comment JOIN thread ON thread.id = comment.thread_id LEFT JOIN person ON person.id = comment.author_id
    WHERE comment.id = ${of}.comment_id AND comment.municipality_id = $1
    UNION ALL
    SELECT 'initiative', initiative.id, 'F-' || initiative.number, 'initiatives/' || initiative.id,
      initiative.title, CASE WHEN initiative.quarantined_at IS NULL THEN initiative.text END, initiative.language, initiative.created_at, NULL,
      CASE WHEN initiative.hidden_at IS NOT NULL THEN 'hidden' WHEN initiative.held_at IS NOT NULL THEN 'held'
        ELSE 'visible' END, person.id, person.name
    FROM initiative LEFT JOIN person ON person.id = initiative.proposer_id
    WHERE initiative.id = ${of}.initiative_id AND initiative.municipality_id = $1
      AND (initiative.published_at IS NOT NULL OR initiative.held_at IS NOT NULL)
  ) AS found)`;

/** One contribution of this municipality. */
export const contributionBy = async (
  ctx: RequestContext,
  { commentId, initiativeId }: { commentId: string | null; initiativeId: string | null },
): Promise<ContributionRow | null> => {
  const [row] = await ctx.db.query<{ found: ContributionRow | null }[]>(
    `SELECT ${contributionOf('asked')} AS found FROM (SELECT $2::uuid AS comment_id, $3::uuid AS initiative_id) AS asked`,
    [ctx.here, commentId, initiativeId],
  );
  return row?.found ?? null;
};

export const SUBJECT_KINDS = ['decision', 'restriction', 'notice'] as const;
export type AppealSubjectKind = (typeof SUBJECT_KINDS)[number];

/** A decision as it can be appealed: about a contribution, about a person, about a notice. */
export interface AppealSubject {
  kind: AppealSubjectKind;
  id: string;
  /** What was decided: "hide", "suspension", "turned-down". */
  what: string;
  reasonCode: string | null;
  reason: string;
  decidedAt: Date;
  until: Date;
  deciderIds: string[];
  deciders: string[];
  commentId: string | null;
  initiativeId: string | null;
  authorId: string | null;
  concerns: boolean;
  restricts: boolean;
  superseded: boolean;
  /** What the decision took away is in quarantine. */
  quarantined: boolean;
  contribution: ContributionRow | null;
}

const SUBJECTS: Record<AppealSubjectKind, string> = {
  decision: `
    SELECT decision.id, decision.action AS what, decision.reason_code, decision.reason,
      decision.created_at AS decided_at, ARRAY[decision.moderator_id] AS decider_ids, decision.comment_id,
      decision.initiative_id, coalesce(comment.author_id, initiative.proposer_id) AS author_id,
      -- Restricted is who wrote it; where it was kept, whoever had said that it should not stand.
      coalesce(CASE decision.action WHEN 'keep'
        THEN EXISTS (SELECT FROM report WHERE report.decision_id = decision.id AND report.reporter_id = $2)
        ELSE coalesce(comment.author_id, initiative.proposer_id) = $2 END, false) AS concerns,
      decision.action IN ('hide', 'remove', 'edit', 'move', 'keep') AS restricts,
      EXISTS (SELECT FROM moderation_decision AS later WHERE later.previous_id = decision.id) AS superseded
    FROM moderation_decision AS decision LEFT JOIN comment ON comment.id = decision.comment_id
      LEFT JOIN initiative ON initiative.id = decision.initiative_id
    WHERE decision.municipality_id = $1`,
  restriction: `
    SELECT restriction.id, restriction.outcome AS what, restriction.reason_code, restriction.reason,
      restriction.decided_at AS decided_at, ARRAY[restriction.opened_by_id, restriction.decided_by_id] AS decider_ids,
      NULL::uuid AS comment_id, NULL::uuid AS initiative_id, restriction.person_id AS author_id,
      coalesce(restriction.person_id = $2, false) AS concerns, restriction.outcome <> 'dropped' AS restricts,
      restriction.lifted_at IS NOT NULL AS superseded
    FROM restriction WHERE restriction.municipality_id = $1 AND restriction.decided_at IS NOT NULL`,
  notice: `
    SELECT notice.id, notice.outcome AS what, notice.reason_code, notice.answer AS reason,
      notice.decided_at AS decided_at, ARRAY[notice.decided_by_id] AS decider_ids, notice.comment_id,
      notice.initiative_id, NULL::uuid AS author_id,
      $2::uuid IS NULL AND false AS concerns, notice.outcome = 'turned-down' AS restricts,
      false AS superseded
    FROM notice WHERE notice.municipality_id = $1 AND notice.decided_at IS NOT NULL`,
};

/** A decision of this municipality, as the reader stands to it. */
export const appealSubject = async (
  ctx: RequestContext,
  kind: AppealSubjectKind,
  id: string,
): Promise<AppealSubject | undefined> => {
  const [row] = await ctx.db.query<AppealSubject[]>(
    `SELECT '${kind}' AS kind, subject.id, subject.what, subject.reason_code AS "reasonCode", subject.reason,
       subject.decided_at AS "decidedAt", subject.decided_at + ${APPEAL_PERIOD} AS until,
       subject.decider_ids AS "deciderIds",
       ARRAY(SELECT name FROM person WHERE person.id = ANY(subject.decider_ids) ORDER BY name) AS deciders,
       subject.comment_id AS "commentId", subject.initiative_id AS "initiativeId", subject.author_id AS "authorId",
       subject.concerns, subject.restricts, subject.superseded,
       EXISTS (SELECT FROM quarantine WHERE quarantine.decision_id = subject.id AND returned_at IS NULL) AS quarantined,
       ${contributionOf('subject')} AS contribution
     FROM (${SUBJECTS[kind]}) AS subject WHERE subject.id = $3`,
    [ctx.here, ctx.person?.id ?? null, id],
  );
  return row;
};

export type AppealRow = Omit<Appeal, 'municipalityId'> & { appellantName: string | null };

const APPEAL = `
  SELECT appeal.id, appeal.decision_id AS "decisionId", appeal.restriction_id AS "restrictionId",
    appeal.notice_id AS "noticeId", appeal.person_id AS "personId", appellant.name AS "appellantName", appeal.text,
    appeal.language, appeal.case_id AS "caseId", appeal.created_at AS "createdAt", appeal.outcome, appeal.answer,
    appeal.decided_by_id AS "decidedById", appeal.decided_at AS "decidedAt"
  FROM appeal LEFT JOIN person AS appellant ON appellant.id = appeal.person_id`;

export const appealAbout = async (
  ctx: RequestContext,
  kind: AppealSubjectKind,
  id: string,
): Promise<AppealRow | undefined> => {
  const [row] = await ctx.db.query<AppealRow[]>(
    `${APPEAL} WHERE appeal.municipality_id = $1 AND appeal.${kind}_id = $2`,
    [ctx.here, id],
  );
  return row;
};

/** @param held against every other who decides it, until the transaction ends */
export const appealById = async (
  ctx: RequestContext,
  id: string,
  { held = false } = {},
): Promise<AppealRow | undefined> => {
  const [row] = await ctx.db.query<AppealRow[]>(
    `${APPEAL} WHERE appeal.municipality_id = $1 AND appeal.id = $2 ${held ? 'FOR NO KEY UPDATE OF appeal' : ''}`,
    [ctx.here, id],
  );
  return row;
};

export const subjectOf = (appeal: Pick<AppealRow, 'decisionId' | 'restrictionId' | 'noticeId'>) => {
  if (appeal.decisionId) return { kind: 'decision' as const, id: appeal.decisionId };
  if (appeal.restrictionId) return { kind: 'restriction' as const, id: appeal.restrictionId };
  return { kind: 'notice' as const, id: appeal.noticeId ?? '' };
};

export interface OwnDecision {
  kind: 'decision' | 'restriction';
  id: string;
  what: string;
  reference: string | null;
  title: string;
  at: Date;
  cursorAt: string;
  until: Date;
  appealed: boolean;
  appealOutcome: string | null;
  open: boolean;
}

/** Everything that was decided about the reader here: what they wrote, what they reported, they themselves. */
export const decisionsAbout = (
  ctx: RequestContext,
  after: string[] | null,
  limit: number,
): Promise<OwnDecision[]> =>
  ctx.db.query<OwnDecision[]>(
    `WITH mine AS (
       SELECT 'decision' AS kind, decision.id, decision.action AS what, 'K-' || comment.number AS reference,
         thread.title, decision.created_at AS at, decision.id AS decision_id, NULL::uuid AS restriction_id, false AS open
       FROM comment JOIN moderation_decision AS decision ON decision.comment_id = comment.id
         JOIN thread ON thread.id = comment.thread_id
       WHERE comment.author_id = $2 AND comment.municipality_id = $1
         AND decision.action IN ('hide', 'remove', 'edit', 'move')
       UNION ALL
       SELECT 'decision', decision.id, decision.action, 'F-' || initiative.number, initiative.title,
         decision.created_at, decision.id, NULL, false
       FROM initiative JOIN moderation_decision AS decision ON decision.initiative_id = initiative.id
       WHERE initiative.proposer_id = $2 AND initiative.municipality_id = $1
         AND decision.action IN ('hide', 'remove', 'edit', 'move')
       UNION ALL
       SELECT 'decision', decision.id, decision.action,
         coalesce('K-' || comment.number, 'F-' || initiative.number),
         -- It may have been hidden since: then what it is called is not the reader's to know.
         coalesce(thread.title, CASE WHEN initiative.hidden_at IS NULL THEN initiative.title END, ''),
         decision.created_at, decision.id, NULL, false
       FROM report JOIN moderation_decision AS decision ON decision.id = report.decision_id
         LEFT JOIN comment ON comment.id = report.comment_id LEFT JOIN thread ON thread.id = comment.thread_id
         LEFT JOIN initiative ON initiative.id = report.initiative_id
       WHERE report.reporter_id = $2 AND report.municipality_id = $1 AND decision.action = 'keep'
       UNION ALL
       SELECT 'restriction', restriction.id, coalesce(restriction.outcome, 'hearing'), NULL, '',
         coalesce(restriction.decided_at, restriction.opened_at), NULL, restriction.id, restriction.decided_at IS NULL
       FROM restriction WHERE restriction.person_id = $2 AND restriction.municipality_id = $1
     )
     SELECT mine.kind, mine.id, mine.what, mine.reference, mine.title, mine.at, mine.at::text AS "cursorAt",
       mine.at + ${APPEAL_PERIOD} AS until, appeal.id IS NOT NULL AS appealed, appeal.outcome AS "appealOutcome",
       mine.open
     FROM mine LEFT JOIN appeal ON appeal.decision_id = mine.decision_id OR appeal.restriction_id = mine.restriction_id
     WHERE ($3::text IS NULL OR (mine.at, mine.id) < ($3::timestamptz, $4::uuid))
       -- Taken back within minutes it is as if it had not been; only an appeal's answer gives an undo a reason.
       AND NOT EXISTS (SELECT FROM moderation_decision AS undone
         WHERE undone.previous_id = mine.decision_id AND undone.action = 'undo' AND undone.reason = '')
     ORDER BY mine.at DESC, mine.id DESC LIMIT $5`,
    [ctx.here, ctx.me.id, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
