import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aComment, anInitiative, aPolicy } from '../../test/fixtures.js';
import { aPlan } from '../../test/plans.js';
import { aMunicipality, ask, aWorld, someone } from '../../test/world.js';
import { Events } from '../platform/events/events.js';
import { InputPlanned, ResultReported } from './action-plans.events.js';
import { ActionPlan } from './action-plan.entity.js';
import { Action } from './action.entity.js';

const world = aWorld();
const told: (InputPlanned | ResultReported)[] = [];
beforeAll(() => {
  world.app.get(Events).after(InputPlanned, (_, event) => void told.push(event));
  world.app.get(Events).after(ResultReported, (_, event) => void told.push(event));
});
beforeEach(() => void told.splice(0));

const at = ({ municipality }: { municipality: { slug: string } }) =>
  `/api/municipalities/${municipality.slug}`;
const referencesTold = () => told.map(({ contributions }) => contributions.map(({ reference }) => reference));

describe('a plan', () => {
  it('is one a policy and year, and the second is told so at the year', async () => {
    const policy = await aPolicy(world);
    const staff = await someone(world, policy.municipality, ['staff']);
    const make = (year: number) =>
      ask(world, `POST ${at(policy)}/policies/${policy.policy.id}/plans`, {
        as: staff,
        body: { year, title: 'Handleplan' },
      });
    const answers = await Promise.all([make(2027), make(2027), make(2027)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'plan-exists',
      details: { fields: [{ field: 'year', code: 'taken' }] },
    });
    const next = await make(2028);
    const moved = await ask(world, `PUT ${at(policy)}/plans/${next.body.id}`, {
      as: staff,
      body: { year: 2027 },
    });
    expect(moved.body).toMatchObject({ code: 'plan-exists', details: { fields: [{ field: 'year' }] } });
  });

  it('that is a draft is not found by residents, nor anything of it', async () => {
    const planned = await aPlan(world, await aPolicy(world));
    const ida = await someone(world, planned.municipality, ['resident', 'moderator']);
    const url = `${at(planned)}/plans/${planned.plan.id}`;
    for (const route of [
      url,
      `${at(planned)}/actions/${planned.actions[0]!.id}`,
      `${at(planned)}/actions/${planned.actions[0]!.id}/inputs`,
    ])
      for (const as of [null, ida])
        expect(await ask(world, `GET ${route}`, { as })).toMatchObject({
          status: 404,
          body: { code: 'not-found' },
        });
    expect(
      (await ask(world, `GET ${at(planned)}/policies/${planned.policy.id}/plans`, { as: ida })).body.items,
    ).toEqual([]);
    expect((await ask(world, `GET ${at(planned)}/plans`)).body.items).toEqual([]);
    expect((await ask(world, `GET ${at(planned)}/goals/${planned.goals[0]!.id}/actions`)).body.items).toEqual(
      [],
    );
    expect((await ask(world, `GET ${url}`, { as: planned.staff })).body).toMatchObject({
      title: 'Handleplan 2027',
      publishedAt: null,
    });
  });

  it('of one municipality is not found in the other, not even by its staff', async () => {
    const planned = await aPlan(world, await aPolicy(world), { published: true });
    const other = await aMunicipality(world);
    const staff = await someone(world, other, ['staff']);
    const [plan, action, policy, goal] = [
      planned.plan.id,
      planned.actions[0]!.id,
      planned.policy.id,
      planned.goals[0]!.id,
    ];
    for (const [route, body] of [
      [`GET plans/${plan}`],
      [`PUT plans/${plan}`, { title: 'Vores nu' }],
      [`POST plans/${plan}/publish`],
      [`PUT plans/${plan}/order`, { actionIds: [action] }],
      [`POST plans/${plan}/actions`, { title: 'Indsats' }],
      [`GET plans/${plan}/candidates`],
      [`POST plans/${plan}/exports`, { format: 'csv' }],
      [`GET plans/${plan}/exports`],
      [`GET actions/${action}`],
      [`PUT actions/${action}`, { title: 'Andet' }],
      [`DELETE actions/${action}`],
      [`GET actions/${action}/inputs`],
      [`PUT actions/${action}/inputs`, { commentIds: [], initiativeIds: [] }],
      [`GET policies/${policy}/plans`],
      [`POST policies/${policy}/plans`, { year: 2030, title: 'Plan' }],
      [`GET goals/${goal}/actions`],
    ] as [string, object?][]) {
      const [method, path] = route.split(' ');
      const answer = await ask(world, `${method} /api/municipalities/${other.slug}/${path}`, {
        as: staff,
        ...(body ? { body } : {}),
      });
      expect([route, answer.status]).toEqual([route, 404]);
    }
  });

  it('shows its actions by focus area with what they build on', async () => {
    const policy = await aPolicy(world);
    const comment = await aComment(world, policy, { body: 'Åbn huset om aftenen, tak.' });
    const initiative = await anInitiative(world, policy, { title: 'Biblioteket åbent om aftenen' });
    const planned = await aPlan(world, policy, {
      published: true,
      actions: [
        { goalId: policy.goals[1]!.id, comments: [comment], initiatives: [initiative] },
        { goalId: null, title: 'På tværs' },
      ],
    });
    const { body } = await ask(world, `GET ${at(planned)}/plans/${planned.plan.id}`);
    expect(
      body.areas.map((area: { goal: { title: string } | null; actions: unknown[] }) => [
        area.goal?.title ?? null,
        area.actions.length,
      ]),
    ).toEqual([
      ['Deltag', 1],
      [null, 1],
    ]);
    expect(body.areas[0].actions[0]).toMatchObject({
      number: '1.1',
      goal: { title: 'Flere stemmer' },
      background: {
        comments: 1,
        initiatives: 1,
        supporters: 0,
        inputs: [
          { kind: 'initiative', text: 'Biblioteket åbent om aftenen', path: `initiatives/${initiative.id}` },
          { kind: 'comment', reference: comment.reference, text: 'Åbn huset om aftenen, tak.' },
        ],
      },
      can: { edit: false, remove: false },
      missing: [],
    });
    expect(body.can).toEqual({ edit: false, publish: false, export: false });
    expect(JSON.stringify(body)).not.toContain(comment.author!.name);
  });

  it('is not published without an action, and says why', async () => {
    const planned = await aPlan(world, await aPolicy(world), { actions: [] });
    const url = `${at(planned)}/plans/${planned.plan.id}`;
    expect(planned.plan).toMatchObject({ blockers: [{ type: 'no-actions' }], can: { publish: false } });
    const answer = await ask(world, `POST ${url}/publish`, { as: planned.staff });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'plan-not-publishable', details: { reasons: [{ type: 'no-actions' }] } },
    });
  });

  it('tells those whose input it builds on once, however often it is published at once', async () => {
    const policy = await aPolicy(world);
    const [first, second] = [await aComment(world, policy), await aComment(world, policy)];
    const planned = await aPlan(world, policy, {
      actions: [{ comments: [first, second] }, { title: 'Uden input' }],
    });
    expect(told).toEqual([]);
    const url = `POST ${at(planned)}/plans/${planned.plan.id}/publish`;
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(world, url, { as: planned.staff })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(referencesTold()).toEqual([[first.reference, second.reference]]);
    expect(told[0]).toMatchObject({
      action: { planId: planned.plan.id, year: 2027, title: 'Åbne huse om aftenen' },
    });
  });

  it('is not overwritten from a tab that shows an older one', async () => {
    const planned = await aPlan(world, await aPolicy(world));
    const url = `PUT ${at(planned)}/plans/${planned.plan.id}`;
    const edit = (introduction: string) =>
      ask(world, url, { as: planned.staff, body: { introduction, revision: planned.plan.revision } });
    expect((await edit('Først')).status).toBe(200);
    expect(await edit('Så')).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  });

  it('keeps its actions in the order they were put', async () => {
    const planned = await aPlan(world, await aPolicy(world), {
      actions: [{ title: 'Første' }, { title: 'Anden' }, { title: 'Tredje' }],
    });
    const url = `PUT ${at(planned)}/plans/${planned.plan.id}/order`;
    const ids = planned.actions.map(({ id }) => id);
    const turned = await ask(world, url, { as: planned.staff, body: { actionIds: ids.toReversed() } });
    const titles = turned.body.areas.flatMap(({ actions }: { actions: { title: string }[] }) =>
      actions.map(({ title }) => title),
    );
    expect(titles).toEqual(['Tredje', 'Anden', 'Første']);
    const short = await ask(world, url, { as: planned.staff, body: { actionIds: ids.slice(1) } });
    expect(short).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  });

  it('is listed with the newest year first, page by page', async () => {
    const policy = await aPolicy(world);
    for (const year of [2026, 2028, 2027])
      await aPlan(world, policy, { year, title: `Handleplan ${year}`, published: true });
    const first = await ask(world, `GET ${at(policy)}/plans?limit=2`);
    const rest = await ask(world, `GET ${at(policy)}/plans?limit=2&after=${first.body.next}`);
    expect([...first.body.items, ...rest.body.items].map(({ year }) => year)).toEqual([2028, 2027, 2026]);
    expect(rest.body.next).toBeNull();
    await aPlan(world, policy, { year: 2029, title: 'Udkast' });
    const staff = await someone(world, policy.municipality, ['staff']);
    const work = await ask(world, `GET ${at(policy)}/plans?drafts=true`, { as: staff });
    expect(work.body.items.map(({ year }: { year: number }) => year)).toEqual([2029, 2028, 2027, 2026]);
    expect((await ask(world, `GET ${at(policy)}/plans?drafts=true`)).status).toBe(401);
  });
});

describe('an action', () => {
  it('realises a goal of the policy of its plan, also for the database', async () => {
    const planned = await aPlan(world, await aPolicy(world));
    const other = await aPolicy(world, { municipality: planned.municipality });
    const goalId = other.goals[0]!.id;
    const answer = await ask(world, `POST ${at(planned)}/plans/${planned.plan.id}/actions`, {
      as: planned.staff,
      body: { title: 'Indsats', goalId },
    });
    expect(answer.body.details.fields).toEqual([{ field: 'goalId', code: 'unknown' }]);
    await expect(
      world.source.getRepository(Action).update({ id: planned.actions[0]!.id }, { goalId }),
    ).rejects.toThrow('the goal is not one of the policy of the plan');
  });

  it('is refused with what is wrong at each field, and takes no null for a text', async () => {
    const planned = await aPlan(world, await aPolicy(world));
    const url = `PUT ${at(planned)}/actions/${planned.actions[0]!.id}`;
    const wrong = await ask(world, url, {
      as: planned.staff,
      body: { title: 'x', economyAmount: -1, status: 'maybe', startsOn: '2027-13-01' },
    });
    expect(
      wrong.body.details.fields
        .map(({ field, code }: { field: string; code: string }) => `${field}: ${code}`)
        .toSorted(),
    ).toEqual(['economyAmount: too-small', 'startsOn: not-a-date', 'status: not-one-of', 'title: too-short']);
    const ends = await ask(world, url, {
      as: planned.staff,
      body: { startsOn: '2027-05-01', endsOn: '2027-04-01' },
    });
    expect(ends.body.details.fields).toEqual([{ field: 'endsOn', code: 'before-start' }]);
    for (const economyAmount of ['mange', ''])
      expect(
        (await ask(world, url, { as: planned.staff, body: { economyAmount } })).body.details.fields,
      ).toEqual([{ field: 'economyAmount', code: 'not-a-number' }]);
    const nulled = await ask(world, url, {
      as: planned.staff,
      body: { description: null, economyAmount: null },
    });
    expect(nulled).toMatchObject({ status: 200, body: { description: '', economyAmount: null } });
  });

  it('tells its contributors the result when it is set and when it changes', async () => {
    const policy = await aPolicy(world);
    const comment = await aComment(world, policy);
    const planned = await aPlan(world, policy, { published: true, actions: [{ comments: [comment] }] });
    told.splice(0);
    const url = `PUT ${at(planned)}/actions/${planned.actions[0]!.id}`;
    for (const body of [
      { result: 'Tre huse er åbne.' },
      { result: 'Tre huse er åbne.' },
      { followUp: 'Juni' },
      { result: 'Fire huse.' },
      { result: '' },
    ])
      expect((await ask(world, url, { as: planned.staff, body })).status).toBe(200);
    expect(told.map((event) => event instanceof ResultReported && event.action.result)).toEqual([
      'Tre huse er åbne.',
      'Fire huse.',
    ]);
    expect(referencesTold()).toEqual([[comment.reference], [comment.reference]]);
  });

  it('tells nobody a result while the plan is a draft', async () => {
    const policy = await aPolicy(world);
    const planned = await aPlan(world, policy, { actions: [{ comments: [await aComment(world, policy)] }] });
    await ask(world, `PUT ${at(planned)}/actions/${planned.actions[0]!.id}`, {
      as: planned.staff,
      body: { result: 'Færdig' },
    });
    expect(told).toEqual([]);
  });

  it('can be taken out of a draft and is only dropped from a published plan', async () => {
    const policy = await aPolicy(world);
    const draft = await aPlan(world, policy, { year: 2027 });
    expect(
      (await ask(world, `DELETE ${at(policy)}/actions/${draft.actions[0]!.id}`, { as: draft.staff })).status,
    ).toBe(204);
    const published = await aPlan(world, policy, { year: 2028, published: true });
    const answer = await ask(world, `DELETE ${at(policy)}/actions/${published.actions[0]!.id}`, {
      as: published.staff,
    });
    expect(answer).toMatchObject({
      status: 409,
      body: { details: { reasons: [{ type: 'plan-published' }] } },
    });
  });

  it('is shown at its goal and at the goals above it, once published', async () => {
    const policy = await aPolicy(world);
    await aPlan(world, policy, {
      published: true,
      actions: [{ goalId: policy.goals[1]!.id, comments: [await aComment(world, policy)] }],
    });
    await aPlan(world, policy, {
      year: 2028,
      actions: [{ goalId: policy.goals[1]!.id, title: 'Kun udkast' }],
    });
    for (const goal of policy.goals.slice(0, 2)) {
      const { body } = await ask(world, `GET ${at(policy)}/goals/${goal.id}/actions`);
      expect(body.items).toMatchObject([
        { title: 'Åbne huse om aftenen', year: 2027, goalTitle: 'Flere stemmer', inputCount: 1 },
      ]);
    }
    expect((await ask(world, `GET ${at(policy)}/goals/${policy.goals[2]!.id}/actions`)).body.items).toEqual(
      [],
    );
  });
});

describe('what an action builds on', () => {
  const link = (
    planned: Awaited<ReturnType<typeof aPlan>>,
    commentIds: string[],
    initiativeIds: string[] = [],
  ) =>
    ask(world, `PUT ${at(planned)}/actions/${planned.actions[0]!.id}/inputs`, {
      as: planned.staff,
      body: { commentIds, initiativeIds },
    });

  it('can be added to later, and only those who are new are told', async () => {
    const policy = await aPolicy(world);
    const [first, second] = [await aComment(world, policy), await aComment(world, policy)];
    const planned = await aPlan(world, policy, { published: true, actions: [{ comments: [first] }] });
    told.splice(0);
    const answers = await Promise.all([1, 2, 3].map(() => link(planned, [first.id, second.id])));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(referencesTold()).toEqual([[second.reference]]);
    const less = await link(planned, [second.id]);
    expect(less.body.background).toMatchObject({ comments: 1, inputs: [{ reference: second.reference }] });
  });

  it('never shows or counts what was hidden or taken back, and has it again when it is restored', async () => {
    const policy = await aPolicy(world);
    const [seen, hidden] = [await aComment(world, policy), await aComment(world, policy)];
    const planned = await aPlan(world, policy, { published: true, actions: [{ comments: [seen, hidden] }] });
    await world.source.query('UPDATE comment SET hidden_at = now() WHERE id = $1', [hidden.id]);
    const { body } = await ask(world, `GET ${at(policy)}/plans/${planned.plan.id}`);
    expect(body.areas[0].actions.concat(body.areas[1]?.actions ?? [])[0].background).toMatchObject({
      comments: 1,
      inputs: [{ id: seen.id }],
    });
    // The form sends what it could see: the hidden one is not lost by that.
    await link(planned, [seen.id]);
    await world.source.query('UPDATE comment SET hidden_at = NULL WHERE id = $1', [hidden.id]);
    expect(
      (await ask(world, `GET ${at(policy)}/actions/${planned.actions[0]!.id}`)).body.background.comments,
    ).toBe(2);
  });

  it('must be there, readable and of the same municipality', async () => {
    const planned = await aPlan(world, await aPolicy(world));
    const elsewhere = await aPolicy(world);
    const foreign = await aComment(world, elsewhere);
    expect((await link(planned, [foreign.id])).body.details.fields).toEqual([
      { field: 'commentIds', code: 'unknown' },
    ]);
    const draft = await anInitiative(world, planned, { draft: true });
    expect((await link(planned, [], [draft.id])).body.details.fields).toEqual([
      { field: 'initiativeIds', code: 'unknown' },
    ]);
  });

  it('is all there, page by page', async () => {
    const policy = await aPolicy(world);
    const by = await someone(world, policy.municipality);
    const comments = [];
    for (let n = 0; n < 8; n++) comments.push(await aComment(world, policy, { by, body: `Nummer ${n}` }));
    const planned = await aPlan(world, policy, { published: true, actions: [{ comments }] });
    const url = `GET ${at(policy)}/actions/${planned.actions[0]!.id}/inputs?limit=5`;
    const first = await ask(world, url);
    const rest = await ask(world, `${url}&after=${first.body.next}`);
    expect([...first.body.items, ...rest.body.items].map(({ id }) => id).toSorted()).toEqual(
      comments.map(({ id }) => id).toSorted(),
    );
  });
});

describe('the candidates for input', () => {
  it('lie below the goal, those a process took in first, and are paged by key', async () => {
    const policy = await aPolicy(world);
    const child = { thread: policy.threads[1]! };
    const linked = await aComment(world, policy, { ...child, body: 'Linket' });
    const newer = await aComment(world, policy, { ...child, body: 'Nyere' });
    const initiative = await anInitiative(world, policy, { goal: policy.goals[0]! });
    await aComment(world, policy, { thread: policy.threads[2]!, body: 'Et andet mål' });
    const hidden = await aComment(world, policy, { ...child, body: 'Skjult' });
    await world.source.query('UPDATE comment SET hidden_at = now() WHERE id = $1', [hidden.id]);
    await world.source.query(
      `WITH made AS (INSERT INTO process (municipality_id, title, kind, purpose, fixed_frame, level)
         VALUES ($1, 'Vores steder', 'citizen', 'Viden', 'Budgettet', 'involve') RETURNING id)
       INSERT INTO feedback_link (process_id, comment_id) SELECT id, $2 FROM made`,
      [policy.municipality.id, linked.id],
    );
    const planned = await aPlan(world, policy, { actions: [{ comments: [newer] }] });
    const url = `GET ${at(policy)}/plans/${planned.plan.id}/candidates?goalId=${policy.goals[1]!.id}`;
    const all = await ask(world, url, { as: planned.staff });
    expect(all.body.items).toMatchObject([
      { reference: linked.reference, processes: ['Vores steder'], usedIn: [] },
      { reference: newer.reference, processes: [], usedIn: ['2.1 Åbne huse om aftenen'] },
    ]);
    const wider = await ask(world, `${url.replace(policy.goals[1]!.id, policy.goals[0]!.id)}&limit=1`, {
      as: planned.staff,
    });
    const seen = [...wider.body.items];
    for (let { next } = wider.body; next;) {
      const page = await ask(
        world,
        `${url.replace(policy.goals[1]!.id, policy.goals[0]!.id)}&limit=1&after=${next}`,
        { as: planned.staff },
      );
      seen.push(...page.body.items);
      next = page.body.next;
    }
    expect(seen.map(({ text }) => text)).toEqual(['Linket', 'Et andet mål', initiative.title, 'Nyere']);
  });

  it('are found by a word in any form, by part of a long one, and by reference', async () => {
    const policy = await aPolicy(world);
    const comment = await aComment(world, policy, { body: 'Der mangler bænke ved havnebadet.' });
    await aComment(world, policy, { body: 'Noget helt andet, 100 % sikkert.' });
    const planned = await aPlan(world, policy);
    const find = async (search: string) => {
      const url = `GET ${at(policy)}/plans/${planned.plan.id}/candidates?search=${encodeURIComponent(search)}`;
      return (await ask(world, url, { as: planned.staff })).body.items.map(({ id }: { id: string }) => id);
    };
    for (const search of ['bænken', 'havneb', comment.reference.toLowerCase()])
      expect(await find(search)).toEqual([comment.id]);
    for (const search of ['50 %', "'; DROP TABLE comment; --", '"', '___'])
      expect(await find(search)).toEqual([]);
  });

  it('of other policies are there when one asks for them', async () => {
    const policy = await aPolicy(world);
    const other = await aPolicy(world, { municipality: policy.municipality });
    const comment = await aComment(world, other);
    const planned = await aPlan(world, policy);
    const url = `GET ${at(policy)}/plans/${planned.plan.id}/candidates`;
    expect((await ask(world, url, { as: planned.staff })).body.items).toEqual([]);
    expect((await ask(world, `${url}?everywhere=true`, { as: planned.staff })).body.items).toMatchObject([
      { id: comment.id },
    ]);
  });
});

describe('the database', () => {
  it('keeps one plan a policy and year whoever writes it', async () => {
    const { plan, policy, municipality } = await aPlan(world, await aPolicy(world));
    const again = { municipalityId: municipality.id, policyId: policy.id, year: plan.year, title: 'Igen' };
    await expect(world.source.getRepository(ActionPlan).insert(again)).rejects.toThrow(
      'action_plan_policy_id_year_key',
    );
  });
});
