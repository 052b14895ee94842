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
  'officeHours.closed': string;
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
const A_WEEK: NonNullable<Rules['officeHours']> = { days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' };

export const valuesOf = (rules: Rules): RulesValues => {
  const { days, from, to, closed = [] } = rules.officeHours ?? A_WEEK;
  return {
    before: rules.holdAll ? 'yes' : 'no',
    newAccounts: rules.newAccountDays !== null,
    newAccountDays: textOf(rules.newAccountDays ?? 7),
    holdLinks: rules.holdLinks,
    outside: rules.officeHours !== null,
    'officeHours.days': days.map(String),
    'officeHours.from': from,
    'officeHours.to': to,
    'officeHours.closed': closed.join('\n'),
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
/** "24.12.2026", "24/12 2026" and "2026-12-24" are the same day; null: it is none. */
const dayOf = (line: string): string | null => {
  const [, year, month, day] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(line) ??
    (([, d, m, y]) => ['', y, m, d])(/^(\d{1,2})[./]\s*(\d{1,2})[./\s]\s*(\d{4})$/.exec(line) ?? []);
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : null;
};

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
        closed: wordsOf(values['officeHours.closed']).map((line) => dayOf(line) ?? line),
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
  const noDay = values.outside && wordsOf(values['officeHours.closed']).find((line) => !dayOf(line));
  if (noDay) faults.push({ field: 'officeHours.closed', code: 'not-a-date', limits: { value: noDay } });
  for (const field of ['holdWords', 'refuseWords'] as const) {
    const words = wordsOf(values[field]);
    const short = words.find((word) => !/[\p{L}\p{N}]{2}/u.test(word));
    const long = words.find((word) => word.length > LONGEST_WORD);
    if (short) faults.push({ field, code: 'too-short', limits: { min: 2, value: short } });
    else if (long) faults.push({ field, code: 'too-long', limits: { max: LONGEST_WORD, value: long } });
  }
  return faults;
}
