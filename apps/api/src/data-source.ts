import { DataSource, type DataSourceOptions } from 'typeorm';
import { ENTITIES } from './entities.js';
import { MIGRATIONS } from './migrations/migrations.js';
import { PostgresNames } from './platform/database/naming.strategy.js';
import { PreparingClient } from './platform/database/preparing-client.js';

/** How the API speaks with PostgreSQL; the schema changes through migrations only. */
export const dataSourceOptions = (url: string): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities: ENTITIES,
  migrations: MIGRATIONS,
  migrationsTableName: 'migration',
  namingStrategy: new PostgresNames(),
  synchronize: false,
  poolSize: 20,
  // A plan made for any page of a list expects to read a tenth of it, and would compile and fork for that (ADR 9).
  extra: { Client: PreparingClient, options: '-c jit=off -c max_parallel_workers_per_gather=0' },
  applicationName: 'medvind',
});

const MIGRATION_LOCK = 7_233_642;

/** Brings the schema up to date; several processes starting at once wait for one another. */
export async function migrate(source: DataSource): Promise<string[]> {
  const runner = source.createQueryRunner();
  await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    return (await source.runMigrations({ transaction: 'all' })).map((migration) => migration.name);
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
  }
}
