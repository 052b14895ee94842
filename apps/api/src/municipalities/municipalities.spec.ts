import { describe, expect, it } from '@jest/globals';
import { aMunicipality, ask, aWorld, someone, type Someone } from '../../test/world.js';
import type { Municipality } from './municipality.entity.js';

const settings = (wishes: object = {}) => ({
  contact: {
    unit: 'Center for Borgerservice',
    address: 'Havnepladsen 1, 3000 Helsingør',
    phone: '12 34 56 78',
    email: 'post@by.example',
  },
  visionTitle: 'Byen ved vandet',
  visionText: 'Alle kan nå vandet til fods.',
  accessibilityStatementUrl: null,
  commentEditMinutes: 15,
  conductText: '',
  hosts: [],
  ...wishes,
});

let named = 0;
const aHost = () => `by-${process.env.JEST_WORKER_ID}-${named++}.example`;

describe('the settings of a municipality', () => {
  const world = aWorld();
  const aTown = async (): Promise<{ town: Municipality; administrator: Someone }> => {
    const town = await aMunicipality(world);
    return { town, administrator: await someone(world, town, ['administrator']) };
  };
  const change = (town: Municipality, as: Someone, wishes: object = {}) =>
    ask(world, `PUT /api/municipalities/${town.slug}`, { as, body: settings(wishes) });

  it('are what its administrator wrote, at once', async () => {
    const { town, administrator } = await aTown();
    const at = `/api/municipalities/${town.slug}`;
    await ask(world, `GET ${at}`);
    const host = aHost();
    const changed = await change(town, administrator, {
      commentEditMinutes: 30,
      hosts: [host.toUpperCase(), host],
      accessibilityStatementUrl: 'https://was.digst.dk/by-example',
    });
    expect(changed).toMatchObject({ status: 200, body: { commentEditMinutes: 30, hosts: [host] } });
    expect((await ask(world, `GET ${at}/settings`, { as: administrator })).body).toEqual(changed.body);
    expect((await ask(world, `GET ${at}`)).body).toMatchObject({
      visionTitle: 'Byen ved vandet',
      contact: { unit: 'Center for Borgerservice' },
      commentEditMinutes: 30,
    });
  });

  it('name what is wrong at its field, and change nothing then', async () => {
    const { town, administrator } = await aTown();
    const answer = await change(town, administrator, {
      contact: { address: '', phone: '12 34 56 78', email: 'post' },
      commentEditMinutes: 1441,
      accessibilityStatementUrl: 'min erklæring',
    });
    expect(answer.status).toBe(422);
    expect(answer.body.details.fields).toEqual([
      { field: 'contact.address', code: 'required' },
      { field: 'contact.email', code: 'not-an-email' },
      { field: 'accessibilityStatementUrl', code: 'not-a-link' },
      { field: 'commentEditMinutes', code: 'too-large', limits: { max: 1440 } },
    ]);
    const view = await ask(world, `GET /api/municipalities/${town.slug}`);
    expect(view.body.visionTitle).toBe('');
  });

  it("are nobody else's to read or change", async () => {
    const { town } = await aTown();
    const { administrator: elsewhere } = await aTown();
    const staff = await someone(world, town, ['staff']);
    for (const as of [elsewhere, staff]) {
      expect((await change(town, as)).status).toBe(403);
      expect((await ask(world, `GET /api/municipalities/${town.slug}/settings`, { as })).status).toBe(403);
    }
  });
});

describe('a host name', () => {
  const world = aWorld();
  const aTown = async () => {
    const town = await aMunicipality(world);
    return { town, administrator: await someone(world, town, ['administrator']) };
  };
  const claim = (
    { town, administrator }: { town: Municipality; administrator: Someone },
    ...hosts: string[]
  ) => ask(world, `PUT /api/municipalities/${town.slug}`, { as: administrator, body: settings({ hosts }) });
  const leadsTo = async (host: string) =>
    (await ask(world, 'GET /api/municipalities', { headers: { host } })).body.byHost as string | null;

  it('leads to the municipality until it is given up', async () => {
    const here = await aTown();
    const [kept, dropped] = [aHost(), aHost()];
    await claim(here, kept, dropped);
    expect(await leadsTo(dropped)).toBe(here.town.slug);
    await claim(here, kept);
    expect(await leadsTo(kept)).toBe(here.town.slug);
    expect(await leadsTo(dropped)).toBeNull();
    const there = await aTown();
    expect((await claim(there, dropped)).status).toBe(200);
  });

  it('cannot be taken from another municipality, nor from all of them', async () => {
    const [here, there] = [await aTown(), await aTown()];
    const [host, other] = [aHost(), aHost()];
    await claim(here, host);
    const answer = await claim(there, other, host);
    expect(answer.body.details.fields).toEqual([{ field: 'hosts', code: 'taken', limits: { value: host } }]);
    expect(await leadsTo(other)).toBeNull();
    expect((await claim(there, 'localhost')).body.details.fields).toMatchObject([{ code: 'taken' }]);
    expect((await claim(there, 'https://by.example/')).body.details.fields).toEqual([
      { field: 'hosts', code: 'not-a-host', limits: { value: 'https://by.example/' } },
    ]);
  });

  it('goes to one of two who ask for it at the same moment', async () => {
    const towns = [await aTown(), await aTown(), await aTown(), await aTown()];
    const hosts = [aHost(), aHost(), aHost()];
    const answers = await Promise.all(
      towns.map((town, n) => claim(town, ...(n % 2 ? hosts : hosts.toReversed()))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422]);
  });

  it('belongs to one municipality in the database too', async () => {
    const [here, there] = [await aTown(), await aTown()];
    const insert = (id: string, host: string) =>
      world.source.query('INSERT INTO municipality_host (host, municipality_id) VALUES ($1, $2)', [host, id]);
    const host = aHost();
    await insert(here.town.id, host);
    await expect(insert(there.town.id, host)).rejects.toMatchObject({ constraint: 'municipality_host_pkey' });
    await expect(insert(there.town.id, host.toUpperCase())).rejects.toMatchObject({
      constraint: 'municipality_host_lower',
    });
  });
});

describe('/was', () => {
  const world = aWorld();

  it('leads to the statement of accessibility, or to the page that says how things are', async () => {
    const plain = await aMunicipality(world);
    const stated = await aMunicipality(world, { accessibilityStatementUrl: 'https://was.digst.dk/by' });
    expect((await ask(world, `GET /${plain.slug}/was`)).headers.location).toBe(
      `/${plain.slug}/accessibility`,
    );
    expect((await ask(world, `GET /${stated.slug}/was`)).headers.location).toBe('https://was.digst.dk/by');
    const host = aHost();
    await world.source.query('INSERT INTO municipality_host (host, municipality_id) VALUES ($1, $2)', [
      host,
      plain.id,
    ]);
    expect((await ask(world, 'GET /was', { headers: { host } })).headers.location).toBe(
      `/${plain.slug}/accessibility`,
    );
  });
});

describe('a unit', () => {
  const world = aWorld();

  it('keeps what it owns under another name, and no two have the same', async () => {
    const town = await aMunicipality(world);
    const as = await someone(world, town, ['administrator']);
    const asks = (route: string, body: object, by: Someone = as) => {
      const [method, path] = route.split(' ');
      return ask(world, `${method} /api/municipalities/${town.slug}/${path}`, { as: by, body });
    };
    const { body: unit } = await asks('POST units', { name: 'Center for Park', kind: 'department' });
    await asks('POST units', { name: 'Byrådet', kind: 'council' });
    const renamed = { name: 'Center for Park og Strand', kind: 'department' };
    expect(await asks(`PUT units/${unit.id}`, renamed)).toMatchObject({
      status: 200,
      body: { id: unit.id, ...renamed },
    });
    expect((await asks(`PUT units/${unit.id}`, { ...renamed, name: 'Byrådet' })).body.details.fields).toEqual(
      [{ field: 'name', code: 'taken' }],
    );
    const staff = await someone(world, town, ['staff']);
    expect((await asks(`PUT units/${unit.id}`, renamed, staff)).status).toBe(403);
  });

  it('of another municipality is not found', async () => {
    const [here, there] = [await aMunicipality(world), await aMunicipality(world)];
    const [ours, theirs] = [
      await someone(world, here, ['administrator']),
      await someone(world, there, ['administrator']),
    ];
    const body = { name: 'Center for Park', kind: 'department' };
    const unit = await ask(world, `POST /api/municipalities/${there.slug}/units`, { as: theirs, body });
    const answer = await ask(world, `PUT /api/municipalities/${here.slug}/units/${unit.body.id}`, {
      as: ours,
      body,
    });
    expect(answer.status).toBe(404);
  });
});
