import { setTimeout as wait } from 'node:timers/promises';

/** PostgreSQL's processes tell of their work ten seconds after it at the latest. */
const TOLD_AFTER = 11_000;

/** How many transactions the database has seen until now. */
export async function transactions(db) {
  await wait(TOLD_AFTER);
  const { rows } = await db.query(
    'SELECT (xact_commit + xact_rollback)::int AS count FROM pg_stat_database WHERE datname = current_database()',
  );
  return rows[0].count;
}
