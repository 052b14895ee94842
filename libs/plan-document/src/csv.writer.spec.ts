import { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { writeCsv } from './csv.writer.js';
import { aDanishPlan, anAction, anEmptyPlan, aSwedishPlan } from './plan-document.fixture.js';
import type { PlanAction } from './plan-document.model.js';
import { written } from './written.file.fixture.js';

describe('a plan as CSV', () => {
  it('opens in Danish and Swedish Excel: byte order mark, semicolons, CRLF', async () => {
    const text = (await written((stream) => writeCsv(aDanishPlan(), stream))).toString('utf8');
    expect(text.startsWith('\uFEFF"Kommune";"Politik";"Handleplan";"År"')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('has one row per action and every column in each', async () => {
    const [head, ...rows] = await csvOf(aDanishPlan());
    expect(rows).toHaveLength(5);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head!.length]));
    expect(head).toEqual(
      expect.arrayContaining(['Nr.', 'Fokusområde', 'Rammemål', 'Måltal', 'Tovholder', 'Økonomi']),
    );
  });

  it('is in Swedish for a Swedish municipality', async () => {
    const [head, row] = await csvOf(aSwedishPlan());
    expect(head).toEqual(expect.arrayContaining(['Åtgärd', 'Samverkan', 'Tidplan', 'Kostnad, finansiering']));
    expect(row).toEqual(
      expect.arrayContaining(['Ljus på två stråk', '1250000', 'SEK', '2026-04-15', '41%', 'Pågår']),
    );
  });

  it('says that money is within the frame and leaves the amount empty', async () => {
    const [head, , row] = await csvOf(aDanishPlan());
    expect(row![head!.indexOf('Økonomi')]).toBe('Inden for rammen');
    expect(row![head!.indexOf('Beløb')]).toBe('');
  });

  it('keeps a negative amount a number', async () => {
    const saving = anAction({ economy: { text: '', amount: -5000, withinFrame: false, currency: 'DKK' } });
    const [head, row] = await csvOf(planOf(saving));
    expect(row![head!.indexOf('Beløb')]).toBe('-5000');
  });

  it.each(['=HYPERLINK("https://x.example";"klik")', '+1', '-2', '@SUM(A1)', '\t=1+1', '\r=1+1'])(
    'does not let a spreadsheet run what a person typed: %j',
    async (text) => {
      const [head, row] = await csvOf(
        planOf(
          anAction({ title: text, partners: [text], followUp: `to linjer\n${text}`, lead: `a";"${text}` }),
        ),
      );
      const typed = text.replace('\r', '\n');
      expect(row![head!.indexOf('Indsats')]).toBe(`'${typed}`);
      expect(row![head!.indexOf('Samarbejdspartnere')]).toBe(`'${typed}`);
      expect(row![head!.indexOf('Opfølgning')]).toBe(`to linjer\n${typed}`);
      expect(row![head!.indexOf('Tovholder')]).toBe(`a";"${typed}`);
    },
  );

  it('cuts a text that is longer than a cell, and says so', async () => {
    const [head, row] = await csvOf(planOf(anAction({ description: 'x'.repeat(40_000) })));
    const description = row![head!.indexOf('Beskrivelse')]!;
    expect(description).toHaveLength(32_767);
    expect(description).toContain('[Teksten er afkortet');
  });

  it('has only its header when the plan has no actions', async () => {
    expect(await csvOf(anEmptyPlan('en'))).toHaveLength(1);
  });

  it('tells how far it has come', async () => {
    const calls: [number, number][] = [];
    await written((stream) =>
      writeCsv(aDanishPlan(), stream, { onProgress: (done, total) => calls.push([done, total]) }),
    );
    expect(calls[0]).toEqual([0, 5]);
    expect(calls.at(-1)).toEqual([5, 5]);
  });

  it('waits for a slow reader instead of piling rows up in memory', async () => {
    let most = 0;
    const slow = new Writable({
      highWaterMark: 16_384,
      write(chunk: Buffer, _encoding, done) {
        most = Math.max(most, this.writableLength);
        void setTimeout(1).then(() => done());
      },
    });
    const long = anAction({ description: 'x'.repeat(4_000) });
    await writeCsv(planOf(...Array.from({ length: 500 }, () => long)), slow);
    expect(most).toBeLessThan(200_000);
  });

  it('fails when the stream fails, and when it is closed halfway', async () => {
    const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) });
    await expect(writeCsv(aDanishPlan(), full)).rejects.toThrow('disk full');
    const closed = new Writable({ write: (_chunk, _encoding, done) => done() });
    const writing = writeCsv(planOf(...Array.from({ length: 500 }, () => anAction())), closed);
    closed.destroy();
    await expect(writing).rejects.toThrow();
  });
});

function planOf(...actions: PlanAction[]) {
  return anEmptyPlan('da', { focusAreas: [{ number: '1.', title: 'A', actions }] });
}

async function csvOf(plan: Parameters<typeof writeCsv>[0]) {
  return parsed((await written((stream) => writeCsv(plan, stream))).toString('utf8').slice(1));
}

/** RFC 4180 with `;`: small enough to be read, so that the writer is not checked by its own library. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n)/g)) {
    row.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
