/** What a name and a day of birth are known by again, however the name is written. */
export const identityOf = (name: string, bornOn: string): [string, string] => [
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim(),
  bornOn,
];

/** Whole years on that day; days are "2026-11-23". */
export function ageOn(bornOn: string, day: string): number {
  const [years, rest] = [
    Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)),
    day.slice(5) < bornOn.slice(5),
  ];
  return years - (rest ? 1 : 0);
}
