// npm run bench [-- figure … --minutes 60]: figures as ratios against a peer, or against a limit, all measured in this run.
import os from 'node:os';
import { parseArgs } from 'node:util';
import { openBench } from './support/bench.mjs';
import { kept } from './support/measure.mjs';

/** In the order they are measured: what fills the database comes after what does not. */
const FIGURES = [
  'start',
  'thread-page',
  'voting',
  'goal-page',
  'broadcast',
  'reconnect',
  'long-thread',
  'queue',
  'digest',
  'hot-initiative',
  'kill',
  'verify-ballots',
  'initiatives',
];

const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  // How long what must not grow is watched.
  options: { minutes: { type: 'string', default: '1' } },
});
const unknown = asked.filter((name) => !FIGURES.includes(name));
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: the figures are ${FIGURES.join(', ')}`);

const bench = Object.assign(await openBench(), { minutes: Number(values.minutes) });
try {
  for (const name of FIGURES.filter((name) => asked.length === 0 || asked.includes(name))) {
    const { default: measure } = await import(`./figures/${name}.mjs`);
    await measure(bench);
  }
} finally {
  await bench.close();
}

console.log(
  `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
console.table(bench.rows);
if (!kept(bench.rows)) process.exitCode = 1;
