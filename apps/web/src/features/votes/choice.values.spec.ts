import { expect, it } from '@jest/globals';
import { choiceOf, faultsOf, isBlank, valuesOf } from './choice.values.js';

const NOTHING = { single: '', chosen: [], ranked: [], numbers: {} };

it('says before it is sent that more are chosen than may be', () => {
  const vote = { kind: 'choose', most: 2 } as const;
  expect(faultsOf(vote, { ...NOTHING, chosen: ['o1', 'o2', 'o3'] })).toEqual([
    { field: 'chosen', code: 'too-many', limits: { max: 2 } },
  ]);
  expect(faultsOf(vote, { ...NOTHING, chosen: ['o1', 'o2'] })).toEqual([]);
  expect(faultsOf({ kind: 'ranking', most: null }, NOTHING)).toEqual([]);
});

it('says of which option a number cannot be, and of the sum once', () => {
  const faults = (kind: 'scores' | 'allotment', numbers: Record<string, string>) =>
    faultsOf({ kind, most: 100 }, { ...NOTHING, numbers });
  expect(faults('allotment', { o1: '-5', o2: '105' })).toEqual([
    { field: 'option-o1', code: 'too-small', limits: { min: 0 } },
  ]);
  expect(faults('allotment', { o1: '1.5', o2: '' })).toEqual([{ field: 'option-o1', code: 'not-a-number' }]);
  expect(faults('allotment', { o1: '150' })).toEqual([
    { field: 'numbers', code: 'too-large', limits: { most: 100, given: 150 } },
  ]);
  expect(faults('allotment', { o1: '40', o2: '50' })).toEqual([
    { field: 'numbers', code: 'too-small', limits: { most: 100, given: 90 } },
  ]);
  expect(faults('scores', { o1: '101', o2: '0' })).toEqual([
    { field: 'option-o1', code: 'too-large', limits: { max: 100 } },
  ]);
  const whole: Record<string, string>[] = [{}, { o1: '0' }, { o1: '30', o2: '70' }];
  for (const numbers of whole) expect(faults('allotment', numbers)).toEqual([]);
});

it('asks for an answer where one must be given', () => {
  const vote = { kind: 'for-against', most: null } as const;
  expect(faultsOf(vote, NOTHING)).toEqual([{ field: 'single', code: 'required' }]);
  expect(faultsOf(vote, { ...NOTHING, single: 'blank' })).toEqual([]);
});

it('is blank where nothing is chosen, of each kind', () => {
  for (const [kind, most] of [
    ['choose', 1],
    ['choose', 2],
    ['ranking', null],
    ['scores', 5],
    ['allotment', 100],
  ] as const) {
    expect(isBlank(choiceOf({ kind, most }, valuesOf({ kind, most, mine: null }))!)).toBe(true);
  }
  expect(isBlank(choiceOf({ kind: 'scores', most: 5 }, { ...NOTHING, numbers: { o1: '0' } })!)).toBe(false);
});
