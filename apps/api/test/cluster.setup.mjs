// One PostgreSQL for all suites, from the sources under test; each worker copies the migrated template.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export default async function setup() {
  const root = path.resolve(import.meta.dirname, '../../..');
  const build = spawnSync('npx', ['tsc', '-b'], { cwd: root, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`the API does not build:\n${build.stdout}`);
  const { startEmbeddedPostgres } = await import('../dist/platform/database/embedded-postgres.js');
  const { migrateDatabase } = await import('../dist/server-database.js');
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'medvind-test-'));
  const cluster = await startEmbeddedPostgres({ dataDir: path.join(directory, 'postgres'), durable: false });
  await cluster.createDatabase('template_medvind');
  await migrateDatabase(cluster.url('template_medvind'));
  process.env.MEDVIND_TEST_CLUSTER = cluster.url('');
  globalThis.medvindTestCluster = { cluster, directory };
}
