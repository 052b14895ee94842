import { describe, expect, it } from '@jest/globals';
import { aComment, aPolicy, aProcess, anInitiative } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, contextOf, someone } from '../../test/world.js';
import { PoliciesService } from '../policies/policies.service.js';
import { ThemesService } from '../involvement/themes.service.js';
import { CommentsService } from './comments.service.js';
import { Gates } from './gates.js';
import { InterventionsService } from './interventions.service.js';

describe('every subject', () => {
  const world = aWorld();
  const of = async (slug: string, subject: string) =>
    (await ask(world, `GET /api/municipalities/${slug}/threads?subject=${subject}`)).body;

  it('that can be read can be spoken of: an initiative, a process, its themes', async () => {
    const published = await aPolicy(world);
    const { slug } = published.municipality;
    const { id: initiativeId, title } = await anInitiative(world, published);
    expect(await of(slug, `initiative:${initiativeId}`)).toMatchObject({
      title,
      path: `initiatives/${initiativeId}`,
    });
    const process = await aProcess(world, published);
    expect(await of(slug, `process:${process.id}`)).toMatchObject({ title: process.title });
    const staff = await contextOf(
      world,
      published.municipality,
      await someone(world, published.municipality, ['staff']),
    );
    const { themes } = await world.app.get(ThemesService).add(staff, process.id, 'Ly og lys');
    expect(await of(slug, `theme:${themes[0]!.id}`)).toMatchObject({
      title: 'Ly og lys',
      path: `processes/${process.id}`,
      blockers: [],
    });
    const draft = await anInitiative(world, published, { draft: true });
    expect(await of(slug, `initiative:${draft.id}`)).toMatchObject({ code: 'not-found' });
    expect(await of(slug, 'policy:1')).toMatchObject({ code: 'invalid-input' });
  });

  it('is called in its discussion what it is called now', async () => {
    const published = await aPolicy(world);
    const { slug } = published.municipality;
    const by = await someone(world, published.municipality, ['staff']);
    const staff = await contextOf(world, published.municipality, by);
    const process = await aProcess(world, published);
    const { themes } = await world.app.get(ThemesService).add(staff, process.id, 'Ly');
    await world.app.get(ThemesService).rename(staff, themes[0]!.id, 'Ly og lys');
    expect((await of(slug, `theme:${themes[0]!.id}`)).title).toBe('Ly og lys');
    const [goal] = published.goals;
    const { title: _, ...rest } = { title: goal!.title, text: 'Nyt', number: goal!.number, targetGroups: [] };
    await world.app
      .get(PoliciesService)
      .correctGoal(staff, goal!.id, { ...rest, title: 'Retteligt' } as never);
    expect((await of(slug, `goal:${goal!.id}`)).title).toBe('Retteligt');
  });

  it('of one municipality is not spoken of in the other', async () => {
    const published = await aPolicy(world);
    const process = await aProcess(world, published);
    const other = await aMunicipality(world);
    expect(await of(other.slug, `process:${process.id}`)).toMatchObject({ code: 'not-found' });
  });

  it('leaves what was said of it to its process when a theme is taken away', async () => {
    const published = await aPolicy(world);
    const { slug } = published.municipality;
    const staff = await contextOf(
      world,
      published.municipality,
      await someone(world, published.municipality, ['staff']),
    );
    const process = await aProcess(world, published);
    const { themes } = await world.app.get(ThemesService).add(staff, process.id, 'Ly');
    const theme = await of(slug, `theme:${themes[0]!.id}`);
    const comment = await aComment(world, published, { thread: theme, body: 'Mere ly' });
    await aComment(world, published, { thread: theme, parentId: comment.id, body: 'Ja' });
    await world.app.get(ThemesService).remove(staff, themes[0]!.id);
    const own = await of(slug, `process:${process.id}`);
    expect(own.commentCount).toBe(2);
    const page = await ask(world, `GET /api/municipalities/${slug}/threads/${own.id}/comments`);
    expect(page.body.items).toMatchObject([{ body: 'Mere ly', replyCount: 1, replies: [{ body: 'Ja' }] }]);
  });

  it('does not tell what an initiative is called that is hidden', async () => {
    const published = await aPolicy(world);
    const { slug } = published.municipality;
    const { id } = await anInitiative(world, published, { title: 'En grim titel her' });
    const moderator = await someone(world, published.municipality, ['moderator']);
    const hidden = await ask(
      world,
      `POST /api/municipalities/${slug}/moderation/initiatives/${id}/decisions`,
      {
        as: moderator,
        body: { action: 'hide', reasonCode: 'insult', reason: 'Den krænker en navngiven person.' },
      },
    );
    expect(hidden.status).toBeLessThan(300);
    expect((await of(slug, `initiative:${id}`)).title).not.toContain('grim');
  });
});

describe('what is held back', () => {
  const world = aWorld();

  it('is in the lists of its author and of moderators, and in nobody else’s', async () => {
    const published = await aPolicy(world);
    const { slug } = published.municipality;
    world.app.get(Gates).register(async (_, { text }) => (text.includes('vent') ? { hold: 'word' } : null));
    const ida = await someone(world, published.municipality);
    const other = await someone(world, published.municipality);
    const moderator = await someone(world, published.municipality, ['moderator']);
    const first = await aComment(world, published, { body: 'Først' });
    const held = await aComment(world, published, { by: ida, body: 'vent lidt', parentId: first.id });
    await aComment(world, published, { by: ida, body: 'vent også' });
    const seen = async (as: typeof ida | null) => {
      const page = await ask(
        world,
        `GET /api/municipalities/${slug}/threads/${published.threads[0]!.id}/comments`,
        { as },
      );
      return page.body.items.flatMap((item: { body: string; replies: { body: string }[] }) => [
        item.body,
        ...item.replies.map(({ body }) => body),
      ]);
    };
    for (const as of [null, other]) {
      expect(await seen(as)).toEqual(['Først']);
      for (const path of ['', '/replies', '/revisions'])
        expect(
          (await ask(world, `GET /api/municipalities/${slug}/comments/${held.id}${path}`, { as })).status,
        ).toBe(404);
      const changes = await ask(
        world,
        `GET /api/municipalities/${slug}/threads/${published.threads[0]!.id}/changes?since=0`,
        { as },
      );
      expect(changes.body.items.map(({ body }: { body: string }) => body)).toEqual(['Først']);
      expect(changes.body.gone).toEqual([]);
    }
    for (const as of [ida, moderator]) expect(await seen(as)).toEqual(['Først', 'vent lidt', 'vent også']);
    const [{ replyCount }] = (
      await ask(world, `GET /api/municipalities/${slug}/threads/${published.threads[0]!.id}/comments`)
    ).body.items;
    expect(replyCount).toBe(0);
  });

  it('is there for everyone once it is let through, and pages that are open hear of it', async () => {
    const published = await aPolicy(world);
    const { slug } = published.municipality;
    world.app
      .get(Gates)
      .register(async (_, { text }) => (text.includes('bi lidt') ? { hold: 'word' } : null));
    const first = await aComment(world, published, { body: 'Først' });
    const held = await aComment(world, published, { body: 'bi lidt', parentId: first.id });
    const at = `/api/municipalities/${slug}/threads/${published.threads[0]!.id}`;
    const before = (await ask(world, `GET ${at}`)).body;
    expect(before.commentCount).toBe(1);
    const moderator = await contextOf(
      world,
      published.municipality,
      await someone(world, published.municipality, ['moderator']),
    );
    await world.app.get(CommentsService).release(moderator, held.id);
    const changes = (await ask(world, `GET ${at}/changes?since=${before.revision}`)).body;
    expect(changes.thread.commentCount).toBe(2);
    expect(changes.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: held.id, state: 'visible' }),
        expect.objectContaining({ id: first.id, replyCount: 1 }),
      ]),
    );
  });

  it('may be held when it is changed: then pages that show it take it away', async () => {
    const published = await aPolicy(world);
    const { slug } = published.municipality;
    world.app
      .get(Gates)
      .register(async (_, { text }) => (text.includes('stop nu') ? { hold: 'word' } : null));
    const ida = await someone(world, published.municipality);
    const comment = await aComment(world, published, { by: ida, body: 'Pænt' });
    const at = `/api/municipalities/${slug}/threads/${published.threads[0]!.id}`;
    const { revision } = (await ask(world, `GET ${at}`)).body;
    const edited = await ask(world, `PUT /api/municipalities/${slug}/comments/${comment.id}`, {
      as: ida,
      body: { body: 'stop nu' },
    });
    expect(edited.body).toMatchObject({ state: 'held', body: 'stop nu' });
    const changes = (await ask(world, `GET ${at}/changes?since=${revision}`)).body;
    expect(changes).toMatchObject({ gone: [comment.id], items: [], thread: { commentCount: 0 } });
  });

  it('can be taken back by its author before anybody has seen it', async () => {
    const published = await aPolicy(world);
    const { slug } = published.municipality;
    world.app
      .get(Gates)
      .register(async (_, { text }) => (text.includes('fortryd') ? { hold: 'word' } : null));
    const ida = await someone(world, published.municipality);
    const held = await aComment(world, published, { by: ida, body: 'fortryd' });
    const removed = await ask(world, `DELETE /api/municipalities/${slug}/comments/${held.id}`, { as: ida });
    expect(removed.body.state).toBe('removed');
    const thread = (await ask(world, `GET /api/municipalities/${slug}/threads/${published.threads[0]!.id}`))
      .body;
    expect(thread.commentCount).toBe(0);
  });
});

describe('a comment that is moved', () => {
  const world = aWorld();

  it('begins a branch of the other thread with everything that answers it, and is gone from the first', async () => {
    const published = await aPolicy(world);
    const { slug } = published.municipality;
    const [from, into] = published.threads;
    const root = await aComment(world, published, { body: 'Om noget' });
    const moved = await aComment(world, published, { body: 'Om noget andet', parentId: root.id });
    const answer = await aComment(world, published, { body: 'Ja', parentId: moved.id });
    const voter = await someone(world, published.municipality);
    const vote = `/api/municipalities/${slug}/comments/${moved.id}/vote`;
    await ask(world, `PUT ${vote}`, { as: voter, body: { vote: 'agree' } });
    const at = (id: string) => `/api/municipalities/${slug}/threads/${id}`;
    const { revision } = (await ask(world, `GET ${at(from!.id)}`)).body;
    const moderator = await contextOf(
      world,
      published.municipality,
      await someone(world, published.municipality, ['moderator']),
    );
    await world.app.get(InterventionsService).move(moderator, moved.id, into!.id);
    const there = await ask(world, `GET ${at(into!.id)}/comments`);
    expect(there.body.items).toMatchObject([
      {
        body: 'Om noget andet',
        parentId: null,
        agree: 1,
        replyCount: 1,
        replies: [{ body: 'Ja', rootId: moved.id }],
      },
    ]);
    const changes = (await ask(world, `GET ${at(from!.id)}/changes?since=${revision}`)).body;
    expect(changes.gone.toSorted()).toEqual([moved.id, answer.id].toSorted());
    expect(changes.thread.commentCount).toBe(1);
    expect((await ask(world, `GET ${at(from!.id)}/comments`)).body.items).toMatchObject([{ replyCount: 0 }]);
    expect((await ask(world, `GET ${at(from!.id)}/comments?from=${moved.id}`)).status).toBe(404);
    const [counted] = await world.source.query<{ here: number }[]>(
      'SELECT count(*)::int AS here FROM comment_vote WHERE thread_id = $1',
      [into!.id],
    );
    expect(counted!.here).toBe(1);
  });

  it('takes no answer along that stands in another thread', async () => {
    const published = await aPolicy(world);
    const root = await aComment(world, published);
    const insert = world.source.query(
      `INSERT INTO comment (municipality_id, thread_id, parent_id, root_id, body, language)
       VALUES ($1, $2, $3, $3, 'Forvildet', 'da')`,
      [published.municipality.id, published.threads[1]!.id, root.id],
    );
    await expect(insert).rejects.toMatchObject({ driverError: { constraint: 'reply_in_thread' } });
  });
});
