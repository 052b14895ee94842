import { describe, expect, it } from '@jest/globals';
import { aPolicy, anInitiative } from '../../test/fixtures.js';
import { PLAIN_SCHEME, plainScheme } from './scheme.presets.js';
import { aMunicipality, ask, aWorld, someone } from '../../test/world.js';

describe('the rule for initiatives', () => {
  const world = aWorld();

  it('is made by an administrator, a version at a time', async () => {
    const municipality = await aMunicipality(world);
    const route = `/api/municipalities/${municipality.slug}/initiative-rule`;
    const administrator = await someone(world, municipality, ['administrator']);
    expect((await ask(world, `GET ${route}`)).body).toMatchObject({
      version: 0,
      scheme: null,
      threshold: null,
      deadlineNow: null,
      can: { change: false },
    });
    const first = await ask(world, `PUT ${route}`, {
      as: administrator,
      body: { scheme: plainScheme(100, { windowDays: 90 }) },
    });
    expect(first).toMatchObject({
      status: 200,
      body: { version: 1, threshold: 100, deadlineNow: expect.any(String) },
    });
    await ask(world, `PUT ${route}`, {
      as: administrator,
      body: { scheme: plainScheme(50, { closesOn: '2099-12-31' }) },
    });
    expect((await ask(world, `GET ${route}`)).body).toMatchObject({
      version: 2,
      threshold: 50,
      scheme: { window: { closesOn: '2099-12-31' } },
      deadlineNow: '2099-12-31T23:00:00.000Z',
    });
  });

  it('can begin from schemes, whose words are the municipality’s', async () => {
    const leadsTo = async (language: 'da' | 'sv') => {
      const { slug } = await aMunicipality(world, { language });
      const { body } = await ask(world, `GET /api/municipalities/${slug}/initiative-rule/presets`);
      const preset = body.items.find(({ key }: { key: string }) => key === 'kuntalaisaloite');
      return preset.scheme.higher.leadsTo;
    };
    expect(await leadsTo('da')).toBe('Folkeafstemning');
    expect(await leadsTo('sv')).toBe('Folkomröstning');
  });

  it('gets no new version where nothing changed', async () => {
    const municipality = await aMunicipality(world);
    const administrator = await someone(world, municipality, ['administrator']);
    const change = () =>
      ask(world, `PUT /api/municipalities/${municipality.slug}/initiative-rule`, {
        as: administrator,
        body: { scheme: plainScheme(7, { windowDays: 30 }) },
      });
    await change();
    expect((await change()).body.version).toBe(1);
  });

  it('is refused with a last day in the past, at its field', async () => {
    const municipality = await aMunicipality(world);
    const administrator = await someone(world, municipality, ['administrator']);
    const change = (scheme: object) =>
      ask(world, `PUT /api/municipalities/${municipality.slug}/initiative-rule`, {
        as: administrator,
        body: { scheme },
      });
    expect(await change(plainScheme(10, { closesOn: '2020-01-01' }))).toMatchObject({
      status: 422,
      body: { details: { fields: [{ field: 'scheme.window.closesOn', code: 'in-the-past' }] } },
    });
    expect((await change(plainScheme(0, { closesOn: '31.12.2099' }))).body.details.fields).toEqual([
      { field: 'scheme.threshold.parts.0.value', code: 'too-small', limits: { min: 1 } },
      { field: 'scheme.window.closesOn', code: 'not-a-date' },
    ]);
  });

  it('is nobody else’s to make', async () => {
    const municipality = await aMunicipality(world);
    const neighbour = await someone(world, await aMunicipality(world), ['administrator']);
    const staff = await someone(world, municipality, ['staff', 'moderator']);
    for (const as of [neighbour, staff])
      expect(
        (
          await ask(world, `PUT /api/municipalities/${municipality.slug}/initiative-rule`, {
            as,
            body: { scheme: PLAIN_SCHEME },
          })
        ).status,
      ).toBe(403);
  });

  it('stays what it was for an initiative that is published', async () => {
    const published = await aPolicy(world);
    const initiative = await anInitiative(world, published, { threshold: 4 });
    await anInitiative(world, published, { threshold: 9 });
    const shown = await ask(
      world,
      `GET /api/municipalities/${published.municipality.slug}/initiatives/${initiative.id}`,
    );
    expect(shown.body).toMatchObject({ threshold: 4, deadline: initiative.deadline });
  });

  it('keeps anything from being published once its last day is over', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const draft = await anInitiative(world, published, { by: ida, draft: true });
    await world.source.query(
      `UPDATE initiative_rule SET scheme = jsonb_set(scheme, '{window,closesOn}', '"2020-01-01"') WHERE municipality_id = $1`,
      [published.municipality.id],
    );
    const url = `/api/municipalities/${published.municipality.slug}/initiatives/${draft.id}`;
    expect((await ask(world, `GET ${url}`, { as: ida })).body).toMatchObject({
      can: { publish: false },
      blockers: { publication: [{ type: 'rule-closed', closesOn: '2020-01-01' }] },
    });
    expect(await ask(world, `POST ${url}/publish`, { as: ida })).toMatchObject({
      status: 409,
      body: { code: 'rule-closed' },
    });
  });
});
