import { describe, expect, it } from '@jest/globals';
import type { CouncilBlock, CouncilDocument } from '@medvind/plan-document';
import { printedBlocksOf } from '../platform/text/blocks.rules.js';
import { writeCouncilPdf } from './council.pdf.js';

const caseOf = (...blocks: CouncilBlock[]): CouncilDocument => ({
  language: 'da',
  municipality: 'Byen Kommune',
  kind: 'Borgerforslag F-12',
  title: 'Flere bænke',
  themeColour: '#0b4f6c',
  caseNumber: '',
  facts: [{ label: 'Side', value: 'https://by.example/f', url: 'https://by.example/f' }],
  parts: [{ title: 'Forslaget', blocks }],
});

/** How often each kind of part is told to a reader. */
const toldIn = async (document: CouncilDocument): Promise<Record<string, number>> => {
  const told: Record<string, number> = {};
  const file = (await writeCouncilPdf(document)).toString('latin1');
  for (const [, kind = ''] of file.matchAll(/^\/S \/(\w+)$/gm)) told[kind] = (told[kind] ?? 0) + 1;
  return told;
};

describe('a case for the council as a PDF', () => {
  it('has tables that are tables, with a row of headings', async () => {
    const told = await toldIn(
      caseOf({
        kind: 'table',
        description: 'Støtte',
        head: ['Kanal', 'Antal'],
        numeric: [1],
        rows: [
          ['Digitalt', '12'],
          ['På papir', '3'],
        ],
      }),
    );
    expect(told).toMatchObject({ Table: 1, TR: 3, TH: 4, TD: 2 });
  });

  it('has a title whose signs are no markup', async () => {
    const file = (await writeCouncilPdf({ ...caseOf(), title: 'Bænke & <borde>' })).toString('utf8');
    expect(file).toContain('Borgerforslag F-12: Bænke &amp; &lt;borde&gt;</rdf:li>');
  });

  it('has lists that are lists and links that are links', async () => {
    const blocks = printedBlocksOf('Se **her**: https://by.example\n\n1. Havnen\n   - Molen\n2. Torvet');
    const told = await toldIn(caseOf({ kind: 'text', blocks }));
    expect(told).toMatchObject({ L: 2, LI: 3, Lbl: 3, LBody: 3, Link: 2 });
    const quote = { kind: 'quote', blocks, source: 'K-3', url: 'https://by.example/k' } as const;
    expect(await toldIn(caseOf(quote))).toMatchObject({ BlockQuote: 1, L: 2, Link: 3 });
  });

  it('is written to the end however long what it holds', async () => {
    const long = 'Bænke ved havnen, hvor man kan se på skibene. '.repeat(200);
    const told = await toldIn(
      caseOf(
        { kind: 'text', blocks: printedBlocksOf(`- ${long}\n- ${long}\n\n${long}`) },
        {
          kind: 'table',
          description: 'Forløb',
          head: ['Trin', 'Dato', 'Begrundelse'],
          numeric: [],
          rows: Array.from({ length: 60 }, () => ['Taget op', '3. marts 2026', long.slice(0, 500)]),
        },
      ),
    );
    expect(told).toMatchObject({ LI: 2, TD: 120 });
    // On every page it goes on, it says again what its columns are.
    expect(told.Table).toBeGreaterThan(3);
    expect(told.TR).toBe(60 + told.Table!);
  });
});
