import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { printable, shortened } from './paper.rules.js';
import { PAPER_WORDS } from './paper.words.js';
import { escapeMetadata } from './pdf-metadata.js';

/** What paper says of an initiative. */
export interface Paper {
  language: 'da' | 'sv';
  municipality: string;
  theme: string;
  reference: string;
  title: string;
  text: string;
  /** The last day one can support it, "2026-12-22"; null: it does not collect any more. */
  lastDay: Date | null;
  threshold: number | null;
  /** The whole address of its page. */
  address: string;
  /** What one can type of it: "https://medvind.example/helsingor/F-12". */
  short: string;
  unit: string;
  postal: string;
}

type Document = InstanceType<typeof PDFDocument>;

const { resolve } = createRequire(import.meta.url);
const fontFile = (weight: 400 | 700) => resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff`);

/** The main colour of each of the web's themes; both carry white text. */
const COLOURS: Record<string, string> = { helsingor: '#0b4f6c', helsingborg: '#9c3421' };
const INK = '#1a1f24';
const QUIET = '#4a545c';
const [WIDTH, HEIGHT, MARGIN] = [595.28, 841.89, 56];
const INNER = WIDTH - 2 * MARGIN;
const MOST_TEXT = 640;
export const ROWS = 12;

/** A poster: what is proposed, until when, and the way to its page. */
export function posterOf(paper: Paper): Promise<Buffer> {
  const words = PAPER_WORDS[paper.language];
  return written(paper, `${words.kind(paper.reference)}: ${paper.title}`, (pdf) => {
    const { doc, add, say, artifact } = pdf;
    const colour = COLOURS[paper.theme] ?? '#2b4a5e';
    artifact(() => doc.rect(0, 0, WIDTH, 18).fill(colour));
    doc.y = 64;
    add('P', () =>
      say(`${paper.municipality} – ${words.kind(paper.reference)}`, { size: 13, colour: QUIET }),
    );
    doc.y += 16;
    const title = pdf.print(paper.title);
    const size = [46, 40, 34, 29, 25].find((fits) => heightOf(doc, title, fits) < 190) ?? 22;
    add('H1', () => say(title, { size, bold: true, colour }));
    doc.y += 18;
    // The foot is where it is, however short the text.
    const top = HEIGHT - MARGIN - 226;
    const text = pdf.print(shortened(paper.text, MOST_TEXT));
    const room = top - 50 - doc.y;
    const reading = [20, 18, 16].find((fits) => heightOf(doc, text, fits, 6) < room) ?? 14;
    add('P', () => say(text, { size: reading, gap: 6 }));
    artifact(() =>
      doc
        .moveTo(MARGIN, top - 22)
        .lineTo(WIDTH - MARGIN, top - 22)
        .lineWidth(2)
        .stroke(colour),
    );
    const beside = MARGIN + 226;
    add('Figure', () => drawCode(doc, paper.address, MARGIN, top, 200), words.qr(paper.short));
    doc.y = top + 6;
    const date = paper.lastDay && dateIn(paper.language, paper.lastDay);
    add('H2', () =>
      say(date ? words.support(date) : words.supportAnytime, { size: 21, bold: true, x: beside }),
    );
    doc.y += 10;
    if (date && paper.threshold !== null)
      add('P', () => say(words.needed(paper.threshold ?? 0), { size: 13, x: beside }));
    doc.y += 14;
    add('P', () => say(words.scan, { size: 12, colour: QUIET, x: beside }));
    doc.y += 3;
    add('P', () => say(typed(paper.short), { size: 13, bold: true, x: beside }));
  });
}

/** A sheet on which twelve people support it with pen and ink. */
export function supportSheetOf(paper: Paper): Promise<Buffer> {
  const words = PAPER_WORDS[paper.language];
  return written(paper, words.sheetTitle(paper.reference), (pdf) => {
    const { doc, add, say, artifact } = pdf;
    const colour = COLOURS[paper.theme] ?? '#2b4a5e';
    artifact(() => doc.rect(0, 0, WIDTH, 10).fill(colour));
    doc.y = 30;
    add('P', () => say(`${words.sheet} ________`, { size: 11, align: 'right' }));
    doc.y = 30;
    add('P', () => say(paper.municipality, { size: 11, colour: QUIET }));
    doc.y += 6;
    add('H1', () => say(words.sheetTitle(paper.reference), { size: 20, bold: true, colour }));
    doc.y += 6;
    add('P', () => say(words.statement(paper.title), { size: 12, bold: true }));
    doc.y += 4;
    add('P', () => say(shortened(paper.text, 330), { size: 9.5, gap: 2 }));
    doc.y += 4;
    add('P', () => say(`${words.moreAt} ${typed(paper.short)}`, { size: 9, colour: QUIET }));
    doc.y += 2;
    const date = paper.lastDay && dateIn(paper.language, paper.lastDay);
    add('P', () =>
      say([date && `${words.support(date)}.`, words.once].filter(Boolean).join(' '), { size: 10 }),
    );
    doc.y += 8;
    drawRows(pdf, words.columns);
    doc.y += 8;
    add('P', () => say(words.handIn(paper.unit, paper.postal), { size: 10, bold: true }));
    doc.y += 3;
    add('P', () => say(words.privacy, { size: 8.5, colour: QUIET }));
  });
}

/** Without what nobody types. */
const typed = (address: string): string => address.replace(/^https?:\/\//, '');

interface Saying {
  size: number;
  bold?: boolean;
  colour?: string;
  x?: number;
  gap?: number;
  align?: 'left' | 'right';
}

interface Pdf {
  doc: Document;
  /** A part of the document as a reader is told of it; `alt` where it is drawn. */
  add: (tag: string, draw: () => void, alt?: string) => void;
  say: (text: string, how: Saying) => void;
  /** Decoration: nobody is told of it. */
  artifact: (draw: () => void) => void;
  print: (text: string) => string;
}

/** Tagged, with its title and language: PDF/UA. */
function written(paper: Paper, title: string, draw: (pdf: Pdf) => void): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 0, bottom: 0, left: MARGIN, right: MARGIN },
    lang: paper.language === 'da' ? 'da-DK' : 'sv-SE',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    // The published types do not know it yet.
    subset: 'PDF/UA' as never,
    info: { Title: title, Author: paper.municipality, Producer: 'Medvind', Creator: 'Medvind' },
  });
  escapeMetadata(doc);
  doc.registerFont('regular', fontFile(400));
  doc.registerFont('bold', fontFile(700));
  doc.font('regular');
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint: (at: number) => boolean } } })
    ._font;
  const print = (text: string) => printable(text, (codePoint) => font.hasGlyphForCodePoint(codePoint));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const pdf: Pdf = {
    doc,
    print,
    add: (tag, make, alt) => root.add(doc.struct(tag, alt ? { alt } : {}, make)),
    say: (text, { size, bold, colour = INK, x = MARGIN, gap = 2, align = 'left' }) =>
      doc
        .font(bold ? 'bold' : 'regular')
        .fontSize(size)
        .fillColor(colour)
        .text(print(text), x, doc.y, { width: WIDTH - MARGIN - x, lineGap: gap, align }),
    artifact: (make) => {
      doc.markContent('Artifact', { type: 'Layout' });
      make();
      doc.endMarkedContent();
    },
  };
  return new Promise((done, failed) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => done(Buffer.concat(parts)));
    doc.on('error', failed);
    draw(pdf);
    root.end();
    doc.end();
  });
}

const heightOf = (doc: Document, text: string, size: number, lineGap = 2): number =>
  doc.font('bold').fontSize(size).heightOfString(text, { width: INNER, lineGap });

/** As many modules as the address needs, with the quiet zone a camera asks for. */
function drawCode(doc: Document, address: string, x: number, y: number, side: number) {
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const module = side / size;
  for (const [row, cells] of data.entries())
    for (const [column, dark] of cells.entries())
      // A little over the edge: no hair lines between them.
      if (dark) doc.rect(x + column * module, y + row * module, module + 0.2, module + 0.2);
  doc.fill('#000000');
}

const SHARES = { number: 0.06, name: 0.27, address: 0.28, born: 0.16, signature: 0.23 } as const;
const ROW = 38;

function drawRows({ doc, add, artifact }: Pdf, heads: Record<keyof typeof SHARES, string>) {
  const keys = Object.keys(SHARES) as (keyof typeof SHARES)[];
  const lefts = keys.map((_, at) =>
    keys.slice(0, at).reduce((left, key) => left + SHARES[key] * INNER, MARGIN),
  );
  const top = doc.y;
  const bottom = top + 20 + ROWS * ROW;
  artifact(() => {
    for (let row = 0; row <= ROWS; row++)
      doc.moveTo(MARGIN, top + 20 + row * ROW).lineTo(WIDTH - MARGIN, top + 20 + row * ROW);
    for (const left of [...lefts, WIDTH - MARGIN]) doc.moveTo(left, top).lineTo(left, bottom);
    doc
      .moveTo(MARGIN, top)
      .lineTo(WIDTH - MARGIN, top)
      .lineWidth(0.7)
      .stroke('#6b767e');
  });
  for (const [at, key] of keys.entries())
    add('P', () => {
      doc.font('bold').fontSize(8).fillColor(INK);
      doc.text(heads[key], (lefts[at] ?? 0) + 4, top + 6, {
        width: SHARES[key] * INNER - 6,
        lineBreak: false,
      });
    });
  for (let row = 0; row < ROWS; row++)
    add('P', () => {
      doc.font('regular').fontSize(10).fillColor(INK);
      doc.text(String(row + 1), MARGIN + 6, top + 20 + row * ROW + 11, { lineBreak: false });
    });
  doc.y = bottom;
}

const dateIn = (language: 'da' | 'sv', day: Date): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Copenhagen' })
    .format(day)
    // A date is not cut in two at the end of a line.
    .replaceAll(' ', '\u00A0');
