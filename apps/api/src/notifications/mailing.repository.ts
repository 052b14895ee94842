import type { EntityManager } from 'typeorm';
import type { Addressee, MailedNotice } from './letters.js';
import { GROUP_SQL, paceSql, type MailGroup, type MailPace } from './mail-groups.js';
import type { FollowKind } from './follow.entity.js';
import { READABLE_COMMENT, READABLE_INITIATIVE } from './subjects.repository.js';

/** From after `from` until `until`, in one municipality, for those who want it at this pace. */
export interface Round {
  municipalityId: string;
  pace: MailPace;
  from: string;
  until: string;
}

const SETTING = (row: string) =>
  `LEFT JOIN notification_setting AS setting
     ON setting.person_id = ${row}.person_id AND setting.municipality_id = ${row}.municipality_id`;

/**
 * The next people who may have something to hear: who follows something, or has notices not mailed yet. In the order
 * of their ids, so that any number of them is gone through in batches.
 */
export const nextPeople = async (
  db: EntityManager,
  { municipalityId, from }: Round,
  after: string | null,
  limit: number,
): Promise<string[]> => {
  const rows = await db.query<{ id: string }[]>(
    `(SELECT DISTINCT person_id AS id FROM follow
      WHERE municipality_id = $1 AND ended_at IS NULL AND ($2::uuid IS NULL OR person_id > $2)
      ORDER BY person_id LIMIT $4)
     UNION
     (SELECT DISTINCT person_id FROM notification
      WHERE municipality_id = $1 AND mailed_at IS NULL AND greatest(created_at, mail_after) > $3 AND ($2::uuid IS NULL OR person_id > $2)
      ORDER BY person_id LIMIT $4)
     ORDER BY id LIMIT $4`,
    [municipalityId, after, from, limit],
  );
  return rows.map(({ id }) => id);
};

/** Of these people those who are members here, as letters address them. */
export const addressees = (
  db: EntityManager,
  municipalityId: string,
  ids: readonly string[],
): Promise<Addressee[]> =>
  db.query<Addressee[]>(
    `SELECT person.id, person.name, person.email::text AS email, person.language FROM person
     WHERE person.id = ANY($2) AND EXISTS (SELECT FROM membership
       WHERE membership.person_id = person.id AND membership.municipality_id = $1)`,
    [municipalityId, ids],
  );

/**
 * Takes the notices of these people that are due at this pace: whoever takes them mails them, in the same transaction,
 * and another at the same time passes them by. What was read on the page meanwhile, or speaks of a comment that cannot
 * be read any more, is taken and not mailed.
 */
export const takeNotices = async (
  db: EntityManager,
  { municipalityId, pace, from, until }: Round,
  people: readonly string[] | null,
  limit: number,
): Promise<(MailedNotice & { group: MailGroup; tell: boolean })[]> => {
  const [rows] = await db.query<[(MailedNotice & { group: MailGroup; tell: boolean })[], number]>(
    `WITH due AS (
       SELECT notification.id, ${GROUP_SQL} AS "group" FROM notification ${SETTING('notification')}
       WHERE notification.municipality_id = $1 AND notification.mailed_at IS NULL
         AND greatest(notification.created_at, notification.mail_after) > $3 AND notification.created_at <= $4
         AND (notification.mail_after IS NULL OR notification.mail_after <= now())
         AND ($2::uuid[] IS NULL OR notification.person_id = ANY($2))
         AND ${paceSql(GROUP_SQL)} = $5
       ORDER BY notification.created_at DESC LIMIT $6
       FOR UPDATE OF notification SKIP LOCKED
     ), told AS (
       SELECT due.id, due."group", about.id AS about, comment.body, comment.language, comment.id AS readable
       FROM due JOIN notification ON notification.id = due.id
         LEFT JOIN LATERAL (SELECT substring(notification.path FROM 'comment=([0-9a-f-]{36})')::uuid AS id) AS about
           ON notification.kind IN ('comment-answered', 'mentioned')
         LEFT JOIN comment ON comment.id = about.id AND ${READABLE_COMMENT}
     )
     UPDATE notification SET mailed_at = now() FROM told WHERE told.id = notification.id
     RETURNING notification.id, notification.person_id AS "personId", notification.kind, notification.details,
       notification.path, told."group", left(told.body, 400) AS quote, told.language AS "quoteLanguage",
       notification.read_at IS NULL AND (told.about IS NULL OR told.readable IS NOT NULL) AS tell`,
    [municipalityId, people, from, until, pace, limit],
  );
  return rows;
};

/** Something that happened at something one of the people follows. */
export interface Heard {
  personId: string;
  /** What they follow, by which they hear of it. */
  kind: FollowKind;
  subjectId: string;
  activityId: string;
  /** How much they hear of under it. */
  total: number;
}

const STORIES_SHOWN = 3;
const SECTIONS_SHOWN = 15;

/**
 * What these people hear of by what they follow, in one query: under what they follow most closely, the liveliest last
 * news first, the newest first within. What cannot be read by everyone any more is not counted either.
 */
export const heardBy = (
  db: EntityManager,
  { municipalityId, pace, from, until }: Round,
  people: readonly string[],
): Promise<Heard[]> =>
  db.query<Heard[]>(
    `WITH heard AS (
       SELECT DISTINCT ON (follow.person_id, activity.id) follow.person_id, follow.kind, follow.subject_id,
         activity.id AS activity_id, activity.happened_at
       FROM follow ${SETTING('follow')}
         JOIN activity_subject AS subject ON subject.kind = follow.kind AND subject.subject_id = follow.subject_id
           AND subject.happened_at > greatest($3::timestamptz, follow.created_at, setting.followed_until)
           AND subject.happened_at <= $4
         JOIN activity ON activity.id = subject.activity_id
         LEFT JOIN comment ON comment.id = activity.comment_id
         LEFT JOIN initiative ON initiative.id = activity.initiative_id
       WHERE follow.municipality_id = $1 AND follow.ended_at IS NULL AND follow.person_id = ANY($2)
         AND activity.municipality_id = $1 AND activity.actor_id IS DISTINCT FROM follow.person_id
         AND ${paceSql("'followed'")} = $5
         AND (activity.comment_id IS NULL OR (${READABLE_COMMENT}))
         AND (activity.initiative_id IS NULL OR (${READABLE_INITIATIVE}))
       ORDER BY follow.person_id, activity.id,
         array_position(ARRAY['vote', 'initiative', 'process', 'thread', 'goal', 'policy', 'district'], follow.kind)
     ), ranked AS (
       SELECT *, row_number() OVER (PARTITION BY person_id, kind, subject_id ORDER BY happened_at DESC) AS place,
         count(*) OVER (PARTITION BY person_id, kind, subject_id) AS total,
         max(happened_at) OVER (PARTITION BY person_id, kind, subject_id) AS latest
       FROM heard
     ), gathered AS (
       SELECT *, dense_rank() OVER (PARTITION BY person_id ORDER BY latest DESC, subject_id, kind) AS section FROM ranked
     )
     SELECT person_id AS "personId", kind, subject_id AS "subjectId", activity_id AS "activityId", total::int AS total
     FROM gathered WHERE place <= ${STORIES_SHOWN} AND section <= ${SECTIONS_SHOWN}
     ORDER BY person_id, section, place`,
    [municipalityId, people, from, until, pace],
  );

/** Until when these people have heard by mail of what they follow; a later change of pace repeats nothing. */
export const noteHeard = async (
  db: EntityManager,
  municipalityId: string,
  people: readonly string[],
  until: string | Date,
) => {
  if (people.length === 0) return;
  await db.query(
    `INSERT INTO notification_setting (person_id, municipality_id, followed_until)
     SELECT person.id, $1, $3 FROM person WHERE person.id = ANY($2)
     ON CONFLICT (person_id, municipality_id) DO UPDATE
       SET followed_until = greatest(notification_setting.followed_until, excluded.followed_until)`,
    [municipalityId, people, until],
  );
};
