import { describe, expect, it } from '@jest/globals';
import { protectedCounts } from './small-numbers.rules.js';

describe('small numbers', () => {
  it('are told where nobody could be known by them, and where there is nobody', () => {
    expect(protectedCounts([[12, 0, 5]])).toEqual([[12, 0, 5]]);
  });

  it('are kept back with another, so that the sum gives none of them away', () => {
    expect(protectedCounts([[40, 3]])).toEqual([[null, null]]);
    expect(protectedCounts([[40, 3, 12]])).toEqual([[40, null, null]]);
    expect(protectedCounts([[3, 0]])).toEqual([[null, null]]);
  });

  it('are kept back with enough others that their sum is no small number either', () => {
    expect(protectedCounts([[1, 1, 0, 7, 30]])).toEqual([[null, null, 0, null, 30]]);
    expect(protectedCounts([[2, 3, 30]])).toEqual([[null, null, 30]]);
  });

  it('cannot be found through rows and columns', () => {
    const counts = [
      [20, 3, 30],
      [15, 10, 12],
      [9, 18, 40],
    ];
    const kept = protectedCounts(counts);
    expect(kept[0]![1]).toBe(null);
    const columns = kept[0]!.map((_, column) => kept.map((row) => row[column]));
    for (const line of [...kept, ...columns]) expect(line.filter((cell) => cell === null).length).not.toBe(1);
    expect(kept.flat().filter((cell) => cell !== null).length).toBeGreaterThanOrEqual(5);
  });
});
