import { describe, expect, test } from '@jest/globals';
import { fewAtOnce } from './few-at-once.js';

/** Work that ends when it is told to. */
function held() {
  const started: number[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const work = (n: number) => () => {
    started.push(n);
    return new Promise<number>((resolve, reject) => {
      ends[n] = (error) => (error ? reject(error) : resolve(n));
    });
  };
  return { started, ends, work };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('work that waits for the same lock', () => {
  test('begins so many at a time, in the order it came', async () => {
    const { started, ends, work } = held();
    const turn = fewAtOnce(2);
    const all = [0, 1, 2, 3].map((n) => turn('a', work(n)));
    await settled();
    expect(started).toEqual([0, 1]);
    ends[1]!();
    await settled();
    expect(started).toEqual([0, 1, 2]);
    ends[0]!();
    await settled();
    expect(started).toEqual([0, 1, 2, 3]);
    ends[2]!();
    ends[3]!();
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
  });

  test('leaves its turn to the next when it fails, and holds up nothing else', async () => {
    const { started, ends, work } = held();
    const turn = fewAtOnce(1);
    const [first, second, other] = [turn('a', work(0)), turn('a', work(1)), turn('b', work(2))];
    await settled();
    expect(started).toEqual([0, 2]);
    ends[0]!(new Error('refused'));
    await expect(first).rejects.toThrow('refused');
    await settled();
    expect(started).toEqual([0, 2, 1]);
    ends[1]!();
    ends[2]!();
    expect(await Promise.all([second, other])).toEqual([1, 2]);
  });
});
