import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  boxLine,
  checkpointLine,
  combine,
  endLine,
  entryLine,
  entryText,
  inclusionProof,
  leafHash,
  nodesOf,
  rangesOfInclusion,
  type Json,
  type TreeNode,
} from '@medvind/ballot-ledger';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeCursor, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import { BallotBox } from './ballot-box.entity.js';
import type { BallotCheckpoint } from './ballot-checkpoint.entity.js';
import { BallotKey } from './ballot-key.js';
import { can } from './ballots.access.js';
import {
  mapBox,
  mapCheckpoint,
  type BallotBoxView,
  type BallotKeys,
  type CheckpointPage,
  type ProofView,
} from './ballots.dto.js';
import {
  changesBetween,
  checkpointsBetween,
  checkpointsUpTo,
  choiceOf,
  entryAt,
  ledgerEntry,
  openingOf,
  TILE,
  underlying,
} from './ballots.repository.js';
import { CheckpointsService } from './checkpoints.service.js';

/** Entries written at a time. */
const BATCH = 2000;

/** What everyone can see of a ledger: its checkpoints, whether an entry is in it, and all of it as a file. */
@Injectable()
export class LedgersService {
  constructor(
    private readonly database: Database,
    private readonly checkpoints: CheckpointsService,
    private readonly key: BallotKey,
  ) {}

  /** What a downloaded ledger can be signed with. */
  async keys(ctx: RequestContext): Promise<BallotKeys> {
    allow(ctx, can.checkLedgers());
    const former = await ctx.db.query<{ key: string }[]>(
      'SELECT public_key AS key FROM ballot_box WHERE municipality_id = $1 GROUP BY public_key ORDER BY max(opens_at) DESC',
      [ctx.here],
    );
    const { publicKey } = this.key.own;
    return { publicKeys: [...new Set([publicKey, ...former.map(({ key }) => key)])] };
  }

  async show(ctx: RequestContext, boxId: string): Promise<BallotBoxView> {
    allow(ctx, can.checkLedgers());
    const box = await this.find(ctx, boxId);
    return mapBox(box, await this.checkpoints.last(ctx.db, boxId));
  }

  /** The last first. */
  async listCheckpoints(ctx: RequestContext, boxId: string, query: PageQuery): Promise<CheckpointPage> {
    allow(ctx, can.checkLedgers());
    const box = await this.find(ctx, boxId);
    const limit = limitOf(query);
    const [size = null, final = null] = decodeCursor(query.after, 2) ?? [];
    const after = size === null ? null : { size: Number(size), final: final === '1' };
    const rows = await checkpointsUpTo(ctx.db, boxId, after, limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => [row.size, Number(row.final)],
      (row) => mapCheckpoint(box, row),
    );
  }

  /** That the entry is under the last checkpoint. @throws 404 where there is no such entry */
  async prove(ctx: RequestContext, boxId: string, index: number): Promise<ProofView> {
    allow(ctx, can.checkLedgers());
    const box = await this.find(ctx, boxId);
    const row = await entryAt(ctx.db, boxId, index);
    if (!row) throw notFound();
    const last = await this.checkpoints.last(ctx.db, boxId);
    const leaf = leafHash(entryText(ledgerEntry(boxId, row))).toString('base64url');
    const said = {
      index,
      publicKey: box.publicKey,
      leaf,
      calledOff: box.calledOff,
      replaced: row.replaced,
      withdrawn: this.isOpened(box, last) ? choiceOf(this.key.of(box), boxId, row.last) === null : null,
    };
    if (!last || index >= last.size) return { ...said, checkpoint: null, path: [] };
    const nodes = rangesOfInclusion(index, last.size).flatMap(nodesOf);
    const hashOf = await this.hashes(ctx, boxId, nodes);
    const path = inclusionProof(index, last.size, hashOf).map((hash) => hash.toString('base64url'));
    return { ...said, checkpoint: mapCheckpoint(box, last), path };
  }

  /** Everything up to the last checkpoint, written as it is read. What is hidden is opened once the box is closed. */
  async file(ctx: RequestContext, boxId: string): Promise<{ fileName: string; content: Readable }> {
    allow(ctx, can.checkLedgers());
    const box = await this.find(ctx, boxId);
    const last = await this.checkpoints.last(ctx.db, boxId);
    return { fileName: `ballots-${boxId}.jsonl`, content: Readable.from(this.lines(box, last)) };
  }

  /** Whether the ledger's file says of everybody's last ballot what it was. What was called off stays closed for good. */
  private isOpened(box: BallotBox, last: BallotCheckpoint | null): boolean {
    return !box.hidden || (last?.final === true && !box.calledOff);
  }

  private async *lines(box: BallotBox, last: BallotCheckpoint | null): AsyncGenerator<string> {
    const { manager } = this.database.source;
    const key = box.hidden && this.isOpened(box, last) ? this.key.of(box) : null;
    const size = last?.size ?? 0;
    yield boxLine(box);
    for (let from = 0; from < size || from === 0; from += BATCH) {
      const to = Math.min(from + BATCH, size);
      const entries = await changesBetween(manager, box.id, from, to);
      const checkpoints = await checkpointsBetween(manager, box.id, from, to);
      const said: string[] = [];
      const sign = (covered: number) => {
        while (checkpoints[0] && checkpoints[0].size <= covered) {
          const { size, root, at, final, result, signature } = checkpoints.shift()!;
          said.push(
            checkpointLine({ size, root, at: at.toISOString(), final, result: result as Json }, signature),
          );
        }
      };
      for (const row of entries) {
        sign(row.index);
        // What somebody thought better of before the close stays closed.
        const opening = key && !row.replaced ? openingOf(key, box.id, row) : null;
        said.push(entryLine(ledgerEntry(box.id, row), row.signature, opening));
      }
      sign(to);
      yield said.join('');
    }
    yield endLine(size);
  }

  /** Complete subtrees' hashes, worked out from the entries and the kept ones under them. */
  private async hashes(ctx: RequestContext, boxId: string, nodes: readonly TreeNode[]) {
    const { kept, entries } = await underlying(ctx.db, boxId, nodes);
    const known = new Map<string, Buffer>([
      ...kept.map(({ level, index, hash }) => [`${level} ${index}`, hash] as const),
      ...entries.map((row) => [`0 ${row.index}`, leafHash(entryText(ledgerEntry(boxId, row)))] as const),
    ]);
    const hashOf = ({ level, index }: TreeNode): Buffer => {
      const hash = known.get(`${level} ${index}`);
      if (hash) return hash;
      // What was taken out of the database proves nothing; the checkpoint will not agree.
      if (level % TILE === 0) return MISSING;
      return combine(
        hashOf({ level: level - 1, index: index * 2 }),
        hashOf({ level: level - 1, index: index * 2 + 1 }),
      );
    };
    return hashOf;
  }

  private async find(ctx: RequestContext, id: string): Promise<BallotBox> {
    const box = await ctx.db.getRepository(BallotBox).findOneBy({ id, municipalityId: ctx.here });
    if (!box) throw notFound();
    return box;
  }
}

const MISSING = Buffer.alloc(32);
