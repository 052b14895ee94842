import {
  canonical,
  entryText,
  type Json,
  type LedgerEntry,
  type LedgerKey,
  type Opening,
  type TreeNode,
} from '@medvind/ballot-ledger';
import type { EntityManager } from 'typeorm';
import type { BallotBox } from './ballot-box.entity.js';
import type { BallotCheckpoint } from './ballot-checkpoint.entity.js';
import type { BallotEntry } from './ballot-entry.entity.js';

const ENTRY = `entry.index, entry.voter, entry.turn, entry.at, entry.choice, entry.commitment, entry.sealed, entry.signature`;

export type EntryRow = Omit<BallotEntry, 'boxId'>;

/** As it is signed and published. */
export const ledgerEntry = (
  box: string,
  { index, voter, turn, at, choice, commitment }: EntryRow,
): LedgerEntry => ({
  box,
  index,
  voter,
  turn,
  at: at.toISOString(),
  choice: choice === null ? null : (JSON.parse(choice) as Json),
  commitment,
});

/** What opens a hidden entry; null: it hides nothing. */
export const openingOf = (
  key: LedgerKey,
  box: string,
  { sealed }: Pick<EntryRow, 'sealed'>,
): Opening | null => sealed && (JSON.parse(key.unseal(box, sealed)) as Opening);

/** What an entry says, hidden or not. */
export const choiceOf = (key: LedgerKey, box: string, row: Pick<EntryRow, 'choice' | 'sealed'>): Json => {
  const opening = openingOf(key, box, row);
  return opening ? opening.choice : row.choice === null ? null : (JSON.parse(row.choice) as Json);
};

/** The box under its lock; asked for without an entity, since everyone who votes waits for whoever holds it. */
export async function lockedBox(
  db: EntityManager,
  where: string,
  values: readonly unknown[],
): Promise<BallotBox | null> {
  const [row] = await db.query<BallotBox[]>(
    `SELECT id, municipality_id AS "municipalityId", subject_kind AS "subjectKind", subject_id AS "subjectId", terms,
       hidden, opens_at AS "opensAt", closes_at AS "closesAt", closed_at AS "closedAt",
       ended_at AS "endedAt", called_off AS "calledOff", unsigned, size, public_key AS "publicKey"
     FROM ballot_box WHERE ${where} FOR UPDATE`,
    [...values],
  );
  return row ?? null;
}

/** The voter's last entry, and the moment by the database's clock. Asked under the box's lock. */
export async function lastEntry(
  db: EntityManager,
  boxId: string,
  voter: string,
): Promise<{ now: Date; last: EntryRow | null }> {
  const [row] = await db.query<({ now: Date } & { [K in keyof EntryRow]: EntryRow[K] | null })[]>(
    `SELECT date_trunc('milliseconds', clock_timestamp()) AS now, ${ENTRY} FROM (VALUES (1)) AS one
     LEFT JOIN LATERAL (SELECT * FROM ballot_entry WHERE box_id = $1 AND voter = $2 ORDER BY turn DESC LIMIT 1) AS entry ON true`,
    [boxId, voter],
  );
  const { now, ...entry } = row!;
  return { now, last: entry.index === null ? null : (entry as EntryRow) };
}

/** A choice made into the row that follows the voter's last one: signed, and hidden where the box hides. */
export function nextRow(
  key: LedgerKey,
  box: Pick<BallotBox, 'id' | 'size'>,
  {
    voter,
    turn,
    at,
    opening,
    choice,
  }: {
    voter: string;
    turn: number;
    at: Date;
    choice: Json;
    opening: (Opening & { commitment: string }) | null;
  },
): EntryRow {
  const row: EntryRow = {
    index: box.size,
    voter,
    turn,
    at,
    choice: opening ? null : canonical(choice),
    commitment: opening?.commitment ?? null,
    sealed: opening && key.seal(box.id, JSON.stringify({ nonce: opening.nonce, choice: opening.choice })),
    signature: '',
  };
  return { ...row, signature: key.sign(entryText(ledgerEntry(box.id, row))) };
}

export const appendRows = (db: EntityManager, boxId: string, rows: readonly EntryRow[]): Promise<unknown> =>
  db.query(
    `INSERT INTO ballot_entry (box_id, index, voter, turn, at, choice, commitment, sealed, signature)
     SELECT $1, * FROM unnest($2::int[], $3::text[], $4::int[], $5::timestamptz[], $6::text[], $7::text[], $8::bytea[], $9::text[])`,
    [
      boxId,
      rows.map(({ index }) => index),
      rows.map(({ voter }) => voter),
      rows.map(({ turn }) => turn),
      rows.map(({ at }) => at),
      rows.map(({ choice }) => choice),
      rows.map(({ commitment }) => commitment),
      rows.map(({ sealed }) => sealed),
      rows.map(({ signature }) => signature),
    ],
  );

export type ChangeRow = EntryRow & { former: string | null; replaced: boolean };

/** Entries from an index up to, not including, another, in order, each with what its voter had said before (null: nothing), and whether they said more later. */
export const changesBetween = (
  db: EntityManager,
  boxId: string,
  from: number,
  to: number,
): Promise<ChangeRow[]> =>
  db.query<ChangeRow[]>(
    `SELECT ${ENTRY}, former.choice AS former, later.turn IS NOT NULL AS replaced FROM ballot_entry AS entry
     LEFT JOIN ballot_entry AS former ON former.box_id = entry.box_id AND former.voter = entry.voter AND former.turn = entry.turn - 1
     LEFT JOIN ballot_entry AS later ON later.box_id = entry.box_id AND later.voter = entry.voter AND later.turn = entry.turn + 1
     WHERE entry.box_id = $1 AND entry.index >= $2 AND entry.index < $3 ORDER BY entry.index`,
    [boxId, from, to],
  );

/** Every how many levels a subtree's hash is kept. */
export const TILE = 8;

/** The kept hashes and the entries a proof of these subtrees is worked out from. */
export async function underlying(
  db: EntityManager,
  boxId: string,
  nodes: readonly TreeNode[],
): Promise<{ kept: { level: number; index: number; hash: Buffer }[]; entries: EntryRow[] }> {
  const spans = nodes.map(({ level, index }) => {
    const base = level - (level % TILE);
    const width = 2 ** (level - base);
    return { base, from: index * width, to: (index + 1) * width };
  });
  const [above, below] = [spans.filter(({ base }) => base > 0), spans.filter(({ base }) => base === 0)];
  const columns = (list: typeof spans) => [list.map(({ from }) => from), list.map(({ to }) => to)];
  const kept = above.length
    ? await db.query<{ level: number; index: number; hash: Buffer }[]>(
        `SELECT node.level, node.index, node.hash FROM unnest($2::int[], $3::int[], $4::int[]) AS span(level, start, stop)
         JOIN ballot_node AS node ON node.box_id = $1 AND node.level = span.level AND node.index >= span.start AND node.index < span.stop`,
        [boxId, above.map(({ base }) => base), ...columns(above)],
      )
    : [];
  const entries = below.length
    ? await db.query<EntryRow[]>(
        `SELECT ${ENTRY} FROM unnest($2::int[], $3::int[]) AS span(start, stop)
         JOIN ballot_entry AS entry ON entry.box_id = $1 AND entry.index >= span.start AND entry.index < span.stop`,
        [boxId, ...columns(below)],
      )
    : [];
  return { kept, entries };
}

/** What stands there now, and the last its voter has said; null: there is no such entry. */
export async function entryAt(
  db: EntityManager,
  boxId: string,
  index: number,
): Promise<(EntryRow & { replaced: boolean; last: Pick<EntryRow, 'choice' | 'sealed'> }) | null> {
  const [row] = await db.query<
    (EntryRow & { lastTurn: number; lastChoice: string | null; lastSealed: Buffer | null })[]
  >(
    `SELECT ${ENTRY}, later.turn AS "lastTurn", later.choice AS "lastChoice", later.sealed AS "lastSealed"
     FROM ballot_entry AS entry
     CROSS JOIN LATERAL (SELECT turn, choice, sealed FROM ballot_entry WHERE box_id = entry.box_id
       AND voter = entry.voter ORDER BY turn DESC LIMIT 1) AS later
     WHERE entry.box_id = $1 AND entry.index = $2`,
    [boxId, index],
  );
  if (!row) return null;
  const { lastTurn, lastChoice, lastSealed, ...entry } = row;
  return { ...entry, replaced: lastTurn > row.turn, last: { choice: lastChoice, sealed: lastSealed } };
}

const CHECKPOINT = `size, final, root, at, result, signature`;

/** Those that cover more than `from` and at most `to` entries, in order; with the empty ledger's at its start. */
export const checkpointsBetween = (
  db: EntityManager,
  boxId: string,
  from: number,
  to: number,
): Promise<BallotCheckpoint[]> =>
  db.query<BallotCheckpoint[]>(
    `SELECT ${CHECKPOINT} FROM ballot_checkpoint
     WHERE box_id = $1 AND (size > $2 OR ($2 = 0 AND size = 0)) AND size <= $3 ORDER BY size, final`,
    [boxId, from, to],
  );

/** The last first. */
export const checkpointsUpTo = (
  db: EntityManager,
  boxId: string,
  after: { size: number; final: boolean } | null,
  limit: number,
): Promise<BallotCheckpoint[]> =>
  db.query<BallotCheckpoint[]>(
    `SELECT ${CHECKPOINT} FROM ballot_checkpoint
     WHERE box_id = $1 AND ($2::int IS NULL OR (size, final) < ($2, $3)) ORDER BY size DESC, final DESC LIMIT $4`,
    [boxId, after?.size ?? null, after?.final ?? null, limit],
  );

/** Boxes in which there is something new, and which of them have ended; the others are not looked at, however many are open. */
export const TO_SIGN = `SELECT id, ended_at IS NOT NULL AS due FROM ballot_box
  WHERE unsigned AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`;

/** Boxes whose time is over and that nobody closed yet, the longest overdue first. */
export const TO_CLOSE = `SELECT id, closes_at::text AS "closesAt" FROM ballot_box
  WHERE closed_at IS NULL AND closes_at <= now() AND (closes_at, id) > ($1::timestamptz, $2::uuid)
  ORDER BY closes_at, id LIMIT $3`;
