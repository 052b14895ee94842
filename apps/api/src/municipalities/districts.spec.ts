import { describe, expect, it } from '@jest/globals';
import { districtsAt, importOutlines } from '../../test/districts.js';
import { aMunicipality, ask, aWorld, someone } from '../../test/world.js';

describe('districts', () => {
  const world = aWorld();

  it('are imported by an administrator, and imported again keep their identity under their name', async () => {
    const here = await aMunicipality(world);
    const administrator = await someone(world, here, ['administrator']);
    expect((await importOutlines(world, here, administrator, 'Hornbæk', 'Tikøb')).body).toEqual({
      added: 2,
      redrawn: 0,
    });
    const [hornbaek] = await districtsAt(world, here);
    expect((await importOutlines(world, here, administrator, 'Hornbæk', 'Gurre')).body).toEqual({
      added: 1,
      redrawn: 1,
    });
    expect((await districtsAt(world, here)).map(({ id, name }) => [id, name])).toContainEqual([
      hornbaek!.id,
      'Hornbæk',
    ]);
    const { body } = await ask(world, `GET /api/municipalities/${here.slug}/district-map`);
    expect(body.items).toHaveLength(3);
    expect(JSON.parse(body.items[0].coordinates)[0][0][0]).toEqual([12.5, 56]);
  });

  it('say at the file what is wrong with it, and where', async () => {
    const here = await aMunicipality(world);
    const administrator = await someone(world, here, ['administrator']);
    const { status, body } = await importOutlines(world, here, administrator, 'Hornbæk', 'hornbæk');
    expect([status, body.details.fields]).toEqual([
      422,
      [{ field: 'file', code: 'twice', limits: { area: 2, value: 'hornbæk' } }],
    ]);
    expect(await districtsAt(world, here)).toEqual([]);
  });

  it('are imported and named by nobody else, and those of another municipality are not found', async () => {
    const [here, there] = [await aMunicipality(world), await aMunicipality(world)];
    const administrator = await someone(world, here, ['administrator']);
    await importOutlines(world, here, administrator, 'Hornbæk');
    const { id } = (await districtsAt(world, here))[0]!;
    const staff = await someone(world, here, ['staff']);
    expect((await importOutlines(world, here, staff, 'Gurre')).status).toBe(403);
    const elsewhere = await someone(world, there, ['administrator']);
    const body = { name: 'Vor', retired: false };
    const at = `/api/municipalities/${there.slug}/districts/${id}`;
    expect((await ask(world, `PUT ${at}`, { as: elsewhere, body })).status).toBe(404);
    expect((await ask(world, `GET ${at}`)).status).toBe(404);
    expect(
      (await ask(world, `PUT /api/municipalities/${here.slug}/districts/${id}`, { as: administrator, body }))
        .body,
    ).toMatchObject({ name: 'Vor' });
  });

  it('cannot take the name of another', async () => {
    const here = await aMunicipality(world);
    const administrator = await someone(world, here, ['administrator']);
    await importOutlines(world, here, administrator, 'Hornbæk', 'Tikøb');
    const [, tikoeb] = await districtsAt(world, here);
    const { body } = await ask(world, `PUT /api/municipalities/${here.slug}/districts/${tikoeb!.id}`, {
      as: administrator,
      body: { name: 'Hornbæk', retired: false },
    });
    expect(body.details.fields).toEqual([{ field: 'name', code: 'taken' }]);
  });
});
