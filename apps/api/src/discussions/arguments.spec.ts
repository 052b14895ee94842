import { beforeAll, describe, expect, it } from '@jest/globals';
import { aPolicy, anInitiative, type PublishedPolicy } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, contextOf, someone, type Someone } from '../../test/world.js';
import { CommentsService } from './comments.service.js';
import type { Thread } from './thread.entity.js';

describe('an argument', () => {
  const world = aWorld();
  let policy: PublishedPolicy;
  let thread: Thread;
  let ida: Someone;
  let at: string;

  beforeAll(async () => {
    policy = await aPolicy(world);
    at = `/api/municipalities/${policy.municipality.slug}`;
  });

  const anInitiativesThread = async () => {
    ida = await someone(world, policy.municipality);
    const { id } = await anInitiative(world, policy);
    thread = (await ask(world, `GET ${at}/threads?subject=initiative:${id}`)).body;
  };
  const argue = (body: object, as = ida) =>
    ask(world, `POST ${at}/threads/${thread.id}/comments`, { as, body });
  const column = async (stance: string, query = '') =>
    (await ask(world, `GET ${at}/threads/${thread.id}/arguments?stance=${stance}${query}`)).body;
  const said = (page: { items: { body: string }[] }) => page.items.map(({ body }) => body);

  it('stands in its own column, the most supported first, and pages by key', async () => {
    await anInitiativesThread();
    const ids: string[] = [];
    for (const body of ['Man kan hvile sig.', 'Det er billigt.', 'Der bliver pænt.'])
      ids.push((await argue({ body, stance: 'for' })).body.id);
    await argue({ body: 'De bliver væltet.', stance: 'against' });
    await argue({ body: 'Hvem passer dem?' });
    const [bo, eva] = [await someone(world, policy.municipality), await someone(world, policy.municipality)];
    for (const [as, id] of [
      [bo, ids[1]],
      [eva, ids[1]],
      [bo, ids[0]],
    ] as const)
      await ask(world, `PUT ${at}/comments/${id}/vote`, { as, body: { vote: 'agree' } });
    expect(said(await column('for'))).toEqual(['Det er billigt.', 'Man kan hvile sig.', 'Der bliver pænt.']);
    expect(said(await column('against'))).toEqual(['De bliver væltet.']);
    const first = await column('for', '&limit=1');
    expect(said(await column('for', `&limit=1&after=${first.next}`))).toEqual(['Man kan hvile sig.']);
  });

  it('is one thought of 500 characters, also once it is edited, and in the database', async () => {
    await anInitiativesThread();
    const long = 'a'.repeat(501);
    const fault = [{ field: 'body', code: 'too-long', limits: { max: 500 } }];
    expect((await argue({ body: long, stance: 'for' })).body.details.fields).toEqual(fault);
    const { id } = (await argue({ body: 'Man kan hvile sig.', stance: 'for' })).body;
    const edited = await ask(world, `PUT ${at}/comments/${id}`, { as: ida, body: { body: long } });
    expect(edited.body.details.fields).toEqual(fault);
    await expect(
      world.source.query('UPDATE comment SET body = $2 WHERE id = $1', [id, long]),
    ).rejects.toMatchObject({ driverError: { constraint: 'comment_stance' } });
    expect((await argue({ body: long })).status).toBe(201);
  });

  it('speaks for or against a proposal, and of nothing else', async () => {
    await anInitiativesThread();
    const goal = policy.threads[0]!.id;
    const body = { body: 'Man kan hvile sig.', stance: 'for' };
    const elsewhere = await ask(world, `POST ${at}/threads/${goal}/comments`, { as: ida, body });
    expect(elsewhere.body.details.fields).toEqual([{ field: 'stance', code: 'invalid' }]);
    const { id } = (await argue(body)).body;
    expect((await argue({ body: 'Nej.', stance: 'against', parentId: id })).status).toBe(422);
  });

  it('counts everyone who supports it once, also in one instant', async () => {
    await anInitiativesThread();
    const { id } = (await argue({ body: 'Man kan hvile sig.', stance: 'for' })).body;
    const people = await Promise.all(Array.from({ length: 16 }, () => someone(world, policy.municipality)));
    const votes = people.flatMap((as) => Array.from({ length: 4 }, () => as));
    const answers = await Promise.all(
      votes.map((as) => ask(world, `PUT ${at}/comments/${id}/vote`, { as, body: { vote: 'agree' } })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await column('for')).items).toMatchObject([{ id, agree: 16 }]);
    const twice = 'INSERT INTO comment_vote (comment_id, person_id, value) VALUES ($1, $2, 1)';
    await expect(world.source.query(twice, [id, people[0]!.id])).rejects.toMatchObject({
      driverError: { constraint: 'comment_vote_pkey' },
    });
  });

  it('that a moderator hides is in the column no longer', async () => {
    await anInitiativesThread();
    const { id } = (await argue({ body: 'Man kan hvile sig.', stance: 'for' })).body;
    const moderator = await someone(world, policy.municipality, ['moderator']);
    const ctx = await contextOf(world, policy.municipality, moderator);
    await world.app.get(CommentsService).hide(ctx, id, 'Krænker en anden');
    expect((await column('for')).items).toEqual([]);
  });

  it('of another municipality is not found', async () => {
    await anInitiativesThread();
    const there = await aMunicipality(world);
    const { status } = await ask(
      world,
      `GET /api/municipalities/${there.slug}/threads/${thread.id}/arguments?stance=for`,
    );
    expect(status).toBe(404);
  });
});
