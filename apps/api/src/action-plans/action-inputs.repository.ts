import type { RequestContext } from '../platform/http/context.js';

/** A contribution an action builds on, as plans show it. */
export interface InputRow {
  /** The link's own id: the order in which staff linked. */
  linkId: string;
  actionId: string;
  kind: 'comment' | 'initiative';
  id: string;
  reference: string;
  path: string;
  /** The comment's text; the initiative's title. */
  text: string;
  language: string;
  /** null: a comment. */
  supporters: number | null;
}

/** What an action builds on, counted. */
export interface InputCounts {
  actionId: string;
  comments: number;
  initiatives: number;
  /** Supporters of the initiatives together. */
  supporters: number;
  /** How many of the initiatives' proposers are still known. */
  proposers: number;
  web: number;
  meeting: number;
  paper: number;
  phone: number;
}

export interface CandidateRow {
  kind: 'comment' | 'initiative';
  id: string;
  reference: string;
  path: string;
  text: string;
  language: string;
  createdAt: Date;
  goalTitle: string;
  /** Agreeing with the comment, or supporting the initiative. */
  support: number;
  /** Titles of the processes that took it in. */
  processes: string[];
  linked: boolean;
  /** Actions of the same plan that already build on it. */
  usedIn: string[];
}

/** What everyone can read: nothing else is ever counted, shown or printed. */
const COMMENT = 'is_readable(comment)';
const INITIATIVE = `initiative.hidden_at IS NULL AND initiative.status <> 'draft' AND initiative.published_at IS NOT NULL`;

const COMMENT_PATH = `thread.path || '?comment=' || comment.id`;
const INITIATIVE_PATH = `'initiatives/' || initiative.id`;

const INPUTS = `
  SELECT input.id AS "linkId", input.action_id AS "actionId", 'comment' AS kind, comment.id,
    'K-' || comment.number AS reference, ${COMMENT_PATH} AS path, comment.body AS text, comment.language,
    NULL::int AS supporters
  FROM action_input AS input JOIN comment ON comment.id = input.comment_id AND ${COMMENT}
  JOIN thread ON thread.id = comment.thread_id
  WHERE input.action_id = ANY($1) AND comment.municipality_id = $2
  UNION ALL
  SELECT input.id, input.action_id, 'initiative', initiative.id, 'F-' || initiative.number, ${INITIATIVE_PATH},
    initiative.title, initiative.language, initiative.support_count
  FROM action_input AS input JOIN initiative ON initiative.id = input.initiative_id AND ${INITIATIVE}
  WHERE input.action_id = ANY($1) AND initiative.municipality_id = $2`;

/** Everything these actions build on, in the order it was linked. */
export const inputsOf = (ctx: RequestContext, actionIds: readonly string[]): Promise<InputRow[]> =>
  ctx.db.query<InputRow[]>(`SELECT * FROM (${INPUTS}) AS input ORDER BY "linkId"`, [actionIds, ctx.here]);

/** The first few of each action. */
export const firstInputsOf = (
  ctx: RequestContext,
  actionIds: readonly string[],
  each: number,
): Promise<InputRow[]> =>
  ctx.db.query<InputRow[]>(
    `SELECT * FROM (
       SELECT *, row_number() OVER (PARTITION BY "actionId" ORDER BY supporters DESC NULLS LAST, "linkId") AS place
       FROM (${INPUTS}) AS input
     ) AS input WHERE place <= $3 ORDER BY "actionId", place`,
    [actionIds, ctx.here, each],
  );

export const inputPage = (
  ctx: RequestContext,
  actionId: string,
  after: string | null,
  limit: number,
): Promise<InputRow[]> =>
  ctx.db.query<InputRow[]>(
    `SELECT * FROM (${INPUTS}) AS input ${after ? 'WHERE "linkId" > $4' : ''} ORDER BY "linkId" LIMIT $3`,
    [[actionId], ctx.here, limit, ...(after ? [after] : [])],
  );

export const inputCounts = (ctx: RequestContext, actionIds: readonly string[]): Promise<InputCounts[]> =>
  ctx.db.query<InputCounts[]>(
    `SELECT input.action_id AS "actionId", count(comment.id)::int AS comments,
       count(initiative.id)::int AS initiatives, coalesce(sum(initiative.support_count), 0)::int AS supporters,
       count(DISTINCT initiative.proposer_id)::int AS proposers,
       count(*) FILTER (WHERE comment.channel = 'web')::int AS web,
       count(*) FILTER (WHERE comment.channel = 'meeting')::int AS meeting,
       count(*) FILTER (WHERE comment.channel = 'paper')::int AS paper,
       count(*) FILTER (WHERE comment.channel = 'phone')::int AS phone
     FROM action_input AS input
     LEFT JOIN comment ON comment.id = input.comment_id AND ${COMMENT}
     LEFT JOIN initiative ON initiative.id = input.initiative_id AND ${INITIATIVE}
     WHERE input.action_id = ANY($1) AND $2 IN (comment.municipality_id, initiative.municipality_id)
     GROUP BY input.action_id`,
    [actionIds, ctx.here],
  );

interface CandidateWish {
  planId: string;
  policyId: string;
  /** Only below this goal; left out: the whole policy. */
  goalId?: string | undefined;
  /** Contributions to every policy: input belongs to no single one. */
  everywhere?: boolean | undefined;
  search?: string | undefined;
  after: readonly [linked: boolean, id: string] | null;
  limit: number;
}

/** What an action could build on: what a process took in first, then the newest. */
export const candidatesOf = (ctx: RequestContext, wish: CandidateWish): Promise<CandidateRow[]> => {
  const parameters: unknown[] = [ctx.here, wish.planId, wish.limit];
  const given = (value: unknown) => `$${parameters.push(value)}`;
  const goals = wish.goalId
    ? `WITH RECURSIVE below AS (
         SELECT id, title FROM goal WHERE id = ${given(wish.goalId)} AND municipality_id = $1
         UNION ALL SELECT goal.id, goal.title FROM goal JOIN below ON goal.parent_id = below.id
       )`
    : `WITH below AS (
         SELECT id, title FROM goal WHERE municipality_id = $1 ${wish.everywhere ? '' : `AND policy_id = ${given(wish.policyId)}`}
       )`;
  const search = wish.search?.trim();
  const finds = search ? searching(given(search), given(`%${search.replace(/[\\%_]/g, '\\$&')}%`)) : () => '';
  const after =
    wish.after && `WHERE (linked, id) < (${given(wish.after[0])}::boolean, ${given(wish.after[1])}::uuid)`;
  return ctx.db.query<CandidateRow[]>(
    `${goals}, candidate AS (
       SELECT 'comment' AS kind, comment.id, 'K-' || comment.number AS reference, ${COMMENT_PATH} AS path,
         comment.body AS text, comment.language, comment.created_at AS "createdAt", thread.title AS "goalTitle",
         comment.agree_count AS support,
         EXISTS (SELECT FROM feedback_link WHERE feedback_link.comment_id = comment.id) AS linked
       FROM below JOIN thread ON thread.goal_id = below.id
       JOIN comment ON comment.thread_id = thread.id AND ${COMMENT}
       WHERE true ${finds('comment', 'comment.body')}
       UNION ALL
       SELECT 'initiative', initiative.id, 'F-' || initiative.number, ${INITIATIVE_PATH}, initiative.title,
         initiative.language, initiative.published_at, below.title, initiative.support_count,
         EXISTS (SELECT FROM feedback_link WHERE feedback_link.initiative_id = initiative.id)
       FROM below JOIN initiative ON initiative.goal_id = below.id AND ${INITIATIVE}
       WHERE true ${finds('initiative', `initiative.title || ' ' || initiative.text`)}
     ), page AS (
       SELECT * FROM candidate ${after || ''} ORDER BY linked DESC, id DESC LIMIT $3
     )
     SELECT page.*,
       ARRAY(SELECT DISTINCT process.title FROM feedback_link JOIN process ON process.id = feedback_link.process_id
         WHERE page.id IN (feedback_link.comment_id, feedback_link.initiative_id)) AS processes,
       ARRAY(SELECT trim(action.number || ' ' || action.title) FROM action_input JOIN action ON action.id = action_input.action_id
         WHERE action.plan_id = $2 AND page.id IN (action_input.comment_id, action_input.initiative_id)
         ORDER BY action.position) AS "usedIn"
     FROM page ORDER BY linked DESC, id DESC`,
    parameters,
  );
};

/** Words in whatever form (in the language of the text), a part of a long compound word, or a reference. */
const searching =
  (words: string, part: string) =>
  (table: string, content: string): string =>
    `AND (search_vector(${table}.language, ${content}) @@ websearch_to_tsquery(CASE ${table}.language
         WHEN 'da' THEN 'danish'::regconfig WHEN 'sv' THEN 'swedish'::regconfig ELSE 'english'::regconfig END, ${words})
       OR ${content} ILIKE ${part}
       OR '${table === 'comment' ? 'K' : 'F'}-' || ${table}.number = upper(${words}))`;
