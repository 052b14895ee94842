import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { actionColumns, actionRows, type ActionRow } from './action.columns.js';
import { fitCell, neutralised } from './cell.text.js';
import { printable } from './plain.text.js';
import type { PlanCell, PlanColumn } from './plan.cells.js';
import type { PlanDocument, PlanProgress } from './plan-document.model.js';
import { planWords, type PlanWords } from './plan-document.words.js';
import { progressOf, roomIn } from './writing.progress.js';

/**
 * Writes the plan's actions as CSV, one a row, and ends the stream: UTF-8 with a byte order mark, `;` between fields
 * and CRLF between rows, which is what Danish and Swedish Excel open without asking. Dates are ISO, amounts plain
 * digits, shares whole percent. A text that a spreadsheet would run as a formula starts with an apostrophe.
 * Rejects when the stream fails.
 */
export async function writeCsv(
  plan: PlanDocument,
  stream: Writable,
  progress: PlanProgress = {},
): Promise<void> {
  const printed = printable(plan);
  const words = planWords(printed.language);
  const columns = [...planColumns(printed, words), ...actionColumns(words)];
  const rows = actionRows(printed);
  const { advance, end } = progressOf(rows.length, progress);

  const csv = stringify({
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    quoted: true,
    quoted_empty: false,
  });
  const written = finished(stream);
  // Awaited below; marked as handled so that a failure between two rows is not reported as unhandled first.
  written.catch(() => csv.destroy());
  csv.pipe(stream);

  csv.write(columns.map((column) => column.header));
  for (const row of rows) {
    csv.write(columns.map((column) => csvField(column.cell(row), words)));
    advance();
    await roomIn(stream);
  }
  csv.end();
  await written;
  end();
}

/** What tells the rows of one plan from those of another, once several files are put together. */
function planColumns({ frontPage }: PlanDocument, words: PlanWords): PlanColumn<ActionRow>[] {
  const { frontPage: name } = words;
  const column = (header: string, cell: PlanCell): PlanColumn<ActionRow> => ({
    header,
    width: 0,
    cell: () => cell,
  });
  return [
    column(name.municipality, { text: frontPage.municipality }),
    column(name.policy, { text: frontPage.policyTitle }),
    column(name.plan, { text: frontPage.planTitle }),
    column(name.year, { number: frontPage.year }),
    column(name.caseNumber, { text: frontPage.caseNumber }),
    column(`${name.plan}: ${name.status}`, { text: words.publication[frontPage.status] }),
    column(name.adoptedOn, { date: frontPage.adoptedOn }),
  ];
}

/** Only what a person wrote can be meant as a formula: a negative amount stays a number. */
function csvField(cell: PlanCell, words: PlanWords): string {
  if ('number' in cell) return cell.number === null ? '' : String(cell.number);
  if ('date' in cell) return neutralised(cell.date ?? '');
  if ('share' in cell) return cell.share === null ? '' : `${Math.round(cell.share * 100)}%`;
  return fitCell(neutralised('url' in cell ? cell.url : cell.text), words.cut);
}
