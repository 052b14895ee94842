import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Coalesced } from './coalesced.js';

describe('asking what changed', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is done once for a burst', async () => {
    let asked = 0;
    const asking = new Coalesced(
      async () => void asked++,
      () => 300,
    );
    for (let n = 0; n < 50; n++) asking.want();
    await jest.advanceTimersByTimeAsync(299);
    expect(asked).toBe(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(asked).toBe(1);
  });

  it('is done again where something happened while the answer was on its way', async () => {
    const answers: (() => void)[] = [];
    const asking = new Coalesced(
      () => new Promise<void>((resolve) => answers.push(resolve)),
      () => 300,
    );
    asking.want();
    await jest.advanceTimersByTimeAsync(300);
    asking.want();
    asking.want();
    await jest.advanceTimersByTimeAsync(5000);
    expect(answers.length).toBe(1);
    answers[0]!();
    await jest.advanceTimersByTimeAsync(300);
    expect(answers.length).toBe(2);
  });

  it('is tried again, ever more rarely, when nobody answers', async () => {
    let asked = 0;
    const asking = new Coalesced(
      async () => {
        asked++;
        if (asked < 3) throw new Error('out of reach');
      },
      () => 300,
    );
    asking.want();
    await jest.advanceTimersByTimeAsync(300);
    expect(asked).toBe(1);
    await jest.advanceTimersByTimeAsync(2000);
    expect(asked).toBe(2);
    await jest.advanceTimersByTimeAsync(3999);
    expect(asked).toBe(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(asked).toBe(3);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(asked).toBe(3);
  });

  it('waits no longer once the connection is back', async () => {
    let asked = 0;
    let away = true;
    const asking = new Coalesced(
      async () => {
        asked++;
        if (away) throw new Error('out of reach');
      },
      () => 300,
    );
    asking.want();
    await jest.advanceTimersByTimeAsync(120_000);
    const before = asked;
    away = false;
    asking.again();
    await jest.advanceTimersByTimeAsync(300);
    expect(asked).toBe(before + 1);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(asked).toBe(before + 1);
  });
});
