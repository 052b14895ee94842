import { describe, expect, it } from '@jest/globals';
import { supportOf } from './support.rules.js';

describe('support', () => {
  it('is nothing without votes, and never more than the share that agrees', () => {
    expect(supportOf(0, 0)).toBe(0);
    for (const [agree, disagree] of [
      [1, 0],
      [0, 5],
      [9, 1],
      [600, 400],
    ] as const) {
      expect(supportOf(agree, disagree)).toBeGreaterThanOrEqual(0);
      expect(supportOf(agree, disagree)).toBeLessThanOrEqual(agree / (agree + disagree));
    }
  });

  it('of many weighs more than the same share of few', () => {
    expect(supportOf(1, 0)).toBeLessThan(supportOf(90, 10));
    expect(supportOf(9, 1)).toBeLessThan(supportOf(90, 10));
    expect(supportOf(90, 10)).toBeLessThan(supportOf(900, 100));
  });

  it('is the bound that is published for it', () => {
    // Worked examples of Wilson's interval at 95 %: 1 of 1 → 0.2065, 5 of 10 → 0.2366, 90 of 100 → 0.8256.
    expect(supportOf(1, 0)).toBeCloseTo(0.2065, 3);
    expect(supportOf(5, 5)).toBeCloseTo(0.2366, 3);
    expect(supportOf(90, 10)).toBeCloseTo(0.8256, 3);
  });
});
