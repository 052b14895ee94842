import { expect, it } from '@jest/globals';
import { faultsOf } from './choice.values.js';

it('says before it is sent that more are chosen than may be', () => {
  const vote = { kind: 'choose', most: 2 } as const;
  expect(faultsOf(vote, { chosen: ['o1', 'o2', 'o3'] })).toEqual([
    { field: 'chosen', code: 'too-many', limits: { max: 2 } },
  ]);
  expect(faultsOf(vote, { chosen: ['o1', 'o2'] })).toEqual([]);
  expect(faultsOf({ kind: 'ranking', most: null }, { chosen: [] })).toEqual([]);
});
