import type { RequestContext } from '../platform/http/context.js';
import type { InboxCounts, InboxFilter, InboxRow } from './inbox.dto.js';

/** Collects a statement's values and gives each its place. */
class Values {
  readonly list: unknown[] = [];
  add = (value: unknown): string => `$${this.list.push(value)}`;
}

/** One kind of contribution: where it is kept, what everyone may read of it, and what makes it answered. */
interface Source {
  kind: 'comment' | 'initiative';
  from: string;
  /** Its moment in the inbox; with the id it is the order and the cursor. */
  moment: string;
  columns: string;
  where: string[];
  /** Answered by itself; a comment by what staff pinned to it. */
  answered: string;
  text: string;
}

/** What is hidden waits for nobody here, and is not found by its words. It has its place only in the list of all. */
const showsHidden = ({ state = 'all', search }: InboxFilter): boolean => state === 'all' && !search;

const sources = (filter: InboxFilter): Source[] =>
  (
    [
      {
        kind: 'comment',
        from: `comment JOIN thread ON thread.id = comment.thread_id LEFT JOIN goal ON goal.id = thread.goal_id`,
        moment: 'comment.created_at',
        columns: `'K-' || comment.number AS reference, NULL::text AS title, comment.body AS text,
          comment.language, comment.author_id, thread.path || '?comment=' || comment.id AS path,
          comment.agree_count AS agree, comment.disagree_count AS disagree, 0 AS "supportCount",
          NULL::text AS status, thread.subject_kind AS "subjectKind", thread.title AS "subjectTitle"`,
        where: ['comment.removed_at IS NULL', 'comment.held_at IS NULL'],
        answered: `EXISTS (SELECT FROM official_answer
          WHERE official_answer.answers_id = comment.id AND official_answer.unpinned_at IS NULL)`,
        text: 'body',
      },
      {
        kind: 'initiative',
        from: `initiative JOIN goal ON goal.id = initiative.goal_id`,
        moment: 'initiative.published_at',
        columns: `'F-' || initiative.number AS reference, initiative.title, initiative.text,
          initiative.language, initiative.proposer_id AS author_id, 'initiatives/' || initiative.id AS path,
          0 AS agree, 0 AS disagree, initiative.support_count AS "supportCount", initiative.status,
          'goal' AS "subjectKind", goal.title AS "subjectTitle"`,
        where: ["initiative.status <> 'draft'", 'initiative.published_at IS NOT NULL'],
        answered: 'initiative.answered_at IS NOT NULL',
        text: "title || ' ' || text",
      },
    ] satisfies Source[]
  ).filter(({ kind }) => !filter.kind || filter.kind === kind);

const linked = ({ kind }: Source) =>
  `EXISTS (SELECT FROM feedback_link WHERE feedback_link.${kind}_id = ${kind}.id)`;

const answered = (source: Source) =>
  `(${source.answered} OR EXISTS (SELECT FROM feedback_link JOIN theme ON theme.id = feedback_link.theme_id
     WHERE feedback_link.${source.kind}_id = ${source.kind}.id AND theme.responded_at IS NOT NULL))`;

const DICTIONARIES = { da: 'danish', sv: 'swedish', en: 'english' } as const;

/**
 * The ids whose text has the words in the text's own language (through the index of text search), or has what was
 * typed within a word ("cykel" in "damcykel"); or the one that bears the reference.
 */
function found(source: Source, search: string, here: string, values: Values): string {
  const reference = /^([kf])-?(\d{1,15})$/i.exec(search.trim());
  if (reference) {
    const ours = (reference[1]!.toLowerCase() === 'k') === (source.kind === 'comment');
    return ours ? `${source.kind}.number = ${values.add(reference[2])}::bigint` : 'false';
  }
  const typed = values.add(search);
  const words = Object.entries(DICTIONARIES).map(
    ([language, dictionary]) =>
      `(language = '${language}'
        AND search_vector(language, ${source.text}) @@ websearch_to_tsquery('${dictionary}', ${typed}))`,
  );
  const parts = spellings(search).map((part) => `strpos(${source.text}, ${values.add(part)}) > 0`);
  return `${source.kind}.id IN (
    SELECT id FROM ${source.kind} WHERE ${words.join(' OR ')}
    UNION SELECT id FROM ${source.kind} WHERE municipality_id = ${here} AND (${parts.join(' OR ')}))`;
}

/** As it may stand in a text: to fold the case of every text instead takes ten times as long. */
const spellings = (search: string): string[] => {
  const small = search.toLowerCase();
  const capital = small.slice(0, 1).toUpperCase() + small.slice(1);
  return [...new Set([search, small, capital, small.toUpperCase()])];
};

function conditions(source: Source, filter: InboxFilter, here: string, values: Values): string[] {
  return [
    `${source.kind}.municipality_id = ${here}`,
    ...source.where,
    ...(showsHidden(filter) ? [] : [`${source.kind}.hidden_at IS NULL`]),
    ...(filter.policyId ? [`goal.policy_id = ${values.add(filter.policyId)}`] : []),
    ...(filter.goalId ? ['goal.id IN (SELECT id FROM branch)'] : []),
    ...(filter.search ? [found(source, filter.search, here, values)] : []),
  ];
}

/** The goal with everything below it. */
const branch = (filter: InboxFilter, here: string, values: Values): string =>
  filter.goalId
    ? `RECURSIVE branch AS (
         SELECT id FROM goal WHERE id = ${values.add(filter.goalId)} AND municipality_id = ${here}
         UNION ALL SELECT goal.id FROM goal JOIN branch ON goal.parent_id = branch.id),`
    : '';

/** Comments and initiatives together, newest first, with where each is linked: one query. */
export function inboxRows(
  ctx: RequestContext,
  filter: InboxFilter,
  after: readonly string[] | null,
  limit: number,
): Promise<InboxRow[]> {
  const values = new Values();
  const here = values.add(ctx.here);
  const most = values.add(limit);
  const begin = branch(filter, here, values);
  const from = after ? `(${values.add(after[0])}::timestamptz, ${values.add(after[1])}::uuid)` : null;
  // Each kind gives its own first ones through its index; only those are put in one order.
  const parts = sources(filter).map((source) => {
    const where = conditions(source, filter, here, values);
    if (filter.state === 'not-linked') where.push(`NOT ${linked(source)}`);
    if (filter.state === 'not-answered') where.push(`NOT ${answered(source)}`);
    if (from) where.push(`(${source.moment}, ${source.kind}.id) < ${from}`);
    return `(SELECT '${source.kind}' AS kind, ${source.kind}.id, ${source.columns}, goal.id AS "goalId",
        goal.number AS "goalNumber", goal.policy_id AS "policyId",
        ${source.moment} AS "createdAt", ${source.kind}.hidden_at IS NOT NULL AS hidden,
        CASE WHEN ${source.kind}.hidden_at IS NOT NULL THEN 'hidden'
          WHEN ${source.kind}.report_count > 0 THEN 'reported' END AS moderation
      FROM ${source.from} WHERE ${where.join(' AND ')}
      ORDER BY ${source.moment} DESC, ${source.kind}.id DESC LIMIT ${most})`;
  });
  return ctx.db.query<InboxRow[]>(
    `WITH ${begin} page AS (
       SELECT * FROM (${parts.join(' UNION ALL ')}) AS entry ORDER BY "createdAt" DESC, id DESC LIMIT ${most})
     SELECT page.kind, page.id, page.reference, page.moderation, page.language,
       CASE WHEN NOT page.hidden THEN page.title END AS title, CASE WHEN NOT page.hidden THEN page.text END AS text,
       CASE WHEN NOT page.hidden THEN person.name END AS "authorName",
       page."goalId", page."goalNumber", page."subjectKind", page."subjectTitle", page."policyId", policy.title AS "policyTitle",
       page.path, page.agree, page.disagree, page."supportCount", page.status, page."createdAt",
       page."createdAt"::text AS moment,
       (SELECT coalesce(json_agg(json_build_object('processId', process.id, 'processTitle', process.title,
            'themeTitle', theme.title, 'answered', theme.responded_at IS NOT NULL) ORDER BY link.id), '[]')
          FROM feedback_link AS link JOIN process ON process.id = link.process_id
          LEFT JOIN theme ON theme.id = link.theme_id
          WHERE link.comment_id = page.id OR link.initiative_id = page.id) AS links
     FROM page LEFT JOIN policy ON policy.id = page."policyId" LEFT JOIN person ON person.id = page.author_id
     ORDER BY page."createdAt" DESC, page.id DESC`,
    values.list,
  );
}

/** How many there are in each state under the other filters. */
export async function inboxCounts(
  ctx: RequestContext,
  { state: _state, ...filter }: InboxFilter,
): Promise<InboxCounts> {
  const values = new Values();
  const here = values.add(ctx.here);
  const begin = branch(filter, here, values);
  const parts = sources(filter).map(
    (source) =>
      `SELECT ${source.kind}.hidden_at IS NULL AND links.id IS NULL AS not_linked,
         ${source.kind}.hidden_at IS NULL AND NOT (${source.answered}) AND links.answered IS NOT TRUE AS not_answered
       FROM ${source.from} LEFT JOIN links ON links.id = ${source.kind}.id
       WHERE ${conditions(source, filter, here, values).join(' AND ')}`,
  );
  const [counts] = await ctx.db.query<InboxCounts[]>(
    `WITH ${begin} links AS (
       SELECT coalesce(link.comment_id, link.initiative_id) AS id, bool_or(theme.responded_at IS NOT NULL) AS answered
       FROM feedback_link AS link JOIN process ON process.id = link.process_id
       LEFT JOIN theme ON theme.id = link.theme_id
       WHERE process.municipality_id = ${here} GROUP BY 1)
     SELECT count(*)::int AS "all", (count(*) FILTER (WHERE not_linked))::int AS "notLinked",
       (count(*) FILTER (WHERE not_answered))::int AS "notAnswered"
     FROM (${parts.join(' UNION ALL ')}) AS entry`,
    values.list,
  );
  return counts ?? { all: 0, notLinked: 0, notAnswered: 0 };
}
