import { describe, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import { districtsAt, importOutlines } from '../../test/districts.js';
import { aPolicy, anInitiative } from '../../test/fixtures.js';
import { workOff } from '../../test/jobs.js';
import { aMunicipality, ask, aWorld, someone, type Someone } from '../../test/world.js';
import { RetentionService } from './retention.service.js';

describe('where those live who support an initiative', () => {
  const world = aWorld();

  const supported = async () => {
    const policy = await aPolicy(world);
    const { municipality } = policy;
    const [staff, administrator] = [
      await someone(world, municipality, ['staff']),
      await someone(world, municipality, ['administrator']),
    ];
    await importOutlines(world, municipality, administrator, 'Nord', 'Syd');
    const [nord, syd] = await districtsAt(world, municipality);
    if (!nord || !syd) throw new Error('no districts');
    const { id } = await anInitiative(world, policy, { threshold: 500 });
    const at = `/api/municipalities/${municipality.slug}`;
    const resident = () => someone(world, municipality);
    const go = (route: string, as: Someone, body?: object) => {
      const [method, path] = route.split(' ');
      return ask(world, `${method} ${at}/${path}`, { as, ...(body && { body }) });
    };
    const support = (as: Someone) => go(`PUT initiatives/${id}/support`, as);
    const livesIn = (as: Someone, districtId: string | null) =>
      go('PUT standing/district', as, { districtId });
    const from = async (district: { id: string }, count: number) => {
      for (let given = 0; given < count; given++) {
        const somebody = await resident();
        await livesIn(somebody, district.id);
        await support(somebody);
      }
    };
    const seen = async () => (await go(`GET initiatives/${id}/case`, staff)).body.support;
    return { policy, municipality, staff, nord, syd, id, at, resident, go, support, livesIn, from, seen };
  };
  const given = (initiativeId: string, { id }: Someone): Promise<string | null> =>
    world.source
      .query('SELECT district_id AS "districtId" FROM support WHERE initiative_id = $1 AND person_id = $2', [
        initiativeId,
        id,
      ])
      .then(([row]) => row.districtId);

  it('is asked once, when somebody supports something, and goes with that support', async () => {
    const { nord, id, resident, go, support, policy } = await supported();
    const ida = await resident();
    expect((await support(ida)).body.asksDistrict).toBe(true);
    expect((await go(`PUT initiatives/${id}/support/district`, ida, { districtId: nord.id })).status).toBe(
      204,
    );
    expect(await given(id, ida)).toBe(nord.id);
    expect((await go('GET standing', ida)).body.district).toEqual({
      id: nord.id,
      name: 'Nord',
      confirmed: false,
    });
    const other = await anInitiative(world, policy);
    expect((await go(`PUT initiatives/${other.id}/support`, ida)).body.asksDistrict).toBe(false);
    expect(await given(other.id, ida)).toBe(nord.id);
  });

  it('is asked no more of whoever would rather not say', async () => {
    const { id, resident, go, support } = await supported();
    const bo = await resident();
    await support(bo);
    await go(`PUT initiatives/${id}/support/district`, bo, { districtId: null });
    expect((await support(bo)).body.asksDistrict).toBe(false);
    expect(await given(id, bo)).toBeNull();
  });

  it('is as it was when the support was given, though they move or say it later', async () => {
    const { nord, syd, id, resident, go, support, livesIn } = await supported();
    const [ida, bo] = [await resident(), await resident()];
    await livesIn(ida, nord.id);
    await support(ida);
    await livesIn(ida, syd.id);
    await go(`PUT initiatives/${id}/support/district`, ida, { districtId: syd.id });
    await support(ida);
    expect(await given(id, ida)).toBe(nord.id);
    await expect(
      world.source.query('UPDATE support SET district_id = $2 WHERE initiative_id = $1', [id, syd.id]),
    ).rejects.toMatchObject({ constraint: 'support_stays_where_given' });
    await support(bo);
    await world.source.query(
      "UPDATE support SET created_at = now() - interval '2 hours' WHERE initiative_id = $1 AND person_id = $2",
      [id, bo.id],
    );
    await go(`PUT initiatives/${id}/support/district`, bo, { districtId: nord.id });
    expect(await given(id, bo)).toBeNull();
  });

  it('is what staff confirmed rather than what they say, and what they say is told to nobody', async () => {
    const { nord, syd, id, staff, resident, go, support, livesIn } = await supported();
    const ida = await resident();
    await livesIn(ida, nord.id);
    const standing = `members/${ida.id}/standing`;
    expect((await go(`GET ${standing}`, staff)).body.district).toBeNull();
    const confirmed = await go(`PUT ${standing}`, staff, { groups: ['resident'], districtId: syd.id });
    expect(confirmed.body.district).toEqual({ id: syd.id, name: 'Syd', confirmed: true });
    expect((await livesIn(ida, nord.id)).body.district).toMatchObject({ name: 'Syd', confirmed: true });
    await support(ida);
    expect(await given(id, ida)).toBe(syd.id);
    const there = await aMunicipality(world);
    await importOutlines(world, there, await someone(world, there, ['administrator']), 'Øst');
    const [east] = await districtsAt(world, there);
    const elsewhere = await someone(world, there);
    expect((await livesIn(ida, east!.id)).status).toBe(422);
    expect((await go(`PUT ${standing}`, staff, { groups: [], districtId: east!.id })).status).toBe(422);
    const url = `/api/municipalities/${there.slug}/initiatives/${id}/support/district`;
    expect((await ask(world, `PUT ${url}`, { as: elsewhere, body: { districtId: east!.id } })).status).toBe(
      404,
    );
  });

  it('is told by district to staff and to the council, with small numbers kept back, and to nobody of anyone', async () => {
    const { id, nord, syd, staff, at, resident, support, from, seen, go } = await supported();
    await from(nord, 7);
    await from(syd, 6);
    for (let count = 0; count < 5; count++) await support(await resident());
    expect(await seen()).toEqual({
      all: 18,
      online: 18,
      paper: 0,
      notStated: 5,
      districts: [
        { name: 'Nord', count: 7 },
        { name: 'Syd', count: 6 },
      ],
    });
    const [file] = (await go(`POST initiatives/${id}/case/files`, staff, { format: 'docx' })).body.items;
    await workOff(world);
    const made = await world.app.inject({
      url: `${at}/initiatives/${id}/case/files/${file.id}/file`,
      headers: { cookie: staff.cookie },
    });
    const { value } = await mammoth.extractRawText({ buffer: made.rawPayload });
    expect(value).toMatch(/Nord\s+7\s+Syd\s+6\s+Digitalt, ikke oplyst\s+5\s+På papir\s+0\s+I alt\s+18/);
    const [somebody] = await world.source.query(
      'SELECT person_id AS id FROM support WHERE initiative_id = $1',
      [id],
    );
    await world.source.query('DELETE FROM support WHERE initiative_id = $1 AND person_id = $2', [
      id,
      somebody.id,
    ]);
    expect(JSON.stringify(await go(`GET initiatives/${id}`, staff))).not.toContain('Nord');
    // Six and four: the four is kept back, and one more with it.
    await world.source.query(
      `DELETE FROM support WHERE initiative_id = $1 AND district_id = $2 AND person_id IN (
         SELECT person_id FROM support WHERE initiative_id = $1 AND district_id = $2 LIMIT 2)`,
      [id, syd.id],
    );
    const now = await seen();
    expect(now.districts[1].count).toBeNull();
    expect([now.notStated, now.paper, now.districts[0].count].filter((count) => count === null)).toHaveLength(
      1,
    );
  });

  it('is told as before when they are forgotten, and no smaller number with it', async () => {
    const { id, nord, syd, from, seen } = await supported();
    await from(nord, 6);
    await from(syd, 2);
    const before = await seen();
    expect(before.districts).toContainEqual({ name: 'Syd', count: null });
    await world.source.query(
      "UPDATE initiative SET status = 'expired', deadline = now() - interval '13 months' WHERE id = $1",
      [id],
    );
    await world.app.get(RetentionService).forget();
    expect(await seen()).toEqual(before);
    const [{ tally }] = await world.source.query(
      'SELECT tally FROM forgotten_support WHERE initiative_id = $1',
      [id],
    );
    expect(tally).toEqual(before);
  });
});
