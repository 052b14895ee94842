import { describe, expect, it } from '@jest/globals';
import { headlineOf } from './result.headline.js';

type Result = Parameters<typeof headlineOf>[1];

const MOTION = { kind: 'for-against', method: 'plurality' } as const;
const CHOICE = { kind: 'choose', method: 'approval' } as const;
const SUM = { kind: 'allotment', method: 'sum' } as const;
const MISSED = { needed: 2, got: 1, of: 2, met: false };
const MET = { needed: 2, got: 2, of: 2, met: true };

const resultOf = (wishes: Partial<Result>): Result => ({
  ...{ outcome: 'decided', winners: ['for'], final: true, ballots: 3, majority: null },
  ...wishes,
});

describe('the headline of a vote for or against', () => {
  it.each<[ReturnType<typeof headlineOf>, Partial<Result>]>([
    ['carried', {}],
    ['carried', { majority: MET }],
    ['fallen', { winners: ['against'] }],
    ['motionTied', { outcome: 'tied', winners: ['for', 'against'] }],
    ['motionMissed', { outcome: 'tied', winners: ['for', 'against'], majority: MISSED }],
    ['motionMissed', { outcome: 'no-majority', majority: MISSED }],
    ['motionMissed', { winners: ['against'], majority: MISSED }],
    ['motionBlank', { outcome: 'no-ballots', winners: [], majority: MISSED }],
    ['motionNoQuorum', { outcome: 'no-quorum', majority: MET }],
    ['nobody', { outcome: 'no-ballots', winners: [], ballots: 0, majority: MISSED }],
  ])('says whether it was carried: %s', (expected, wishes) => {
    expect(headlineOf(MOTION, resultOf(wishes))).toBe(expected);
  });
});

it('says of what is open nothing as if it were settled', () => {
  const said = (vote: Parameters<typeof headlineOf>[0], wishes: Partial<Result>) =>
    headlineOf(vote, resultOf({ final: false, ...wishes }));
  expect(said(MOTION, { outcome: 'no-ballots', winners: [], ballots: 0, majority: MISSED })).toBe(
    'nobodyYet',
  );
  for (const outcome of ['decided', 'no-quorum', 'no-majority'] as const)
    expect(said(MOTION, { outcome, majority: MISSED })).toBe('leading');
  expect(said(MOTION, { outcome: 'tied', winners: ['for', 'against'] })).toBe('level');
  expect(said(SUM, { winners: ['o1', 'o2'] })).toBe('leading');
  expect(said(CHOICE, { outcome: 'no-ballots', winners: [], ballots: 1 })).toBe('nothingYet');
});

it('of answers to choose from says who stands first', () => {
  expect(headlineOf(CHOICE, resultOf({ winners: ['o1'] }))).toBe('decided');
  expect(headlineOf(CHOICE, resultOf({ outcome: 'tied', winners: ['o1', 'o2'] }))).toBe('tied');
  expect(headlineOf(CHOICE, resultOf({ outcome: 'no-majority', majority: MISSED }))).toBe('no-majority');
  expect(headlineOf(SUM, resultOf({ winners: ['o1'] }))).toBe('shared');
});
