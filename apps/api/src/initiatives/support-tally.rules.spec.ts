import { describe, expect, it } from '@jest/globals';
import { tallyOf } from './support-tally.rules.js';

const tally = (all: number, paper: number, ...counts: number[]) =>
  tallyOf({ all, paper, districts: counts.map((count, at) => ({ name: `D${at}`, count })) });
const cells = ({ paper, notStated, districts }: ReturnType<typeof tally>) => [
  paper,
  notStated,
  ...districts.map(({ count }) => count),
];

describe('where support came from', () => {
  it('is told by district, with who did not say and who signed on paper beside them', () => {
    expect(tally(60, 10, 20, 5)).toEqual({
      all: 60,
      paper: 10,
      online: 50,
      notStated: 25,
      districts: [
        { name: 'D0', count: 20 },
        { name: 'D1', count: 5 },
      ],
    });
  });

  it('does not tell what is online where that would tell what is on paper, nor the other way round', () => {
    expect(tally(43, 3, 20, 0)).toMatchObject({ paper: null, online: null, notStated: null });
    expect(tally(20, 3)).toMatchObject({ paper: null, online: null, notStated: null });
  });

  it('cannot be worked out by subtraction, whatever the numbers are', () => {
    for (let paper = 0; paper < 8; paper++)
      for (let unknown = 0; unknown < 8; unknown++)
        for (let north = 0; north < 8; north++)
          for (let south = 0; south < 8; south++) {
            const counts = [paper, unknown, north, south];
            const told = cells(tally(paper + unknown + north + south, paper, north, south));
            const hidden = counts.filter((_, at) => told[at] === null);
            for (const [at, count] of counts.entries())
              if (count > 0 && count < 5) expect(told[at]).toBe(null);
            expect(hidden).not.toHaveLength(1);
            // Nor are all of the hidden so few that their sum says how few each is, unless there is nothing else.
            if (hidden.length > 0 && hidden.length < counts.length)
              expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(5);
          }
  });
});
