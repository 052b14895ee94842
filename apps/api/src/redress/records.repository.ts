import type { RequestContext } from '../platform/http/context.js';
import type { RecordScope } from './record-export.entity.js';

/** One thing that was said or that happened, of whatever kind: what every form of the file is written from. */
export interface RecordEntry {
  /** What it belongs to: entries of one contribution follow one another. */
  group: string;
  kind: string;
  /** ISO 8601. */
  at: string;
  reference: string | null;
  title: string | null;
  who: string | null;
  /** What was done, or how it stands: a code. */
  what: string | null;
  /** The rule or law. */
  code: string | null;
  text: string | null;
  language: string | null;
  /** Anything else, by name. */
  details: Record<string, string | number | boolean | null>;
}

export interface Wanted {
  scope: RecordScope;
  threadId: string | null;
  personId: string | null;
  withQuarantine: boolean;
}

const count = async (ctx: RequestContext, sql: string, values: unknown[]): Promise<number> => {
  const [row] = await ctx.db.query<{ count: number }[]>(sql, values);
  return row?.count ?? 0;
};

/** A draft is its author's alone until it is published, or waits to be. */
const told = (own: string): string => `(${own} OR status <> 'draft' OR held_at IS NOT NULL)`;

/** How many contributions there are to go through. */
export const countContributions = (
  ctx: RequestContext,
  { scope, threadId, personId }: Wanted,
): Promise<number> =>
  threadId
    ? count(
        ctx,
        `SELECT (SELECT count(*) FROM comment WHERE municipality_id = $1 AND thread_id = $2)::int
           + (SELECT count(*) FROM thread WHERE municipality_id = $1 AND id = $2 AND subject_kind = 'initiative')::int
             AS count`,
        [ctx.here, threadId],
      )
    : count(
        ctx,
        `SELECT (SELECT count(*) FROM comment WHERE municipality_id = $1 AND author_id = $2)::int
           + (SELECT count(*) FROM initiative WHERE municipality_id = $1 AND proposer_id = $2 AND ${told('$3')})::int
             AS count`,
        [ctx.here, personId, scope === 'own'],
      );

export interface Batch {
  ids: string[];
  /** From where the next one goes on. */
  last: string;
}

/** A branch at a time, or what a person wrote: by an index, so that the last batch costs what the first does. */
export const commentBatch = async (
  ctx: RequestContext,
  { threadId, personId }: Wanted,
  after: string | null,
  limit: number,
): Promise<Batch | null> => {
  const rows = await ctx.db.query<{ id: string; root: string }[]>(
    threadId
      ? `WITH roots AS (
           SELECT id FROM comment WHERE thread_id = $2 AND municipality_id = $1 AND parent_id IS NULL
             AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4
         )
         SELECT id, id AS root FROM roots
         UNION ALL SELECT comment.id, comment.root_id FROM comment JOIN roots ON roots.id = comment.root_id
         ORDER BY root, id`
      : `SELECT id, id AS root FROM comment WHERE author_id = $2 AND municipality_id = $1
           AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4`,
    [ctx.here, threadId ?? personId, after, limit],
  );
  const last = rows.at(-1)?.root;
  return last ? { ids: rows.map(({ id }) => id), last } : null;
};

/** What a person proposed, or the initiative a thread is about. */
export const initiativeBatch = async (
  ctx: RequestContext,
  { scope, threadId, personId }: Wanted,
  after: string | null,
  limit: number,
): Promise<Batch | null> => {
  const rows = await ctx.db.query<{ id: string }[]>(
    threadId
      ? `SELECT initiative.id FROM thread JOIN initiative ON initiative.id = thread.subject_id
         WHERE thread.id = $2 AND thread.municipality_id = $1 AND thread.subject_kind = 'initiative'
           AND ($3::uuid IS NULL OR initiative.id > $3) AND ${told('$5')} LIMIT $4`
      : `SELECT id FROM initiative WHERE proposer_id = $2 AND municipality_id = $1
           AND ($3::uuid IS NULL OR id > $3) AND ${told('$5')} ORDER BY id LIMIT $4`,
    [ctx.here, threadId ?? personId, after, limit, scope === 'own'],
  );
  const last = rows.at(-1)?.id;
  return last ? { ids: rows.map(({ id }) => id), last } : null;
};

const ENTRY = (alias: string): string =>
  `${alias}."group", ${alias}.kind, ${alias}.at, ${alias}.reference, ${alias}.title, ${alias}.who, ${alias}.what,
   ${alias}.code, ${alias}.text, ${alias}.language, ${alias}.details`;

/**
 * $3: the person whose own file it is, who is not told who reported or decided; null: for the municipality, which is
 * told who decided, and nobody who reported: also not by their appeal against what was kept.
 */
const happened = (kind: 'comment' | 'initiative'): string => {
  const column = `${kind}_id`;
  const reference = kind === 'comment' ? `'K-' || batch.number` : `'F-' || batch.number`;
  return `
    SELECT batch.id, 4 AS rank, 'report' AS kind, report.created_at AS at, ${reference} AS reference,
      NULL::text AS title, NULL::text AS who, NULL::text AS what, report.reason_code AS code, report.text,
      NULL::text AS language, '{}'::jsonb AS details
    FROM batch JOIN report ON report.${column} = batch.id WHERE $3::uuid IS NULL
    UNION ALL
    SELECT batch.id, 4, 'notice', notice.created_at, ${reference}, NULL, NULL, coalesce(notice.outcome, 'waiting'),
      notice.reason_code, notice.text, notice.language,
      jsonb_strip_nulls(jsonb_build_object('number', 'A-' || notice.number, 'answer', notice.answer))
    FROM batch JOIN notice ON notice.${column} = batch.id WHERE $3::uuid IS NULL
    UNION ALL
    SELECT batch.id, 4, 'order', ordered.received_at, ${reference}, NULL, ordered.authority,
      coalesce(ordered.outcome, 'waiting'), NULL, ordered.text, NULL,
      jsonb_strip_nulls(jsonb_build_object('number', ordered.reference, 'answer', ordered.answer))
    FROM batch JOIN removal_order AS ordered ON ordered.${column} = batch.id WHERE $3::uuid IS NULL
    UNION ALL
    SELECT batch.id, 5, 'decision', decision.created_at, ${reference}, NULL,
      CASE WHEN $3::uuid IS NULL THEN moderator.name END, decision.action, decision.reason_code, decision.reason,
      NULL, '{}'
    FROM batch JOIN moderation_decision AS decision ON decision.${column} = batch.id
      JOIN person AS moderator ON moderator.id = decision.moderator_id
    WHERE $3::uuid IS NULL OR decision.action <> 'keep'
    UNION ALL
    SELECT batch.id, 6, 'statement', greatest(statement.created_at, decision.created_at), ${reference}, NULL, NULL, statement.action,
      statement.reason_code, statement.reason, statement.language,
      jsonb_strip_nulls(jsonb_build_object('law', statement.law, 'facts', nullif(statement.facts, ''),
        'automated', statement.automated_by IS NOT NULL, 'source', statement.source))
    FROM batch JOIN moderation_decision AS decision ON decision.${column} = batch.id
      JOIN statement ON statement.decision_id = decision.id
    UNION ALL
    SELECT batch.id, 7, 'appeal', appeal.created_at, ${reference}, NULL,
      CASE WHEN $3::uuid IS NULL AND decision.action <> 'keep' THEN appellant.name END, coalesce(appeal.outcome, 'waiting'), NULL, appeal.text,
      appeal.language, jsonb_strip_nulls(jsonb_build_object('answer', appeal.answer, 'decidedAt', appeal.decided_at,
        'decidedBy', CASE WHEN $3::uuid IS NULL THEN decider.name END))
    FROM batch JOIN moderation_decision AS decision ON decision.${column} = batch.id
      JOIN appeal ON appeal.decision_id = decision.id
      LEFT JOIN person AS appellant ON appellant.id = appeal.person_id
      LEFT JOIN person AS decider ON decider.id = appeal.decided_by_id
    WHERE $3::uuid IS NULL OR appeal.person_id = $3
    UNION ALL
    SELECT batch.id, 8, 'original', kept.created_at, ${reference}, kept.original->>'title', NULL, NULL, NULL,
      kept.original->>'text', NULL, '{}'
    FROM batch JOIN quarantine AS kept ON kept.${column} = batch.id
    WHERE kept.returned_at IS NULL AND $4::boolean`;
};

const inOrder = (sql: string): string => `
  SELECT found.id AS "group", found.kind, to_char(found.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
    found.reference, found.title, found.who, found.what, found.code, found.text, found.language, found.details
  FROM (${sql}) AS found JOIN unnest($2::uuid[]) WITH ORDINALITY AS wanted(id, place) ON wanted.id = found.id
  ORDER BY wanted.place, CASE WHEN found.rank = 0 THEN 0 ELSE 1 END, found.at, found.rank`;

const COMMENTS = inOrder(`
  WITH batch AS (SELECT * FROM comment WHERE municipality_id = $1 AND id = ANY($2))
  SELECT batch.id, 0 AS rank, 'comment' AS kind, batch.created_at AS at, 'K-' || batch.number AS reference,
    thread.title, coalesce(author.name, batch.speaker) AS who,
    CASE WHEN batch.removed_at IS NOT NULL THEN 'removed' WHEN batch.hidden_at IS NOT NULL THEN 'hidden'
      WHEN batch.held_at IS NOT NULL THEN 'held' ELSE 'visible' END AS what,
    batch.type AS code, batch.body AS text, batch.language,
    jsonb_strip_nulls(jsonb_build_object('channel', batch.channel, 'path', thread.path,
      'answers', 'K-' || parent.number, 'attachment', CASE WHEN attachment.withheld_at IS NULL THEN attachment.file_name END, 'enteredBy', enterer.name)) AS details
  FROM batch JOIN thread ON thread.id = batch.thread_id LEFT JOIN person AS author ON author.id = batch.author_id
    LEFT JOIN comment AS parent ON parent.id = batch.parent_id
    LEFT JOIN person AS enterer ON enterer.id = batch.entered_by_id
    LEFT JOIN comment_attachment AS attachment ON attachment.comment_id = batch.id
  UNION ALL
  SELECT batch.id, 1, 'edit', revision.replaced_at, 'K-' || batch.number, NULL, NULL, NULL, NULL, revision.body,
    batch.language, '{}'
  FROM batch JOIN comment_revision AS revision ON revision.comment_id = batch.id
  UNION ALL
  SELECT batch.id, 2, 'removed', batch.removed_at, 'K-' || batch.number, NULL, NULL, NULL, NULL, NULL, NULL, '{}'
  FROM batch WHERE batch.removed_at IS NOT NULL
  UNION ALL
  SELECT batch.id, 3, 'rule', trace.created_at, 'K-' || batch.number, NULL, NULL, trace.effect, trace.rule,
    nullif(trace.detail, ''), NULL, '{}'
  FROM batch JOIN rule_trace AS trace ON trace.comment_id = batch.id
  UNION ALL ${happened('comment')}`);

const INITIATIVES = inOrder(`
  WITH batch AS (SELECT * FROM initiative WHERE municipality_id = $1 AND id = ANY($2))
  SELECT batch.id, 0 AS rank, 'initiative' AS kind, batch.created_at AS at, 'F-' || batch.number AS reference,
    batch.title, proposer.name AS who,
    CASE WHEN batch.hidden_at IS NOT NULL THEN 'hidden' ELSE batch.status END AS what, NULL::text AS code, batch.text,
    batch.language, jsonb_strip_nulls(jsonb_build_object('path', 'initiatives/' || batch.id,
      'publishedAt', batch.published_at, 'support', batch.support_count, 'answer', batch.answer_text)) AS details
  FROM batch LEFT JOIN person AS proposer ON proposer.id = batch.proposer_id
  UNION ALL
  -- What staff say among themselves is the municipality's, and in nobody's own file.
  SELECT batch.id, 3, 'note', note.created_at, 'F-' || batch.number, NULL, author.name, NULL, NULL, note.text, NULL, '{}'
  FROM batch JOIN case_note AS note ON note.initiative_id = batch.id LEFT JOIN person AS author ON author.id = note.author_id
  WHERE $3::uuid IS NULL
  UNION ALL
  SELECT batch.id, 3, 'opinion', opinion.created_at, 'F-' || batch.number, NULL, asker.name, NULL, NULL,
    opinion.question, NULL, jsonb_strip_nulls(jsonb_build_object('answer', opinion.answer,
      'decidedBy', asked.name, 'decidedAt', opinion.answered_at))
  FROM batch JOIN case_opinion AS opinion ON opinion.initiative_id = batch.id
    LEFT JOIN person AS asker ON asker.id = opinion.asker_id
    LEFT JOIN person AS asked ON asked.id = opinion.asked_id
  WHERE $3::uuid IS NULL
  UNION ALL ${happened('initiative')}`);

const entries = (sql: string) => (ctx: RequestContext, wanted: Wanted, ids: readonly string[]) =>
  ctx.db.query<RecordEntry[]>(sql, [
    ctx.here,
    ids,
    wanted.scope === 'own' ? wanted.personId : null,
    wanted.withQuarantine,
  ]);

export const commentEntries = entries(COMMENTS);
export const initiativeEntries = entries(INITIATIVES);

const moment = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** What was decided about the person, with what they said to it. */
export const restrictionEntries = (
  ctx: RequestContext,
  { scope, personId }: Wanted,
): Promise<RecordEntry[]> =>
  ctx.db.query<RecordEntry[]>(
    `SELECT ${ENTRY('found')} FROM (
       SELECT restriction.id::text AS "group", 'restriction' AS kind, ${moment('restriction.opened_at')} AS at,
         NULL AS reference, NULL AS title, CASE WHEN $3 THEN NULL ELSE opener.name END AS who,
         coalesce(restriction.outcome, 'hearing') AS what, restriction.reason_code AS code, restriction.facts AS text,
         restriction.language, jsonb_strip_nulls(jsonb_build_object('days', restriction.days,
           'answerBy', restriction.answer_by, 'answer', restriction.answer, 'reason', restriction.reason,
           'decidedAt', restriction.decided_at, 'endsAt', restriction.ends_at, 'lifted', restriction.lifted_reason,
           'deviation', CASE WHEN $3 THEN NULL ELSE restriction.deviation END,
           'appeal', appeal.text, 'appealOutcome', appeal.outcome, 'appealAnswer', appeal.answer)) AS details,
         restriction.opened_at AS opened
       FROM restriction JOIN person AS opener ON opener.id = restriction.opened_by_id
         LEFT JOIN appeal ON appeal.restriction_id = restriction.id
       WHERE restriction.municipality_id = $1 AND restriction.person_id = $2
     ) AS found ORDER BY found.opened`,
    [ctx.here, personId, scope === 'own'],
  );

/** What else is known here of a person, for themselves alone: some of it could tell a political opinion. */
export const ownEntries = (ctx: RequestContext, { personId }: Wanted): Promise<RecordEntry[]> =>
  ctx.db.query<RecordEntry[]>(
    `SELECT found.kind AS "group", found.kind, ${moment('found.at')} AS at, found.reference, found.title,
       NULL AS who, found.what, found.code, found.text, NULL AS language, found.details
     FROM (
       SELECT 0 AS rank, 'account' AS kind, created_at AS at, NULL AS reference, NULL AS title, NULL AS what,
         NULL AS code, name AS text, jsonb_build_object('email', email, 'language', language) AS details
       FROM person WHERE id = $2
       UNION ALL
       SELECT 1, 'role', created_at, NULL, NULL, role, NULL, NULL, '{}' FROM membership
       WHERE municipality_id = $1 AND person_id = $2
       UNION ALL
       SELECT 2, 'conduct', accepted_at, NULL, NULL, NULL, NULL, version::text, '{}' FROM conduct_acceptance
       WHERE municipality_id = $1 AND person_id = $2
       UNION ALL
       SELECT 3, 'support', support.created_at, 'F-' || initiative.number, initiative.title, NULL, NULL, NULL,
         jsonb_strip_nulls(jsonb_build_object('district', district.name, 'stance', nullif(support.stance, 'for')))
       FROM support JOIN initiative ON initiative.id = support.initiative_id
         LEFT JOIN district ON district.id = support.district_id
       WHERE initiative.municipality_id = $1 AND support.person_id = $2 AND initiative.hidden_at IS NULL
       UNION ALL
       SELECT 3, 'lives-in', stated.stated_at, NULL, NULL, NULL, NULL, district.name, '{}'
       FROM stated_district AS stated JOIN district ON district.id = stated.district_id
       WHERE stated.municipality_id = $1 AND stated.person_id = $2
       UNION ALL
       SELECT 4, 'participation', participation.created_at, 'F-' || initiative.number, initiative.title, NULL, NULL,
         NULL, '{}'
       FROM participation JOIN initiative ON initiative.id = participation.initiative_id
       WHERE initiative.municipality_id = $1 AND participation.person_id = $2 AND initiative.hidden_at IS NULL
       UNION ALL
       SELECT 5, 'vote', vote.cast_at, 'K-' || comment.number, NULL,
         CASE vote.value WHEN 1 THEN 'agree' WHEN -1 THEN 'disagree' ELSE 'pass' END, NULL, NULL, '{}'
       FROM comment_vote AS vote JOIN comment ON comment.id = vote.comment_id
       WHERE comment.municipality_id = $1 AND vote.person_id = $2
       UNION ALL
       SELECT 6, 'follow', created_at, NULL, NULL, kind, NULL, NULL, '{}' FROM follow
       WHERE municipality_id = $1 AND person_id = $2 AND ended_at IS NULL
       UNION ALL
       SELECT 7, 'reported', report.created_at,
         coalesce('K-' || comment.number, 'F-' || initiative.number), NULL, NULL, report.reason_code, report.text, '{}'
       FROM report LEFT JOIN comment ON comment.id = report.comment_id
         LEFT JOIN initiative ON initiative.id = report.initiative_id
       WHERE report.municipality_id = $1 AND report.reporter_id = $2
     ) AS found ORDER BY found.rank, found.at`,
    [ctx.here, personId],
  );

/** That the originals were read is written down, as where one is opened by itself. */
export const writeOpenings = async (
  ctx: RequestContext,
  { ids, personId, purpose }: { ids: readonly string[]; personId: string; purpose: string },
): Promise<void> => {
  await ctx.db.query(
    `INSERT INTO quarantine_opening (quarantine_id, person_id, purpose)
     SELECT id, $2, $3 FROM quarantine
     WHERE municipality_id = $4 AND returned_at IS NULL AND (comment_id = ANY($1) OR initiative_id = ANY($1))`,
    [ids, personId, purpose, ctx.here],
  );
};
