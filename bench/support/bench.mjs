import fs from 'node:fs';
import pg from 'pg';
import { VOTERS } from './measure.mjs';
import { getJson, signIn, startMedvind, temporary } from './server.mjs';

const ADMINISTRATORS = {
  helsingor: 'birgitte.thorup@helsingor.example',
  helsingborg: 'annika.sjostrand@helsingborg.example',
};

/** The product on a database of its own with the demonstration content, and what the figures are written into. */
export async function openBench() {
  const directory = temporary();
  const first = await startMedvind(directory);
  const rows = [];
  const bench = {
    rows,
    starts: [first.ms],
    report(figure, measured, limit = '', kept = null) {
      rows.push({ figure, measured, limit, kept: kept === null ? '' : kept ? 'yes' : 'NO' });
      console.error(`${figure}: ${measured}`);
    },
    /** Stops everything, the database too, and starts it again where it was. */
    async restart() {
      await bench.db.end();
      await bench.medvind.stop();
      await begin(await startMedvind(directory, bench.medvind.port));
    },
    sessionFor: (personId) => sessionFor(bench.db, personId),
    async close() {
      await bench.db.end();
      await bench.medvind.stop();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
  const begin = async (medvind) => {
    bench.medvind = medvind;
    bench.starts.push(medvind.ms);
    bench.api = `${medvind.url}/api/municipalities/helsingor`;
    bench.db = new pg.Pool({ connectionString: medvind.databaseUrl, max: VOTERS });
  };
  await first.stop();
  await begin(await startMedvind(directory));
  for (const [slug, email] of Object.entries(ADMINISTRATORS)) await letTalk(bench.medvind.url, slug, email);
  [bench.thread] = (
    await bench.db.query(
      `SELECT thread.id, thread.subject_id AS goal, thread.municipality_id AS municipality FROM thread
       JOIN municipality ON municipality.id = municipality_id AND slug = 'helsingor'
       WHERE subject_kind = 'goal' ORDER BY comment_count DESC LIMIT 1`,
    )
  ).rows;
  return bench;
}

/** The cookie of somebody who is signed in. */
export async function sessionFor(db, personId) {
  const { newToken, idOfToken } = await import('../../apps/api/dist/identity/session-cookie.js');
  const token = newToken();
  await db.query(
    "INSERT INTO session (id, person_id, expires_at) VALUES ($1, $2, now() + interval '2 hours')",
    [idOfToken(token), personId],
  );
  return `medvind_session=${token}`;
}

/** What one may write in a minute is not what is measured. */
async function letTalk(url, slug, email) {
  const rules = `${url}/api/municipalities/${slug}/contribution-rules`;
  const headers = { 'content-type': 'application/json', cookie: await signIn(url, email) };
  const { can: _, ...known } = await getJson(rules, { headers });
  await getJson(rules, {
    method: 'PUT',
    headers,
    body: JSON.stringify({
      ...known,
      perMinute: 1000,
      perHour: 10_000,
      duplicateHours: null,
      floodPeople: null,
    }),
  });
}
