import { describe, expect, it } from '@jest/globals';
import { aPolicy, anInitiative, type PublishedPolicy } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, contextOf, someone, type Someone } from '../../test/world.js';
import { Events } from '../platform/events/events.js';
import { requireContributions } from './contributions.js';
import { InitiativeAnswered, InitiativeExpired, InitiativePublished } from './initiatives.events.js';
import { InitiativesService } from './initiatives.service.js';
import { LivesService } from './lives.service.js';

const at = ({ municipality }: PublishedPolicy, path: string) =>
  `/api/municipalities/${municipality.slug}/${path}`;
const body = {
  title: 'Vandpost ved stranden',
  text: 'Man kan ikke fylde sin flaske nogen steder på hele turen.',
};

describe('a proposal', () => {
  const world = aWorld();

  it('is a draft only its proposer sees, then everyone’s under the rule of that day', async () => {
    const published = await aPolicy(world);
    await anInitiative(world, published, { threshold: 25 });
    const ida = await someone(world, published.municipality, ['resident'], { name: 'Ida Holm' });
    const draft = await ask(world, `POST ${at(published, `goals/${published.goals[1]!.id}/initiatives`)}`, {
      as: ida,
      body,
    });
    expect(draft).toMatchObject({
      status: 201,
      body: {
        state: 'draft',
        reference: expect.stringMatching(/^F-\d+$/),
        threshold: null,
        can: { edit: true, publish: true },
      },
    });
    const url = at(published, `initiatives/${draft.body.id}`);
    expect(
      (
        await ask(world, `GET ${url}`, {
          as: await someone(world, published.municipality, ['moderator', 'staff']),
        })
      ).status,
    ).toBe(404);
    const made = await ask(world, `POST ${url}/publish`, { as: ida });
    expect(made.body).toMatchObject({
      state: 'collecting',
      threshold: 25,
      daysLeft: 30,
      supportCount: 0,
      can: { edit: false, support: false },
    });
    expect((await ask(world, `GET ${url}`)).body).toMatchObject({
      ...body,
      proposer: { name: 'Ida Holm', me: false },
      goal: { id: published.goals[1]!.id, title: 'Flere stemmer' },
      myState: { supports: false, participates: false, isProposer: false },
      blockers: { support: [], participation: [] },
      can: {
        support: false,
        edit: false,
        publish: false,
        withdraw: false,
        answer: false,
        report: true,
        moderate: false,
      },
    });
  });

  it('can be edited while it is a draft, and by nobody else or later', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const { id } = await anInitiative(world, published, { by: ida, draft: true });
    const url = at(published, `initiatives/${id}`);
    expect((await ask(world, `PUT ${url}`, { as: ida, body: { ...body, text: 'Kort' } })).body).toMatchObject(
      { title: body.title, text: 'Kort' },
    );
    expect(
      (await ask(world, `PUT ${url}`, { as: await someone(world, published.municipality), body })).status,
    ).toBe(404);
    expect(await ask(world, `POST ${url}/publish`, { as: ida })).toMatchObject({
      status: 422,
      body: { details: { fields: [{ field: 'text', code: 'too-short', limits: { min: 20 } }] } },
    });
    await ask(world, `PUT ${url}`, { as: ida, body });
    await ask(world, `POST ${url}/publish`, { as: ida });
    expect((await ask(world, `PUT ${url}`, { as: ida, body })).body.code).toBe('initiative-published');
    expect((await ask(world, `POST ${url}/publish`, { as: ida })).body.code).toBe('initiative-published');
    expect(
      (await ask(world, `PUT ${url}`, { as: await someone(world, published.municipality), body })).status,
    ).toBe(403);
  });

  it('is published once, however often one presses', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const { id } = await anInitiative(world, published, { by: ida, draft: true });
    const told: string[] = [];
    world.app.get(Events).after(InitiativePublished, (_, { initiative }) => void told.push(initiative.id));
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        ask(world, `POST ${at(published, `initiatives/${id}/publish`)}`, { as: ida }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409]);
    expect(told).toEqual([id]);
  });

  it('says which field is too long or empty', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const answer = await ask(world, `POST ${at(published, `goals/${published.goals[0]!.id}/initiatives`)}`, {
      as: ida,
      body: { title: '  ', text: 'x'.repeat(2001) },
    });
    expect(answer.body.details.fields).toEqual([
      { field: 'title', code: 'required' },
      { field: 'text', code: 'too-long', limits: { max: 2000 } },
    ]);
  });

  it('is not published below an expired policy, nor before there is a rule', async () => {
    const expired = await aPolicy(world, { validTo: '2024' });
    const ida = await someone(world, expired.municipality);
    const draft = await anInitiative(world, expired, { by: ida, draft: true });
    expect(
      (await ask(world, `POST ${at(expired, `initiatives/${draft.id}/publish`)}`, { as: ida })).body,
    ).toMatchObject({ code: 'policy-expired', details: { reasons: [{ validTo: '2024-12-31' }] } });
    const unruled = await aPolicy(world);
    const per = await someone(world, unruled.municipality);
    expect(
      (await ask(world, `GET ${at(unruled, `goals/${unruled.goals[0]!.id}/initiatives`)}`, { as: per })).body,
    ).toMatchObject({
      items: [],
      blockers: [{ type: 'rule-missing' }],
      can: { propose: false },
    });
  });

  it('that was taken back can still be read, with its proposer’s reason', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const { id } = await anInitiative(world, published, { by: ida });
    const url = at(published, `initiatives/${id}`);
    expect(
      (
        await ask(world, `POST ${url}/withdraw`, {
          as: await someone(world, published.municipality),
          body: {},
        })
      ).status,
    ).toBe(403);
    await ask(world, `POST ${url}/withdraw`, { as: ida, body: { reason: 'Kommunen er allerede i gang.' } });
    expect((await ask(world, `GET ${url}`)).body).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: 'Kommunen er allerede i gang.',
      blockers: { support: [{ type: 'initiative-not-collecting' }] },
    });
    expect((await ask(world, `POST ${url}/withdraw`, { as: ida, body: {} })).status).toBe(409);
  });

  it('that never left the desk is nobody’s input', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const { id } = await anInitiative(world, published, { by: ida, draft: true });
    await ask(world, `POST ${at(published, `initiatives/${id}/withdraw`)}`, { as: ida, body: {} });
    const ctx = await contextOf(world, published.municipality);
    await expect(requireContributions(ctx, { initiativeIds: [id] })).rejects.toMatchObject({ status: 422 });
    expect((await ask(world, `GET ${at(published, `initiatives/${id}`)}`)).status).toBe(404);
    expect((await ask(world, `GET ${at(published, 'initiatives/mine')}`, { as: ida })).body.items).toEqual(
      [],
    );
  });

  it('of one municipality is not found in the other', async () => {
    const published = await aPolicy(world);
    const { id } = await anInitiative(world, published);
    const other = await aMunicipality(world);
    const everything = await someone(world, other, ['moderator', 'staff', 'administrator']);
    const routes: [string, object?][] = [
      [`GET initiatives/${id}`],
      [`PUT initiatives/${id}`, body],
      [`POST initiatives/${id}/publish`],
      [`POST initiatives/${id}/withdraw`, {}],
      [`PUT initiatives/${id}/support`],
      [`DELETE initiatives/${id}/support`],
      [`PUT initiatives/${id}/participation`],
      [`DELETE initiatives/${id}/participation`],
      [`POST initiatives/${id}/answer`, { outcome: 'accepted', text: 'Ja tak' }],
      [`GET goals/${published.goals[0]!.id}/initiatives`],
      [`POST goals/${published.goals[0]!.id}/initiatives`, body],
    ];
    for (const [route, sent] of routes) {
      const [method, path] = route.split(' ');
      const answer = await ask(world, `${method} /api/municipalities/${other.slug}/${path}`, {
        as: everything,
        ...(sent ? { body: sent } : {}),
      });
      expect({ route, status: answer.status }).toEqual({ route, status: 404 });
    }
    expect((await ask(world, `GET /api/municipalities/${other.slug}/initiatives`)).body.items).toEqual([]);
    expect(
      (
        await ask(
          world,
          `GET /api/municipalities/${other.slug}/initiatives/similar?title=${encodeURIComponent('Flere bænke langs havnen')}`,
        )
      ).body.items,
    ).toEqual([]);
    const service = world.app.get(InitiativesService);
    await expect(
      service.hide(await contextOf(world, other, everything), id, 'Ikke min'),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe('initiatives', () => {
  const world = aWorld();
  const titlesOf = (answer: { body: { items: { title: string }[] } }) =>
    answer.body.items.map(({ title }) => title);

  it('are paged by key, newest or most supported first, and nothing is missed or shown twice', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const titles: string[] = [];
    for (let n = 0; n < 5; n++) {
      const { id, title } = await anInitiative(world, published, { title: `Forslag ${n}` });
      titles.unshift(String(title));
      if (n === 2) await ask(world, `PUT ${at(published, `initiatives/${id}/support`)}`, { as: ida });
    }
    for (const [order, expected] of [
      ['newest', titles],
      ['most-supported', ['Forslag 2', 'Forslag 4', 'Forslag 3', 'Forslag 1', 'Forslag 0']],
    ] as const) {
      const seen: string[] = [];
      for (let after = ''; ;) {
        const page = await ask(world, `GET ${at(published, `initiatives?limit=2&order=${order}${after}`)}`);
        seen.push(...titlesOf(page));
        if (!page.body.next) break;
        after = `&after=${page.body.next}`;
      }
      expect(seen).toEqual(expected);
    }
    expect((await ask(world, `GET ${at(published, 'initiatives?after=WzEsMl0')}`)).status).toBe(422);
  });

  it('are found by state, also by one no job has written down yet', async () => {
    const published = await aPolicy(world);
    const late = await anInitiative(world, published, { title: 'For sent' });
    await anInitiative(world, published, { title: 'I gang' });
    await world.source.query("UPDATE initiative SET deadline = now() - interval '1 minute' WHERE id = $1", [
      late.id,
    ]);
    expect(titlesOf(await ask(world, `GET ${at(published, 'initiatives?state=expired')}`))).toEqual([
      'For sent',
    ]);
    expect(titlesOf(await ask(world, `GET ${at(published, 'initiatives?state=collecting')}`))).toEqual([
      'I gang',
    ]);
    expect((await ask(world, `GET ${at(published, 'initiatives?state=draft')}`)).status).toBe(422);
    expect((await ask(world, `GET ${at(published, `initiatives/${late.id}`)}`)).body).toMatchObject({
      state: 'expired',
      daysLeft: null,
    });
  });

  it('are found by their words in any form, a misspelt title, or their reference', async () => {
    const published = await aPolicy(world);
    const { reference } = await anInitiative(world, published, {
      title: 'Cykelsti til skolen',
      text: 'Børnene cykler i vejkanten hver eneste morgen.',
    });
    await anInitiative(world, published);
    for (const text of [
      'cykelstier',
      'skole børn',
      'cykelsti til skollen',
      reference,
      reference.toLowerCase(),
    ])
      expect([
        text,
        titlesOf(await ask(world, `GET ${at(published, `initiatives?text=${encodeURIComponent(text)}`)}`)),
      ]).toEqual([text, ['Cykelsti til skolen']]);
    expect(titlesOf(await ask(world, `GET ${at(published, 'initiatives?text=svømmehal')}`))).toEqual([]);
    expect(
      (await ask(world, `GET ${at(published, `initiatives?text=${encodeURIComponent(`' & | ! :* "`)}`)}`))
        .status,
    ).toBe(200);
  });

  it('of a goal are that goal’s alone, and say whether one can propose there', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    await anInitiative(world, published, { goal: published.goals[1]!, title: 'Her' });
    await anInitiative(world, published, { goal: published.goals[2]!, title: 'Der' });
    const here = await ask(world, `GET ${at(published, `goals/${published.goals[1]!.id}/initiatives`)}`, {
      as: ida,
    });
    expect(titlesOf(here)).toEqual(['Her']);
    expect(here.body).toMatchObject({ blockers: [], can: { propose: true } });
  });

  it('show their proposer what they have begun', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    await anInitiative(world, published, { by: ida, title: 'Ude' });
    await anInitiative(world, published, { by: ida, title: 'Kladde', draft: true });
    await anInitiative(world, published);
    expect(titlesOf(await ask(world, `GET ${at(published, 'initiatives/mine')}`, { as: ida }))).toEqual([
      'Kladde',
      'Ude',
    ]);
    expect((await ask(world, `GET ${at(published, 'initiatives/mine')}`)).status).toBe(401);
  });

  it('that resemble what is being written are shown, misspelt or inflected, and others are not', async () => {
    const published = await aPolicy(world);
    const similar = (title: string, as?: Someone) =>
      ask(world, `GET ${at(published, `initiatives/similar?title=${encodeURIComponent(title)}`)}`, {
        as: as ?? null,
      });
    const ida = await someone(world, published.municipality);
    await anInitiative(world, published, { title: 'Bedre cykelsti mellem skolen og hallen' });
    await anInitiative(world, published, { title: 'Flere bænke langs havnen' });
    await anInitiative(world, published, {
      by: ida,
      title: 'Cykelsti til skolen, min egen kladde',
      draft: true,
    });
    const withdrawn = await anInitiative(world, published, { by: ida, title: 'Cykelsti forbi skolen' });
    await ask(world, `POST ${at(published, `initiatives/${withdrawn.id}/withdraw`)}`, { as: ida, body: {} });
    for (const title of ['Cykelstier ved skolen', 'cykkelsti til skoelen', 'Skolens cykelsti'])
      expect([title, titlesOf(await similar(title, ida))]).toEqual([
        title,
        ['Bedre cykelsti mellem skolen og hallen'],
      ]);
    expect(titlesOf(await similar('Mere lys på stien til skolen'))).toEqual([]);
    expect(titlesOf(await similar('Bænk ved havnen'))).toEqual(['Flere bænke langs havnen']);
    expect(titlesOf(await similar('Mere musik i gågaden'))).toEqual([]);
    expect(titlesOf(await similar('Et'))).toEqual([]);
    const decided = await anInitiative(world, published, { title: 'Et drivhus i parken', threshold: 1 });
    await world.source.query(
      `UPDATE initiative SET status = 'decided', answer_outcome = 'declined', answer_text = 'Nej', answered_at = now()
       WHERE id = $1`,
      [decided.id],
    );
    expect((await similar('Drivhus i parken')).body.items).toMatchObject([{ outcome: 'declined' }]);
    expect((await similar(`'; DROP TABLE -- & | \\`)).status).toBe(200);
  });

  it('leave no word behind when it is taken out of the last title that held it', async () => {
    const published = await aPolicy(world);
    const named = await anInitiative(world, published, { title: 'Flyt Kvistgaards hegn ved havnen' });
    await anInitiative(world, published, { title: 'Flere hegn ved skolen' });
    const words = async () =>
      (
        await world.source.query<{ word: string; uses: number }[]>(
          'SELECT word, uses FROM title_vocabulary WHERE municipality_id = $1 ORDER BY word',
          [published.municipality.id],
        )
      ).map(({ word, uses }) => `${word} ${uses}`);
    expect(await words()).toEqual([
      'flere 1',
      'flyt 1',
      'havnen 1',
      'hegn 2',
      'kvistgaards 1',
      'skolen 1',
      'ved 2',
    ]);
    await world.source.query("UPDATE initiative SET title = 'Flyt et hegn ved havnen' WHERE id = $1", [
      named.id,
    ]);
    expect(await words()).toEqual(['flere 1', 'flyt 1', 'havnen 1', 'hegn 2', 'skolen 1', 'ved 2']);
    await world.source.query('DELETE FROM initiative WHERE id = $1', [named.id]);
    expect(await words()).toEqual(['flere 1', 'hegn 1', 'skolen 1', 'ved 1']);
  });

  it('that resemble it are found in Swedish too, at most five', async () => {
    const published = await aPolicy(world, {
      municipality: await aMunicipality(world, { language: 'sv', theme: 'helsingborg' }),
    });
    const per = await someone(world, published.municipality, ['resident'], { language: 'sv' });
    for (let n = 0; n < 6; n++)
      await anInitiative(world, published, { by: per, title: `Fler cykelvägar till skolorna ${n}` });
    const found = await ask(
      world,
      `GET ${at(published, `initiatives/similar?title=${encodeURIComponent('Cykelväg till skolan')}`)}`,
    );
    expect(found.body.items).toHaveLength(5);
  });
});

describe('an answer', () => {
  const world = aWorld();

  it('is given by staff once enough support it, and can be corrected', async () => {
    const published = await aPolicy(world);
    const { id } = await anInitiative(world, published, { threshold: 1 });
    const staff = await someone(world, published.municipality, ['staff']);
    const ida = await someone(world, published.municipality);
    const url = at(published, `initiatives/${id}`);
    const told: string[] = [];
    world.app
      .get(Events)
      .after(InitiativeAnswered, (_, { initiative }) => void told.push(String(initiative.answerOutcome)));
    const answer = (text: string, outcome = 'partly', as = staff) =>
      ask(world, `POST ${url}/answer`, { as, body: { outcome, text } });
    expect(await answer('Vi ser på det.')).toMatchObject({
      status: 409,
      body: { code: 'initiative-not-answerable', details: { reasons: [{ state: 'collecting' }] } },
    });
    await ask(world, `PUT ${url}/support`, { as: ida });
    expect((await answer('Vi ser på det.', 'partly', ida)).status).toBe(403);
    await answer('Vi ser på det.');
    await answer('Vi ser på det i foråret.');
    expect((await ask(world, `GET ${url}`)).body).toMatchObject({
      state: 'decided',
      answer: { outcome: 'partly', text: 'Vi ser på det i foråret.' },
    });
    expect(told).toEqual(['partly']);
    expect((await answer('Nej', 'måske')).body.details.fields).toEqual([
      { field: 'outcome', code: 'not-one-of' },
    ]);
    expect((await answer('  ')).body.details.fields).toEqual([{ field: 'text', code: 'required' }]);
  });
});

describe('a hidden initiative', () => {
  const world = aWorld();

  it('leaves a tombstone with the reason, legible to moderators and its proposer, and comes back as it was', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const { id } = await anInitiative(world, published, { by: ida });
    const moderator = await someone(world, published.municipality, ['moderator']);
    const ctx = await contextOf(world, published.municipality, moderator);
    const service = world.app.get(InitiativesService);
    const url = at(published, `initiatives/${id}`);
    await service.hide(ctx, id, 'Nævner en nabo ved navn.');
    expect((await ask(world, `GET ${url}`)).body).toMatchObject({
      hidden: true,
      hiddenReason: 'Nævner en nabo ved navn.',
      title: null,
      text: null,
      proposer: null,
    });
    for (const as of [ida, moderator])
      expect((await ask(world, `GET ${url}`, { as })).body.title).toBe('Flere bænke langs havnen');
    expect((await ask(world, `GET ${at(published, 'initiatives')}`)).body.items).toEqual([]);
    expect((await ask(world, `GET ${at(published, 'initiatives/similar?title=havnen')}`)).body.items).toEqual(
      [],
    );
    const per = await someone(world, published.municipality);
    expect((await ask(world, `PUT ${url}/support`, { as: per })).body.code).toBe('contribution-hidden');
    await expect(service.hide(ctx, id, 'Igen')).rejects.toMatchObject({ code: 'contribution-hidden' });
    await service.restore(ctx, id);
    expect((await ask(world, `PUT ${url}/support`, { as: per })).body).toMatchObject({
      hidden: false,
      supportCount: 1,
      title: 'Flere bænke langs havnen',
    });
    await expect(
      service.hide(await contextOf(world, published.municipality, per), id, 'Nej'),
    ).rejects.toMatchObject({ status: 403 });
  });
});

describe('the deadline', () => {
  const world = aWorld({ jobs: true });

  it('is written down by a job, and those who wait for it are told once', async () => {
    const published = await aPolicy(world);
    const { id } = await anInitiative(world, published);
    let times = 0;
    const told = new Promise<string>((resolve) => {
      world.app.get(Events).after(InitiativeExpired, (_, { initiative }) => {
        times++;
        resolve(initiative.id);
      });
    });
    await world.source.query("UPDATE initiative SET deadline = now() - interval '1 second' WHERE id = $1", [
      id,
    ]);
    await world.source.query('SELECT graphile_worker.add_job($1, $2::json, job_key => $3)', [
      'expire-initiative',
      JSON.stringify({ initiativeId: id }),
      `expire-initiative:${id}`,
    ]);
    expect(await told).toBe(id);
    await world.app.get(LivesService).tick(id);
    expect(times).toBe(1);
    const [row] = await world.source.query('SELECT status, revision FROM initiative WHERE id = $1', [id]);
    expect(row).toEqual({ status: 'expired', revision: 2 });
  });

  it('is set for the job when the initiative is published', async () => {
    const published = await aPolicy(world);
    const { id, deadline } = await anInitiative(world, published);
    const [job] = await world.source.query<{ runAt: Date }[]>(
      'SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE key = $1',
      [`move-initiative:${id}`],
    );
    expect(job?.runAt.toISOString()).toBe(deadline);
  });

  it('does not end what is not over', async () => {
    const published = await aPolicy(world);
    const { id } = await anInitiative(world, published);
    await world.app.get(LivesService).tick(id);
    expect((await ask(world, `GET ${at(published, `initiatives/${id}`)}`)).body.state).toBe('collecting');
  });
});
