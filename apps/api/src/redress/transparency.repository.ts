import type { RequestContext } from '../platform/http/context.js';

export interface Counted {
  measure: string;
  key: string;
  count: number;
}

/** From the first moment of a year here to the first of the next. */
const SPAN = `
  SELECT make_timestamptz($2, 1, 1, 0, 0, 0, 'Europe/Copenhagen') AS "from",
    make_timestamptz($2 + 1, 1, 1, 0, 0, 0, 'Europe/Copenhagen') AS "until"`;

const during = (table: string, moment: string): string =>
  `${table}.municipality_id = $1 AND ${moment} >= (SELECT "from" FROM span) AND ${moment} < (SELECT "until" FROM span)`;

/** Everything a year's report counts, in one query; what was taken back within minutes is no decision. */
export const countsOf = (ctx: RequestContext, year: number): Promise<Counted[]> =>
  ctx.db.query<Counted[]>(
    `WITH span AS (${SPAN}), decided AS (
       SELECT * FROM moderation_decision AS decision WHERE ${during('decision', 'decision.created_at')}
         AND NOT EXISTS (SELECT FROM moderation_decision AS undone
           WHERE undone.previous_id = decision.id AND undone.action = 'undo' AND undone.reason = '')
     ), noticed AS (
       SELECT * FROM notice WHERE ${during('notice', 'notice.created_at')}
     ), ordered AS (
       SELECT * FROM removal_order WHERE ${during('removal_order', 'removal_order.received_at')}
     ), appealed AS (
       SELECT * FROM appeal WHERE ${during('appeal', 'appeal.created_at')}
     )
     SELECT 'notice' AS measure, reason_code AS key, count(*)::int AS count FROM noticed GROUP BY 2
     UNION ALL SELECT 'notice-outcome', coalesce(outcome, 'waiting'), count(*)::int FROM noticed GROUP BY 2
     UNION ALL SELECT 'report', reason_code, count(*)::int FROM report WHERE ${during('report', 'report.created_at')}
       GROUP BY 2
     UNION ALL SELECT 'decision', action, count(*)::int FROM decided
       WHERE action IN ('hide', 'remove', 'edit', 'move', 'keep', 'restore', 'lock', 'merge') GROUP BY 2
     UNION ALL SELECT 'reason', reason_code, count(*)::int FROM decided
       WHERE action IN ('hide', 'remove', 'edit') GROUP BY 2
     UNION ALL SELECT 'rule', rule, count(*)::int FROM rule_trace WHERE ${during('rule_trace', 'rule_trace.created_at')}
       GROUP BY 2
     UNION ALL SELECT 'order', coalesce(outcome, 'waiting'), count(*)::int FROM ordered GROUP BY 2
     UNION ALL SELECT 'order-in-time', 'removed', count(*)::int FROM ordered
       WHERE outcome = 'removed' AND decided_at <= due_at
     UNION ALL SELECT 'restriction', outcome, count(*)::int FROM restriction
       WHERE ${during('restriction', 'restriction.decided_at')} AND outcome <> 'dropped' GROUP BY 2
     UNION ALL SELECT 'appeal', coalesce(outcome, 'waiting'), count(*)::int FROM appealed GROUP BY 2`,
    [ctx.here, year],
  );

export interface Median {
  measure: string;
  hours: number;
  count: number;
}

/** From when it came to when it was decided, of what came that year and is decided. */
export const mediansOf = (ctx: RequestContext, year: number): Promise<Median[]> =>
  ctx.db.query<Median[]>(
    `WITH span AS (${SPAN}), taken AS (
       SELECT 'report' AS measure, report.created_at AS came, decision.created_at AS decided
       FROM report JOIN moderation_decision AS decision ON decision.id = report.decision_id
       WHERE ${during('report', 'report.created_at')}
       UNION ALL
       SELECT 'notice', created_at, decided_at FROM notice
       WHERE ${during('notice', 'created_at')} AND decided_at IS NOT NULL
       UNION ALL
       SELECT 'order', received_at, decided_at FROM removal_order
       WHERE ${during('removal_order', 'received_at')} AND decided_at IS NOT NULL
       UNION ALL
       SELECT 'appeal', created_at, decided_at FROM appeal
       WHERE ${during('appeal', 'created_at')} AND decided_at IS NOT NULL
     )
     SELECT measure, count(*)::int AS count,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM decided - came)) / 3600 AS hours
     FROM taken GROUP BY measure`,
    [ctx.here, year],
  );

/** The year in which the first of anything there is to report came. */
export const firstYear = async (ctx: RequestContext): Promise<number | null> => {
  const [row] = await ctx.db.query<{ year: number | null }[]>(
    `SELECT extract(year FROM least(
       (SELECT min(created_at) FROM moderation_decision WHERE municipality_id = $1),
       (SELECT min(created_at) FROM report WHERE municipality_id = $1),
       (SELECT min(created_at) FROM notice WHERE municipality_id = $1),
       (SELECT min(created_at) FROM rule_trace WHERE municipality_id = $1)
     ) AT TIME ZONE 'Europe/Copenhagen')::int AS year`,
    [ctx.here],
  );
  return row?.year ?? null;
};
