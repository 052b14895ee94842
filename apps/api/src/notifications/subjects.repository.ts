import type { EntityManager } from 'typeorm';
import type { FollowKind } from './follow.entity.js';

export interface SubjectRef {
  kind: FollowKind;
  id: string;
}

/** Something people follow, as it is called now. */
export interface Subject extends SubjectRef {
  title: string;
  language: string;
  /** Its page, below the municipality. */
  path: string;
}

export const keyOfSubject = ({ kind, id }: SubjectRef): string => `${kind}:${id}`;

/** A comment everybody can read; the same in every query that tells of comments. */
export const READABLE_COMMENT = 'is_readable(comment)';
export const READABLE_INITIATIVE = 'initiative.hidden_at IS NULL AND initiative.published_at IS NOT NULL';

/** What a thread is about, whatever it is about: `about.title`, `about.path`. */
export const ABOUT_THREAD = `LATERAL (
  SELECT goal.title, 'goals/' || goal.id AS path FROM goal
    WHERE thread.subject_kind = 'goal' AND goal.id = thread.subject_id
  UNION ALL SELECT initiative.title, 'initiatives/' || initiative.id FROM initiative
    WHERE thread.subject_kind = 'initiative' AND initiative.id = thread.subject_id AND ${READABLE_INITIATIVE}
  UNION ALL SELECT process.title, 'processes/' || process.id FROM process
    WHERE thread.subject_kind = 'process' AND process.id = thread.subject_id
  UNION ALL SELECT theme.title, 'processes/' || theme.process_id FROM theme
    WHERE thread.subject_kind = 'theme' AND theme.id = thread.subject_id
  UNION ALL SELECT action.title, 'plans/' || action.plan_id
    FROM action JOIN action_plan ON action_plan.id = action.plan_id AND action_plan.published_at IS NOT NULL
    WHERE thread.subject_kind = 'action' AND action.id = thread.subject_id
) AS about`;

/** Those of the subjects that are in this municipality and can be read by everyone, in one query. */
export const subjectsOf = (
  db: EntityManager,
  municipalityId: string,
  refs: readonly SubjectRef[],
): Promise<Subject[]> =>
  refs.length === 0
    ? Promise.resolve([])
    : db.query<Subject[]>(
        `SELECT ref.kind, ref.id, subject.title, subject.path, subject.language
         FROM jsonb_to_recordset($2) AS ref(kind text, id uuid)
         CROSS JOIN LATERAL (
           SELECT goal.title, 'goals/' || goal.id AS path, policy.language
             FROM goal JOIN policy ON policy.id = goal.policy_id
             WHERE ref.kind = 'goal' AND goal.id = ref.id AND goal.municipality_id = $1
           UNION ALL SELECT policy.title, 'policies/' || policy.slug, policy.language FROM policy
             WHERE ref.kind = 'policy' AND policy.id = ref.id AND policy.municipality_id = $1
           UNION ALL SELECT initiative.title, 'initiatives/' || initiative.id, initiative.language FROM initiative
             WHERE ref.kind = 'initiative' AND initiative.id = ref.id AND initiative.municipality_id = $1
               AND ${READABLE_INITIATIVE}
           UNION ALL SELECT process.title, 'processes/' || process.id, municipality.language
             FROM process JOIN municipality ON municipality.id = process.municipality_id
             WHERE ref.kind = 'process' AND process.id = ref.id AND process.municipality_id = $1
           UNION ALL SELECT vote.question, 'votes/' || vote.id, vote.language FROM vote
             WHERE ref.kind = 'vote' AND vote.id = ref.id AND vote.municipality_id = $1 AND vote.published_at IS NOT NULL
           UNION ALL SELECT district.name, 'districts/' || district.id, municipality.language
             FROM district JOIN municipality ON municipality.id = district.municipality_id
             WHERE ref.kind = 'district' AND district.id = ref.id AND district.municipality_id = $1
           UNION ALL SELECT about.title, about.path, municipality.language
             FROM thread JOIN municipality ON municipality.id = thread.municipality_id CROSS JOIN ${ABOUT_THREAD}
             WHERE ref.kind = 'thread' AND thread.id = ref.id AND thread.municipality_id = $1
         ) AS subject`,
        [municipalityId, JSON.stringify(refs)],
      );
