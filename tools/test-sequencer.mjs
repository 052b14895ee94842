import fs from 'node:fs';

// What takes longest begins first, so that no worker waits for the other at the end. Jest knows what takes long only
// where it has run before; a fresh clone goes by what is known of them: those that see every page are small files, a
// journey takes minutes and a specification seconds, and among equals by size.
const LONGEST = [/every-page/, /[\\/]e2e[\\/]|real-comments/];
const weight = ({ path }) => {
  const place = LONGEST.findIndex((names) => names.test(path));
  return (place < 0 ? 0 : (LONGEST.length - place) * 2 ** 40) + fs.statSync(path).size;
};

export default class TestSequencer {
  sort(tests) {
    const weights = new Map(tests.map((test) => [test, weight(test)]));
    return [...tests].sort((a, b) => weights.get(b) - weights.get(a));
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
