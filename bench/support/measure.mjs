import autocannon from 'autocannon';

/** How often ours and the peer's are measured in turn. */
export const ROUNDS = 5;
/** Who vote at the same moment. */
export const VOTERS = 16;

export const two = (number) => number.toFixed(2);
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
export const kept = (rows) => rows.every((row) => row.kept !== 'NO');

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Requests a second at `connections` at once. */
export async function requestsPerSecond(options) {
  const { requests, errors, non2xx } = await autocannon({ connections: 16, duration: 4, ...options });
  if (errors || non2xx) throw new Error(`${options.url}: ${errors} errors, ${non2xx} refusals`);
  return requests.average;
}

/** Ours and the peer's in turn, so that a machine that slows down slows both; the median of the rounds' ratios. */
export async function inTurn(rounds, ours, peer) {
  await ours();
  await peer();
  const pairs = [];
  for (let round = 0; round < rounds; round++) pairs.push([await ours(), await peer()]);
  return {
    ratio: median(pairs.map(([a, b]) => a / b)),
    ours: median(pairs.map(([a]) => a)),
    peer: median(pairs.map(([, b]) => b)),
  };
}

export { median };
