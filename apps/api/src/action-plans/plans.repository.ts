import type { RequestContext } from '../platform/http/context.js';
import type { PlannedActionRow } from './actions.dto.js';
import type { PlanRow } from './plans.dto.js';

interface PlanWish {
  drafts: boolean;
  policyId?: string;
  after?: readonly [year: number, id: string];
  limit: number;
}

/** Plans with their policy and how far they are, the newest year first. */
export function plansOf(
  ctx: RequestContext,
  { drafts, policyId, after, limit }: PlanWish,
): Promise<PlanRow[]> {
  const parameters: unknown[] = [ctx.here, limit];
  const given = (value: unknown) => `$${parameters.push(value)}`;
  return ctx.db.query<PlanRow[]>(
    `SELECT plan.id, plan.policy_id AS "policyId", policy.slug AS "policySlug", policy.title AS "policyTitle",
       plan.year, plan.title, plan.published_at AS "publishedAt",
       (SELECT count(*)::int FROM action WHERE action.plan_id = plan.id) AS "actionCount",
       (SELECT count(*)::int FROM action WHERE action.plan_id = plan.id AND status = 'done') AS "doneCount"
     FROM action_plan AS plan JOIN policy ON policy.id = plan.policy_id
     WHERE plan.municipality_id = $1
       ${drafts ? '' : 'AND plan.published_at IS NOT NULL'}
       ${policyId ? `AND plan.policy_id = ${given(policyId)}` : ''}
       ${after ? `AND (plan.year, plan.id) < (${given(after[0])}, ${given(after[1])})` : ''}
     ORDER BY plan.year DESC, plan.id DESC LIMIT $2`,
    parameters,
  );
}

/** Actions of published plans that realise a goal or one below it, the newest plan first. */
export function plannedFor(
  ctx: RequestContext,
  goalId: string,
  after: readonly [year: number, id: string] | null,
  limit: number,
): Promise<PlannedActionRow[]> {
  return ctx.db.query<PlannedActionRow[]>(
    `WITH RECURSIVE below AS (
       SELECT id, title FROM goal WHERE id = $1 AND municipality_id = $2
       UNION ALL SELECT goal.id, goal.title FROM goal JOIN below ON goal.parent_id = below.id
     )
     SELECT action.id, plan.id AS "planId", plan.title AS "planTitle", plan.year, action.number, action.title,
       action.status, action.result, below.title AS "goalTitle"
     FROM below JOIN action ON action.goal_id = below.id
     JOIN action_plan AS plan ON plan.id = action.plan_id AND plan.published_at IS NOT NULL
     ${after ? 'WHERE (plan.year, action.id) < ($4, $5)' : ''}
     ORDER BY plan.year DESC, action.id DESC LIMIT $3`,
    [goalId, ctx.here, limit, ...(after ?? [])],
  );
}
