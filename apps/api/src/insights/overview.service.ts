import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../platform/http/context.js';
import type { ActiveThread, OverviewView, ResultTold } from './insights.dto.js';

/** What is going on, counted; the front page shows it. */
@Injectable()
export class OverviewService {
  async show(ctx: RequestContext): Promise<OverviewView> {
    const [active, results, [counts]] = await Promise.all([
      this.activeThreads(ctx),
      this.results(ctx),
      ctx.db.query<{ contributions: number; answered: number }[]>(
        `WITH said AS (
           SELECT id, false AS answered FROM comment
             WHERE municipality_id = $1 AND is_readable(comment)
           UNION ALL
           SELECT id, answered_at IS NOT NULL FROM initiative
             WHERE municipality_id = $1 AND hidden_at IS NULL AND status <> 'draft'
         ), linked AS (
           SELECT coalesce(comment_id, initiative_id) AS id
           FROM feedback_link JOIN theme ON theme.id = feedback_link.theme_id
             JOIN process ON process.id = feedback_link.process_id
           WHERE process.municipality_id = $1 AND theme.responded_at IS NOT NULL
         )
         SELECT count(*)::int AS contributions,
           count(*) FILTER (WHERE answered OR id IN (SELECT id FROM linked))::int AS answered FROM said`,
        [ctx.here],
      ),
    ]);
    return { active, results, contributions: counts?.contributions ?? 0, answered: counts?.answered ?? 0 };
  }

  private async activeThreads(ctx: RequestContext): Promise<ActiveThread[]> {
    const rows = await ctx.db.query<(Omit<ActiveThread, 'lastAt'> & { lastAt: Date })[]>(
      `SELECT thread.path, thread.subject_kind AS "subjectKind", thread.title, policy.title AS "policyTitle", thread.comment_count AS comments,
         newest.created_at AS "lastAt", left(newest.body, 160) AS excerpt, newest.language
       FROM (
         SELECT DISTINCT ON (thread_id) thread_id, created_at, body, language FROM (
           SELECT * FROM comment WHERE municipality_id = $1 AND is_readable(comment)
             -- What waits for a moderator is not put on the front page meanwhile.
             AND report_count = 0
           ORDER BY id DESC LIMIT 200
         ) AS latest ORDER BY thread_id, id DESC
       ) AS newest
       JOIN thread ON thread.id = newest.thread_id LEFT JOIN goal ON goal.id = thread.goal_id
       LEFT JOIN policy ON policy.id = goal.policy_id
       ORDER BY newest.created_at DESC LIMIT 6`,
      [ctx.here],
    );
    return rows.map((row) => ({ ...row, lastAt: row.lastAt.toISOString() }));
  }

  private results(ctx: RequestContext): Promise<ResultTold[]> {
    return ctx.db.query<ResultTold[]>(
      `SELECT action.title, action.result, action_plan.year, 'plans/' || action_plan.id AS path,
         (SELECT count(*)::int FROM action_input WHERE action_input.action_id = action.id) AS contributions
       FROM action JOIN action_plan ON action_plan.id = action.plan_id
       WHERE action_plan.municipality_id = $1 AND action_plan.published_at IS NOT NULL AND action.result <> ''
       ORDER BY action_plan.year DESC, contributions DESC, action.position LIMIT 4`,
      [ctx.here],
    );
  }
}
