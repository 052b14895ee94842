import { describe, expect, it } from '@jest/globals';
import { getDecisionBlockers, getDecisionFaults, getReportBlockers } from './moderation.rules.js';

describe('a report', () => {
  it('can be made of what others wrote and everyone can read', () => {
    expect(getReportBlockers({ state: 'visible', own: false, waits: false })).toEqual([]);
  });

  it('says every reason why it cannot be made', () => {
    expect(getReportBlockers({ state: 'hidden', own: true, waits: true })).toEqual([
      { type: 'own-contribution' },
      { type: 'contribution-hidden' },
      { type: 'already-reported' },
    ]);
  });
});

describe('a decision', () => {
  const contribution = { state: 'visible', own: false, reports: 2 } as const;

  it('hides what is visible, restores what is hidden, and keeps what is reported', () => {
    expect(getDecisionBlockers(contribution, 'hide')).toEqual([]);
    expect(getDecisionBlockers(contribution, 'keep')).toEqual([]);
    expect(getDecisionBlockers({ ...contribution, state: 'hidden' }, 'restore')).toEqual([]);
  });

  it('comes too late when there is nothing left to decide', () => {
    const late = [{ type: 'already-decided' }];
    expect(getDecisionBlockers({ ...contribution, state: 'hidden' }, 'hide')).toEqual(late);
    expect(getDecisionBlockers({ ...contribution, state: 'removed' }, 'hide')).toEqual(late);
    expect(getDecisionBlockers({ ...contribution, reports: 0 }, 'keep')).toEqual(late);
    expect(getDecisionBlockers(contribution, 'restore')).toEqual(late);
  });

  it('is not made by the one who wrote it', () => {
    expect(getDecisionBlockers({ ...contribution, own: true }, 'keep')).toEqual([
      { type: 'own-contribution' },
    ]);
  });

  it('to hide names the rule and the reason, to restore the reason, to keep nothing', () => {
    expect(getDecisionFaults({ action: 'hide', reason: 'ja' })).toEqual([
      { field: 'reasonCode', code: 'required' },
      { field: 'reason', code: 'too-short', limits: { min: 3 } },
    ]);
    expect(getDecisionFaults({ action: 'restore' })).toEqual([{ field: 'reason', code: 'required' }]);
    expect(getDecisionFaults({ action: 'lock', reason: '' })).toEqual([
      { field: 'reason', code: 'required' },
    ]);
    expect(getDecisionFaults({ action: 'keep' })).toEqual([]);
  });
});
