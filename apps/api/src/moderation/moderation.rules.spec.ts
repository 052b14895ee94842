import { describe, expect, it } from '@jest/globals';
import {
  getDecisionBlockers,
  getDecisionFaults,
  getReportBlockers,
  getUndoBlockers,
  redact,
} from './moderation.rules.js';

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
  const contribution = {
    kind: 'comment',
    state: 'visible',
    quarantined: false,
    own: false,
    waits: true,
    administers: false,
  } as const;

  it('hides what is visible, restores what is hidden, and keeps what is reported', () => {
    expect(getDecisionBlockers(contribution, 'hide')).toEqual([]);
    expect(getDecisionBlockers(contribution, 'keep')).toEqual([]);
    expect(getDecisionBlockers({ ...contribution, state: 'hidden' }, 'restore')).toEqual([]);
  });

  it('comes too late when there is nothing left to decide', () => {
    const late = [{ type: 'already-decided' }];
    expect(getDecisionBlockers({ ...contribution, state: 'hidden' }, 'hide')).toEqual(late);
    expect(getDecisionBlockers({ ...contribution, state: 'removed' }, 'hide')).toEqual(late);
    expect(getDecisionBlockers({ ...contribution, waits: false }, 'keep')).toEqual(late);
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

  it('removes and edits what has a text, and moves comments that everyone can read or nobody', () => {
    for (const action of ['remove', 'edit', 'move'] as const)
      expect(getDecisionBlockers({ ...contribution, state: 'hidden' }, action)).toEqual([]);
    const late = [{ type: 'already-decided' }];
    expect(getDecisionBlockers({ ...contribution, quarantined: true }, 'remove')).toEqual(late);
    expect(getDecisionBlockers({ ...contribution, state: 'removed' }, 'edit')).toEqual(late);
    expect(getDecisionBlockers({ ...contribution, state: 'held' }, 'move')).toEqual(late);
    expect(getDecisionBlockers({ ...contribution, kind: 'initiative' }, 'move')).toEqual([
      { type: 'not-a-comment' },
    ]);
  });

  it('gives back what is in quarantine only by a moderator who administers too', () => {
    const removed = { ...contribution, state: 'hidden', quarantined: true } as const;
    expect(getDecisionBlockers(removed, 'restore')).toEqual([{ type: 'in-quarantine' }]);
    expect(getDecisionBlockers({ ...removed, administers: true }, 'restore')).toEqual([]);
  });

  it('to edit marks something, to move says where to', () => {
    expect(getDecisionFaults({ action: 'edit', reasonCode: 'personal-data', reason: 'Navne' })).toEqual([
      { field: 'passages', code: 'required' },
    ]);
    expect(getDecisionFaults({ action: 'move', reason: 'Hører til dér' })).toEqual([
      { field: 'threadId', code: 'required' },
    ]);
  });
});

describe('personal data', () => {
  const text = 'Ring til Bo på 12 34 56 78, ikke til Bo Berg.';

  it('is replaced where it was marked and nowhere else', () => {
    expect(
      redact(
        text,
        [
          { from: 15, text: '12 34 56 78' },
          { from: 9, text: 'Bo' },
        ],
        '[…]',
      ),
    ).toBe('Ring til […] på […], ikke til Bo Berg.');
  });

  it('is replaced once where two marks overlap or touch', () => {
    const marks = [
      { from: 15, text: '12 34' },
      { from: 18, text: '34 56' },
      { from: 23, text: ' 78' },
    ];
    expect(redact(text, marks, '[…]')).toBe('Ring til Bo på […], ikke til Bo Berg.');
  });

  it('is not replaced where the text is another by now', () => {
    expect(redact(text, [{ from: 10, text: 'Bo' }], '[…]')).toBeNull();
    expect(redact(text, [{ from: 9, text: '' }], '[…]')).toBeNull();
  });
});

describe('taking a decision back', () => {
  const decidedAt = new Date('2026-11-02T10:00:00Z');
  const decision = { action: 'hide', decidedAt, mine: true, latest: true } as const;
  const at = (minutes: number) => new Date(decidedAt.getTime() + minutes * 60_000);

  it('is for who decided, for ten minutes, while nothing was decided since', () => {
    expect(getUndoBlockers(decision, at(10))).toEqual([]);
    expect(getUndoBlockers(decision, at(11))).toEqual([{ type: 'too-late' }]);
    expect(getUndoBlockers({ ...decision, mine: false }, at(1))).toEqual([{ type: 'not-yours' }]);
    expect(getUndoBlockers({ ...decision, latest: false }, at(1))).toEqual([{ type: 'already-decided' }]);
    expect(getUndoBlockers({ ...decision, action: 'undo' }, at(1))).toEqual([{ type: 'already-decided' }]);
  });
});
