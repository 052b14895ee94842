import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { databaseIn } from './support/database.js';

const ROOT = path.resolve(import.meta.dirname, '..');
const MAIN = path.join(ROOT, 'apps/api/dist/main.js');
const CLI = path.join(ROOT, 'apps/api/dist/cli.js');
const PASSWORD = 'medvind-sejl-fjord-1658';

jest.setTimeout(60_000);

interface Server {
  child: ChildProcess;
  url: string;
  said: string;
}

const directories: string[] = [];
const running: ChildProcess[] = [];

const aDirectory = () => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'medvind-operator-'));
  directories.push(directory);
  return directory;
};

const environment = (wishes: Record<string, string>) => ({
  ...process.env,
  DATABASE_URL: '',
  MEDVIND_PUBLIC_URL: '',
  MEDVIND_DEMO_PASSWORD: PASSWORD,
  LOG_LEVEL: 'error',
  ...wishes,
});

async function start(wishes: Record<string, string>, command = [process.execPath, MAIN]): Promise<Server> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  const child = spawn(command[0]!, command.slice(1), {
    cwd: ROOT,
    env: environment({ PORT: String(port), ...wishes }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const server = { child, url: `http://localhost:${port}`, said: '' };
  await new Promise<void>((resolve, reject) => {
    const listen = (data: Buffer) => {
      server.said += String(data);
      if (server.said.includes('Medvind is ready')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`stopped (${code}): ${server.said}`)));
  });
  return server;
}

const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
};

const medvind = (args: string[], wishes: Record<string, string> = {}) =>
  spawnSync(process.execPath, [CLI, ...args], { env: environment(wishes), encoding: 'utf8' });

const signIn = (url: string, email: string) =>
  fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });

const postgresIn = (directory: string) =>
  Number(fs.readFileSync(path.join(directory, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

afterEach(async () => {
  await Promise.all(running.splice(0).map((child) => end(child, 'SIGTERM')));
});
afterAll(() => directories.forEach((directory) => fs.rmSync(directory, { recursive: true, force: true })));

describe('an operator', () => {
  let directory: string;
  beforeAll(() => {
    directory = aDirectory();
  });

  it('finds an account for each role printed at the first start, and nothing at the second', async () => {
    const first = await start({ MEDVIND_DATA_DIR: directory });
    const addresses = [...first.said.matchAll(/(\S+@\S+\.example)/g)].map(([address]) => address);
    expect(addresses).toHaveLength(8);
    expect((await signIn(first.url, addresses[0]!)).status).toBe(204);
    await end(first.child, 'SIGTERM');
    expect(first.child.exitCode).toBe(0);
    const second = await start({ MEDVIND_DATA_DIR: directory });
    expect(second.said).not.toContain('password');
  });

  it('loses nothing when the process is killed, and leaves no database server behind', async () => {
    const killed = await start({ MEDVIND_DATA_DIR: directory });
    const url = databaseIn(directory, 'medvind');
    const database = new pg.Client(url);
    await database.connect();
    await database.query(
      "UPDATE municipality SET vision_title = 'Skrevet lige før' WHERE slug = 'helsingor'",
    );
    await database.end();
    const postgres = postgresIn(directory);
    await end(killed.child, 'SIGKILL');
    while (isAlive(postgres)) await pause(20);
    const again = await start({ MEDVIND_DATA_DIR: directory });
    const answer = await fetch(`${again.url}/api/municipalities/helsingor`);
    expect(await answer.json()).toMatchObject({ visionTitle: 'Skrevet lige før' });
  });

  it('stops everything by stopping npm start', async () => {
    // Other journeys run from the build the suite began with.
    const { child } = await start({ MEDVIND_DATA_DIR: directory, MEDVIND_IS_BUILT: 'yes' }, ['npm', 'start']);
    const postgres = postgresIn(directory);
    await end(child, 'SIGTERM');
    while (isAlive(postgres)) await pause(20);
    expect(fs.existsSync(path.join(directory, 'postgres/postmaster.pid'))).toBe(false);
  });

  it('gets a production without accounts, until they make an administrator', async () => {
    const host = await start({ MEDVIND_DATA_DIR: directory });
    const admin = new pg.Client(databaseIn(directory, 'postgres'));
    await admin.connect();
    await admin.query('CREATE DATABASE production');
    await admin.end();
    const DATABASE_URL = databaseIn(directory, 'production');
    const production = await start({ DATABASE_URL });
    expect(production.said).not.toContain('example');
    const people = new pg.Client(DATABASE_URL);
    await people.connect();
    expect((await people.query('SELECT FROM person')).rowCount).toBe(0);
    await people.end();
    const made = medvind(
      ['create-admin', '--municipality', 'helsingor', '--email', 'chef@by.example', '--name', 'Chefen'],
      { DATABASE_URL, MEDVIND_ADMIN_PASSWORD: PASSWORD },
    );
    expect(made.stdout).toContain('chef@by.example is an administrator of helsingor');
    expect((await signIn(production.url, 'chef@by.example')).status).toBe(204);
    await end(production.child, 'SIGTERM');
    await end(host.child, 'SIGTERM');
  });

  it('sees what a document would become, and imports it', async () => {
    const file = path.join(aDirectory(), 'politik.md');
    fs.writeFileSync(
      file,
      '# Stipolitik\n\nFlere skal kunne gå.\n\n## Mål\n\n- Alle skoler har en sti\n- Alle stier har lys\n',
    );
    const shown = medvind(['outline', file, '--json']);
    const { policies } = JSON.parse(shown.stdout) as {
      policies: { title: string; nodes: { level: number; title: string }[] }[];
    };
    expect(policies).toMatchObject([{ title: 'Stipolitik' }]);
    const server = await start({ MEDVIND_DATA_DIR: directory });
    const imported = medvind(['import', file, '--municipality', 'helsingor'], {
      MEDVIND_DATA_DIR: directory,
    });
    expect(imported.stderr).toBe('');
    const answer = await fetch(`${server.url}/api/municipalities/helsingor/policies/stipolitik`);
    const policy = (await answer.json()) as { goals: { title: string }[] };
    expect(policy.goals.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Alle skoler har en sti', 'Alle stier har lys']),
    );
  });

  it('is told in a line what cannot be done', () => {
    const nowhere = medvind(['import', path.join(ROOT, 'package.json'), '--municipality', 'ingensteds'], {
      MEDVIND_DATA_DIR: directory,
    });
    expect(nowhere).toMatchObject({ status: 1, stderr: 'there is no municipality "ingensteds"\n' });
    const binary = medvind(['outline', process.execPath]);
    expect(binary).toMatchObject({ status: 1, stderr: 'not-text\n' });
  });
});
