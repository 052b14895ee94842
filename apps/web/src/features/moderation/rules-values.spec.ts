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
  officeHours: { days: [1, 3], from: '09:00', to: '15:00', closed: ['2026-12-24'] },
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

  it('reads a day from each line, as it is written here or there, and says which is none', () => {
    const typed = { ...valuesOf(on), 'officeHours.closed': '24.12.2026\n31/12 2026\n2027-6-5\n' };
    expect(rulesOf(typed, 3).officeHours?.closed).toEqual(['2026-12-24', '2026-12-31', '2027-06-05']);
    expect(getRulesFaults(typed)).toEqual([]);
    expect(getRulesFaults({ ...typed, 'officeHours.closed': '30.02.2027' })).toEqual([
      { field: 'officeHours.closed', code: 'not-a-date', limits: { value: '30.02.2027' } },
    ]);
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
