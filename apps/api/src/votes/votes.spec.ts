import { describe, expect, it } from '@jest/globals';
import type { Choice } from '@medvind/vote-counting';
import { aVote, closeVote, ledgerOf, verified } from '../../test/ballots.js';
import { aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import { workOff } from '../../test/jobs.js';
import { ask, aWorld, someone, type Someone } from '../../test/world.js';
import { CheckpointsService } from '../ballots/checkpoints.service.js';
import { BallotBoxClosed, BallotCast } from '../ballots/ballots.events.js';
import { Events } from '../platform/events/events.js';
import { Realtime } from '../platform/realtime/realtime.js';
import type { VoteDraftInput, VoteView } from './votes.dto.js';
import { VoteChanged } from './votes.events.js';

describe('a vote', () => {
  const world = aWorld();
  const url = ({ municipality }: PublishedPolicy, { id }: { id: string }, path = '') =>
    `/api/municipalities/${municipality.slug}/votes/${id}${path}`;
  const residents = (published: PublishedPolicy, count: number) =>
    Promise.all(Array.from({ length: count }, () => someone(world, published.municipality)));
  const say = (published: PublishedPolicy, vote: VoteView, as: Someone, choice: Choice) =>
    ask(world, `PUT ${url(published, vote, '/ballot')}`, { as, body: { choice } });

  it.each<[string, Partial<VoteDraftInput>, Choice[], object]>([
    [
      'for and against',
      { kind: 'for-against', options: [], most: null, majority: 'half-of-all', quorum: 3 },
      ['for', 'for', 'against', 'blank'],
      {
        outcome: 'no-majority',
        ballots: 4,
        blank: 1,
        quorum: { needed: 3, got: 4, met: true },
        majority: { needed: 3, got: 2, of: 4, met: false },
        standings: [
          { option: 'for', value: 2 },
          { option: 'against', value: 1 },
        ],
      },
    ],
    [
      'a choice of two of three',
      {},
      [['o1', 'o2'], ['o1'], ['o2'], []],
      {
        outcome: 'tied',
        winners: ['o1', 'o2'],
        blank: 1,
        standings: [{ rank: 1 }, { rank: 1 }, { rank: 3 }],
      },
    ],
    [
      'a ranking',
      { kind: 'ranking', most: null },
      [
        ['o2', 'o1', 'o3'],
        ['o1', 'o2', 'o3'],
        ['o2', 'o3', 'o1'],
      ],
      {
        outcome: 'decided',
        winners: ['o2'],
        pairs: [
          [0, 1, 2],
          [2, 0, 3],
          [1, 0, 0],
        ],
      },
    ],
    [
      'a ranking by points',
      { kind: 'ranking', method: 'borda', most: null },
      [['o3', 'o1', 'o2'], ['o3']],
      {
        winners: ['o3'],
        standings: [{ value: 4 }, { option: 'o1', value: 1.5 }, { option: 'o2', value: 0.5 }],
      },
    ],
    [
      'scores',
      { kind: 'scores', most: 5 },
      [{ o1: 5, o2: 3 }, { o1: 4 }],
      {
        winners: ['o1'],
        standings: [{ value: 4.5, spread: [0, 0, 0, 0, 1, 1] }, { value: 3 }, { named: 0 }],
      },
    ],
    [
      'a sum to share',
      { kind: 'allotment', most: 100 },
      [{ o1: 100 }, { o1: 20, o3: 80 }],
      { outcome: 'decided', winners: ['o1'], standings: [{ value: 120 }, { value: 80 }, { value: 0 }] },
    ],
  ])(
    'of %s goes from its first ballot to a published result that its ledger comes to',
    async (_, wishes, choices, expected) => {
      const published = await aPolicy(world);
      const vote = await aVote(world, published, wishes);
      const people = await residents(published, choices.length);
      const receipts: string[] = [];
      for (const [index, choice] of choices.entries()) {
        const { status, body } = await say(published, vote, people[index]!, choice);
        expect([status, body.mine.choice, body.result.ballots]).toEqual([200, choice, index + 1]);
        receipts.push(body.mine.receipt);
      }
      await closeVote(world, vote);
      const { body } = await ask(world, `GET ${url(published, vote)}`, { as: people[0]! });
      expect(body).toMatchObject({
        state: 'closed',
        result: { final: true, ...expected },
        can: { vote: false },
        mine: { choice: choices[0] },
      });
      const found = await verified(await ledgerOf(world, published.municipality, vote.boxId!), receipts);
      expect(found).toMatchObject({ faultCount: 0, voters: choices.length });
      expect(found.counted).toMatchObject({ outcome: { kind: body.result.outcome } });
      expect(await say(published, vote, people[0]!, choices[0]!)).toMatchObject({
        status: 409,
        body: { code: 'vote-not-open', details: { reasons: [{ state: 'closed' }] } },
      });
    },
  );

  it('is changed and withdrawn until it closes, and counts once all the while', async () => {
    const published = await aPolicy(world);
    const vote = await aVote(world, published);
    const [ida] = await residents(published, 1);
    await say(published, vote, ida!, ['o1']);
    const changed = await say(published, vote, ida!, ['o2', 'o3']);
    expect(changed.body).toMatchObject({
      mine: { choice: ['o2', 'o3'] },
      result: { ballots: 1, standings: [{ option: 'o2' }, { option: 'o3' }, { option: 'o1', value: 0 }] },
    });
    const withdrawn = await ask(world, `DELETE ${url(published, vote, '/ballot')}`, { as: ida! });
    expect(withdrawn.body).toMatchObject({ mine: { choice: null }, result: { ballots: 0, winners: [] } });
    expect((await say(published, vote, ida!, ['o1', 'o2', 'o3'])).body).toMatchObject({
      code: 'choice-not-valid',
      details: { reasons: [{ type: 'too-many-options', most: 2, given: 3 }] },
    });
    for (const body of [{}, { choice: null }, { choice: 7 }, { choice: { o1: 1 } }])
      expect((await ask(world, `PUT ${url(published, vote, '/ballot')}`, { as: ida!, body })).status).toBe(
        422,
      );
  });

  it('of 64 people at once counts each of them once', async () => {
    const published = await aPolicy(world);
    const vote = await aVote(world, published);
    const people = await residents(published, 64);
    const answers = await Promise.all(
      people.map((as, index) => say(published, vote, as, [`o${(index % 3) + 1}`])),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    // Whoever voted sees their own vote counted.
    expect(answers.every(({ body }) => body.result.ballots >= 1 && body.mine.receipt)).toBe(true);
    expect((await ask(world, `GET ${url(published, vote)}`)).body.result).toMatchObject({
      ballots: 64,
      standings: [{ value: 22 }, { value: 21 }, { value: 21 }],
    });
  });

  it('that is hidden says nothing of what was voted until it closes: not to staff, not to open pages', async () => {
    const published = await aPolicy(world);
    const vote = await aVote(world, published, { hidden: true });
    const heard: number[] = [];
    const realtime = world.app.get(Realtime);
    const changed = realtime.changed.bind(realtime);
    realtime.changed = (kind, id, revision) => void (id === vote.id && heard.push(revision));
    const everything = await someone(world, published.municipality, ['staff', 'moderator', 'administrator']);
    const people = await residents(published, 4);
    try {
      for (const as of people) await say(published, vote, as, ['o3']);
      expect(heard).toEqual([]);
      for (const as of [everything, people[0]!, null]) {
        const { body } = await ask(world, `GET ${url(published, vote)}`, { as });
        expect(body.result).toBeNull();
        expect(JSON.stringify({ ...body, options: [], mine: null })).not.toContain('"o3"');
      }
      const box = await ask(
        world,
        `GET /api/municipalities/${published.municipality.slug}/ballots/${vote.boxId}`,
        {
          as: everything,
        },
      );
      expect(JSON.stringify({ ...box.body, terms: null })).not.toContain('"o3"');
      await closeVote(world, vote);
      expect(heard).toEqual([-1]);
    } finally {
      realtime.changed = changed;
    }
    expect((await ask(world, `GET ${url(published, vote)}`)).body.result).toMatchObject({
      ballots: 4,
      winners: ['o3'],
    });
  });

  it('that is open tells the pages that are open, and says neither who nor what', async () => {
    const published = await aPolicy(world);
    const vote = await aVote(world, published);
    const said: object[] = [];
    const events = world.app.get(Events);
    const hear = (_: unknown, event: object) => void said.push(event);
    events.after(BallotCast, hear);
    events.after(BallotBoxClosed, hear);
    events.after(VoteChanged, hear);
    const [ida] = await residents(published, 1);
    await say(published, vote, ida!, ['o2']);
    await closeVote(world, vote);
    expect(said.map(({ constructor }) => constructor.name).toSorted()).toEqual([
      'BallotBoxClosed',
      'BallotCast',
      'VoteChanged',
    ]);
    expect(JSON.stringify(said)).not.toContain(ida!.id);
  });

  it('is closed by its job, and the result is published then', async () => {
    const published = await aPolicy(world);
    const vote = await aVote(world, published);
    const jobs = await world.source.query(
      "SELECT run_at AS at FROM graphile_worker.jobs WHERE key = 'close-ballot-box:' || $1",
      [vote.boxId],
    );
    expect(jobs).toEqual([{ at: new Date(vote.closesAt) }]);
    await world.source.query(
      "UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key = 'close-ballot-box:' || $1",
      [vote.boxId],
    );
    // Called too early, by a clock that runs ahead, it comes again.
    await workOff(world);
    expect((await ask(world, `GET ${url(published, vote)}`)).body).toMatchObject({
      state: 'open',
      result: { final: false },
    });
    expect(
      await world.source.query("SELECT 1 FROM graphile_worker.jobs WHERE key = 'close-ballot-box:' || $1", [
        vote.boxId,
      ]),
    ).toHaveLength(1);
  });

  it('is drafted, mended and published by staff, and then stays what it is', async () => {
    const published = await aPolicy(world);
    const staff = await someone(world, published.municipality, ['staff']);
    const [ida] = await residents(published, 1);
    const draft = await aVote(world, published, { by: staff, draft: true });
    const base = `/api/municipalities/${published.municipality.slug}`;
    for (const as of [ida!, null]) {
      expect((await ask(world, `GET ${url(published, draft)}`, { as })).status).toBe(404);
      expect((await ask(world, `GET ${base}/votes`, { as })).body.items).toEqual([]);
      expect((await ask(world, `GET ${base}/votes?state=draft`, { as })).status).toBe(as ? 403 : 401);
    }
    expect((await ask(world, `GET ${base}/votes?state=draft`, { as: staff })).body.items).toHaveLength(1);
    const body = {
      question: 'Hvor skal der stå flest bænke?',
      kind: 'ranking',
      options: [{ title: 'Havnen' }, { title: 'Torvet' }],
      hidden: false,
      majority: 'most',
      opensAt: draft.opensAt,
      closesAt: draft.closesAt,
    };
    const edit = (change: object) =>
      ask(world, `PUT ${url(published, draft)}`, { as: staff, body: { ...body, ...change } });
    const faults = async (change: object) => ((await edit(change)).body.details?.fields ?? []) as object[];
    expect(await faults({ method: 'sum' })).toEqual([{ field: 'method', code: 'not-one-of' }]);
    expect(await faults({ options: [{ title: 'Havnen' }] })).toEqual([
      { field: 'options', code: 'required', limits: { min: 2 } },
    ]);
    const again = ['Træer', 'Nye bænke', ' nye  Bænke'].map((title) => ({ title }));
    expect(await faults({ options: again })).toEqual([{ field: 'options.2.title', code: 'said-twice' }]);
    expect(await faults({ kind: 'choose' })).toEqual([{ field: 'most', code: 'required' }]);
    expect(await faults({ kind: 'scores', most: 900 })).toEqual([
      { field: 'most', code: 'too-large', limits: { max: 100 } },
    ]);
    expect(await faults({ majority: 'half' })).toEqual([{ field: 'majority', code: 'not-one-of' }]);
    expect(await faults({ closesAt: draft.opensAt })).toEqual([{ field: 'closesAt', code: 'before-start' }]);
    expect(await edit({})).toMatchObject({
      status: 200,
      body: { method: 'schulze', options: [{ key: 'o1' }, { key: 'o2' }] },
    });
    expect((await ask(world, `POST ${url(published, draft, '/publish')}`, { as: ida! })).status).toBe(403);
    const out = await ask(world, `POST ${url(published, draft, '/publish')}`, { as: staff });
    expect(out).toMatchObject({
      status: 200,
      body: { state: 'open', boxId: expect.any(String), can: { edit: false } },
    });
    expect(await edit({})).toMatchObject({ status: 409, body: { code: 'already-published' } });
    expect((await ask(world, `DELETE ${url(published, draft)}`, { as: staff })).status).toBe(409);
    for (const sql of [
      "UPDATE vote SET question = 'Noget andet' WHERE id = $1",
      'DELETE FROM vote WHERE id = $1',
    ])
      await expect(world.source.query(sql, [draft.id])).rejects.toMatchObject({ constraint: 'vote_stays' });
    const listed = await ask(world, `GET ${base}/goals/${published.goals[0]!.id}/votes`, { as: ida! });
    expect(listed.body).toMatchObject({ items: [{ id: draft.id, state: 'open' }], can: { make: false } });
  });

  it('that is open is listed before those to come, and they before what is over, the newest first, by the page', async () => {
    const published = await aPolicy(world);
    const at = `/api/municipalities/${published.municipality.slug}`;
    const staff = await someone(world, published.municipality, ['staff']);
    const later = new Date(Date.now() + 1_800_000).toISOString();
    const made: VoteView[] = [];
    for (const opensAt of [later, null, null, null, later, null])
      made.push(await aVote(world, published, opensAt ? { opensAt } : {}));
    const [coming, closed, open, calledOff, next, newest] = made as [VoteView, ...VoteView[]];
    await aVote(world, published, { draft: true });
    await closeVote(world, closed!);
    const reason = { reason: 'Svarene var forkerte.' };
    await ask(world, `POST ${at}/votes/${calledOff!.id}/call-off`, { as: staff, body: reason });
    const order = [newest, open, next, coming, calledOff, closed].map((vote) => vote!.id);
    for (const path of [`${at}/votes`, `${at}/goals/${published.goals[0]!.id}/votes`]) {
      const listed: string[] = [];
      let after = '';
      for (let page = 0; page < 6 && (page === 0 || after); page++) {
        const { body } = await ask(
          world,
          `GET ${path}?limit=${page === 0 ? 1 : 2}${after && `&after=${after}`}`,
        );
        listed.push(...(body.items as VoteView[]).map(({ id }) => id));
        after = body.next ?? '';
      }
      expect(listed).toEqual(order);
    }
    const { body } = await ask(world, `GET ${at}/votes?state=coming&limit=1`);
    expect(body.items).toMatchObject([{ id: next!.id }]);
    const rest = await ask(world, `GET ${at}/votes?state=coming&after=${body.next}`);
    expect(rest.body).toMatchObject({ items: [{ id: coming.id }], next: null });
    const elsewhere = await aPolicy(world);
    const theirs = await ask(world, `GET /api/municipalities/${elsewhere.municipality.slug}/votes`);
    expect(theirs.body.items).toEqual([]);
    for (const cursor of [['3', newest!.id], [0, 'x'], [newest!.id]]) {
      const bad = Buffer.from(JSON.stringify(cursor)).toString('base64url');
      expect((await ask(world, `GET ${at}/votes?after=${bad}`)).status).toBe(422);
    }
  });

  it.each([false, true])(
    'called off is not counted (hidden: %s): everyone reads why, and its ballots are kept under a last checkpoint',
    async (hidden) => {
      const published = await aPolicy(world);
      const staff = await someone(world, published.municipality, ['staff']);
      const vote = await aVote(world, published, { hidden });
      const [ida, bo] = (await residents(published, 2)) as [Someone, Someone];
      const { mine } = (await say(published, vote, ida, ['o3'])).body;
      const callOff = (as: Someone, reason = 'Et af svarene kan ikke bygges.') =>
        ask(world, `POST ${url(published, vote, '/call-off')}`, { as, body: { reason } });
      expect((await callOff(ida)).status).toBe(403);
      expect((await callOff(staff, '')).status).toBe(422);
      // Many vote at the same moment: each is taken before it, or refused.
      const [off, ...answers] = await Promise.all([
        callOff(staff),
        ...(await residents(published, 12)).map((as) => say(published, vote, as, ['o1'])),
      ]);
      expect(off).toMatchObject({
        status: 200,
        body: {
          state: 'called-off',
          calledOffReason: 'Et af svarene kan ikke bygges.',
          result: null,
          can: { callOff: false },
        },
      });
      expect((await say(published, vote, bo, ['o1'])).body).toMatchObject({
        code: 'vote-not-open',
        details: { reasons: [{ state: 'called-off' }] },
      });
      await world.app.get(CheckpointsService).signAll();
      const shown = (await ask(world, `GET ${url(published, vote)}`, { as: ida })).body;
      expect(shown).toMatchObject({ state: 'called-off', result: null, mine: { choice: ['o3'] } });
      const ledger = await ledgerOf(world, published.municipality, vote.boxId!);
      const found = await verified(ledger, [mine.receipt]);
      const taken = answers.filter(({ status }) => status === 200).length;
      expect(found).toMatchObject({
        faultCount: 0,
        entries: taken + 1,
        checkpoint: { final: true, result: { calledOff: true } },
        counted: null,
        receipts: [{ is: 'counted' }],
      });
      if (hidden) expect(ledger.split('\n').slice(1).join('\n')).not.toContain('"o3"');
      expect((await callOff(staff)).body.code).toBe('already-decided');
      await expect(
        world.source.query("UPDATE vote SET called_off_reason = 'Noget andet' WHERE id = $1", [vote.id]),
      ).rejects.toMatchObject({ constraint: 'vote_stays' });
      await expect(
        world.source.query('UPDATE ballot_box SET called_off = false, ended_at = NULL WHERE id = $1', [
          vote.boxId,
        ]),
      ).rejects.toMatchObject({ constraint: 'ledger_only_grows' });
      expect(
        (await ask(world, `GET ${url(published, vote, '').replace(`/${vote.id}`, '')}?state=called-off`)).body
          .items,
      ).toMatchObject([{ id: vote.id }]);
      const closed = await aVote(world, published);
      await closeVote(world, closed);
      expect(
        (
          await ask(world, `POST ${url(published, closed, '/call-off')}`, {
            as: staff,
            body: { reason: 'For sent' },
          })
        ).body.code,
      ).toBe('already-decided');
    },
  );

  it('asks of its voters what its rule says, tells each what is missing, and binds the rule into its ledger', async () => {
    const published = await aPolicy(world);
    const voter = { groups: ['voter' as const], minAge: 16, evidence: 'register' as const };
    const vote = await aVote(world, published, { voter });
    const [ida, bo, young] = (await residents(published, 3)) as [Someone, Someone, Someone];
    const known = (person: Someone, bornOn: string) =>
      world.source.query(
        `INSERT INTO standing (person_id, municipality_id, evidence, groups, born_on) VALUES ($1, $2, 'register', '{voter}', $3)`,
        [person.id, published.municipality.id, bornOn],
      );
    await known(bo, '1990-05-17');
    await known(young, '2020-05-17');
    const refused = await say(published, vote, ida, ['o1']);
    expect(refused).toMatchObject({ status: 409, body: { code: 'evidence-needed' } });
    const missing = [
      { type: 'evidence-needed', needed: 'register', has: 'none' },
      { type: 'group-needed', groups: ['voter'] },
      { type: 'age-unknown', minAge: 16 },
    ];
    expect(refused.body.details.reasons).toEqual(missing);
    const shown = (as: Someone | null) => ask(world, `GET ${url(published, vote)}`, { as });
    expect((await shown(ida)).body).toMatchObject({ voter, blockers: missing, can: { vote: false } });
    // What is asked of a visitor they learn when they are somebody.
    expect((await shown(null)).body).toMatchObject({ voter, blockers: [] });
    expect((await say(published, vote, young, ['o1'])).body).toMatchObject({
      code: 'too-young',
      details: { reasons: [{ from: '2036-05-17' }] },
    });
    const { status, body } = await say(published, vote, bo, ['o1']);
    expect([status, body.can.vote]).toEqual([200, true]);
    // No voter any more, they can still take back what they said.
    await world.source.query('DELETE FROM standing WHERE person_id = $1', [bo.id]);
    expect((await say(published, vote, bo, ['o2'])).status).toBe(409);
    expect((await ask(world, `DELETE ${url(published, vote, '/ballot')}`, { as: bo })).status).toBe(200);
    const [terms] = (await ledgerOf(world, published.municipality, vote.boxId!)).split('\n');
    expect(JSON.parse(terms!)).toMatchObject({ terms: { voters: voter } });
    await expect(
      world.source.query("UPDATE vote SET voter = jsonb_set(voter, '{minAge}', '1') WHERE id = $1", [
        vote.id,
      ]),
    ).rejects.toMatchObject({ constraint: 'vote_stays' });
    const staff = await someone(world, published.municipality, ['staff']);
    const draft = await aVote(world, published, { by: staff, draft: true });
    const { kind, method, hidden, majority, opensAt, closesAt, question } = draft;
    const none = {
      kind,
      method,
      hidden,
      majority,
      opensAt,
      closesAt,
      question,
      most: 2,
      options: [{ title: 'A' }, { title: 'B' }],
    };
    expect(
      (
        await ask(world, `PUT ${url(published, draft)}`, {
          as: staff,
          body: { ...none, voter: { ...voter, groups: [] } },
        })
      ).body.details.fields,
    ).toEqual([{ field: 'voter.groups', code: 'required' }]);
  });

  it('that has not opened takes no ballots, and a draft can be thrown away', async () => {
    const published = await aPolicy(world);
    const later = new Date(Date.now() + 1_800_000).toISOString();
    const vote = await aVote(world, published, { opensAt: later });
    const [ida] = await residents(published, 1);
    expect((await say(published, vote, ida!, ['o1'])).body).toMatchObject({
      code: 'vote-not-open',
      details: { reasons: [{ state: 'coming' }] },
    });
    const staff = await someone(world, published.municipality, ['staff']);
    const draft = await aVote(world, published, { by: staff, draft: true });
    expect((await ask(world, `DELETE ${url(published, draft)}`, { as: staff })).status).toBe(204);
    expect((await ask(world, `GET ${url(published, draft)}`, { as: staff })).status).toBe(404);
  });

  it('is its municipality’s alone: to see, to change and to vote in', async () => {
    const [here, there] = [await aPolicy(world), await aPolicy(world)];
    const vote = await aVote(world, here);
    const stranger = await someone(world, there.municipality, ['resident', 'staff']);
    for (const route of [
      `GET ${url(there, vote)}`,
      `POST ${url(there, vote, '/publish')}`,
      `DELETE ${url(there, vote)}`,
      `DELETE ${url(there, vote, '/ballot')}`,
    ])
      expect((await ask(world, route, { as: stranger })).status).toBe(404);
    expect((await say(there, vote, stranger, ['o1'])).status).toBe(404);
    expect((await say(here, vote, stranger, ['o1'])).body.code).toBe('not-a-member');
    expect((await ask(world, `PUT ${url(here, vote, '/ballot')}`, { body: { choice: ['o1'] } })).status).toBe(
      401,
    );
  });
});
