import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Jobs } from '../platform/jobs/jobs.js';
import { Realtime } from '../platform/realtime/realtime.js';
import { storiesOf, type Story } from './activities.repository.js';
import { BallotsService } from '../ballots/ballots.service.js';
import { CONCERNS_VOTERS, type ActivityKind } from './activity.entity.js';
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
  'vote-opened': 'followed-vote',
  'vote-called-off': 'followed-vote',
  'vote-closed': 'followed-vote',
};

/** Tells followers on the page of what happened; a batch of them a job, so that a thousand cost whoever writes nothing. */
@Injectable()
export class FollowersService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly realtime: Realtime,
    private readonly mailings: MailingsService,
    private readonly ballots: BallotsService,
  ) {
    jobs.handle('tell-followers', (payload) => this.tell(payload as Telling));
    jobs.handle('tell-voters', (payload) => this.tellVoters(payload as Telling));
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
      // After those who follow it: nobody is told twice.
      else if (CONCERNS_VOTERS.has(story.kind))
        await this.jobs.add({ db }, 'tell-voters', { activityId, after: null });
      return followers;
    });
    const now = Date.now();
    for (const { personId } of told) this.realtime.changed('person', personId, now);
  }

  /**
   * Those who voted and are not told yet. Nobody keeps a list of them: it is asked of each resident, with the key alone.
   * What the result is stands on the page, and in no notice.
   */
  private async tellVoters({ activityId, after }: Telling) {
    const told = await this.source.transaction(async (db) => {
      const [story] = await storiesOf(db, [activityId]);
      const [about] = await db.query<{ voteId: string; municipalityId: string }[]>(
        'SELECT vote_id AS "voteId", municipality_id AS "municipalityId" FROM activity WHERE id = $1',
        [activityId],
      );
      if (!story || !about) return [];
      const { municipalityId, voteId } = about;
      const residents = await db.query<{ id: string }[]>(
        `SELECT person_id AS id FROM membership WHERE municipality_id = $1 AND role = 'resident'
           AND ($2::uuid IS NULL OR person_id > $2) ORDER BY person_id LIMIT ${BATCH}`,
        [municipalityId, after],
      );
      const ids = residents.map(({ id }) => id);
      const voters = await this.ballots.votersAmong(db, { subjectKind: 'vote', subjectId: voteId }, ids);
      const details = detailsOf(story);
      const rows = await db.query<{ id: string }[]>(
        `INSERT INTO notification (person_id, municipality_id, kind, details, path)
         SELECT voter.id, $2, 'vote-ended', $3::jsonb, $4 FROM unnest($1::uuid[]) AS voter(id)
         WHERE NOT EXISTS (SELECT FROM notification AS known WHERE known.person_id = voter.id AND known.municipality_id = $2
           AND known.kind IN ('vote-ended', 'followed-vote') AND known.path = $4 AND known.details ->> 'outcome' = $5)
         RETURNING person_id AS id`,
        [voters, municipalityId, JSON.stringify(details), story.path, details.outcome],
      );
      if (rows.length > 0) await this.mailings.queueNotices(db, municipalityId);
      if (ids.length === BATCH) await this.jobs.add({ db }, 'tell-voters', { activityId, after: ids.at(-1) });
      return rows;
    });
    const now = Date.now();
    for (const { id } of told) this.realtime.changed('person', id, now);
  }

  /** Who follows what it happened at; not who did it, nor who is told already: it answers or names them, or is theirs. */
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
         AND NOT (activity.kind LIKE 'initiative-%' AND EXISTS (SELECT FROM initiative
           WHERE initiative.id = activity.initiative_id AND (initiative.proposer_id = follow.person_id
             OR EXISTS (SELECT FROM co_proposer
               WHERE co_proposer.initiative_id = initiative.id AND co_proposer.person_id = follow.person_id))))
       ORDER BY follow.person_id, array_position(ARRAY['vote', 'initiative', 'process', 'thread', 'goal', 'policy', 'district'], follow.kind)
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
    const details = detailsOf(story);
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

const detailsOf = ({ title, year, kind, quote }: Story): NotificationDetails => ({
  title,
  count: 1,
  ...(year !== null && { year }),
  ...(/^(initiative|vote)-/.test(kind) && { outcome: kind.replace(/^\w+-/, '') }),
  ...(kind === 'vote-called-off' && quote !== null && { reason: quote }),
});
