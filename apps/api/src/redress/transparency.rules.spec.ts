import { describe, expect, it } from '@jest/globals';
import { reportOf, yearsFrom } from './transparency.rules.js';

const row = (measure: string, key: string, count: number) => ({ measure, key, count });

describe('a year’s report', () => {
  it('counts by what, the most first', () => {
    const report = reportOf([row('notice', 'incitement', 1), row('notice', 'copyright', 3)], []);
    expect(report.notices).toEqual([
      { key: 'copyright', count: 3 },
      { key: 'incitement', count: 1 },
    ]);
  });

  it('says which share rules did by themselves, of what kept something from being read', () => {
    const counts = [
      row('decision', 'hide', 2),
      row('decision', 'edit', 1),
      row('decision', 'keep', 9),
      row('rule', 'link', 1),
    ];
    expect(reportOf(counts, [])).toMatchObject({ automatedShare: 0.25, automated: 1, restricted: 4 });
    expect(reportOf([row('decision', 'keep', 9)], []).automatedShare).toBeNull();
  });

  it('does not tell a few persons apart', () => {
    const counts = [row('restriction', 'warning', 5), row('restriction', 'suspension', 4)];
    expect(reportOf(counts, []).restrictions).toEqual([
      { key: 'warning', count: 5 },
      { key: 'suspension', count: null },
    ]);
  });

  it('offers every year since the first, and this one in any case', () => {
    expect(yearsFrom(2024, 2026)).toEqual([2026, 2025, 2024]);
    expect(yearsFrom(null, 2026)).toEqual([2026]);
  });
});
