import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ROLES, type Role } from '@medvind/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { Database, violates } from '../platform/database/database.js';
import { conflict, invalidField, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf, type Page } from '../platform/http/paging.js';
import type { Municipality } from '../municipalities/municipality.entity.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { Credential } from './credential.entity.js';
import { can } from './identity.access.js';
import type { JoinInput, MemberQuery, MemberView } from './identity.dto.js';
import { Membership } from './membership.entity.js';
import { getNameFaults, tidyName, type OfficialNames } from './name.rules.js';
import { hashPassword } from './password.js';
import { Person } from './person.entity.js';

type Named = Pick<Municipality, 'id' | 'name'>;

@Injectable()
export class PeopleService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly database: Database,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  /** Makes an account with a password and joins the municipality as a resident; gives the person's id. */
  async join(ctx: RequestContext, input: JoinInput): Promise<string> {
    const municipality = await this.municipalities.bySlug(input.municipality);
    if (!municipality) throw invalidField('municipality', 'unknown');
    return this.database.transaction(ctx, async ({ db }) => {
      const fault = await this.nameFault(db, municipality, input.name);
      if (fault) throw invalidField('name', fault);
      const personId = await this.register(db, input);
      await this.grant(db, personId, municipality.id, ['resident']);
      return personId;
    });
  }

  /** A person with a password and no role. @throws 422 on `email` when the address has an account. */
  async register(db: EntityManager, input: Pick<JoinInput, 'name' | 'email' | 'password' | 'language'>) {
    const people = db.getRepository(Person);
    const name = tidyName(input.name);
    if (name.length < 2) throw invalidField('name', 'too-short', { min: 2 });
    const secret = await hashPassword(input.password);
    let person: Person;
    try {
      person = await people.save(people.create({ name, email: input.email, language: input.language }));
    } catch (error) {
      if (violates(error, 'person_email_key')) throw invalidField('email', 'taken');
      throw error;
    }
    await db
      .getRepository(Credential)
      .insert({ personId: person.id, kind: 'password', subject: person.id, secret });
    return person.id;
  }

  /** Adds roles; those the person has stay. */
  async grant(db: EntityManager, personId: string, municipalityId: string, roles: readonly Role[]) {
    const rows = roles.map((role) => ({ personId, municipalityId, role }));
    await db.createQueryBuilder().insert().into(Membership).values(rows).orIgnore().execute();
  }

  /** One who has an account joins a further municipality, under a name nobody there takes for the municipality's. */
  async joinHere(ctx: RequestContext) {
    const { me, municipality } = ctx;
    if (!municipality) throw notFound();
    if (ctx.roles.size === 0 && (await this.nameFault(ctx.db, municipality, me.name)))
      throw conflict('name-reserved');
    await this.grant(ctx.db, me.id, municipality.id, ['resident']);
  }

  /** Why nobody can join under a name: it has signs in it, or would be taken for the municipality's or a badge holder's. */
  private async nameFault(db: EntityManager, { id, name: municipality }: Named, name: string) {
    const rows = await db.query<{ of: 'bodies' | 'people'; name: string }[]>(
      `SELECT 'bodies' AS of, name FROM organisation_unit WHERE municipality_id = $1
       UNION ALL
       SELECT DISTINCT 'people', person.name FROM membership JOIN person ON person.id = membership.person_id
       WHERE membership.municipality_id = $1 AND membership.role <> 'resident'`,
      [id],
    );
    const namesOf = (of: 'bodies' | 'people') => rows.filter((row) => row.of === of).map((row) => row.name);
    const official: OfficialNames = { municipality, bodies: namesOf('bodies'), people: namesOf('people') };
    return getNameFaults(name, official)[0];
  }

  async members(ctx: RequestContext, query: MemberQuery): Promise<Page<MemberView>> {
    allow(ctx, can.manageRoles(ctx));
    const after = decodeCursor(query.after, 2);
    const limit = limitOf(query);
    const rows = await ctx.db.query<MemberView[]>(
      `SELECT person.id, person.name, person.email, array_agg(membership.role ORDER BY membership.role) AS roles
       FROM membership JOIN person ON person.id = membership.person_id
       WHERE membership.municipality_id = $1
         AND ($2 = '' OR strpos(lower(person.name), lower($2)) > 0 OR strpos(lower(person.email::text), lower($2)) > 0)
         AND ($3::text IS NULL OR (person.name, person.id) > ($3, $4::uuid))
         AND ($6::text IS NULL OR EXISTS (SELECT FROM membership AS held WHERE held.person_id = person.id
           AND held.municipality_id = $1 AND held.role = $6))
         AND (NOT $7 OR EXISTS (SELECT FROM membership AS held WHERE held.person_id = person.id
           AND held.municipality_id = $1 AND held.role <> 'resident'))
       GROUP BY person.id ORDER BY person.name, person.id LIMIT $5`,
      [
        ctx.here,
        query.search ?? '',
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
        query.role ?? null,
        query.given ?? false,
      ],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.name, row.id],
      (row) => row,
    );
  }

  /** Sets exactly these roles. An administrator cannot take the role from themselves: somebody must be left. */
  async setRoles(ctx: RequestContext, personId: string, roles: Role[]): Promise<MemberView> {
    allow(ctx, can.manageRoles(ctx));
    if (personId === ctx.me.id && !roles.includes('administrator')) throw invalidField('roles', 'invalid');
    return this.database.transaction(ctx, async ({ db }) => {
      const memberships = db.getRepository(Membership);
      if (!(await memberships.existsBy({ personId, municipalityId: ctx.here }))) throw notFound();
      const dropped = ROLES.filter((role) => !roles.includes(role) && role !== 'resident');
      if (dropped.length)
        await memberships.delete(dropped.map((role) => ({ personId, municipalityId: ctx.here, role })));
      await this.grant(db, personId, ctx.here, ['resident', ...roles]);
      const { id, name, email } = await db.getRepository(Person).findOneByOrFail({ id: personId });
      const now = await memberships.find({
        where: { personId, municipalityId: ctx.here },
        order: { role: 'ASC' },
      });
      return { id, name, email, roles: now.map(({ role }) => role) };
    });
  }

  /** For operators: an administrator of a municipality, made at the command line. */
  async createAdministrator(
    municipalityId: string,
    input: Pick<JoinInput, 'name' | 'email' | 'password' | 'language'>,
  ) {
    return this.source.transaction(async (db) => {
      const known = await db.getRepository(Person).findOneBy({ email: input.email });
      const personId = known?.id ?? (await this.register(db, input));
      await this.grant(db, personId, municipalityId, ['resident', 'administrator']);
      return personId;
    });
  }
}
