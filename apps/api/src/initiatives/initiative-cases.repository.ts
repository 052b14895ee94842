import type { InitiativeOutcome } from '@medvind/contracts';
import type { RequestContext } from '../platform/http/context.js';
import { WAITING_STATES } from './initiative-case.rules.js';
import type { CaseCounts, CaseFilter, CaseRow, NoteRow, OpinionRow } from './initiative-cases.dto.js';
import { ANSWERED_STATES, type InitiativeStatus } from './life.rules.js';

const states = (known: readonly string[]) => known.map((state) => `'${state}'`).join(', ');
/** As the partial index says it, so that what waits is found whatever else there is. Merged, the other waits. */
export const WAITS = `initiative.status IN (${states(WAITING_STATES)}) AND initiative.merged_into_id IS NULL`;
const ANSWERED = `initiative.status IN (${states(ANSWERED_STATES)})`;

/** As `dueOf` says it. */
const DUE = 'least(CASE WHEN file.told_at IS NULL THEN file.notice_by END, initiative.decide_by)';

/** `$1` is the reader. */
const ASKS_ME = `EXISTS (SELECT FROM case_opinion WHERE case_opinion.initiative_id = initiative.id
  AND case_opinion.asked_id = $1 AND case_opinion.answered_at IS NULL)`;

const OWN_UNIT = 'file.unit_id IN (SELECT unit_id FROM unit_member WHERE person_id = $1)';

const HELD: Record<CaseFilter, string> = {
  mine: `${WAITS} AND file.assignee_id = $1`,
  // Whoever is asked answers, though it may be answered meanwhile.
  opinion: ASKS_ME,
  unassigned: `${WAITS} AND file.assignee_id IS NULL`,
  unit: `${WAITS} AND ${OWN_UNIT}`,
  overdue: `${WAITS} AND ${DUE} <= now()`,
  all: WAITS,
  answered: ANSWERED,
};

const ROW = `
  initiative.id, initiative.number::int AS number, initiative.title, initiative.language, initiative.status,
  initiative.deadline, initiative.threshold, initiative.hidden_at AS "hiddenAt",
  initiative.quarantined_at AS "quarantinedAt", initiative.proposer_id AS "proposerId",
  initiative.answer_outcome AS "answerOutcome", goal.title AS "goalTitle",
  initiative.support_count AS "supportCount", initiative.decide_by AS "decideBy",
  initiative.handed_over_at AS "handedOverAt", initiative.answered_at AS "answeredAt", file.unit_id AS "unitId",
  organisation_unit.name AS "unitName", file.unit_proposed AS "unitProposed", file.assignee_id AS "assigneeId",
  person.name AS "assigneeName", file.case_number AS "caseNumber", file.notice_by AS "noticeBy",
  file.told_at AS "toldAt", ${ASKS_ME} AS "asksMe"`;

const FROM = `FROM initiative JOIN initiative_case AS file ON file.initiative_id = initiative.id
  JOIN goal ON goal.id = initiative.goal_id
  LEFT JOIN organisation_unit ON organisation_unit.id = file.unit_id
  LEFT JOIN person ON person.id = file.assignee_id`;

/** A case with the key its page ends at. */
export type ListedCase = CaseRow & { key: string };

/** What waits, the most urgent first; what is answered, the last first. */
export const listedCases = (
  ctx: RequestContext,
  filter: CaseFilter,
  after: readonly string[] | null,
  limit: number,
): Promise<ListedCase[]> => {
  const latest = filter === 'answered';
  const key = latest ? 'initiative.answered_at' : `coalesce(${DUE}, 'infinity')`;
  return ctx.db.query<ListedCase[]>(
    `SELECT ${ROW}, (${key})::text AS key ${FROM}
     WHERE initiative.municipality_id = $2 AND initiative.hidden_at IS NULL AND ${HELD[filter]}
       ${after ? `AND (${key}, initiative.id) ${latest ? '<' : '>'} ($4::timestamptz, $5::uuid)` : ''}
     ORDER BY ${key} ${latest ? 'DESC' : ''}, initiative.id ${latest ? 'DESC' : ''} LIMIT $3`,
    [ctx.me.id, ctx.here, limit, ...(after ?? [])],
  );
};

/** To be read before it is published, and nobody has in time. */
const LATE_REVIEW = "WHERE municipality_id = $2 AND status = 'review' AND review_by <= now()";

type CountedCases = Omit<CaseCounts, 'reviewBy' | 'canReview'> & { reviewBy: Date | null };

export const countedCases = async (ctx: RequestContext): Promise<CountedCases> => {
  const counts = (['mine', 'unassigned', 'unit', 'overdue', 'all'] as const)
    .map((filter) => `count(*) FILTER (WHERE ${HELD[filter]})::int AS "${filter}"`)
    .join(', ');
  const [found] = await ctx.db.query<CountedCases[]>(
    `SELECT waiting.*,
       (SELECT count(*)::int FROM case_opinion JOIN initiative ON initiative.id = case_opinion.initiative_id
        WHERE case_opinion.asked_id = $1 AND case_opinion.answered_at IS NULL
          AND initiative.municipality_id = $2 AND initiative.hidden_at IS NULL) AS opinion,
       (SELECT count(*)::int FROM initiative ${LATE_REVIEW}) AS "lateReviews",
       (SELECT min(review_by) FROM initiative ${LATE_REVIEW}) AS "reviewBy",
       (SELECT count(*)::int FROM initiative
        WHERE initiative.municipality_id = $2 AND initiative.hidden_at IS NULL AND ${ANSWERED}) AS answered
     FROM (
       SELECT ${counts} FROM initiative JOIN initiative_case AS file ON file.initiative_id = initiative.id
       WHERE initiative.municipality_id = $2 AND initiative.hidden_at IS NULL AND ${WAITS}
     ) AS waiting`,
    [ctx.me.id, ctx.here],
  );
  if (!found) throw new Error('counting gives a row');
  return found;
};

export const caseById = async (ctx: RequestContext, initiativeId: string): Promise<CaseRow | undefined> => {
  const [row] = await ctx.db.query<CaseRow[]>(
    `SELECT ${ROW} ${FROM} WHERE initiative.id = $2 AND initiative.municipality_id = $3`,
    [ctx.me.id, initiativeId, ctx.here],
  );
  return row;
};

export const notesOf = (ctx: RequestContext, initiativeId: string): Promise<NoteRow[]> =>
  ctx.db.query<NoteRow[]>(
    `SELECT note.id, person.name AS author, note.text, note.created_at AS "createdAt"
     FROM case_note AS note LEFT JOIN person ON person.id = note.author_id
     WHERE note.initiative_id = $1 ORDER BY note.id`,
    [initiativeId],
  );

export const opinionsOf = (ctx: RequestContext, initiativeId: string): Promise<OpinionRow[]> =>
  ctx.db.query<OpinionRow[]>(
    `SELECT opinion.id, asker.name AS asker, asked.name AS asked, opinion.asked_id AS "askedId", opinion.question,
       opinion.answer, opinion.created_at AS "createdAt", opinion.answered_at AS "answeredAt"
     FROM case_opinion AS opinion LEFT JOIN person AS asker ON asker.id = opinion.asker_id
       LEFT JOIN person AS asked ON asked.id = opinion.asked_id
     WHERE opinion.initiative_id = $1 ORDER BY opinion.id`,
    [initiativeId],
  );

/** Those who work here, by name. */
export const colleaguesOf = (ctx: RequestContext): Promise<{ id: string; name: string }[]> =>
  ctx.db.query(
    `SELECT person.id, person.name FROM membership JOIN person ON person.id = membership.person_id
     WHERE membership.municipality_id = $1 AND membership.role = 'staff' ORDER BY person.name, person.id`,
    [ctx.here],
  );

export const isColleague = async (ctx: RequestContext, personId: string): Promise<boolean> => {
  const found = await ctx.db.query<unknown[]>(
    `SELECT 1 FROM membership WHERE person_id = $1 AND municipality_id = $2 AND role = 'staff'`,
    [personId, ctx.here],
  );
  return found.length > 0;
};

/** The units of this municipality that somebody works in. */
export const unitsOf = async (ctx: RequestContext, personId: string): Promise<string[]> => {
  const rows = await ctx.db.query<{ id: string }[]>(
    `SELECT unit.id FROM unit_member JOIN organisation_unit AS unit ON unit.id = unit_member.unit_id
     WHERE unit_member.person_id = $1 AND unit.municipality_id = $2`,
    [personId, ctx.here],
  );
  return rows.map(({ id }) => id);
};

/** Instead of those they worked in before. */
export const setUnits = (
  ctx: RequestContext,
  personId: string,
  unitIds: readonly string[],
): Promise<unknown> =>
  ctx.db.query(
    `WITH left_units AS (
       DELETE FROM unit_member USING organisation_unit AS unit
       WHERE unit.id = unit_member.unit_id AND unit.municipality_id = $2
         AND unit_member.person_id = $1 AND unit_member.unit_id <> ALL($3)
     ) INSERT INTO unit_member (person_id, unit_id) SELECT $1, unnest($3::uuid[]) ON CONFLICT DO NOTHING`,
    [personId, ctx.here, [...new Set(unitIds)]],
  );

/** What an answer to several needs of each of them. */
export interface AnswerableRow {
  id: string;
  number: number;
  title: string;
  status: InitiativeStatus;
  deadline: Date | null;
  threshold: number | null;
  hiddenAt: Date | null;
  supportCount: number;
  /** What the rule it was published under lets an answer come to. */
  outcomes: InitiativeOutcome[] | null;
}

export const answerableByIds = (ctx: RequestContext, ids: readonly string[]): Promise<AnswerableRow[]> =>
  ctx.db.query<AnswerableRow[]>(
    `SELECT initiative.id, initiative.number::int AS number, initiative.title, initiative.status,
       initiative.deadline, initiative.threshold, initiative.hidden_at AS "hiddenAt",
       initiative.support_count AS "supportCount", rule.scheme->'outcomes' AS outcomes
     FROM initiative LEFT JOIN initiative_rule AS rule ON rule.id = initiative.rule_id
     WHERE initiative.municipality_id = $1 AND initiative.id = ANY($2) AND initiative.published_at IS NOT NULL
     ORDER BY initiative.id`,
    [ctx.here, ids],
  );
