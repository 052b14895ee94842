import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { VoterTable } from './voter.table.js';

const voter = (number: number) => createHash('sha256').update(String(number)).digest().subarray(0, 16);

describe('the table of voters', () => {
  it('knows each voter’s last entry however many there are', () => {
    const table = new VoterTable();
    for (let index = 0; index < 20_000; index++) expect(table.next(voter(index), 1, index)).toBeNull();
    for (let index = 0; index < 20_000; index++)
      expect(table.next(voter(index), 2, 20_000 + index)).toBe(index);
    expect(table.next(voter(5), 2, 40_000)).toBe('out-of-turn');
    expect(table.next(voter(20_001), 2, 40_000)).toBe('out-of-turn');
    expect(table.size).toBe(20_000);
  });
});
