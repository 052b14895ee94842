import type { RequestContext } from '../platform/http/context.js';
import { FILLERS, tellingWords } from './similar.rules.js';
import type { InitiativeRow, SimilarQuery } from './initiatives.dto.js';
import type { InitiativeStatus } from './initiative.entity.js';

/** An initiative's columns under their names in code, with what its view needs beside it; `$1` is the reader. */
const ROW = `
  initiative.id, initiative.number::int AS number, initiative.municipality_id AS "municipalityId",
  initiative.goal_id AS "goalId", initiative.rule_id AS "ruleId", initiative.proposer_id AS "proposerId",
  initiative.district_id AS "districtId", district.name AS "districtName", initiative.latitude, initiative.longitude,
  initiative.title, initiative.text, initiative.language, initiative.status, initiative.threshold,
  initiative.published_at AS "publishedAt", initiative.deadline, initiative.reached_at AS "reachedAt",
  initiative.withdrawn_at AS "withdrawnAt", initiative.withdrawn_reason AS "withdrawnReason",
  initiative.support_count AS "supportCount", initiative.participant_count AS "participantCount",
  initiative.revision, initiative.hidden_at AS "hiddenAt", initiative.hidden_reason AS "hiddenReason",
  initiative.held_at AS "heldAt", initiative.held_reason AS "heldReason", initiative.held_detail AS "heldDetail",
  initiative.redacted_at AS "redactedAt", initiative.quarantined_at AS "quarantinedAt",
  initiative.answer_outcome AS "answerOutcome", initiative.answer_text AS "answerText",
  initiative.answered_at AS "answeredAt", initiative.answered_by_id AS "answeredById",
  initiative.created_at AS "createdAt", goal.title AS "goalTitle", person.name AS "proposerName",
  EXISTS (SELECT FROM support WHERE support.initiative_id = initiative.id AND support.person_id = $1) AS supports,
  EXISTS (SELECT FROM participation
    WHERE participation.initiative_id = initiative.id AND participation.person_id = $1) AS participates`;

const BESIDE = `JOIN goal ON goal.id = initiative.goal_id LEFT JOIN person ON person.id = initiative.proposer_id
  LEFT JOIN district ON district.id = initiative.district_id`;

/** As `stateAt` says it. */
const STATE = `CASE WHEN initiative.status = 'collecting' AND initiative.deadline <= now() THEN 'expired' ELSE initiative.status END`;

/** Text search speaks three languages; each text is indexed in its own. */
const LANGUAGES =
  "(VALUES ('da', 'danish'::regconfig), ('sv', 'swedish'), ('en', 'english')) AS languages(language, config)";

const reader = (ctx: RequestContext) => ctx.person?.id ?? null;

export const initiativeById = async (ctx: RequestContext, id: string): Promise<InitiativeRow | undefined> => {
  const [row] = await ctx.db.query<InitiativeRow[]>(
    `SELECT ${ROW} FROM initiative ${BESIDE} WHERE initiative.id = $2 AND initiative.municipality_id = $3`,
    [reader(ctx), id, ctx.here],
  );
  return row;
};

/** A row of a list, with the key its page ends at. */
export type ListedRow = InitiativeRow & { key: string };

interface Listing {
  goalId?: string | undefined;
  districtId?: string | undefined;
  state?: InitiativeStatus | undefined;
  text?: string | undefined;
  order: 'newest' | 'most-supported';
  after: readonly string[] | null;
  limit: number;
}

/** What was published and is not hidden. */
export const listedInitiatives = (ctx: RequestContext, wished: Listing): Promise<ListedRow[]> => {
  const values: unknown[] = [reader(ctx), ctx.here, wished.limit];
  const value = (given: unknown) => `$${values.push(given)}`;
  const [key, type] =
    wished.order === 'newest'
      ? ['initiative.published_at', 'timestamptz']
      : ['initiative.support_count', 'integer'];
  const conditions = [
    wished.goalId && `initiative.goal_id = ${value(wished.goalId)}`,
    wished.districtId && `initiative.district_id = ${value(wished.districtId)}`,
    wished.state && `${STATE} = ${value(wished.state)}`,
    wished.text && textCondition(wished.text, value),
    wished.after &&
      `(${key}, initiative.id) < (${value(wished.after[0])}::${type}, ${value(wished.after[1])}::uuid)`,
  ].filter(Boolean);
  return ctx.db.query<ListedRow[]>(
    `SELECT ${ROW}, ${key}::text AS key FROM initiative ${BESIDE}
     WHERE initiative.municipality_id = $2 AND initiative.published_at IS NOT NULL AND initiative.hidden_at IS NULL
       ${conditions.map((condition) => `AND ${condition}`).join(' ')}
     ORDER BY ${key} DESC, initiative.id DESC LIMIT $3`,
    values,
  );
};

/** All words of it, or a title that looks like it, or its reference. */
const textCondition = (text: string, value: (given: unknown) => string): string => {
  const reference = /^f-?(\d{1,9})$/i.exec(text)?.[1];
  if (reference) return `initiative.number = ${value(reference)}`;
  const searched = value(text);
  const query = ['danish', 'swedish', 'english'].map(
    (config) => `websearch_to_tsquery('${config}', ${searched})`,
  );
  return `(search_vector(initiative.language, initiative.title || ' ' || initiative.text) @@ (${query.join(' || ')})
    OR lower(${searched}) <% lower(initiative.title))`;
};

/** Everything the reader proposed, drafts and hidden ones too, the last begun first. */
export const initiativesOfReader = (
  ctx: RequestContext,
  after: string | null,
  limit: number,
): Promise<InitiativeRow[]> =>
  ctx.db.query<InitiativeRow[]>(
    `SELECT ${ROW} FROM initiative ${BESIDE}
     WHERE initiative.municipality_id = $2 AND initiative.proposer_id = $1
       AND NOT (initiative.status = 'withdrawn' AND initiative.published_at IS NULL)
       ${after ? 'AND initiative.id < $4' : ''}
     ORDER BY initiative.id DESC LIMIT $3`,
    [ctx.me.id, ctx.here, limit, ...(after ? [after] : [])],
  );

/** What the reader supports or will take part in, the newest first. */
export const initiativesBacked = (
  ctx: RequestContext,
  after: string | null,
  limit: number,
): Promise<InitiativeRow[]> =>
  ctx.db.query<InitiativeRow[]>(
    `SELECT ${ROW} FROM initiative ${BESIDE}
     WHERE initiative.municipality_id = $2 AND initiative.id IN (
         SELECT initiative_id FROM support WHERE person_id = $1
         UNION SELECT initiative_id FROM participation WHERE person_id = $1)
       AND ($4::uuid IS NULL OR initiative.id < $4)
     ORDER BY initiative.id DESC LIMIT $3`,
    [ctx.me.id, ctx.here, limit, after],
  );

/** Those that share most with what is typed are compared word by word. */
const MOST_COMPARED = 100;

/**
 * Initiatives that resemble what is being written: the words of one title are found in the other, in any inflection
 * and spelling, or their text holds all words of the typed title. The same goal tips it.
 */
export const similarInitiatives = async (
  ctx: RequestContext,
  { title, text = '', goalId }: SimilarQuery,
  limit: number,
): Promise<InitiativeRow[]> => {
  const words = tellingWords(title);
  if (words.length === 0) return [];
  return ctx.db.query<InitiativeRow[]>(
    `WITH hit AS (
       SELECT initiative.id, false AS holds_all
       FROM unnest($3::text[]) AS typed(word) JOIN initiative ON lower(initiative.title) %> typed.word
       UNION ALL
       SELECT initiative.id, true FROM ${LANGUAGES} JOIN initiative ON initiative.language = languages.language
         AND search_vector(initiative.language, initiative.title || ' ' || initiative.text)
           @@ plainto_tsquery(languages.config, array_to_string($3::text[], ' '))
     ), candidate AS (
       SELECT hit.id, bool_or(hit.holds_all) AS holds_all FROM hit JOIN initiative USING (id)
       WHERE initiative.municipality_id = $2 AND initiative.published_at IS NOT NULL
         AND initiative.hidden_at IS NULL AND initiative.status <> 'withdrawn'
       GROUP BY hit.id ORDER BY count(*) DESC, hit.id DESC LIMIT ${MOST_COMPARED}
     ), alike AS (
       SELECT initiative.id,
         greatest(
           (SELECT avg(alike) FROM unnest($3::text[]) AS word, ${alike('word', 'lower(initiative.title)')}),
           (SELECT avg(alike) FROM regexp_split_to_table(lower(initiative.title), '[^[:alnum:]]+') AS word,
              ${alike('word', '$4')} WHERE length(word) > 2 AND word <> ALL ($5::text[]))
         ) + candidate.holds_all::int * 0.5 + coalesce((initiative.goal_id = $6)::int, 0) * 0.1 AS score
       FROM candidate JOIN initiative USING (id)
     )
     SELECT ${ROW} FROM alike JOIN initiative USING (id) ${BESIDE}
     WHERE alike.score >= 0.55 ORDER BY alike.score DESC, initiative.id DESC LIMIT $7`,
    [
      reader(ctx),
      ctx.here,
      words,
      `${title} ${text}`.toLowerCase().slice(0, 600),
      FILLERS,
      goalId ?? null,
      limit,
    ],
  );
};

/** How well a word is found in a text, misspelt or inflected; a faint likeness is none. */
const alike = (word: string, text: string): string =>
  `LATERAL (SELECT CASE WHEN word_similarity(${word}, ${text}) >= 0.45 THEN word_similarity(${word}, ${text}) ELSE 0 END) AS likeness(alike)`;
