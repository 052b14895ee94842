import type { EntityManager } from 'typeorm';
import { ABOUT_THREAD, READABLE_COMMENT, READABLE_INITIATIVE } from './subjects.repository.js';

export interface FeedEntry {
  kind: 'comment' | 'initiative';
  id: string;
  /** Of what the thread is about, or of the initiative. */
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
        ORDER BY initiative.published_at DESC LIMIT ${ENTRIES})`;
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
