// Starts the built product once for all journeys, as an operator would: one process, an embedded database, the
// demonstration content.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const freePort = async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
};

export default async function setup() {
  const root = path.resolve(import.meta.dirname, '../..');
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'medvind-journeys-'));
  const port = await freePort();
  const password = 'medvind-sejl-fjord-1658';
  const server = spawn(process.execPath, ['--enable-source-maps', 'apps/api/dist/main.js'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      MEDVIND_PUBLIC_URL: '',
      MEDVIND_DATA_DIR: directory,
      MEDVIND_DEMO_PASSWORD: password,
      MEDVIND_RATE_LIMIT: '10000',
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ready = new Promise((resolve, reject) => {
    const listen = (data) => {
      said += data;
      if (said.includes('Medvind is ready')) resolve();
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', (code) => reject(new Error(`the server stopped (${code}):\n${said}`)));
  });
  await ready;
  process.env.MEDVIND_JOURNEY_URL = `http://localhost:${port}`;
  await letTalk(process.env.MEDVIND_JOURNEY_URL, password);
  process.env.MEDVIND_JOURNEY_PASSWORD = password;
  process.env.MEDVIND_JOURNEY_DIRECTORY = directory;
  globalThis.medvindJourneys = { server, directory, said: () => said };
}

const ADMINISTRATORS = {
  helsingor: 'birgitte.thorup@helsingor.example',
  helsingborg: 'annika.sjostrand@helsingborg.example',
};

/** Journeys are quicker than people: what one may write in a minute is theirs to try, not in everybody's way. */
async function letTalk(url, password) {
  for (const [slug, email] of Object.entries(ADMINISTRATORS)) {
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
    const ask = async (method, path, body) => {
      const answer = await fetch(`${url}/api${path}`, {
        method,
        headers,
        body: body && JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return answer;
    };
    const session = await ask('POST', '/session', { email, password });
    headers.cookie = session.headers.get('set-cookie').split(';')[0];
    const rules = `/municipalities/${slug}/contribution-rules`;
    const { can: _, ...known } = await (await ask('GET', rules)).json();
    await ask('PUT', rules, {
      ...known,
      perMinute: 1000,
      perHour: 10_000,
      duplicateHours: null,
      floodPeople: null,
    });
  }
}
