import type { EntityManager } from 'typeorm';
import type { ActivityKind } from './activity.entity.js';
import {
  ABOUT_THREAD,
  READABLE_COMMENT,
  READABLE_INITIATIVE,
  type SubjectRef,
} from './subjects.repository.js';

export interface Happening {
  municipalityId: string;
  kind: ActivityKind;
  actorId: string | null;
  commentId?: string;
  initiativeId?: string;
  processId?: string;
  planId?: string;
  voteId?: string;
  /** Told to those who follow one of these goals, what stands above them, or their policy. */
  goalIds?: readonly string[];
  policyIds?: readonly string[];
  subjects?: readonly SubjectRef[];
}

/** Writes down what happened and under what it is heard of. @returns its id, and whether somebody else follows that; null: it is written down already */
export async function record(
  db: EntityManager,
  happening: Happening,
): Promise<{ id: string; heard: boolean } | null> {
  const { municipalityId, kind, actorId, goalIds = [], policyIds = [], subjects = [] } = happening;
  const own = [...subjects, ...policyIds.map((id) => ({ kind: 'policy', id }))];
  const rows = await db.query<{ id: string; heard: boolean }[]>(
    `WITH RECURSIVE line AS (
       SELECT id, parent_id, policy_id FROM goal WHERE id = ANY($8)
       UNION SELECT goal.id, goal.parent_id, goal.policy_id FROM goal JOIN line ON goal.id = line.parent_id
     ), made AS (
       INSERT INTO activity (municipality_id, kind, actor_id, comment_id, initiative_id, process_id, plan_id, vote_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $10)
       ON CONFLICT (vote_id, kind) WHERE vote_id IS NOT NULL DO NOTHING RETURNING id, happened_at
     ), subject AS (
       SELECT 'goal' AS kind, id FROM line
       UNION SELECT 'policy', policy_id FROM line
       UNION SELECT kind, id FROM jsonb_to_recordset($9) AS own(kind text, id uuid)
     ), heard AS (
       INSERT INTO activity_subject (activity_id, kind, subject_id, happened_at)
       SELECT made.id, subject.kind, subject.id, made.happened_at FROM made CROSS JOIN subject
     )
     SELECT id, EXISTS (SELECT FROM follow JOIN subject ON subject.kind = follow.kind AND subject.id = follow.subject_id
       WHERE follow.ended_at IS NULL AND follow.person_id IS DISTINCT FROM $3) AS heard FROM made`,
    [
      municipalityId,
      kind,
      actorId,
      happening.commentId ?? null,
      happening.initiativeId ?? null,
      happening.processId ?? null,
      happening.planId ?? null,
      goalIds,
      JSON.stringify(own),
      happening.voteId ?? null,
    ],
  );
  return rows[0] ?? null;
}

/** Whether followers have been told of a comment already. */
export const isRecorded = async (db: EntityManager, commentId: string): Promise<boolean> => {
  const [row] = await db.query<{ told: boolean }[]>(
    "SELECT EXISTS (SELECT FROM activity WHERE comment_id = $1 AND kind = 'comment') AS told",
    [commentId],
  );
  return row?.told ?? false;
};

/** What a thread's comments are heard of under: the thread, and what it is about. */
export const placeOfThread = async (
  db: EntityManager,
  threadId: string,
): Promise<Pick<Happening, 'goalIds' | 'policyIds' | 'subjects'>> => {
  const [place] = await db.query<
    { goalId?: string; policyId?: string; kind?: 'initiative' | 'process'; id?: string }[]
  >(
    `SELECT CASE WHEN subject_kind = 'goal' THEN subject_id END AS "goalId",
       (SELECT action_plan.policy_id FROM action JOIN action_plan ON action_plan.id = action.plan_id
        WHERE subject_kind = 'action' AND action.id = subject_id) AS "policyId",
       CASE WHEN subject_kind = 'initiative' THEN 'initiative' WHEN subject_kind IN ('process', 'theme') THEN 'process' END AS kind,
       CASE WHEN subject_kind = 'theme' THEN (SELECT process_id FROM theme WHERE theme.id = subject_id) ELSE subject_id END AS id
     FROM thread WHERE thread.id = $1`,
    [threadId],
  );
  if (!place) return {};
  const subjects: SubjectRef[] = [{ kind: 'thread', id: threadId }];
  if (place.kind && place.id) subjects.push({ kind: place.kind, id: place.id });
  return {
    goalIds: place.goalId ? [place.goalId] : [],
    policyIds: place.policyId ? [place.policyId] : [],
    subjects,
  };
};

/** An activity as it can be told now. */
export interface Story {
  id: string;
  kind: ActivityKind;
  /** Of the thread's subject, the initiative, the process or the plan. */
  title: string;
  /** Below the municipality. */
  path: string;
  /** Who wrote the comment or the initiative; null where it is the municipality's, or the account is gone. */
  by: string | null;
  quote: string | null;
  language: string;
  year: number | null;
  threadId: string | null;
  happenedAt: Date;
}

/** How much of a comment a letter quotes. */
const QUOTED = 280;

/** Of these activities those everybody can read now, in one query. */
export const storiesOf = (db: EntityManager, ids: readonly string[]): Promise<Story[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db.query<Story[]>(
        `SELECT activity.id, activity.kind, activity.happened_at AS "happenedAt", comment.thread_id AS "threadId",
           coalesce(about.title, initiative.title, process.title, action_plan.title, vote.question) AS title,
           coalesce(about.path || '?comment=' || comment.id, 'initiatives/' || initiative.id,
             'processes/' || process.id, 'plans/' || action_plan.id, 'votes/' || vote.id) AS path,
           person.name AS by,
           CASE WHEN activity.kind = 'vote-called-off' THEN vote.called_off_reason
             WHEN char_length(comment.body) > ${QUOTED} THEN left(comment.body, ${QUOTED}) || '…' ELSE comment.body END AS quote,
           coalesce(comment.language, initiative.language, vote.language, municipality.language) AS language,
           action_plan.year
         FROM activity JOIN municipality ON municipality.id = activity.municipality_id
           LEFT JOIN comment ON comment.id = activity.comment_id
           LEFT JOIN thread ON thread.id = comment.thread_id
           LEFT JOIN ${ABOUT_THREAD} ON true
           LEFT JOIN initiative ON initiative.id = activity.initiative_id
           LEFT JOIN process ON process.id = activity.process_id
           LEFT JOIN action_plan ON action_plan.id = activity.plan_id
           LEFT JOIN vote ON vote.id = activity.vote_id
           LEFT JOIN person ON person.id = CASE WHEN activity.comment_id IS NOT NULL THEN comment.author_id
             WHEN activity.kind = 'initiative' THEN initiative.proposer_id END
         WHERE activity.id = ANY($1)
           AND (activity.comment_id IS NULL OR (${READABLE_COMMENT} AND about.title IS NOT NULL))
           AND (activity.initiative_id IS NULL OR (${READABLE_INITIATIVE}))
           AND (activity.plan_id IS NULL OR action_plan.published_at IS NOT NULL)`,
        [ids],
      );
