import { fill } from '../support/comments.mjs';
import { inTurn, kilobytes, requestsPerSecond, two } from '../support/measure.mjs';
import { getJson, residentMemory } from '../support/server.mjs';

const LONG = 100_000;
const SHORT = 100;
const LIMIT = 1.5;
const ORDERS = ['newest', 'supported', 'discussed'];

/** A thread of 100 000 comments against one of 100: the same page of each, in turn. */
export default async function (bench) {
  const { medvind, api, db, thread, report } = bench;
  const { rows } = await db.query(
    `SELECT id, subject_id AS goal, municipality_id AS municipality FROM thread
     WHERE municipality_id = $1 AND subject_kind = 'goal' AND comment_count = 0 ORDER BY id LIMIT 2`,
    [thread.municipality],
  );
  const [long, short] = rows;
  Object.assign(long, await fill(db, long, LONG));
  Object.assign(short, await fill(db, short, SHORT));
  bench.longThread = long;

  const compare = async (figure, urlOf) => {
    const perSecond = (one) => () => requestsPerSecond({ url: urlOf(one), connections: 4, duration: 2 });
    // How much longer the long one takes: its requests a second are the fewer.
    const { ratio, ours, peer } = await inTurn(3, perSecond(short), perSecond(long));
    report(
      `${figure}: ${LONG.toLocaleString('en')} comments ÷ ${SHORT}`,
      `${two(ratio)} (${two(1000 / peer)} ÷ ${two(1000 / ours)} ms)`,
      `≤ ${LIMIT}`,
      ratio <= LIMIT,
    );
  };
  const page = ({ goal }) => `${medvind.url}/helsingor/goals/${goal}`;
  const cursor = (id) => Buffer.from(JSON.stringify([id])).toString('base64url');
  await compare('a thread’s first page, rendered', page);
  await compare('a page in its middle, rendered', (one) => `${page(one)}?after=${cursor(one.branch)}`);
  await compare('a link to a branch in its middle, rendered', (one) => `${page(one)}?comment=${one.branch}`);
  await compare(
    'a link to an answer in the middle of its longest branch, rendered',
    (one) => `${page(one)}?comment=${one.answer}`,
  );
  for (const order of ORDERS)
    await compare(
      `the API’s first page, ${order} first`,
      ({ id }) => `${api}/threads/${id}/comments?order=${order}`,
    );

  await memory(bench, long, short);
}

/** What the server holds after it gave out all of the long thread, against as many pages of the short one. */
async function memory({ medvind, api, report }, long, short) {
  const pages = Math.ceil((LONG * 6) / 10 / 100);
  const read = async ({ id }) => {
    let after = '';
    for (let page = 0; page < pages; page++) {
      const { next } = await getJson(`${api}/threads/${id}/comments?limit=100${after}`);
      after = next ? `&after=${next}` : '';
    }
    return residentMemory(medvind.pid);
  };
  await read(short);
  const [before, after] = [await read(short), await read(long)];
  const ratio = after / before;
  report(
    'the server’s memory after reading all of it ÷ after as many pages of the short one',
    `${two(ratio)} (${kilobytes(after)} ÷ ${kilobytes(before)})`,
    '≤ 1.25',
    ratio <= 1.25,
  );
}
