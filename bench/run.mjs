// npm run bench: figures as ratios against a peer, or against a limit, all measured in this run.
import fs from 'node:fs';
import os from 'node:os';
import pg from 'pg';
import { inTurn, median, requestsPerSecond } from './support/measure.mjs';
import { weigh } from './support/page-weight.mjs';
import { connectReaders } from './support/readers.mjs';
import { freePort, getJson, signIn, start, startMedvind, temporary } from './support/server.mjs';

const READERS = 500;
const VOTERS = 16;
const ROUNDS = 5;

const rows = [];
const report = (figure, measured, limit, kept) => {
  rows.push({ figure, measured, limit, kept: kept === null ? '–' : kept ? 'yes' : 'NO' });
  console.error(`${figure}: ${measured}`);
};
const two = (number) => number.toFixed(2);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

const directory = temporary();
const first = await startMedvind(directory);
await first.stop();
const medvind = await startMedvind(directory);
const db = new pg.Pool({ connectionString: medvind.databaseUrl, max: VOTERS });
try {
  const api = `${medvind.url}/api/municipalities/helsingor`;
  const thread = (
    await db.query(
      `SELECT thread.id, thread.subject_id AS goal, thread.municipality_id AS municipality FROM thread
       JOIN municipality ON municipality.id = municipality_id AND slug = 'helsingor' ORDER BY comment_count DESC LIMIT 1`,
    )
  ).rows[0];

  await threadPage(api, thread);
  await voting(api, thread);
  await goalPage(thread);
  await broadcast(api, thread);
  report(
    'start to ready, first time (database made, demonstration loaded)',
    `${Math.round(first.ms)} ms`,
    '',
    null,
  );
  report('start to ready, after that', `${Math.round(medvind.ms)} ms`, '', null);
} finally {
  await db.end();
  await medvind.stop();
  fs.rmSync(directory, { recursive: true, force: true });
}

console.log(
  `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
console.table(rows);
if (rows.some(({ kept }) => kept === 'NO')) process.exitCode = 1;

/** A page of comments through the API, against bare Fastify with the same queries. */
async function threadPage(api, { id, municipality }) {
  const url = `${api}/threads/${id}/comments?limit=30`;
  const { items } = await getJson(url);
  const roots = items.filter(({ replyCount }) => replyCount > 0).map((item) => item.id);
  const port = await freePort();
  const peer = await start(
    'bench/peers/thread-page.mjs',
    {
      PORT: String(port),
      DATABASE_URL: medvind.databaseUrl,
      THREAD: id,
      MUNICIPALITY: municipality,
      ROOTS: JSON.stringify(roots),
      LIMIT: '30',
    },
    'ready',
  );
  const {
    ratio,
    ours,
    peer: theirs,
  } = await inTurn(
    ROUNDS,
    () => requestsPerSecond({ url }),
    () => requestsPerSecond({ url: `http://127.0.0.1:${port}/` }),
  );
  await peer.stop();
  report(
    'a thread’s page: the API ÷ bare Fastify with the same queries',
    `${two(ratio)} (${Math.round(ours)} ÷ ${Math.round(theirs)} /s)`,
    '≥ 0.6',
    ratio >= 0.6,
  );
}

/** One vote through the API, against the same transaction on a bare client; 16 at once, each its own voter. */
async function voting(api, thread) {
  const emails = (
    await db.query(
      `SELECT person.id FROM person JOIN membership ON membership.person_id = person.id AND role = 'resident'
    WHERE membership.municipality_id = $1 LIMIT $2`,
      [thread.municipality, VOTERS],
    )
  ).rows;
  const cookies = await Promise.all(emails.map(({ id }) => sessionFor(id)));
  const {
    rows: [comment],
  } = await db.query('SELECT id FROM comment WHERE thread_id = $1 AND hidden_at IS NULL LIMIT 1', [
    thread.id,
  ]);
  const votes = ['agree', 'disagree', 'pass'];
  const url = `${api}/comments/${comment.id}/vote`;
  let voters = 0;
  const ours = () =>
    requestsPerSecond({
      url,
      connections: VOTERS,
      setupClient: (client) => {
        const headers = { 'content-type': 'application/json', cookie: cookies[voters++ % VOTERS] };
        client.setRequests(votes.map((vote) => ({ method: 'PUT', headers, body: JSON.stringify({ vote }) })));
      },
    });
  const clients = await Promise.all(Array.from({ length: VOTERS }, () => db.connect()));
  const peer = async () =>
    each(async (voter, turn) => {
      const client = clients[voter];
      await client.query('BEGIN');
      await client.query('UPDATE thread SET revision = revision + 1 WHERE id = $1', [thread.id]);
      await client.query(
        `INSERT INTO comment_vote (comment_id, person_id, value) VALUES ($1, $2, $3)
         ON CONFLICT (comment_id, person_id) DO UPDATE SET value = excluded.value, cast_at = now()`,
        [comment.id, emails[voter].id, [1, -1, 0][turn % 3]],
      );
      await client.query('COMMIT');
    });
  const { ratio, ours: mine, peer: theirs } = await inTurn(ROUNDS, ours, peer);
  clients.forEach((client) => client.release());
  report(
    'one vote: the API ÷ the same transaction on a bare client, 16 at once',
    `${two(ratio)} (${Math.round(mine)} ÷ ${Math.round(theirs)} /s)`,
    '≥ 0.6',
    ratio >= 0.6,
  );
}

/** How many a second when every voter does `work` one after the other for some seconds. */
async function each(work, seconds = 3) {
  let done = 0;
  const until = performance.now() + seconds * 1000;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: VOTERS }, async (_, voter) => {
      for (let turn = voter; performance.now() < until; turn++) {
        await work(voter, turn);
        done++;
      }
    }),
  );
  return (done * 1000) / (performance.now() - from);
}

async function sessionFor(personId) {
  const { newToken, idOfToken } = await import('../apps/api/dist/identity/session-cookie.js');
  const token = newToken();
  await db.query(
    "INSERT INTO session (id, person_id, expires_at) VALUES ($1, $2, now() + interval '1 hour')",
    [idOfToken(token), personId],
  );
  return `medvind_session=${token}`;
}

/** A goal's page as it is rendered, and what it weighs. */
async function goalPage({ goal }) {
  const url = `${medvind.url}/helsingor/goals/${goal}`;
  const html = await (await fetch(url)).text();
  const { script, style } = weigh(html);
  await requestsPerSecond({ url, duration: 2 });
  const perSecond = median([
    await requestsPerSecond({ url }),
    await requestsPerSecond({ url }),
    await requestsPerSecond({ url }),
  ]);
  report('a goal’s page rendered on the server', `${Math.round(perSecond)} /s`, '', null);
  report(
    'JavaScript a goal’s page needs before it reacts, gzip',
    kilobytes(script),
    '≤ 130 kB',
    script <= 130_000,
  );
  report('its CSS, gzip', kilobytes(style), '≤ 35 kB', style <= 35_000);
}

/** From the request that posts a comment to the last of the readers told, against a bare broadcast on a request. */
async function broadcast(api, { id }) {
  const cookie = await signIn(medvind.url, 'aksel.moerch@borger.example');
  const port = await freePort();
  const peer = await start('bench/peers/broadcast.mjs', { PORT: String(port) }, 'ready');
  const bare = `http://127.0.0.1:${port}`;
  const [ours, theirs] = [
    await connectReaders(medvind.url, `thread:${id}`, READERS),
    await connectReaders(bare, 'readers', READERS),
  ];
  const measure = async (readers, ask) => {
    const told = readers.told();
    const from = performance.now();
    await ask();
    return (await told) - from;
  };
  const {
    ratio,
    ours: mine,
    peer: other,
  } = await inTurn(
    9,
    () =>
      measure(ours, () =>
        getJson(`${api}/threads/${id}/comments`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie },
          body: JSON.stringify({ body: 'Måling' }),
        }),
      ),
    () => measure(theirs, () => fetch(bare, { method: 'POST' }).then((answer) => answer.arrayBuffer())),
  );
  ours.close();
  theirs.close();
  await peer.stop();
  report(
    `a comment to ${READERS} readers ÷ a bare socket.io broadcast`,
    `${two(ratio)} (${Math.round(mine)} ÷ ${Math.round(other)} ms)`,
    '≤ 2',
    ratio <= 2,
  );
}
