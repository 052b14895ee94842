/** Whether a month of a year has that day. */
const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The seventh digit tells the century (CPR-kontoret, "Personnummeret i CPR"). */
function cprYear(year: number, seventh: number): number {
  if (seventh <= 3) return 1900 + year;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 + year : 1900 + year;
  return year <= 57 ? 2000 + year : 1800 + year;
}

const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const fulfilsModulus = (digits: string): boolean =>
  [...digits].reduce((sum, digit, index) => sum + Number(digit) * (WEIGHTS[index] ?? 0), 0) % 11 === 0;

/**
 * Ten digits as a Danish CPR number: a day that exists, then four digits. The modulus says nothing any more: numbers
 * given since 2007 need not fulfil it. Only `070…` without a separator asks for it, for Swedish mobile numbers begin so.
 */
export function isCpr(digits: string, separated: boolean): boolean {
  const [day, month, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)].map(Number) as [
    number,
    number,
    number,
  ];
  if (!isDay(cprYear(year, Number(digits[6])), month, day)) return false;
  return separated || !digits.startsWith('070') || fulfilsModulus(digits);
}

/** The check digit of Swedish numbers (Luhn), over the last ten digits. */
const fulfilsLuhn = (digits: string): boolean =>
  [...digits].reduce((sum, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return sum + (product > 9 ? product - 9 : product);
  }, 0) %
    10 ===
  0;

/**
 * Ten or twelve digits as a Swedish personnummer, or as a samordningsnummer: its day is 60 more, and day and month may
 * be unknown (60 and 00).
 */
export function isPersonnummer(digits: string): boolean {
  const ten = digits.slice(-10);
  const [yy, month, day] = [ten.slice(0, 2), ten.slice(2, 4), ten.slice(4, 6)].map(Number) as [
    number,
    number,
    number,
  ];
  const centuries = digits.length === 12 ? [Number(digits.slice(0, 2))] : [19, 20];
  if (digits.length === 12 && ![18, 19, 20].includes(centuries[0]!)) return false;
  const exists = centuries.some((century) => {
    const year = century * 100 + yy;
    if (day <= 31) return isDay(year, month, day);
    return day >= 60 && (month === 0 || month <= 12) && (day === 60 || isDay(year, month || 1, day - 60));
  });
  return exists && fulfilsLuhn(ten);
}
