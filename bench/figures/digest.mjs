import { setTimeout as pause } from 'node:timers/promises';
import { kilobytes, two } from '../support/measure.mjs';
import { getJson, residentMemory, signIn } from '../support/server.mjs';

const RECIPIENTS = 40_000;
const BATCH = 500;
/** Each is also made of what its reader follows, signed, handed over and marked as sent. */
const LIMIT = 12;
/** Bytes: a few batches, whatever the number of readers. */
const MEMORY = 300_000_000;

/** The digest of the week for 40 000 followers of a goal, against bare inserts of as many letters of that size. */
export default async function ({ medvind, api, db, thread, report }) {
  const cookie = await signIn(medvind.url, 'aksel.moerch@borger.example');
  await getJson(`${api}/threads/${thread.id}/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ body: 'Til alle, der følger med' }),
  });
  // Who follows it has done so for a while, and only now become so many: nobody is told one by one.
  await db.query(
    `WITH made AS (
       INSERT INTO person (email, name, language)
       SELECT 'follower-' || n || '@borger.example', 'Følger ' || n, 'da' FROM generate_series(1, $1::int) AS n RETURNING id
     ), member AS (
       INSERT INTO membership (person_id, municipality_id, role) SELECT id, $2, 'resident' FROM made
     )
     INSERT INTO follow (person_id, municipality_id, kind, subject_id, created_at)
     SELECT id, $2, 'goal', $3, now() - interval '1 day' FROM made`,
    [RECIPIENTS, thread.municipality, thread.goal],
  );
  await db.query('VACUUM ANALYZE person, membership, follow');
  const letters = async () => (await db.query('SELECT count(*)::int AS count FROM mail')).rows[0].count;
  const jobs = async () =>
    (await db.query('SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE attempts < max_attempts'))
      .rows[0].count;
  while ((await jobs()) > 0) await pause(100);
  const [before, memory] = [await letters(), residentMemory(medvind.pid)];

  const from = performance.now();
  await db.query(
    `SELECT graphile_worker.add_job('mail-digests', json_build_object('municipalityId', $1::text, 'pace', 'weekly',
       'from', now() - interval '7 days', 'until', now(), 'after', null), max_attempts => 15)`,
    [thread.municipality],
  );
  let [most, queued] = [memory, 0];
  for (let waiting = 1; waiting > 0; await pause(100)) {
    waiting = await jobs();
    [most, queued] = [Math.max(most, residentMemory(medvind.pid)), Math.max(queued, waiting)];
  }
  const ours = performance.now() - from;
  const count = (await letters()) - before;
  const { rows: failed } = await db.query('SELECT FROM mail WHERE sent_at IS NULL');
  if (count < RECIPIENTS || failed.length > 0)
    throw new Error(`${count} letters written, ${failed.length} not sent`);

  const bare = await bareInserts(db);
  report(
    `digests to ${RECIPIENTS.toLocaleString('en')} followers, written and laid in the outbox ÷ bare inserts of as many letters`,
    `${two(ours / bare)} (${two(ours / 1000)} ÷ ${two(bare / 1000)} s)`,
    `≤ ${LIMIT}`,
    ours / bare <= LIMIT,
  );
  report(
    'the server’s memory while it writes and sends them, above what it held before',
    `${kilobytes(most - memory)}, at most ${queued} jobs waiting`,
    `≤ ${kilobytes(MEMORY)}`,
    most - memory <= MEMORY,
  );
}

/** Milliseconds. */
async function bareInserts(db) {
  const { rows } = await db.query(
    `SELECT municipality_id AS "municipalityId", recipient, from_name AS "fromName", subject, text, html,
       unsubscribe_url AS "unsubscribeUrl", false AS secret FROM mail ORDER BY id DESC LIMIT $1`,
    [BATCH],
  );
  const client = await db.connect();
  const from = performance.now();
  for (let batch = 0; batch < RECIPIENTS / BATCH; batch++)
    await client.query(
      `INSERT INTO mail (key, municipality_id, recipient, from_name, subject, text, html, unsubscribe_url, secret, sent_at)
       SELECT letter.*, now() FROM jsonb_to_recordset($1) AS letter(key text, "municipalityId" uuid, recipient text,
         "fromName" text, subject text, text text, html text, "unsubscribeUrl" text, secret boolean)`,
      [JSON.stringify(rows.map((row, at) => ({ ...row, key: `bare:${batch}:${at}` })))],
    );
  const ms = performance.now() - from;
  client.release();
  return ms;
}
