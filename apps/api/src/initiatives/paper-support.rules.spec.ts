import { describe, expect, it } from '@jest/globals';
import { ageOn, identityOf } from './paper-support.rules.js';

describe('somebody on paper', () => {
  it('is the same however the name is written', () => {
    const written = ['Ida Holm-Bæk', ' IDA  HOLM BÆK', 'Ida Holm\u2010Bæk'].map((name) =>
      identityOf(name, '1990-05-17').join(),
    );
    expect(new Set(written).size).toBe(1);
    expect(identityOf('Ida Holm', '1990-05-17')).not.toEqual(identityOf('Ida Holm', '1990-05-18'));
  });

  it('is a year older from the birthday on', () => {
    expect([ageOn('2008-11-24', '2026-11-23'), ageOn('2008-11-24', '2026-11-24')]).toEqual([17, 18]);
  });
});
