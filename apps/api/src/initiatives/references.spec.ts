import { describe, expect, it } from '@jest/globals';
import { aComment, anInitiative, aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import { ask, aWorld, someone } from '../../test/world.js';

describe('references', () => {
  const world = aWorld();
  const upTo = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}-${index + 1}`);

  it('begin with one in every municipality, comments and initiatives each by themselves', async () => {
    const [here, there] = [await aPolicy(world), await aPolicy(world)];
    const seen = [
      (await aComment(world, here)).reference,
      (await aComment(world, there)).reference,
      (await anInitiative(world, here)).reference,
      (await aComment(world, here)).reference,
      (await anInitiative(world, there)).reference,
    ];
    expect(seen).toEqual(['K-1', 'K-1', 'F-1', 'K-2', 'F-1']);
  });

  it('are given once each to those who write at the same time', async () => {
    const places = [await aPolicy(world), await aPolicy(world)];
    const write = async ({ municipality, threads, goals }: PublishedPolicy) => {
      const people = await Promise.all(Array.from({ length: 8 }, () => someone(world, municipality)));
      const at = `/api/municipalities/${municipality.slug}`;
      const post = async (route: string, body: object, as: (typeof people)[number]) =>
        (await ask(world, `POST ${at}/${route}`, { as, body })).body.reference as string;
      const comments = people.flatMap((as, index) =>
        [0, 1, 2, 3].map((turn) =>
          post(`threads/${threads[(index + turn) % 3]!.id}/comments`, { body: 'Også bænke her.' }, as),
        ),
      );
      const initiatives = people.map((as) =>
        post(`goals/${goals[0]!.id}/initiatives`, { title: 'Flere bænke', text: '' }, as),
      );
      return [(await Promise.all(comments)).toSorted(), (await Promise.all(initiatives)).toSorted()];
    };
    for (const [comments, initiatives] of await Promise.all(places.map(write))) {
      expect(comments).toEqual(upTo('K', 32).toSorted());
      expect(initiatives).toEqual(upTo('F', 8).toSorted());
    }
  });

  it('cannot be chosen, changed or given twice past the services either', async () => {
    const published = await aPolicy(world);
    const { id } = await aComment(world, published);
    const insert = (number: number) =>
      world.source.query(
        `INSERT INTO comment (municipality_id, thread_id, body, language, number)
         SELECT municipality_id, thread_id, body, language, $2 FROM comment WHERE id = $1 RETURNING number::int`,
        [id, number],
      );
    expect(await insert(77)).toEqual([{ number: 2 }]);
    await expect(world.source.query('UPDATE comment SET number = 9 WHERE id = $1', [id])).rejects.toThrow(
      'a reference is cited in documents and stays',
    );
    await world.source.query('ALTER TABLE comment DISABLE TRIGGER comment_number');
    try {
      await expect(insert(2)).rejects.toThrow('comment_municipality_id_number_key');
    } finally {
      await world.source.query('ALTER TABLE comment ENABLE TRIGGER comment_number');
    }
  });

  it('leave nothing behind when a municipality is removed', async () => {
    const { municipality } = await aPolicy(world);
    const series = () =>
      world.source.query('SELECT relname FROM pg_class WHERE relname LIKE $1', [
        `%_number_${municipality.id}`,
      ]);
    expect(await series()).toHaveLength(3);
    await world.source.query('DELETE FROM municipality WHERE id = $1', [municipality.id]);
    expect(await series()).toEqual([]);
  });
});
