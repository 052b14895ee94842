import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { leafHash, readReceipt, verifyInclusion } from '@medvind/ballot-ledger';
import type { VotePaper } from '@medvind/vote-counting';
import { aBox, cast, ledgerOf, verified } from '../../test/ballots.js';
import { workOff } from '../../test/jobs.js';
import { aMunicipality, anotherProcess, ask, aWorld, type World } from '../../test/world.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { BallotBox } from './ballot-box.entity.js';
import { TO_CLOSE, TO_SIGN } from './ballots.repository.js';
import { CheckpointsService } from './checkpoints.service.js';
import { verifyBallots } from './verify-ballots.js';

const MOST = 64;
const people = (count: number) => Array.from({ length: count }, () => randomUUID());
const fulfilled = <T>(outcomes: PromiseSettledResult<T>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
const rejected = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as { code: string }] : []));

/** Writes past everything the database has to say: what somebody does who has the database in their hands. */
const behindTheBack = (world: World, sql: string, values: unknown[] = []) =>
  world.source.transaction(async (db) => {
    await db.query('SET LOCAL session_replication_role = replica');
    await db.query(sql, values);
  });

interface PlanNode {
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

/** How many rows a plan looked at. */
const looksOf = ({ Plans = [], ...node }: PlanNode): number =>
  node['Actual Rows'] * node['Actual Loops'] +
  (node['Rows Removed by Filter'] ?? 0) +
  Plans.reduce((sum, plan) => sum + looksOf(plan), 0);

const signed = (world: World, box: BallotBox) => world.app.get(CheckpointsService).sign(box.id);

describe('ballots', () => {
  const world = aWorld();

  it(`of ${MOST} people at once are all counted, each once, each with a receipt that is in the ledger`, async () => {
    const municipality = await aMunicipality(world);
    const box = await aBox(world, municipality);
    const ballots = await Promise.all(
      people(MOST).map((id, index) => cast(world, municipality, box, id, index % 4 ? 'for' : 'against')),
    );
    const receipts = ballots.map(({ receipt }) => receipt);
    expect(new Set(receipts.map((receipt) => readReceipt(receipt)!.entry.index)).size).toBe(MOST);
    await signed(world, box);
    const found = await verified(await ledgerOf(world, municipality, box.id), receipts);
    expect(found).toMatchObject({
      faultCount: 0,
      entries: MOST,
      voters: MOST,
      counted: { result: { ballots: MOST, standings: [{ option: 'for', value: 48 }, { value: 16 }] } },
    });
    expect(new Set(found.receipts.map(({ is }) => is))).toEqual(new Set(['counted']));
  });

  it(`of one person ${MOST} times at once leave one that counts, and all of them on record`, async () => {
    const municipality = await aMunicipality(world);
    const box = await aBox(world, municipality);
    const [ida] = people(1);
    await Promise.all(
      Array.from({ length: MOST }, (_, index) =>
        cast(world, municipality, box, ida!, ['for', 'against', 'blank'][index % 3]!),
      ),
    );
    await signed(world, box);
    const found = await verified(await ledgerOf(world, municipality, box.id));
    expect(found).toMatchObject({ faultCount: 0, voters: 1, counted: { result: { ballots: 1 } } });
    const again = await cast(world, municipality, box, ida!, 'for');
    expect(await cast(world, municipality, box, ida!, 'for')).toEqual(again);
  });

  it(`past the service are one a person and turn; without the constraint ${MOST} of one person’s would stand`, async () => {
    const municipality = await aMunicipality(world);
    const race = async () => {
      const box = await aBox(world, municipality);
      const outcomes = await Promise.allSettled(
        Array.from({ length: MOST }, () =>
          world.source.transaction(async (db) => {
            const [{ size }] = await db.query('SELECT size FROM ballot_box WHERE id = $1 FOR UPDATE', [
              box.id,
            ]);
            await db.query(
              `INSERT INTO ballot_entry (box_id, index, voter, turn, choice, signature) VALUES ($1, $2, 'ida', 1, '"for"', '')`,
              [box.id, size],
            );
          }),
        ),
      );
      return fulfilled(outcomes).length;
    };
    expect(await race()).toBe(1);
    await world.source.query('ALTER TABLE ballot_entry DROP CONSTRAINT ballot_entry_box_id_voter_turn_key');
    try {
      expect(await race()).toBe(MOST);
    } finally {
      await behindTheBack(world, "DELETE FROM ballot_entry WHERE voter = 'ida'");
      await world.source.query(
        'ALTER TABLE ballot_entry ADD CONSTRAINT ballot_entry_box_id_voter_turn_key UNIQUE (box_id, voter, turn)',
      );
    }
  });

  it.each<[VotePaper, unknown[], unknown[]]>([
    [
      { kind: 'support', method: 'plurality', options: ['support'] },
      ['support', null],
      ['for', ['support'], 1],
    ],
    [
      { kind: 'for-against', method: 'plurality', options: ['for', 'against'] },
      ['for', 'against', 'blank'],
      ['support', {}, [], true],
    ],
    [
      { kind: 'choose', method: 'approval', options: ['a', 'b', 'c'], most: 2 },
      [[], ['c', 'a']],
      [['a', 'b', 'c'], ['a', 'a'], ['d'], [1], 'a', { a: 1 }],
    ],
    [
      { kind: 'ranking', method: 'schulze', options: ['a', 'b', 'c'] },
      [[], ['c'], ['c', 'b', 'a']],
      [['a', 'b', 'a'], ['d'], [['a']], { a: 1 }],
    ],
    [
      { kind: 'scores', method: 'average', options: ['a', 'b'], most: 5 },
      [{}, { a: 0 }, { a: 5, b: 3 }],
      [{ a: 6 }, { a: -1 }, { a: 1.5 }, { c: 1 }, { a: '1' }, { a: null }, ['a']],
    ],
    [
      { kind: 'allotment', method: 'sum', options: ['a', 'b'], most: 100 },
      [{}, { a: 100 }, { a: 40, b: 60 }],
      [{ a: 101 }, { a: 40, b: 61 }, { a: 40 }, { a: 100, b: 0 }, { a: 99.5, b: 0.5 }, { c: 100 }, 'a'],
    ],
  ])(
    'written past the application are held to the rules of $kind by the database',
    async (paper, good, bad) => {
      const municipality = await aMunicipality(world);
      const box = await aBox(world, municipality, { paper });
      const write = (choice: unknown) =>
        world.source.query(
          `INSERT INTO ballot_entry (box_id, index, voter, turn, choice, signature)
         SELECT id, size, 'voter ' || size, 1, $2, '' FROM ballot_box WHERE id = $1`,
          [box.id, JSON.stringify(choice)],
        );
      for (const choice of good) await write(choice);
      for (const choice of bad)
        await expect(write(choice)).rejects.toMatchObject({ constraint: 'ballot_entry_valid' });
      const [{ size }] = await world.source.query('SELECT size FROM ballot_box WHERE id = $1', [box.id]);
      expect(size).toBe(good.length);
    },
  );

  it.each<[string, VotePaper, (index: number) => string[] | Record<string, number>, object, object]>([
    [
      'more than k options',
      { kind: 'choose', method: 'approval', options: ['a', 'b', 'c', 'd'], most: 2 },
      (index) => ['a', 'b', 'c', 'd'].slice(index % 3, (index % 3) + 2),
      ['a', 'b', 'c'],
      { type: 'too-many-options', most: 2, given: 3 },
    ],
    [
      'more than the sum',
      { kind: 'allotment', method: 'sum', options: ['a', 'b'], most: 100 },
      (index) => ({ a: 1 + index, b: 99 - index }),
      { a: 60, b: 60 },
      { type: 'sum-not-met', sum: 100, given: 120 },
    ],
  ])(
    `never give %s, however many of one person’s come at once`,
    async (_, paper, choiceOf, wrong, reason) => {
      const municipality = await aMunicipality(world);
      const box = await aBox(world, municipality, { paper });
      const [ida] = people(1);
      await Promise.all(
        Array.from({ length: MOST }, (_, index) => cast(world, municipality, box, ida!, choiceOf(index))),
      );
      await expect(cast(world, municipality, box, ida!, wrong as string[])).rejects.toMatchObject({
        code: 'choice-not-valid',
        details: { reasons: [reason] },
      });
      await signed(world, box);
      const found = await verified(await ledgerOf(world, municipality, box.id));
      const { result } = found.counted as unknown as {
        result: { ballots: number; standings: { value: number }[] };
      };
      expect(found.faultCount).toBe(0);
      expect(result.ballots).toBe(1);
      expect(result.standings.reduce((sum, { value }) => sum + value, 0)).toBe(paper.most);
      // Written past the service it is refused by the database; past that too, the verifier says so.
      const row = [box.id, Buffer.alloc(16, 1).toString('base64url'), JSON.stringify(wrong)];
      const sql = `INSERT INTO ballot_entry (box_id, index, voter, turn, choice, signature)
        SELECT id, size, $2, 1, $3, '' FROM ballot_box WHERE id = $1`;
      await expect(world.source.query(sql, row)).rejects.toMatchObject({ constraint: 'ballot_entry_valid' });
      await behindTheBack(world, sql, row);
      await behindTheBack(world, 'UPDATE ballot_box SET size = size + 1, unsigned = true WHERE id = $1', [
        box.id,
      ]);
      await signed(world, box);
      const types = (await verified(await ledgerOf(world, municipality, box.id))).faults.map(
        ({ type }) => type,
      );
      expect(types).toEqual(['entry-signature', 'choice-not-valid']);
    },
  );

  it(`of ${MOST} people while the box closes are in the result if they were taken, and refused if not`, async () => {
    const municipality = await aMunicipality(world);
    const box = await aBox(world, municipality);
    const ids = people(MOST);
    await behindTheBack(
      world,
      "UPDATE ballot_box SET closes_at = clock_timestamp() + interval '40 milliseconds' WHERE id = $1",
      [box.id],
    );
    const close = async (): Promise<void> => {
      if (!(await world.app.get(CheckpointsService).close(box.id))) await close();
    };
    const [outcomes] = await Promise.all([
      Promise.allSettled(ids.map((id) => cast(world, municipality, box, id, 'for'))),
      close(),
    ]);
    const receipts = fulfilled(outcomes).map(({ receipt }) => receipt);
    expect(new Set(rejected(outcomes).map(({ code }) => code))).toEqual(
      new Set(receipts.length < MOST ? ['vote-not-open'] : []),
    );
    const found = await verified(await ledgerOf(world, municipality, box.id), receipts);
    expect(found).toMatchObject({
      faultCount: 0,
      entries: receipts.length,
      checkpoint: { final: true, size: receipts.length },
      counted: { result: { ballots: receipts.length } },
    });
    expect(found.receipts.every(({ is }) => is === 'counted')).toBe(true);
    const late = () =>
      world.source.query(
        `INSERT INTO ballot_entry (box_id, index, voter, turn, choice, signature)
         SELECT id, size, 'late', 1, '"for"', '' FROM ballot_box WHERE id = $1`,
        [box.id],
      );
    await expect(late()).rejects.toMatchObject({ constraint: 'ballot_box_open' });
    // Without the trigger it would have been taken.
    await world.source.query('ALTER TABLE ballot_entry DISABLE TRIGGER ballots_must_follow');
    await late();
    await world.source.query('ALTER TABLE ballot_entry ENABLE TRIGGER ballots_must_follow');
  });

  it('are neither changed nor deleted, and a box neither asks something else nor opens again', async () => {
    const municipality = await aMunicipality(world);
    const box = await aBox(world, municipality);
    await cast(world, municipality, box, randomUUID(), 'for');
    await signed(world, box);
    for (const sql of [
      `UPDATE ballot_entry SET choice = '"against"'`,
      'DELETE FROM ballot_entry',
      'TRUNCATE ballot_entry',
      'UPDATE ballot_checkpoint SET size = 0',
      'DELETE FROM ballot_checkpoint',
      "UPDATE ballot_box SET terms = '{}'",
      'UPDATE ballot_box SET size = 0',
    ])
      await expect(world.source.query(sql)).rejects.toMatchObject({ constraint: 'ledger_only_grows' });
    for (const [index, constraint] of [
      [0, 'ballot_entry_pkey'],
      [2, 'ballot_box_open'],
    ])
      await expect(
        world.source.query(
          `INSERT INTO ballot_entry (box_id, index, voter, turn, choice, signature) VALUES ($1, $2, 'x', 1, '"for"', '')`,
          [box.id, index],
        ),
      ).rejects.toMatchObject({ constraint });
    await expect(
      world.source.query(
        `INSERT INTO ballot_entry (box_id, index, voter, turn, choice, signature) VALUES ($1, 1, 'x', 2, '"for"', '')`,
        [box.id],
      ),
    ).rejects.toMatchObject({ constraint: 'ballot_entry_in_turn' });
  });
});

describe('tampering behind the application’s back', () => {
  const world = aWorld();
  const aCountedBox = async () => {
    const municipality = await aMunicipality(world);
    const box = await aBox(world, municipality);
    const receipts: string[] = [];
    for (const [index, id] of people(5).entries())
      receipts.push((await cast(world, municipality, box, id, index % 2 ? 'for' : 'against')).receipt);
    await signed(world, box);
    for (const id of people(3)) receipts.push((await cast(world, municipality, box, id, 'for')).receipt);
    await signed(world, box);
    const check = async () => {
      const found = await verified(await ledgerOf(world, municipality, box.id), receipts);
      return { types: found.faults.map(({ type }) => type), receipts: found.receipts.map(({ is }) => is) };
    };
    return { municipality, box, check };
  };

  it('is not found where there is none', async () => {
    const { check } = await aCountedBox();
    expect(await check()).toMatchObject({ types: [] });
  });

  it('by changing a row is found by its signature, by every checkpoint over it and by its receipt', async () => {
    const { box, check } = await aCountedBox();
    await behindTheBack(world, `UPDATE ballot_entry SET choice = '"for"' WHERE box_id = $1 AND index = 0`, [
      box.id,
    ]);
    const { types, receipts } = await check();
    expect(types).toEqual(['entry-signature', 'checkpoint-root', 'checkpoint-root']);
    expect(receipts[0]).toBe('changed');
  });

  it('by adding a row is found, however it is added', async () => {
    const { box, check } = await aCountedBox();
    // Through the front door of the database: the next in turn, and the application signs a checkpoint over it.
    await world.source.query(
      `INSERT INTO ballot_entry (box_id, index, voter, turn, at, choice, signature)
       SELECT box_id, 8, $2, 1, clock_timestamp(), '"for"', signature FROM ballot_entry WHERE box_id = $1 AND index = 3`,
      [box.id, Buffer.alloc(16, 9).toString('base64url')],
    );
    await signed(world, box);
    expect((await check()).types).toEqual(['entry-signature']);
    const other = await aCountedBox();
    await behindTheBack(
      world,
      'UPDATE ballot_entry SET index = index + 1001 WHERE box_id = $1 AND index >= 4',
      [other.box.id],
    );
    await behindTheBack(world, 'UPDATE ballot_entry SET index = index - 1000 WHERE index >= 1000');
    await behindTheBack(
      world,
      `INSERT INTO ballot_entry (box_id, index, voter, turn, at, choice, signature)
       SELECT box_id, 4, $2, 1, at, '"for"', signature FROM ballot_entry WHERE box_id = $1 AND index = 3`,
      [other.box.id, Buffer.alloc(16, 9).toString('base64url')],
    );
    const { types, receipts } = await other.check();
    expect(types).toEqual(expect.arrayContaining(['entry-signature', 'checkpoint-root']));
    expect(receipts.slice(4)).toEqual(['changed', 'changed', 'changed', 'changed']);
  });

  it('by dropping a row is found, at the end and in the middle', async () => {
    for (const index of [7, 2]) {
      const { box, check } = await aCountedBox();
      await behindTheBack(world, 'DELETE FROM ballot_entry WHERE box_id = $1 AND index = $2', [
        box.id,
        index,
      ]);
      const { types, receipts } = await check();
      expect(types).toEqual(expect.arrayContaining(['checkpoint-size']));
      expect(receipts[index]).toBe('missing');
    }
  });

  it('by taking the last rows and their checkpoint away together is found by their receipts', async () => {
    const { box, check } = await aCountedBox();
    await behindTheBack(world, 'DELETE FROM ballot_entry WHERE box_id = $1 AND index >= 5', [box.id]);
    await behindTheBack(world, 'DELETE FROM ballot_checkpoint WHERE box_id = $1 AND size = 8', [box.id]);
    await behindTheBack(world, 'UPDATE ballot_box SET size = 5 WHERE id = $1', [box.id]);
    const { types, receipts } = await check();
    expect(types).toEqual([]);
    expect(receipts.slice(5)).toEqual(['missing', 'missing', 'missing']);
  });

  it('is found by the published result, when the result is what was changed', async () => {
    const { box, check } = await aCountedBox();
    await behindTheBack(world, 'UPDATE ballot_box SET closes_at = now() WHERE id = $1', [box.id]);
    await world.app.get(CheckpointsService).close(box.id);
    expect((await check()).types).toEqual([]);
    await behindTheBack(
      world,
      `UPDATE ballot_checkpoint SET result = jsonb_set(result, '{outcome,winners}', '["against"]') WHERE box_id = $1 AND final`,
      [box.id],
    );
    expect((await check()).types.toSorted()).toEqual(['checkpoint-signature', 'result']);
  });
});

describe('a hidden box', () => {
  const world = aWorld();

  it('says nowhere what is in it until it is closed, and then all of it', async () => {
    const municipality = await aMunicipality(world);
    const paper: VotePaper = {
      kind: 'choose',
      method: 'plurality',
      options: ['skovsnegl', 'gulspurv'],
      most: 1,
    };
    const box = await aBox(world, municipality, { paper, hidden: true });
    const ids = people(12);
    for (const id of ids) await cast(world, municipality, box, id, ['skovsnegl']);
    const changed = await cast(world, municipality, box, ids[0]!, ['gulspurv']);
    const withdrawn = await cast(world, municipality, box, ids[1]!, null);
    await signed(world, box);
    expect(changed.choice).toEqual(['gulspurv']);
    const rows = await world.source.query('SELECT entry::text, sealed::text FROM ballot_entry AS entry');
    expect(JSON.stringify(rows)).not.toMatch(/skovsnegl|gulspurv/);
    const kept = await world.source.query('SELECT result, tally FROM ballot_checkpoint');
    expect(kept).toEqual([{ result: null, tally: null }]);
    const open = await ledgerOf(world, municipality, box.id);
    expect(open.split('\n').slice(1).join('')).not.toMatch(/skovsnegl|gulspurv/);
    const proofOf = async (index: number) =>
      (
        await ask(
          world,
          `GET /api/municipalities/${municipality.slug}/ballots/${box.id}/proof?index=${index}`,
        )
      ).body;
    for (const index of [0, 1, 2, 13])
      expect(await proofOf(index)).toMatchObject({ replaced: index < 2, withdrawn: null });
    expect(await verified(open, [changed.receipt, withdrawn.receipt])).toMatchObject({
      faultCount: 0,
      counted: null,
      receipts: [{ is: 'counted' }, { is: 'withdrawn' }],
    });
    const db = world.source.manager;
    const checkpoints = world.app.get(CheckpointsService);
    expect(await checkpoints.resultOf(db, box.id)).toBeNull();
    await behindTheBack(world, 'UPDATE ballot_box SET closes_at = now() WHERE id = $1', [box.id]);
    await checkpoints.close(box.id);
    const expected = {
      ballots: 11,
      standings: [
        { option: 'skovsnegl', value: 10 },
        { option: 'gulspurv', value: 1 },
      ],
    };
    expect(await checkpoints.resultOf(db, box.id)).toMatchObject({ result: expected });
    const closed = await ledgerOf(world, municipality, box.id);
    expect(await verified(closed, [changed.receipt])).toMatchObject({
      faultCount: 0,
      counted: { result: expected },
      receipts: [{ is: 'counted' }],
    });
    // Now the file tells it of the last each of them said, and so does the proof.
    for (const [index, taken] of [false, true, false].entries())
      expect(await proofOf(index)).toMatchObject({ replaced: index < 2, withdrawn: taken });
    // What two people thought better of stays their own.
    expect(closed.match(/"opening"/g)).toHaveLength(12);
  });
});

describe('checkpoints', () => {
  const world = aWorld();
  const at = ({ slug }: { slug: string }, box: BallotBox) => `/api/municipalities/${slug}/ballots/${box.id}`;

  it('prove every entry of a large ledger, at every size it was signed', async () => {
    const municipality = await aMunicipality(world);
    const box = await aBox(world, municipality);
    for (const count of [1, 255, 1, 400, 66_000]) {
      // A proof is about what is there, whoever signed it.
      await world.source.query(
        `INSERT INTO ballot_entry (box_id, index, voter, turn, at, choice, signature)
         SELECT $1, $2 + n, 'voter ' || $2 + n, 1, date_trunc('milliseconds', now()), '"for"', ''
         FROM generate_series(0, $3::int - 1) AS n`,
        [box.id, box.size, count],
      );
      box.size += count;
      await signed(world, box);
      for (const index of new Set([0, 1, 255, 256, 300, 511, 65_535, 65_536, box.size - 1]).values()) {
        if (index >= box.size) continue;
        const { body } = await ask(world, `GET ${at(municipality, box)}/proof?index=${index}`);
        const [row] = await world.source.query(
          'SELECT voter, at, choice FROM ballot_entry WHERE box_id = $1 AND index = $2',
          [box.id, index],
        );
        const text = JSON.stringify(['medvind-entry/1', box.id, index, row.voter, 1, row.at, 'for', null]);
        expect(body.checkpoint.size).toBe(box.size);
        const [path, root] = [
          body.path.map((hash: string) => Buffer.from(hash, 'base64url')),
          Buffer.from(body.checkpoint.root, 'base64url'),
        ];
        expect(verifyInclusion(leafHash(text), index, box.size, path, root)).toBe(true);
      }
    }
    const [{ counted }] = await world.source.query('SELECT count(*)::int AS counted FROM ballot_node');
    expect(counted).toBe(Math.floor(box.size / 256) + Math.floor(box.size / 65_536));
  });

  it('are one a size when several processes sign at once, and are listed the last first', async () => {
    const municipality = await aMunicipality(world);
    const box = await aBox(world, municipality);
    const other = await anotherProcess(world);
    try {
      for (let round = 0; round < 3; round++) {
        await Promise.all([
          ...people(8).map((id) => cast(world, municipality, box, id, 'for')),
          ...[world.app, other].flatMap((app) => [0, 1].map(() => app.get(CheckpointsService).signAll())),
        ]);
        await world.app.get(CheckpointsService).signAll();
      }
    } finally {
      await other.close();
    }
    const { body } = await ask(world, `GET ${at(municipality, box)}/checkpoints`);
    const sizes = body.items.map(({ size }: { size: number }) => size);
    expect(sizes).toEqual([...new Set<number>(sizes)].toSorted((a, b) => b - a));
    expect(sizes[0]).toBe(24);
    expect(await verified(await ledgerOf(world, municipality, box.id))).toMatchObject({ faultCount: 0 });
    const first = await ask(world, `GET ${at(municipality, box)}/checkpoints?limit=1`);
    const second = await ask(
      world,
      `GET ${at(municipality, box)}/checkpoints?limit=1&after=${first.body.next}`,
    );
    expect([...first.body.items, ...second.body.items]).toEqual(body.items.slice(0, 2));
  });

  it('come within the minute, and the closing when it is due, also when its job was lost', async () => {
    const municipality = await aMunicipality(world);
    const box = await aBox(world, municipality);
    await cast(world, municipality, box, randomUUID(), 'for');
    expect((await ask(world, `GET ${at(municipality, box)}/proof?index=0`)).body).toMatchObject({
      checkpoint: null,
      path: [],
    });
    await world.app.get(CheckpointsService).signAll();
    expect((await ask(world, `GET ${at(municipality, box)}`)).body).toMatchObject({
      closedAt: null,
      checkpoint: { size: 1, final: false },
    });
    await behindTheBack(world, 'UPDATE ballot_box SET closes_at = now() WHERE id = $1', [box.id]);
    await world.app.get(CheckpointsService).signAll();
    expect((await ask(world, `GET ${at(municipality, box)}`)).body).toMatchObject({
      closedAt: expect.any(String),
      checkpoint: { size: 1, final: true },
    });
    expect(await workOff(world)).not.toHaveProperty('close-ballot-box');
  });

  it('of a ledger that lost an entry are made no more, and the others’ still are', async () => {
    const municipality = await aMunicipality(world);
    const [broken, whole] = [await aBox(world, municipality), await aBox(world, municipality)];
    for (const box of [broken, whole])
      for (const id of people(2)) await cast(world, municipality, box, id, 'for');
    await behindTheBack(world, 'DELETE FROM ballot_entry WHERE box_id = $1 AND index = 0', [broken.id]);
    await world.app.get(CheckpointsService).signAll();
    expect((await ask(world, `GET ${at(municipality, broken)}`)).body.checkpoint).toBeNull();
    expect((await ask(world, `GET ${at(municipality, whole)}`)).body.checkpoint).toMatchObject({ size: 2 });
  });

  it('look at boxes that changed or are due, however many others are open', async () => {
    const municipality = await aMunicipality(world);
    const [changed, quiet] = [await aBox(world, municipality), await aBox(world, municipality)];
    await cast(world, municipality, changed, randomUUID(), 'for');
    // Many that nobody touches.
    await world.source.query(
      `INSERT INTO ballot_box (municipality_id, subject_kind, subject_id, terms, opens_at, closes_at, public_key)
       SELECT municipality_id, 'initiative', gen_random_uuid(), terms, opens_at, CASE WHEN n % 2 = 0 THEN closes_at END, public_key
       FROM ballot_box, generate_series(1, 3000) AS n WHERE id = $1`,
      [quiet.id],
    );
    await world.source.query('ANALYZE ballot_box');
    const looked = async (sql: string, values: unknown[]): Promise<number> => {
      const [row] = await world.source.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, values);
      const [{ Plan }] = row['QUERY PLAN'] as [{ Plan: PlanNode }];
      return looksOf(Plan);
    };
    expect(await looked(TO_SIGN, [null, 200])).toBeLessThan(50);
    const nobody = '00000000-0000-0000-0000-000000000000';
    expect(await looked(TO_CLOSE, ['-infinity', nobody, 200])).toBeLessThan(50);
    await world.app.get(CheckpointsService).signAll();
    const { body } = await ask(world, `GET ${at(municipality, changed)}`);
    expect(body.checkpoint).toMatchObject({ size: 1 });
    const [{ unsigned }] = await world.source.query('SELECT unsigned FROM ballot_box WHERE id = $1', [
      changed.id,
    ]);
    expect(unsigned).toBe(false);
  });

  it('are not another municipality’s to show', async () => {
    const [here, there] = [await aMunicipality(world), await aMunicipality(world)];
    const box = await aBox(world, here);
    await cast(world, here, box, randomUUID(), 'for');
    for (const route of ['', '/checkpoints', '/proof?index=0', '/ledger'])
      expect((await ask(world, `GET ${at(there, box)}${route}`)).status).toBe(404);
    await expect(cast(world, there, box, randomUUID(), 'for')).rejects.toMatchObject({ code: 'not-found' });
    expect((await ask(world, `GET ${at(here, box)}/proof?index=1`)).status).toBe(404);
    expect((await ask(world, `GET ${at(here, box)}/proof?index=-1`)).status).toBe(422);
  });
});

describe('the key', () => {
  const world = aWorld();

  it('is a file only its user can read, and ballots of another key’s box are refused', async () => {
    const municipality = await aMunicipality(world);
    const box = await aBox(world, municipality);
    const file = path.join(world.app.get<Config>(CONFIG).dataDir, 'ballot.key');
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    const kept = await world.source.query('SELECT box::text FROM ballot_box AS box');
    expect(JSON.stringify(kept)).not.toContain(fs.readFileSync(file, 'utf8').trim());
    await behindTheBack(world, "UPDATE ballot_box SET public_key = 'another' WHERE id = $1", [box.id]);
    await expect(cast(world, municipality, box, randomUUID(), 'for')).rejects.toMatchObject({ status: 503 });
  });
});

describe('verify-ballots', () => {
  const world = aWorld();
  const file = path.join(os.tmpdir(), `medvind-ledger-${process.pid}.jsonl`);
  afterAll(() => fs.rmSync(file, { force: true }));

  it('says in words what it checked, and names the faults of a ledger that was changed', async () => {
    const municipality = await aMunicipality(world);
    const box = await aBox(world, municipality);
    const receipts: string[] = [];
    for (const id of people(3)) receipts.push((await cast(world, municipality, box, id, 'for')).receipt);
    await signed(world, box);
    fs.writeFileSync(file, await ledgerOf(world, municipality, box.id));
    const whole = fs.readFileSync(file, 'utf8');
    const kept = `${file}.checkpoint`;
    const { body } = await ask(world, `GET /api/municipalities/${municipality.slug}/ballots/${box.id}`);
    fs.writeFileSync(kept, JSON.stringify(body.checkpoint));
    const good = await verifyBallots(file, {
      receipts: [receipts.join('\n')],
      publicKey: box.publicKey,
      checkpoint: kept,
    });
    expect(good.isGood).toBe(true);
    const unnamed = (await verifyBallots(file)).said;
    expect(unnamed.at(-1)).toBe('All of it is in order, if that key is the municipality’s.');
    expect(unnamed.at(-2)).toMatch(
      /the key is the file's own: compare it with the one the municipality publishes/,
    );
    expect(good.said.join('\n')).toMatch(
      /3 entries by 3 voters[^]*1\. for: 3[^]*entry 2 is in the ledger unchanged[^]*ballots a second\nAll of it is in order/,
    );
    await behindTheBack(
      world,
      `UPDATE ballot_entry SET choice = '"against"' WHERE box_id = $1 AND index = 1`,
      [box.id],
    );
    fs.writeFileSync(file, await ledgerOf(world, municipality, box.id));
    const bad = await verifyBallots(file, { receipts });
    expect(bad.isGood).toBe(false);
    expect(bad.said.join('\n')).toMatch(/question: Skal der være bænke\?\nNOT in order/);
    expect(bad.said.join('\n')).toMatch(
      /receipt of entry 1 is NOT in the ledger[^]*FAULT: entry 1 is not what was signed/,
    );
    const another = await aBox(world, municipality);
    const { receipt: elsewhere } = await cast(world, municipality, another, people(1)[0]!, 'for');
    fs.writeFileSync(file, whole);
    expect((await verifyBallots(file, { receipts: [elsewhere] })).said.at(-1)).toBe(
      'The ledger is in order, but not every receipt belongs to it.',
    );
    // Of one row that is gone the break is told, and not everything behind it.
    const lines = (await ledgerOf(world, municipality, box.id)).split('\n');
    fs.writeFileSync(file, lines.toSpliced(1, 1).join('\n'));
    const broken = (await verifyBallots(file)).said.filter((line) => /^(FAULT|…)/.test(line));
    expect(broken[0]).toMatch(/in place of entry 0 stands entry 1/);
    expect(broken.at(-1)).toMatch(/faults? more, which may all come of the first break/);
    expect(broken.filter((line) => line.includes('in place of'))).toHaveLength(1);
    fs.writeFileSync(file, lines.join('\n'));
    // The file as the page saves it.
    fs.writeFileSync(kept, `Skal haven have en bænk?\n\n${receipts[0]!}\n`);
    expect((await verifyBallots(file, { receipts: [kept] })).said.join('\n')).toMatch(
      /receipt of entry 0 is in the ledger unchanged/,
    );
    const cutShort = `${receipts[0]!}\n${receipts[1]!.slice(0, -20)}`;
    await expect(verifyBallots(file, { receipts: [cutShort] })).rejects.toThrow('this is no receipt');
    await expect(verifyBallots(file, { receipts: ['hej'] })).rejects.toThrow('this is no receipt');
    await expect(verifyBallots(`${file}.none`)).rejects.toThrow('no such file');
    fs.rmSync(kept);
  });

  it('says what a receipt of a hidden ballot cannot show without its last part, and reads it from a mail', async () => {
    const municipality = await aMunicipality(world);
    const box = await aBox(world, municipality, { hidden: true });
    const [id] = people(1);
    const { receipt } = await cast(world, municipality, box, id!, 'for');
    await signed(world, box);
    fs.writeFileSync(file, await ledgerOf(world, municipality, box.id));
    const quoted = await verifyBallots(file, { receipts: [`Hej\n> ${receipt.replace('m', 'M')}\n> Ida`] });
    expect(quoted.isGood).toBe(true);
    expect(quoted.said.join('\n')).toMatch(/1 entry by 1 voter;[^]*1 checkpoint;[^]*the one that counts/);
    const shortened = receipt.split('.').slice(0, 3).join('.');
    const { isGood, said } = await verifyBallots(file, { receipts: [shortened] });
    expect(isGood).toBe(false);
    expect(said.join('\n')).toMatch(/entry 0 is in the ledger and counts, but its last part is missing/);
    expect(said.at(-1)).toBe('The ledger is in order, but not every receipt is whole.');
    const withdrawn = await cast(world, municipality, box, id!, null);
    await signed(world, box);
    fs.writeFileSync(file, await ledgerOf(world, municipality, box.id));
    expect((await verifyBallots(file, { receipts: [receipt, withdrawn.receipt] })).said.join('\n')).toMatch(
      /entry 0 [^\n]* or took it back later, and that holds\n[^\n]*entry 1 [^\n]* takes the vote back/,
    );
  });
});
