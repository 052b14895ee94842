import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { aPolicy, anInitiative, type PublishedPolicy } from '../../test/fixtures.js';
import { ask, aWorld, someone } from '../../test/world.js';
import { Events } from '../platform/events/events.js';
import { InitiativeChanged, InitiativeReached } from './initiatives.events.js';

describe('support', () => {
  const world = aWorld();
  const url = ({ municipality }: PublishedPolicy, { id }: { id: string }, path = '') =>
    `/api/municipalities/${municipality.slug}/initiatives/${id}${path}`;
  const residents = (published: PublishedPolicy, count: number) =>
    Promise.all(Array.from({ length: count }, () => someone(world, published.municipality)));
  const rowOf = async ({ id }: { id: string }) => {
    const [row] = await world.source.query(
      `SELECT status, support_count AS counted, participant_count AS participants, reached_at AS "reachedAt",
         (SELECT count(*)::int FROM support WHERE initiative_id = initiative.id) AS given,
         (SELECT count(*)::int FROM support WHERE initiative_id = initiative.id AND created_at > withdrawn_at) AS late
       FROM initiative WHERE id = $1`,
      [id],
    );
    return row as {
      status: string;
      counted: number;
      participants: number;
      given: number;
      late: number;
      reachedAt: Date | null;
    };
  };

  it('is given and taken back, and every page is told', async () => {
    const published = await aPolicy(world);
    const initiative = await anInitiative(world, published);
    const [ida] = await residents(published, 1);
    const revisions: number[] = [];
    world.app.get(Events).after(InitiativeChanged, (_, { revision }) => void revisions.push(revision));
    const given = await ask(world, `PUT ${url(published, initiative, '/support')}`, { as: ida! });
    expect(given).toMatchObject({
      status: 200,
      body: {
        supportCount: 1,
        revision: 2,
        myState: { supports: true },
        can: { support: false, withdrawSupport: true },
      },
    });
    await ask(world, `PUT ${url(published, initiative, '/support')}`, { as: ida! });
    const taken = await ask(world, `DELETE ${url(published, initiative, '/support')}`, { as: ida! });
    expect(taken.body).toMatchObject({
      supportCount: 0,
      revision: 3,
      myState: { supports: false },
      can: { support: true },
    });
    await ask(world, `DELETE ${url(published, initiative, '/support')}`, { as: ida! });
    expect(revisions).toEqual([2, 3]);
  });

  it('is found again by who gave it, and by nobody else', async () => {
    const published = await aPolicy(world);
    const supported = await anInitiative(world, published);
    const joined = await anInitiative(world, published);
    await anInitiative(world, published);
    const elsewhere = await aPolicy(world);
    const [ida, bo] = await residents(published, 2);
    await ask(world, `PUT ${url(published, supported, '/support')}`, { as: ida! });
    await ask(world, `PUT ${url(published, joined, '/participation')}`, { as: ida! });
    const backed = (place: PublishedPolicy, as: typeof ida, query = '') =>
      ask(world, `GET /api/municipalities/${place.municipality.slug}/initiatives/backed${query}`, { as });
    const all = await backed(published, ida);
    expect(all.body.items).toEqual([
      expect.objectContaining({ id: joined.id, supports: false, participates: true }),
      expect.objectContaining({ id: supported.id, supports: true, participates: false }),
    ]);
    const first = await backed(published, ida, '?limit=1');
    const second = await backed(published, ida, `?limit=1&after=${first.body.next}`);
    expect([...first.body.items, ...second.body.items]).toEqual(all.body.items);
    expect(second.body.next).toBeNull();
    expect((await backed(published, bo)).body.items).toEqual([]);
    expect((await backed(elsewhere, ida)).body.items).toEqual([]);
    expect((await backed(published, undefined)).status).toBe(401);
  });

  it('of twenty people at once reaches the threshold exactly once, and all are counted', async () => {
    const published = await aPolicy(world);
    const initiative = await anInitiative(world, published, { threshold: 10 });
    const reachedAt: number[] = [];
    world.app
      .get(Events)
      .after(InitiativeReached, (_, { initiative }) => void reachedAt.push(initiative.supportCount));
    const people = await residents(published, 20);
    const answers = await Promise.all(
      people.map((as) => ask(world, `PUT ${url(published, initiative, '/support')}`, { as })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(reachedAt).toEqual([10]);
    expect(await rowOf(initiative)).toMatchObject({
      status: 'reached',
      counted: 20,
      given: 20,
      reachedAt: expect.any(Date),
    });
    const shown = await ask(world, `GET ${url(published, initiative)}`);
    expect(shown.body).toMatchObject({ state: 'reached', supportCount: 20, blockers: { support: [] } });
  });

  it('of one person twelve times at once counts once', async () => {
    const published = await aPolicy(world);
    const initiative = await anInitiative(world, published);
    const [ida] = await residents(published, 1);
    await Promise.all(
      Array.from({ length: 12 }, () =>
        ask(world, `PUT ${url(published, initiative, '/support')}`, { as: ida! }),
      ),
    );
    expect(await rowOf(initiative)).toMatchObject({ counted: 1, given: 1, status: 'collecting' });
  });

  it('is one a person in the database too', async () => {
    const published = await aPolicy(world);
    const initiative = await anInitiative(world, published);
    const [ida] = await residents(published, 1);
    const give = () =>
      world.source.query('INSERT INTO support (initiative_id, person_id) VALUES ($1, $2)', [
        initiative.id,
        ida!.id,
      ]);
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, give));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await rowOf(initiative)).toMatchObject({ counted: 1, given: 1 });
  });

  it('given and taken back at once by the same people ends as the rows say', async () => {
    const published = await aPolicy(world);
    const initiative = await anInitiative(world, published, { threshold: 100 });
    const people = await residents(published, 6);
    await Promise.all(
      people.flatMap((as) =>
        ['PUT', 'DELETE', 'PUT'].map((method) =>
          ask(world, `${method} ${url(published, initiative, '/support')}`, { as }),
        ),
      ),
    );
    const { counted, given } = await rowOf(initiative);
    expect(counted).toBe(given);
  });

  it('racing its withdrawal comes in time or not at all', async () => {
    const published = await aPolicy(world);
    const proposer = await someone(world, published.municipality);
    const initiative = await anInitiative(world, published, { by: proposer });
    const people = await residents(published, 12);
    const answers = await Promise.all([
      ...people.slice(0, 6).map((as) => ask(world, `PUT ${url(published, initiative, '/support')}`, { as })),
      ask(world, `POST ${url(published, initiative, '/withdraw')}`, { as: proposer, body: {} }),
      ...people.slice(6).map((as) => ask(world, `PUT ${url(published, initiative, '/support')}`, { as })),
    ]);
    const accepted = answers.filter(({ status }) => status === 200).length - 1;
    expect(await rowOf(initiative)).toMatchObject({
      status: 'withdrawn',
      counted: accepted,
      given: accepted,
      late: 0,
    });
    for (const { status, body } of answers)
      if (status !== 200) expect(body.code).toBe('initiative-not-collecting');
  });

  it('that waits for a withdrawal which is not committed yet is refused by the database', async () => {
    const published = await aPolicy(world);
    const initiative = await anInitiative(world, published);
    const [ida] = await residents(published, 1);
    const [withdrawing, supporting] = [new pg.Client(world.databaseUrl), new pg.Client(world.databaseUrl)];
    await Promise.all([withdrawing.connect(), supporting.connect()]);
    try {
      await withdrawing.query('BEGIN');
      await withdrawing.query(
        "UPDATE initiative SET status = 'withdrawn', withdrawn_at = clock_timestamp() WHERE id = $1",
        [initiative.id],
      );
      const given = supporting
        .query('INSERT INTO support (initiative_id, person_id) VALUES ($1, $2)', [initiative.id, ida!.id])
        .catch((error: unknown) => error);
      await withdrawing.query('COMMIT');
      expect(await given).toMatchObject({ constraint: 'initiative_must_collect' });
    } finally {
      await Promise.all([withdrawing.end(), supporting.end()]);
    }
    expect(await rowOf(initiative)).toMatchObject({ counted: 0, given: 0 });
  });

  it('is neither given nor taken back after the deadline, by the service or past it', async () => {
    const published = await aPolicy(world);
    const initiative = await anInitiative(world, published);
    const [ida, per] = await residents(published, 2);
    await ask(world, `PUT ${url(published, initiative, '/support')}`, { as: ida! });
    await world.source.query("UPDATE initiative SET deadline = now() - interval '1 second' WHERE id = $1", [
      initiative.id,
    ]);
    expect(await ask(world, `PUT ${url(published, initiative, '/support')}`, { as: per! })).toMatchObject({
      status: 409,
      body: { code: 'initiative-not-collecting', details: { reasons: [{ state: 'expired' }] } },
    });
    expect((await ask(world, `DELETE ${url(published, initiative, '/support')}`, { as: ida! })).status).toBe(
      409,
    );
    await expect(
      world.source.query('INSERT INTO support (initiative_id, person_id) VALUES ($1, $2)', [
        initiative.id,
        per!.id,
      ]),
    ).rejects.toMatchObject({ constraint: 'initiative_must_collect' });
    expect(await rowOf(initiative)).toMatchObject({ counted: 1, given: 1 });
  });

  it('racing the deadline is counted only when it was in time', async () => {
    const published = await aPolicy(world);
    const initiative = await anInitiative(world, published);
    const people = await residents(published, 16);
    await world.source.query(
      "UPDATE initiative SET deadline = clock_timestamp() + interval '60 milliseconds' WHERE id = $1",
      [initiative.id],
    );
    const answers = await Promise.all(
      people.map((as) => ask(world, `PUT ${url(published, initiative, '/support')}`, { as })),
    );
    const accepted = answers.filter(({ status }) => status === 200).length;
    expect(await rowOf(initiative)).toMatchObject({ counted: accepted, given: accepted });
    const [{ late }] = await world.source.query(
      'SELECT count(*)::int AS late FROM support JOIN initiative ON initiative.id = initiative_id WHERE initiative.id = $1 AND support.created_at > deadline',
      [initiative.id],
    );
    expect(late).toBe(0);
  });

  it('of one’s own initiative is refused, by the database too', async () => {
    const published = await aPolicy(world);
    const proposer = await someone(world, published.municipality);
    const initiative = await anInitiative(world, published, { by: proposer });
    const refused = await ask(world, `PUT ${url(published, initiative, '/support')}`, { as: proposer });
    expect(refused).toMatchObject({ status: 409, body: { code: 'own-initiative' } });
    await expect(
      world.source.query('INSERT INTO support (initiative_id, person_id) VALUES ($1, $2)', [
        initiative.id,
        proposer.id,
      ]),
    ).rejects.toMatchObject({ constraint: 'support_not_own' });
  });

  it('is for residents of the municipality', async () => {
    const published = await aPolicy(world);
    const initiative = await anInitiative(world, published);
    const stranger = await someone(world, null, []);
    expect(
      (await ask(world, `PUT ${url(published, initiative, '/support')}`, { as: stranger })).body.code,
    ).toBe('not-a-member');
    expect((await ask(world, `PUT ${url(published, initiative, '/support')}`)).body.code).toBe(
      'not-signed-in',
    );
  });

  it('tells nobody who gave it', async () => {
    const published = await aPolicy(world);
    const initiative = await anInitiative(world, published);
    const ida = await someone(world, published.municipality, ['resident'], { name: 'Hemmelige Ida' });
    await ask(world, `PUT ${url(published, initiative, '/support')}`, { as: ida });
    await ask(world, `PUT ${url(published, initiative, '/participation')}`, { as: ida });
    const everything = await someone(world, published.municipality, ['staff', 'moderator', 'administrator']);
    for (const path of [url(published, initiative), url(published, { id: '' }).replace(/\/$/, '')]) {
      const { body } = await ask(world, `GET ${path}`, { as: everything });
      expect(JSON.stringify(body)).not.toMatch(new RegExp(`Hemmelige Ida|${ida.id}`));
    }
  });
});

describe('"I will take part"', () => {
  const world = aWorld();

  it('is said once, also after the threshold, and taken back at any time', async () => {
    const published = await aPolicy(world);
    const initiative = await anInitiative(world, published, { threshold: 1 });
    const ida = await someone(world, published.municipality);
    const url = `/api/municipalities/${published.municipality.slug}/initiatives/${initiative.id}`;
    await ask(world, `PUT ${url}/support`, { as: ida });
    await Promise.all(Array.from({ length: 8 }, () => ask(world, `PUT ${url}/participation`, { as: ida })));
    expect((await ask(world, `GET ${url}`, { as: ida })).body).toMatchObject({
      state: 'reached',
      participantCount: 1,
      supportCount: 1,
      myState: { participates: true },
    });
    await world.source.query('UPDATE initiative SET deadline = now() WHERE id = $1', [initiative.id]);
    expect((await ask(world, `DELETE ${url}/participation`, { as: ida })).body).toMatchObject({
      participantCount: 0,
      supportCount: 1,
    });
  });

  it('is not said to an initiative that failed', async () => {
    const published = await aPolicy(world);
    const initiative = await anInitiative(world, published);
    const ida = await someone(world, published.municipality);
    await world.source.query('UPDATE initiative SET deadline = now() WHERE id = $1', [initiative.id]);
    const answer = await ask(
      world,
      `PUT /api/municipalities/${published.municipality.slug}/initiatives/${initiative.id}/participation`,
      { as: ida },
    );
    expect(answer.body.code).toBe('initiative-not-collecting');
  });
});
