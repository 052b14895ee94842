import { describe, expect, it } from '@jest/globals';
import { aComment, aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import type { EntityManager } from 'typeorm';
import { ask, aWorld, contextOf, someone, type Someone, type World } from '../../test/world.js';
import { CommentsService } from './comments.service.js';
import { supportOf } from './support.rules.js';

interface Asked {
  body: { items: { id: string; body: string }[]; next: string | null; previous: string | null };
}

const pageOf = (world: World, { municipality, threads }: PublishedPolicy, query: string, as?: Someone) =>
  ask(world, `GET /api/municipalities/${municipality.slug}/threads/${threads[0]!.id}/comments?${query}`, {
    as: as ?? null,
  });

/** Every page of the thread one after another, by what its comments say. */
async function allOf(
  world: World,
  published: PublishedPolicy,
  query: string,
  as?: Someone,
): Promise<string[]> {
  const said: string[] = [];
  for (let after = ''; ;) {
    const { body }: Asked = await pageOf(world, published, `${query}${after}`, as);
    said.push(...body.items.map(({ body: text }) => text));
    if (!body.next) return said;
    after = `&after=${body.next}`;
  }
}

/** Comments as told, in the order of telling: what each says, and how it was voted on. */
async function said(
  world: World,
  published: PublishedPolicy,
  votes: Record<string, [agree: number, disagree: number]>,
) {
  const by = await someone(world, published.municipality);
  const ids: Record<string, string> = {};
  for (const [body, [agree, disagree]] of Object.entries(votes)) {
    const { id } = await aComment(world, published, { by, body });
    ids[body] = id;
    await world.source.query('UPDATE comment SET agree_count = $2, disagree_count = $3 WHERE id = $1', [
      id,
      agree,
      disagree,
    ]);
  }
  return ids;
}

describe('the order of a thread', () => {
  const world = aWorld();

  it('by support puts the surest first, the newest of equals before, and pages by key', async () => {
    const published = await aPolicy(world);
    await said(world, published, {
      'ni af ti': [9, 1],
      'ingen a': [0, 0],
      'halvfems af hundrede': [90, 10],
      'ingen b': [0, 0],
      'én af én': [1, 0],
      'ni af ti igen': [9, 1],
      'kun imod': [0, 9],
    });
    for (const limit of [2, 3, 100])
      expect(await allOf(world, published, `order=supported&limit=${limit}`)).toEqual([
        'halvfems af hundrede',
        'ni af ti igen',
        'ni af ti',
        'én af én',
        'kun imod',
        'ingen b',
        'ingen a',
      ]);
  });

  it('ranks in the database as the rule says, whoever writes the votes', async () => {
    for (const [agree, disagree] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [9, 1],
      [90, 10],
      [600, 400],
      [100_000, 99_999],
    ] as const) {
      const [row] = await world.source.query<{ support: number }[]>('SELECT wilson($1, $2) AS support', [
        agree,
        disagree,
      ]);
      expect(row!.support).toBeCloseTo(supportOf(agree, disagree), 10);
    }
    const published = await aPolicy(world);
    const { id } = await aComment(world, published);
    const voter = await someone(world, published.municipality);
    const url = `/api/municipalities/${published.municipality.slug}/comments/${id}/vote`;
    await ask(world, `PUT ${url}`, { as: voter, body: { vote: 'agree' } });
    const supportNow = async () =>
      (await world.source.query<{ support: number }[]>('SELECT support FROM comment WHERE id = $1', [id]))[0]!
        .support;
    expect(await supportNow()).toBeCloseTo(supportOf(1, 0), 10);
    await ask(world, `DELETE ${url}`, { as: voter });
    expect(await supportNow()).toBe(0);
  });

  it('by how much is said puts the longest branch first, and counts what deep answers say', async () => {
    const published = await aPolicy(world);
    const first = await aComment(world, published, { body: 'stille' });
    const second = await aComment(world, published, { body: 'livlig' });
    const answer = await aComment(world, published, { parentId: second.id, body: 'svar' });
    await aComment(world, published, { parentId: answer.id, body: 'svar på svaret' });
    await aComment(world, published, { parentId: first.id, body: 'ét svar' });
    await aComment(world, published, { body: 'nyest' });
    expect(await allOf(world, published, 'order=discussed&limit=1')).toEqual(['livlig', 'stille', 'nyest']);
  });

  it('misses nothing that stays while others are voted up and down between two pages', async () => {
    const published = await aPolicy(world);
    const ids = await said(world, published, { a: [50, 0], b: [40, 0], c: [30, 0], d: [20, 0], e: [10, 0] });
    const { body: first }: Asked = await pageOf(world, published, 'order=supported&limit=2');
    expect(first.items.map(({ body }) => body)).toEqual(['a', 'b']);
    await world.source.query('UPDATE comment SET agree_count = 1 WHERE id = $1', [ids.a]);
    await aComment(world, published, { body: 'ny' });
    const rest: string[] = [];
    for (let after: string | null = first.next; after;) {
      const { body }: Asked = await pageOf(world, published, `order=supported&limit=2&after=${after}`);
      rest.push(...body.items.map(({ body: text }) => text));
      after = body.next;
    }
    expect(rest).toEqual(['c', 'd', 'e', 'a', 'ny']);
  });

  it('goes back page by page from where a link led, in every order', async () => {
    const published = await aPolicy(world);
    const ids = await said(world, published, { a: [1, 0], b: [2, 0], c: [3, 0], d: [4, 0], e: [5, 0] });
    for (const [order, expected] of [
      ['oldest', ['a', 'b', 'c', 'd', 'e']],
      ['newest', ['e', 'd', 'c', 'b', 'a']],
      ['supported', ['e', 'd', 'c', 'b', 'a']],
      ['discussed', ['e', 'd', 'c', 'b', 'a']],
    ] as const) {
      const { body: linked }: Asked = await pageOf(world, published, `order=${order}&limit=2&from=${ids.c}`);
      expect(linked.items[0]!.body).toBe('c');
      const said = linked.items.map(({ body }) => body);
      for (let before = linked.previous; before;) {
        const { body }: Asked = await pageOf(world, published, `order=${order}&limit=1&before=${before}`);
        said.unshift(...body.items.map(({ body: text }) => text));
        before = body.previous;
      }
      expect(said).toEqual(expected.slice(0, 4));
      const { body: start }: Asked = await pageOf(world, published, `order=${order}&limit=2`);
      expect(start.previous).toBeNull();
    }
  });

  it('refuses a cursor of another order', async () => {
    const published = await aPolicy(world);
    await said(world, published, { a: [1, 0], b: [2, 0] });
    const { body }: Asked = await pageOf(world, published, 'order=supported&limit=1');
    const answer = await pageOf(world, published, `order=oldest&after=${body.next}`);
    expect(answer).toMatchObject({ status: 422, body: { details: { fields: [{ field: 'after' }] } } });
  });

  it('across groups says how many have voted of how many are needed, and falls back to support', async () => {
    const published = await aPolicy(world);
    await said(world, published, { lidt: [1, 0], meget: [9, 0] });
    const answer = await pageOf(world, published, 'order=bridging');
    expect(answer.body.notBridging).toEqual({ reason: 'too-few-voters', voters: 0, needed: 15 });
    expect(answer.body.items.map(({ body }: { body: string }) => body)).toEqual(['meget', 'lidt']);
    const [comment] = answer.body.items;
    await world.source.query(
      `WITH voter AS (
         INSERT INTO person (name, email, language)
         SELECT 'Vælger ' || n, $2 || n || '@borger.example', 'da' FROM generate_series(1, 20) AS n RETURNING id
       )
       INSERT INTO comment_vote (comment_id, person_id, value) SELECT $1, id, 1 FROM voter`,
      [comment.id, comment.id],
    );
    expect((await pageOf(world, published, 'order=bridging')).body.notBridging).toEqual({
      reason: 'not-computed',
      voters: 15,
      needed: 15,
    });
  });

  it('across groups is by the scores once there are some', async () => {
    const published = await aPolicy(world);
    const ids = await said(world, published, { broen: [1, 0], flertallet: [90, 0], ukendt: [0, 0] });
    for (const [id, score] of [
      [ids.broen, 0.8],
      [ids.flertallet, 0.2],
    ])
      await world.source.query('UPDATE comment SET bridging = $2 WHERE id = $1', [id, score]);
    await world.source.query('UPDATE thread SET bridged_at = now() WHERE id = $1', [
      published.threads[0]!.id,
    ]);
    expect(await allOf(world, published, 'order=bridging&limit=1')).toEqual([
      'broen',
      'flertallet',
      'ukendt',
    ]);
    expect((await pageOf(world, published, 'order=bridging')).body.notBridging).toBeNull();
  });

  it('is served by an index in a long thread, whatever one looks for', async () => {
    const published = await aPolicy(world);
    const threadId = published.threads[0]!.id;
    await world.source.query(
      `INSERT INTO comment (municipality_id, thread_id, body, language, agree_count, disagree_count)
       SELECT $1, $2, 'Nummer ' || n, CASE WHEN n % 500 = 0 THEN 'sv' ELSE 'da' END, n % 97, n % 13
       FROM generate_series(1, 20000) AS n`,
      [published.municipality.id, threadId],
    );
    await world.source.query(
      `UPDATE comment SET staff_count = 1 WHERE thread_id = $1 AND agree_count = 1 AND disagree_count < 3`,
      [threadId],
    );
    await world.source.query('ANALYZE comment');
    const asked: [sql: string, values: unknown[]][] = [];
    const ctx = (await contextOf(world, published.municipality)).within(
      Object.assign(Object.create(world.source.manager) as EntityManager, {
        query: (sql: string, values: unknown[]) => {
          asked.push([sql, values]);
          return world.source.query(sql, values);
        },
      }),
    );
    const comments = world.app.get(CommentsService);
    for (const order of ['oldest', 'newest', 'supported', 'discussed'] as const)
      for (const wish of [
        {},
        { filter: 'unanswered' },
        { filter: 'staff' },
        { filter: 'council' },
        { language: 'sv' },
      ] as const) {
        const first = await comments.branches(ctx, threadId, { order, ...wish, limit: 5 });
        if (first.next)
          await comments.branches(ctx, threadId, { order, ...wish, limit: 5, after: first.next });
      }
    for (const [sql, values] of asked.filter(([text]) => text.includes('parent_id IS NULL'))) {
      const plan = await world.source.query<{ 'QUERY PLAN': string }[]>(`EXPLAIN (ANALYZE) ${sql}`, values);
      const text = plan.map((line) => line['QUERY PLAN']).join('\n');
      expect(text).not.toMatch(/Seq Scan on comment/);
      const read = [...text.matchAll(/(?:actual .*rows=|Rows Removed by Filter: )(\d+)/g)];
      // Where little passes a filter the planner may look through a part of the thread, never through all of it.
      expect(Math.max(...read.map(([, rows]) => Number(rows)))).toBeLessThan(5000);
    }
  }, 60_000);
});

describe('the filters of a thread', () => {
  const world = aWorld();

  async function voices() {
    const published = await aPolicy(world);
    const staff = await someone(world, published.municipality, ['staff']);
    const council = await someone(world, published.municipality, ['resident']);
    await world.source.query(
      "INSERT INTO membership (person_id, municipality_id, role) VALUES ($1, $2, 'council')",
      [council.id, published.municipality.id],
    );
    await aComment(world, published, { body: 'Uden svar' });
    const asked = await aComment(world, published, { body: 'Hvornår?' });
    const answer = await aComment(world, published, { by: staff, parentId: asked.id, body: 'I maj.' });
    await aComment(world, published, { by: council, body: 'Rådet mener' });
    return { published, staff, asked, answer };
  }

  it('show what staff have not answered, where staff speak, and where councils do', async () => {
    const { published } = await voices();
    expect(await allOf(world, published, 'filter=unanswered')).toEqual(['Uden svar', 'Rådet mener']);
    expect(await allOf(world, published, 'filter=staff')).toEqual(['Hvornår?']);
    expect(await allOf(world, published, 'filter=council&order=supported')).toEqual(['Rådet mener']);
  });

  it('take an answer of staff into account only as long as it can be read', async () => {
    const { published, staff, answer } = await voices();
    const at = `/api/municipalities/${published.municipality.slug}/comments/${answer.id}`;
    await ask(world, `DELETE ${at}`, { as: staff });
    expect(await allOf(world, published, 'filter=unanswered')).toContain('Hvornår?');
    expect(await allOf(world, published, 'filter=staff')).toEqual([]);
  });

  it('show what is written in a language', async () => {
    const published = await aPolicy(world);
    await aComment(world, published, { body: 'Der mangler en bænk, hvor man kan sidde og se på havet.' });
    await aComment(world, published, { body: 'Det saknas en bänk där man kan sitta och titta på havet.' });
    expect(await allOf(world, published, 'language=sv')).toEqual([
      'Det saknas en bänk där man kan sitta och titta på havet.',
    ]);
  });
});
