import fs from 'node:fs/promises';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import type { Locator, Page } from 'playwright-core';

/** What the browser saves when this is pressed. */
export async function download(page: Page, link: Locator): Promise<{ name: string; file: Buffer }> {
  const [saved] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return { name: saved.suggestedFilename(), file: await fs.readFile(await saved.path()) };
}

/** A Word document as it is read: its text, its headings, and the language it is marked with. */
export async function openDocx(file: Buffer) {
  const { value: text } = await mammoth.extractRawText({ buffer: file });
  const { value: html } = await mammoth.convertToHtml({ buffer: file });
  const headings = [...html.matchAll(/<h[1-6]>(.*?)<\/h[1-6]>/g)].map(([, heading = '']) =>
    heading.replaceAll(/<[^>]+>/g, ''),
  );
  const styles = await (await JSZip.loadAsync(file)).file('word/styles.xml')!.async('string');
  return { text, headings, language: /w:lang [^>]*w:val="([^"]+)"/.exec(styles)?.[1] };
}

/** Every cell of a workbook, with its sheet. */
export async function openXlsx(file: Buffer) {
  const workbook = new ExcelJS.Workbook();
  // exceljs was typed before Buffer became generic; what it reads is the same.
  await workbook.xlsx.load(file as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const cells: { sheet: string; type: ExcelJS.ValueType; text: string }[] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => cells.push({ sheet: sheet.name, type: cell.type, text: cell.text })),
    );
  return { sheets: workbook.worksheets.map(({ name }) => name), cells };
}

export const { String: PLAIN_TEXT, Formula: FORMULA } = ExcelJS.ValueType;
