import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** A database of the cluster that a server of a journey runs in its directory. */
export const databaseIn = (directory: string, name: string): string => {
  const port = fs.readFileSync(path.join(directory, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://medvind@127.0.0.1:${port}/${name}`;
};

/** Runs the statements in the journeys' own database, past everything that keeps it whole. */
export async function pastTheRules(statements: readonly [sql: string, ...values: unknown[]][]) {
  const database = new pg.Client(databaseIn(process.env.MEDVIND_JOURNEY_DIRECTORY ?? '', 'medvind'));
  await database.connect();
  try {
    await database.query('BEGIN');
    await database.query('SET LOCAL session_replication_role = replica');
    for (const [sql, ...values] of statements) await database.query(sql, values);
    await database.query('COMMIT');
  } finally {
    await database.end();
  }
}
