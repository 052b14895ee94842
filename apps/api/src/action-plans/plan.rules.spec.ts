import { describe, expect, it } from '@jest/globals';
import { getMissingColumns, getPublicationBlockers, isWithinFrame, nextNumber } from './plan.rules.js';

const complete = {
  description: 'Tre huse holder åbent.',
  successCriterion: '',
  indicator: 'Besøg',
  targetValue: '6.000',
  responsible: 'Center for Kultur',
  schedule: '',
  startsOn: '2027-01-01',
  endsOn: null,
  economyText: 'Inden for rammen',
  economyAmount: null,
  status: 'started' as const,
  result: '',
};

describe('a plan', () => {
  it('is published with a title and at least one action', () => {
    expect(getPublicationBlockers({ title: ' ' }, 0)).toEqual([{ type: 'no-title' }, { type: 'no-actions' }]);
    expect(getPublicationBlockers({ title: 'Handleplan 2027' }, 1)).toEqual([]);
  });

  it('numbers a new action after the last of its focus area', () => {
    expect(nextNumber(2, [])).toBe('2.1');
    expect(nextNumber(2, ['2.1', '2.10', 'ny'])).toBe('2.11');
  });
});

describe('an action', () => {
  it('says what a council would ask about', () => {
    expect(getMissingColumns(complete, 3)).toEqual([]);
    const empty = {
      ...complete,
      description: '',
      indicator: '',
      targetValue: '',
      responsible: '',
      startsOn: null,
      economyText: '',
    };
    expect(getMissingColumns(empty, 0)).toEqual([
      'description',
      'input',
      'indicator',
      'responsible',
      'schedule',
      'economy',
    ]);
  });

  it('that is done is expected to tell what came of it', () => {
    expect(getMissingColumns({ ...complete, status: 'done' }, 1)).toEqual(['result']);
  });

  it('that is dropped lacks nothing', () => {
    expect(getMissingColumns({ ...complete, status: 'dropped', responsible: '' }, 0)).toEqual([]);
  });

  it('within the frame costs something, and no sum of its own', () => {
    for (const text of [
      'Inden for rammen',
      'inden for budgetrammen.',
      'Inom ram',
      'Inom befintlig budgetram',
    ])
      expect(isWithinFrame(text, null)).toBe(true);
    expect(isWithinFrame('Inden for rammen', 50_000)).toBe(false);
    expect(isWithinFrame('Af puljen til folkeoplysning', null)).toBe(false);
    expect(isWithinFrame('', null)).toBe(false);
  });
});
