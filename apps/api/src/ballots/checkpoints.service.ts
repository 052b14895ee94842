import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { CALLED_OFF, checkpointText, entryText, Frontier, leafHash, type Json } from '@medvind/ballot-ledger';
import type { Choice, Tally } from '@medvind/vote-counting';
import type { DataSource, EntityManager } from 'typeorm';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { RequestContext } from '../platform/http/context.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { BallotBox, type BallotSubject } from './ballot-box.entity.js';
import { BallotCheckpoint } from './ballot-checkpoint.entity.js';
import { BallotKey } from './ballot-key.js';
import { publishedResult, tallyOf, type PublishedResult } from './ballot.counting.js';
import { BallotBoxClosed } from './ballots.events.js';
import {
  changesBetween,
  choiceOf,
  ledgerEntry,
  lockedBox,
  TILE,
  TO_CLOSE,
  TO_SIGN,
  type EntryRow,
} from './ballots.repository.js';

export const CLOSE = 'close-ballot-box';
/** Entries read at a time. */
const BATCH = 5000;
/** Boxes gone through at a time. */
const BOXES = 200;
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Signs what the ledgers are: every minute where there is something new, and when a box is closed. */
@Injectable()
export class CheckpointsService {
  private readonly logger = new Logger(CheckpointsService.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly database: Database,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly key: BallotKey,
  ) {
    jobs.every('* * * * *', 'sign-ballot-checkpoints', () => this.signAll());
    jobs.handle(CLOSE, async (payload) => void (await this.close((payload as { boxId: string }).boxId)));
  }

  /** Queues the closing of a box for its moment. */
  async closeAt(ctx: RequestContext, { id, closesAt }: BallotBox) {
    if (closesAt) await this.jobs.add(ctx, CLOSE, { boxId: id }, { runAt: closesAt, key: `${CLOSE}:${id}` });
  }

  /**
   * Takes no ballot any more, from the commit of the transaction that is open; what was cast stays, and the last
   * checkpoint follows.
   * @param calledOff nothing is counted
   */
  async end(
    ctx: RequestContext,
    subjectKind: BallotSubject,
    subjectId: string,
    { calledOff = false }: { calledOff?: boolean } = {},
  ) {
    const where = 'subject_kind = $1 AND subject_id = $2 AND municipality_id = $3';
    const box = await lockedBox(ctx.db, where, [subjectKind, subjectId, ctx.here]);
    if (!box || box.closedAt || box.endedAt) return;
    await ctx.db.query(
      'UPDATE ballot_box SET ended_at = clock_timestamp(), called_off = $2, unsigned = true WHERE id = $1',
      [box.id, calledOff],
    );
    await this.jobs.add(ctx, CLOSE, { boxId: box.id }, { key: `${CLOSE}:${box.id}` });
  }

  /** The last checkpoint; null: there is none yet. */
  last(db: EntityManager, boxId: string): Promise<BallotCheckpoint | null> {
    return db
      .getRepository(BallotCheckpoint)
      .findOne({ where: { boxId }, order: { size: 'DESC', final: 'DESC' } });
  }

  /** What the ballots come to now; null: it is hidden until the box is closed. */
  async resultOf(db: EntityManager, boxId: string): Promise<PublishedResult | null> {
    const box = await db.getRepository(BallotBox).findOneByOrFail({ id: boxId });
    if (box.calledOff) return null;
    const last = await this.last(db, box.id);
    if (last?.final) return last.result as unknown as PublishedResult;
    if (box.hidden) return null;
    const tally = tallyOf(box.terms, last?.tally);
    await this.countOn(db, box, tally, last?.size ?? 0);
    return publishedResult(box.terms, tally);
  }

  /** The minute's round: whatever has new entries, and whatever should be closed already. */
  async signAll() {
    for (let after: string | null = null; ;) {
      const boxes: { id: string; due: boolean }[] = await this.source.query(TO_SIGN, [after, BOXES]);
      for (const { id, due } of boxes) await this.attempt(id, due);
      after = boxes.at(-1)?.id ?? null;
      if (boxes.length < BOXES) break;
    }
    for (let after: { id: string; closesAt: string } | null = null; ;) {
      const key = [after?.closesAt ?? '-infinity', after?.id ?? NO_ID];
      const boxes: { id: string; closesAt: string }[] = await this.source.query(TO_CLOSE, [...key, BOXES]);
      for (const { id } of boxes) await this.attempt(id, true);
      after = boxes.at(-1) ?? null;
      if (boxes.length < BOXES) return;
    }
  }

  /** One ledger that was tampered with must not keep the others from being signed. */
  private async attempt(id: string, due: boolean) {
    await (due ? this.close(id) : this.sign(id)).catch((error: unknown) =>
      this.logger.error(error, `ballot box ${id} could not be signed`),
    );
  }

  /** A checkpoint of all there is, unless there is one. Voters need not wait for it. */
  async sign(boxId: string): Promise<void> {
    await this.source.transaction(async (db) => {
      // Of several processes one works it out; it holds up no voter.
      await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7233644))', [boxId]);
      const box = await db.getRepository(BallotBox).findOneByOrFail({ id: boxId });
      const last = await this.last(db, boxId);
      if (box.closedAt) return;
      if (box.size > (last?.size ?? 0)) await this.write(db, box, last, false);
      // What came while this was worked out is the next round's.
      await db.query(
        'UPDATE ballot_box SET unsigned = false WHERE id = $1 AND size = $2 AND ended_at IS NULL',
        [boxId, box.size],
      );
    });
  }

  /**
   * No ballot comes after this. Waits for the one that is being cast: it was in time.
   * @returns whether this closed it
   */
  async close(boxId: string): Promise<boolean> {
    const { municipalityId } = await this.source.getRepository(BallotBox).findOneByOrFail({ id: boxId });
    const municipality = await this.source
      .getRepository(Municipality)
      .findOneByOrFail({ id: municipalityId });
    const ctx = new RequestContext(this.source.manager, municipality, null, new Set(), municipality.language);
    return this.database.transaction(ctx, async (ctx) => {
      await ctx.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7233644))', [boxId]);
      const box = await ctx.db
        .getRepository(BallotBox)
        .findOneOrFail({ where: { id: boxId }, lock: { mode: 'pessimistic_write' } });
      const [{ now } = { now: new Date() }] = await ctx.db.query<{ now: Date }[]>(
        'SELECT clock_timestamp() AS now',
      );
      // A clock that runs ahead of the database's comes again.
      if (!box.endedAt && box.closesAt && now < box.closesAt) {
        await this.closeAt(ctx, box);
        return false;
      }
      if (box.closedAt) return false;
      await this.write(ctx.db, box, await this.last(ctx.db, boxId), true);
      await ctx.db.getRepository(BallotBox).update({ id: boxId }, { closedAt: now, unsigned: false });
      await this.events.publish(ctx, new BallotBoxClosed(box));
      return true;
    });
  }

  private async write(db: EntityManager, box: BallotBox, last: BallotCheckpoint | null, final: boolean) {
    const key = this.key.of(box);
    const frontier = new Frontier(last?.size ?? 0, last?.kept ?? []);
    const tally = (!box.hidden || final) && !box.calledOff ? tallyOf(box.terms, last?.tally) : null;
    // What was hidden is counted now, from its first ballot on.
    if (tally && box.hidden) await this.countOn(db, box, tally, 0);
    await this.grow(db, box, frontier, box.hidden ? null : tally);
    const checkpoint = {
      size: frontier.size,
      root: frontier.root().toString('base64url'),
      at: new Date(),
      final,
      result: !final ? null : tally ? (publishedResult(box.terms, tally) as unknown as Json) : CALLED_OFF,
    };
    const text = checkpointText(box.id, box.terms, { ...checkpoint, at: checkpoint.at.toISOString() });
    await db.query(
      `INSERT INTO ballot_checkpoint (box_id, size, final, root, at, result, signature, kept, tally)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9)`,
      [
        box.id,
        checkpoint.size,
        final,
        checkpoint.root,
        checkpoint.at,
        checkpoint.result,
        key.sign(text),
        JSON.stringify(frontier.kept()),
        tally?.toState() ?? null,
      ],
    );
  }

  /** Hashes the entries that are new, keeps every eighth level's subtrees, and counts along where nothing is hidden. */
  private async grow(db: EntityManager, box: BallotBox, frontier: Frontier, tally: Tally | null) {
    for (let from = frontier.size; from < box.size; from += BATCH) {
      const rows = await changesBetween(db, box.id, from, Math.min(from + BATCH, box.size));
      const nodes: { level: number; index: number; hash: Buffer }[] = [];
      for (const row of rows) {
        if (row.index !== frontier.size) throw new Error(`entry ${frontier.size} is missing`);
        frontier.append(leafHash(entryText(ledgerEntry(box.id, row))), ({ level, index }, hash) => {
          if (level > 0 && level % TILE === 0) nodes.push({ level, index, hash });
        });
        if (tally) countRow(tally, row, row.former);
      }
      if (nodes.length) await keep(db, box.id, nodes);
    }
    if (frontier.size !== box.size) throw new Error(`of ${box.size} entries ${frontier.size} are there`);
  }

  private async countOn(db: EntityManager, box: BallotBox, tally: Tally, from: number) {
    const key = box.hidden ? this.key.of(box) : null;
    for (let start = from; start < box.size; start += BATCH) {
      for (const row of await changesBetween(db, box.id, start, Math.min(start + BATCH, box.size))) {
        if (!key) countRow(tally, row, row.former);
        // What a voter had said before is sealed too: only what they said last is opened and counted.
        else if (!row.replaced) countSaid(tally, choiceOf(key, box.id, row) as Choice | null);
      }
    }
  }
}

function countRow(tally: Tally, { choice }: EntryRow, former: string | null) {
  const before = former && (JSON.parse(former) as Choice | null);
  if (before) tally.remove(before);
  countSaid(tally, choice && (JSON.parse(choice) as Choice | null));
}

const countSaid = (tally: Tally, choice: Choice | null) => {
  if (choice) tally.add(choice);
};

const keep = (db: EntityManager, boxId: string, nodes: { level: number; index: number; hash: Buffer }[]) =>
  db.query(
    `INSERT INTO ballot_node (box_id, level, index, hash)
     SELECT $1, * FROM unnest($2::int[], $3::int[], $4::bytea[]) ON CONFLICT DO NOTHING`,
    [boxId, nodes.map(({ level }) => level), nodes.map(({ index }) => index), nodes.map(({ hash }) => hash)],
  );
