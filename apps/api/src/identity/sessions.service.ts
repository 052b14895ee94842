import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { LANGUAGES, type Language, type Role } from '@medvind/contracts';
import { LessThan, type DataSource, type EntityManager } from 'typeorm';
import { Problem } from '../platform/errors/problem.js';
import { RequestContext } from '../platform/http/context.js';
import { Realtime } from '../platform/realtime/realtime.js';
import { Jobs } from '../platform/jobs/jobs.js';
import type { Municipality } from '../municipalities/municipality.entity.js';
import { Credential } from './credential.entity.js';
import type { SessionView, SignInInput } from './identity.dto.js';
import { compareWithNobody, isPassword } from './password.js';
import { Person } from './person.entity.js';
import { idOfToken, newToken, SESSION_DAYS, tokenOf } from './session-cookie.js';
import { Session } from './session.entity.js';

interface Known {
  id: string;
  name: string;
  language: Language;
  roles: Role[];
}

@Injectable()
export class SessionsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    realtime: Realtime,
    jobs: Jobs,
  ) {
    realtime.admit('person', async (cookie, id) => (await this.personBehind(cookie, null))?.id === id);
    realtime.admit('moderation', async (cookie, id) =>
      Boolean((await this.personBehind(cookie, id))?.roles.includes('moderator')),
    );
    jobs.every('17 3 * * *', 'forget-expired-sessions', async () => {
      await this.source.getRepository(Session).delete({ expiresAt: LessThan(new Date()) });
    });
  }

  /** The context of a request: who asks, in which municipality, with which roles there, in which language. */
  async contextOf(
    cookie: string | undefined,
    municipality: Municipality | null,
    wishes: { language?: string | undefined } = {},
  ): Promise<RequestContext> {
    const person = await this.personBehind(cookie, municipality?.id ?? null);
    const wished = LANGUAGES.find((language) => language === wishes.language);
    return new RequestContext(
      this.source.manager,
      municipality,
      person && { id: person.id, name: person.name },
      new Set(person?.roles ?? []),
      wished ?? person?.language ?? municipality?.language ?? 'da',
      person && idOfToken(tokenOf(cookie) ?? ''),
    );
  }

  /** @throws 401 with the same words whether the address or the password is wrong. */
  async signIn(ctx: RequestContext, { email, password }: SignInInput): Promise<string> {
    const found = await ctx.db
      .createQueryBuilder(Credential, 'credential')
      .innerJoin(Person, 'person', 'person.id = credential.person_id')
      .where("credential.kind = 'password' AND person.email = :email", { email })
      .getOne();
    const right = found?.secret
      ? await isPassword(found.secret, password)
      : await compareWithNobody(password);
    if (!found || !right) throw new Problem(401, 'wrong-credentials');
    return this.begin(ctx.db, found.personId);
  }

  /** Starts a session and gives the token for the cookie. */
  async begin(db: EntityManager, personId: string): Promise<string> {
    const token = newToken();
    const expiresAt = new Date(Date.now() + SESSION_DAYS * 24 * 3600 * 1000);
    await db.getRepository(Session).insert({ id: idOfToken(token), personId, expiresAt });
    return token;
  }

  async signOut(ctx: RequestContext) {
    if (ctx.sessionId) await ctx.db.getRepository(Session).delete({ id: ctx.sessionId });
  }

  async show(ctx: RequestContext): Promise<SessionView> {
    if (!ctx.person) return { person: null, memberships: [] };
    const { id, name, email, language } = await ctx.db
      .getRepository(Person)
      .findOneByOrFail({ id: ctx.person.id });
    const memberships = await ctx.db.query<{ municipality: string; roles: Role[] }[]>(
      `SELECT municipality.slug AS municipality, array_agg(membership.role ORDER BY membership.role) AS roles
       FROM membership JOIN municipality ON municipality.id = membership.municipality_id
       WHERE membership.person_id = $1 GROUP BY municipality.slug ORDER BY municipality.slug`,
      [id],
    );
    return { person: { id, name, email, language }, memberships };
  }

  async chooseLanguage(ctx: RequestContext, language: Language) {
    if (ctx.person) await ctx.db.getRepository(Person).update({ id: ctx.person.id }, { language });
  }

  private async personBehind(
    cookie: string | undefined,
    municipalityId: string | null,
  ): Promise<Known | null> {
    const token = tokenOf(cookie);
    if (!token) return null;
    const [known] = await this.source.query<Known[]>(
      `SELECT person.id, person.name, person.language,
         ARRAY(SELECT role FROM membership WHERE person_id = person.id AND municipality_id = $2) AS roles
       FROM session JOIN person ON person.id = session.person_id
       WHERE session.id = $1 AND session.expires_at > now()`,
      [idOfToken(token), municipalityId],
    );
    return known ?? null;
  }
}
