import { describe, expect, it } from '@jest/globals';
import { aPolicy } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld } from '../../test/world.js';
import { Goal } from '../policies/goal.entity.js';

describe('goals like what is proposed', () => {
  const world = aWorld();
  const titled = async (...titles: string[]) => {
    const published = await aPolicy(world);
    for (const [index, title] of titles.entries())
      await world.source.getRepository(Goal).update({ id: published.goals[index]!.id }, { title });
    const { slug } = published.municipality;
    const find = async (title: string, more = '', at = slug) =>
      (
        await ask(
          world,
          `GET /api/municipalities/${at}/initiatives/similar-goals?title=${encodeURIComponent(title)}${more}`,
        )
      ).body.items.map((goal: { title: string }) => goal.title);
    return { ...published, find };
  };

  it('are found in any inflection and spelling, and no others', async () => {
    const { find } = await titled(
      'Trygge cykelstier til alle skoler',
      'Kultur for alle',
      'Rent vand i havnen',
    );
    for (const title of ['Cykelsti til skolen', 'cykkelstier ved skole'])
      expect([title, await find(title)]).toEqual([title, ['Trygge cykelstier til alle skoler']]);
    expect(await find('Flere skraldespande')).toEqual([]);
    expect(await find('for alle')).toEqual([]);
    expect(await find(`'; DROP TABLE goal; --`)).toEqual([]);
  });

  it('are not the one it is proposed under, nor one whose policy is over', async () => {
    const { find, goals, policy } = await titled('Trygge cykelstier');
    expect(await find('Trygge cykelstier', `&goalId=${goals[0]!.id}`)).toEqual([]);
    await world.source.query(`UPDATE policy SET valid_to = '2020-12-31' WHERE id = $1`, [policy.id]);
    expect(await find('Trygge cykelstier')).toEqual([]);
  });

  it('are none of another municipality', async () => {
    const { find } = await titled('Trygge cykelstier');
    expect(await find('Trygge cykelstier', '', (await aMunicipality(world)).slug)).toEqual([]);
  });
});
