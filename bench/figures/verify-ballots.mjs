import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeLedger } from '../support/ledger.mjs';
import { two } from '../support/measure.mjs';
import { ROOT } from '../support/server.mjs';

const FEW = 50_000;
const MANY = 1_000_000;
/** What a million voters' last entries take, and as much again for the rest. */
const MOST_GROWTH = 200;

/** The stand-alone verifier over a ledger of a million ballots, against one of a twentieth of them. */
export default async function ({ report }) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'medvind-ledger-'));
  try {
    const measure = async (ballots) => {
      const file = path.join(directory, `${ballots}.jsonl`);
      await writeLedger(file, ballots);
      const found = verify(file);
      fs.rmSync(file);
      return found;
    };
    const few = await measure(FEW);
    const many = await measure(MANY);
    report(
      'the verifier: ballots a second, a million of them, each signature checked',
      `${Math.round(MANY / many.seconds)} /s (${Math.round(many.seconds)} s)`,
    );
    const ratio = MANY / many.seconds / (FEW / few.seconds);
    report('a million ballots ÷ 50 000, ballots a second', two(ratio), '≥ 0.7', ratio >= 0.7);
    const growth = many.megabytes - few.megabytes;
    report(
      'its memory for a million ballots above that for 50 000',
      `${Math.round(growth)} MB (${Math.round(many.megabytes)} in all)`,
      `≤ ${MOST_GROWTH} MB`,
      growth <= MOST_GROWTH,
    );
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

/** In a process of its own, so that its memory is its own. */
function verify(file) {
  const script = `
    const { verifyBallots } = await import(${JSON.stringify(path.join(ROOT, 'apps/api/dist/ballots/verify-ballots.js'))});
    const began = performance.now();
    const { isGood, said } = await verifyBallots(process.argv[1]);
    if (!isGood) throw new Error(said.join('\\n'));
    console.log(JSON.stringify({ seconds: (performance.now() - began) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }));`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, file],
    { encoding: 'utf8', cwd: ROOT },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
