import { describe, expect, it } from '@jest/globals';
import { aMunicipality, ask, aWorld, someone } from '../../test/world.js';

const password = 'mange bække små';

describe('accounts and sessions', () => {
  const world = aWorld();
  const join = async (wishes: object = {}) => {
    const { slug } = await aMunicipality(world);
    const body = {
      name: 'Åse Ørsted',
      email: `${slug}@borger.example`,
      password,
      municipality: slug,
      language: 'da',
      ...wishes,
    };
    return { slug, body, answer: await ask(world, 'POST /api/people', { body }) };
  };
  const cookieOf = (headers: { 'set-cookie'?: unknown }) => String(headers['set-cookie']).split(';')[0]!;

  it('makes one who joins a resident of that municipality, and signs them in', async () => {
    const { slug, answer } = await join();
    expect(answer.status).toBe(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Lax/);
    const session = await ask(world, 'GET /api/session', { headers: { cookie: cookieOf(answer.headers) } });
    expect(session.body).toMatchObject({
      person: { name: 'Åse Ørsted' },
      memberships: [{ municipality: slug, roles: ['resident'] }],
    });
  });

  it('says which field is wrong and how, and keeps quiet about the rest', async () => {
    const { answer } = await join({ email: 'ingen', password: 'kort', name: '' });
    expect(answer.status).toBe(422);
    expect(answer.body.details.fields).toEqual([
      { field: 'name', code: 'required' },
      { field: 'email', code: 'not-an-email' },
      { field: 'password', code: 'too-short', limits: { min: 10 } },
    ]);
  });

  it('does not let an address be used twice, however it is written', async () => {
    const { body } = await join();
    const again = await ask(world, 'POST /api/people', {
      body: { ...body, email: body.email.toUpperCase() },
    });
    expect(again.body.details.fields).toEqual([{ field: 'email', code: 'taken' }]);
  });

  it('does not let a resident take a name that sounds official, or has a sign of it', async () => {
    const faultOf = async (name: string) => (await join({ name })).answer.body.details.fields;
    expect(await faultOf('M0derator')).toEqual([{ field: 'name', code: 'reserved-name' }]);
    expect(await faultOf('Ida Holm ✓')).toEqual([{ field: 'name', code: 'name-with-symbols' }]);
    expect(await faultOf('Ida 010190-1234')).toEqual([{ field: 'name', code: 'personal-data' }]);
  });

  it('does not let a resident look like a badge holder or a unit of the municipality, wherever they come from', async () => {
    const [here, there] = [await aMunicipality(world), await aMunicipality(world)];
    await someone(world, here, ['moderator'], { name: 'Mette Lind' });
    await world.source.query(
      "INSERT INTO organisation_unit (municipality_id, name, kind) VALUES ($1, 'Kultur og Turisme', 'department')",
      [here.id],
    );
    const joining = (slug: string, name: string) =>
      ask(world, 'POST /api/people', {
        body: {
          name,
          email: `${slug}-${name.length}@x.example`,
          password,
          municipality: slug,
          language: 'da',
        },
      });
    const reserved = {
      status: 422,
      body: { details: { fields: [{ field: 'name', code: 'reserved-name' }] } },
    };
    expect(await joining(here.slug, 'Mеtte Iind')).toMatchObject(reserved);
    expect(await joining(here.slug, 'Kultur  og turisme')).toMatchObject(reserved);
    expect(await joining(here.slug, here.name)).toMatchObject(reserved);
    expect((await joining(there.slug, 'Mette Lind')).status).toBe(204);
    const guest = await someone(world, there, ['resident'], { name: 'Mette Lind' });
    const route = (slug: string) => `POST /api/municipalities/${slug}/membership`;
    expect(await ask(world, route(here.slug), { as: guest })).toMatchObject({
      status: 409,
      body: { code: 'name-reserved' },
    });
    expect((await ask(world, route(there.slug), { as: guest })).status).toBe(204);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const { body } = await join();
    const wrong = await ask(world, 'POST /api/session', {
      body: { email: body.email, password: 'noget helt andet' },
    });
    const unknown = await ask(world, 'POST /api/session', { body: { email: 'x@y.example', password } });
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual(unknown.body);
  });

  it('keeps no password and no token in the database', async () => {
    const { body, answer } = await join();
    const stored = await world.source.query(
      'SELECT secret, session.id FROM credential JOIN session USING (person_id) JOIN person ON person.id = person_id WHERE email = $1',
      [body.email],
    );
    expect(stored[0].secret).toMatch(/^\$argon2id\$/);
    expect(cookieOf(answer.headers)).not.toContain(stored[0].id);
  });

  it('ends the session on signing out', async () => {
    const ida = await someone(world, await aMunicipality(world));
    await ask(world, 'DELETE /api/session', { as: ida });
    expect((await ask(world, 'GET /api/session', { as: ida })).body.person).toBeNull();
  });

  it('refuses a change that comes from another site', async () => {
    const ida = await someone(world, await aMunicipality(world));
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of foreign) {
      const answer = await ask(world, 'DELETE /api/session', { as: ida, headers });
      expect(answer).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
    }
  });
});

describe('roles', () => {
  const world = aWorld();

  it('are given by an administrator of the municipality, there and nowhere else', async () => {
    const [here, there] = [await aMunicipality(world), await aMunicipality(world)];
    const administrator = await someone(world, here, ['administrator']);
    const ida = await someone(world, here);
    await world.source.query(
      "INSERT INTO membership (person_id, municipality_id, role) VALUES ($1, $2, 'resident')",
      [ida.id, there.id],
    );
    const body = { roles: ['moderator'] };
    const given = await ask(world, `PUT /api/municipalities/${here.slug}/members/${ida.id}/roles`, {
      as: administrator,
      body,
    });
    expect(given.body.roles).toEqual(['moderator', 'resident']);
    const elsewhere = await ask(world, `PUT /api/municipalities/${there.slug}/members/${ida.id}/roles`, {
      as: administrator,
      body,
    });
    expect(elsewhere.status).toBe(403);
    const view = await ask(world, `GET /api/municipalities/${there.slug}`, { as: ida });
    expect(view.body.can).toMatchObject({ participate: true, moderate: false });
  });

  it('give a council its badge and nothing else', async () => {
    const here = await aMunicipality(world);
    const administrator = await someone(world, here, ['administrator']);
    const ida = await someone(world, here);
    const route = `PUT /api/municipalities/${here.slug}/members/${ida.id}/roles`;
    const given = await ask(world, route, { as: administrator, body: { roles: ['council'] } });
    expect(given.body.roles).toEqual(['council', 'resident']);
    const { can } = (await ask(world, `GET /api/municipalities/${here.slug}`, { as: ida })).body;
    expect(can).toMatchObject({ participate: true, moderate: false });
  });

  it('cannot be given by an administrator away from themselves', async () => {
    const here = await aMunicipality(world);
    const administrator = await someone(world, here, ['administrator']);
    const answer = await ask(
      world,
      `PUT /api/municipalities/${here.slug}/members/${administrator.id}/roles`,
      { as: administrator, body: { roles: ['staff'] } },
    );
    expect(answer.body.details.fields).toEqual([{ field: 'roles', code: 'invalid' }]);
  });

  it('are looked up by an administrator, by name, address or role, and only those of the municipality', async () => {
    const [here, there] = [await aMunicipality(world), await aMunicipality(world)];
    const administrator = await someone(world, here, ['administrator'], { name: 'Anna Lind' });
    const moderator = await someone(world, here, ['moderator'], { name: 'Bo Holm' });
    await someone(world, there, ['moderator'], { name: 'Bo Holmgren' });
    const found = async (query: string) => {
      const at = `GET /api/municipalities/${here.slug}/members?${query}`;
      const { body } = await ask(world, at, { as: administrator });
      return body.items.map(({ name, roles }: { name: string; roles: string[] }) => [name, roles]);
    };
    expect(await found('search=holm')).toEqual([['Bo Holm', ['moderator', 'resident']]]);
    expect(await found('role=moderator')).toEqual([['Bo Holm', ['moderator', 'resident']]]);
    await someone(world, here, ['resident'], { name: 'Carl Holm' });
    expect(await found('given=true')).toEqual([
      ['Anna Lind', ['administrator', 'resident']],
      ['Bo Holm', ['moderator', 'resident']],
    ]);
    expect(await found('search=holm&role=resident')).toHaveLength(2);
    expect(await found('limit=1')).toEqual([['Anna Lind', ['administrator', 'resident']]]);
    expect((await ask(world, `GET /api/municipalities/${here.slug}/members`, { as: moderator })).status).toBe(
      403,
    );
  });
});
