import { describe, expect, it } from '@jest/globals';
import {
  getChoiceFaults,
  getPaperFaults,
  outcomeOf,
  Tally,
  type Choice,
  type VotePaper,
  type VoteResult,
} from './vote-counting.js';

const counted = (paper: VotePaper, ballots: readonly (readonly [number, Choice])[]): VoteResult => {
  const tally = new Tally(paper);
  for (const [times, choice] of ballots) for (let i = 0; i < times; i++) tally.add(choice);
  return tally.result();
};
const letters = (text: string) => [...text];
const ranking = (options: string, method: 'borda' | 'schulze' = 'schulze'): VotePaper => ({
  kind: 'ranking',
  method,
  options: letters(options),
});
const order = ({ standings }: VoteResult) =>
  standings.map(({ option, rank }) => `${rank}${option}`).join(' ');

describe('Schulze', () => {
  it('comes to what Schulze 2011 works out in section 3.1', () => {
    const result = counted(ranking('abcd'), [
      [8, letters('acdb')],
      [2, letters('badc')],
      [4, letters('cdba')],
      [4, letters('dbac')],
      [3, letters('dcba')],
    ]);
    expect(result.pairs).toEqual([
      [0, 8, 14, 10],
      [13, 0, 6, 2],
      [7, 15, 0, 12],
      [11, 19, 9, 0],
    ]);
    expect(result.paths).toEqual([
      [0, 14, 14, 12],
      [13, 0, 13, 12],
      [13, 15, 0, 12],
      [13, 19, 13, 0],
    ]);
    expect(order(result)).toBe('1d 2a 3c 4b');
    expect(result.winners).toEqual(['d']);
  });

  it('comes to E before A, C, B and D for the 45 voters of the example everybody cites', () => {
    const result = counted(ranking('ABCDE'), [
      [5, letters('ACBED')],
      [5, letters('ADECB')],
      [8, letters('BEDAC')],
      [3, letters('CABED')],
      [7, letters('CAEBD')],
      [2, letters('CBADE')],
      [7, letters('DCEBA')],
      [8, letters('EBADC')],
    ]);
    expect(order(result)).toBe('1E 2A 3C 4B 5D');
  });

  it('states a tie and breaks none', () => {
    const result = counted(ranking('abc'), [
      [1, letters('abc')],
      [1, letters('bca')],
      [1, letters('cab')],
    ]);
    expect(result.winners).toEqual(['a', 'b', 'c']);
    expect(result.standings.every(({ rank, tied }) => rank === 1 && tied)).toBe(true);
    expect(outcomeOf(ranking('abc'), result, { quorum: null, majority: 'most' }).kind).toBe('tied');
  });

  it('puts what a ballot leaves out together behind what it ranks', () => {
    expect(counted(ranking('abc'), [[1, ['b']]]).pairs).toEqual([
      [0, 0, 0],
      [1, 0, 1],
      [0, 0, 0],
    ]);
  });

  it('elects whoever wins against every other one, with any ballots', () => {
    let seed = 7;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    let found = 0;
    for (let round = 0; round < 200; round++) {
      const result = counted(
        ranking('abcd'),
        Array.from({ length: 15 }, () => [1, letters('abcd').toSorted(() => random() - 0.5)] as const),
      );
      const beats = result.pairs!.map((row, i) => row.every((n, j) => i === j || n > result.pairs![j]![i]!));
      const winner = beats.indexOf(true);
      if (winner === -1) continue;
      found++;
      expect(result.winners).toEqual(['abcd'[winner]]);
    }
    expect(found).toBeGreaterThan(50);
  });
});

describe('Borda', () => {
  const capital = ranking('MNCK', 'borda');

  it('gives the capital of Tennessee to Nashville with 194 points', () => {
    const result = counted(capital, [
      [42, letters('MNCK')],
      [26, letters('NCKM')],
      [15, letters('CKNM')],
      [17, letters('KCNM')],
    ]);
    expect(result.standings.map(({ option, value }) => [option, value])).toEqual([
      ['N', 194],
      ['C', 173],
      ['M', 126],
      ['K', 107],
    ]);
  });

  it('shares the points that are left among those left out', () => {
    const { standings } = counted(capital, [[1, ['C']]]);
    expect(standings.map(({ option, value, rank }) => [option, value, rank])).toEqual([
      ['C', 3, 1],
      ['M', 1, 2],
      ['N', 1, 2],
      ['K', 1, 2],
    ]);
  });
});

describe('votes', () => {
  const options = ['a', 'b', 'c'];

  it('for, against and blank are counted apart, and blank ones are ballots', () => {
    const paper: VotePaper = { kind: 'for-against', method: 'plurality', options: ['for', 'against'] };
    const result = counted(paper, [
      [6, 'for'],
      [4, 'against'],
      [3, 'blank'],
    ]);
    expect(result).toMatchObject({ ballots: 13, blank: 3, winners: ['for'] });
    const outcome = (majority: 'half' | 'half-of-all' | 'two-thirds', quorum: number | null = null) =>
      outcomeOf(paper, result, { quorum, majority });
    expect(outcome('half')).toMatchObject({
      kind: 'decided',
      majority: { needed: 6, got: 6, of: 10, met: true },
    });
    expect(outcome('half-of-all')).toMatchObject({
      kind: 'no-majority',
      majority: { needed: 7, got: 6, of: 13, met: false },
    });
    expect(outcome('two-thirds').majority).toEqual({ needed: 7, got: 6, of: 10, met: false });
    expect(outcome('half', 14)).toMatchObject({
      kind: 'no-quorum',
      quorum: { needed: 14, got: 13, met: false },
    });
  });

  it('against need no majority for a proposal to fall', () => {
    const paper: VotePaper = { kind: 'for-against', method: 'plurality', options: ['for', 'against'] };
    const result = counted(paper, [
      [4, 'for'],
      [5, 'against'],
    ]);
    expect(outcomeOf(paper, result, { quorum: null, majority: 'two-thirds' })).toMatchObject({
      kind: 'decided',
      winners: ['against'],
      majority: { needed: 6, got: 4, met: false },
    });
  });

  it('for several options are all counted, and equals share a rank', () => {
    const result = counted({ kind: 'choose', method: 'approval', options, most: 2 }, [
      [2, ['a', 'b']],
      [1, ['c']],
      [1, []],
    ]);
    expect(order(result)).toBe('1a 1b 3c');
    expect(result).toMatchObject({ ballots: 4, blank: 1, winners: ['a', 'b'] });
  });

  it('none at all elect nobody', () => {
    const paper: VotePaper = { kind: 'choose', method: 'approval', options, most: 2 };
    for (const ballots of [[], [[2, []]]] as [number, Choice][][]) {
      const result = counted(paper, ballots);
      expect(result.winners).toEqual([]);
      expect(outcomeOf(paper, result, { quorum: null, majority: 'half' }).kind).toBe('no-ballots');
    }
  });
});

describe('scores', () => {
  it('are averaged over those who gave one, told with their spread, and compared exactly', () => {
    const paper: VotePaper = { kind: 'scores', method: 'average', options: ['a', 'b', 'c'], most: 5 };
    const result = counted(paper, [
      [1, { a: 5, b: 1 }],
      [2, { a: 0, b: 2 }],
    ]);
    expect(result.standings).toEqual([
      { option: 'a', rank: 1, tied: true, value: 5 / 3, named: 3, spread: [2, 0, 0, 0, 0, 1] },
      { option: 'b', rank: 1, tied: true, value: 5 / 3, named: 3, spread: [0, 1, 2, 0, 0, 0] },
      { option: 'c', rank: 3, tied: false, value: 0, named: 0, spread: [0, 0, 0, 0, 0, 0] },
    ]);
  });
});

describe('a sum', () => {
  it('is added up by option', () => {
    const paper: VotePaper = { kind: 'allotment', method: 'sum', options: ['a', 'b'], most: 100 };
    const result = counted(paper, [
      [1, { a: 100 }],
      [1, { a: 30, b: 70 }],
    ]);
    expect(result.standings.map(({ option, value, named }) => [option, value, named])).toEqual([
      ['a', 130, 2],
      ['b', 70, 1],
    ]);
  });
});

describe('a tally', () => {
  const papers: [VotePaper, Choice[]][] = [
    [ranking('abc'), [['a', 'b', 'c'], ['c'], [], ['b', 'a']]],
    [ranking('abc', 'borda'), [['a', 'b', 'c'], ['c'], [], ['b', 'a']]],
    [
      { kind: 'scores', method: 'average', options: ['a', 'b'], most: 3 },
      [{ a: 3 }, { b: 0, a: 1 }, {}, { b: 2 }],
    ],
    [
      { kind: 'allotment', method: 'sum', options: ['a', 'b'], most: 9 },
      [{ a: 9 }, { b: 8, a: 1 }, {}, { b: 9 }],
    ],
    [{ kind: 'choose', method: 'plurality', options: ['a', 'b'], most: 1 }, [['a'], ['b'], [], ['b']]],
  ];

  it.each(papers)(
    '%j is as if what was taken out had never been counted, and goes on from its state',
    (paper, choices) => {
      const [first, second, third, fourth] = choices as [Choice, Choice, Choice, Choice];
      const straight = new Tally(paper);
      for (const choice of [second, third]) straight.add(choice);
      const roundabout = new Tally(paper);
      for (const choice of [first, second, fourth]) roundabout.add(choice);
      const resumed = new Tally(paper, JSON.parse(JSON.stringify(roundabout.toState())));
      resumed.remove(first);
      resumed.remove(fourth);
      resumed.add(third);
      expect(resumed.result()).toEqual(straight.result());
    },
  );
});

describe('a ballot', () => {
  const faults = (paper: VotePaper, choice: unknown) =>
    getChoiceFaults(paper, choice).map(({ type }) => type);

  it('that breaks its paper’s rule is named for it', () => {
    const choose: VotePaper = { kind: 'choose', method: 'approval', options: ['a', 'b', 'c'], most: 2 };
    expect(getChoiceFaults(choose, ['a', 'b', 'c'])).toEqual([
      { type: 'too-many-options', most: 2, given: 3 },
    ]);
    expect(faults(choose, ['a', 'a'])).toEqual(['option-twice']);
    expect(faults(choose, ['x'])).toEqual(['unknown-option']);
    expect(faults(choose, 'a')).toEqual(['not-a-choice']);
    expect(faults(choose, [])).toEqual([]);
    const scores: VotePaper = { kind: 'scores', method: 'average', options: ['a', 'b'], most: 5 };
    expect(faults(scores, { a: 6 })).toEqual(['score-out-of-range']);
    expect(faults(scores, { a: 1.5 })).toEqual(['score-out-of-range']);
    expect(faults(scores, { constructor: 1 })).toEqual(['unknown-option']);
    expect(faults(scores, { a: 0 })).toEqual([]);
    const allotment: VotePaper = { kind: 'allotment', method: 'sum', options: ['a', 'b'], most: 10 };
    expect(getChoiceFaults(allotment, { a: 4, b: 5 })).toEqual([{ type: 'sum-not-met', sum: 10, given: 9 }]);
    expect(faults(allotment, { a: -1, b: 11 })).toEqual(['score-out-of-range', 'score-out-of-range']);
    expect(faults(allotment, { a: 10 })).toEqual([]);
    for (const shape of [null, undefined, 3, true, [1], { a: 'b' }])
      for (const paper of [choose, scores, allotment]) expect(faults(paper, shape)).not.toEqual([]);
  });

  it('cannot be cast on a paper that makes no sense', () => {
    const types = (paper: VotePaper) => getPaperFaults(paper).map(({ type }) => type);
    expect(types({ kind: 'ranking', method: 'sum', options: ['a', 'b'] })).toEqual(['method-not-of-kind']);
    expect(types({ kind: 'choose', method: 'approval', options: ['a'], most: 1 })).toEqual(['options']);
    expect(types({ kind: 'choose', method: 'plurality', options: ['a', 'b'], most: 2 })).toEqual(['most']);
    expect(types({ kind: 'ranking', method: 'borda', options: ['a', 'a'] })).toEqual(['option-twice']);
    expect(types({ kind: 'scores', method: 'average', options: ['a', 'b'], most: 5 })).toEqual([]);
  });
});
