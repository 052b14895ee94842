import { inTurn, requestsPerSecond, ROUNDS, two, VOTERS } from '../support/measure.mjs';

/** One vote through the API, against the same transaction on a bare client; 16 at once, each its own voter. */
export default async function ({ api, db, thread, report, sessionFor }) {
  const { rows: people } = await db.query(
    `SELECT person_id AS id FROM membership WHERE role = 'resident' AND municipality_id = $1 LIMIT $2`,
    [thread.municipality, VOTERS],
  );
  const cookies = await Promise.all(people.map(({ id }) => sessionFor(id)));
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
        [comment.id, people[voter].id, [1, -1, 0][turn % 3]],
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
