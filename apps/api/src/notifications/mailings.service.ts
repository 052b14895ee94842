import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Jobs } from '../platform/jobs/jobs.js';
import { Mailer } from '../platform/mail/mailer.js';
import { Signer } from '../platform/mail/signer.js';
import { storiesOf, type Story } from './activities.repository.js';
import { letterOf, type MailedNotice, type MailScope, type Section, type Town } from './letters.js';
import type { MailPace } from './mail-groups.js';
import {
  addressees,
  heardBy,
  nextPeople,
  noteHeard,
  takeNotices,
  type Heard,
  type Round,
} from './mailing.repository.js';
import { keyOfSubject, subjectsOf } from './subjects.repository.js';

/** People whose mail is made together, by one job and a handful of queries. */
const BATCH = 500;
/** What is older than this is no news any more, whatever held the mail up. */
const AT_ONCE_HOURS = 24;
const KEPT_DAYS = 60;
const MINUTE = 60_000;

interface DigestJob extends Round {
  after: string | null;
}

type UnsubscribeUrl = (personId: string, scope: MailScope) => string;

/** What happened, as mail at the pace each person chose. */
@Injectable()
export class MailingsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly signer: Signer,
  ) {
    jobs.handle('mail-notices', (payload) =>
      this.mailNotices((payload as { municipalityId: string }).municipalityId),
    );
    jobs.handle('mail-digests', (payload) => this.mailDigests(payload as DigestJob));
    // About six in the morning; the weekly one on a Monday, when there is a week to take part in ahead.
    jobs.every('5 4 * * *', 'daily-digests', () => this.beginDigests('daily'));
    jobs.every('15 4 * * 1', 'weekly-digests', () => this.beginDigests('weekly'));
    jobs.every('53 3 * * *', 'forget-old-activity', async () => {
      await this.source.query('DELETE FROM activity WHERE happened_at < now() - make_interval(days => $1)', [
        KEPT_DAYS,
      ]);
    });
  }

  /** Queues the first batch of every municipality, for what happened in the day or the week that ends now. */
  async beginDigests(pace: 'daily' | 'weekly') {
    await this.source.query(
      `SELECT graphile_worker.add_job('mail-digests', json_build_object('municipalityId', id, 'pace', $1::text,
         'from', now() - make_interval(days => $2), 'until', now() - interval '2 seconds', 'after', null),
         job_key => 'mail-digests:' || $1 || ':' || id, max_attempts => 15)
       FROM municipality`,
      [pace, pace === 'daily' ? 1 : 7],
    );
  }

  /** Notices of those who want them at once, together where there are several of a kind. */
  private mailNotices(municipalityId: string) {
    return this.source.transaction(async (db) => {
      const town = await this.town(db, municipalityId);
      if (!town) return;
      const round: Round = {
        municipalityId,
        pace: 'at-once',
        from: new Date(Date.now() - AT_ONCE_HOURS * 3600_000).toISOString(),
        until: 'infinity',
      };
      const taken = await takeNotices(db, round, null, BATCH);
      const told = Map.groupBy(
        taken.filter(({ tell }) => tell),
        ({ personId, group }) => `${personId}:${group}`,
      );
      const people = await addressees(db, municipalityId, [
        ...new Set(taken.map(({ personId }) => personId)),
      ]);
      const byId = new Map(people.map((person) => [person.id, person]));
      const unsubscribe = await this.unsubscribing(town);
      const letters = [...told.values()].flatMap((notices) => {
        const [{ id, personId, group }] = notices as [(typeof taken)[number]];
        const to = byId.get(personId);
        return to
          ? (letterOf({
              town,
              to,
              scope: group,
              key: `notices:${id}`,
              notices,
              unsubscribeUrl: unsubscribe(personId, group),
            }) ?? [])
          : [];
      });
      await this.mailer.post({ db }, letters);
      if (taken.length === BATCH) await this.queueNotices(db, municipalityId);
    });
  }

  /**
   * One job for all notices of a municipality that have come meanwhile.
   * @param after what must not be mailed before; those of the same minute share a job
   */
  async queueNotices(db: EntityManager, municipalityId: string, after = new Date(0)) {
    const key = `mail-notices:${municipalityId}`;
    const attempts = 15;
    if (after.getTime() <= Date.now())
      return this.jobs.add({ db }, 'mail-notices', { municipalityId }, { key, attempts });
    const minute = Math.ceil(after.getTime() / MINUTE);
    const later = { key: `${key}:${minute}`, runAt: new Date(minute * MINUTE), attempts };
    return this.jobs.add({ db }, 'mail-notices', { municipalityId }, later);
  }

  /** One activity for those of these followers who want to hear of it at once. */
  async mailStory(db: EntityManager, municipalityId: string, story: Story, heard: readonly Heard[]) {
    const town = await this.town(db, municipalityId);
    if (!town) return;
    const stories = new Map([[story.id, story]]);
    await this.write(db, town, { pace: 'at-once', until: story.happenedAt }, heard, stories, []);
  }

  private mailDigests(job: DigestJob) {
    const { after, ...round } = job;
    const { municipalityId } = round;
    return this.source.transaction(async (db) => {
      const town = await this.town(db, municipalityId);
      const people = await nextPeople(db, round, after, BATCH);
      if (!town || people.length === 0) return;
      const notices = (await takeNotices(db, round, people, BATCH * 20)).filter(({ tell }) => tell);
      const heard = await heardBy(db, round, people);
      const found = await storiesOf(db, [...new Set(heard.map(({ activityId }) => activityId))]);
      await this.write(db, town, round, heard, new Map(found.map((story) => [story.id, story])), notices);
      if (people.length === BATCH)
        await this.jobs.add({ db }, 'mail-digests', { ...job, after: people.at(-1) }, { attempts: 15 });
    });
  }

  /** A letter to each who has something to hear, all in a few statements. */
  private async write(
    db: EntityManager,
    town: Town,
    { pace, until }: { pace: MailPace; until: string | Date },
    heard: readonly Heard[],
    stories: ReadonlyMap<string, Story>,
    notices: readonly MailedNotice[],
  ) {
    const refs = new Map(
      heard.map(({ kind, subjectId: id }) => [keyOfSubject({ kind, id }), { kind, id }] as const),
    );
    const named = await subjectsOf(db, town.id, [...refs.values()]);
    const subjects = new Map(named.map((subject) => [keyOfSubject(subject), subject]));
    const heardOf = Map.groupBy(heard, ({ personId }) => personId);
    const noticesOf = Map.groupBy(notices, ({ personId }) => personId);
    const people = await addressees(db, town.id, [...new Set([...heardOf.keys(), ...noticesOf.keys()])]);
    const unsubscribe = await this.unsubscribing(town);
    const scope = pace === 'daily' || pace === 'weekly' ? pace : 'followed';
    const at = until instanceof Date ? until.toISOString() : until;
    const letters = people.flatMap((to) => {
      const sections = sectionsOf(heardOf.get(to.id) ?? [], subjects, stories);
      const key = `${scope}:${town.id}:${to.id}:${at}${pace === 'at-once' ? `:${heard[0]?.activityId}` : ''}`;
      const unsubscribeUrl = unsubscribe(to.id, scope);
      return (
        letterOf({ town, to, scope, key, notices: noticesOf.get(to.id) ?? [], sections, unsubscribeUrl }) ??
        []
      );
    });
    await this.mailer.post({ db }, letters);
    await noteHeard(db, town.id, [...heardOf.keys()], until);
  }

  private async unsubscribing(town: Town): Promise<UnsubscribeUrl> {
    const sign = await this.signer.signer('unsubscribe');
    return (personId, scope) => `${town.url}/unsubscribe?token=${sign([personId, town.id, scope])}`;
  }

  private async town(db: EntityManager, id: string): Promise<Town | null> {
    const [town] = await db.query<{ name: string; slug: string }[]>(
      'SELECT name, slug FROM municipality WHERE id = $1',
      [id],
    );
    return town ? { id, name: town.name, url: `${this.mailer.config.publicUrl}/${town.slug}` } : null;
  }
}

function sectionsOf(
  heard: readonly Heard[],
  subjects: ReadonlyMap<string, Section['subject']>,
  stories: ReadonlyMap<string, Story>,
): Section[] {
  const groups = Map.groupBy(heard, ({ kind, subjectId }) => keyOfSubject({ kind, id: subjectId }));
  return [...groups].flatMap(([key, ofSubject]) => {
    const subject = subjects.get(key);
    const told = ofSubject.flatMap(({ activityId }) => stories.get(activityId) ?? []);
    if (!subject || told.length === 0) return [];
    return [{ subject, stories: told, more: (ofSubject[0]?.total ?? 0) - ofSubject.length }];
  });
}
