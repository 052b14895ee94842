import { entryText, leafHash, LedgerKey, writeReceipt } from '@medvind/ballot-ledger';
import pg from 'pg';
import { inTurn, median, two } from '../support/measure.mjs';
import { residentMemory } from '../support/server.mjs';
import { anInitiative, faultsOf, residents, VOTERS } from '../support/supporters.mjs';

const ROUND_MS = 4000;
const ROUNDS = 3;
/** How often it is looked at how long they take. */
const WINDOWS = 6;
/** Connections the API has. */
const POOL = 20;

/**
 * 64 at once support one initiative and take it back, over HTTP, each with a receipt, against the same transactions on
 * bare clients; then for a while longer, to see that neither latency nor memory grows.
 */
export default async function ({ api, db, medvind, thread, minutes, report, sessionFor }) {
  const people = await residents(db, thread.municipality);
  const cookies = await Promise.all(people.map((id) => sessionFor(id)));
  const [ours, theirs] = [await anInitiative(db, thread), await anInitiative(db, thread)];
  const said = new Map(people.map((id) => [id, { gives: false, receipt: '' }]));
  const latencies = [];
  const http = (ms) =>
    atOnce(ms, async (voter) => {
      const mine = said.get(people[voter]);
      const from = performance.now();
      const answer = await fetch(`${api}/initiatives/${ours}/support`, {
        method: mine.gives ? 'DELETE' : 'PUT',
        headers: { cookie: cookies[voter], 'sec-fetch-site': 'same-origin' },
      });
      const { receipt } = await answer.json();
      if (answer.status !== 200 || !receipt) throw new Error(`${answer.status}`);
      latencies.push(performance.now() - from);
      Object.assign(mine, { gives: !mine.gives, receipt });
    });
  const peer = await barePeer(medvind.databaseUrl, theirs, thread.municipality, people);
  const bare = [];
  const peerFor = (ms) =>
    atOnce(ms, async (voter) => {
      const from = performance.now();
      await peer.turn(voter);
      bare.push(performance.now() - from);
    });
  const {
    ratio,
    ours: a,
    peer: b,
  } = await inTurn(
    ROUNDS,
    () => http(ROUND_MS),
    () => peerFor(ROUND_MS),
  );
  report(
    'support for one initiative with a receipt, 64 at once ÷ the same transactions on bare clients',
    `${two(ratio)} (${Math.round(a)} ÷ ${Math.round(b)} /s)`,
    '≥ 0.5',
    ratio >= 0.5,
  );

  // The peer beside it tells a machine that is slower for a while from a house that grows slower.
  const windows = [];
  const length = (minutes * 60_000) / WINDOWS;
  for (let window = 0; window < WINDOWS; window++) {
    latencies.length = 0;
    bare.length = 0;
    await http(length * 0.8);
    await peerFor(length * 0.2);
    const p95 = percentile(latencies, 0.95);
    windows.push({
      p95,
      beside: p95 / percentile(bare, 0.95),
      memory: residentMemory(medvind.pid),
    });
  }
  await peer.end();
  const [early, late] = [windows.slice(0, WINDOWS / 2), windows.slice(WINDOWS / 2)];
  const growth = (of) => median(late.map(of)) / median(early.map(of));
  const slower = growth(({ p95 }) => p95);
  report(
    `${minutes} min of it: p95 in the second half ÷ in the first`,
    `${two(slower)} (${Math.round(windows.at(-1).p95)} ms; beside the peer’s ${two(growth(({ beside }) => beside))})`,
    '≤ 1.25',
    slower <= 1.25,
  );
  const larger = windows.at(-1).memory / windows[1].memory;
  report('the server’s memory at its end ÷ in its second sixth', two(larger), '≤ 1.25', larger <= 1.25);
  const faults = await faultsOf({
    api,
    db,
    initiative: ours,
    receipts: [...said.values()].map(({ receipt }) => receipt),
    given: [...said.values()].filter(({ gives }) => gives).length,
  });
  report('of all of it lost, double or miscounted', String(faults), '0', faults === 0);
}

/** What the API asks of the database for it, and the same signing, without the API. */
async function barePeer(databaseUrl, initiative, municipality, people) {
  const key = new LedgerKey(Buffer.alloc(32, 1));
  const clients = await Promise.all(
    Array.from({ length: POOL }, async () => {
      const client = new pg.Client(databaseUrl);
      await client.connect();
      return client;
    }),
  );
  const { rows } = await clients[0].query(
    `INSERT INTO ballot_box (municipality_id, subject_kind, subject_id, terms, public_key, opens_at)
     VALUES ($1, 'initiative', $2, '{"paper": {"kind": "support"}}', $3, now()) RETURNING id`,
    [municipality, initiative, key.publicKey],
  );
  const box = rows[0].id;
  const gives = new Map();
  // As the API's pool: so many wait for a connection, in turn.
  const free = [...clients];
  const waiting = [];
  const taken = () =>
    free.length ? Promise.resolve(free.pop()) : new Promise((given) => waiting.push(given));
  const put = (client) => (waiting.length ? waiting.shift()(client) : free.push(client));
  const turn = async (voter) => {
    const client = await taken();
    const person = people[voter];
    const give = !gives.get(person);
    const ask = (name, text, values) => client.query({ name, text, values });
    try {
      await client.query('BEGIN');
      await ask('lock', 'SELECT * FROM initiative WHERE id = $1 FOR UPDATE', [initiative]);
      if (give)
        await ask('give', 'INSERT INTO support (initiative_id, person_id) VALUES ($1, $2)', [
          initiative,
          person,
        ]);
      else
        await ask('take', 'DELETE FROM support WHERE initiative_id = $1 AND person_id = $2', [
          initiative,
          person,
        ]);
      const { rows: boxes } = await ask('box', 'SELECT * FROM ballot_box WHERE id = $1 FOR UPDATE', [box]);
      const pseudonym = key.pseudonym(box, person);
      const { rows: last } = await ask(
        'last',
        'SELECT turn, clock_timestamp() AS now FROM ballot_entry WHERE box_id = $1 AND voter = $2 ORDER BY turn DESC LIMIT 1',
        [box, pseudonym],
      );
      const at = new Date();
      const entry = {
        box,
        index: boxes[0].size,
        voter: pseudonym,
        turn: (last[0]?.turn ?? 0) + 1,
        at: at.toISOString(),
        choice: give ? 'support' : null,
        commitment: null,
      };
      const signature = key.sign(entryText(entry));
      await ask(
        'append',
        'INSERT INTO ballot_entry (box_id, index, voter, turn, at, choice, signature) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [box, entry.index, entry.voter, entry.turn, at, give ? '"support"' : 'null', signature],
      );
      await ask('raise', 'UPDATE initiative SET revision = revision + 1 WHERE id = $1', [initiative]);
      await client.query('COMMIT');
      leafHash(writeReceipt(entry, signature, null));
      gives.set(person, give);
    } finally {
      put(client);
    }
  };
  return { turn, end: () => Promise.all(clients.map((client) => client.end())) };
}

/** How many a second when all do `work` one after the other for so long. */
async function atOnce(ms, work) {
  let done = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: VOTERS }, async (_, voter) => {
      while (performance.now() < from + ms) {
        await work(voter);
        done++;
      }
    }),
  );
  return (done * 1000) / (performance.now() - from);
}

const percentile = (numbers, share) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)] ?? 0;
