import { describe, expect, it } from '@jest/globals';
import { partsOf, periodAt, periodOf } from './initiative-report.rules.js';

describe('the periods of reports', () => {
  it('divide the year as often as the rule says', () => {
    expect([0, 1, 2, 3, 4, 5, 12, 40].map(partsOf)).toEqual([1, 1, 2, 3, 4, 4, 12, 12]);
  });

  it('end with the last day of a month where the municipality is', () => {
    expect(periodOf(2026, 1, 2).until.toISOString()).toBe('2026-06-30T22:00:00.000Z');
    expect(periodOf(2026, 2, 2).until.toISOString()).toBe('2026-12-31T23:00:00.000Z');
  });

  it('hold every day of the year', () => {
    expect(periodAt('2026-06-30', 2).part).toBe(1);
    expect(periodAt('2026-07-01', 2).part).toBe(2);
    expect(periodAt('2026-12-31', 4)).toMatchObject({ year: 2026, part: 4 });
  });
});
