/** Whether a policy no longer applies on that day; it stays readable, and nobody writes below it. */
export const isExpired = ({ validTo }: { validTo: string | null }, today: string): boolean =>
  validTo !== null && validTo < today;

// Making a formatter costs more than a query; Copenhagen and Stockholm share their time.
const LOCAL_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });

/** Today's day in the municipalities' time zone. */
export const today = (now = new Date()): string => LOCAL_DAY.format(now);

const LETTERS: Record<string, string> = {
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  ä: 'a',
  ö: 'o',
  ü: 'u',
  ß: 'ss',
  é: 'e',
};

/** A title as it stands in an address: "Idræt- og fritidspolitik" → "idraet-og-fritidspolitik"; Swedish å is a. */
export const slugOf = (title: string, language = 'da'): string =>
  title
    .toLowerCase()
    .replace(/[æøåäöüßé]/g, (letter) =>
      letter === 'å' && language === 'sv' ? 'a' : (LETTERS[letter] ?? letter),
    )
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80) || 'politik';

/** A year or a day as a document prints it, as a day: the first of the year, or its last. */
export const dayOf = (printed: string | null, end: 'first' | 'last'): string | null => {
  if (!printed) return null;
  if (/^\d{4}$/.test(printed)) return end === 'first' ? `${printed}-01-01` : `${printed}-12-31`;
  if (/^\d{4}-\d{2}$/.test(printed)) {
    const [year = 0, month = 1] = printed.split('-').map(Number);
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return end === 'first' ? `${printed}-01` : `${printed}-${last}`;
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(printed) ? printed : null;
};
