import type { RequestContext } from '../platform/http/context.js';
import type { ReminderKind } from './case-reminder.entity.js';
import { WAITS } from './initiative-cases.repository.js';

/** So many days before it is told that a deadline comes near. */
const NEAR_DAYS = { decision: 7, notice: 3 };

/** Whose deadline is near or past. A text that waits to be read is late or it is not: it takes days, not weeks. */
const DUE = `
  SELECT initiative.id, initiative.municipality_id, 'decision' AS what, initiative.decide_by AS deadline
  FROM initiative WHERE ${WAITS} AND initiative.hidden_at IS NULL
    AND initiative.decide_by <= now() + interval '${NEAR_DAYS.decision} days'
  UNION ALL
  SELECT initiative.id, initiative.municipality_id, 'notice', file.notice_by
  FROM initiative JOIN initiative_case AS file ON file.initiative_id = initiative.id
  WHERE ${WAITS} AND initiative.hidden_at IS NULL AND file.told_at IS NULL
    AND file.notice_by <= now() + interval '${NEAR_DAYS.notice} days'
  UNION ALL
  SELECT initiative.id, initiative.municipality_id, 'review', initiative.review_by
  FROM initiative WHERE initiative.status = 'review' AND initiative.review_by <= now()`;

const UNSAID = `
  FROM (${DUE}) AS due WHERE NOT EXISTS (SELECT FROM case_reminder AS said
    WHERE said.initiative_id = due.id AND said.what = due.what AND said.deadline = due.deadline
      AND said.late = (due.deadline <= now()))`;

/** A job for each municipality in which there is something to be reminded of. */
export const QUEUE = `
  SELECT graphile_worker.add_job($1, json_build_object('municipalityId', municipality_id),
    job_key => $1 || ':' || municipality_id)
  FROM (SELECT DISTINCT due.municipality_id ${UNSAID}) AS towns`;

export interface Reminder {
  initiativeId: string;
  number: number;
  title: string;
  what: ReminderKind;
  deadline: Date;
  late: boolean;
  /** Who is reminded. */
  people: string[];
}

const WORKS_HERE = (person: string, role: string) =>
  `membership.person_id = ${person} AND membership.municipality_id = said.municipality_id AND membership.role = ${role}`;

/**
 * Writes down what is said now, and gives it: to whoever has the case, else to their unit, else to all who work with
 * such things. Another process at the same time is given none of it.
 */
export const takeReminders = (ctx: RequestContext, limit: number): Promise<Reminder[]> =>
  ctx.db.query<Reminder[]>(
    `WITH written AS (
       INSERT INTO case_reminder (initiative_id, what, deadline, late)
       SELECT due.id, due.what, due.deadline, due.deadline <= now() ${UNSAID} AND due.municipality_id = $1
       ORDER BY due.id LIMIT $2
       ON CONFLICT DO NOTHING RETURNING initiative_id, what, deadline, late
     ), said AS (
       SELECT written.*, initiative.number, initiative.title, initiative.municipality_id, file.assignee_id, file.unit_id
       FROM written JOIN initiative ON initiative.id = written.initiative_id
         LEFT JOIN initiative_case AS file ON file.initiative_id = initiative.id AND written.what <> 'review'
     )
     SELECT said.initiative_id AS "initiativeId", said.number::int AS number, said.title, said.what, said.deadline,
       said.late, coalesce(
         (SELECT array_agg(person_id) FROM membership WHERE ${WORKS_HERE('said.assignee_id', "'staff'")}),
         (SELECT array_agg(membership.person_id) FROM unit_member JOIN membership
            ON ${WORKS_HERE('unit_member.person_id', "'staff'")} WHERE unit_member.unit_id = said.unit_id),
         (SELECT array_agg(person_id) FROM membership
          WHERE membership.municipality_id = said.municipality_id
            AND membership.role = CASE said.what WHEN 'review' THEN 'moderator' ELSE 'staff' END),
         '{}') AS people
     FROM said ORDER BY said.initiative_id, said.what`,
    [ctx.here, limit],
  );
