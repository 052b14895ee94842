import { describe, expect, it } from '@jest/globals';
import { dayOf, isExpired, slugOf, today } from './policy.rules.js';

describe('a policy', () => {
  it('applies through its last day', () => {
    expect(isExpired({ validTo: '2026-12-31' }, '2026-12-31')).toBe(false);
    expect(isExpired({ validTo: '2026-12-31' }, '2027-01-01')).toBe(true);
    expect(isExpired({ validTo: null }, '2099-01-01')).toBe(false);
  });

  it('has an address made of its title', () => {
    expect(slugOf('Sammenhængende børne- og ungepolitik')).toBe('sammenhaengende-boerne-og-ungepolitik');
    expect(slugOf('Så styrs Helsingborg', 'sv')).toBe('sa-styrs-helsingborg');
    expect(slugOf('Ålepolitik')).toBe('aalepolitik');
    expect(slugOf('———')).toBe('politik');
  });

  it('covers the years its document prints', () => {
    expect([
      dayOf('2016', 'first'),
      dayOf('2024', 'last'),
      dayOf('2024-02', 'last'),
      dayOf('2024-02-03', 'last'),
    ]).toEqual(['2016-01-01', '2024-12-31', '2024-02-29', '2024-02-03']);
  });

  it('knows the day it is on both sides of the Sound', () => {
    expect(today(new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-24');
  });
});
