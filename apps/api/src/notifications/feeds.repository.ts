import type { EntityManager } from 'typeorm';
import { ABOUT_THREAD, READABLE_COMMENT, READABLE_INITIATIVE } from './subjects.repository.js';

export interface FeedEntry {
  kind: 'comment' | 'initiative' | 'vote';
  id: string;
  /** Of what the thread is about, of the initiative, or the vote's question. */
  title: string;
  path: string;
  by: string | null;
  text: string;
  language: string;
  createdAt: Date;
  updatedAt: Date;
}

export interface FeedOf {
  municipalityId: string;
  policyId?: string;
  threadId?: string;
}

const ENTRIES = 50;

/** The newest that everybody can read, of a municipality, or of one policy or thread of it. */
export const entriesOf = (
  db: EntityManager,
  { municipalityId, policyId, threadId }: FeedOf,
): Promise<FeedEntry[]> => {
  const [scope, id] = threadId
    ? ['thread.id = $2', threadId]
    : policyId
      ? ['thread.goal_id IN (SELECT id FROM goal WHERE policy_id = $2)', policyId]
      : ['$2::uuid IS NULL', null];
  const initiatives = threadId
    ? ''
    : `UNION ALL
       (SELECT 'initiative', initiative.id, initiative.title, 'initiatives/' || initiative.id, person.name,
          initiative.text, initiative.language, initiative.published_at,
          greatest(initiative.published_at, initiative.reached_at, initiative.answered_at)
        FROM initiative LEFT JOIN person ON person.id = initiative.proposer_id
        WHERE initiative.municipality_id = $1 AND ${READABLE_INITIATIVE}
          AND ${policyId ? 'initiative.goal_id IN (SELECT id FROM goal WHERE policy_id = $2)' : scope}
        ORDER BY initiative.published_at DESC LIMIT ${ENTRIES})
       UNION ALL
       (SELECT 'vote', vote.id, vote.question, 'votes/' || vote.id, municipality.name,
          concat_ws(E'\\n\\n', vote.called_off_reason, vote.text), vote.language, vote.published_at,
          greatest(vote.published_at, vote.called_off_at, box.closed_at, CASE WHEN vote.opens_at <= now() THEN vote.opens_at END)
        FROM vote JOIN municipality ON municipality.id = vote.municipality_id
          LEFT JOIN ballot_box AS box ON box.subject_kind = 'vote' AND box.subject_id = vote.id
        WHERE vote.municipality_id = $1 AND vote.published_at IS NOT NULL
          AND ${policyId ? 'vote.goal_id IN (SELECT id FROM goal WHERE policy_id = $2)' : scope}
        ORDER BY vote.published_at DESC LIMIT ${ENTRIES})`;
  return db.query<FeedEntry[]>(
    `SELECT * FROM (
       (SELECT 'comment' AS kind, comment.id, about.title, about.path || '?comment=' || comment.id AS path,
          person.name AS by, comment.body AS text, comment.language, comment.created_at AS "createdAt",
          greatest(comment.created_at, comment.edited_at) AS "updatedAt"
        FROM comment JOIN thread ON thread.id = comment.thread_id
          CROSS JOIN ${ABOUT_THREAD}
          LEFT JOIN person ON person.id = comment.author_id
        WHERE comment.municipality_id = $1 AND ${READABLE_COMMENT} AND ${scope}
        ORDER BY comment.created_at DESC LIMIT ${ENTRIES})
       ${initiatives}
     ) AS entry ORDER BY "createdAt" DESC, id DESC LIMIT ${ENTRIES}`,
    [municipalityId, id],
  );
};

/**
 * Since when a feed is as its tag says, for all who give it out. Writes only when it has become another; each edition
 * has a second of its own, so that nobody who has one of them takes it for the next.
 */
export const editionOf = async (
  db: EntityManager,
  municipalityId: string,
  path: string,
  tag: string,
): Promise<Date> => {
  const key = [municipalityId, path, tag];
  const [known] = await db.query<{ changedAt: Date }[]>(
    'SELECT changed_at AS "changedAt" FROM feed_edition WHERE municipality_id = $1 AND path = $2 AND tag = $3',
    key,
  );
  if (known) return known.changedAt;
  const [edition] = await db.query<{ changedAt: Date }[]>(
    `INSERT INTO feed_edition (municipality_id, path, tag, changed_at)
     VALUES ($1, $2, $3, date_trunc('second', clock_timestamp()))
     ON CONFLICT (municipality_id, path) DO UPDATE SET tag = excluded.tag,
       changed_at = CASE WHEN feed_edition.tag = excluded.tag THEN feed_edition.changed_at
         ELSE greatest(excluded.changed_at, feed_edition.changed_at + interval '1 second') END
     RETURNING changed_at AS "changedAt"`,
    key,
  );
  return edition!.changedAt;
};
