import { describe, expect, it } from '@jest/globals';
import { bornFault } from './paper-lines.js';

describe('a day of birth on paper', () => {
  it('has come', () => {
    expect(bornFault('2026-11-24', null, '2026-11-23')).toEqual({ code: 'in-the-future' });
    expect(bornFault('2026-11-23', null, '2026-11-23')).toBeNull();
  });

  it('is long enough ago for the rules', () => {
    expect(bornFault('2008-11-24', 18, '2026-11-23')).toEqual({ code: 'too-young', limits: { min: 18 } });
    expect(bornFault('2008-11-23', 18, '2026-11-23')).toBeNull();
    expect(bornFault('2031-01-01', 18, '2026-11-23')).toEqual({ code: 'in-the-future' });
  });
});
