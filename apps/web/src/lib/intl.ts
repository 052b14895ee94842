const LOCALES: Record<string, string> = { da: 'da-DK', sv: 'sv-SE', en: 'en-GB' };
/** Both shores of the Sound keep the same time; a page rendered elsewhere shows it too. */
const TIME_ZONE = 'Europe/Copenhagen';

export type Moment = Date | string | number;

// Intl's objects are dear to make and are asked for on every line of a list.
const made = new Map<string, unknown>();
function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

const localeOf = (language: string): string => LOCALES[language] ?? 'en-GB';

export const formatNumber = (
  language: string,
  value: number,
  options: Intl.NumberFormatOptions = {},
): string =>
  once(
    `n${language}${JSON.stringify(options)}`,
    () => new Intl.NumberFormat(localeOf(language), options),
  ).format(value);

/** `share` from 0 to 1, as whole per cent. */
export const formatPercent = (language: string, share: number): string =>
  formatNumber(language, share, { style: 'percent', maximumFractionDigits: 0 });

const DATES = {
  /** 3. marts 2026 */
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  /** 3. marts 2026 kl. 14.05 */
  moment: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  /** 14.05 */
  time: { hour: '2-digit', minute: '2-digit' },
  /** 3. mar. 2026, for tables */
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  /** marts 2026 */
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof DATES;

export const formatDate = (language: string, value: Moment, style: DateStyle = 'date'): string =>
  once(
    `d${language}${style}`,
    () => new Intl.DateTimeFormat(localeOf(language), { timeZone: TIME_ZONE, ...DATES[style] }),
  ).format(new Date(value));

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "for 5 minutter siden", "i går"; from a week on the date says more. */
export function formatAgo(language: string, value: Moment, now: Moment = Date.now()): string {
  const difference = new Date(value).getTime() - new Date(now).getTime();
  if (Math.abs(difference) >= 7 * 86_400_000) return formatDate(language, value);
  // Within the minute: "nu", not "dette minut".
  const [unit, length] = STEPS.find(([, step]) => Math.abs(difference) >= step) ?? ['second', 60_000];
  return once(
    `r${language}`,
    () => new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }),
  ).format(Math.trunc(difference / length), unit);
}

/** "jord, luft og vand"; with `or` "jord, luft eller vand". */
export const formatList = (language: string, items: string[], last: 'and' | 'or' = 'and'): string =>
  once(
    `${last}${language}`,
    () => new Intl.ListFormat(localeOf(language), { type: last === 'or' ? 'disjunction' : 'conjunction' }),
  ).format(items);
