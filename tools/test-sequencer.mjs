import fs from 'node:fs';

// What takes longest begins first, so that no worker waits for the other at the end. Jest knows what takes long only
// where it has run before; a fresh clone goes by size, and those that see every page are small files.
const LONGEST = /every-page/;
const weight = ({ path }) => (LONGEST.test(path) ? Infinity : fs.statSync(path).size);

export default class TestSequencer {
  sort(tests) {
    const weights = new Map(tests.map((test) => [test, weight(test)]));
    return [...tests].sort((a, b) =>
      weights.get(a) === weights.get(b) ? 0 : weights.get(b) - weights.get(a),
    );
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
