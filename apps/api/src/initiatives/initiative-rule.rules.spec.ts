import { describe, expect, it } from '@jest/globals';
import { deadlineOf, endOfDay, getRuleFaults } from './initiative-rule.rules.js';

describe('a deadline', () => {
  it('is the end of the last day where the municipalities are, in summer and in winter', () => {
    expect(endOfDay('2026-07-01').toISOString()).toBe('2026-07-01T22:00:00.000Z');
    expect(endOfDay('2026-12-01').toISOString()).toBe('2026-12-01T23:00:00.000Z');
  });

  it('falls right on the days the clocks change', () => {
    expect(endOfDay('2026-03-28').toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(endOfDay('2026-03-29').toISOString()).toBe('2026-03-29T22:00:00.000Z');
    expect(endOfDay('2026-10-25').toISOString()).toBe('2026-10-25T23:00:00.000Z');
  });

  it('is counted from the day of publication there, not in UTC', () => {
    const justAfterMidnight = new Date('2026-06-30T22:30:00Z');
    expect(deadlineOf({ windowDays: 30, closesOn: null }, justAfterMidnight)).toEqual(endOfDay('2026-07-31'));
  });

  it('is the same for all where the rule names a day', () => {
    expect(deadlineOf({ windowDays: null, closesOn: '2026-12-31' }, new Date())).toEqual(
      endOfDay('2026-12-31'),
    );
  });
});

describe('a rule', () => {
  it('ends in one way, and not in the past', () => {
    expect(getRuleFaults({ windowDays: null, closesOn: null }, '2026-11-23')).toEqual([
      { field: 'windowDays', code: 'required' },
    ]);
    expect(getRuleFaults({ windowDays: 30, closesOn: '2026-12-31' }, '2026-11-23')).toEqual([
      { field: 'closesOn', code: 'invalid' },
    ]);
    expect(getRuleFaults({ windowDays: null, closesOn: '2026-11-22' }, '2026-11-23')).toEqual([
      { field: 'closesOn', code: 'in-the-past' },
    ]);
    expect(getRuleFaults({ windowDays: null, closesOn: '2026-11-23' }, '2026-11-23')).toEqual([]);
  });
});
