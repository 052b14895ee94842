import { describe, expect, it } from '@jest/globals';
import {
  getProposalFaults,
  getRestrictionBlockers,
  stateOfRestriction,
  suggestRestriction,
  type Earlier,
} from './restriction.rules.js';

const now = new Date('2026-11-23T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const warning = (days: number): Earlier => ({
  outcome: 'warning',
  days: null,
  decidedAt: ago(days),
  lifted: false,
});
const suspension = (length: number | null, days: number): Earlier => ({
  outcome: 'suspension',
  days: length,
  decidedAt: ago(days),
  lifted: false,
});

describe('the ladder', () => {
  it.each([
    ['nothing before', [], 'warning', null],
    ['a warning', [warning(10)], 'suspension', 1],
    ['two warnings', [warning(10), warning(20)], 'suspension', 1],
    ['a day', [warning(30), suspension(1, 10)], 'suspension', 7],
    ['three days', [suspension(3, 10)], 'suspension', 7],
    ['a week', [suspension(7, 10), suspension(1, 50)], 'suspension', 30],
    ['a month', [suspension(30, 40)], 'suspension', 30],
    ['one without end', [suspension(null, 40)], 'suspension', 30],
  ] as const)('after %s suggests %#', (_, earlier, kind, days) => {
    expect(suggestRestriction([...earlier], now)).toMatchObject({ kind, days });
  });

  it('says why', () => {
    expect(suggestRestriction([warning(5), suspension(7, 3), warning(800)], now).because).toEqual([
      { type: 'warned-before', count: 1, days: 0 },
      { type: 'suspended-before', count: 1, days: 7 },
      { type: 'long-ago', count: 1, days: 0 },
    ]);
    expect(suggestRestriction([], now).because).toEqual([{ type: 'first-time', count: 0, days: 0 }]);
  });

  it('does not count what was lifted, dropped or is more than a year ago', () => {
    const earlier: Earlier[] = [
      { ...warning(5), lifted: true },
      { ...suspension(7, 5), outcome: 'dropped' },
      suspension(30, 366),
    ];
    expect(suggestRestriction(earlier, now)).toMatchObject({ kind: 'warning', days: null });
  });
});

describe('a proposal', () => {
  const suggested = suggestRestriction([warning(5)], now);
  const proposal = { kind: 'suspension' as const, days: 1, facts: 'Tre hån på en dag', evidence: 2 };

  it('as suggested or milder needs no more reasons', () => {
    expect(getProposalFaults(proposal, suggested)).toEqual([]);
    expect(getProposalFaults({ ...proposal, kind: 'warning', days: null }, suggested)).toEqual([]);
  });

  it('harsher, or without end, says why', () => {
    const required = [{ field: 'deviation', code: 'required' }];
    expect(getProposalFaults({ ...proposal, days: 7 }, suggested)).toEqual(required);
    expect(getProposalFaults({ ...proposal, days: null }, suggested)).toEqual(required);
    expect(getProposalFaults({ ...proposal, days: 7, deviation: 'Truede tre gange' }, suggested)).toEqual([]);
  });

  it('rests on facts and on what was written', () => {
    expect(getProposalFaults({ ...proposal, facts: '', evidence: 0 }, suggested)).toEqual([
      { field: 'facts', code: 'required' },
      { field: 'evidence', code: 'required' },
    ]);
  });
});

describe('a suspension', () => {
  const heard = {
    own: false,
    decided: false,
    answered: false,
    answerBy: ago(-1),
    kind: 'suspension' as const,
    proposedDays: 7,
  };
  const as = { administers: false, now };

  it('waits for the hearing: for an answer, or for its time', () => {
    const decision = { outcome: 'suspension' as const, days: 7 };
    expect(getRestrictionBlockers(heard, decision, as)).toEqual([{ type: 'hearing-running' }]);
    expect(getRestrictionBlockers({ ...heard, answered: true }, decision, as)).toEqual([]);
    expect(getRestrictionBlockers({ ...heard, answerBy: now }, decision, as)).toEqual([]);
    expect(getRestrictionBlockers(heard, { outcome: 'dropped', days: null }, as)).toEqual([]);
    expect(getRestrictionBlockers(heard, { outcome: 'warning', days: null }, as)).toEqual([]);
  });

  it('is not longer than they were heard about', () => {
    const answered = { ...heard, answered: true };
    expect(getRestrictionBlockers(answered, { outcome: 'suspension', days: 8 }, as)).toEqual([
      { type: 'harsher-than-heard' },
    ]);
    expect(getRestrictionBlockers(answered, { outcome: 'suspension', days: 1 }, as)).toEqual([]);
  });

  it('without end is an administrator’s to decide', () => {
    const endless = { ...heard, answered: true, proposedDays: null };
    const decision = { outcome: 'suspension' as const, days: null };
    expect(getRestrictionBlockers(endless, decision, as)).toEqual([{ type: 'only-administrators' }]);
    expect(getRestrictionBlockers(endless, decision, { ...as, administers: true })).toEqual([]);
  });

  it('is never decided by the one it is about, nor twice', () => {
    const dropped = { outcome: 'dropped' as const, days: null };
    expect(getRestrictionBlockers({ ...heard, own: true }, dropped, as)).toEqual([{ type: 'own-case' }]);
    expect(getRestrictionBlockers({ ...heard, decided: true }, dropped, as)).toEqual([
      { type: 'already-decided' },
    ]);
  });

  it('runs to its end', () => {
    const row = { outcome: 'suspension' as const, endsAt: now, liftedAt: null };
    expect(stateOfRestriction(row, ago(1))).toBe('running');
    expect(stateOfRestriction(row, now)).toBe('ended');
    expect(stateOfRestriction({ ...row, liftedAt: ago(1) }, now)).toBe('lifted');
    expect(stateOfRestriction({ ...row, endsAt: null }, now)).toBe('running');
  });
});
