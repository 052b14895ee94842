import { describe, expect, it } from '@jest/globals';
import { districtsAt, importOutlines } from '../../test/districts.js';
import { aPolicy, anInitiative } from '../../test/fixtures.js';
import { workOff } from '../../test/jobs.js';
import { ask, aWorld, contextOf, someone } from '../../test/world.js';
import { PlacesService } from './places.service.js';
import { ProposalsService } from './proposals.service.js';

describe('the place of an initiative', () => {
  const world = aWorld();
  const placed = async (names = ['Hornbæk', 'Tikøb']) => {
    const policy = await aPolicy(world);
    const { municipality } = policy;
    await importOutlines(
      world,
      municipality,
      await someone(world, municipality, ['administrator']),
      ...names,
    );
    const ida = await someone(world, municipality);
    const draft = await anInitiative(world, policy, { by: ida, draft: true });
    const at = `/api/municipalities/${municipality.slug}`;
    const place = (body: object, as = ida) =>
      ask(world, `PUT ${at}/initiatives/${draft.id}/place`, { as, body });
    return { policy, municipality, ida, draft, at, place, districts: await districtsAt(world, municipality) };
  };

  it('is a district, and a point within it', async () => {
    const { place, districts } = await placed();
    const point = { latitude: 56.05, longitude: 12.55 };
    expect((await place({ districtId: districts[0]!.id, point })).body).toMatchObject({
      district: { name: 'Hornbæk' },
      point,
    });
    const away = await place({ districtId: districts[1]!.id, point });
    expect(away.body.details.fields).toEqual([{ field: 'point', code: 'elsewhere' }]);
    expect((await place({ districtId: null })).body).toMatchObject({ district: null, point: null });
  });

  it('is none of another municipality, and not one that is retired', async () => {
    const { place, at, municipality, districts } = await placed();
    const there = await placed();
    expect((await place({ districtId: there.districts[0]!.id })).body.details.fields).toEqual([
      { field: 'districtId', code: 'unknown' },
    ]);
    await ask(world, `PUT ${at}/districts/${districts[0]!.id}`, {
      as: await someone(world, municipality, ['administrator']),
      body: { name: 'Hornbæk', retired: true },
    });
    expect((await place({ districtId: districts[0]!.id })).status).toBe(422);
  });

  it('is changed by its proposer alone, and not once others can read it', async () => {
    const { place, municipality, ida, draft, districts } = await placed();
    const body = { districtId: districts[0]!.id };
    expect((await place(body, await someone(world, municipality))).status).toBe(404);
    await world.app.get(ProposalsService).publish(await contextOf(world, municipality, ida), draft.id);
    expect((await place(body)).body.code).toBe('initiative-published');
  });

  it('is what one looks for, and what one hears of who follows the district', async () => {
    const { at, municipality, ida, draft, districts } = await placed();
    const [hornbaek, tikoeb] = [districts[0]!, districts[1]!];
    const bo = await someone(world, municipality);
    expect((await ask(world, `PUT ${at}/follows/district/${hornbaek.id}`, { as: bo })).body).toEqual({
      following: true,
    });
    const ctx = await contextOf(world, municipality, ida);
    await world.app.get(PlacesService).place(ctx, draft.id, { districtId: hornbaek.id });
    await world.app.get(ProposalsService).publish(ctx, draft.id);
    await workOff(world);
    const found = async (districtId: string) =>
      (await ask(world, `GET ${at}/initiatives?districtId=${districtId}`)).body.items.length;
    expect([await found(hornbaek.id), await found(tikoeb.id)]).toEqual([1, 0]);
    expect((await ask(world, `GET ${at}/follows`, { as: bo })).body.items).toMatchObject([
      { kind: 'district', title: 'Hornbæk', path: `districts/${hornbaek.id}` },
    ]);
    expect((await ask(world, `GET ${at}/notifications`, { as: bo })).body.items).toMatchObject([
      { kind: 'followed-initiative' },
    ]);
  });

  it('of another municipality cannot be followed', async () => {
    const [here, there] = [await placed(), await placed()];
    const { status } = await ask(world, `PUT ${here.at}/follows/district/${there.districts[0]!.id}`, {
      as: here.ida,
    });
    expect(status).toBe(404);
  });
});
