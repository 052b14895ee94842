import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Jobs } from '../platform/jobs/jobs.js';
import { Realtime } from '../platform/realtime/realtime.js';
import { storiesOf, type Story } from './activities.repository.js';
import type { ActivityKind } from './activity.entity.js';
import type { Heard } from './mailing.repository.js';
import { MailingsService } from './mailings.service.js';
import { paceSql } from './mail-groups.js';
import type { NotificationDetails, NotificationKind } from './notification.entity.js';

/** Followers told by one statement. */
const BATCH = 1000;

interface Telling {
  activityId: string;
  after: string | null;
}

const NOTICE_OF: Record<ActivityKind, NotificationKind> = {
  comment: 'followed-comments',
  initiative: 'followed-initiative',
  'initiative-reached': 'followed-progress',
  'initiative-expired': 'followed-progress',
  'initiative-answered': 'followed-progress',
  'process-opened': 'followed-process',
  'process-answered': 'followed-answer',
  'process-closed': 'followed-answer',
  'plan-published': 'followed-plan',
};

/** Tells followers on the page of what happened; a batch of them a job, so that a thousand cost whoever writes nothing. */
@Injectable()
export class FollowersService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly realtime: Realtime,
    private readonly mailings: MailingsService,
  ) {
    jobs.handle('tell-followers', (payload) => this.tell(payload as Telling));
  }

  private async tell({ activityId, after }: Telling) {
    const told = await this.source.transaction(async (db) => {
      const [story] = await storiesOf(db, [activityId]);
      // Hidden or withdrawn meanwhile: then there is nothing to tell.
      if (!story) return [];
      const followers = await this.next(db, story, after);
      await this.notify(db, story, followers);
      const atOnce = followers.filter((follower) => follower.atOnce);
      const [first] = atOnce;
      if (first) await this.mailings.mailStory(db, first.municipalityId, story, atOnce);
      if (followers.length === BATCH)
        await this.jobs.add({ db }, 'tell-followers', { activityId, after: followers.at(-1)?.personId });
      return followers;
    });
    const now = Date.now();
    for (const { personId } of told) this.realtime.changed('person', personId, now);
  }

  /** Who follows what it happened at; not who did it, nor who is told of it already because it answers or names them. */
  private next(db: EntityManager, story: Story, after: string | null) {
    return db.query<(Heard & { municipalityId: string; atOnce: boolean })[]>(
      `SELECT DISTINCT ON (follow.person_id) follow.person_id AS "personId", follow.kind,
         follow.subject_id AS "subjectId", activity.id AS "activityId", 1 AS total,
         activity.municipality_id AS "municipalityId", ${paceSql("'followed'")} = 'at-once' AS "atOnce"
       FROM activity JOIN activity_subject AS subject ON subject.activity_id = activity.id
         JOIN follow ON follow.kind = subject.kind AND follow.subject_id = subject.subject_id AND follow.ended_at IS NULL
         LEFT JOIN notification_setting AS setting
           ON setting.person_id = follow.person_id AND setting.municipality_id = follow.municipality_id
       WHERE activity.id = $1 AND ($2::uuid IS NULL OR follow.person_id > $2)
         AND follow.created_at <= activity.happened_at
         AND follow.person_id IS DISTINCT FROM activity.actor_id
         AND NOT EXISTS (SELECT FROM comment_mention
           WHERE comment_mention.comment_id = activity.comment_id AND comment_mention.person_id = follow.person_id)
         AND NOT EXISTS (SELECT FROM comment JOIN comment AS answered ON answered.id = comment.parent_id
           WHERE comment.id = activity.comment_id AND answered.author_id = follow.person_id)
       ORDER BY follow.person_id, array_position(ARRAY['initiative', 'process', 'thread', 'goal', 'policy', 'district'], follow.kind)
       LIMIT ${BATCH}`,
      [story.id, after],
    );
  }

  /** Comments of one thread are gathered into one notice until it is read; the mail is made from the activities. */
  private async notify(
    db: EntityManager,
    story: Story,
    followers: readonly { personId: string; municipalityId: string }[],
  ) {
    if (followers.length === 0) return;
    const details: NotificationDetails = {
      title: story.title,
      count: 1,
      ...(story.year !== null && { year: story.year }),
      ...(story.kind.startsWith('initiative-') && { outcome: story.kind.replace('initiative-', '') }),
    };
    await db.query(
      `INSERT INTO notification (person_id, municipality_id, kind, details, path, subject_id, mailed_at)
       SELECT unnest($1::uuid[]), $2, $3, $4::jsonb, $5, $6, now()
       ON CONFLICT (person_id, kind, subject_id) WHERE read_at IS NULL AND subject_id IS NOT NULL
       DO UPDATE SET created_at = now(), details = excluded.details
         || jsonb_build_object('count', coalesce((notification.details ->> 'count')::int, 1) + 1)`,
      [
        followers.map(({ personId }) => personId),
        followers[0]!.municipalityId,
        NOTICE_OF[story.kind],
        JSON.stringify(details),
        story.path,
        story.threadId,
      ],
    );
  }
}
