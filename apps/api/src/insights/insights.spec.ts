import { beforeAll, describe, expect, it } from '@jest/globals';
import { aComment, anInitiative, aPolicy, aProcess } from '../../test/fixtures.js';
import { aPlan } from '../../test/plans.js';
import { ask, aWorld, someone } from '../../test/world.js';
import { Demonstration } from '../demonstration/demonstration.js';

describe('what became of what was said', () => {
  const world = aWorld();
  const at = '/api/municipalities/helsingor';
  beforeAll(() => world.app.get(Demonstration).load('sejl-fjord-lyng-4711'), 60_000);

  const cited = () =>
    world.source.query<{ id: string; email: string }[]>(
      `SELECT comment.id, person.email FROM action_input JOIN comment ON comment.id = action_input.comment_id
         JOIN person ON person.id = comment.author_id JOIN action ON action.id = action_input.action_id
         JOIN action_plan ON action_plan.id = action.plan_id JOIN municipality ON municipality.id = action_plan.municipality_id
         JOIN feedback_link ON feedback_link.comment_id = comment.id
       WHERE action.result <> '' AND action_plan.published_at IS NOT NULL AND municipality.slug = 'helsingor'`,
    );

  it('is told step by step to everyone', async () => {
    const [comment] = await cited();
    const answer = await ask(world, `GET ${at}/trails?ids=${comment!.id}`);
    expect(answer.body.items[0].steps.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['said', 'linked', 'answered', 'planned', 'result']),
    );
    const dates = answer.body.items[0].steps.flatMap(({ at }: { at: string | null }) => at ?? []);
    expect(dates).toEqual(dates.toSorted());
  });

  it('is found by its author among their own contributions', async () => {
    const [comment] = await cited();
    const signedIn = await ask(world, 'POST /api/session', {
      body: { email: comment!.email, password: 'sejl-fjord-lyng-4711' },
    });
    const headers = { cookie: String(signedIn.headers['set-cookie']).split(';')[0]! };
    const mine = await ask(world, `GET ${at}/contributions/mine`, { headers });
    expect(mine.body.items.map(({ id }: { id: string }) => id)).toContain(comment!.id);
  });

  it('is not told of the other municipality, and not of what is hidden', async () => {
    const [comment] = await cited();
    expect(
      (await ask(world, `GET /api/municipalities/helsingborg/trails?ids=${comment!.id}`)).body.items,
    ).toEqual([]);
    const [hidden] = await world.source.query<{ id: string }[]>(
      'SELECT id FROM comment WHERE hidden_at IS NOT NULL LIMIT 1',
    );
    expect((await ask(world, `GET ${at}/trails?ids=${hidden!.id}`)).body.items).toEqual([]);
  });

  it('is summed up on the front page', async () => {
    const overview = await ask(world, `GET ${at}/overview`);
    expect(overview.body.results.length).toBeGreaterThan(0);
    expect(overview.body.active).toHaveLength(6);
    expect(overview.body.answered).toBeGreaterThan(10);
    expect(overview.body.answered).toBeLessThan(overview.body.contributions);
  });

  it('does not put on the front page what waits for a moderator', async () => {
    const [reported] = await world.source.query<{ body: string }[]>(
      `SELECT comment.body FROM report JOIN comment ON comment.id = report.comment_id
         JOIN municipality ON municipality.id = comment.municipality_id
       WHERE report.decision_id IS NULL AND comment.hidden_at IS NULL AND municipality.slug = 'helsingor'
       ORDER BY comment.id DESC LIMIT 1`,
    );
    const { body } = await ask(world, `GET ${at}/overview`);
    const excerpts = body.active.map(({ excerpt }: { excerpt: string }) => excerpt);
    expect(excerpts).not.toContain(reported!.body.slice(0, 160));
  });
});

describe('the trail', () => {
  const world = aWorld();

  it('tells that a process took something in before it has begun, as its author is told', async () => {
    const published = await aPolicy(world);
    const at = `/api/municipalities/${published.municipality.slug}`;
    const as = await someone(world, published.municipality, ['staff']);
    const process = await aProcess(world, published, { by: as, state: 'planned' });
    const { id } = await aComment(world, published);
    const body = { commentIds: [id] };
    await ask(world, `POST ${at}/processes/${process.id}/links`, { as, body });
    const { items } = (await ask(world, `GET ${at}/trails?ids=${id}`)).body;
    expect(items[0].steps).toMatchObject([
      { kind: 'said' },
      { kind: 'linked', title: process.title, path: `processes/${process.id}` },
    ]);
  });
});

describe('what waits', () => {
  const world = aWorld();

  it('is counted for each role by itself', async () => {
    const published = await aPolicy(world);
    const { municipality } = published;
    const at = `/api/municipalities/${municipality.slug}`;
    const waitingFor = async (...roles: Parameters<typeof someone>[2] & object) =>
      (await ask(world, `GET ${at}/waiting`, { as: await someone(world, municipality, roles) })).body;
    const nothing = {
      reports: null,
      inbox: null,
      unansweredProcesses: null,
      draftPlans: null,
      initiatives: null,
      ruleMissing: null,
    };
    expect(await waitingFor('administrator')).toEqual({ ...nothing, ruleMissing: true });
    const as = await someone(world, municipality, ['staff']);
    const staffAsks = (route: string, body: object = {}) => {
      const [method, path] = route.split(' ');
      return ask(world, `${method} ${at}/${path}`, { as, body });
    };
    const [loose, linked, answered] = [
      await aComment(world, published),
      await aComment(world, published),
      await anInitiative(world, published),
    ];
    const [open, done, empty, later] = [
      await aProcess(world, published, { by: as }),
      await aProcess(world, published, { by: as }),
      await aProcess(world, published, { by: as }),
      await aProcess(world, published, { by: as, state: 'planned' }),
    ];
    await staffAsks(`POST processes/${open.id}/links`, { commentIds: [linked.id] });
    await staffAsks(`POST processes/${later.id}/links`, { commentIds: [linked.id] });
    const { themes } = (await staffAsks(`POST processes/${done.id}/themes`, { title: 'Bænke' })).body;
    await staffAsks(`POST processes/${done.id}/links`, {
      initiativeIds: [answered.id],
      themeId: themes[0].id,
    });
    await staffAsks(`PUT themes/${themes[0].id}/response`, { outcome: 'accepted', text: 'Ja, det gør vi.' });
    await staffAsks(`POST themes/${themes[0].id}/response/publish`);
    await aPlan(world, published);
    await aPlan(world, published, { year: 2028, title: 'Handleplan 2028', published: true });
    for (const reasonCode of ['insult', 'hate'])
      await ask(world, `POST ${at}/comments/${loose.id}/reports`, { body: { reasonCode } });
    const counted = {
      inbox: { notLinked: 1, notAnswered: 2 },
      unansweredProcesses: 1,
      draftPlans: 1,
      initiatives: { mine: 0, opinion: 0, unassigned: 0, overdue: 0 },
    };
    expect(empty.linkCount).toBe(0);
    expect(await waitingFor('staff')).toEqual({ ...nothing, ...counted });
    expect(await waitingFor('moderator')).toEqual({ ...nothing, reports: 1 });
    expect(await waitingFor('moderator', 'staff', 'administrator')).toEqual({
      ...counted,
      reports: 1,
      ruleMissing: false,
    });
  });

  it('is nobody else’s business', async () => {
    const [here, there] = [await aPolicy(world), await aPolicy(world)];
    const status = async (as: Awaited<ReturnType<typeof someone>> | null) =>
      (await ask(world, `GET /api/municipalities/${here.municipality.slug}/waiting`, { as })).status;
    expect(await status(null)).toBe(401);
    expect(await status(await someone(world, here.municipality))).toBe(403);
    expect(await status(await someone(world, there.municipality, ['staff']))).toBe(403);
  });
});
