import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { sessionFor } from '../support/bench.mjs';
import { startMedvind, temporary } from '../support/server.mjs';
import { anInitiative, faultsOf, residents, VOTERS } from '../support/supporters.mjs';

const TIMES = 10;
/** It falls somewhere in this long of votes. */
const LOAD_MS = 3000;

/** 64 support and take it back while the server and the database are killed, ten times; what was acknowledged must be there. */
export default async function ({ report }) {
  const directory = temporary();
  let medvind = await startMedvind(directory);
  const { port, url } = medvind;
  const api = `${url}/api/municipalities/helsingor`;
  let db = openPool(medvind.databaseUrl);
  try {
    const { rows } = await db.query("SELECT id AS municipality FROM municipality WHERE slug = 'helsingor'");
    const people = await residents(db, rows[0].municipality);
    const cookies = await Promise.all(people.map((id) => sessionFor(db, id)));
    const initiative = await anInitiative(db, rows[0]);
    const voters = cookies.map((cookie) => aVoter(`${api}/initiatives/${initiative}/support`, cookie));
    const kept = [];
    for (let time = 0; time < TIMES; time++) {
      const until = performance.now() + LOAD_MS;
      const load = Promise.all(voters.map((voter) => voter.voteUntil(() => performance.now() > until)));
      await pause(LOAD_MS * (0.2 + 0.6 * Math.random()));
      kept.push(await checkpointOf(api, db, initiative));
      if (time % 3 === 1) {
        // Of its processes one: the rest end themselves, and PostgreSQL recovers. The API stays and must find back.
        const { rows: serving } = await db.query(
          "SELECT pid FROM pg_stat_activity WHERE application_name = 'medvind' LIMIT 1",
        );
        process.kill(serving[0].pid, 'SIGKILL');
        await load;
      } else {
        if (time % 3 === 2) process.kill(postmasterIn(directory), 'SIGKILL');
        await medvind.stop('SIGKILL');
        await load;
        db.end().catch(() => {});
        medvind = await startMedvind(directory, port);
        db = openPool(medvind.databaseUrl);
      }
      await untilItVotes(voters[0]);
    }
    // Whoever got no answer asks again: once more is no second vote.
    for (const voter of voters) await voter.say(true);
    const receipts = voters.flatMap((voter) => voter.receipts);
    const faults = await faultsOf({
      api,
      db,
      initiative,
      receipts,
      given: VOTERS,
      kept: kept.filter((checkpoint) => checkpoint !== null),
    });
    report(
      `killed ${TIMES} times under votes: acknowledged ones lost, double or changed, and checkpoints that disagree`,
      `${faults} (of ${receipts.length})`,
      '0',
      faults === 0,
    );
    const wrong = voters.flatMap((voter) => voter.statuses).filter((status) => status !== 503);
    report(
      'answers meanwhile that were neither a receipt nor “not just now”',
      String(wrong.length),
      '0',
      wrong.length === 0,
    );
  } finally {
    await db.end().catch(() => {});
    await medvind.stop();
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

function aVoter(url, cookie) {
  let gives = false;
  const receipts = [];
  const statuses = [];
  /** Whether it was acknowledged. */
  const say = async (give) => {
    let answer;
    try {
      answer = await fetch(url, {
        method: give ? 'PUT' : 'DELETE',
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
      });
      if (answer.status === 200) {
        receipts.push((await answer.json()).receipt);
        gives = give;
        return true;
      }
    } catch {
      return false;
    }
    statuses.push(answer.status);
    return false;
  };
  return {
    receipts,
    statuses,
    say,
    async voteUntil(isOver) {
      while (!isOver()) if (!(await say(!gives))) await pause(50);
    },
  };
}

async function untilItVotes(voter) {
  const until = Date.now() + 60_000;
  while (!(await voter.say(true))) {
    if (Date.now() > until) throw new Error('it does not come back');
    await pause(100);
  }
}

async function checkpointOf(api, db, initiative) {
  const { rows } = await db.query('SELECT id FROM ballot_box WHERE subject_id = $1', [initiative]);
  if (rows.length === 0) return null;
  return (await (await fetch(`${api}/ballots/${rows[0].id}`)).json()).checkpoint;
}

function openPool(connectionString) {
  const pool = new pg.Pool({ connectionString, max: 4 });
  pool.on('error', () => {}); // it is killed on purpose
  return pool;
}

const postmasterIn = (directory) =>
  Number(fs.readFileSync(path.join(directory, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
