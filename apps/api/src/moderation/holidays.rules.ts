const DAY = 24 * 3600_000;

/** "2026-12-24" of a moment in UTC. */
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Easter Sunday of a Gregorian year, at midnight UTC. By the rule of J. Meeus, Astronomical Algorithms (1991), ch. 8. */
function easterOf(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const days = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1);
}

/** The Saturday of the week that begins on this day. */
const saturdayFrom = (year: number, month: number, day: number): number => {
  const first = Date.UTC(year, month - 1, day);
  return first + ((6 - new Date(first).getUTCDay() + 7) % 7) * DAY;
};

/**
 * The public holidays of a year, as days ("2026-12-25") in their order; Sundays are not named.
 *
 * Denmark: the holidays of the national church, with Store Bededag until 2023 (abolished by act no. 214 of 6 March
 * 2023). Sweden: the act on public holidays (1989:253). Eves and other days off are the municipality's own to add.
 */
export function holidaysOf(country: 'da' | 'sv', year: number): string[] {
  const easter = easterOf(year);
  const afterEaster = (days: number) => easter + days * DAY;
  const on = (month: number, day: number) => Date.UTC(year, month - 1, day);
  const both = [
    on(1, 1),
    afterEaster(-2),
    afterEaster(0),
    afterEaster(1),
    afterEaster(39),
    afterEaster(49),
    on(12, 25),
    on(12, 26),
  ];
  const own =
    country === 'da'
      ? [afterEaster(-3), afterEaster(50), ...(year < 2024 ? [afterEaster(26)] : [])]
      : [on(1, 6), on(5, 1), on(6, 6), saturdayFrom(year, 6, 20), saturdayFrom(year, 10, 31)];
  return [...new Set([...both, ...own])].sort((a, b) => a - b).map(dayOf);
}
