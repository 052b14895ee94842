/** What a name and a day of birth are known by again, however the name is written. */
export const identityOf = (name: string, bornOn: string): [string, string] => [foldedName(name), bornOn];

/** A name without what differs from one writing of it to the next. */
export const foldedName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/** What a name is looked for by in the database, whatever its locale takes for letters; more names have it than one. */
export const searchedName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^a-z]+/g, '');

/** Whole years on that day; days are "2026-11-23". */
export function ageOn(bornOn: string, day: string): number {
  const [years, rest] = [
    Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)),
    day.slice(5) < bornOn.slice(5),
  ];
  return years - (rest ? 1 : 0);
}
