import { describe, expect, it } from '@jest/globals';
import { dueOf } from './due.js';

const day = '2027-03-01T23:00:00.000Z';

describe('what a step of the timeline promises', () => {
  it('is until when it can be supported, while it can', () => {
    expect(dueOf({ act: 'publish', until: day }, { daysLeft: 3 })).toBe(day);
    expect(dueOf({ act: 'publish', until: day }, { daysLeft: null })).toBeNull();
  });

  it('is not when an answer is due, which is said once below all steps', () => {
    for (const act of ['ask', 'submit', 'hand-over', 'extend', 'overdue'] as const)
      expect(dueOf({ act, until: day }, { daysLeft: 3 })).toBeNull();
  });
});
