/**
 * The text with an apostrophe in front where a spreadsheet would otherwise run it as a formula when it opens the file
 * (OWASP, "CSV Injection"). Spaces and invisible characters before the sign are looked past, as spreadsheets do.
 */
const neutralised = (text: string): string =>
  /^[\t\r\n]|^[\s\p{Cf}]*[=+\-@＝＋－＠−]/u.test(text) ? `'${text}` : text;

/** Only what a person wrote can be meant as a formula: a number stays one. */
const field = (value: string | number | null): string => {
  const text = typeof value === 'string' ? neutralised(value) : String(value ?? '');
  return `"${text.replaceAll('"', '""')}"`;
};

export type CsvRow = readonly (string | number | null)[];

/** Begins a file: what Danish and Swedish spreadsheets need to open it without asking. */
export const CSV_BEGIN = '\uFEFF';

/** `;` between fields and CRLF between rows, as Danish and Swedish spreadsheets open it. */
export const csvRow = (row: CsvRow): string => `${row.map(field).join(';')}\r\n`;
