import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Language } from '@medvind/contracts';
import { LessThan, type DataSource, type EntityManager } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { conflict } from '../platform/errors/problem.js';
import type { RequestContext } from '../platform/http/context.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Mailer } from '../platform/mail/mailer.js';
import { Credential } from './credential.entity.js';
import type { NewPasswordInput } from './identity.dto.js';
import { hashPassword } from './password.js';
import { PasswordReset } from './password-reset.entity.js';
import { PASSWORD_WORDS } from './password.words.js';
import { idOfToken, newToken } from './session-cookie.js';
import { Session } from './session.entity.js';

/** A letter box is not to be filled by somebody else. */
const LETTERS_AN_HOUR = 3;
const HOUR_MS = 3600_000;

interface Forgotten {
  email: string;
  slug: string;
}

interface Addressee {
  id: string;
  name: string;
  email: string;
  language: Language;
  recent: number;
}

@Injectable()
export class PasswordsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
  ) {
    jobs.handle('forgotten-password', (payload) => this.write(payload as Forgotten));
    jobs.every('23 3 * * *', 'forget-password-resets', async () => {
      const before = new Date(Date.now() - 24 * HOUR_MS);
      await this.source.getRepository(PasswordReset).delete({ expiresAt: LessThan(before) });
    });
  }

  /** Only queues: neither the answer nor the time it takes tells which addresses have an account. */
  async forgotten(ctx: RequestContext, email: string) {
    const forgotten: Forgotten = { email, slug: ctx.municipality?.slug ?? '' };
    await this.jobs.add(ctx, 'forgotten-password', forgotten);
  }

  /** Sets the password a letter gave leave to choose, once, and ends every session. @throws 409 */
  async choose(ctx: RequestContext, { token, password }: NewPasswordInput) {
    const secret = await hashPassword(password);
    await this.database.transaction(ctx, async (ctx) => {
      // One statement: of two who come with the same token the second finds it used.
      const [used] = await ctx.db.query<[{ personId: string }[], number]>(
        `UPDATE password_reset SET used_at = now()
         WHERE id = $1 AND used_at IS NULL AND expires_at > now() RETURNING person_id AS "personId"`,
        [idOfToken(token)],
      );
      if (!used[0]) throw conflict('link-used-up');
      const { personId } = used[0];
      await ctx.db.getRepository(Credential).update({ personId, kind: 'password' }, { secret });
      await ctx.db.getRepository(Session).delete({ personId });
      await ctx.db.query(
        'UPDATE password_reset SET used_at = now() WHERE person_id = $1 AND used_at IS NULL',
        [personId],
      );
      await this.tellChanged(ctx, personId, idOfToken(token));
    });
  }

  private write({ email, slug }: Forgotten) {
    return this.source.transaction(async (db) => {
      const [municipality] = await this.municipality(db, slug);
      const [person] = await db.query<Addressee[]>(
        `SELECT person.id, person.name, person.email::text AS email, person.language,
           (SELECT count(*)::int FROM password_reset WHERE person_id = person.id
              AND created_at > now() - interval '1 hour') AS recent
         FROM person JOIN credential ON credential.person_id = person.id AND credential.kind = 'password'
         WHERE person.email = $1 FOR UPDATE OF person`,
        [email],
      );
      if (!municipality || !person || person.recent >= LETTERS_AN_HOUR) return;
      const token = newToken();
      const id = idOfToken(token);
      const expiresAt = new Date(Date.now() + HOUR_MS);
      await db.getRepository(PasswordReset).insert({ id, personId: person.id, expiresAt });
      const words = PASSWORD_WORDS[person.language].forgotten;
      const href = `${this.mailer.config.publicUrl}/${slug}/new-password?token=${token}`;
      await this.mailer.post({ db }, [
        {
          key: `forgotten-password:${id}`,
          municipalityId: municipality.id,
          to: person.email,
          language: person.language,
          from: municipality.name,
          subject: words.subject,
          secret: true,
          blocks: [
            { kind: 'paragraph', text: words.text(person.name) },
            { kind: 'link', text: words.link, href },
            { kind: 'note', text: words.hour },
            { kind: 'note', text: words.notYou },
          ],
        },
      ]);
    });
  }

  private async tellChanged({ db, municipality }: RequestContext, personId: string, resetId: string) {
    if (!municipality) return;
    const [person] = await db.query<Addressee[]>(
      'SELECT id, name, email::text AS email, language FROM person WHERE id = $1',
      [personId],
    );
    if (!person) return;
    const words = PASSWORD_WORDS[person.language].changed;
    const href = `${this.mailer.config.publicUrl}/${municipality.slug}/forgotten-password`;
    await this.mailer.post({ db }, [
      {
        key: `changed-password:${resetId}`,
        municipalityId: municipality.id,
        to: person.email,
        language: person.language,
        from: municipality.name,
        subject: words.subject,
        blocks: [
          { kind: 'paragraph', text: words.text(person.name) },
          { kind: 'paragraph', text: words.notYou },
          { kind: 'link', text: words.link, href },
        ],
      },
    ]);
  }

  private municipality(db: EntityManager, slug: string): Promise<{ id: string; name: string }[]> {
    return db.query('SELECT id, name FROM municipality WHERE slug = $1', [slug]);
  }
}
