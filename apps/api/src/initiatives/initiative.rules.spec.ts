import { describe, expect, it } from '@jest/globals';
import {
  daysLeft,
  getAnswerBlockers,
  getIncompleteFields,
  getParticipationBlockers,
  getPublicationBlockers,
  getSupportBlockers,
  getWithdrawalBlockers,
  stateAt,
} from './initiative.rules.js';
import { PLAIN_SCHEME, plainScheme } from './scheme.presets.js';

const deadline = new Date('2026-12-01T23:00:00Z');
const before = new Date('2026-11-23T12:00:00Z');
const after = new Date('2026-12-02T12:00:00Z');
const collecting = {
  status: 'collecting' as const,
  deadline,
  hiddenAt: null,
  proposerId: 'ida',
  threshold: 100,
  publishedAt: new Date('2026-09-02T12:00:00Z'),
};
const open = { expired: false, validTo: null };

describe('an initiative', () => {
  it('has run out at its deadline, whether or not anybody wrote it down', () => {
    expect(stateAt(collecting, before)).toBe('collecting');
    expect(stateAt(collecting, deadline)).toBe('expired');
    expect(stateAt({ ...collecting, status: 'reached' }, after)).toBe('reached');
  });

  it('counts the days to its last one, which is the day the deadline ends', () => {
    expect(daysLeft(collecting, before)).toBe(8);
    expect(daysLeft(collecting, new Date('2026-12-01T08:00:00Z'))).toBe(0);
    expect(daysLeft(collecting, after)).toBeNull();
  });

  it('collects after its threshold, until its deadline', () => {
    expect(getSupportBlockers({ ...collecting, status: 'reached' }, 'per', before)).toEqual([]);
    expect(getSupportBlockers({ ...collecting, status: 'reached' }, 'per', after)).toEqual([
      { type: 'initiative-not-collecting', state: 'reached' },
    ]);
  });

  it('says every reason why it cannot be supported', () => {
    expect(
      getSupportBlockers({ ...collecting, hiddenAt: before, status: 'withdrawn' }, 'ida', before),
    ).toEqual([
      { type: 'contribution-hidden' },
      { type: 'initiative-not-collecting', state: 'withdrawn' },
      { type: 'own-initiative' },
    ]);
  });

  it('takes those who will take part when it is reached or answered too, and nobody once it failed', () => {
    expect(getParticipationBlockers({ ...collecting, status: 'decided' }, after)).toEqual([]);
    expect(getParticipationBlockers(collecting, after)).toMatchObject([{ state: 'expired' }]);
  });

  it('is answered once enough support it or its time is over', () => {
    expect(getAnswerBlockers(collecting, before)).toMatchObject([
      { type: 'initiative-not-answerable', state: 'collecting' },
    ]);
    expect(getAnswerBlockers(collecting, after)).toEqual([]);
    expect(getAnswerBlockers({ ...collecting, status: 'reached' }, before)).toEqual([]);
  });

  it('can be taken back while it collects, and not once it is history', () => {
    const blockers = (change: object, now: Date, holdsMerged = false) =>
      getWithdrawalBlockers({ ...collecting, ...change }, holdsMerged, now).map(({ type }) => type);
    expect(blockers({ status: 'draft', deadline: null, publishedAt: null }, before)).toEqual([]);
    expect(blockers({}, before)).toEqual([]);
    expect(blockers({}, after)).toEqual(['initiative-not-collecting']);
    expect(blockers({ status: 'decided' }, before)).toEqual(['initiative-not-collecting']);
  });

  it('is nobody’s to take back alone once it is merged, whichever of the two it is', () => {
    expect(getWithdrawalBlockers({ ...collecting, mergedIntoId: 'other' }, false, before)).toEqual([
      { type: 'merged-not-withdrawable' },
    ]);
    expect(getWithdrawalBlockers(collecting, true, before)).toEqual([{ type: 'merged-not-withdrawable' }]);
  });
});

describe('a draft', () => {
  it('says every reason why it cannot be published', () => {
    const expired = { expired: true, validTo: '2024-12-31' };
    expect(
      getPublicationBlockers(
        { status: 'draft' },
        expired,
        plainScheme(1, { closesOn: '2026-11-22' }),
        '2026-11-23',
      ),
    ).toEqual([
      { type: 'policy-expired', validTo: '2024-12-31' },
      { type: 'rule-closed', closesOn: '2026-11-22' },
    ]);
    expect(getPublicationBlockers({ status: 'draft' }, open, null, '2026-11-23')).toEqual([
      { type: 'rule-missing' },
    ]);
    expect(
      getPublicationBlockers(
        { status: 'draft' },
        open,
        plainScheme(1, { closesOn: '2026-11-23' }),
        '2026-11-23',
      ),
    ).toEqual([]);
    expect(getPublicationBlockers({ status: 'collecting' }, open, PLAIN_SCHEME, '2026-11-23')).toEqual([
      { type: 'initiative-published' },
    ]);
  });

  it('says which fields it lacks', () => {
    expect(getIncompleteFields({ title: 'Bænke', text: 'For kort' }, PLAIN_SCHEME)).toEqual([
      { field: 'text', code: 'too-short', limits: { min: 20 } },
    ]);
    expect(getIncompleteFields({ title: 'Bænke', text: '' }, PLAIN_SCHEME)).toEqual([
      { field: 'text', code: 'required' },
    ]);
  });
});
