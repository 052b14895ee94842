import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Language } from '@medvind/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Mailer } from '../platform/mail/mailer.js';
import { ModerationSetting } from './moderation-setting.entity.js';
import { can } from './moderation.access.js';
import { COUNTED } from './queue.repository.js';
import type { ModerationSettingsInput, ModerationSettingsView } from './templates.dto.js';
import { entries, REMINDER_WORDS } from './reminder.words.js';

/** Where a municipality has said nothing else. */
const WAITING_HOURS = 24;
/** What has a last moment is told of so long before it. */
const BEFORE_DUE = '30 minutes';

interface Overdue {
  municipalityId: string;
  slug: string;
  name: string;
  count: number;
  since: Date;
  ids: string[];
}

interface Moderator {
  id: string;
  name: string;
  email: string;
  language: Language;
}

/** Sees to it that nothing waits unseen: the moderators get one mail about all that has waited too long, once. */
@Injectable()
export class RemindersService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly mailer: Mailer,
    jobs: Jobs,
  ) {
    jobs.every('*/10 * * * *', 'remind-moderators', () => this.remind());
  }

  async settings(ctx: RequestContext): Promise<ModerationSettingsView> {
    allow(ctx, can.administer(ctx));
    const own = await ctx.db.getRepository(ModerationSetting).findOneBy({ municipalityId: ctx.here });
    return { waitingHours: own ? own.waitingHours : WAITING_HOURS };
  }

  async change(
    ctx: RequestContext,
    { waitingHours }: ModerationSettingsInput,
  ): Promise<ModerationSettingsView> {
    allow(ctx, can.administer(ctx));
    const settings = ctx.db.getRepository(ModerationSetting);
    await settings.upsert({ municipalityId: ctx.here, waitingHours }, ['municipalityId']);
    return this.settings(ctx);
  }

  /** Marks and tells in one transaction for each municipality: what is marked has been told. */
  async remind() {
    const municipalities = await this.source.query<{ id: string }[]>('SELECT id FROM municipality');
    for (const { id } of municipalities) await this.source.transaction((db) => this.remindIn(db, id));
  }

  private async remindIn(db: EntityManager, municipalityId: string) {
    const overdue = await this.overdue(db, municipalityId);
    if (!overdue) return;
    const moderators = await db.query<Moderator[]>(
      `SELECT person.id, person.name, person.email::text AS email, person.language
       FROM membership JOIN person ON person.id = membership.person_id
       WHERE membership.municipality_id = $1 AND membership.role = 'moderator'`,
      [municipalityId],
    );
    const href = `${this.mailer.config.publicUrl}/${overdue.slug}/moderation`;
    await this.mailer.post(
      { db },
      moderators.map(({ id, name, email, language }) => {
        const words = REMINDER_WORDS[language];
        const count = entries(language, overdue.count, COUNTED);
        const since = overdue.since.toLocaleString(language === 'en' ? 'en-GB' : language, {
          timeZone: 'Europe/Copenhagen',
          dateStyle: 'long',
          timeStyle: 'short',
        });
        return {
          key: `waiting:${overdue.ids[0]}:${id}`,
          municipalityId,
          to: email,
          language,
          from: overdue.name,
          subject: words.subject(count),
          blocks: [
            { kind: 'paragraph', text: words.text(name, count, since) },
            { kind: 'link', text: words.link, href },
            { kind: 'note', text: words.why },
          ],
        };
      }),
    );
  }

  private async overdue(db: EntityManager, municipalityId: string): Promise<Overdue | undefined> {
    const [row] = await db.query<Overdue[]>(
      `WITH setting AS (
         SELECT municipality.id, slug, name,
           CASE WHEN moderation_setting.municipality_id IS NULL THEN $2 ELSE waiting_hours END AS hours
         FROM municipality LEFT JOIN moderation_setting ON moderation_setting.municipality_id = municipality.id
         WHERE municipality.id = $1
       ), told AS (
         UPDATE moderation_case SET reminded_at = now() FROM setting
         WHERE moderation_case.municipality_id = setting.id AND closed_at IS NULL AND reminded_at IS NULL
           AND hours IS NOT NULL
           AND (opened_at < now() - make_interval(hours => hours) OR due_at < now() + $3::interval)
         RETURNING moderation_case.id, opened_at
       )
       SELECT setting.id AS "municipalityId", slug, name, count(told.id)::int AS count, min(opened_at) AS since,
         (array_agg(told.id ORDER BY opened_at))[1:1] AS ids
       FROM setting JOIN told ON true GROUP BY setting.id, slug, name`,
      [municipalityId, WAITING_HOURS, BEFORE_DUE],
    );
    return row;
  }
}
