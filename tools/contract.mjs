// Writes libs/api-client/openapi.json and the client's types from the API as it is built.
// `--check` writes nothing and fails when what is committed differs.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const check = process.argv.includes('--check');
const root = path.resolve(import.meta.dirname, '..');
const client = path.join(root, 'libs/api-client');
const { createApp } = await import('../apps/api/dist/app.js');
const { startEmbeddedPostgres } = await import('../apps/api/dist/platform/database/embedded-postgres.js');
const { readConfig } = await import('../apps/api/dist/platform/config/config.js');

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'medvind-contract-'));
const cluster = await startEmbeddedPostgres({ dataDir: path.join(directory, 'postgres'), durable: false });
let openapi;
try {
  await cluster.createDatabase('contract');
  const created = await createApp({ ...readConfig({}), logLevel: 'silent' }, cluster.url('contract'));
  openapi = `${JSON.stringify(created.openapi, null, 2)}\n`;
  await created.app.close();
} finally {
  await cluster.stop();
}

const drafted = path.join(directory, 'openapi.json');
fs.writeFileSync(drafted, openapi);
const types = path.join(directory, 'schema.ts');
const generated = spawnSync(
  process.execPath,
  [
    path.join(client, 'node_modules/openapi-typescript/bin/cli.js'),
    drafted,
    '-o',
    types,
    '--alphabetize',
    '--default-non-nullable',
    'false',
  ],
  { encoding: 'utf8' },
);
if (generated.status !== 0) throw new Error(generated.stderr || generated.stdout);

const differing = [];
for (const [from, to] of [
  [drafted, path.join(client, 'openapi.json')],
  [types, path.join(client, 'src/schema.ts')],
]) {
  const now = fs.readFileSync(from, 'utf8');
  if (fs.existsSync(to) && fs.readFileSync(to, 'utf8') === now) continue;
  differing.push(path.relative(root, to));
  if (!check) fs.writeFileSync(to, now);
}
fs.rmSync(directory, { recursive: true, force: true });
if (check && differing.length) {
  console.error(
    `The contract is not what the code says: ${differing.join(', ')}. Run "npm run contract" and commit it.`,
  );
  process.exit(1);
}
console.log(differing.length ? `wrote ${differing.join(', ')}` : 'the contract matches the code');
process.exit(0);
