// Prints the SQL that would bring the migrated schema to what the entities describe: the draft of a new migration.
// Usage: npm run build && node tools/migration.mjs   (empty output: nothing to do)
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../apps/api/dist/data-source.js';
import { startEmbeddedPostgres } from '../apps/api/dist/platform/database/embedded-postgres.js';

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'medvind-schema-'));
const cluster = await startEmbeddedPostgres({ dataDir: path.join(dataDir, 'postgres'), durable: false });
try {
  await cluster.createDatabase('schema');
  const source = await new DataSource(dataSourceOptions(cluster.url('schema'))).initialize();
  await migrate(source);
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  for (const { query } of upQueries) console.log(`${query};`);
  await source.destroy();
} finally {
  await cluster.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
}
