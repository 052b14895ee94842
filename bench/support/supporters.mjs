import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linesOf, readReceipt, verifyLedger } from '@medvind/ballot-ledger';
import { countingOf } from '../../apps/api/dist/ballots/ballot.counting.js';

/** Who support and take it back at the same moment. */
export const VOTERS = 64;

export async function residents(db, municipality) {
  const { rows } = await db.query(
    `WITH made AS (
       INSERT INTO person (name, email, language) SELECT 'Voter ' || n, 'voter' || n || '@bench.example', 'da' FROM generate_series(1, $2) AS n RETURNING id
     ), joined AS (
       INSERT INTO membership (person_id, municipality_id, role) SELECT id, $1, 'resident' FROM made
     ), agreed AS (
       INSERT INTO conduct_acceptance (person_id, municipality_id, version)
       SELECT made.id, municipality.id, municipality.conduct_version FROM made, municipality WHERE municipality.id = $1
     ) SELECT id FROM made`,
    [municipality, VOTERS],
  );
  return rows.map(({ id }) => id);
}

/** A copy of one that collects; nobody has supported it. */
export async function anInitiative(db, { municipality }) {
  const { rows: columns } = await db.query(
    `SELECT string_agg(quote_ident(column_name), ', ') AS names FROM information_schema.columns
     WHERE table_name = 'initiative' AND is_generated = 'NEVER'
       AND column_name NOT IN ('id', 'support_count', 'participant_count', 'threshold', 'deadline', 'proposer_id', 'status', 'title', 'reached_at')`,
  );
  const { names } = columns[0];
  const { rows } = await db.query(
    `INSERT INTO initiative (${names}, threshold, deadline, status, title)
     SELECT ${names}, 1000000, now() + interval '30 days', 'collecting', 'Hot ' || $2
     FROM initiative WHERE municipality_id = $1 AND status IN ('collecting', 'reached') LIMIT 1 RETURNING id`,
    [municipality, randomUUID()],
  );
  return rows[0].id;
}

/**
 * The page's count, the rows, the ledger and every receipt must say the same, and the ledger must begin with every
 * checkpoint somebody kept.
 */
export async function faultsOf({ api, db, initiative, receipts, given, kept = [] }) {
  const { supportCount } = await (await fetch(`${api}/initiatives/${initiative}`)).json();
  const { rows } = await db.query('SELECT count(*)::int AS rows FROM support WHERE initiative_id = $1', [
    initiative,
  ]);
  const { rows: boxes } = await db.query('SELECT id, size FROM ballot_box WHERE subject_id = $1', [
    initiative,
  ]);
  const [{ id, size }] = boxes;
  const until = Date.now() + 90_000;
  for (;;) {
    // The next minute's checkpoint covers it all.
    const { checkpoint } = await (await fetch(`${api}/ballots/${id}`)).json();
    if (checkpoint?.size === size) break;
    if (Date.now() > until) throw new Error(`no checkpoint over ${size} entries`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  // An hour of votes is more than one keeps in memory.
  const folder = await mkdtemp(join(tmpdir(), 'medvind-ledger-'));
  const file = join(folder, 'ledger');
  await writeFile(file, (await fetch(`${api}/ballots/${id}/ledger`)).body);
  const lines = () => linesOf(createReadStream(file));
  const found = await verifyLedger(lines, {
    counting: countingOf,
    receipts: receipts.map((receipt) => readReceipt(receipt)),
  });
  let faults = found.faultCount;
  for (const checkpoint of kept)
    faults += (await verifyLedger(lines, { counting: countingOf, kept: checkpoint })).faultCount;
  await rm(folder, { recursive: true });
  const counted = found.counted.result.ballots;
  return (
    faults +
    found.receipts.filter(({ is }) => !['counted', 'replaced', 'withdrawn'].includes(is)).length +
    Math.abs(supportCount - given) +
    Math.abs(rows[0].rows - given) +
    Math.abs(counted - given)
  );
}
