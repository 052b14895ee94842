import { Injectable } from '@nestjs/common';
import {
  canonical,
  commitmentTo,
  makeNonce,
  writeReceipt,
  type Json,
  type LedgerKey,
} from '@medvind/ballot-ledger';
import { getChoiceFaults, type Choice } from '@medvind/vote-counting';
import type { EntityManager } from 'typeorm';
import { violates } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { conflict, notFound, Problem } from '../platform/errors/problem.js';
import type { RequestContext } from '../platform/http/context.js';
import { BallotBox, type BallotSubject } from './ballot-box.entity.js';
import { BallotKey } from './ballot-key.js';
import { countedTerms } from './ballot.counting.js';
import { BallotCast } from './ballots.events.js';
import {
  appendRows,
  choiceOf,
  lastEntry,
  lockedBox,
  ledgerEntry,
  nextRow,
  openingOf,
  type EntryRow,
} from './ballots.repository.js';

export type NewBox = Pick<
  BallotBox,
  'subjectKind' | 'subjectId' | 'terms' | 'hidden' | 'opensAt' | 'closesAt'
>;

/** One person's own ballot. */
export interface OwnBallot {
  /** null: withdrawn. */
  choice: Choice | null;
  at: Date;
  receipt: string;
}

/**
 * Takes ballots: who may vote its caller has asked, in the same transaction. A person's id goes in and a pseudonym is
 * kept.
 */
@Injectable()
export class BallotsService {
  constructor(
    private readonly key: BallotKey,
    private readonly events: Events,
  ) {}

  /** The subject's box, locked, and opened where there is none yet; `isNew` says which. */
  async open(ctx: RequestContext, wished: NewBox): Promise<{ box: BallotBox; isNew: boolean }> {
    const { subjectKind, subjectId } = wished;
    const known = await this.lockedOf(ctx, subjectKind, subjectId);
    if (known) return { box: known, isNew: false };
    const { terms, hidden, opensAt, closesAt } = wished;
    const made = await ctx.db.query<unknown[]>(
      `INSERT INTO ballot_box (municipality_id, subject_kind, subject_id, terms, hidden, opens_at, closes_at, public_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
      [ctx.here, subjectKind, subjectId, terms, hidden, opensAt, closesAt, this.key.own.publicKey],
    );
    const box = (await this.lockedOf(ctx, subjectKind, subjectId))!;
    return { box, isNew: made.length > 0 };
  }

  of(ctx: RequestContext, subjectKind: BallotSubject, subjectId: string): Promise<BallotBox | null> {
    return ctx.db.getRepository(BallotBox).findOneBy({ subjectKind, subjectId, municipalityId: ctx.here });
  }

  /** The subject's box, locked until the transaction that is open ends; to cast in. */
  async lockedOf(
    ctx: RequestContext,
    subjectKind: BallotSubject,
    subjectId: string,
  ): Promise<BallotBox | null> {
    const where = 'subject_kind = $1 AND subject_id = $2 AND municipality_id = $3';
    return lockedBox(ctx.db, where, [subjectKind, subjectId, ctx.here]);
  }

  /** As `castIn`, in the box of this id. @throws 404 */
  async cast(
    ctx: RequestContext,
    boxId: string,
    personId: string,
    choice: Choice | null,
  ): Promise<OwnBallot> {
    const box = await lockedBox(ctx.db, 'id = $1 AND municipality_id = $2', [boxId, ctx.here]);
    if (!box) throw notFound();
    return this.castIn(ctx, box, personId, choice);
  }

  /**
   * Appends a ballot, in the transaction that is open: it counts from its commit on. The same said again is the ballot
   * there is.
   * @param box locked
   * @param choice null withdraws
   * @throws 409 when the box does not take ballots now, 422 when the choice breaks the paper's rule
   */
  async castIn(
    ctx: RequestContext,
    box: BallotBox,
    personId: string,
    choice: Choice | null,
  ): Promise<OwnBallot> {
    const key = this.key.of(box);
    if (choice !== null) refuseFaults(box, choice);
    const voter = key.pseudonym(box.id, personId);
    const { now, last } = await lastEntry(ctx.db, box.id, voter);
    // Everything is checked as it is under the lock; whoever waited for it may have waited too long.
    if (box.closedAt || box.endedAt || now < box.opensAt || (box.closesAt && now >= box.closesAt))
      throw conflict('vote-not-open');
    if (last ? isSame(choiceOf(key, box.id, last), choice) : choice === null)
      return last ? this.own(key, box, last) : { choice, at: now, receipt: '' };
    const said = choice as Json;
    const opened = { nonce: makeNonce(), choice: said };
    const opening = box.hidden ? { ...opened, commitment: commitmentTo(opened) } : null;
    const row = nextRow(key, box, { voter, turn: (last?.turn ?? 0) + 1, at: now, choice: said, opening });
    try {
      await appendRows(ctx.db, box.id, [row]);
    } catch (error) {
      if (violates(error, 'ballot_box_open')) throw conflict('vote-not-open');
      throw error;
    }
    await this.events.publish(ctx, new BallotCast({ ...box, size: box.size + 1 }));
    return this.own(key, box, row);
  }

  /** What these people had said before there was a ledger, appended to a box that is new. */
  async adopt(
    ctx: RequestContext,
    box: BallotBox,
    personIds: readonly string[],
    choice: Choice | ((personId: string) => Choice),
  ) {
    if (personIds.length === 0) return;
    const key = this.key.of(box);
    const [{ now } = { now: new Date() }] = await ctx.db.query<{ now: Date }[]>(
      "SELECT date_trunc('milliseconds', clock_timestamp()) AS now",
    );
    const rows = personIds.map((personId, offset) =>
      nextRow(
        key,
        { id: box.id, size: box.size + offset },
        {
          voter: key.pseudonym(box.id, personId),
          turn: 1,
          at: now,
          choice: (typeof choice === 'function' ? choice(personId) : choice) as Json,
          opening: null,
        },
      ),
    );
    await appendRows(ctx.db, box.id, rows);
    box.size += rows.length;
  }

  /** The same said by or for many at once, each as their next ballot; under the lock of what the box is about. */
  async castMany(ctx: RequestContext, box: BallotBox, personIds: readonly string[], choice: Choice | null) {
    if (personIds.length === 0) return;
    const key = this.key.of(box);
    const voters = personIds.map((personId) => key.pseudonym(box.id, personId));
    const known = await ctx.db.query<{ voter: string; turn: number }[]>(
      'SELECT voter, max(turn) AS turn FROM ballot_entry WHERE box_id = $1 AND voter = ANY($2) GROUP BY voter',
      [box.id, voters],
    );
    const turns = new Map(known.map(({ voter, turn }) => [voter, turn]));
    const [{ now } = { now: new Date() }] = await ctx.db.query<{ now: Date }[]>(
      "SELECT date_trunc('milliseconds', clock_timestamp()) AS now",
    );
    const rows = voters.map((voter, offset) =>
      nextRow(
        key,
        { id: box.id, size: box.size + offset },
        { voter, turn: (turns.get(voter) ?? 0) + 1, at: now, choice: choice as Json, opening: null },
      ),
    );
    await appendRows(ctx.db, box.id, rows);
    box.size += rows.length;
  }

  /** What the person has said in the box; null: nothing, ever. */
  async ownBallot(ctx: RequestContext, box: BallotBox, personId: string): Promise<OwnBallot | null> {
    const key = this.key.of(box);
    const { last } = await lastEntry(ctx.db, box.id, key.pseudonym(box.id, personId));
    return last && this.own(key, box, last);
  }

  /** Of these people those who have voted in the box, whatever they said: nobody keeps a list, so each is asked for. */
  async votersAmong(
    db: EntityManager,
    subject: Pick<BallotBox, 'subjectKind' | 'subjectId'>,
    personIds: readonly string[],
  ): Promise<string[]> {
    const box = await db.getRepository(BallotBox).findOneBy({ ...subject });
    if (!box) return [];
    const key = this.key.of(box);
    const people = new Map(personIds.map((id) => [key.pseudonym(box.id, id), id]));
    const voted = await db.query<{ voter: string }[]>(
      'SELECT voter FROM ballot_entry WHERE box_id = $1 AND turn = 1 AND voter = ANY($2)',
      [box.id, [...people.keys()]],
    );
    return voted.map(({ voter }) => people.get(voter)!);
  }

  private own(key: LedgerKey, box: BallotBox, row: EntryRow): OwnBallot {
    const opening = openingOf(key, box.id, row);
    return {
      choice: choiceOf(key, box.id, row) as Choice | null,
      at: row.at,
      receipt: writeReceipt(ledgerEntry(box.id, row), row.signature, opening),
    };
  }
}

const isSame = (before: Json, now: Choice | null) => canonical(before) === canonical(now as Json);

function refuseFaults({ terms }: BallotBox, choice: Choice) {
  const reasons = getChoiceFaults(countedTerms(terms).paper, choice);
  if (reasons.length) throw new Problem(422, 'choice-not-valid', { reasons });
}
