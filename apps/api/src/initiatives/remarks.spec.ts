import { describe, expect, it } from '@jest/globals';
import { aPolicy, anInitiative } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, contextOf, someone } from '../../test/world.js';
import { CommentsService } from '../discussions/comments.service.js';

describe('a remark', () => {
  const world = aWorld();
  const published = async () => {
    const policy = await aPolicy(world);
    const { municipality } = policy;
    const ida = await someone(world, municipality);
    const { id } = await anInitiative(world, policy, { by: ida });
    const at = `/api/municipalities/${municipality.slug}`;
    const add = (as = ida, body = 'Bænkene må gerne være genbrug.') =>
      ask(world, `POST ${at}/initiatives/${id}/remarks`, { as, body: { body } });
    const list = async () => (await ask(world, `GET ${at}/initiatives/${id}/remarks`)).body.items;
    return { policy, municipality, ida, id, at, add, list };
  };

  it('is added by the proposer, with its date, and stands in the discussion too', async () => {
    const { ida, at, id, add, list } = await published();
    await add();
    await add(ida, 'I dag har vi talt med havnen. '.repeat(300));
    expect(await list()).toMatchObject([
      { remark: true, author: { name: ida.name }, createdAt: expect.stringMatching(/^\d{4}-/) },
      { remark: true },
    ]);
    const { body } = await ask(world, `GET ${at}/initiatives/${id}`, { as: ida });
    expect(body.can.remark).toBe(true);
    const thread = (await ask(world, `GET ${at}/threads?subject=initiative:${id}`)).body;
    expect(thread.commentCount).toBe(2);
  });

  it('is nobody else’s to add, and of at most 10 000 characters', async () => {
    const { municipality, ida, add } = await published();
    expect((await add(await someone(world, municipality))).status).toBe(403);
    expect((await add(ida, 'a'.repeat(10_001))).body.details.fields).toEqual([
      { field: 'body', code: 'too-long', limits: { max: 10_000 } },
    ]);
  });

  it('is a co-proposer’s to add too', async () => {
    const { municipality, id, at, add } = await published();
    const bo = await someone(world, municipality);
    await world.source.query('INSERT INTO co_proposer (initiative_id, person_id) VALUES ($1, $2)', [
      id,
      bo.id,
    ]);
    expect((await add(bo)).status).toBe(201);
    expect((await ask(world, `GET ${at}/initiatives/${id}/remarks`)).body.items).toHaveLength(1);
  });

  it('to a draft is not added: there one edits', async () => {
    const { policy, ida, at } = await published();
    const draft = await anInitiative(world, policy, { by: ida, draft: true });
    const body = { body: 'Mere.' };
    expect((await ask(world, `POST ${at}/initiatives/${draft.id}/remarks`, { as: ida, body })).status).toBe(
      409,
    );
  });

  it('is neither edited nor taken back, by its author or behind the application’s back', async () => {
    const { ida, at, add } = await published();
    const { body } = await add();
    expect(body.can).toMatchObject({ edit: false, remove: false });
    const comment = `${at}/comments/${body.id}`;
    expect((await ask(world, `PUT ${comment}`, { as: ida, body: { body: 'Andet.' } })).status).toBe(409);
    expect((await ask(world, `DELETE ${comment}`, { as: ida })).status).toBe(403);
    const kept = { driverError: { constraint: 'remark_is_kept' } };
    for (const change of [
      `UPDATE comment SET body = 'Andet.' WHERE id = $1`,
      'UPDATE comment SET created_at = now() WHERE id = $1',
      'UPDATE comment SET removed_at = now() WHERE id = $1',
      'UPDATE comment SET remark = false WHERE id = $1',
      'DELETE FROM comment WHERE id = $1',
    ])
      await expect(world.source.query(change, [body.id])).rejects.toMatchObject(kept);
  });

  it('is a step on the timeline, in its place among what happened', async () => {
    const { ida, id, at, add } = await published();
    const { body } = await add();
    await world.source.query(
      "INSERT INTO initiative_step (initiative_id, act, status, created_at) VALUES ($1, 'reach', 'reached', now() + interval '1 second')",
      [id],
    );
    const { steps } = (await ask(world, `GET ${at}/initiatives/${id}`)).body;
    expect(steps.map(({ act }: { act: string }) => act)).toEqual(['publish', 'remark', 'reach']);
    expect(steps[1]).toMatchObject({ subjectId: body.id, actor: ida.name, at: body.createdAt });
  });

  it('is hidden by a moderator, on the timeline too, and restored', async () => {
    const { municipality, add, list, at, id } = await published();
    const { body } = await add();
    const told = async () => (await ask(world, `GET ${at}/initiatives/${id}`)).body.steps.length;
    expect(await told()).toBe(2);
    const moderator = await someone(world, municipality, ['moderator']);
    const ctx = await contextOf(world, municipality, moderator);
    const comments = world.app.get(CommentsService);
    await comments.hide(ctx, body.id, 'Nævner en anden');
    expect(await list()).toEqual([]);
    expect(await told()).toBe(1);
    await comments.restore(ctx, body.id);
    expect(await list()).toHaveLength(1);
  });

  it('is added also when the discussion is locked', async () => {
    const { at, id, add } = await published();
    const thread = (await ask(world, `GET ${at}/threads?subject=initiative:${id}`)).body;
    await world.source.query('UPDATE thread SET locked_at = now() WHERE id = $1', [thread.id]);
    expect((await add()).status).toBe(201);
  });

  it('of another municipality is not found', async () => {
    const { id, ida } = await published();
    const there = `/api/municipalities/${(await aMunicipality(world)).slug}/initiatives/${id}/remarks`;
    expect((await ask(world, `GET ${there}`)).status).toBe(404);
    expect((await ask(world, `POST ${there}`, { as: ida, body: { body: 'Hej' } })).status).toBe(403);
  });
});
