import { describe, expect, it } from '@jest/globals';
import { readReceipt } from '@medvind/ballot-ledger';
import { ledgerOf, verified } from '../../test/ballots.js';
import { aPolicy, anInitiative, type PublishedPolicy } from '../../test/fixtures.js';
import { ask, aWorld, someone, type Someone } from '../../test/world.js';
import { BallotBox } from '../ballots/ballot-box.entity.js';
import { CheckpointsService } from '../ballots/checkpoints.service.js';
import { PLAIN_SCHEME } from './scheme.presets.js';
import type { Scheme } from './scheme.rules.js';
import { SupportBallots } from './support-ballots.js';
import { STANCES } from './support.entity.js';
import type { SupportView } from './supports.dto.js';

describe('support as ballots', () => {
  const world = aWorld();
  const residents = (published: PublishedPolicy, count: number) =>
    Promise.all(Array.from({ length: count }, () => someone(world, published.municipality)));
  const say = async (method: 'PUT' | 'DELETE', published: PublishedPolicy, id: string, as: Someone) => {
    const url = `/api/municipalities/${published.municipality.slug}/initiatives/${id}/support`;
    const { status, body } = await ask(world, `${method} ${url}`, { as });
    expect(status).toBe(200);
    return body as SupportView;
  };
  const check = async ({ municipality }: PublishedPolicy, subjectId: string, receipts: readonly string[]) => {
    const box = await world.source.getRepository(BallotBox).findOneByOrFail({ subjectId });
    await world.app.get(CheckpointsService).sign(box.id);
    const found = await verified(await ledgerOf(world, municipality, box.id), receipts);
    const { result } = found.counted as unknown as { result: { ballots: number } };
    return { ...found, ballots: result.ballots, is: found.receipts.map(({ is }) => is) };
  };

  it('of 64 at once all have a receipt that is in the ledger, and the ledger comes to the count that is shown', async () => {
    const published = await aPolicy(world);
    const { id } = await anInitiative(world, published, { threshold: 10 });
    const people = await residents(published, 64);
    const views = await Promise.all(people.map((as) => say('PUT', published, id, as)));
    const taken = await Promise.all(people.slice(0, 4).map((as) => say('DELETE', published, id, as)));
    const found = await check(
      published,
      id,
      [...views, ...taken].map(({ receipt }) => receipt),
    );
    expect(found).toMatchObject({ faultCount: 0, entries: 68, voters: 64, ballots: 60 });
    expect(found.is.slice(0, 4)).toEqual(['replaced', 'replaced', 'replaced', 'replaced']);
    expect(new Set(found.is.slice(4, -4))).toEqual(new Set(['counted']));
    expect(new Set(found.is.slice(-4))).toEqual(new Set(['withdrawn']));
    const shown = await ask(
      world,
      `GET /api/municipalities/${published.municipality.slug}/initiatives/${id}`,
    );
    expect(shown.body.supportCount).toBe(60);
  });

  it('is the same said twice, and a person has nothing in common between two initiatives', async () => {
    const published = await aPolicy(world);
    const [one, other] = [await anInitiative(world, published), await anInitiative(world, published)];
    const [ida] = await residents(published, 1);
    const first = await say('PUT', published, one.id, ida!);
    expect((await say('PUT', published, one.id, ida!)).receipt).toBe(first.receipt);
    const elsewhere = await say('PUT', published, other.id, ida!);
    const voters = [first, elsewhere].map(({ receipt }) => readReceipt(receipt)!.entry.voter);
    expect(voters[0]).not.toBe(voters[1]);
    const rows = await world.source.query('SELECT entry::text FROM ballot_entry AS entry');
    expect(JSON.stringify(rows)).not.toContain(ida!.id);
    // Somebody who never supported it takes nothing back, and has nothing in the ledger.
    const [bo] = await residents(published, 1);
    expect((await say('DELETE', published, one.id, bo!)).receipt).toBe('');
    expect(await check(published, one.id, [])).toMatchObject({ entries: 1 });
  });

  it('has a receipt its supporter finds again, and nobody else', async () => {
    const published = await aPolicy(world);
    const { id } = await anInitiative(world, published);
    const url = `GET /api/municipalities/${published.municipality.slug}/initiatives/${id}/support/ledger`;
    expect((await ask(world, url)).body).toEqual({ boxId: null, receipt: null });
    const [ida, bo] = await residents(published, 2);
    const { receipt } = await say('PUT', published, id, ida!);
    const { body } = await ask(world, url, { as: ida! });
    expect(body).toEqual({ boxId: expect.any(String), receipt });
    for (const as of [bo!, undefined])
      expect((await ask(world, url, as && { as })).body).toEqual({ boxId: body.boxId, receipt: null });
    const elsewhere = await aPolicy(world);
    const there = url.replace(published.municipality.slug, elsewhere.municipality.slug);
    expect((await ask(world, there)).status).toBe(404);
  });

  it('given before there were ledgers is taken in by the first who speaks after, whatever they say', async () => {
    for (const method of ['PUT', 'DELETE'] as const) {
      const published = await aPolicy(world);
      const { id } = await anInitiative(world, published, { threshold: 10 });
      const people = await residents(published, 5);
      for (const { id: personId } of people)
        await world.source.query('INSERT INTO support (initiative_id, person_id) VALUES ($1, $2)', [
          id,
          personId,
        ]);
      const { receipt } = await say(method, published, id, people[2]!);
      const found = await check(published, id, [receipt]);
      expect(found).toMatchObject({
        faultCount: 0,
        voters: 5,
        ballots: method === 'PUT' ? 5 : 4,
        is: [method === 'PUT' ? 'counted' : 'withdrawn'],
      });
      // And theirs is handed out when they ask.
      const mine = await say('PUT', published, id, people[0]!);
      expect((await check(published, id, [mine.receipt])).is).toEqual(['counted']);
    }
  });

  it('is not in the ledger when it was refused, nor the other way round', async () => {
    const published = await aPolicy(world);
    const proposer = await someone(world, published.municipality);
    const initiative = await anInitiative(world, published, { by: proposer });
    const people = await residents(published, 12);
    const url = `/api/municipalities/${published.municipality.slug}/initiatives/${initiative.id}`;
    const answers = await Promise.all([
      ...people.slice(0, 6).map((as) => ask(world, `PUT ${url}/support`, { as })),
      ask(world, `POST ${url}/withdraw`, { as: proposer, body: {} }),
      ...people.slice(6).map((as) => ask(world, `PUT ${url}/support`, { as })),
    ]);
    const receipts = answers.flatMap(({ body }) => (body.receipt ? [body.receipt as string] : []));
    const [{ given }] = await world.source.query(
      'SELECT count(*)::int AS given FROM support WHERE initiative_id = $1',
      [initiative.id],
    );
    expect(receipts).toHaveLength(given);
    if (given)
      expect(await check(published, initiative.id, receipts)).toMatchObject({
        entries: given,
        ballots: given,
      });
  });

  it('has its last checkpoint when the initiative collects no more, and says what was counted', async () => {
    const published = await aPolicy(world);
    const base = `/api/municipalities/${published.municipality.slug}`;
    const boxOf = (subjectId: string) => world.source.getRepository(BallotBox).findOneByOrFail({ subjectId });
    const finalOf = async (subjectId: string) => {
      await world.app.get(CheckpointsService).signAll();
      const { id } = await boxOf(subjectId);
      return (await ask(world, `GET ${base}/ballots/${id}`)).body;
    };
    const proposer = await someone(world, published.municipality);
    const people = await residents(published, 3);
    const [withdrawn, over, open] = await Promise.all([
      anInitiative(world, published, { by: proposer }),
      anInitiative(world, published),
      anInitiative(world, published),
    ]);
    for (const { id } of [withdrawn, over, open])
      for (const as of people) await say('PUT', published, id, as);
    // Taken back before its time.
    await ask(world, `POST ${base}/initiatives/${withdrawn.id}/withdraw`, { as: proposer, body: {} });
    // Its time runs out: the ledger has one of its own.
    expect((await boxOf(over.id)).closesAt).toEqual(new Date(over.deadline!));
    await world.source.transaction(async (db) => {
      await db.query('SET LOCAL session_replication_role = replica');
      await db.query('UPDATE ballot_box SET closes_at = now() WHERE subject_id = $1', [over.id]);
    });
    for (const { id } of [withdrawn, over])
      expect(await finalOf(id)).toMatchObject({
        closedAt: expect.any(String),
        calledOff: false,
        checkpoint: { final: true, size: 3 },
      });
    expect(await finalOf(open.id)).toMatchObject({ closedAt: null, checkpoint: { final: false, size: 3 } });
    const found = await verified(await ledgerOf(world, published.municipality, (await boxOf(over.id)).id));
    expect(found).toMatchObject({
      faultCount: 0,
      checkpoint: { final: true, result: { result: { ballots: 3 } } },
    });
  });

  it('of before ledgers had a time of their own ends with its initiative all the same', async () => {
    const published = await aPolicy(world);
    const { id } = await anInitiative(world, published);
    const [ida] = await residents(published, 1);
    await say('PUT', published, id, ida!);
    await world.source.transaction(async (db) => {
      await db.query('SET LOCAL session_replication_role = replica');
      await db.query('UPDATE ballot_box SET closes_at = NULL WHERE subject_id = $1', [id]);
    });
    const closed = async () => {
      await world.app.get(SupportBallots).endOld();
      await world.app.get(CheckpointsService).signAll();
      return (await world.source.getRepository(BallotBox).findOneByOrFail({ subjectId: id })).closedAt;
    };
    expect(await closed()).toBeNull();
    await world.source.query("UPDATE initiative SET deadline = now() - interval '1 second' WHERE id = $1", [
      id,
    ]);
    expect(await closed()).toEqual(expect.any(Date));
  });

  describe('for, against and blank', () => {
    const scheme: Scheme = { ...PLAIN_SCHEME, ballot: 'for-against-blank' };
    const urlOf = ({ municipality }: PublishedPolicy, id: string) =>
      `/api/municipalities/${municipality.slug}/initiatives/${id}`;
    const take = (published: PublishedPolicy, id: string, as: Someone, query = '') =>
      ask(world, `PUT ${urlOf(published, id)}/support${query}`, { as });
    const countsOf = async (id: string) => {
      const [row] = await world.source.query(
        `SELECT support_count AS "for", against_count AS against, blank_count AS blank,
           (SELECT count(*)::int FROM support WHERE initiative_id = initiative.id) AS given FROM initiative WHERE id = $1`,
        [id],
      );
      return row as { for: number; against: number; blank: number; given: number };
    };

    it('count those for it alone as support, show the others beside it, and are in the ledger as they were said', async () => {
      const published = await aPolicy(world);
      const { id } = await anInitiative(world, published, { scheme });
      const [ida, bo, mo] = (await residents(published, 3)) as [Someone, Someone, Someone];
      const first = await take(published, id, ida, '?stance=against');
      expect(first).toMatchObject({
        status: 200,
        body: {
          supportCount: 0,
          againstCount: 1,
          myState: { supports: false, stance: 'against' },
          can: { support: false, withdrawSupport: true },
        },
      });
      await take(published, id, bo, '?stance=blank');
      await take(published, id, mo);
      const changed = await take(published, id, ida, '?stance=for');
      expect(changed.body).toMatchObject({ supportCount: 2, againstCount: 0, blankCount: 1 });
      const taken = await ask(world, `DELETE ${urlOf(published, id)}/support`, { as: bo });
      expect(taken.body).toMatchObject({ supportCount: 2, blankCount: 0, myState: { stance: null } });
      await take(published, id, bo, '?stance=against');
      const found = await check(published, id, [first.body.receipt, changed.body.receipt]);
      expect(found).toMatchObject({
        faultCount: 0,
        entries: 6,
        voters: 3,
        is: ['replaced', 'counted'],
        counted: {
          result: {
            ballots: 3,
            blank: 0,
            standings: [
              { option: 'for', value: 2 },
              { option: 'against', value: 1 },
            ],
          },
        },
      });
      expect(await countsOf(id)).toEqual({ for: 2, against: 1, blank: 0, given: 3 });
    });

    it('of 64 at once are one a person, and the threshold is reached by those for it', async () => {
      const published = await aPolicy(world);
      const { id } = await anInitiative(world, published, {
        scheme: {
          ...scheme,
          threshold: { parts: [{ measure: 'count', value: 22, base: null }], take: 'least' },
        },
      });
      const people = await residents(published, 32);
      // Everybody says two things at the same moment; whichever comes last is what they say.
      const answers = await Promise.all(
        people.flatMap((as, index) => [
          take(published, id, as, '?stance=against'),
          take(published, id, as, index < 21 ? '?stance=for' : '?stance=blank'),
        ]),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      const counts = await countsOf(id);
      expect(counts.given).toBe(32);
      expect(counts.for + counts.against + counts.blank).toBe(32);
      const [rows] = await world.source.query(
        `SELECT count(*) FILTER (WHERE stance = 'for')::int AS "for",
           count(*) FILTER (WHERE stance = 'against')::int AS against,
           count(*) FILTER (WHERE stance = 'blank')::int AS blank, count(*)::int AS given
         FROM support WHERE initiative_id = $1`,
        [id],
      );
      expect(counts).toEqual(rows);
      const found = await check(published, id, []);
      expect(found).toMatchObject({ faultCount: 0, voters: 32, ballots: 32 });
      const { result } = found.counted as unknown as {
        result: { blank: number; standings: { option: string; value: number }[] };
      };
      const given = Object.fromEntries(result.standings.map(({ option, value }) => [option, value]));
      expect({ ...given, blank: result.blank }).toEqual({
        for: counts.for,
        against: counts.against,
        blank: counts.blank,
      });
      // Eleven are against it or blank, however many there are: it takes twenty-two for it.
      expect((await ask(world, `GET ${urlOf(published, id)}`)).body.state).toBe('collecting');
      await Promise.all(people.slice(0, 22).map((as) => take(published, id, as, '?stance=for')));
      expect((await ask(world, `GET ${urlOf(published, id)}`)).body.state).toBe('reached');
    });

    it('past the service are one a person, whatever is said; without the constraint 64 of one person’s would stand', async () => {
      const published = await aPolicy(world);
      const [ida] = (await residents(published, 1)) as [Someone];
      const race = async () => {
        const { id } = await anInitiative(world, published, { scheme });
        const outcomes = await Promise.allSettled(
          Array.from({ length: 64 }, (_, index) =>
            world.source.query('INSERT INTO support (initiative_id, person_id, stance) VALUES ($1, $2, $3)', [
              id,
              ida.id,
              STANCES[index % 3],
            ]),
          ),
        );
        const counts = await countsOf(id);
        expect(counts.for + counts.against + counts.blank).toBe(counts.given);
        return outcomes.filter(({ status }) => status === 'fulfilled').length;
      };
      expect(await race()).toBe(1);
      await world.source.query('ALTER TABLE support DROP CONSTRAINT support_pkey');
      try {
        expect(await race()).toBe(64);
      } finally {
        await world.source.query('DELETE FROM support WHERE person_id = $1', [ida.id]);
        await world.source.query(
          'ALTER TABLE support ADD CONSTRAINT support_pkey PRIMARY KEY (initiative_id, person_id)',
        );
      }
    });

    it('are refused where support alone is asked for, by the database too', async () => {
      const published = await aPolicy(world);
      const { id } = await anInitiative(world, published);
      const [ida] = (await residents(published, 1)) as [Someone];
      expect(await take(published, id, ida, '?stance=against')).toMatchObject({
        status: 422,
        body: { code: 'choice-not-valid' },
      });
      await expect(
        world.source.query(
          "INSERT INTO support (initiative_id, person_id, stance) VALUES ($1, $2, 'against')",
          [id, ida.id],
        ),
      ).rejects.toMatchObject({ constraint: 'stance_must_be_asked' });
    });

    it('cannot be changed where support cannot be taken back any more, nor once it is over', async () => {
      const published = await aPolicy(world);
      const { id } = await anInitiative(world, published, {
        scheme: {
          ...scheme,
          withdrawal: 'until-reached',
          threshold: { parts: [{ measure: 'count', value: 1, base: null }], take: 'least' },
        },
      });
      const [ida] = (await residents(published, 1)) as [Someone];
      await take(published, id, ida);
      expect((await take(published, id, ida, '?stance=blank')).body.code).toBe('initiative-not-collecting');
      await world.source.query("UPDATE initiative SET deadline = now() - interval '1 second' WHERE id = $1", [
        id,
      ]);
      await expect(
        world.source.query("UPDATE support SET stance = 'against' WHERE initiative_id = $1", [id]),
      ).rejects.toMatchObject({ constraint: 'initiative_must_collect' });
      expect(await countsOf(id)).toMatchObject({ for: 1, against: 0 });
    });

    it('names those alone who are for it and agree', async () => {
      const published = await aPolicy(world);
      const { id } = await anInitiative(world, published, { scheme: { ...scheme, namesShown: true } });
      const [ida] = (await residents(published, 1)) as [Someone];
      const named = async () =>
        (await ask(world, `GET ${urlOf(published, id)}/supporters`)).body.items.length;
      await take(published, id, ida, '?stance=against&named=true');
      expect(await named()).toBe(0);
      await take(published, id, ida, '?stance=for&named=true');
      expect(await named()).toBe(1);
      await take(published, id, ida, '?stance=blank&named=true');
      expect(await named()).toBe(0);
    });
  });
});
