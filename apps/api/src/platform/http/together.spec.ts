import { describe, expect, it } from '@jest/globals';
import { together } from './together.js';

/** A work that answers with what holds when it begins, and only once it is let. */
function aWork() {
  const work = { begun: 0, holds: 'old', let: () => {}, fail: (() => {}) as (error: Error) => void };
  const answer = async () => {
    work.begun++;
    const { holds } = work;
    await new Promise<void>((resolve, reject) => Object.assign(work, { let: resolve, fail: reject }));
    return holds;
  };
  return { work, answer };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('those who ask the same at the same moment', () => {
  it('share an answer, but never one begun before they asked', async () => {
    const { work, answer } = aWork();
    const shared = together<string>();
    const first = shared('a', answer);
    work.holds = 'new';
    const later = [shared('a', answer), shared('a', answer), shared('a', answer)];
    work.let();
    expect(await first).toBe('old');
    await turn();
    work.let();
    expect(await Promise.all(later)).toEqual(['new', 'new', 'new']);
    expect(work.begun).toBe(2);
  });

  it('are not given what was worked out for those before them', async () => {
    const { work, answer } = aWork();
    const shared = together<string>();
    const ask = async () => {
      const asked = shared('a', answer);
      work.let();
      return asked;
    };
    await ask();
    work.holds = 'new';
    expect(await ask()).toBe('new');
    expect(work.begun).toBe(2);
  });

  it('try again after those whose work failed, each once', async () => {
    const { work, answer } = aWork();
    const shared = together<string>();
    const first = shared('a', answer);
    const later = [shared('a', answer), shared('a', answer)];
    work.fail(new Error('out of reach'));
    await expect(first).rejects.toThrow('out of reach');
    await turn();
    work.let();
    expect(await Promise.all(later)).toEqual(['old', 'old']);
    expect(work.begun).toBe(2);
  });

  it('wait for nobody who asks something else', async () => {
    const { answer } = aWork();
    const shared = together<string>();
    void shared('a', answer);
    expect(await shared('b', async () => 'mine')).toBe('mine');
  });

  it('share one too when they come shortly one after the other, and still none begun before they asked', async () => {
    const shared = together<number>(30);
    const begun: number[] = [];
    let holds = 0;
    const answer = async () => {
      begun.push(performance.now());
      return holds;
    };
    const answers: Promise<number>[] = [];
    for (holds = 0; holds < 40; holds++) {
      const asked = holds;
      answers.push(shared('a', answer).then((held) => held - asked));
      await turn();
    }
    for (const late of await Promise.all(answers)) expect(late).toBeGreaterThanOrEqual(0);
    for (const [round, at] of begun.entries())
      if (round > 0) expect(at - begun[round - 1]!).toBeGreaterThan(25);
    expect(begun.length).toBeLessThan(40);
  });
});
