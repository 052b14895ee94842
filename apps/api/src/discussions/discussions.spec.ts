import { describe, expect, it } from '@jest/globals';
import { aComment, aPolicy } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, someone } from '../../test/world.js';

describe('a thread', () => {
  const world = aWorld();

  it('is opened for every goal of a policy that is published', async () => {
    const { municipality, goals } = await aPolicy(world);
    for (const goal of goals) {
      const thread = await ask(
        world,
        `GET /api/municipalities/${municipality.slug}/threads?subject=goal:${goal.id}`,
      );
      expect(thread.body).toMatchObject({ subjectId: goal.id, commentCount: 0, blockers: [] });
    }
  });

  it('takes a comment and an answer, and shows them as a branch', async () => {
    const published = await aPolicy(world);
    const at = `/api/municipalities/${published.municipality.slug}`;
    const ida = await someone(world, published.municipality, ['resident'], { name: 'Ida Holm' });
    const first = await ask(world, `POST ${at}/threads/${published.threads[0]!.id}/comments`, {
      as: ida,
      body: { body: '  Flere bænke, tak.  ' },
    });
    expect(first).toMatchObject({
      status: 201,
      body: { body: 'Flere bænke, tak.', author: { name: 'Ida Holm', badge: null, me: true } },
    });
    await aComment(world, published, { parentId: first.body.id, body: 'Enig!' });
    const branches = await ask(world, `GET ${at}/threads/${published.threads[0]!.id}/comments`);
    expect(branches.body.items).toMatchObject([
      { body: 'Flere bænke, tak.', replyCount: 1, replies: [{ body: 'Enig!' }] },
    ]);
    expect(branches.body.items[0].can).toEqual({
      reply: false,
      vote: false,
      edit: false,
      remove: false,
      report: true,
      moderate: false,
      pin: false,
    });
  });

  it('is paged by key, and nothing is missed or shown twice', async () => {
    const published = await aPolicy(world);
    const by = await someone(world, published.municipality);
    const bodies = Array.from({ length: 7 }, (_, n) => `Nummer ${n}`);
    for (const body of bodies) await aComment(world, published, { by, body });
    const seen: string[] = [];
    for (let after = ''; ;) {
      const page = await ask(
        world,
        `GET /api/municipalities/${published.municipality.slug}/threads/${published.threads[0]!.id}/comments?limit=3${after}`,
      );
      seen.push(...page.body.items.map(({ body }: { body: string }) => body));
      if (!page.body.next) break;
      after = `&after=${page.body.next}`;
    }
    expect(seen).toEqual(bodies);
  });

  it('can be opened at any comment, an answer too', async () => {
    const published = await aPolicy(world);
    const by = await someone(world, published.municipality);
    const first = await aComment(world, published, { by, body: 'Første' });
    await aComment(world, published, { by, body: 'Anden' });
    const answer = await aComment(world, published, { by, body: 'Svar', parentId: first.id });
    const third = await aComment(world, published, { by, body: 'Tredje' });
    const page = async (query: string) => {
      const url = `/api/municipalities/${published.municipality.slug}/threads/${published.threads[0]!.id}/comments?`;
      const { items, previous } = (await ask(world, `GET ${url}${query}`)).body;
      return items && [...(previous ? ['…'] : []), ...items.map(({ body }: { body: string }) => body)];
    };
    expect(await page(`from=${answer.id}`)).toEqual(['Første', 'Anden', 'Tredje']);
    expect(await page(`from=${third.id}`)).toEqual(['…', 'Tredje']);
    expect(await page(`from=${answer.id}&order=newest`)).toEqual(['…', 'Første']);
    // A link leads to the first page where it shows the branch, and to the branch where it does not.
    expect(await page(`around=${third.id}`)).toEqual(['Første', 'Anden', 'Tredje']);
    expect(await page(`around=${third.id}&limit=3`)).toEqual(['Første', 'Anden', 'Tredje']);
    expect(await page(`around=${third.id}&limit=2`)).toEqual(['…', 'Tredje']);
    expect(await page(`around=${answer.id}&limit=1`)).toEqual(['Første']);
    const elsewhere = (await aComment(world, await aPolicy(world))).id;
    expect([await page(`from=${elsewhere}`), await page(`around=${elsewhere}`)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('shows the answer a link leads to, however deep it stands in its branch', async () => {
    const published = await aPolicy(world);
    const by = await someone(world, published.municipality);
    const root = await aComment(world, published, { by });
    const answers: string[] = [];
    for (let n = 1; n <= 13; n++)
      answers.push((await aComment(world, published, { by, body: `Svar ${n}`, parentId: root.id })).id);
    const branch = async (answer: number) => {
      const thread = `/api/municipalities/${published.municipality.slug}/threads/${published.threads[0]!.id}`;
      const { body } = await ask(world, `GET ${thread}/comments?around=${answers[answer - 1]}`);
      const [{ replies: shown, previousReplies }] = body.items;
      return [shown[0].body, shown.length, previousReplies !== null];
    };
    expect(await branch(10)).toEqual(['Svar 1', 10, false]);
    expect(await branch(12)).toEqual(['Svar 12', 2, true]);
    // What it answers is shown with it, wherever that stands.
    const deep = await aComment(world, published, { by, body: 'Svar på svar 11', parentId: answers[10]! });
    answers.push(deep.id);
    expect(await branch(14)).toEqual(['Svar 11', 2, true]);
  });

  it('can be opened in the middle of a long branch, and read on in both directions', async () => {
    const published = await aPolicy(world);
    const by = await someone(world, published.municipality);
    const root = await aComment(world, published, { by });
    const replies = [];
    for (const body of ['1', '2', '3', '4', '5', '6', '7'])
      replies.push(await aComment(world, published, { by, body, parentId: root.id }));
    const page = async (query: string) => {
      const url = `/api/municipalities/${published.municipality.slug}/comments/${root.id}/replies?limit=2${query}`;
      const { items, ...cursors } = (await ask(world, `GET ${url}`)).body;
      return { bodies: items.map(({ body }: { body: string }) => body), ...cursors };
    };
    const linked = await page(`&from=${replies[3]!.id}`);
    expect(linked.bodies).toEqual(['4', '5']);
    const later = await page(`&after=${linked.next}`);
    expect([later.bodies, later.next]).toEqual([['6', '7'], null]);
    const earlier = await page(`&before=${linked.previous}`);
    expect(earlier.bodies).toEqual(['2', '3']);
    const first = await page(`&before=${earlier.previous}`);
    expect([first.bodies, first.previous]).toEqual([['1'], null]);
    expect((await page(`&after=${first.next}`)).bodies).toEqual(['2', '3']);
    expect(await page(`&from=${replies[0]!.id}`)).toMatchObject({ bodies: ['1', '2'], previous: null });
  });

  it('tells one who was away everything that changed since', async () => {
    const published = await aPolicy(world);
    const { id } = published.threads[0]!;
    const first = await aComment(world, published);
    const before = await ask(world, `GET /api/municipalities/${published.municipality.slug}/threads/${id}`);
    await aComment(world, published, { parentId: first.id, body: 'Nyt' });
    const changes = await ask(
      world,
      `GET /api/municipalities/${published.municipality.slug}/threads/${id}/changes?since=${before.body.revision}`,
    );
    expect(changes.body.items.map(({ body }: { body: string }) => body).toSorted()).toEqual(
      [first.body, 'Nyt'].toSorted(),
    );
    expect(changes.body.thread.commentCount).toBe(2);
  });

  it('below an expired policy can be read and not written in', async () => {
    const published = await aPolicy(world, { validFrom: '2016', validTo: '2024' });
    const ida = await someone(world, published.municipality);
    const at = `/api/municipalities/${published.municipality.slug}/threads/${published.threads[0]!.id}`;
    const answer = await ask(world, `POST ${at}/comments`, { as: ida, body: { body: 'For sent?' } });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'policy-expired', details: { reasons: [{ validTo: '2024-12-31' }] } },
    });
    expect((await ask(world, `GET ${at}`, { as: ida })).body).toMatchObject({
      can: { comment: false },
      blockers: [{ type: 'policy-expired' }],
    });
  });

  it('is counted on its policy: each goal with what is said below it', async () => {
    const published = await aPolicy(world);
    await aComment(world, published);
    await aComment(world, published, { thread: published.threads[2]! });
    const [top, , lower] = published.goals;
    const counts = (slug: string) =>
      ask(world, `GET /api/municipalities/${slug}/policies/${published.policy.id}/comment-counts`);
    expect((await counts(published.municipality.slug)).body.items).toEqual(
      expect.arrayContaining([
        { goalId: top!.id, commentCount: 2 },
        { goalId: lower!.id, commentCount: 1 },
      ]),
    );
    expect((await counts((await aMunicipality(world)).slug)).body.items).toEqual([]);
  });

  it('of one municipality is not found in the other', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    const other = await aMunicipality(world);
    const ida = await someone(world, other);
    for (const route of [
      `GET threads/${published.threads[0]!.id}`,
      `GET comments/${comment.id}`,
      `PUT comments/${comment.id}/vote`,
    ]) {
      const [method, path] = route.split(' ');
      const answer = await ask(world, `${method} /api/municipalities/${other.slug}/${path}`, {
        as: ida,
        ...(method === 'PUT' ? { body: { vote: 'agree' } } : {}),
      });
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
  });

  it('says which field is too long, and takes nobody without membership', async () => {
    const { municipality, threads } = await aPolicy(world);
    const url = `POST /api/municipalities/${municipality.slug}/threads/${threads[0]!.id}/comments`;
    const ida = await someone(world, municipality);
    const long = await ask(world, url, { as: ida, body: { body: 'x'.repeat(4001) } });
    expect(long.body.details.fields).toEqual([{ field: 'body', code: 'too-long', limits: { max: 4000 } }]);
    const empty = await ask(world, url, { as: ida, body: { body: '   ' } });
    expect(empty.body.details.fields).toEqual([{ field: 'body', code: 'required' }]);
    const stranger = await someone(world, null, []);
    expect((await ask(world, url, { as: stranger, body: { body: 'Hej' } })).body.code).toBe('not-a-member');
    expect((await ask(world, url, { body: { body: 'Hej' } })).body.code).toBe('not-signed-in');
  });
});

describe('a comment', () => {
  const world = aWorld();

  it('can be edited by its author within the time, and shows what it said before', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const comment = await aComment(world, published, { by: ida, body: 'Før' });
    const url = `/api/municipalities/${published.municipality.slug}/comments/${comment.id}`;
    const edited = await ask(world, `PUT ${url}`, { as: ida, body: { body: 'Efter' } });
    expect(edited.body).toMatchObject({ body: 'Efter', editedAt: expect.any(String) });
    expect((await ask(world, `GET ${url}/revisions`)).body.items).toMatchObject([{ body: 'Før' }]);
    await world.source.query("UPDATE comment SET created_at = now() - interval '16 minutes' WHERE id = $1", [
      comment.id,
    ]);
    expect((await ask(world, `PUT ${url}`, { as: ida, body: { body: 'For sent' } })).body.code).toBe(
      'edit-window-passed',
    );
  });

  it('cannot be edited by anyone else', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    const other = await someone(world, published.municipality, ['moderator', 'staff', 'administrator']);
    const answer = await ask(
      world,
      `PUT /api/municipalities/${published.municipality.slug}/comments/${comment.id}`,
      { as: other, body: { body: 'x' } },
    );
    expect(answer.status).toBe(403);
  });

  it('leaves a tombstone and its replies when its author takes it back', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const comment = await aComment(world, published, { by: ida });
    await aComment(world, published, { parentId: comment.id, body: 'Svar' });
    const at = `/api/municipalities/${published.municipality.slug}`;
    await ask(world, `DELETE ${at}/comments/${comment.id}`, { as: ida });
    const branches = await ask(world, `GET ${at}/threads/${published.threads[0]!.id}/comments`);
    expect(branches.body.items).toMatchObject([
      { state: 'removed', body: null, author: null, replies: [{ body: 'Svar' }] },
    ]);
  });

  it('counts one vote a person, changed or cast twice at once', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    const ida = await someone(world, published.municipality);
    const url = `PUT /api/municipalities/${published.municipality.slug}/comments/${comment.id}/vote`;
    const votes = Array.from({ length: 12 }, (_, n) => ({ vote: n % 2 ? 'agree' : 'disagree' }));
    const answers = await Promise.all(votes.map((body) => ask(world, url, { as: ida, body })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const [counted] = await world.source.query(
      `SELECT agree_count + disagree_count + pass_count AS counted, (SELECT count(*)::int FROM comment_vote WHERE comment_id = comment.id) AS cast
       FROM comment WHERE id = $1`,
      [comment.id],
    );
    expect(counted).toEqual({ counted: 1, cast: 1 });
    expect((await ask(world, url, { as: ida, body: { vote: 'pass' } })).body).toMatchObject({
      pass: 1,
      agree: 0,
      disagree: 0,
      myVote: 'pass',
    });
  });

  it('counts everybody who votes at once', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    const residents = await Promise.all(
      Array.from({ length: 10 }, () => someone(world, published.municipality)),
    );
    await Promise.all(
      residents.map((as) =>
        ask(world, `PUT /api/municipalities/${published.municipality.slug}/comments/${comment.id}/vote`, {
          as,
          body: { vote: 'agree' },
        }),
      ),
    );
    const shown = await ask(
      world,
      `GET /api/municipalities/${published.municipality.slug}/comments/${comment.id}`,
    );
    expect(shown.body.agree).toBe(10);
  });
});
