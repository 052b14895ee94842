import type { RequestContext } from '../platform/http/context.js';
import { FILLERS, tellingWords } from './similar.rules.js';
import type { InitiativeInFull, InitiativeRow, SimilarQuery } from './initiatives.dto.js';
import type { UntouchedInitiatives } from './initiative-rules.dto.js';
import type { Initiative } from './initiative.entity.js';
import { OPEN_STATES, type InitiativeStatus } from './life.rules.js';

/** An initiative's columns under their names in code, with what its view needs beside it; `$1` is the reader. */
const ROW = `
  initiative.id, initiative.number::int AS number, initiative.municipality_id AS "municipalityId",
  initiative.goal_id AS "goalId", initiative.rule_id AS "ruleId", initiative.proposer_id AS "proposerId",
  initiative.district_id AS "districtId", district.name AS "districtName", initiative.latitude, initiative.longitude,
  initiative.merged_into_id AS "mergedIntoId", target.number::int AS "mergedIntoNumber",
  initiative.title, initiative.text, initiative.language, initiative.status, initiative.threshold,
  initiative.published_at AS "publishedAt", initiative.deadline,
  initiative.paper_until AS "paperUntil", initiative.reached_at AS "reachedAt",
  initiative.withdrawn_at AS "withdrawnAt", initiative.withdrawn_reason AS "withdrawnReason",
  initiative.support_count AS "supportCount", initiative.against_count AS "againstCount",
  initiative.blank_count AS "blankCount", initiative.paper_count AS "paperCount", initiative.participant_count AS "participantCount",
  initiative.revision, initiative.hidden_at AS "hiddenAt", initiative.hidden_reason AS "hiddenReason",
  initiative.held_at AS "heldAt", initiative.held_reason AS "heldReason", initiative.held_detail AS "heldDetail",
  initiative.redacted_at AS "redactedAt", initiative.quarantined_at AS "quarantinedAt",
  initiative.answer_outcome AS "answerOutcome", initiative.answer_text AS "answerText",
  initiative.answered_at AS "answeredAt", initiative.answered_by_id AS "answeredById",
  initiative.higher_threshold AS "higherThreshold", initiative.higher_at AS "higherAt",
  initiative.window_choice AS "windowChoice", initiative.invitation, initiative.confirm_by AS "confirmBy",
  initiative.review_by AS "reviewBy", initiative.rejection, initiative.rejection_text AS "rejectionText",
  initiative.handed_over_at AS "handedOverAt", initiative.decide_by AS "decideBy",
  initiative.overdue_at AS "overdueAt",
  initiative.supporters_forgotten_at AS "supportersForgottenAt",
  initiative.created_at AS "createdAt", goal.title AS "goalTitle", person.name AS "proposerName",
  (SELECT support.stance FROM support WHERE support.initiative_id = initiative.id AND support.person_id = $1) AS stance,
  EXISTS (SELECT FROM participation
    WHERE participation.initiative_id = initiative.id AND participation.person_id = $1) AS participates,
  EXISTS (SELECT FROM co_proposer
    WHERE co_proposer.initiative_id = initiative.id AND co_proposer.person_id = $1) AS "isCoProposer"`;

const BESIDE = `JOIN goal ON goal.id = initiative.goal_id LEFT JOIN person ON person.id = initiative.proposer_id
  LEFT JOIN district ON district.id = initiative.district_id
  LEFT JOIN initiative AS target ON target.id = initiative.merged_into_id`;

/** Text search speaks three languages; each text is indexed in its own. */
const CONFIGS = ['danish', 'swedish', 'english'];

const reader = (ctx: RequestContext) => ctx.person?.id ?? null;

export const initiativeById = async (ctx: RequestContext, id: string): Promise<InitiativeRow | undefined> => {
  const [row] = await ctx.db.query<InitiativeRow[]>(
    `SELECT ${ROW} FROM initiative ${BESIDE} WHERE initiative.id = $2 AND initiative.municipality_id = $3`,
    [reader(ctx), id, ctx.here],
  );
  return row;
};

/** Who stands behind an initiative beside its proposer, those who confirmed it first first. */
const CO_PROPOSERS = (initiativeId: string) => `
  SELECT person.id AS "personId", person.name FROM co_proposer JOIN person ON person.id = co_proposer.person_id
  WHERE co_proposer.initiative_id = ${initiativeId} ORDER BY co_proposer.created_at, person.id`;

/** What happened to it, what its proposers added, and what it was merged with, the first first. */
const STORY = `
  SELECT step.act, step.status, step.note, step.until, step.created_at AS "createdAt", person.name AS actor,
    NULL::uuid AS "subjectId", NULL AS reference, step.id AS place
  FROM initiative_step AS step LEFT JOIN person ON person.id = step.actor_id WHERE step.initiative_id = initiative.id
  UNION ALL
  SELECT 'remark', initiative.status, NULL, NULL, comment.created_at, person.name, comment.id, NULL, comment.id
  FROM thread JOIN comment ON comment.thread_id = thread.id AND comment.remark AND is_readable(comment)
    LEFT JOIN person ON person.id = comment.author_id
  WHERE thread.subject_kind = 'initiative' AND thread.subject_id = initiative.id
  UNION ALL
  SELECT CASE WHEN merge.from_id = initiative.id THEN 'merge' ELSE 'take-in' END, initiative.status, NULL, NULL,
    merge.merged_at, NULL, other.id, 'F-' || other.number, merge.id
  FROM initiative_merge AS merge
    JOIN initiative AS other ON other.id IN (merge.from_id, merge.into_id) AND other.id <> initiative.id
  WHERE initiative.id IN (merge.from_id, merge.into_id) AND merge.merged_at IS NOT NULL AND merge.ended_at IS NULL
  ORDER BY "createdAt", place`;

/** An initiative with all that its page tells. */
export const initiativeInFull = async (
  ctx: RequestContext,
  id: string,
): Promise<InitiativeInFull | undefined> => {
  const [row] = await ctx.db.query<InitiativeInFull[]>(
    `SELECT ${ROW},
       EXISTS (SELECT FROM initiative AS part WHERE part.merged_into_id = initiative.id) AS "holdsMerged",
       ARRAY(SELECT to_jsonb(co) FROM (${CO_PROPOSERS('initiative.id')}) AS co) AS "coProposers",
       ARRAY(SELECT to_jsonb(story) FROM (${STORY}) AS story) AS steps
     FROM initiative ${BESIDE} WHERE initiative.id = $2 AND initiative.municipality_id = $3`,
    [reader(ctx), id, ctx.here],
  );
  return row;
};

/** A row of a list, with the key its page ends at. */
export type ListedRow = InitiativeRow & { key: string };

/** Who stands behind an initiative beside its proposer. */
export const coProposersOf = (
  ctx: RequestContext,
  initiativeId: string,
): Promise<{ personId: string; name: string }[]> => ctx.db.query(CO_PROPOSERS('$1'), [initiativeId]);

/**
 * Whether an initiative is among the most supported of those that end with it: of the municipality, or of its policy.
 * Equal support: the one published first.
 */
export const isAmongTop = async (
  ctx: RequestContext,
  initiative: Pick<Initiative, 'id' | 'deadline' | 'ruleId'>,
  { perMonth, perPolicy }: { perMonth: number; perPolicy: number },
): Promise<boolean> => {
  const [found] = await ctx.db.query<{ top: boolean }[]>(
    `SELECT ranked.place <= $4 OR ranked.place_in_policy <= $5 AS top FROM (
       SELECT one.id, rank() OVER (ORDER BY one.support_count DESC, one.published_at, one.id) AS place,
         rank() OVER (PARTITION BY goal.policy_id ORDER BY one.support_count DESC, one.published_at, one.id)
           AS place_in_policy
       FROM initiative AS one JOIN goal ON goal.id = one.goal_id
       WHERE one.municipality_id = $1 AND one.deadline = $2 AND one.hidden_at IS NULL AND one.support_count > 0
         AND one.status <> 'withdrawn' AND one.published_at IS NOT NULL
     ) AS ranked WHERE ranked.id = $3`,
    [ctx.here, initiative.deadline, initiative.id, perMonth, perPolicy],
  );
  return found?.top ?? false;
};

/** An earlier initiative of the same title, however it is spelt, that somebody else can still be pointed to. */
export const sameTitled = async (
  ctx: RequestContext,
  { id, title }: Pick<Initiative, 'id' | 'title'>,
): Promise<{ id: string; number: number; open: boolean; endedAt: Date | null } | undefined> => {
  const [found] = await ctx.db.query(
    `SELECT id, number::int AS number, status = ANY($4) AS open, coalesce(answered_at, deadline) AS "endedAt"
     FROM initiative
     WHERE municipality_id = $1 AND id <> $2 AND published_at IS NOT NULL AND hidden_at IS NULL
       AND status <> 'withdrawn' AND lower(title) = lower($3)
     ORDER BY published_at DESC LIMIT 1`,
    [ctx.here, id, title, OPEN_STATES],
  );
  return found;
};

/** Open initiatives with the version each keeps. */
export const untouchedInitiatives = async (ctx: RequestContext): Promise<UntouchedInitiatives> => {
  const rows = await ctx.db.query<
    { id: string; reference: string; title: string; version: number; count: number }[]
  >(
    `SELECT initiative.id, 'F-' || initiative.number AS reference, initiative.title, rule.version,
       count(*) OVER ()::int AS count
     FROM initiative JOIN initiative_rule AS rule ON rule.id = initiative.rule_id
     WHERE initiative.municipality_id = $1 AND initiative.status = ANY($2) AND initiative.hidden_at IS NULL
     ORDER BY initiative.deadline, initiative.id LIMIT 10`,
    [ctx.here, OPEN_STATES],
  );
  return {
    count: rows[0]?.count ?? 0,
    items: rows.map(({ id, reference, title, version }) => ({ id, reference, title, version })),
  };
};

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
  const byRank = wished.order === 'most-supported';
  const [key, id, type] = byRank
    ? ['support_rank.support_count', 'support_rank.initiative_id', 'integer']
    : ['initiative.published_at', 'initiative.id', 'timestamptz'];
  const conditions = [
    wished.goalId && `initiative.goal_id = ${value(wished.goalId)}`,
    wished.districtId && `initiative.district_id = ${value(wished.districtId)}`,
    wished.state && stateCondition(wished.state, byRank ? 'support_rank' : 'initiative'),
    wished.text && textCondition(wished.text, value),
    wished.after && `(${key}, ${id}) < (${value(wished.after[0])}::${type}, ${value(wished.after[1])}::uuid)`,
  ].filter(Boolean);
  return ctx.db.query<ListedRow[]>(
    `SELECT ${ROW}, ${key}::text AS key FROM initiative ${BESIDE}
     ${byRank ? 'JOIN support_rank ON support_rank.initiative_id = initiative.id AND support_rank.municipality_id = $2' : ''}
     WHERE initiative.municipality_id = $2 AND initiative.published_at IS NOT NULL AND initiative.hidden_at IS NULL
       ${conditions.map((condition) => `AND ${condition}`).join(' ')}
     ORDER BY ${key} DESC, ${id} DESC LIMIT $3`,
    values,
  );
};

/**
 * As `stateAt` says it. Written into the statement, not beside it: the few that were decided and the many that collect
 * are found in different ways, and a statement is planned once.
 */
const stateCondition = (state: InitiativeStatus, kept: 'initiative' | 'support_rank'): string => {
  const ranOut =
    'initiative.threshold IS NOT NULL AND coalesce(initiative.paper_until, initiative.deadline) <= now()';
  if (state === 'collecting') return `${kept}.status = 'collecting' AND NOT (${ranOut})`;
  if (state === 'expired')
    return `(initiative.status = 'expired' OR initiative.status = 'collecting' AND ${ranOut})`;
  return `${kept}.status = '${state}'`;
};

/** All words of it, or a title that looks like it, or its reference. */
const textCondition = (text: string, value: (given: unknown) => string): string => {
  const reference = /^f-?(\d{1,9})$/i.exec(text)?.[1];
  if (reference) return `initiative.number = ${value(reference)}`;
  const searched = value(text);
  const query = CONFIGS.map((config) => `websearch_to_tsquery('${config}', ${searched})`);
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

/** What the reader supports, is against or blank to, or will take part in, the newest first. */
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

/** Of those that hold a word, the newest; of those that share the most telling words, the first; and no more. */
const MOST_OF_A_WORD = 100;
const MOST_COMPARED = 20;
/** Asked for this way, the plan is the same for any words, and made once (adr/0009): making it takes as long as using it. */
const WORDS = '(SELECT $3::text[])';

/**
 * Initiatives that resemble what is being written: the words of one title are found in the other, in any inflection
 * and spelling, or their text holds all words of the typed title. The same goal tips it. A word that few titles hold
 * tells more than one that many do; however many initiatives there are, only so many are compared word by word.
 */
export const similarInitiatives = async (
  ctx: RequestContext,
  { title, text = '', goalId }: SimilarQuery,
  limit: number,
): Promise<InitiativeRow[]> => {
  const words = tellingWords(title);
  if (words.length === 0) return [];
  return ctx.db.query<InitiativeRow[]>(
    `WITH known AS (
       SELECT typed.word AS typed, known.word, 1 / ln(2 + known.uses) AS telling
       FROM unnest(${WORDS}) AS typed(word)
       JOIN title_vocabulary AS known ON known.municipality_id = $2 AND known.word %> typed.word
     ), hit AS (
       SELECT held.initiative_id AS id, known.typed, max(known.telling) AS telling
       FROM known, LATERAL (SELECT initiative_id FROM title_word
         WHERE title_word.municipality_id = $2 AND title_word.word = known.word
         ORDER BY initiative_id DESC LIMIT ${MOST_OF_A_WORD}) AS held
       GROUP BY held.initiative_id, known.typed
     ), candidate AS (
       SELECT id, bool_or(holds_all) AS holds_all FROM (
         (SELECT hit.id, false AS holds_all FROM hit JOIN initiative USING (id) WHERE ${SHOWN_AS_SIMILAR}
          GROUP BY hit.id ORDER BY sum(hit.telling) DESC, hit.id DESC LIMIT ${MOST_COMPARED})
         UNION ALL
         (SELECT id, true FROM initiative WHERE ${SHOWN_AS_SIMILAR} AND municipality_id = $2
            AND search_vector(language, title || ' ' || text) @@ (
              ${CONFIGS.map((config) => `plainto_tsquery('${config}', array_to_string(${WORDS}, ' '))`).join(' || ')})
          LIMIT ${MOST_COMPARED})
       ) AS found GROUP BY id
     ), alike AS MATERIALIZED (
       SELECT initiative.id,
         greatest(
           (SELECT avg(alike) FROM unnest(${WORDS}) AS word, ${alike('word', 'lower(initiative.title)')}),
           (SELECT avg(alike) FROM title_word, ${alike('title_word.word', '$4')}
            WHERE title_word.initiative_id = initiative.id AND title_word.word <> ALL ($5::text[]))
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

const SHOWN_AS_SIMILAR = `initiative.published_at IS NOT NULL AND initiative.hidden_at IS NULL
  AND initiative.status <> 'withdrawn' AND initiative.merged_into_id IS NULL`;

/** How well a word is found in a text, misspelt or inflected; a faint likeness is none. */
const alike = (word: string, text: string): string =>
  `LATERAL (SELECT CASE WHEN found >= 0.45 THEN found ELSE 0 END
     FROM (SELECT word_similarity(${word}, ${text}) AS found OFFSET 0) AS once) AS likeness(alike)`;
