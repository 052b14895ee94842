import type { Schema } from '@medvind/api-client';
import type { FieldProblem } from '@medvind/contracts';

type Rules = Schema<'ContributionRulesInput'>;

/** The form's fields, where they can be by the names the API gives their faults. */
export interface RulesValues {
  before: 'yes' | 'no';
  newAccounts: boolean;
  newAccountDays: string;
  holdLinks: boolean;
  outside: boolean;
  'officeHours.days': string[];
  'officeHours.from': string;
  'officeHours.to': string;
  /** One on each line. */
  holdWords: string;
  refuseWords: string;
  perMinute: string;
  perHour: string;
  duplicateHours: string;
  floodPeople: string;
}

const textOf = (number: number | null): string => (number === null ? '' : String(number));
const linesOf = (words: Rules['words'], effect: string): string =>
  words
    .filter((listed) => listed.effect === effect)
    .map(({ word }) => word)
    .join('\n');

/** What one begins with where nothing is set. */
const A_WEEK = { days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' };

export const valuesOf = (rules: Rules): RulesValues => {
  const { days, from, to } = rules.officeHours ?? A_WEEK;
  return {
    before: rules.holdAll ? 'yes' : 'no',
    newAccounts: rules.newAccountDays !== null,
    newAccountDays: textOf(rules.newAccountDays ?? 7),
    holdLinks: rules.holdLinks,
    outside: rules.officeHours !== null,
    'officeHours.days': days.map(String),
    'officeHours.from': from,
    'officeHours.to': to,
    holdWords: linesOf(rules.words, 'hold'),
    refuseWords: linesOf(rules.words, 'refuse'),
    perMinute: textOf(rules.perMinute),
    perHour: textOf(rules.perHour),
    duplicateHours: textOf(rules.duplicateHours),
    floodPeople: textOf(rules.floodPeople),
  };
};

const wordsOf = (lines: string): string[] => [
  ...new Set(
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];
const numberOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed));

/** @param version the one that is changed */
export const rulesOf = (values: RulesValues, version: number): Rules => ({
  version,
  holdAll: values.before === 'yes',
  newAccountDays: values.newAccounts ? numberOf(values.newAccountDays) : null,
  holdLinks: values.holdLinks,
  officeHours: values.outside
    ? {
        days: values['officeHours.days'].map(Number).toSorted((a, b) => a - b),
        from: values['officeHours.from'],
        to: values['officeHours.to'],
      }
    : null,
  words: (['hold', 'refuse'] as const).flatMap((effect) =>
    wordsOf(values[`${effect}Words`]).map((word) => ({ word, effect })),
  ),
  perMinute: numberOf(values.perMinute),
  perHour: numberOf(values.perHour),
  duplicateHours: numberOf(values.duplicateHours),
  floodPeople: numberOf(values.floodPeople),
});

const NUMBERS = ['newAccountDays', 'perMinute', 'perHour', 'duplicateHours', 'floodPeople'] as const;
const LONGEST_WORD = 100;

/** What the API could not see: something that is no number would be sent as none, and switch a rule off. */
export function getRulesFaults(values: RulesValues): FieldProblem[] {
  const faults: FieldProblem[] = [];
  if (values.newAccounts && values.newAccountDays.trim() === '')
    faults.push({ field: 'newAccountDays', code: 'required' });
  for (const field of NUMBERS)
    if (!/^\s*\d*\s*$/.test(values[field])) faults.push({ field, code: 'not-a-number' });
  for (const field of ['holdWords', 'refuseWords'] as const) {
    const words = wordsOf(values[field]);
    const short = words.find((word) => !/[\p{L}\p{N}]{2}/u.test(word));
    const long = words.find((word) => word.length > LONGEST_WORD);
    if (short) faults.push({ field, code: 'too-short', limits: { min: 2, value: short } });
    else if (long) faults.push({ field, code: 'too-long', limits: { max: LONGEST_WORD, value: long } });
  }
  return faults;
}
