import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import { escapedForExcel, fitCell, neutralised } from './cell.text.js';
import { printColours } from './colour.contrast.js';
import { printable, webAddress } from './plain.text.js';
import type { PlanCell, PlanSheet } from './plan.cells.js';
import type { PlanDocument, PlanProgress } from './plan-document.model.js';
import { planDay, planWords, type PlanWords } from './plan-document.words.js';
import { planSheets } from './plan.sheets.js';
import { progressOf, roomIn } from './writing.progress.js';

/** Excel keeps at most 65 530 links a sheet and calls a file with more of them damaged; later ones stay text. */
const linkLimit = 60_000;

/**
 * Writes the plan as an Excel workbook and ends the stream: a sheet each for the actions, the money, the linked
 * input, both annexes, the processes, their meetings and the plan itself. Rows are written as they are made. Every
 * text is a string cell, never a formula. Rejects when the stream fails.
 */
export async function writeXlsx(
  plan: PlanDocument,
  stream: Writable,
  progress: PlanProgress = {},
): Promise<void> {
  const printed = printable(plan);
  const words = planWords(printed.language);
  const sheets = planSheets(printed, words);
  const { advance, end } = progressOf(
    sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0),
    progress,
  );
  // exceljs listens for errors only once everything is written, and would wait forever for a stream that was closed.
  const written = finished(stream);
  written.catch(() => undefined);

  // Shared strings are the plainest kind of text cell; the inline kind exceljs writes is marked as a formula's result.
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
  });
  workbook.creator = printed.frontPage.municipality;
  workbook.lastModifiedBy = printed.frontPage.municipality;
  workbook.title = `${printed.frontPage.planTitle} – ${printed.frontPage.municipality}`;
  workbook.subject = printed.frontPage.policyTitle;
  workbook.created = workbook.modified = planDay(printed.frontPage.exportedOn) ?? new Date();

  const fill = headerFill(printed.frontPage.themeColour);
  for (const sheet of sheets) {
    const worksheet = addSheet(workbook, sheet, fill, printed);
    const links = { left: linkLimit };
    for (const cells of sheet.rows()) {
      const row = worksheet.addRow([]);
      cells.forEach((cell, index) => writeCell(row.getCell(index + 1), cell, words, links));
      row.commit();
      advance();
      if (row.number % 50 === 0) await roomIn(stream);
    }
    worksheet.commit();
    await roomIn(stream);
  }
  await Promise.race([workbook.commit(), written]);
  await written;
  end();
}

function headerFill(themeColour: string): ExcelJS.Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${printColours(themeColour).strong}` } };
}

function addSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  sheet: PlanSheet,
  fill: ExcelJS.Fill,
  { frontPage }: PlanDocument,
) {
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: {
      oddFooter: `&L${headerText(frontPage.municipality)} – ${headerText(frontPage.planTitle)}&R&P / &N`,
    },
  });
  worksheet.columns = sheet.columns.map(({ width }) => ({ width }));
  worksheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: sheet.rowCount + 1, column: sheet.columns.length },
  };
  worksheet.pageSetup.printTitlesRow = '1:1';
  const header = worksheet.addRow(sheet.columns.map((column) => column.header));
  header.eachCell((cell) => {
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = fill;
    cell.alignment = { vertical: 'middle', wrapText: true };
  });
  header.height = 32;
  header.commit();
  return worksheet;
}

function writeCell(cell: ExcelJS.Cell, value: PlanCell, words: PlanWords, links: { left: number }) {
  cell.alignment = { vertical: 'top', wrapText: true };
  if ('number' in value) {
    cell.value = value.number;
    cell.numFmt = '#,##0';
  } else if ('share' in value) {
    cell.value = value.share;
    cell.numFmt = '0%';
  } else if ('date' in value) {
    const day = value.date ? planDay(value.date) : null;
    // A date that is none is still shown, as the text somebody wrote.
    cell.value = day ?? value.date;
    cell.numFmt = day ? 'yyyy-mm-dd' : '@';
    cell.alignment = { vertical: 'top', horizontal: 'left' };
  } else if ('url' in value) {
    const address = webAddress(value.url);
    // 2 079 characters is the longest address Excel accepts in a link.
    if (address && address.length <= 2_079 && links.left > 0) {
      links.left -= 1;
      cell.value = { text: address, hyperlink: address };
      cell.font = { color: { argb: 'FF0563C1' }, underline: true };
    } else writeText(cell, value.url, words);
  } else writeText(cell, value.text, words);
}

function writeText(cell: ExcelJS.Cell, text: string, words: PlanWords) {
  if (text === '') return;
  cell.value = escapedForExcel(fitCell(text, words.cut));
  // The text format keeps it text even when somebody edits the cell and presses Enter.
  if (neutralised(text) !== text) cell.numFmt = '@';
}

/** In headers and footers of Excel an ampersand starts a code. */
function headerText(text: string) {
  return text.slice(0, 90).replaceAll('&', '&&');
}
