import { describe, expect, it } from '@jest/globals';
import { holidaysOf } from './holidays.rules.js';

describe('the public holidays', () => {
  it('of Denmark in 2026 are those of the almanac', () => {
    expect(holidaysOf('da', 2026)).toEqual([
      '2026-01-01',
      '2026-04-02',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-14',
      '2026-05-24',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('of Sweden in 2026 are those of its act', () => {
    expect(holidaysOf('sv', 2026)).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-24',
      '2026-06-06',
      '2026-06-20',
      '2026-10-31',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('know Store Bededag until it was abolished', () => {
    expect(holidaysOf('da', 2023)).toContain('2023-05-05');
    expect(holidaysOf('da', 2024)).not.toContain('2024-04-26');
  });

  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2038, '2038-04-25'],
    [2100, '2100-03-28'],
  ])('find Easter of %i', (year, easter) => {
    expect(holidaysOf('sv', year)).toContain(easter);
    expect(holidaysOf('da', year)).toContain(easter);
  });

  it('keep Midsummer and All Saints on a Saturday', () => {
    for (const [year, midsummer, saints] of [
      [2020, '2020-06-20', '2020-10-31'],
      [2021, '2021-06-26', '2021-11-06'],
      [2025, '2025-06-21', '2025-11-01'],
    ] as const)
      expect(holidaysOf('sv', year)).toEqual(expect.arrayContaining([midsummer, saints]));
  });

  it('are each there once, also where Ascension is the first of May', () => {
    expect(holidaysOf('sv', 2008).filter((day) => day === '2008-05-01')).toHaveLength(1);
  });
});
