import { describe, expect, it } from '@jest/globals';
import { getAppealBlockers, getAppealDecisionBlockers, getAppealFaults } from './appeal.rules.js';

const until = new Date('2026-06-02T00:00:00Z');
const subject = { concerns: true, restricts: true, superseded: false, appealed: false, until };

describe('an appeal', () => {
  it('can be made to the last moment, and no later', () => {
    expect(getAppealBlockers(subject, until)).toEqual([]);
    expect(getAppealBlockers(subject, new Date(until.getTime() + 1))).toEqual([
      { type: 'appeal-period-over' },
    ]);
  });

  it.each([
    [{ concerns: false }, 'not-yours'],
    [{ restricts: false }, 'not-appealable'],
    [{ superseded: true }, 'no-longer-so'],
    [{ appealed: true }, 'already-appealed'],
  ])('is not made where %j', (change, type) => {
    expect(getAppealBlockers({ ...subject, ...change }, new Date(0))).toEqual([{ type }]);
  });
});

describe('deciding an appeal', () => {
  const appeal = { decided: false, appellantId: 'ida', authorId: 'ida', decidedByIds: ['mo', 'ma'] };

  it('is for somebody who had no part in it', () => {
    expect(getAppealDecisionBlockers(appeal, 'bo')).toEqual([]);
    expect(getAppealDecisionBlockers(appeal, 'mo')).toEqual([{ type: 'own-decision' }]);
    expect(getAppealDecisionBlockers(appeal, 'ma')).toEqual([{ type: 'own-decision' }]);
  });

  it('is not for who appealed, nor for who wrote what it is about', () => {
    expect(getAppealDecisionBlockers(appeal, 'ida')).toEqual([{ type: 'own-appeal' }]);
    expect(getAppealDecisionBlockers({ ...appeal, appellantId: null }, 'ida')).toEqual([
      { type: 'own-appeal' },
    ]);
  });

  it('is done once', () => {
    expect(getAppealDecisionBlockers({ ...appeal, decided: true }, 'bo')).toEqual([
      { type: 'already-decided' },
    ]);
  });

  it('needs reasons, and a rule where it hides something', () => {
    expect(getAppealFaults({ outcome: 'turned-down', text: '', hides: false })).toEqual([
      { field: 'text', code: 'required' },
    ]);
    expect(getAppealFaults({ outcome: 'upheld', text: 'Ja', hides: true })).toEqual([
      { field: 'text', code: 'too-short', limits: { min: 3 } },
      { field: 'reasonCode', code: 'required' },
    ]);
    expect(getAppealFaults({ outcome: 'turned-down', text: 'Nej tak', hides: true })).toEqual([]);
  });
});
