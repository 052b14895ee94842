import { describe, expect, it } from '@jest/globals';
import { anInitiative, aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import { ask, aWorld, contextOf, someone, type Someone } from '../../test/world.js';
import { Database } from '../platform/database/database.js';
import type { Eligibility } from '../identity/eligibility.rules.js';
import { LivesService } from './lives.service.js';
import { SCHEME_PRESETS, type SchemePreset } from './scheme.presets.js';
import { thresholdOf, type Scheme } from './scheme.rules.js';

const world = aWorld();

const at = ({ municipality }: PublishedPolicy, path: string) =>
  `/api/municipalities/${municipality.slug}/${path}`;

/** A preset with the populations of a town, which are the municipality's to fill in. */
const inTown = (preset: SchemePreset): Scheme => ({
  ...SCHEME_PRESETS[preset],
  base: { residents: 65_250, voters: 52_000, over15: 54_010, countedOn: '2026-01-01' },
  term: { from: '2026-01-01', to: '2029-12-31' },
});

/** Somebody whom the municipality knows to be what is asked for. */
async function known(published: PublishedPolicy, { groups, evidence }: Eligibility): Promise<Someone> {
  const person = await someone(world, published.municipality);
  if (evidence === 'email')
    await world.source.query('UPDATE person SET email_confirmed_at = now() WHERE id = $1', [person.id]);
  else if (evidence !== 'none')
    await world.source.query(
      `INSERT INTO standing (person_id, municipality_id, evidence, groups, born_on)
       VALUES ($1, $2, $3, $4, '1990-05-17')`,
      [person.id, published.municipality.id, evidence, groups],
    );
  return person;
}

/** An initiative published under a scheme, by the scheme's own way. */
async function underScheme(scheme: Scheme, wishes: { title?: string } = {}) {
  const published = await aPolicy(world);
  const moderator = await someone(world, published.municipality, ['moderator']);
  const staff = await someone(world, published.municipality, ['staff']);
  const proposer = await known(published, scheme.proposer);
  const { id } = await anInitiative(world, published, { by: proposer, scheme, draft: true, ...wishes });
  const url = at(published, `initiatives/${id}`);
  const post = (path: string, as: Someone, body: object = {}) =>
    ask(world, `POST ${url}/${path}`, { as, body });
  if (scheme.coProposers.min > 0) {
    expect(await post('publish', proposer)).toMatchObject({
      status: 409,
      body: { code: 'co-proposers-missing' },
    });
    const { invitation } = (await post('invitation', proposer)).body.preparation;
    for (let n = 0; n < scheme.coProposers.min; n++)
      await post('co-proposers', await known(published, scheme.proposer), { invitation });
  }
  await post('publish', proposer);
  if (scheme.review.before)
    await ask(world, `POST ${at(published, `moderation/initiatives/${id}/decisions`)}`, {
      as: moderator,
      body: { action: 'keep' },
    });
  return {
    published,
    id,
    url,
    proposer,
    moderator,
    staff,
    post,
    show: async (as?: Someone) => (await ask(world, `GET ${url}`, as ? { as } : {})).body,
    support: async (stance = 'for') =>
      ask(world, `PUT ${url}/support?stance=${stance}`, { as: await known(published, scheme.supporter) }),
    /** So many support it already. */
    counted: (count: number) =>
      world.source.query('UPDATE initiative SET support_count = $2 WHERE id = $1', [id, count]),
    timeIsOver: async () => {
      await world.source.query(
        "UPDATE initiative SET deadline = date_trunc('second', now()) - interval '1 second' WHERE id = $1",
        [id],
      );
      await world.app.get(LivesService).tick(id);
    },
  };
}

type Walk = Awaited<ReturnType<typeof underScheme>>;
const acts = async ({ show }: Walk): Promise<string[]> =>
  (await show()).steps.map(({ act }: { act: string }) => act);

describe('the schemes that ship', () => {
  it.each(Object.keys(SCHEME_PRESETS) as SchemePreset[])(
    '%s: an initiative is published, supported, handed over, considered and decided',
    async (preset) => {
      const scheme = inTown(preset);
      const walk = await underScheme(scheme);
      const threshold = thresholdOf(scheme);
      if (preset !== 'medborgarforslag') {
        expect(await walk.show()).toMatchObject({ state: 'collecting', threshold });
        await walk.counted((threshold ?? 5) - 1);
        // Where the scheme asks what one says to it, only those for it bring it on.
        const against = await walk.support('against');
        if (scheme.ballot === 'support') expect(against.body.code).toBe('choice-not-valid');
        else {
          expect(against.body).toMatchObject({ state: 'collecting', againstCount: 1 });
          expect((await walk.support('blank')).body).toMatchObject({ state: 'collecting', blankCount: 1 });
        }
        expect((await walk.support()).status).toBe(200);
        const { state } = await walk.show();
        expect(state).toBe(
          threshold === null ? 'collecting' : scheme.handOver === 'at-once' ? 'handed-over' : 'reached',
        );
        // Handed over at once, it goes on collecting only where the scheme says so.
        if (state === 'handed-over') expect((await walk.support()).status).toBe(scheme.continues ? 200 : 409);
        else await walk.timeIsOver();
      }
      const handed = await walk.show();
      expect(handed).toMatchObject({ state: 'handed-over', handedOverAt: expect.any(String) });
      expect(handed.decideBy !== null).toBe(scheme.decision.months !== null);
      await walk.post('steps', walk.staff, { act: 'consider', note: 'Udvalget ser på det.' });
      expect((await walk.show()).state).toBe('considered');
      const outcome = scheme.outcomes[0];
      const answer = { outcome, text: 'Byrådet har besluttet at følge forslaget fra næste år.' };
      expect((await walk.post('answer', walk.staff, answer)).status).toBe(200);
      expect(await walk.show()).toMatchObject({ state: 'decided', answer: { outcome } });
      expect(await acts(walk)).toEqual([
        ...(scheme.coProposers.min > 0 ? ['ask'] : []),
        ...(scheme.review.before ? ['submit'] : []),
        'publish',
        'reach',
        'hand-over',
        'consider',
        'decide',
      ]);
    },
  );

  it.each(['horsholm', 'gladsaxe', 'fredensborg'] as const)(
    '%s: what falls short ends as the scheme says',
    async (preset) => {
      const walk = await underScheme(inTown(preset));
      await walk.timeIsOver();
      const { state, hidden } = await walk.show();
      expect({ state, hidden }).toEqual(
        preset === 'horsholm'
          ? { state: 'expired', hidden: false }
          : preset === 'gladsaxe'
            ? { state: 'handed-over', hidden: false }
            : { state: 'expired', hidden: true },
      );
    },
  );

  it('let no outcome be given that the scheme does not have', async () => {
    const walk = await underScheme(inTown('malmoinitiativet'));
    await walk.counted(200);
    await walk.timeIsOver();
    expect(
      await walk.post('answer', walk.staff, { outcome: 'accepted', text: 'Det gör vi redan nästa år.' }),
    ).toMatchObject({
      status: 422,
      body: { details: { fields: [{ field: 'outcome', code: 'not-one-of' }] } },
    });
  });

  it('ask for more where the higher threshold is reached', async () => {
    const walk = await underScheme(inTown('kuntalaisaloite'));
    await walk.counted(1304);
    await walk.support();
    await walk.counted(2160);
    await walk.support();
    expect(await walk.show()).toMatchObject({
      state: 'handed-over',
      higherThreshold: 2161,
      higherAt: expect.any(String),
    });
    expect((await walk.show()).steps.at(-1)).toMatchObject({ act: 'reach-higher', note: 'Folkomröstning' });
  });
});

describe('the most supported of a month', () => {
  it('go on, and the first published of those with as many; the others have run out', async () => {
    const scheme: Scheme = { ...inTown('better-reykjavik'), top: { perMonth: 2, perPolicy: 0 } };
    const published = await aPolicy(world);
    const made = [];
    for (const [title, support] of [
      ['Bænke', 7],
      ['Træer', 9],
      ['Lys', 7],
      ['Stier', 0],
    ] as const) {
      const { id } = await anInitiative(world, published, { scheme, title: `Flere ${title}` });
      await world.source.query(
        "UPDATE initiative SET support_count = $2, deadline = '2026-10-31T23:00:00Z' WHERE id = $1",
        [id, support],
      );
      made.push(id);
    }
    for (const id of made.toReversed()) await world.app.get(LivesService).tick(id);
    const states = await world.source.query<{ status: string }[]>(
      'SELECT status FROM initiative WHERE id = ANY($1) ORDER BY array_position($1, id)',
      [made],
    );
    expect(states.map(({ status }) => status)).toEqual(['handed-over', 'handed-over', 'expired', 'expired']);
  });
});

describe('who may', () => {
  it('is told what is missing before they press, and refused if they press all the same', async () => {
    const scheme = inTown('gladsaxe');
    const walk = await underScheme(scheme);
    const child = await someone(world, walk.published.municipality);
    expect(await walk.show(child)).toMatchObject({
      can: { support: false },
      blockers: {
        support: [
          { type: 'evidence-needed', needed: 'register', has: 'none' },
          { type: 'age-unknown', minAge: 18 },
        ],
      },
    });
    const staff = await someone(world, walk.published.municipality, ['staff']);
    const standing = at(walk.published, `members/${child.id}/standing`);
    expect(await ask(world, `PUT ${walk.url}/support`, { as: child })).toMatchObject({
      status: 409,
      body: { code: 'evidence-needed' },
    });
    await ask(world, `PUT ${standing}`, {
      as: staff,
      body: { groups: ['resident'], bornOn: '2015-01-01' },
    });
    expect(await ask(world, `PUT ${walk.url}/support`, { as: child })).toMatchObject({
      status: 409,
      body: { code: 'too-young', details: { reasons: [{ type: 'too-young', from: '2033-01-01' }] } },
    });
    await ask(world, `PUT ${standing}`, {
      as: staff,
      body: { groups: ['resident'], bornOn: '1990-01-01' },
    });
    expect((await ask(world, `PUT ${walk.url}/support`, { as: child })).status).toBe(200);
  });

  it('is no business of another municipality’s staff', async () => {
    const walk = await underScheme(inTown('horsholm'));
    const stranger = await someone(world, (await aPolicy(world)).municipality, ['staff']);
    const ida = await someone(world, walk.published.municipality);
    expect(
      (await ask(world, `GET ${at(walk.published, `members/${ida.id}/standing`)}`, { as: stranger })).status,
    ).toBe(403);
    const elsewhere = await aPolicy(world);
    const staff = await someone(world, elsewhere.municipality, ['staff']);
    expect(
      (await ask(world, `GET ${at(elsewhere, `members/${ida.id}/standing`)}`, { as: staff })).status,
    ).toBe(404);
  });

  it('confirms an address by the letter’s link, once it is theirs, and not by a link of another kind', async () => {
    const { municipality } = await aPolicy(world);
    const ida = await someone(world, municipality);
    const url = `/api/municipalities/${municipality.slug}/standing`;
    await ask(world, `POST ${url}/email-letter`, { as: ida });
    const [letter] = await world.source.query<{ text: string }[]>(
      "SELECT text FROM mail WHERE key LIKE 'confirm-email:' || $1 || '%'",
      [ida.id],
    );
    const token = /token=(\S+)/.exec(letter!.text)![1]!;
    expect((await ask(world, `POST ${url}/email`, { body: { token: `x${token}` } })).status).toBe(409);
    expect((await ask(world, `POST ${url}/email`, { body: { token } })).status).toBe(204);
    expect((await ask(world, `GET ${url}`, { as: ida })).body).toMatchObject({ evidence: 'email' });
  });
});

describe('co-proposers', () => {
  const scheme: Scheme = { ...inTown('horsholm'), coProposers: { min: 1, max: 2, days: 14 } };

  async function asked(min = 1) {
    const published = await aPolicy(world);
    const proposer = await someone(world, published.municipality);
    const asking = { ...scheme, coProposers: { ...scheme.coProposers, min } };
    const { id } = await anInitiative(world, published, { by: proposer, scheme: asking, draft: true });
    const url = at(published, `initiatives/${id}`);
    const { body } = await ask(world, `POST ${url}/invitation`, { as: proposer });
    const confirm = async (as: Someone, invitation: string = body.preparation.invitation) =>
      ask(world, `POST ${url}/co-proposers`, { as, body: { invitation } });
    return { published, proposer, id, url, invitation: body.preparation.invitation as string, confirm };
  }

  it('come by the link, and nobody without it', async () => {
    const { published, url, invitation, confirm, proposer } = await asked();
    const bo = await someone(world, published.municipality);
    expect((await ask(world, `GET ${url}`, { as: bo })).status).toBe(404);
    expect((await confirm(bo, '00000000-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await ask(world, `GET ${url}?invitation=${invitation}`, { as: bo })).body).toMatchObject({
      state: 'confirming',
      can: { confirm: true, edit: false, publish: false },
      preparation: { invited: true, invitation: null },
    });
    expect((await confirm(bo)).body).toMatchObject({ coProposers: [bo.name], can: { confirm: false } });
    expect((await confirm(proposer)).body.code).toBe('own-initiative');
    expect(
      (await ask(world, `GET ${at(published, 'notifications')}`, { as: proposer })).body.items,
    ).toMatchObject([{ kind: 'co-proposer-confirmed', details: { name: bo.name } }]);
  });

  it('are told of, and to their proposer with the last one that it can be sent in', async () => {
    const { published, confirm, proposer } = await asked(2);
    const [first, last] = [
      await someone(world, published.municipality),
      await someone(world, published.municipality),
    ];
    await confirm(first);
    await confirm(last);
    const told = async (as: Someone) =>
      (await ask(world, `GET ${at(published, 'notifications')}`, { as })).body.items.map(
        ({ details }: { details: { name: string; outcome?: string } }) => [details.name, details.outcome],
      );
    expect(await told(proposer)).toEqual([
      [last.name, 'ready'],
      [first.name, undefined],
    ]);
    expect(await told(first)).toEqual([[last.name, undefined]]);
  });

  it('are never more than the rule lets there be, however many press at once', async () => {
    const { published, confirm, id } = await asked();
    const people = await Promise.all(Array.from({ length: 8 }, () => someone(world, published.municipality)));
    const answers = await Promise.all(people.map((person) => confirm(person)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    const [{ count }] = await world.source.query(
      'SELECT count(*)::int AS count FROM co_proposer WHERE initiative_id = $1',
      [id],
    );
    expect(count).toBe(2);
  });

  it('confirm a text as it is: rewritten, it is a draft that nobody has confirmed', async () => {
    const { published, url, confirm, proposer } = await asked();
    await confirm(await someone(world, published.municipality));
    const body = { title: 'Flere bænke', text: 'Der er langt mellem bænkene, og mange vil gerne sidde.' };
    expect((await ask(world, `PUT ${url}`, { as: proposer, body })).body).toMatchObject({
      state: 'draft',
      coProposers: [],
      can: { publish: false, invite: true },
    });
  });

  it('come too late after the deadline: it is a draft again, and its proposer is told', async () => {
    const { published, url, id, proposer } = await asked();
    await world.source.query("UPDATE initiative SET confirm_by = now() - interval '1 second' WHERE id = $1", [
      id,
    ]);
    await world.app.get(LivesService).tick(id);
    expect((await ask(world, `GET ${url}`, { as: proposer })).body.state).toBe('draft');
    expect(
      (await ask(world, `GET ${at(published, 'notifications')}`, { as: proposer })).body.items,
    ).toMatchObject([{ kind: 'initiative-moved', details: { outcome: 'rewrite' } }]);
  });
});

describe('a review', () => {
  it('turns an initiative down with a reason of the scheme, which its proposer reads and can write anew', async () => {
    const scheme: Scheme = { ...inTown('horsholm'), review: { before: true, days: 10 } };
    const published = await aPolicy(world);
    const proposer = await someone(world, published.municipality);
    const moderator = await someone(world, published.municipality, ['moderator']);
    const { id } = await anInitiative(world, published, { by: proposer, scheme });
    const url = at(published, `initiatives/${id}`);
    expect((await ask(world, `GET ${url}`, { as: proposer })).body).toMatchObject({
      state: 'review',
      heldReason: 'scheme-review',
      preparation: { reviewBy: expect.any(String) },
    });
    const reject = (as: Someone) =>
      ask(world, `POST ${url}/rejection`, {
        as,
        body: { code: 'outside-competence', reason: 'Det er staten, der bestemmer det.' },
      });
    expect((await reject(proposer)).status).toBe(403);
    expect((await reject(moderator)).body).toMatchObject({ state: 'rejected' });
    expect((await reject(moderator)).body.code).toBe('initiative-moved-on');
    const [open] = await world.source.query(
      'SELECT count(*)::int AS count FROM moderation_case WHERE initiative_id = $1 AND closed_at IS NULL',
      [id],
    );
    expect(open.count).toBe(0);
    expect((await ask(world, `GET ${url}`, { as: proposer })).body).toMatchObject({
      preparation: { rejection: 'outside-competence', rejectionText: 'Det er staten, der bestemmer det.' },
      can: { edit: true },
    });
    expect((await ask(world, `GET ${url}`)).status).toBe(404);
  });
});

describe('what was handed over', () => {
  it('is late when its deadline passes, which everyone can see, until it is extended with a reason', async () => {
    const walk = await underScheme({
      ...inTown('medborgarforslag'),
      decision: { months: 12, extensionMonths: 3, noticeDays: null, reportsPerYear: 2 },
    });
    const fan = await someone(world, walk.published.municipality);
    await world.source.query("UPDATE initiative SET decide_by = now() - interval '1 second' WHERE id = $1", [
      walk.id,
    ]);
    await world.app.get(LivesService).tick(walk.id);
    await world.app.get(LivesService).tick(walk.id);
    expect(await walk.show(fan)).toMatchObject({ overdue: true });
    expect((await acts(walk)).filter((act) => act === 'overdue')).toHaveLength(1);
    await walk.post('steps', walk.staff, { act: 'extend', note: 'Nämnden väntar på en utredning.' });
    const extended = await walk.show();
    expect(extended).toMatchObject({ overdue: false });
    expect(Date.parse(extended.decideBy)).toBeGreaterThan(Date.now() + 80 * 86_400_000);
    expect(extended.steps.at(-1)).toMatchObject({ act: 'extend', note: 'Nämnden väntar på en utredning.' });
  });

  it('is considered again when an answer is taken back, and its timeline keeps both', async () => {
    const walk = await underScheme(inTown('medborgarforslag'));
    await walk.post('answer', walk.staff, {
      outcome: 'declined',
      text: 'Det finns inga pengar till det i år.',
    });
    await walk.post('steps', walk.staff, { act: 'undecide', note: 'Beslutet var inte fattat än.' });
    expect(await walk.show()).toMatchObject({ state: 'considered', answer: null });
    expect((await acts(walk)).slice(-2)).toEqual(['decide', 'undecide']);
    await expect(
      world.source.query("UPDATE initiative_step SET note = 'x' WHERE initiative_id = $1", [walk.id]),
    ).rejects.toThrow('cannot be changed');
  });

  it('is in the plan and carried out when a plan takes it up, once, and never before it is decided', async () => {
    const walk = await underScheme(inTown('medborgarforslag'));
    const ctx = await contextOf(world, walk.published.municipality, walk.staff);
    const take = (act: 'plan' | 'carry-out') =>
      world.app
        .get(Database)
        .transaction(ctx, (ctx) => world.app.get(LivesService).moveAll(ctx, [walk.id], act));
    await take('plan');
    expect((await walk.show()).state).toBe('handed-over');
    await walk.post('answer', walk.staff, { outcome: 'accepted', text: 'Det görs under nästa år.' });
    await take('plan');
    await take('plan');
    expect((await walk.show()).state).toBe('planned');
    await take('carry-out');
    expect((await walk.show()).state).toBe('carried-out');
    expect((await acts(walk)).slice(-3)).toEqual(['decide', 'plan', 'carry-out']);
  });

  it('is told to each who supports it, once, with the latest step', async () => {
    const walk = await underScheme({ ...inTown('horsholm'), handOver: 'at-once' });
    await walk.counted(98);
    const fan = await known(walk.published, SCHEME_PRESETS.horsholm.supporter);
    await ask(world, `PUT ${walk.url}/support`, { as: fan });
    await walk.support();
    await walk.post('steps', walk.staff, { act: 'consider', note: 'Udvalget ser på det.' });
    const { items } = (await ask(world, `GET ${at(walk.published, 'notifications')}`, { as: fan })).body;
    expect(items).toMatchObject([{ kind: 'supported-moved', details: { outcome: 'consider' } }]);
  });
});

describe('the same matter', () => {
  it('is not proposed again before the rule lets it, and the proposer is told which it was and from when', async () => {
    const scheme = inTown('malmoinitiativet');
    const walk = await underScheme(
      { ...scheme, review: { before: false, days: 14 } },
      { title: 'Fler träd' },
    );
    const proposer = await known(walk.published, scheme.proposer);
    const again = await anInitiative(world, walk.published, {
      by: proposer,
      title: 'fler TRÄD',
      scheme: { ...scheme, review: { before: false, days: 14 } },
      draft: true,
    });
    const publish = () =>
      ask(world, `POST ${at(walk.published, `initiatives/${again.id}`)}/publish`, { as: proposer });
    expect(await publish()).toMatchObject({
      status: 409,
      body: { code: 'same-matter', details: { earlierId: walk.id, from: 'open' } },
    });
  });
});
