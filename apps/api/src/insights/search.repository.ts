import type { Language } from '@medvind/contracts';
import type { RequestContext } from '../platform/http/context.js';
import { FOUND_KINDS, type FoundKind } from './search.dto.js';
import { HIT_BEGINS, HIT_ENDS, referenceOf } from './search.rules.js';

export interface FoundRow {
  kind: FoundKind;
  id: string;
  tier: number;
  reference: string | null;
  title: string;
  context: string | null;
  text: string;
  /** The text around what was found, with the hits marked. */
  marked: string;
  language: Language;
  path: string;
}

interface Wish {
  typed: string;
  words: readonly string[];
  kind: FoundKind | undefined;
  after: readonly [string, string] | null;
  limit: number;
}

/** One kind of what can be found: its rows here that everyone can read, `$1` being the municipality. */
interface Source {
  from: string;
  readable: string;
  language: string;
  title: string;
  /** All that is searched besides the title. */
  text: string;
  reference?: string;
  context?: string;
  path: string;
  /** Whether the whole text is indexed, with this expression: then the index is asked first. */
  indexed?: string;
}

const SOURCES: Record<FoundKind, Source> = {
  policy: {
    from: 'policy',
    readable: 'policy.municipality_id = $1',
    language: 'policy.language',
    title: 'policy.title',
    text: "concat_ws(' ', policy.summary, policy.text)",
    path: "'policies/' || policy.slug",
  },
  goal: {
    from: 'goal JOIN policy ON policy.id = goal.policy_id',
    readable: 'goal.municipality_id = $1',
    language: 'policy.language',
    title: 'goal.title',
    text: "concat_ws(' ', goal.text, array_to_string(goal.target_groups, ', '))",
    context: 'policy.title',
    path: "'goals/' || goal.id",
  },
  initiative: {
    from: 'initiative JOIN goal ON goal.id = initiative.goal_id',
    readable:
      'initiative.municipality_id = $1 AND initiative.published_at IS NOT NULL AND initiative.hidden_at IS NULL',
    language: 'initiative.language',
    title: 'initiative.title',
    text: 'initiative.text',
    reference: "'F-' || initiative.number",
    context: 'goal.title',
    path: "'initiatives/' || initiative.id",
    indexed: "initiative.title || ' ' || initiative.text",
  },
  comment: {
    from: 'comment JOIN thread ON thread.id = comment.thread_id',
    // The title of a thread is its subject's: of a hidden one it is not told.
    readable: `comment.municipality_id = $1 AND is_readable(comment) AND NOT EXISTS (
      SELECT FROM initiative WHERE thread.subject_kind = 'initiative' AND initiative.id = thread.subject_id
        AND initiative.hidden_at IS NOT NULL)`,
    language: 'comment.language',
    title: "''",
    text: 'comment.body',
    reference: "'K-' || comment.number",
    context: 'thread.title',
    path: "thread.path || '?comment=' || comment.id",
    indexed: 'comment.body',
  },
  process: {
    from: `process JOIN municipality ON municipality.id = process.municipality_id CROSS JOIN LATERAL (
      SELECT string_agg(concat_ws(' ', theme.title, theme.response_text), ' ' ORDER BY theme.position) AS text
      FROM theme WHERE theme.process_id = process.id AND theme.responded_at IS NOT NULL) AS answered`,
    readable: 'process.municipality_id = $1',
    language: 'municipality.language',
    title: 'process.title',
    text: "concat_ws(' ', process.purpose, process.question, process.background, process.decision, answered.text)",
    path: "'processes/' || process.id",
  },
  plan: {
    from: 'action_plan JOIN policy ON policy.id = action_plan.policy_id',
    readable: 'action_plan.municipality_id = $1 AND action_plan.published_at IS NOT NULL',
    language: 'policy.language',
    title: 'action_plan.title',
    text: "concat_ws(' ', action_plan.introduction, action_plan.vision_relation, action_plan.evaluation)",
    context: 'policy.title',
    path: "'plans/' || action_plan.id",
  },
  action: {
    from: 'action JOIN action_plan ON action_plan.id = action.plan_id JOIN policy ON policy.id = action_plan.policy_id',
    readable: 'action_plan.municipality_id = $1 AND action_plan.published_at IS NOT NULL',
    language: 'policy.language',
    title: 'action.title',
    text: "concat_ws(' ', action.description, action.result, action.follow_up)",
    context: 'action_plan.title',
    path: "'plans/' || action_plan.id || '#' || action.id",
  },
};

const tableOf = (kind: FoundKind): string => (kind === 'plan' ? 'action_plan' : kind);

/** Each text is searched in its own language; the reader's has no say in what is found. */
const DICTIONARY = (language: string) =>
  `CASE ${language} WHEN 'da' THEN 'danish'::regconfig WHEN 'sv' THEN 'swedish'::regconfig ELSE 'english'::regconfig END`;

const DICTIONARIES = { da: 'danish', sv: 'swedish', en: 'english' };

const HEADLINE = `StartSel=${HIT_BEGINS}, StopSel=${HIT_ENDS}, MinWords=18, MaxWords=36`;

/**
 * What was searched for: first where it stands in a title, then in a text, then as a part of words or misspelt in a
 * title; of equals the newest first.
 */
export function foundRows(ctx: RequestContext, wish: Wish): Promise<FoundRow[]> {
  const values: unknown[] = [ctx.here];
  const value = (given: unknown) => `$${values.push(given)}`;
  const kinds = wish.kind ? [wish.kind] : FOUND_KINDS;
  const hits = kinds.map((kind) => hitsOf(kind, wish, value)).filter((hit) => hit !== null);
  if (hits.length === 0) return Promise.resolve([]);
  const limit = value(wish.limit);
  const after = wish.after
    ? `WHERE (tier, id) < (${value(wish.after[0])}::integer, ${value(wish.after[1])}::uuid)`
    : '';
  const typed = value(wish.typed);
  const headline = value(HEADLINE);
  const details = kinds.map((kind) => {
    const source = SOURCES[kind];
    return `SELECT page.kind, page.id, page.tier, ${source.reference ?? 'NULL'} AS reference, ${source.title} AS title,
      ${source.context ?? 'NULL'} AS context, ${source.text} AS text,
      ts_headline(${DICTIONARY(source.language)}, ${source.text},
        websearch_to_tsquery(${DICTIONARY(source.language)}, ${typed}), ${headline}) AS marked,
      ${source.language} AS language, ${source.path} AS path
      FROM ${source.from} JOIN page ON page.id = ${tableOf(kind)}.id AND page.kind = '${kind}'`;
  });
  return ctx.db.query<FoundRow[]>(
    `WITH hit AS (${hits.join(' UNION ALL ')}),
       page AS MATERIALIZED (SELECT kind, id, tier FROM hit ${after} ORDER BY tier DESC, id DESC LIMIT ${limit})
     ${details.join(' UNION ALL ')} ORDER BY tier DESC, id DESC`,
    values,
  );
}

function hitsOf(kind: FoundKind, wish: Wish, value: (given: unknown) => string): string | null {
  const source = SOURCES[kind];
  const table = tableOf(kind);
  const reference = referenceOf(wish.typed);
  if (reference)
    return reference.kind === kind
      ? `SELECT '${kind}' AS kind, ${table}.id, 4 AS tier FROM ${source.from}
         WHERE ${source.readable} AND ${table}.number = ${value(reference.number)}::bigint`
      : null;
  if (wish.words.length === 0) return null;
  const typed = value(wish.typed);
  const query = `websearch_to_tsquery(${DICTIONARY(source.language)}, ${typed})`;
  const inTitle = `search_vector(${source.language}, ${source.title}) @@ ${query}`;
  const content = source.indexed ?? `${source.title} || ' ' || ${source.text}`;
  const inAll = `search_vector(${source.language}, ${content}) @@ ${query}`;
  const parts = wish.words
    .map((word) => `lower(${content}) LIKE ${value(`%${word.replace(/[\\%_]/g, '\\$&')}%`)}`)
    .join(' AND ');
  const alike = `lower(${typed}) <% lower(${source.title})`;
  const tier = `CASE WHEN ${inTitle} THEN 3 WHEN ${inAll} THEN 2 ELSE 1 END`;
  const found = source.indexed
    ? `${table}.id IN (${indexedIds(kind, source.indexed, typed, parts, alike)})`
    : `(${inAll} OR (${parts}) OR ${alike})`;
  return `SELECT '${kind}' AS kind, ${table}.id, ${tier} AS tier FROM ${source.from}
    WHERE ${source.readable} AND ${found}`;
}

/** Each condition through the index made for it: joined by OR they would have every row read. */
const indexedIds = (kind: FoundKind, content: string, typed: string, parts: string, alike: string): string =>
  [
    ...Object.entries(DICTIONARIES).map(
      ([language, dictionary]) =>
        `SELECT id FROM ${kind} WHERE language = '${language}'
           AND search_vector(language, ${content}) @@ websearch_to_tsquery('${dictionary}', ${typed})`,
    ),
    `SELECT id FROM ${kind} WHERE ${parts}`,
    ...(kind === 'initiative' ? [`SELECT id FROM ${kind} WHERE ${alike}`] : []),
  ].join(' UNION ');
