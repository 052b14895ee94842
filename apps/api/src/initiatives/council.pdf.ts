import { createRequire } from 'node:module';
import type { CouncilBlock, CouncilDocument } from '@medvind/plan-document';
import PDFDocument from 'pdfkit';
import { printable } from './paper.rules.js';

const { resolve } = createRequire(import.meta.url);
const fontFile = (weight: 400 | 700) => resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff`);

const INK = '#1a1f24';
const QUIET = '#4a545c';

interface Saying {
  size: number;
  bold?: boolean;
  colour?: string;
  before?: number;
  link?: string;
}

/** The case as a tagged PDF (PDF/UA): headings are headings, and a table's row is read as what its columns are called. */
export function writeCouncilPdf(document: CouncilDocument): Promise<Buffer> {
  const { kind, title, municipality, language, themeColour, facts, parts } = document;
  const doc = new PDFDocument({
    size: 'A4',
    margin: 64,
    lang: language === 'da' ? 'da-DK' : 'sv-SE',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    // The published types do not know it yet.
    subset: 'PDF/UA' as never,
    info: { Title: `${kind}: ${title}`, Author: municipality, Producer: 'Medvind', Creator: 'Medvind' },
  });
  doc.registerFont('regular', fontFile(400));
  doc.registerFont('bold', fontFile(700));
  doc.font('regular');
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint: (at: number) => boolean } } })
    ._font;
  const print = (text: string) => printable(text, (codePoint) => font.hasGlyphForCodePoint(codePoint));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const say = (tag: string, text: string, { size, bold, colour = INK, before = 6 }: Saying) => {
    // A heading does not stand alone at the foot of a page.
    if (tag.startsWith('H') && doc.y > 700) doc.addPage();
    if (doc.y > 64) doc.y += before;
    root.add(
      doc.struct(tag, {}, () =>
        doc
          .font(bold ? 'bold' : 'regular')
          .fontSize(size)
          .fillColor(colour)
          .text(print(text), 64, doc.y, { lineGap: 2 }),
      ),
    );
  };
  const block = (given: CouncilBlock) => {
    switch (given.kind) {
      case 'subtitle':
        return say('H2', given.text, { size: 13, bold: true, before: 12 });
      case 'note':
        return say('P', given.text, { size: 10, colour: QUIET });
      case 'quote':
        return say('P', `»${given.text}« – ${given.source}`, { size: 11 });
      case 'text':
        for (const paragraph of given.text.split(/\n\s*\n/)) say('P', paragraph, { size: 11 });
        return;
      case 'table': {
        const [, ...heads] = given.head;
        for (const [first = '', ...cells] of given.rows)
          say(
            'P',
            [first, ...cells.map((cell, at) => cell && `${heads[at]}: ${cell}`)].filter(Boolean).join('   '),
            { size: 10.5, before: 4 },
          );
      }
    }
  };
  return new Promise((done, failed) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => done(Buffer.concat(chunks)));
    doc.on('error', failed);
    say('P', `${municipality} – ${kind}`, { size: 12, colour: QUIET });
    say('H1', title, { size: 28, bold: true, colour: themeColour, before: 60 });
    for (const [index, { label, value }] of facts.entries())
      say('P', `${label}: ${value}`, { size: 11, before: index === 0 ? 30 : 4 });
    doc.addPage();
    for (const { title, blocks } of parts) {
      say('H1', title, { size: 18, bold: true, colour: themeColour, before: 22 });
      for (const each of blocks) block(each);
    }
    root.end();
    doc.end();
  });
}
