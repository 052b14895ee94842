import { beforeAll, describe, expect, it } from '@jest/globals';
import { aComment, anInitiative, aPolicy, aProcess, type PublishedPolicy } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, contextOf, someone, type Someone } from '../../test/world.js';
import { Events } from '../platform/events/events.js';
import { InputLinked, ThemeAnswered } from './involvement.events.js';
import { LinksService } from './links.service.js';
import { ProcessesService } from './processes.service.js';

const world = aWorld();
const linked: InputLinked[] = [];
const answered: ThemeAnswered[] = [];

beforeAll(() => {
  const events = world.app.get(Events);
  events.after(InputLinked, (_, event) => void linked.push(event));
  events.after(ThemeAnswered, (_, event) => void answered.push(event));
});

/** A process at work: a policy, a caseworker, and what that caseworker asks the API. */
async function atWork(wishes: Parameters<typeof aProcess>[2] = {}) {
  const published = await aPolicy(world);
  const staff = await someone(world, published.municipality, ['staff']);
  const process = await aProcess(world, published, { by: staff, ...wishes });
  const at = `/api/municipalities/${published.municipality.slug}`;
  const as = (person: Someone | null) => (route: string, body?: object) => {
    const [method, path] = route.split(' ');
    return ask(world, `${method} ${at}/${path}`, { as: person, ...(body ? { body } : {}) });
  };
  const staffAsks = as(staff);
  const aTheme = async (title: string): Promise<string> => {
    const work = await staffAsks(`POST processes/${process.id}/themes`, { title });
    return work.body.themes.find((theme: { title: string }) => theme.title === title).id;
  };
  const link = (comments: { id: string }[], rest: object = {}) =>
    staffAsks(`POST processes/${process.id}/links`, { commentIds: comments.map(({ id }) => id), ...rest });
  /** What the job does once the time of grace is over. */
  const tell = (...links: { body: { linkIds: string[] } }[]) =>
    world.app.get(LinksService).tellLinked({
      processId: process.id,
      linkIds: links.flatMap(({ body }) => body.linkIds),
      by: staff.id,
    });
  const answer = async (themeId: string, outcome = 'accepted', text = 'Det gør vi, fordi I har ret.') => {
    await staffAsks(`PUT themes/${themeId}/response`, { outcome, text });
    return staffAsks(`POST themes/${themeId}/response/publish`);
  };
  return { published, staff, process, at, as, staffAsks, anyone: as(null), aTheme, link, tell, answer };
}

const record = {
  title: 'Bænke og pladser',
  kind: 'citizen',
  purpose: 'At vide hvor.',
  question: 'Hvor?',
  fixedFrame: '400.000 kr.',
  level: 'involve',
};

describe('a process', () => {
  it('is kept as its whole record and shown to everyone with its promise', async () => {
    const { published, staffAsks, anyone } = await atWork();
    const { municipality, goals, policy } = published;
    const [unit] = await world.source.query(
      "INSERT INTO organisation_unit (municipality_id, name, kind) VALUES ($1, 'Teknik', 'department') RETURNING id",
      [municipality.id],
    );
    const whole = {
      ...record,
      kind: 'user',
      state: 'planned',
      service: 'Parker',
      background: 'Der er få bænke.',
      goalIds: [goals[1]!.id, goals[0]!.id],
      targetGroups: ['Ældre'],
      outreach: 'Vi står på torvet.',
      methods: ['Borgermøde'],
      decides: 'Byrådet',
      decidesOn: '2031-05-01',
      ownerUnitId: unit.id,
      team: 'Signe',
      phases: [
        { kind: 'information', from: '2020-01-01', to: '2020-02-01', note: 'Plakater' },
        { kind: 'dialogue', from: '2020-02-01', to: '2099-02-01' },
        { kind: 'response', from: '2099-02-02', to: '2099-03-01' },
      ],
      participants: [{ group: 'Ældre', target: 40, actual: null }, { group: 'Unge' }],
      decision: 'Tolv bænke.',
      evaluation: 'For få unge.',
      caseNumber: '26/117',
    };
    const made = await staffAsks('POST processes', whole);
    expect(made.status).toBe(201);
    const shown = await anyone(`GET processes/${made.body.id}`);
    const { goalIds: _, ownerUnitId: __, phases: ___, participants: ____, level: _____, ...plain } = whole;
    expect(shown.body).toMatchObject({
      ...plain,
      level: { key: 'involve', name: 'Involvere', promise: 'Vi arbejder med det, I siger.' },
      ownerUnit: { id: unit.id, name: 'Teknik' },
      goals: [{ id: goals[0]!.id, policyTitle: policy.title, policySlug: policy.slug }, { id: goals[1]!.id }],
      phases: [{ note: 'Plakater', time: 'past' }, { note: '', time: 'current' }, { time: 'coming' }],
      participants: [
        { group: 'Ældre', target: 40, actual: null },
        { group: 'Unge', target: null, actual: null },
      ],
      themes: [],
      can: { manage: false },
    });
  });

  it('that asks nothing can only inform', async () => {
    const { staffAsks } = await atWork();
    const refused = await staffAsks('POST processes', { ...record, question: '  ' });
    expect(refused).toMatchObject({
      status: 422,
      body: {
        details: {
          fields: [{ field: 'level', code: 'nothing-to-influence', limits: { level: 'Informere' } }],
        },
      },
    });
    expect((await staffAsks('POST processes', { ...record, question: '', level: 'inform' })).status).toBe(
      201,
    );
  });

  it('says at each field what cannot be so', async () => {
    const { staffAsks } = await atWork();
    const elsewhere = await aPolicy(world);
    const phases = [{ kind: 'dialogue', from: '2026-03-02', to: '2026-03-01' }];
    const faultsOf = async (wishes: object) =>
      (await staffAsks('POST processes', { ...record, ...wishes })).body.details.fields.map(
        ({ field, code }: { field: string; code: string }) => `${field} ${code}`,
      );
    expect(await faultsOf({ level: 'dialog', phases })).toEqual([
      'level not-one-of',
      'phases.0.to before-start',
    ]);
    expect(await faultsOf({ goalIds: [elsewhere.goals[0]!.id] })).toEqual(['goalIds unknown']);
    expect(await faultsOf({ ownerUnitId: elsewhere.goals[0]!.id })).toEqual(['ownerUnitId unknown']);
    expect(await faultsOf({ title: '', fixedFrame: '' })).toEqual(['title required', 'fixedFrame required']);
    expect(await faultsOf({ phases: [{ kind: 'dialogue', from: 'i morgen', to: '2026-03-01' }] })).toEqual([
      'phases.0.from not-a-date',
    ]);
  });

  it('is not overwritten by one who read an older record', async () => {
    const { process, staffAsks } = await atWork();
    const change = (revision: number, title: string) =>
      staffAsks(`PUT processes/${process.id}`, { ...record, title, revision });
    expect((await change(0, 'Først')).body).toMatchObject({ title: 'Først', revision: 1 });
    expect(await change(0, 'Siden')).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    const both = await Promise.all([change(1, 'Den ene'), change(1, 'Den anden')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('keeps what a change leaves out', async () => {
    const { process, staffAsks } = await atWork({ caseNumber: '26/1', methods: ['Høring'] });
    const changed = await staffAsks(`PUT processes/${process.id}`, record);
    expect(changed.body).toMatchObject({ caseNumber: '26/1', methods: ['Høring'], goals: [{}] });
  });

  it('is listed by state, newest first, and paged by key', async () => {
    const { published, staff, anyone } = await atWork({ title: 'Den første' });
    for (const title of ['Den anden', 'Den tredje']) await aProcess(world, published, { by: staff, title });
    await aProcess(world, published, { by: staff, title: 'Til foråret', state: 'planned' });
    const titles = ({ body }: { body: { items: { title: string }[] } }) =>
      body.items.map(({ title }) => title);
    const first = await anyone('GET processes?state=open&limit=2');
    expect(titles(first)).toEqual(['Den tredje', 'Den anden']);
    const rest = await anyone(`GET processes?state=open&limit=2&after=${first.body.next}`);
    expect([titles(rest), rest.body.next]).toEqual([['Den første'], null]);
    expect(titles(await anyone('GET processes?state=planned'))).toEqual(['Til foråret']);
  });

  it('is shown at its goal and at every goal below it', async () => {
    const { published, process, staff, anyone } = await atWork();
    const [above, below, beside] = published.goals;
    await aProcess(world, published, { by: staff, title: 'Kun unge', goalIds: [beside!.id] });
    const idsAt = async (goal: { id: string }) =>
      (await anyone(`GET goals/${goal.id}/processes`)).body.items.map(({ id }: { id: string }) => id);
    expect(await idsAt(above!)).toEqual([process.id]);
    expect(await idsAt(below!)).toEqual([process.id]);
    expect(await idsAt(beside!)).toHaveLength(2);
  });

  it('of one municipality is not found in the other, nor are its themes', async () => {
    const { process, aTheme } = await atWork();
    const themeId = await aTheme('Bænke');
    const other = await aMunicipality(world);
    const staff = await someone(world, other, ['staff']);
    const routes: [string, object?][] = [
      [`GET processes/${process.id}`],
      [`GET processes/${process.id}/work`],
      [`PUT processes/${process.id}`, record],
      [`POST processes/${process.id}/close`],
      [`POST processes/${process.id}/reopen`],
      [`GET processes/${process.id}/links`],
      [`POST processes/${process.id}/links`, { commentIds: [] }],
      [`PUT processes/${process.id}/links`, { linkIds: [] }],
      [`DELETE processes/${process.id}/links`, { linkIds: [] }],
      [`POST processes/${process.id}/themes`, { title: 'x' }],
      [`PUT processes/${process.id}/themes`, { themeIds: [] }],
      [`PUT themes/${themeId}`, { title: 'x' }],
      [`DELETE themes/${themeId}`],
      [`GET themes/${themeId}/contributions`],
      [`PUT themes/${themeId}/response`, { outcome: 'accepted', text: 'Ja, det gør vi.' }],
      [`POST themes/${themeId}/response/publish`],
    ];
    for (const [route, body] of routes) {
      const [method, path] = route.split(' ');
      const answer = await ask(world, `${method} /api/municipalities/${other.slug}/${path}`, {
        as: staff,
        ...(body ? { body } : {}),
      });
      expect([route, answer.status, answer.body.code]).toEqual([route, 404, 'not-found']);
    }
  });
});

describe('linking', () => {
  it('takes several comments and initiatives in at once and tells their authors once', async () => {
    const { published, process, staffAsks, tell } = await atWork();
    const comments = [await aComment(world, published), await aComment(world, published)];
    const initiative = await anInitiative(world, published);
    const ids = { commentIds: comments.map(({ id }) => id), initiativeIds: [initiative.id] };
    linked.length = 0;
    const first = await staffAsks(`POST processes/${process.id}/links`, ids);
    expect(first).toMatchObject({ status: 200, body: { linked: 3, alreadyLinked: 0 } });
    const again = await staffAsks(`POST processes/${process.id}/links`, ids);
    expect(again.body).toEqual({ linkIds: [], linked: 0, alreadyLinked: 3 });
    expect(linked).toEqual([]);
    await tell(first);
    await tell(first);
    expect(linked).toHaveLength(1);
    expect(linked[0]!.process).toEqual({ id: process.id, title: process.title });
    expect(linked[0]!.contributions.map(({ reference }) => reference).toSorted()).toEqual(
      [...comments, initiative].map(({ reference }) => reference).toSorted(),
    );
  });

  it('pressed twenty times at once links once', async () => {
    const { published, link, tell } = await atWork();
    const comment = await aComment(world, published);
    linked.length = 0;
    const answers = await Promise.all(Array.from({ length: 20 }, () => link([comment])));
    expect(answers.reduce((sum, { body }) => sum + body.linked, 0)).toBe(1);
    await Promise.all(Array.from({ length: 4 }, () => tell(...answers)));
    expect(linked).toHaveLength(1);
  });

  it('is told two minutes later, by a job', async () => {
    const { published, process, link } = await atWork();
    await link([await aComment(world, published)]);
    const jobs = await world.source.query(
      `SELECT extract(epoch FROM run_at - created_at)::int AS seconds FROM graphile_worker._private_jobs
       WHERE payload->>'processId' = $1`,
      [process.id],
    );
    expect(jobs).toEqual([{ seconds: expect.any(Number) }]);
    expect(Math.abs(jobs[0].seconds - 120)).toBeLessThan(5);
  });

  it('that is taken back in time is told to nobody, and takes out nothing else', async () => {
    const { published, process, link, tell, staffAsks } = await atWork();
    const [before, regretted, hidden] = [
      await aComment(world, published),
      await aComment(world, published),
      await aComment(world, published),
    ];
    linked.length = 0;
    await tell(await link([before]));
    const mistake = await link([before, regretted]);
    const { linkIds } = mistake.body;
    expect(await staffAsks(`DELETE processes/${process.id}/links`, { linkIds })).toMatchObject({
      status: 200,
      body: { changed: 1 },
    });
    const later = await link([hidden]);
    await world.source.query('UPDATE comment SET hidden_at = now() WHERE id = $1', [hidden.id]);
    await tell(mistake, later);
    expect(linked.map(({ contributions }) => contributions.map(({ id }) => id))).toEqual([[before.id]]);
    const { items } = (await staffAsks(`GET processes/${process.id}/links`)).body;
    expect(items.map(({ contributionId }: { contributionId: string }) => contributionId)).toEqual([
      before.id,
      hidden.id,
    ]);
  });

  it('tells an author once of a process, however often it is linked to', async () => {
    const { published, link, tell } = await atWork();
    const [ida, bo] = [
      await someone(world, published.municipality),
      await someone(world, published.municipality),
    ];
    const by = async (person: Someone) => aComment(world, published, { by: person });
    linked.length = 0;
    const first = await link([await by(ida)]);
    const second = await link([await by(ida), await by(bo)]);
    // Both jobs come due at once.
    await Promise.all([tell(first), tell(second)]);
    await tell(await link([await by(ida)]));
    const authors = linked.flatMap(({ contributions }) => contributions.map(({ authorId }) => authorId));
    expect([...new Set(authors)].toSorted()).toEqual([ida.id, bo.id].toSorted());
    expect(
      linked.filter(({ contributions }) => contributions.some((one) => one.authorId === ida.id)),
    ).toHaveLength(1);
  });

  it('says nothing of what was answered before it could be told', async () => {
    const { published, process, link, tell, aTheme, answer, staffAsks } = await atWork();
    const theme = await aTheme('Bænke');
    linked.length = 0;
    const made = await link([await aComment(world, published)], { themeId: theme });
    await answer(theme);
    await staffAsks(`POST processes/${process.id}/close`);
    await tell(made);
    expect(linked).toEqual([]);
  });

  it('puts what was linked but not sorted into the theme, and leaves alone what was sorted', async () => {
    const { published, process, link, aTheme, staffAsks } = await atWork();
    const [unsorted, sorted] = [await aComment(world, published), await aComment(world, published)];
    const [benches, lights] = [await aTheme('Bænke'), await aTheme('Lys')];
    await link([unsorted]);
    await link([sorted], { themeId: lights });
    await link([unsorted, sorted], { themeId: benches });
    const { items } = (await staffAsks(`GET processes/${process.id}/links`)).body;
    const themeOf = new Map(
      items.map((item: { contributionId: string; themeId: string }) => [item.contributionId, item.themeId]),
    );
    expect([themeOf.get(unsorted.id), themeOf.get(sorted.id)]).toEqual([benches, lights]);
  });

  it('refuses what is hidden, of another municipality, or in another process’s theme', async () => {
    const { published, link, staffAsks, process } = await atWork();
    const other = await atWork();
    const comment = await aComment(world, published);
    const foreign = await aComment(world, other.published);
    const theme = await other.aTheme('Et andet sted');
    const fieldsOf = async (answer: ReturnType<typeof link>) => (await answer).body.details.fields[0];
    expect(await fieldsOf(link([foreign]))).toEqual({ field: 'commentIds', code: 'unknown' });
    expect(await fieldsOf(link([comment], { themeId: theme }))).toEqual({
      field: 'themeId',
      code: 'unknown',
    });
    await world.source.query('UPDATE comment SET hidden_at = now() WHERE id = $1', [comment.id]);
    expect(await fieldsOf(link([comment]))).toEqual({ field: 'commentIds', code: 'unknown' });
    expect(await fieldsOf(link([]))).toEqual({ field: 'commentIds', code: 'required' });
    const change = await staffAsks(`PUT processes/${process.id}/links`, {
      linkIds: [foreign.id],
      type: 'need',
    });
    expect(change.body.details.fields).toEqual([{ field: 'linkIds', code: 'unknown' }]);
  });

  it('is sorted, typed and undone for several at once', async () => {
    const { published, process, link, aTheme, staffAsks, anyone } = await atWork();
    const comments = [
      await aComment(world, published),
      await aComment(world, published),
      await aComment(world, published),
    ];
    const theme = await aTheme('Bænke');
    await link(comments);
    const { unsorted } = (await staffAsks(`GET processes/${process.id}/work`)).body;
    const [a, b, c] = unsorted.items.map(({ id }: { id: string }) => id);
    await staffAsks(`PUT processes/${process.id}/links`, { linkIds: [a, b], themeId: theme, type: 'need' });
    await staffAsks(`PUT processes/${process.id}/links`, { linkIds: [b], type: 'works' });
    expect((await anyone(`GET processes/${process.id}`)).body).toMatchObject({
      totals: { works: 1, doesntWork: 0, need: 1, untyped: 1, total: 3 },
      themes: [{ totals: { works: 1, need: 1, total: 2 } }],
    });
    await staffAsks(`PUT processes/${process.id}/links`, { linkIds: [b], themeId: null, type: null });
    await staffAsks(`DELETE processes/${process.id}/links`, { linkIds: [a, c] });
    expect((await staffAsks(`GET processes/${process.id}/work`)).body).toMatchObject({
      linkCount: 1,
      unsortedCount: 1,
      unsorted: { items: [{ id: b, type: null }] },
    });
  });

  it('shows staff a place without text where a comment was hidden since, and everyone else nothing', async () => {
    const { published, process, link, aTheme, staffAsks, anyone } = await atWork();
    const [kept, hidden] = [
      await aComment(world, published, { body: 'Bliver' }),
      await aComment(world, published),
    ];
    const theme = await aTheme('Bænke');
    await link([kept, hidden], { themeId: theme, type: 'need' });
    await world.source.query('UPDATE comment SET hidden_at = now() WHERE id = $1', [hidden.id]);
    const seen = (await anyone(`GET processes/${process.id}`)).body;
    expect(seen).toMatchObject({
      totals: { need: 1, total: 1 },
      themes: [{ contributions: [{ text: 'Bliver' }] }],
    });
    const { items } = (await staffAsks(`GET processes/${process.id}/links?themeId=${theme}`)).body;
    // Linked at once, they stand in no order of their own.
    expect(
      Object.fromEntries(items.map((item: { reference: string }) => [item.reference, item])),
    ).toMatchObject({
      [kept.reference]: { text: 'Bliver' },
      [hidden.reference]: { text: null, authorName: null },
    });
  });
});

describe('a response', () => {
  it('is staff’s own until it is published, and is then told to everyone in its theme', async () => {
    const { published, process, link, aTheme, staffAsks, anyone } = await atWork();
    const [ida, bo] = [
      await someone(world, published.municipality),
      await someone(world, published.municipality),
    ];
    const comments = [
      await aComment(world, published, { by: ida }),
      await aComment(world, published, { by: bo }),
    ];
    const theme = await aTheme('Bænke');
    await link(comments, { themeId: theme });
    answered.length = 0;
    await staffAsks(`PUT themes/${theme}/response`, {
      outcome: 'partly',
      text: 'Seks af tolv, fordi der ikke er flere penge.',
    });
    expect((await anyone(`GET processes/${process.id}`)).body.themes[0].response).toBeNull();
    expect(JSON.stringify((await anyone(`GET processes/${process.id}`)).body)).not.toContain('Seks af tolv');
    expect((await staffAsks(`GET processes/${process.id}/work`)).body.themes[0].response).toMatchObject({
      outcome: 'partly',
      respondedAt: null,
    });
    expect(answered).toEqual([]);
    await staffAsks(`POST themes/${theme}/response/publish`);
    await staffAsks(`POST themes/${theme}/response/publish`);
    expect((await anyone(`GET processes/${process.id}`)).body).toMatchObject({
      answeredCount: 1,
      themes: [
        {
          response: {
            outcome: 'partly',
            text: 'Seks af tolv, fordi der ikke er flere penge.',
            respondedAt: expect.any(String),
          },
        },
      ],
    });
    expect(answered).toMatchObject([
      { process: { id: process.id }, theme: { title: 'Bænke', outcome: 'partly' } },
    ]);
    expect(answered[0]!.contributions.map(({ authorId }) => authorId).toSorted()).toEqual(
      [ida.id, bo.id].toSorted(),
    );
  });

  it('is told to those whose input comes to the theme later', async () => {
    const { published, process, link, tell, aTheme, answer, staffAsks } = await atWork();
    const [early, late, moved] = [
      await aComment(world, published),
      await aComment(world, published),
      await aComment(world, published),
    ];
    const theme = await aTheme('Bænke');
    await link([early], { themeId: theme });
    await answer(theme);
    await link([moved]);
    answered.length = 0;
    linked.length = 0;
    const later = await link([early, late], { themeId: theme });
    expect(answered).toEqual([]);
    await tell(later);
    await tell(later);
    const { unsorted } = (await staffAsks(`GET processes/${process.id}/work`)).body;
    const linkIds = [unsorted.items[0].id];
    await staffAsks(`PUT processes/${process.id}/links`, { linkIds, themeId: theme });
    await staffAsks(`PUT processes/${process.id}/links`, { linkIds, themeId: theme });
    expect(answered.map(({ contributions }) => contributions.map(({ id }) => id))).toEqual([
      [late.id],
      [moved.id],
    ]);
    // The answer says that it was taken in.
    expect(linked).toEqual([]);
  });

  it('that comes to something else is told again, and a corrected word is not', async () => {
    const { published, link, aTheme, answer, staffAsks } = await atWork();
    const theme = await aTheme('Bænke');
    await link([await aComment(world, published)], { themeId: theme });
    await answer(theme, 'declined', 'Nej, der er ingen penge.');
    answered.length = 0;
    await staffAsks(`PUT themes/${theme}/response`, {
      outcome: 'declined',
      text: 'Nej, der er ingen penge i år.',
    });
    expect(answered).toEqual([]);
    await staffAsks(`PUT themes/${theme}/response`, { outcome: 'accepted', text: 'Jo, der kom penge.' });
    expect(answered).toMatchObject([{ theme: { outcome: 'accepted' } }]);
  });

  it('needs a text, and keeps its theme from being deleted', async () => {
    const { aTheme, answer, staffAsks } = await atWork();
    const theme = await aTheme('Bænke');
    expect((await staffAsks(`POST themes/${theme}/response/publish`)).body.details.fields).toEqual([
      { field: 'text', code: 'required' },
    ]);
    const empty = await staffAsks(`PUT themes/${theme}/response`, { outcome: 'accepted', text: ' ' });
    expect(empty.body.details.fields).toEqual([{ field: 'text', code: 'required' }]);
    await answer(theme);
    expect(await staffAsks(`DELETE themes/${theme}`)).toMatchObject({
      status: 409,
      body: { code: 'theme-answered' },
    });
  });
});

describe('themes', () => {
  it('stand in the order staff give them', async () => {
    const { process, aTheme, staffAsks } = await atWork();
    const [a, b, c] = [await aTheme('A'), await aTheme('B'), await aTheme('C')];
    const order = async (themeIds: string[]) => staffAsks(`PUT processes/${process.id}/themes`, { themeIds });
    const work = await order([c, a, b]);
    expect(work.body.themes.map(({ title }: { title: string }) => title)).toEqual(['C', 'A', 'B']);
    expect((await order([a, b])).body.details.fields).toEqual([{ field: 'themeIds', code: 'unknown' }]);
    expect((await staffAsks(`PUT themes/${b}`, { title: 'Bedre' })).body.themes[2].title).toBe('Bedre');
  });

  it('that are deleted leave their input to be sorted again', async () => {
    const { published, link, aTheme, staffAsks } = await atWork();
    const theme = await aTheme('Forkert');
    await link([await aComment(world, published)], { themeId: theme });
    expect((await staffAsks(`DELETE themes/${theme}`)).body).toMatchObject({ themes: [], unsortedCount: 1 });
  });

  it('show the first of what was said and page the rest', async () => {
    const { published, process, link, aTheme, anyone } = await atWork();
    const theme = await aTheme('Bænke');
    const by = await someone(world, published.municipality);
    const comments = [];
    for (let n = 0; n < 7; n++) comments.push(await aComment(world, published, { by, body: `Nummer ${n}` }));
    await link(comments, { themeId: theme });
    const [shown] = (await anyone(`GET processes/${process.id}`)).body.themes;
    const rest = await anyone(`GET themes/${theme}/contributions?after=${shown.nextContributions}`);
    const all = [...shown.contributions, ...rest.body.items].map(({ id }: { id: string }) => id);
    expect([shown.contributions.length, rest.body.next]).toEqual([5, null]);
    expect(all.toSorted()).toEqual(comments.map(({ id }) => id).toSorted());
  });
});

describe('closing a process', () => {
  it('names every reason why it cannot be closed, and closes when there is none', async () => {
    const { published, process, link, aTheme, answer, staffAsks, anyone } = await atWork();
    const close = () => staffAsks(`POST processes/${process.id}/close`);
    expect(await close()).toMatchObject({
      status: 409,
      body: { code: 'process-not-closable', details: { reasons: [{ type: 'no-theme' }] } },
    });
    const theme = await aTheme('Bænke');
    await link([await aComment(world, published)]);
    expect((await close()).body.details.reasons).toEqual([
      { type: 'unsorted-input', count: 1 },
      { type: 'theme-without-response', themeId: theme, title: 'Bænke' },
    ]);
    const { unsorted } = (await staffAsks(`GET processes/${process.id}/work`)).body;
    await staffAsks(`PUT processes/${process.id}/links`, { linkIds: [unsorted.items[0].id], themeId: theme });
    await answer(theme);
    expect((await close()).body).toMatchObject({
      state: 'closed',
      closedAt: expect.any(String),
      blockers: [],
    });
    expect((await anyone(`GET processes/${process.id}`)).body.state).toBe('closed');
  });

  it('ends all changes until it is taken up again', async () => {
    const { published, process, link, aTheme, answer, staffAsks } = await atWork();
    const theme = await aTheme('Bænke');
    await answer(theme);
    await staffAsks(`POST processes/${process.id}/close`);
    const comment = await aComment(world, published);
    const refused = [
      await link([comment], { themeId: theme }),
      await staffAsks(`PUT processes/${process.id}`, record),
      await staffAsks(`PUT themes/${theme}/response`, { outcome: 'declined', text: 'Alligevel ikke.' }),
      await staffAsks(`POST processes/${process.id}/themes`, { title: 'Mere' }),
      await staffAsks(`POST processes/${process.id}/close`),
    ];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
      refused.map(() => [409, 'process-closed']),
    );
    expect((await staffAsks(`POST processes/${process.id}/reopen`)).body).toMatchObject({
      state: 'open',
      closedAt: null,
    });
    expect((await link([comment])).body.linked).toBe(1);
  });

  it('waits for one who is linking, and then sees what was linked', async () => {
    const { published, process, aTheme, answer } = await atWork();
    await answer(await aTheme('Bænke'));
    const comment = await aComment(world, published);
    const [linking, closing] = [world.source.createQueryRunner(), world.source.createQueryRunner()];
    try {
      await linking.startTransaction();
      // Past the services: the database itself must hold the line.
      await linking.query('INSERT INTO feedback_link (process_id, comment_id) VALUES ($1, $2)', [
        process.id,
        comment.id,
      ]);
      const [{ pid }] = await closing.query('SELECT pg_backend_pid() AS pid');
      let closed = false;
      const close = closing
        .query("UPDATE process SET state = 'closed', closed_at = now() WHERE id = $1", [process.id])
        .then(
          () => null,
          (error: Error) => error.message,
        )
        .finally(() => (closed = true));
      for (let waits = false; !waits && !closed;)
        [{ waits }] = await world.source.query(
          "SELECT coalesce(wait_event_type = 'Lock', false) AS waits FROM pg_stat_activity WHERE pid = $1",
          [pid],
        );
      await linking.commitTransaction();
      expect(await close).toBe('a process is closed with a published response to every theme');
    } finally {
      await linking.release();
      await closing.release();
    }
  });

  it('raced by linking never leaves unsorted input in a closed process', async () => {
    for (let round = 0; round < 6; round++) {
      const { published, process, aTheme, answer, link, staffAsks } = await atWork();
      await answer(await aTheme('Bænke'));
      const comment = await aComment(world, published);
      const [links, closes] = await Promise.all([
        link([comment]),
        staffAsks(`POST processes/${process.id}/close`),
      ]);
      // Exactly one of them wins.
      expect([links.status, closes.status].toSorted()).toEqual([200, 409]);
    }
  });

  it('holds in the database too: nothing is linked, sorted or answered in it any more', async () => {
    const { published, process, link, aTheme, answer, staffAsks } = await atWork();
    const theme = await aTheme('Bænke');
    await link([await aComment(world, published)], { themeId: theme });
    await answer(theme);
    await staffAsks(`POST processes/${process.id}/close`);
    const comment = await aComment(world, published);
    const statements: [string, unknown[]][] = [
      ['INSERT INTO feedback_link (process_id, comment_id) VALUES ($1, $2)', [process.id, comment.id]],
      ['UPDATE feedback_link SET theme_id = NULL WHERE process_id = $1', [process.id]],
      ["INSERT INTO theme (process_id, title) VALUES ($1, 'Mere')", [process.id]],
      ['UPDATE theme SET responded_at = NULL WHERE process_id = $1', [process.id]],
      ['DELETE FROM theme WHERE process_id = $1', [process.id]],
    ];
    for (const [statement, values] of statements)
      await expect(world.source.query(statement, values)).rejects.toThrow('the process is closed');
    await world.source.query('DELETE FROM process WHERE id = $1', [process.id]);
  });

  it('and every sorting stay within one process in the database too', async () => {
    const { published, process } = await atWork();
    const comment = await aComment(world, published);
    const theme = await (await atWork()).aTheme('Et andet sted');
    await expect(
      world.source.query('INSERT INTO feedback_link (process_id, comment_id, theme_id) VALUES ($1, $2, $3)', [
        process.id,
        comment.id,
        theme,
      ]),
    ).rejects.toThrow('the theme is of another process');
  });
});

describe('the inbox', () => {
  let staff: Someone;
  let published: PublishedPolicy;
  const inbox = (query: string, path = 'inbox') =>
    ask(world, `GET /api/municipalities/${published.municipality.slug}/${path}?${query}`, { as: staff });
  const textsOf = async (query: string): Promise<string[]> =>
    (await inbox(query)).body.items.map(
      ({ title, text }: { title: string | null; text: string }) => title ?? text,
    );

  beforeAll(async () => {
    published = await aPolicy(world);
    const { municipality } = published;
    staff = await someone(world, municipality, ['staff']);
    const other = await aPolicy(world, { municipality, title: 'Kulturpolitik' });
    const ida = await someone(world, municipality, ['resident'], { name: 'Ida Holm' });
    const asStaff = async (route: string, body?: object) => {
      const [method, path] = route.split(' ');
      return (
        await ask(world, `${method} /api/municipalities/${municipality.slug}/${path}`, {
          as: staff,
          ...(body ? { body } : {}),
        })
      ).body;
    };
    const linkedOne = await aComment(world, published, { by: ida, body: 'Bænkene ved havnen er væk.' });
    await aComment(world, published, { body: 'Cykelstien slutter brat.', thread: published.threads[1]! });
    await anInitiative(world, published, {
      title: 'Et bibliotek på hjul',
      text: 'Det kører ud til dem, der bor langt væk.',
      goal: published.goals[2]!,
    });
    await aComment(world, other, { body: 'Mere teater.' });
    await aComment(world, published, { body: '100 % enig_her' });
    const answeredOne = await aComment(world, published, { body: 'Besvaret.' });
    const hidden = await aComment(world, published, { body: 'Skjult.' });
    await world.source.query('UPDATE comment SET hidden_at = now() WHERE id = $1', [hidden.id]);
    await anInitiative(world, published, { title: 'Kun en kladde', draft: true });
    const process = await aProcess(world, published, { by: staff });
    const { themes } = await asStaff(`POST processes/${process.id}/themes`, { title: 'Bænke' });
    await asStaff(`POST processes/${process.id}/links`, { commentIds: [linkedOne.id] });
    await asStaff(`POST processes/${process.id}/links`, {
      commentIds: [answeredOne.id],
      themeId: themes[0].id,
    });
    await asStaff(`PUT themes/${themes[0].id}/response`, { outcome: 'accepted', text: 'Ja, det gør vi.' });
    await asStaff(`POST themes/${themes[0].id}/response/publish`);
  });

  it('holds comments and initiatives together, newest first, without the text of what is hidden', async () => {
    const page = await inbox('state=all');
    expect(
      page.body.items.map(({ kind, title, text }: { kind: string; title: string | null; text: string }) => [
        kind,
        title ?? text,
      ]),
    ).toEqual([
      ['comment', null],
      ['comment', 'Besvaret.'],
      ['comment', '100 % enig_her'],
      ['comment', 'Mere teater.'],
      ['initiative', 'Et bibliotek på hjul'],
      ['comment', 'Cykelstien slutter brat.'],
      ['comment', 'Bænkene ved havnen er væk.'],
    ]);
    expect(page.body.items.at(-1)).toMatchObject({
      authorName: 'Ida Holm',
      goalId: published.goals[0]!.id,
      subjectTitle: 'Deltag',
      policyTitle: 'Medborgerskabspolitik',
      reference: expect.stringMatching(/^K-\d+$/),
      links: [{ processTitle: 'Bænke og pladser', themeTitle: null, answered: false }],
    });
    expect(page.body.items[0]).toMatchObject({ moderation: 'hidden', authorName: null });
    expect(page.body.items[1]).toMatchObject({
      moderation: null,
      links: [{ themeTitle: 'Bænke', answered: true }],
    });
  });

  it('is filtered by what is not linked and not answered, and counts each', async () => {
    expect(await textsOf('state=not-linked')).toEqual([
      '100 % enig_her',
      'Mere teater.',
      'Et bibliotek på hjul',
      'Cykelstien slutter brat.',
    ]);
    expect(await textsOf('state=not-answered')).toHaveLength(5);
    expect((await inbox('', 'inbox/counts')).body).toEqual({ all: 7, notLinked: 4, notAnswered: 5 });
    expect((await inbox('kind=initiative', 'inbox/counts')).body).toEqual({
      all: 1,
      notLinked: 1,
      notAnswered: 1,
    });
  });

  it('is filtered by policy, by a goal with all below it, and by kind', async () => {
    expect(await textsOf(`policyId=${published.policy.id}&state=not-linked`)).toEqual([
      '100 % enig_her',
      'Et bibliotek på hjul',
      'Cykelstien slutter brat.',
    ]);
    expect(await textsOf(`goalId=${published.goals[1]!.id}`)).toEqual(['Cykelstien slutter brat.']);
    expect(await textsOf(`goalId=${published.goals[0]!.id}`)).toHaveLength(6);
    expect(await textsOf('kind=initiative')).toEqual(['Et bibliotek på hjul']);
  });

  it('is searched by words in their forms, by parts of words, by signs as they stand and by reference', async () => {
    expect(await textsOf('search=bænk')).toEqual(['Bænkene ved havnen er væk.']);
    expect(await textsOf('search=kelsti')).toEqual(['Cykelstien slutter brat.']);
    expect(await textsOf('search=BIBLIOTEKET')).toEqual(['Et bibliotek på hjul']);
    expect(await textsOf(`search=${encodeURIComponent('0 % e')}`)).toEqual(['100 % enig_her']);
    expect(await textsOf(`search=${encodeURIComponent("'); DROP TABLE comment; --")}`)).toEqual([]);
    const [{ reference }] = (await inbox('search=teater')).body.items;
    expect(await textsOf(`search=${reference.toLowerCase()}`)).toEqual(['Mere teater.']);
    expect((await inbox('search=teater', 'inbox/counts')).body.all).toBe(1);
  });

  it('is paged by key, and nothing is missed or shown twice, even within one moment', async () => {
    await world.source.query(
      "UPDATE comment SET created_at = '2026-01-01 12:00:00.123456+00' WHERE municipality_id = $1",
      [published.municipality.id],
    );
    const all = await textsOf('');
    const seen: string[] = [];
    for (let after = ''; ;) {
      const page = await inbox(`limit=2${after}`);
      seen.push(
        ...page.body.items.map(({ title, text }: { title: string | null; text: string }) => title ?? text),
      );
      if (!page.body.next) break;
      after = `&after=${page.body.next}`;
    }
    expect(seen).toEqual(all);
    expect((await inbox('after=bm9uc2Vuc2U')).body.details.fields).toEqual([
      { field: 'after', code: 'invalid' },
    ]);
  });

  it('marks what is reported for as long as the reports wait for a moderator', async () => {
    const here = await aPolicy(world);
    const at = `/api/municipalities/${here.municipality.slug}`;
    const [as, moderator] = [
      await someone(world, here.municipality, ['staff']),
      await someone(world, here.municipality, ['moderator']),
    ];
    const said = [await aComment(world, here), await anInitiative(world, here), await aComment(world, here)];
    const [comment, initiative] = [said[0]!.id, said[1]!.id];
    const report = (path: string) =>
      ask(world, `POST ${at}/${path}/reports`, { body: { reasonCode: 'insult' } });
    const decide = (path: string, body: object) =>
      ask(world, `POST ${at}/moderation/${path}/decisions`, { as: moderator, body });
    const marks = async () =>
      Object.fromEntries(
        (await ask(world, `GET ${at}/inbox`, { as })).body.items.map(
          ({ id, moderation }: { id: string; moderation: string | null }) => [id, moderation],
        ),
      );
    await Promise.all([
      ...Array.from({ length: 6 }, () => report(`comments/${comment}`)),
      report(`initiatives/${initiative}`),
    ]);
    expect(await marks()).toEqual({ [comment]: 'reported', [initiative]: 'reported', [said[2]!.id]: null });
    // One more may come while it is decided: it waits then, and so does the mark.
    await Promise.all([
      decide(`comments/${comment}`, { action: 'keep' }),
      report(`comments/${comment}`),
      decide(`initiatives/${initiative}`, {
        action: 'hide',
        reasonCode: 'insult',
        reason: 'Går efter personen.',
      }),
    ]);
    const counts = await world.source.query(
      `SELECT report_count AS kept, (SELECT count(*)::int FROM report WHERE comment_id = $1 AND decision_id IS NULL)
         AS waiting FROM comment WHERE id = $1`,
      [comment],
    );
    expect(counts[0].kept).toBe(counts[0].waiting);
    const mark = counts[0].waiting ? 'reported' : null;
    expect(await marks()).toEqual({ [comment]: mark, [initiative]: 'hidden', [said[2]!.id]: null });
  });

  it('is staff’s alone', async () => {
    const roles = ['resident', 'moderator', 'administrator'] as const;
    for (const role of roles) {
      const as = await someone(world, published.municipality, [role]);
      expect(
        (await ask(world, `GET /api/municipalities/${published.municipality.slug}/inbox`, { as })).status,
      ).toBe(403);
    }
  });
});

describe('what became of a contribution', () => {
  it('is told as steps, with a response only once it is published', async () => {
    const { published, process, link, aTheme, answer, staffAsks } = await atWork();
    const [said, waiting, alone] = [
      await aComment(world, published),
      await aComment(world, published),
      await aComment(world, published),
    ];
    const theme = await aTheme('Bænke');
    await link([said], { themeId: theme });
    await link([waiting]);
    await staffAsks(`PUT themes/${theme}/response`, { outcome: 'accepted', text: 'Ja, det gør vi.' });
    const ctx = await contextOf(world, published.municipality);
    const stepsOf = () =>
      world.app.get(ProcessesService).linksOf(ctx, { commentIds: [said.id, waiting.id, alone.id] });
    const before = await stepsOf();
    expect(before.get(said.id)).toMatchObject([
      {
        processTitle: 'Bænke og pladser',
        theme: { title: 'Bænke', outcome: null, text: null, respondedAt: null },
      },
    ]);
    await answer(theme);
    const after = await stepsOf();
    expect(after.get(said.id)).toMatchObject([
      {
        processId: process.id,
        linkedAt: expect.any(Date),
        theme: { outcome: 'accepted', respondedAt: expect.any(Date) },
      },
    ]);
    expect([after.get(waiting.id)?.[0]?.theme, after.get(alone.id)]).toEqual([null, []]);
  });
});
