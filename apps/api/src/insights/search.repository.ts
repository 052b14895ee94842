import type { Language } from '@medvind/contracts';
import { ABOUT_THREAD, READABLE_COMMENT, READABLE_INITIATIVE } from '../notifications/subjects.repository.js';
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
    readable: `initiative.municipality_id = $1 AND ${READABLE_INITIATIVE}`,
    language: 'initiative.language',
    title: 'initiative.title',
    text: 'initiative.text',
    reference: "'F-' || initiative.number",
    context: 'goal.title',
    path: "'initiatives/' || initiative.id",
    indexed: "initiative.title || ' ' || initiative.text",
  },
  comment: {
    // Only what stands under something everyone can read, by the name that has now.
    from: `comment JOIN thread ON thread.id = comment.thread_id CROSS JOIN ${ABOUT_THREAD}`,
    readable: `comment.municipality_id = $1 AND ${READABLE_COMMENT}`,
    language: 'comment.language',
    title: "''",
    text: 'comment.body',
    reference: "'K-' || comment.number",
    context: 'about.title',
    path: "about.path || '?comment=' || comment.id",
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

/** As a whole word, in any inflection; or only as a part of words, or misspelt in a title. */
type Likeness = 'whole' | 'part';

/** Shorter parts of words are in every text. */
const SHORTEST_PART = 3;

/**
 * What was searched for: first by its reference or where it stands in a title, then in a text, then as a part of
 * words or misspelt in a title; of equals the newest first.
 */
export async function foundRows(ctx: RequestContext, wish: Wish): Promise<FoundRow[]> {
  const isInParts = wish.after?.[0] === String(TIERS.part);
  const whole = isInParts ? [] : await rowsOf(ctx, wish, 'whole');
  // Parts are asked for once whole words do not fill the page: for a common word that spares reading every text.
  if (whole.length >= wish.limit) return whole;
  const after = isInParts ? wish.after : null;
  return [...whole, ...(await rowsOf(ctx, { ...wish, after, limit: wish.limit - whole.length }, 'part'))];
}

const TIERS = { reference: 4, title: 3, text: 2, part: 1 };

function rowsOf(ctx: RequestContext, wish: Wish, likeness: Likeness): Promise<FoundRow[]> {
  const values: unknown[] = [ctx.here];
  const value = (given: unknown) => `$${values.push(given)}`;
  const kinds = wish.kind ? [wish.kind] : FOUND_KINDS;
  const hits = kinds.map((kind) => hitsOf(kind, wish, likeness, value)).filter((hit) => hit !== null);
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

type Value = (given: unknown) => string;

function hitsOf(kind: FoundKind, { typed, words }: Wish, likeness: Likeness, value: Value): string | null {
  const source = SOURCES[kind];
  const table = tableOf(kind);
  const hits = (tier: string | number, condition: string) =>
    `SELECT '${kind}' AS kind, ${table}.id, ${tier} AS tier FROM ${source.from}
     WHERE ${source.readable} AND ${condition}`;
  const reference = referenceOf(typed);
  if (reference)
    return reference.kind === kind && likeness === 'whole'
      ? hits(TIERS.reference, `${table}.number = ${value(reference.number)}::bigint`)
      : null;
  if (words.length === 0) return null;
  if (likeness === 'part') {
    const part = partOf(kind, typed, words, value);
    return part && hits(TIERS.part, `(${part}) AND NOT ${wholeOf(kind, typed, value)}`);
  }
  const tier = hasTitle(source)
    ? `CASE WHEN search_vector(${source.language}, ${source.title}) @@ ${queryOf(source, value(typed))}
         THEN ${TIERS.title} ELSE ${TIERS.text} END`
    : TIERS.text;
  return hits(tier, wholeOf(kind, typed, value));
}

const hasTitle = ({ title }: Source): boolean => title !== "''";

const queryOf = ({ language }: Source, typed: string): string =>
  `websearch_to_tsquery(${DICTIONARY(language)}, ${typed})`;

const contentOf = ({ indexed, title, text }: Source): string => indexed ?? `${title} || ' ' || ${text}`;

/** Where there is an index of the words, each language asks it with its own: no text is read for that. */
function wholeOf(kind: FoundKind, typed: string, value: Value): string {
  const source = SOURCES[kind];
  const content = contentOf(source);
  const given = value(typed);
  if (!source.indexed) return `search_vector(${source.language}, ${content}) @@ ${queryOf(source, given)}`;
  const ids = Object.entries(DICTIONARIES).map(
    ([language, dictionary]) =>
      `SELECT id FROM ${kind} WHERE language = '${language}'
         AND search_vector(language, ${content}) @@ websearch_to_tsquery('${dictionary}', ${given})`,
  );
  return `${tableOf(kind)}.id IN (${ids.join(' UNION ALL ')})`;
}

/** Joined by OR the conditions would have every text read, so each asks the index made for it. */
function partOf(kind: FoundKind, typed: string, words: readonly string[], value: Value): string | null {
  const source = SOURCES[kind];
  const content = contentOf(source);
  const conditions: string[] = [];
  if (words.some(({ length }) => length >= SHORTEST_PART))
    conditions.push(
      words
        .map((word) => `lower(${content}) LIKE ${value(`%${word.replace(/[\\%_]/g, '\\$&')}%`)}`)
        .join(' AND '),
    );
  if (hasTitle(source)) conditions.push(`lower(${value(typed)}) <% lower(${source.title})`);
  if (conditions.length === 0) return null;
  if (!source.indexed) return conditions.map((condition) => `(${condition})`).join(' OR ');
  const ids = conditions.map((condition) => `SELECT id FROM ${kind} WHERE ${condition}`);
  return `${tableOf(kind)}.id IN (${ids.join(' UNION ALL ')})`;
}
