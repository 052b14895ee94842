import { describe, expect, it } from '@jest/globals';
import { getRulesFaults, rulesOf, valuesOf } from './rules-values.js';

const off = {
  version: 3,
  holdAll: false,
  newAccountDays: null,
  holdLinks: false,
  officeHours: null,
  words: [],
  perMinute: null,
  perHour: null,
  duplicateHours: null,
  floodPeople: null,
};
const on = {
  version: 3,
  holdAll: true,
  newAccountDays: 14,
  holdLinks: true,
  officeHours: { days: [1, 3], from: '09:00', to: '15:00' },
  words: [
    { word: 'tosse*', effect: 'hold' as const },
    { word: 'idiot', effect: 'refuse' as const },
  ],
  perMinute: 3,
  perHour: 20,
  duplicateHours: 48,
  floodPeople: 5,
};

describe('the form of the rules for contributions', () => {
  it.each([
    ['off', off],
    ['on', on],
  ])('gives back what it was given: everything %s', (_, rules) => {
    expect(rulesOf(valuesOf(rules), 3)).toEqual(rules);
  });

  it('reads a word from each line, and each word once', () => {
    const values = { ...valuesOf(off), holdWords: ' klam \n\nen klam tosse\nklam' };
    expect(rulesOf(values, 3).words).toEqual([
      { word: 'klam', effect: 'hold' },
      { word: 'en klam tosse', effect: 'hold' },
    ]);
  });

  it('says what is no number, and what is too short to be a word', () => {
    const values = {
      ...valuesOf(off),
      newAccounts: true,
      newAccountDays: ' ',
      perMinute: 'fem',
      refuseWords: 'god\n**',
    };
    expect(getRulesFaults(values)).toEqual([
      { field: 'newAccountDays', code: 'required' },
      { field: 'perMinute', code: 'not-a-number' },
      { field: 'refuseWords', code: 'too-short', limits: { min: 2, value: '**' } },
    ]);
    expect(getRulesFaults(valuesOf(on))).toEqual([]);
  });
});
