import type { RequestContext } from '../platform/http/context.js';
import type { CaseKind, Urgency } from './moderation-case.entity.js';
import { BESIDE, CASE, CONTRIBUTION, type CaseRow, type Subject } from './moderation.repository.js';
import type { ContributionState } from './moderation.rules.js';
import type { ReasonCode } from './reason-codes.js';

export interface ClaimRow {
  claimedById: string | null;
  claimedByName: string | null;
  claimedUntil: Date | null;
}

/** A case, with the contribution it is about where it is about one. */
export interface QueueRow extends ClaimRow {
  caseId: string;
  caseKind: CaseKind;
  urgency: Urgency;
  openedAt: Date;
  dueAt: Date | null;
  cursorAt: string;
  contribution: CaseRow | null;
}

type FlatRow = Omit<QueueRow, 'contribution'> & (CaseRow | { kind: null });

export interface QueueFilter {
  kind: CaseKind | null;
  reason: ReasonCode | null;
  search: string;
  /** 'mine': claimed by the moderator; 'free': by nobody. */
  claim: 'mine' | 'free' | null;
  after: string[] | null;
  limit: number;
}

/** As many contributions as a search picks out beforehand; a word that is in more is looked for on the way. */
export const PICKED = 2000;
/** As far as one page walks along the queue, or the contributions, for what it looks for. */
export const WALKED = 5000;
/** Counts beyond are "more than". */
export const COUNTED = 500;

export interface Found {
  comments: string[];
  initiatives: string[];
}

const CASE_COLUMNS = `
  waiting.id AS "caseId", waiting.kind AS "caseKind", waiting.urgency, waiting.opened_at AS "openedAt",
  waiting.due_at AS "dueAt", waiting.opened_at::text AS "cursorAt",
  claimer.id AS "claimedById", claimer.name AS "claimedByName", waiting.claimed_until AS "claimedUntil"`;

/** A claim that has run out is none. */
const CLAIMER = `LEFT JOIN person AS claimer ON claimer.id = waiting.claimed_by_id
  AND waiting.claimed_until > clock_timestamp()`;

const subjectOf = (waiting: string) =>
  `CROSS JOIN LATERAL (SELECT ${waiting}.comment_id, ${waiting}.initiative_id) AS subject`;

const escaped = (text: string) => text.toLowerCase().replace(/[\\%_]/g, '\\$&');
const referenced = (text: string, letter: string) =>
  new RegExp(`^${letter}-?(\\d{1,9})$`, 'i').exec(text)?.[1] ?? null;

const QUERIES = ['danish', 'swedish', 'english']
  .map((config) => `websearch_to_tsquery('${config}', $2)`)
  .join(' || ');

/** What a text finds by the indexes: in the words, in part of a word, by author, by reference, by title of the place. */
const arms = (letters: number) => ({
  comments: [
    `SELECT id FROM comment WHERE municipality_id = $1 AND search_vector(language, body) @@ (${QUERIES})`,
    ...(letters > 2
      ? [
          `SELECT id FROM comment WHERE municipality_id = $1 AND lower(body) LIKE '%' || $3 || '%'`,
          `SELECT comment.id FROM person JOIN comment ON comment.author_id = person.id
           WHERE comment.municipality_id = $1 AND lower(person.name) LIKE '%' || $3 || '%'`,
          `SELECT comment.id FROM thread JOIN comment ON comment.thread_id = thread.id
           WHERE thread.municipality_id = $1 AND lower(thread.title) LIKE '%' || $3 || '%'`,
        ]
      : []),
    'SELECT id FROM comment WHERE municipality_id = $1 AND number = $4::bigint',
  ],
  initiatives: [
    `SELECT id FROM initiative
     WHERE municipality_id = $1 AND search_vector(language, title || ' ' || text) @@ (${QUERIES})`,
    ...(letters > 2
      ? [
          `SELECT id FROM initiative WHERE municipality_id = $1 AND quarantined_at IS NULL
             AND lower(title || ' ' || text) LIKE '%' || $3 || '%'`,
          `SELECT initiative.id FROM person JOIN initiative ON initiative.proposer_id = person.id
           WHERE initiative.municipality_id = $1 AND lower(person.name) LIKE '%' || $3 || '%'`,
        ]
      : []),
    'SELECT id FROM initiative WHERE municipality_id = $1 AND number = $5::bigint',
  ],
});

/** The same, asked of one contribution. `$` numbers are given. */
const matches = (search: string, like: string) => `
  (lower(concat_ws(' ', contribution.reference, contribution.title, contribution.text, author.name, goal.title,
     policy.title, contribution.place)) LIKE '%' || ${like} || '%'
   OR search_vector(contribution.language, concat_ws(' ', contribution.title, contribution.text)) @@ (${QUERIES.replaceAll('$2', search)}))`;

/** Contributions a text or a reason for a report picks out; null: too many to pick. */
export const pick = async (
  ctx: RequestContext,
  { search, reported }: { search: string; reported: boolean },
): Promise<Found | null> => {
  const values = [ctx.here, search, escaped(search), referenced(search, 'k'), referenced(search, 'f')];
  const { comments, initiatives } = arms([...search].length);
  const said = `FROM report WHERE municipality_id = $1 AND decision_id IS NULL AND lower(text) LIKE '%' || $3 || '%'`;
  const all = [
    ...comments.map((sql) => `(SELECT 'comment' AS kind, id FROM (${sql} LIMIT ${PICKED + 1}) AS arm)`),
    ...initiatives.map((sql) => `(SELECT 'initiative', id FROM (${sql} LIMIT ${PICKED + 1}) AS arm)`),
    ...(reported && [...search].length > 2
      ? [
          `(SELECT CASE WHEN comment_id IS NULL THEN 'initiative' ELSE 'comment' END,
              coalesce(comment_id, initiative_id) ${said} LIMIT ${PICKED + 1})`,
        ]
      : []),
  ];
  const rows = await ctx.db.query<{ kind: 'comment' | 'initiative'; id: string }[]>(
    `SELECT DISTINCT kind, id FROM (${all.join(' UNION ALL ')}) AS found
     WHERE $2::text IS NOT NULL AND $3::text IS NOT NULL AND ($4::text IS NULL OR true) AND ($5::text IS NULL OR true)
     LIMIT ${PICKED + 1}`,
    values,
  );
  if (rows.length > PICKED) return null;
  const idsOf = (kind: string) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  return { comments: idsOf('comment'), initiatives: idsOf('initiative') };
};

const nested = (row: FlatRow): QueueRow => {
  const { caseId, caseKind, urgency, openedAt, dueAt, cursorAt, claimedById, claimedByName, claimedUntil } =
    row;
  const contribution = row.kind === null ? null : row;
  const claim = { claimedById, claimedByName, claimedUntil };
  return { caseId, caseKind, urgency, openedAt, dueAt, cursorAt, ...claim, contribution };
};

/** A page of what waits, and where it ends if it looked no further than so far. */
export async function waitingCases(
  ctx: RequestContext,
  filter: QueueFilter,
): Promise<{ rows: QueueRow[]; walkedTo: string[] | null }> {
  const { kind, reason, search, claim, after, limit } = filter;
  const found = search === '' ? undefined : await pick(ctx, { search, reported: true });
  const values: unknown[] = [ctx.here];
  const value = (given: unknown) => `$${values.push(given)}`;
  const key = '(waiting.urgency, waiting.opened_at, waiting.id)';
  const keyOf = (cursor: string[]) =>
    `(${value(cursor[0])}::smallint, ${value(cursor[1])}::timestamptz, ${value(cursor[2])}::uuid)`;
  const conditions = ['waiting.municipality_id = $1', 'waiting.closed_at IS NULL'];
  if (kind) conditions.push(`waiting.kind = ${value(kind)}`);
  if (claim === 'mine')
    conditions.push(
      `waiting.claimed_by_id = ${value(ctx.me.id)} AND waiting.claimed_until > clock_timestamp()`,
    );
  if (claim === 'free')
    conditions.push('(waiting.claimed_until IS NULL OR waiting.claimed_until < clock_timestamp())');
  if (after) conditions.push(`${key} > ${keyOf(after)}`);
  // Narrowed so that the database cannot know where the next one is: it goes so far, and no further.
  const walks = reason !== null || claim !== null || found === null;
  const walkedTo = walks ? await windowEnd(ctx, conditions, values) : null;
  if (walkedTo) conditions.push(`${key} <= ${keyOf(walkedTo)}`);
  if (found)
    conditions.push(
      `(waiting.comment_id = ANY(${value(found.comments)}::uuid[]) OR waiting.initiative_id = ANY(${value(found.initiatives)}::uuid[]))`,
    );
  if (reason)
    conditions.push(
      `EXISTS (SELECT FROM report WHERE report.decision_id IS NULL AND report.reason_code = ${value(reason)}
         AND (report.comment_id = waiting.comment_id OR report.initiative_id = waiting.initiative_id))`,
    );
  if (found === null) {
    const [words, like] = [value(search), value(escaped(search))];
    conditions.push(`EXISTS (SELECT FROM (SELECT waiting.comment_id, waiting.initiative_id) AS subject
      CROSS JOIN LATERAL (${CONTRIBUTION}) AS contribution ${BESIDE} WHERE ${matches(words, like)})`);
  }
  const rows = await ctx.db.query<FlatRow[]>(
    `WITH waiting AS MATERIALIZED (
       SELECT waiting.* FROM moderation_case AS waiting WHERE ${conditions.join(' AND ')}
       ORDER BY waiting.urgency, waiting.opened_at, waiting.id LIMIT ${value(limit)}
     )
     SELECT ${CASE_COLUMNS}, ${CASE} FROM waiting ${CLAIMER} ${subjectOf('waiting')}
       LEFT JOIN LATERAL (${CONTRIBUTION}) AS contribution ON true ${BESIDE}
     ORDER BY waiting.urgency, waiting.opened_at, waiting.id`,
    values,
  );
  return { rows: rows.map(nested), walkedTo: rows.length < limit ? walkedTo : null };
}

/** Where a walk along the queue ends; null: it reaches the end of the queue. */
async function windowEnd(
  ctx: RequestContext,
  conditions: readonly string[],
  values: readonly unknown[],
): Promise<string[] | null> {
  const [end] = await ctx.db.query<{ urgency: number; at: string; id: string }[]>(
    `SELECT urgency, opened_at::text AS at, id FROM moderation_case AS waiting WHERE ${conditions.join(' AND ')}
     ORDER BY waiting.urgency, waiting.opened_at, waiting.id OFFSET ${WALKED - 1} LIMIT 1`,
    [...values],
  );
  return end ? [String(end.urgency), end.at, end.id] : null;
}

/**
 * How much of each kind waits, each counted up to `COUNTED` and one more. The kinds stand in the statement, so that one
 * of which there is little is not looked for among all that waits.
 */
export const countWaiting = (ctx: RequestContext, kinds: readonly CaseKind[]) =>
  ctx.db.query<{ kind: CaseKind; count: number }[]>(
    kinds
      .map(
        (kind) => `SELECT '${kind}' AS kind, (SELECT count(*)::int FROM (SELECT FROM moderation_case
           WHERE municipality_id = $1 AND kind = '${kind}' AND closed_at IS NULL
           ORDER BY urgency, opened_at, id LIMIT ${COUNTED + 1}) AS counted) AS count`,
      )
      .join(' UNION ALL '),
    [ctx.here],
  );

/** One open case. */
export const openCase = async (ctx: RequestContext, caseId: string): Promise<QueueRow | undefined> => {
  const [row] = await ctx.db.query<FlatRow[]>(
    `SELECT ${CASE_COLUMNS}, ${CASE} FROM moderation_case AS waiting ${CLAIMER} ${subjectOf('waiting')}
       LEFT JOIN LATERAL (${CONTRIBUTION}) AS contribution ON true ${BESIDE}
     WHERE waiting.id = $2 AND waiting.municipality_id = $1 AND waiting.closed_at IS NULL`,
    [ctx.here, caseId],
  );
  return row && nested(row);
};

/** For how long a claim keeps others away. */
export const CLAIM_MINUTES = 5;

/**
 * Claims the case for the moderator, and for what else waits about the same contribution. One statement: of two who
 * claim at once the second finds it claimed, unless it takes over.
 */
export const claim = async (ctx: RequestContext, caseId: string, takeOver: boolean): Promise<boolean> => {
  const [claimed] = await ctx.db.query<[{ id: string }[], number]>(
    `UPDATE moderation_case SET claimed_by_id = $3, claimed_until = clock_timestamp() + make_interval(mins => $5)
     WHERE municipality_id = $1 AND closed_at IS NULL AND id = $2
       AND ($4 OR claimed_by_id IS NULL OR claimed_by_id = $3 OR claimed_until <= clock_timestamp())
     RETURNING id`,
    [ctx.here, caseId, ctx.me.id, takeOver, CLAIM_MINUTES],
  );
  return claimed.length > 0;
};

export const release = async (ctx: RequestContext, caseId: string): Promise<boolean> => {
  const [released] = await ctx.db.query<[{ id: string }[], number]>(
    `UPDATE moderation_case SET claimed_by_id = NULL, claimed_until = NULL
     WHERE municipality_id = $1 AND id = $2 AND claimed_by_id = $3 RETURNING id`,
    [ctx.here, caseId, ctx.me.id],
  );
  return released.length > 0;
};

/** A colleague at work. */
export interface Claim {
  name: string;
  until: Date;
}

/** The colleagues who work on what waits about these contributions, by the contribution's id. */
export const claimsOfOthers = async (
  ctx: RequestContext,
  subjects: readonly Subject[],
): Promise<Map<string, Claim>> => {
  const rows = await ctx.db.query<(Claim & { id: string })[]>(
    `SELECT coalesce(waiting.comment_id, waiting.initiative_id) AS id, person.name, waiting.claimed_until AS until
     FROM moderation_case AS waiting JOIN person ON person.id = waiting.claimed_by_id
     WHERE waiting.closed_at IS NULL AND (waiting.comment_id = ANY($1) OR waiting.initiative_id = ANY($2))
       AND waiting.claimed_by_id <> $3 AND waiting.claimed_until > clock_timestamp()`,
    [
      subjects.flatMap(({ commentId }) => commentId ?? []),
      subjects.flatMap(({ initiativeId }) => initiativeId ?? []),
      ctx.me.id,
    ],
  );
  return new Map(rows.map(({ id, name, until }) => [id, { name, until }]));
};

export interface Conversing {
  id: string;
  reference: string;
  author: string | null;
  text: string | null;
  language: string;
  createdAt: Date;
  state: ContributionState;
  part: 'above' | 'before' | 'itself' | 'after' | 'answer';
}

const AROUND = 2;
const ANSWERS = 3;

/** The comment in its conversation: what it answers, what was said just before and after it, and what was answered. */
export const conversationAround = (ctx: RequestContext, commentId: string): Promise<Conversing[]> =>
  ctx.db.query<Conversing[]>(
    `WITH RECURSIVE it AS (SELECT * FROM comment WHERE id = $2 AND municipality_id = $1),
     above AS (
       SELECT comment.*, 1 AS distance FROM it JOIN comment ON comment.id = it.parent_id
       UNION ALL
       SELECT comment.*, distance + 1 FROM above JOIN comment ON comment.id = above.parent_id WHERE distance < 5
     ),
     around AS (
       SELECT 'above' AS part, id, distance AS place FROM above
       UNION ALL
       (SELECT 'before', comment.id, 0 FROM it JOIN comment ON comment.thread_id = it.thread_id
          AND comment.parent_id IS NOT DISTINCT FROM it.parent_id AND comment.id < it.id
        ORDER BY comment.id DESC LIMIT ${AROUND})
       UNION ALL SELECT 'itself', id, 0 FROM it
       UNION ALL
       (SELECT 'answer', comment.id, 0 FROM it JOIN comment ON comment.parent_id = it.id
        ORDER BY comment.id LIMIT ${ANSWERS})
       UNION ALL
       (SELECT 'after', comment.id, 0 FROM it JOIN comment ON comment.thread_id = it.thread_id
          AND comment.parent_id IS NOT DISTINCT FROM it.parent_id AND comment.id > it.id
        ORDER BY comment.id LIMIT ${AROUND})
     )
     SELECT around.part, comment.id, 'K-' || comment.number AS reference, person.name AS author,
       CASE WHEN comment.removed_at IS NULL AND comment.quarantined_at IS NULL THEN comment.body END AS text,
       comment.language, comment.created_at AS "createdAt",
       CASE WHEN comment.removed_at IS NOT NULL THEN 'removed' WHEN comment.hidden_at IS NOT NULL THEN 'hidden'
         WHEN comment.held_at IS NOT NULL THEN 'held' ELSE 'visible' END AS state
     FROM around JOIN comment ON comment.id = around.id LEFT JOIN person ON person.id = comment.author_id
     ORDER BY array_position(ARRAY['above', 'before', 'itself', 'answer', 'after'], around.part), around.place DESC, comment.id`,
    [ctx.here, commentId],
  );

export interface ContributionFilter {
  kind: 'comment' | 'initiative';
  state: ContributionState | null;
  search: string;
  after: string[] | null;
  limit: number;
}

const STATES: Record<'comment' | 'initiative', Record<ContributionState, string>> = {
  comment: {
    visible: 'is_readable(it)',
    held: 'it.held_at IS NOT NULL AND it.hidden_at IS NULL AND it.removed_at IS NULL',
    hidden: 'it.hidden_at IS NOT NULL AND it.removed_at IS NULL',
    removed: 'it.removed_at IS NOT NULL',
  },
  initiative: {
    visible: 'it.hidden_at IS NULL AND it.held_at IS NULL',
    held: 'it.held_at IS NOT NULL AND it.hidden_at IS NULL',
    hidden: 'it.hidden_at IS NOT NULL',
    removed: 'false',
  },
};

/** Contributions of every state, the newest first, and how far it looked. */
export async function contributions(
  ctx: RequestContext,
  { kind, state, search, after, limit }: ContributionFilter,
): Promise<{ rows: (CaseRow & { cursorAt: string })[]; walkedTo: string[] | null }> {
  const found = search === '' ? undefined : await pick(ctx, { search, reported: false });
  const values: unknown[] = [ctx.here];
  const value = (given: unknown) => `$${values.push(given)}`;
  const keyOf = (cursor: string[]) => `(${value(cursor[0])}::timestamptz, ${value(cursor[1])}::uuid)`;
  const conditions = ['it.municipality_id = $1'];
  if (kind === 'initiative') conditions.push('(it.published_at IS NOT NULL OR it.held_at IS NOT NULL)');
  if (state) conditions.push(STATES[kind][state]);
  if (after) conditions.push(`(it.created_at, it.id) < ${keyOf(after)}`);
  const walks = found === null || state !== null;
  const walkedTo = walks ? await contributionsEnd(ctx, kind, state, after) : null;
  if (walkedTo) conditions.push(`(it.created_at, it.id) >= ${keyOf(walkedTo)}`);
  const subject =
    kind === 'comment'
      ? 'it.id AS comment_id, NULL::uuid AS initiative_id'
      : 'NULL::uuid AS comment_id, it.id AS initiative_id';
  if (found)
    conditions.push(`it.id = ANY(${value(kind === 'comment' ? found.comments : found.initiatives)}::uuid[])`);
  if (found === null) {
    const [words, like] = [value(search), value(escaped(search))];
    conditions.push(`EXISTS (SELECT FROM (SELECT ${subject}) AS subject
      CROSS JOIN LATERAL (${CONTRIBUTION}) AS contribution ${BESIDE} WHERE ${matches(words, like)})`);
  }
  const rows = await ctx.db.query<(CaseRow & { cursorAt: string })[]>(
    `WITH it AS MATERIALIZED (
       SELECT it.* FROM ${kind} AS it WHERE ${conditions.join(' AND ')}
       ORDER BY it.created_at DESC, it.id DESC LIMIT ${value(limit)}
     )
     SELECT it.created_at::text AS "cursorAt", ${CASE} FROM it CROSS JOIN LATERAL (SELECT ${subject}) AS subject
       CROSS JOIN LATERAL (${CONTRIBUTION}) AS contribution ${BESIDE}
     ORDER BY it.created_at DESC, it.id DESC`,
    values,
  );
  return { rows, walkedTo: rows.length < limit ? walkedTo : null };
}

/** What is hidden or held has an index of its own, and needs no walk; the rest is walked so far and no further. */
async function contributionsEnd(
  ctx: RequestContext,
  kind: 'comment' | 'initiative',
  state: ContributionState | null,
  after: string[] | null,
): Promise<string[] | null> {
  const withheld = kind === 'comment' && (state === 'hidden' || state === 'held');
  const [end] = await ctx.db.query<{ at: string; id: string }[]>(
    `SELECT created_at::text AS at, id FROM ${kind} AS it WHERE municipality_id = $1
       ${withheld ? 'AND (hidden_at IS NOT NULL OR held_at IS NOT NULL)' : ''}
       ${after ? 'AND (created_at, id) < ($2::timestamptz, $3::uuid)' : ''}
     ORDER BY created_at DESC, id DESC OFFSET ${WALKED - 1} LIMIT 1`,
    [ctx.here, ...(after ?? [])],
  );
  return end ? [end.at, end.id] : null;
}

export interface ThreadChoice {
  id: string;
  title: string;
  path: string;
  subjectKind: string;
  policyTitle: string | null;
}

/** Threads a comment could be moved to, those whose title looks most like it first. */
export const threadsLike = (ctx: RequestContext, search: string): Promise<ThreadChoice[]> =>
  ctx.db.query<ThreadChoice[]>(
    `SELECT thread.id, thread.title, thread.path, thread.subject_kind AS "subjectKind", policy.title AS "policyTitle"
     FROM thread LEFT JOIN goal ON goal.id = thread.goal_id LEFT JOIN policy ON policy.id = goal.policy_id
     WHERE thread.municipality_id = $1
       AND (lower(thread.title) LIKE '%' || $3 || '%' OR lower($2) <% lower(thread.title))
     ORDER BY word_similarity(lower($2), lower(thread.title)) DESC, thread.title, thread.id LIMIT 10`,
    [ctx.here, search, escaped(search)],
  );

export interface PastDecision {
  id: string;
  action: string;
  reasonCode: ReasonCode | null;
  reason: string;
  reference: string | null;
  title: string;
  createdAt: Date;
  undone: boolean;
}

/** What was decided about this author's contributions before, the last first. */
export const pastDecisions = (ctx: RequestContext, authorId: string): Promise<PastDecision[]> =>
  ctx.db.query<PastDecision[]>(
    `SELECT id, action, reason_code AS "reasonCode", reason, reference, title, created_at AS "createdAt",
       EXISTS (SELECT FROM moderation_decision AS undone WHERE undone.previous_id = statement.decision_id
         AND undone.action IN ('undo', 'restore')) AS undone
     FROM statement WHERE municipality_id = $1 AND person_id = $2
     ORDER BY created_at DESC, id DESC LIMIT 10`,
    [ctx.here, authorId],
  );
