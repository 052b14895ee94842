import { describe, expect, it } from '@jest/globals';
import { dueOf } from './due.js';

const answer = {
  outcome: 'accepted' as const,
  text: 'Ja',
  blocks: [],
  answeredAt: '2027-02-01T00:00:00.000Z',
};
const day = '2027-03-01T23:00:00.000Z';
const later = '2027-06-01T22:00:00.000Z';

describe('what a step of the timeline promises', () => {
  it('is said while it is to come', () => {
    const open = { daysLeft: 3, answer: null, decideBy: null };
    expect(dueOf({ act: 'publish', until: day }, open)).toEqual({ act: 'publish', until: day });
    const handedOver = { daysLeft: null, answer: null, decideBy: day };
    expect(dueOf({ act: 'hand-over', until: day }, handedOver)).toEqual({ act: 'hand-over', until: day });
  });

  it('is not said of what is done: confirmed, read, supported or answered', () => {
    const done = { daysLeft: null, answer, decideBy: day };
    for (const act of ['ask', 'submit', 'publish', 'hand-over', 'extend', 'overdue'] as const)
      expect(dueOf({ act, until: day }, done)).toBeNull();
  });

  it('is said by the last who promised it', () => {
    const extended = { daysLeft: null, answer: null, decideBy: later };
    expect(dueOf({ act: 'hand-over', until: day }, extended)).toBeNull();
    expect(dueOf({ act: 'extend', until: later }, extended)).not.toBeNull();
  });
});
