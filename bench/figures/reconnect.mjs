import { io } from 'socket.io-client';
import { two } from '../support/measure.mjs';
import { getJson, signIn } from '../support/server.mjs';
import { transactions } from '../support/transactions.mjs';

const READERS = 500;
/** The municipality, the thread, its changes, what left it; and who is signed in: every second reader. */
const ALONE = 4.5;
const LIMIT = 2;

/** The server restarts under its readers: all come back, and ask what they missed as the page does. */
export default async function (bench) {
  const { thread, report } = bench;
  const url = `${bench.api}/threads/${thread.id}`;
  const body = 'Sagt mens I var væk';
  const cookie = await signIn(bench.medvind.url, 'aksel.moerch@borger.example');

  // What a start costs the database by itself.
  const before = await transactions(bench.db);
  await bench.restart();
  const alone = (await transactions(bench.db)) - before;

  const { revision } = await getJson(url);
  const room = `thread:${thread.id}`;
  let caughtUp = () => {};
  const all = new Promise((resolve) => (caughtUp = resolve));
  const { rows: people } = await bench.db.query(
    "SELECT person_id AS id FROM membership WHERE role = 'resident' AND municipality_id = $1 LIMIT 50",
    [thread.municipality],
  );
  const cookies = await Promise.all(people.map(({ id }) => bench.sessionFor(id)));
  const [missing, sockets] = [new Set(), []];
  for (let reader = 0; reader < READERS; reader++) {
    missing.add(reader);
    const socket = io(bench.medvind.url, { transports: ['websocket'], forceNew: true });
    sockets.push(socket);
    const headers = reader % 2 ? { cookie: cookies[reader % cookies.length] } : {};
    const ask = async () => {
      const { items } = await getJson(`${url}/changes?since=${revision}`, { headers });
      if (items.some((item) => item.body === body)) missing.delete(reader);
      if (missing.size === 0) caughtUp();
    };
    socket.on('connect', () => socket.emit('watch', { room }, ask));
    socket.on('changed', ask);
    socket.on('disconnect', () => setTimeout(() => socket.connect(), 2000 * (0.5 + Math.random())));
    await new Promise((resolve) => socket.once('connect', resolve));
  }
  await getJson(`${url}/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ body }),
  });
  await all;
  for (let reader = 0; reader < READERS; reader++) missing.add(reader);
  const again = new Promise((resolve) => (caughtUp = resolve));

  const connected = await transactions(bench.db);
  await bench.restart();
  const from = performance.now();
  await again;
  const ms = performance.now() - from;
  const asked = (await transactions(bench.db)) - connected - alone;
  sockets.forEach((socket) => socket.off('disconnect').disconnect());
  report(
    `${READERS} readers, half of them signed in, reconnect at once after a restart: questions to the database ÷ readers`,
    `${two(asked / READERS)} (all caught up ${Math.round(ms)} ms after the start)`,
    `≤ ${LIMIT} (each alone: ${ALONE})`,
    asked / READERS <= LIMIT,
  );
}
