import type { RequestContext } from '../platform/http/context.js';
import type { FeedbackType } from '../involvement/feedback-link.entity.js';
import type { Process } from '../involvement/process.entity.js';
import type { ResponseOutcome } from '../involvement/theme.entity.js';
import type { ActionPlan } from './action-plan.entity.js';

export type PlanProcessRow = Pick<
  Process,
  | 'id'
  | 'title'
  | 'kind'
  | 'question'
  | 'fixedFrame'
  | 'level'
  | 'phases'
  | 'methods'
  | 'participants'
  | 'decides'
  | 'decidesOn'
  | 'decision'
  | 'caseNumber'
>;

export interface PlanThemeRow {
  id: string;
  processId: string;
  title: string;
  /** null, like the text: the response is not published yet. */
  outcome: ResponseOutcome | null;
  answer: string | null;
}

/** A contribution that a process took in and everyone can read. */
export interface PlanLinkRow {
  processId: string;
  themeId: string | null;
  type: FeedbackType | null;
  id: string;
  kind: 'comment' | 'initiative';
  reference: string;
  path: string;
  text: string;
}

/**
 * The processes a plan rests on: those that took in what its actions cite, and those about the policy's goals that
 * were still running in the year before the plan. What has not begun has nothing to tell yet.
 */
export const processesBehind = (
  ctx: RequestContext,
  { id, policyId, year }: ActionPlan,
): Promise<PlanProcessRow[]> =>
  ctx.db.query<PlanProcessRow[]>(
    `SELECT process.id, process.title, process.kind, process.question, process.fixed_frame AS "fixedFrame",
       process.level, process.phases, process.methods, process.participants, process.decides,
       process.decides_on::text AS "decidesOn", process.decision, process.case_number AS "caseNumber"
     FROM process
     WHERE process.municipality_id = $1 AND process.state <> 'planned' AND (
       EXISTS (
         SELECT FROM feedback_link AS link
         JOIN action_input AS input ON input.comment_id = link.comment_id OR input.initiative_id = link.initiative_id
         JOIN action ON action.id = input.action_id
         WHERE link.process_id = process.id AND action.plan_id = $2)
       OR (process.closed_at IS NULL OR process.closed_at >= make_date($4 - 1, 1, 1)) AND EXISTS (
         SELECT FROM process_goal JOIN goal ON goal.id = process_goal.goal_id
         WHERE process_goal.process_id = process.id AND goal.policy_id = $3))
     ORDER BY process.created_at, process.id`,
    [ctx.here, id, policyId, year],
  );

/** Themes in their order; of a response only what is published. */
export const themesOf = (ctx: RequestContext, processIds: readonly string[]): Promise<PlanThemeRow[]> =>
  ctx.db.query<PlanThemeRow[]>(
    `SELECT id, process_id AS "processId", title,
       CASE WHEN responded_at IS NOT NULL THEN response_outcome END AS outcome,
       CASE WHEN responded_at IS NOT NULL THEN response_text END AS answer
     FROM theme WHERE process_id = ANY($1) ORDER BY position, id`,
    [processIds],
  );

/** What the processes took in, initiatives first, then what most agreed with. */
export const linkedTo = (ctx: RequestContext, processIds: readonly string[]): Promise<PlanLinkRow[]> =>
  ctx.db.query<PlanLinkRow[]>(
    `SELECT "processId", "themeId", type, id, kind, reference, path, text FROM (
       SELECT link.id AS "linkId", link.process_id AS "processId", link.theme_id AS "themeId", link.type, comment.id,
         'comment' AS kind, 'K-' || comment.number AS reference,
         thread.path || '?comment=' || comment.id AS path, comment.body AS text,
         comment.agree_count AS support
       FROM feedback_link AS link
       JOIN comment ON comment.id = link.comment_id AND is_readable(comment)
       JOIN thread ON thread.id = comment.thread_id
       WHERE link.process_id = ANY($1) AND comment.municipality_id = $2
       UNION ALL
       SELECT link.id, link.process_id, link.theme_id, link.type, initiative.id, 'initiative',
         'F-' || initiative.number, 'initiatives/' || initiative.id, initiative.title, initiative.support_count
       FROM feedback_link AS link
       JOIN initiative ON initiative.id = link.initiative_id AND initiative.hidden_at IS NULL
         AND initiative.status <> 'draft' AND initiative.published_at IS NOT NULL
       WHERE link.process_id = ANY($1) AND initiative.municipality_id = $2
     ) AS link ORDER BY kind DESC, support DESC, "linkId"`,
    [processIds, ctx.here],
  );
