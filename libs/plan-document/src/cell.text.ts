/** What one cell of Excel holds, in UTF-16 units. A longer text in a CSV spills into the next row when opened. */
export const cellLimit = 32_767;

/** The text, cut so that it fits a cell together with `note`, which says so; never cut inside an emoji. */
export function fitCell(text: string, note: string, limit = cellLimit): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - note.length);
  return (/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept) + note;
}

/**
 * The text with an apostrophe in front where a spreadsheet would otherwise run it as a formula when it opens a CSV
 * file (OWASP, "CSV Injection"). Spaces and invisible characters before the sign are looked past, as spreadsheets
 * do; the full-width signs are the ones Excel accepts from East Asian keyboards.
 */
export function neutralised(text: string): string {
  return /^[\t\r\n]|^[\s\p{Cf}]*[=+\-@＝＋－＠−]/u.test(text) ? `'${text}` : text;
}

/** The text such that Excel does not read "_x0041_", typed by a person, as the letter A (ECMA-376, ST_Xstring). */
export function escapedForExcel(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
