import { describe, expect, it } from '@jest/globals';
import { anInitiative, aPolicy } from '../../test/fixtures.js';
import { ask, aWorld, someone } from '../../test/world.js';
import { RetentionService } from './retention.service.js';

const world = aWorld();

/** An initiative with one supporter, who agreed to be named or did not. */
async function supported(wishes: { namesShown?: boolean; named?: boolean } = {}) {
  const published = await aPolicy(world);
  const { namesShown = false, named } = wishes;
  const { id } = await anInitiative(world, published, { scheme: { namesShown } });
  const url = `/api/municipalities/${published.municipality.slug}/initiatives/${id}`;
  const ida = await someone(world, published.municipality);
  await ask(world, `PUT ${url}/support${named ? '?named=true' : ''}`, { as: ida });
  return { url, id, ida, supporters: async () => (await ask(world, `GET ${url}/supporters`)).body.items };
}

describe('who supports an initiative', () => {
  it('is named where the rule names supporters and the person agreed, and nowhere else', async () => {
    const { ida, supporters } = await supported({ namesShown: true, named: true });
    expect(await supporters()).toEqual([{ name: ida.name }]);
    for (const wishes of [{ namesShown: true }, { named: true }, {}])
      expect(await (await supported(wishes)).supporters()).toEqual([]);
  });

  it('can be taken back by supporting again without it', async () => {
    const { url, ida, supporters } = await supported({ namesShown: true, named: true });
    await ask(world, `PUT ${url}/support`, { as: ida });
    expect(await supporters()).toEqual([]);
  });

  it('is forgotten when the rule says so, and how many there were is not', async () => {
    const { id, url } = await supported();
    const lately = await supported();
    const retention = world.app.get(RetentionService);
    await world.source.query(
      "UPDATE initiative SET status = 'expired', deadline = now() - interval '11 months' WHERE id = $1",
      [lately.id],
    );
    await world.source.query(
      "UPDATE initiative SET status = 'expired', deadline = now() - interval '13 months' WHERE id = $1",
      [id],
    );
    const supporters = (of: string) =>
      world.source
        .query('SELECT count(*)::int AS count FROM support WHERE initiative_id = $1', [of])
        .then(([{ count }]) => count);
    expect(await retention.due()).toEqual({ initiatives: 1, supporters: 1 });
    expect(await supporters(id)).toBe(1);
    expect(await retention.forget()).toBe(1);
    expect(await retention.forget()).toBe(0);
    expect([await supporters(id), await supporters(lately.id)]).toEqual([0, 1]);
    expect((await ask(world, `GET ${url}`)).body.supportCount).toBe(1);
  });
});
