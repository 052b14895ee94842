import { describe, expect, it } from '@jest/globals';
import { getCommentBlockers, isEditable, isReadable, stateOf } from './comment.rules.js';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 12, minutes));
const comment = { createdAt: at(0), hiddenAt: null, removedAt: null, heldAt: null };

describe('a comment', () => {
  it('can be edited until its minutes are over', () => {
    expect(isEditable(comment, 15, at(14))).toBe(true);
    expect(isEditable(comment, 15, at(15))).toBe(false);
  });

  it('cannot be edited once it is hidden', () => {
    expect(isEditable({ ...comment, hiddenAt: at(1) }, 15, at(2))).toBe(false);
  });

  it('that its author took back stays taken back when it is hidden too', () => {
    expect(stateOf({ hiddenAt: at(1), removedAt: at(2), heldAt: null })).toBe('removed');
  });

  it('that is held back cannot be read by everyone', () => {
    expect(isReadable({ ...comment, heldAt: at(0) })).toBe(false);
  });
});

describe('a thread', () => {
  it('says every reason why nobody can write in it', () => {
    const thread = { lockedAt: at(0), lockReason: 'Debatten gentager sig.' };
    expect(getCommentBlockers(thread, { expired: true, validTo: '2024-12-31' })).toEqual([
      { type: 'policy-expired', validTo: '2024-12-31' },
      { type: 'thread-locked', reason: 'Debatten gentager sig.' },
    ]);
    expect(
      getCommentBlockers({ lockedAt: null, lockReason: null }, { expired: false, validTo: null }),
    ).toEqual([]);
  });
});
