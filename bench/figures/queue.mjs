import { fill } from '../support/comments.mjs';
import { inTurn, requestsPerSecond, two } from '../support/measure.mjs';
import { signIn } from '../support/server.mjs';

const FULL = 50_000;
const SHORT = 50;
const LIMIT = 1.5;
const MODERATORS = {
  helsingor: 'signe.rasmussen@helsingor.example',
  helsingborg: 'camilla.nordstrom@helsingborg.example',
};

/** The moderators' queue of one municipality with 50 000 entries against the other's with 50. */
export default async function ({ medvind, db, report }) {
  const queue = async (slug, length, comments) => {
    const {
      rows: [thread],
    } = await db.query(
      `SELECT thread.id, municipality_id AS municipality FROM thread
       JOIN municipality ON municipality.id = municipality_id AND slug = $1
       WHERE subject_kind = 'goal' AND comment_count = 0 ORDER BY thread.id LIMIT 1`,
      [slug],
    );
    await fill(db, thread, comments);
    await db.query(
      `UPDATE comment SET body = 'Fjordbadet skal bevares'
       WHERE id = (SELECT id FROM comment WHERE thread_id = $1 ORDER BY id OFFSET 9 LIMIT 1)`,
      [thread.id],
    );
    await db.query('DELETE FROM moderation_case WHERE municipality_id = $1', [thread.municipality]);
    await db.query(
      `WITH reported AS (
         INSERT INTO report (municipality_id, comment_id, reason_code, text)
         SELECT municipality_id, id, 'insult', 'Sådan taler man ikke til hinanden' FROM comment
         WHERE thread_id = $1 ORDER BY id LIMIT $2 RETURNING municipality_id, comment_id, created_at
       )
       INSERT INTO moderation_case (municipality_id, kind, comment_id, opened_at, report_count)
       SELECT municipality_id, 'report', comment_id, created_at, 1 FROM reported`,
      [thread.id, length],
    );
    const {
      rows: [middle],
    } = await db.query(
      `SELECT opened_at, id, urgency FROM moderation_case WHERE municipality_id = $1
       ORDER BY urgency, opened_at, id OFFSET $2 LIMIT 1`,
      [thread.municipality, length / 2],
    );
    const cookie = await signIn(medvind.url, MODERATORS[slug]);
    return { url: `${medvind.url}/api/municipalities/${slug}/moderation`, headers: { cookie }, middle };
  };
  const full = await queue('helsingor', FULL, FULL * 2);
  const short = await queue('helsingborg', SHORT, SHORT * 2);
  await db.query('VACUUM ANALYZE report, moderation_case');

  const compare = async (figure, path) => {
    const perSecond =
      ({ url, headers }) =>
      () =>
        requestsPerSecond({ url: `${url}/${path}`, headers, connections: 4, duration: 2 });
    const { ratio, ours, peer } = await inTurn(3, perSecond(short), perSecond(full));
    report(
      `${figure}: ${FULL.toLocaleString('en')} entries ÷ ${SHORT}`,
      `${two(ratio)} (${two(1000 / peer)} ÷ ${two(1000 / ours)} ms)`,
      `≤ ${LIMIT}`,
      ratio <= LIMIT,
    );
  };
  await compare('the moderators’ queue, first page', 'queue');
  await compare('its count in the menu', 'queue/count');
  await compare('what is reported as an insult', 'queue?reason=insult');
  await compare('a word looked for in the queue', 'queue?search=fjordbadet');
  await compare('a word looked for in all contributions', 'contributions?search=fjordbadet');
}
