import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');
export const PASSWORD = 'medvind-maaling-1658';

export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a program of ours and waits until it says that it is ready; `ms` is how long that took. */
export async function start(file, env, ready) {
  const from = performance.now();
  const child = spawn(process.execPath, [file], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise((resolve, reject) => {
    const listen = (data) => {
      said += data;
      if (said.includes(ready)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`${file} stopped (${code}):\n${said}`)));
  });
  const ms = performance.now() - from;
  return {
    ms,
    pid: child.pid,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
}

/** The product as `npm start` runs it, on a database of its own. */
export async function startMedvind(directory, known) {
  const port = known ?? (await freePort());
  const server = await start(
    'apps/api/dist/main.js',
    {
      PORT: String(port),
      MEDVIND_DATA_DIR: directory,
      MEDVIND_DEMO_PASSWORD: PASSWORD,
      MEDVIND_PUBLIC_URL: '',
      MEDVIND_RATE_LIMIT: '1000000',
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
    },
    'Medvind is ready',
  );
  return { ...server, port, url: `http://127.0.0.1:${port}`, databaseUrl: databaseIn(directory) };
}

const databaseIn = (directory) => {
  const lines = fs.readFileSync(path.join(directory, 'postgres/postmaster.pid'), 'utf8').split('\n');
  return `postgres://medvind@127.0.0.1:${lines[3]}/medvind`;
};

export const temporary = () => fs.mkdtempSync(path.join(os.tmpdir(), 'medvind-bench-'));

export async function getJson(url, init) {
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}

export async function signIn(url, email) {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${email} could not sign in: ${answer.status}`);
  return answer.headers.get('set-cookie').split(';')[0];
}

/** Bytes. */
export const residentMemory = (pid) =>
  Number(/VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
