import { describe, expect, it } from '@jest/globals';
import { readReceipt } from '@medvind/ballot-ledger';
import { ledgerOf, verified } from '../../test/ballots.js';
import { aPolicy, anInitiative, type PublishedPolicy } from '../../test/fixtures.js';
import { ask, aWorld, someone, type Someone } from '../../test/world.js';
import { BallotBox } from '../ballots/ballot-box.entity.js';
import { CheckpointsService } from '../ballots/checkpoints.service.js';
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
    expect(new Set(found.is.slice(4))).toEqual(new Set(['counted']));
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
        is: ['counted'],
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
});
