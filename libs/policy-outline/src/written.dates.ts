const MONTHS: [RegExp, string][] = [
  [/^jan/i, '01'],
  [/^feb/i, '02'],
  [/^mar/i, '03'],
  [/^apr/i, '04'],
  [/^ma[ijy]/i, '05'],
  [/^jun/i, '06'],
  [/^jul/i, '07'],
  [/^aug/i, '08'],
  [/^sep/i, '09'],
  [/^o[kc]t/i, '10'],
  [/^nov/i, '11'],
  [/^de[cs]/i, '12'],
];
const MONTH = '(?:jan|feb|mar|apr|ma[ijy]|jun|jul|aug|sep|o[kc]t|nov|de[cs])\\p{L}{0,7}';

/** A date as documents print it; use inside a larger pattern. Read it with `isoDate`. */
export const DATE = `(?:(?:19|20)\\d{2}-\\d{2}-\\d{2}|\\d{1,2}\\.? ?(?:${MONTH})\\.? (?:19|20)\\d{2}|${MONTH} \\d{1,2}, (?:19|20)\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-] ?(?:19|20)\\d{2}|(?:${MONTH} )?(?:19|20)\\d{2})`;

/** "25. maj 2020" as "2020-05-25", "maj 2020" as "2020-05", "2020" as it is; `null` for what is no date. */
export function isoDate(printed: string): string | null {
  const text = printed.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const words = /^(\d{1,2})\.? ?(\p{L}+)\.? (\d{4})$/u.exec(text);
  if (words) return dated(words[3], monthOf(words[2] ?? ''), words[1]);
  const english = /^(\p{L}+) (\d{1,2}), (\d{4})$/u.exec(text);
  if (english) return dated(english[3], monthOf(english[1] ?? ''), english[2]);
  const digits = /^(\d{1,2})[./-](\d{1,2})[./-] ?(\d{4})$/.exec(text);
  if (digits) return dated(digits[3], (digits[2] ?? '').padStart(2, '0'), digits[1]);
  const month = /^(\p{L}+) (\d{4})$/u.exec(text);
  if (month) return monthOf(month[1] ?? '') ? `${month[2]}-${monthOf(month[1] ?? '')}` : null;
  return /^\d{4}$/.test(text) ? text : null;
}

function dated(year: string | undefined, month: string | null, day: string | undefined): string | null {
  return year && month && day && Number(month) <= 12 ? `${year}-${month}-${day.padStart(2, '0')}` : null;
}

function monthOf(word: string): string | null {
  return MONTHS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
