import path from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from './data-source.js';
import { makeFirstMunicipalities } from './first-municipalities.js';
import type { Config } from './platform/config/config.js';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.js';
import { Jobs } from './platform/jobs/jobs.js';

export interface ServerDatabase {
  url: string;
  /** Whether it is the embedded one, where demonstration content may be loaded. */
  embedded: boolean;
  stop(): Promise<void>;
}

/** `DATABASE_URL`, or else the embedded server under the data directory. */
export async function openDatabase({ databaseUrl, dataDir }: Config): Promise<ServerDatabase> {
  if (databaseUrl) return { url: databaseUrl, embedded: false, stop: async () => {} };
  const server = await startEmbeddedPostgres({ dataDir: path.join(dataDir, 'postgres') });
  await server.createDatabase('medvind');
  return { url: server.url('medvind'), embedded: true, stop: server.stop };
}

/** Brings the schema, the job queue's included, up to date; gives the names of the migrations that ran. */
export async function migrateDatabase(url: string): Promise<string[]> {
  const source = await new DataSource(dataSourceOptions(url)).initialize();
  try {
    const ran = await migrate(source);
    await Jobs.migrate(url);
    await makeFirstMunicipalities(source);
    return ran;
  } finally {
    await source.destroy();
  }
}
