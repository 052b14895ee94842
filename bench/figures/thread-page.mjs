import { inTurn, requestsPerSecond, ROUNDS, two } from '../support/measure.mjs';
import { freePort, getJson, start } from '../support/server.mjs';

/** A page of comments through the API, against bare Fastify with the same queries. */
export default async function ({ medvind, api, thread: { id, municipality }, report }) {
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
