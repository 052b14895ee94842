import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { aDanishPlan, anAction, anEmptyPlan, aSwedishPlan } from './plan-document.fixture.js';
import type { PlanAction, PlanDocument } from './plan-document.model.js';
import { written } from './written.file.fixture.js';
import { writeXlsx } from './xlsx.writer.js';

describe('a plan as a workbook', () => {
  it('has a sheet for each part, named in Danish', async () => {
    expect((await workbookOf(aDanishPlan())).worksheets.map(({ name }) => name)).toEqual([
      'Indsatser',
      'Økonomi',
      'Borgerinput',
      'Inspirationskatalog',
      'Hvidbog',
      'Inddragelse',
      'Møder',
      'Om planen',
    ]);
  });

  it('and in Swedish', async () => {
    expect((await workbookOf(aSwedishPlan())).worksheets.map(({ name }) => name)).toEqual([
      'Åtgärder',
      'Ekonomi',
      'Synpunkter',
      'Idékatalog',
      'Samrådsredogörelse',
      'Delaktighet',
      'Möten',
      'Om planen',
    ]);
  });

  it('keeps the header in sight and can be filtered on every sheet', async () => {
    for (const sheet of (await workbookOf(aDanishPlan())).worksheets) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet.autoFilter).toMatch(/^A1:/);
      expect(sheet.getColumn(1).width).toBeGreaterThan(5);
      expect(sheet.getCell('A2').alignment).toMatchObject({ wrapText: true, vertical: 'top' });
    }
  });

  it('writes amounts as numbers, shares as percent and dates as dates', async () => {
    const sheet = (await workbookOf(aDanishPlan())).getWorksheet('Indsatser')!;
    const [amount, share, start] = ['Beløb', 'Baggrund (borgerinput): Andel unge', 'Tidsplan: Start'].map(
      (header) => under(sheet, header, 2),
    );
    expect([amount!.value, amount!.numFmt]).toEqual([420_000, '#,##0']);
    expect([share!.value, share!.numFmt]).toEqual([0.38, '0%']);
    expect(start!.value).toEqual(new Date('2026-08-10T00:00:00Z'));
  });

  it('sums the money per focus area and in all, and leaves "inden for rammen" without an amount', async () => {
    const sheet = (await workbookOf(aDanishPlan())).getWorksheet('Økonomi')!;
    const rows = sheet.getSheetValues().slice(2) as unknown as unknown[][];
    expect(rows.map((row) => [row[1], row[5], row[6]])).toEqual([
      ['Indsats', 'Husværter og låse', 420_000],
      ['Indsats', 'Inden for rammen', undefined],
      ['I alt for fokusområdet', '1 indsats uden eget beløb holdes inden for rammen', 420_000],
      ['Indsats', 'Heraf 75.000 kr. fra statens pulje til frivilligt arbejde', 250_000],
      ['Indsats', 'Ikke oplyst', undefined],
      ['Indsats', 'Overgår til tilgængelighedspuljen', undefined],
      ['I alt for fokusområdet', '1 indsats har endnu ikke oplyst sin økonomi', 250_000],
      ['I alt for fokusområdet', 'Ingen særskilte beløb', undefined],
      ['I alt', expect.stringContaining('1 indsats'), 670_000],
    ]);
  });

  it.each(['=HYPERLINK("https://x.example","klik")', '+1', '-2', '@SUM(A1)', '\t=1+1', "=cmd|' /C calc'!A0"])(
    'keeps what a person typed a text: %j',
    async (text) => {
      const file = await fileOf(
        planOf(anAction({ title: text, goal: text, partners: [text], followUp: text, lead: text })),
      );
      const cell = under((await opened(file)).getWorksheet('Indsatser')!, 'Indsats', 2);
      expect([cell.type, cell.value, cell.numFmt]).toEqual([ExcelJS.ValueType.String, text, '@']);
      for (const [name, xml] of await partsOf(file))
        if (name.includes('sheet')) expect(xml).not.toMatch(/<f[ >]/);
    },
  );

  it('keeps emoji, markup and what looks like an escape code, and drops control characters', async () => {
    const sheet = (await workbookOf(planOf(anAction({ title: '🎲 <b>&amp;</b> _x0041_ \u0007slut\uD83D' }))))
      .worksheets[0]!;
    expect(under(sheet, 'Indsats', 2).value).toBe('🎲 <b>&amp;</b> _x0041_ slut\uFFFD');
  });

  it('cuts a text that is longer than a cell, and says so', async () => {
    const sheet = (await workbookOf(planOf(anAction({ description: 'x'.repeat(40_000) })))).worksheets[0]!;
    const description = String(under(sheet, 'Beskrivelse', 2).value);
    expect(description).toHaveLength(32_767);
    expect(description).toContain('[Teksten er afkortet');
  });

  it('links to web pages only', async () => {
    const plan = aDanishPlan();
    plan.frontPage.url = 'javascript:alert(1)';
    const sheet = (await workbookOf(plan)).getWorksheet('Om planen')!;
    const row = (sheet.getColumn(1).values as string[]).indexOf('Handleplanen på nettet');
    expect(sheet.getCell(row, 2).value).toBe('javascript:alert(1)');
    const link = (await workbookOf(aDanishPlan())).getWorksheet('Borgerinput')!.getCell('H6').value;
    expect(link).toMatchObject({ hyperlink: 'https://medvind.example/helsingor/bidrag/F-12' });
  });

  it('can be opened when the plan is empty', async () => {
    const workbook = await workbookOf(anEmptyPlan('en'));
    expect(workbook.getWorksheet('Actions')!.rowCount).toBe(1);
    expect(workbook.creator).toBe('Helsingør Kommune');
  });

  it('tells how far it has come', async () => {
    const calls: [number, number][] = [];
    await written((stream) =>
      writeXlsx(aDanishPlan(), stream, { onProgress: (done, total) => calls.push([done, total]) }),
    );
    const total = calls[0]![1];
    expect(calls[0]![0]).toBe(0);
    expect(calls.at(-1)).toEqual([total, total]);
  });

  it('fails when the stream fails, and when it is closed halfway', async () => {
    const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) });
    await expect(writeXlsx(aDanishPlan(), full)).rejects.toThrow('disk full');
    const closed = new Writable({ write: (_chunk, _encoding, done) => done() });
    const writing = writeXlsx(aDanishPlan(), closed);
    closed.destroy();
    await expect(writing).rejects.toThrow();
  });
});

function planOf(...actions: PlanAction[]) {
  return anEmptyPlan('da', { focusAreas: [{ number: '1.', title: 'A', actions }] });
}

function under(sheet: ExcelJS.Worksheet, header: string, row: number) {
  const column = (sheet.getRow(1).values as string[]).indexOf(header);
  expect(column).toBeGreaterThan(0);
  return sheet.getCell(row, column);
}

function fileOf(plan: PlanDocument) {
  return written((stream) => writeXlsx(plan, stream));
}

async function opened(file: Buffer) {
  const workbook = new ExcelJS.Workbook();
  // exceljs was typed before Buffer became generic; what it reads is the same.
  await workbook.xlsx.load(file as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
}

async function workbookOf(plan: PlanDocument) {
  return opened(await fileOf(plan));
}

async function partsOf(file: Buffer): Promise<[string, string][]> {
  const zip = await JSZip.loadAsync(file);
  return Promise.all(Object.values(zip.files).map(async (part) => [part.name, await part.async('string')]));
}
