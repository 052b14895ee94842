import { inTurn, two } from '../support/measure.mjs';
import { connectReaders } from '../support/readers.mjs';
import { freePort, getJson, signIn, start } from '../support/server.mjs';

const READERS = 1000;

/** From the request that posts a comment to the last of the readers told, against a bare broadcast on a request. */
export default async function ({ medvind, api, thread: { id }, report }) {
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
