import { describe, expect, it } from '@jest/globals';
import { aComment, anInitiative, aPolicy, aProcess, type PublishedPolicy } from '../../test/fixtures.js';
import { workOff } from '../../test/jobs.js';
import { aPlan } from '../../test/plans.js';
import { aMunicipality, ask, aWorld, someone, type Someone } from '../../test/world.js';

describe('following', () => {
  const world = aWorld();
  const at = ({ municipality }: Pick<PublishedPolicy, 'municipality'>) =>
    `/api/municipalities/${municipality.slug}`;
  const follow = (published: PublishedPolicy, as: Someone, kind: string, id: string, method = 'PUT') =>
    ask(world, `${method} ${at(published)}/follows/${kind}/${id}`, { as });
  const heardBy = async (published: PublishedPolicy, as: Someone) => {
    await workOff(world);
    const { body } = await ask(world, `GET ${at(published)}/notifications`, { as });
    return body.items as {
      id: string;
      kind: string;
      path: string;
      details: { count: number; title: string };
    }[];
  };
  const listOf = async (published: PublishedPolicy, as: Someone) =>
    (await ask(world, `GET ${at(published)}/follows`, { as })).body.items;

  it('tells of what happens at a goal and below it, and of nobody’s own', async () => {
    const published = await aPolicy(world);
    const [top, below] = published.goals;
    const ida = await someone(world, published.municipality);
    await follow(published, ida, 'goal', top!.id);
    await aComment(world, published, { thread: published.threads[1]! });
    const initiative = await anInitiative(world, published, { goal: below!, title: 'Flere bænke' });
    await aProcess(world, published);
    await aComment(world, published, { by: ida });
    const heard = await heardBy(published, ida);
    expect(heard.map(({ kind }) => kind).toSorted()).toEqual([
      'followed-comments',
      'followed-initiative',
      'followed-process',
    ]);
    expect(heard).toContainEqual(
      expect.objectContaining({
        kind: 'followed-initiative',
        path: `initiatives/${initiative.id}`,
        details: expect.objectContaining({ title: 'Flere bænke' }),
      }),
    );
  });

  it('gathers what is said in a thread until it is read', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    await follow(published, ida, 'thread', published.threads[0]!.id);
    const first = await aComment(world, published);
    for (let n = 0; n < 3; n++) await aComment(world, published);
    const [notice, ...others] = await heardBy(published, ida);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ details: { count: 4 }, path: expect.stringContaining(first.id) });
    await ask(world, `POST ${at(published)}/notifications/read`, { as: ida, body: {} });
    await aComment(world, published);
    expect((await heardBy(published, ida)).map(({ details }) => details.count)).toEqual([1, 4]);
  });

  it('of a policy hears of its action plan', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    await follow(published, ida, 'policy', published.policy.id);
    await aPlan(world, published, { published: true, title: 'Handleplan 2027', year: 2027 });
    expect(await heardBy(published, ida)).toMatchObject([
      { kind: 'followed-plan', details: { title: 'Handleplan 2027', year: 2027 } },
    ]);
  });

  it('does not tell of what was hidden before the telling', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    await follow(published, ida, 'goal', published.goals[0]!.id);
    const comment = await aComment(world, published);
    await world.source.query('UPDATE comment SET hidden_at = now() WHERE id = $1', [comment.id]);
    expect(await heardBy(published, ida)).toEqual([]);
  });

  it('begins with writing somewhere, unless one said no to that, here or everywhere', async () => {
    const published = await aPolicy(world);
    const [ida, bo] = [
      await someone(world, published.municipality),
      await someone(world, published.municipality),
    ];
    const thread = published.threads[0]!;
    await aComment(world, published, { by: ida });
    expect(await listOf(published, ida)).toMatchObject([
      { kind: 'thread', subjectId: thread.id, title: published.goals[0]!.title },
    ]);
    await follow(published, ida, 'thread', thread.id, 'DELETE');
    await aComment(world, published, { by: ida });
    expect(await listOf(published, ida)).toEqual([]);
    const { body: settings } = await ask(world, `GET ${at(published)}/notification-settings`, { as: bo });
    await ask(world, `PUT ${at(published)}/notification-settings`, {
      as: bo,
      body: { ...settings, followOwn: false },
    });
    await aComment(world, published, { by: bo });
    expect(await listOf(published, bo)).toEqual([]);
  });

  it('tells those who propose it once that there is enough support, and once of the answer', async () => {
    const published = await aPolicy(world);
    const { municipality } = published;
    const [ida, bo, staff] = [
      await someone(world, municipality),
      await someone(world, municipality),
      await someone(world, municipality, ['staff']),
    ];
    const { id } = await anInitiative(world, published, { by: ida, threshold: 1 });
    // Whoever proposes something follows it, and says so once more.
    await follow(published, ida, 'initiative', id);
    await follow(published, bo, 'initiative', id);
    const there = `${at(published)}/initiatives/${id}`;
    await ask(world, `PUT ${there}/support`, { as: await someone(world, municipality) });
    await ask(world, `POST ${there}/answer`, {
      as: staff,
      body: { outcome: 'accepted', text: 'Det gør vi.' },
    });
    const told = (await heardBy(published, ida)).map(({ kind }) => kind);
    expect(told.filter((kind) => kind === 'followed-progress')).toEqual([]);
    expect(told.filter((kind) => kind === 'initiative-reached')).toHaveLength(1);
    expect(told.filter((kind) => kind === 'initiative-answered')).toHaveLength(1);
    expect((await heardBy(published, bo)).map(({ kind }) => kind)).toEqual([
      'followed-progress',
      'followed-progress',
    ]);
  });

  it('is written once, pressed many times at the same moment', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const goal = published.goals[0]!;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => follow(published, ida, 'goal', goal.id)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await world.source.query('SELECT 1 FROM follow WHERE person_id = $1', [ida.id])).toHaveLength(1);
    await expect(
      world.source.query(
        "INSERT INTO follow (person_id, municipality_id, kind, subject_id) VALUES ($1, $2, 'goal', $3)",
        [ida.id, published.municipality.id, goal.id],
      ),
    ).rejects.toMatchObject({ constraint: 'follow_person_id_kind_subject_id_key' });
  });

  it('of one municipality is not found in the other, nor is what cannot be read', async () => {
    const published = await aPolicy(world);
    const other = await aMunicipality(world);
    const ida = await someone(world, other);
    const goal = published.goals[0]!;
    const elsewhere = await ask(world, `PUT /api/municipalities/${other.slug}/follows/goal/${goal.id}`, {
      as: ida,
    });
    expect(elsewhere.status).toBe(404);
    const bo = await someone(world, published.municipality);
    const draft = await anInitiative(world, published, { draft: true });
    expect((await follow(published, bo, 'initiative', draft.id)).status).toBe(404);
    expect((await follow(published, bo, 'person', goal.id)).status).toBe(404);
    expect((await follow(published, await someone(world, null, []), 'goal', goal.id)).body.code).toBe(
      'not-a-member',
    );
  });
});

describe('mentions', () => {
  const world = aWorld();
  const at = ({ municipality }: Pick<PublishedPolicy, 'municipality'>) =>
    `/api/municipalities/${municipality.slug}`;
  const noticesOf = async (published: PublishedPolicy, as: Someone) =>
    (await ask(world, `GET ${at(published)}/notifications`, { as })).body.items as { kind: string }[];

  it('reach those who have spoken in the thread, once, and only them', async () => {
    const published = await aPolicy(world);
    const names = ['Åse Ørsted', 'Bo Lind', 'Karin Holm'];
    const [ase, bo, karin] = (await Promise.all(
      names.map((name) => someone(world, published.municipality, ['resident'], { name })),
    )) as [Someone, Someone, Someone];
    await aComment(world, published, { by: ase });
    const comment = await aComment(world, published, { by: bo, body: 'Hej @åse ørsted og @Karin Holm' });
    await workOff(world);
    expect((await noticesOf(published, ase)).map(({ kind }) => kind)).toEqual(['mentioned']);
    expect(await noticesOf(published, karin)).toEqual([]);
    const kept = await world.source.query('SELECT person_id FROM comment_mention WHERE comment_id = $1', [
      comment.id,
    ]);
    expect(kept).toEqual([{ person_id: ase.id }]);
  });

  it('are not told to who wants to hear of no answers', async () => {
    const published = await aPolicy(world);
    const ase = await someone(world, published.municipality, ['resident'], { name: 'Åse Ørsted' });
    const comment = await aComment(world, published, { by: ase });
    const settings = `${at(published)}/notification-settings`;
    const { body } = await ask(world, `GET ${settings}`, { as: ase });
    await ask(world, `PUT ${settings}`, { as: ase, body: { ...body, answersToMe: false } });
    await aComment(world, published, { body: '@Åse Ørsted!' });
    await aComment(world, published, { parentId: comment.id });
    expect((await noticesOf(published, ase)).filter(({ kind }) => kind !== 'followed-comments')).toEqual([]);
  });

  it('are suggested by name from those who can be read there, with nothing else of them', async () => {
    const published = await aPolicy(world);
    const [ase, asta] = await Promise.all(
      ['Åse Ørsted', 'Åsta Holm'].map((name) =>
        someone(world, published.municipality, ['resident'], { name }),
      ),
    );
    const bo = await someone(world, published.municipality);
    await aComment(world, published, { by: ase! });
    const hidden = await aComment(world, published, { by: asta! });
    await world.source.query('UPDATE comment SET hidden_at = now() WHERE id = $1', [hidden.id]);
    const suggest = (slug: string, as: Someone | null) =>
      ask(
        world,
        `GET /api/municipalities/${slug}/threads/${published.threads[0]!.id}/participants?beginning=${encodeURIComponent('ås')}`,
        { as },
      );
    const { slug } = published.municipality;
    expect((await suggest(slug, bo)).body).toEqual({ items: [{ name: 'Åse Ørsted', badge: null }] });
    expect((await suggest(slug, null)).status).toBe(401);
    const other = await aMunicipality(world);
    expect((await suggest(other.slug, await someone(world, other))).status).toBe(404);
  });
});
