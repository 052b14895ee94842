import { createRequire } from 'node:module';
import type { CouncilBlock, CouncilDocument, CouncilRun, CouncilText } from '@medvind/plan-document';
import PDFDocument from 'pdfkit';
import { printable } from './paper.rules.js';
import { escapeMetadata } from './pdf-metadata.js';

const { resolve } = createRequire(import.meta.url);
const fontFile = (weight: 400 | 700) => resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff`);

const INK = '#1a1f24';
const QUIET = '#4a545c';
const LINE = '#8a949c';
const MARGIN = 64;
const WIDTH = 595.28 - 2 * MARGIN;
const INDENT = 16;

type Document = InstanceType<typeof PDFDocument>;
/** A part of the document as a reader is told of it. */
type Told = ReturnType<Document['struct']>;
type TableBlock = Extract<CouncilBlock, { kind: 'table' }>;

interface Saying {
  size?: number;
  bold?: boolean;
  colour?: string;
  before?: number;
  x?: number;
}

/** The case as a tagged PDF (PDF/UA): headings, lists, links and tables are that, not what looks like them. */
export function writeCouncilPdf(document: CouncilDocument): Promise<Buffer> {
  const { kind, title, municipality, language, themeColour, facts, parts } = document;
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: language === 'da' ? 'da-DK' : 'sv-SE',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    // The published types do not know it yet.
    subset: 'PDF/UA' as never,
    info: { Title: `${kind}: ${title}`, Author: municipality, Producer: 'Medvind', Creator: 'Medvind' },
  });
  escapeMetadata(doc);
  const pdf = new CouncilPdf(doc);
  return new Promise((done, failed) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => done(Buffer.concat(chunks)));
    doc.on('error', failed);
    pdf.say('P', `${municipality} – ${kind}`, { size: 12, colour: QUIET });
    pdf.say('H1', title, { size: 28, bold: true, colour: themeColour, before: 60 });
    for (const [index, { label, value, url }] of facts.entries())
      pdf.add(
        pdf.runs('P', [{ text: `${label}: ` }, { text: value, ...(url && { href: url }) }], {
          before: index === 0 ? 30 : 4,
        }),
      );
    doc.addPage();
    for (const { title, blocks } of parts) {
      pdf.say('H1', title, { size: 18, bold: true, colour: themeColour, before: 22 });
      for (const block of blocks) pdf.block(block);
    }
    pdf.end();
  });
}

class CouncilPdf {
  private readonly root: Told;
  private readonly has: (codePoint: number) => boolean;

  constructor(private readonly doc: Document) {
    doc.registerFont('regular', fontFile(400));
    doc.registerFont('bold', fontFile(700));
    doc.font('regular');
    const { font } = (
      doc as unknown as { _font: { font: { hasGlyphForCodePoint: (at: number) => boolean } } }
    )._font;
    this.has = (codePoint) => font.hasGlyphForCodePoint(codePoint);
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  add(told: Told) {
    this.root.add(told);
  }

  say(tag: string, text: string, how: Saying) {
    // A heading does not stand alone at the foot of a page.
    if (tag.startsWith('H') && this.doc.y > 700) this.doc.addPage();
    this.add(this.runs(tag, [{ text }], how));
  }

  end() {
    this.root.end();
    this.doc.end();
  }

  block(block: CouncilBlock) {
    switch (block.kind) {
      case 'subtitle':
        return this.say('H2', block.text, { size: 13, bold: true, before: 12 });
      case 'note':
        return this.say('P', block.text, { size: 10, colour: QUIET });
      case 'text':
        for (const each of block.blocks) this.add(this.text(each));
        return;
      case 'quote': {
        const quoted = block.blocks.map((each) => this.text(each, MARGIN + INDENT));
        const source = [{ text: '– ' }, { text: block.source, href: block.url }];
        const how = { size: 10, colour: QUIET, before: 2, x: MARGIN + INDENT };
        return this.add(this.doc.struct('BlockQuote', {}, [...quoted, this.runs('P', source, how)]));
      }
      case 'table':
        return this.table(block);
    }
  }

  /** Runs after one another in one paragraph; a link is one to a reader too. */
  runs(tag: string, runs: readonly CouncilRun[], how: Saying): Told {
    const { doc } = this;
    const { size = 11, colour = INK, before = 6, x = MARGIN } = how;
    const printed = runs
      .map((run) => ({ ...run, text: this.print(run.text) }))
      .filter(({ text }) => text !== '');
    return doc.struct(
      tag,
      {},
      printed.map(({ text, href, bold = how.bold, italic = false }, at) => {
        const draw = () => {
          if (at === 0 && doc.y > MARGIN) doc.y += before;
          doc
            .font(bold ? 'bold' : 'regular')
            .fontSize(size)
            .fillColor(colour);
          // Each says what it is not, too: what the run before it was goes on otherwise.
          const options = {
            width: WIDTH + MARGIN - x,
            lineGap: 2,
            continued: at < printed.length - 1,
            link: href ?? null,
            underline: href !== undefined,
            oblique: italic,
          };
          if (at === 0) doc.text(text, x, doc.y, options);
          else doc.text(text, options);
        };
        return href === undefined ? draw : doc.struct('Link', {}, draw);
      }),
    );
  }

  /** What somebody wrote, from `x` on. */
  private text({ type, parts = [], blocks = [], start }: CouncilText, x = MARGIN): Told {
    const { doc } = this;
    switch (type) {
      case 'list':
        return doc.struct(
          'L',
          {},
          blocks.map((item, at) => this.item(item, start === undefined ? '•' : `${start + at}.`, x)),
        );
      case 'quote':
        return doc.struct(
          'BlockQuote',
          {},
          blocks.map((block) => this.text(block, x + INDENT)),
        );
      default:
        return parts.length > 0 || blocks.length === 0
          ? this.runs('P', parts, { x })
          : doc.struct(
              'Div',
              {},
              blocks.map((block) => this.text(block, x)),
            );
    }
  }

  private item(item: CouncilText, mark: string, x: number): Told {
    const { doc } = this;
    const label = () => {
      doc.y += 6;
      doc
        .font('regular')
        .fontSize(11)
        .fillColor(INK)
        .text(mark, x, doc.y, { width: 2 * INDENT, lineGap: 2 });
      // What it marks stands beside it.
      doc.y -= doc.currentLineHeight(true) + 2 + 6;
    };
    const inner = (item.blocks ?? []).map((block) => this.text(block, x + 1.5 * INDENT));
    return doc.struct('LI', {}, [doc.struct('Lbl', {}, label), doc.struct('LBody', {}, inner)]);
  }

  /** A table that goes on on the next page has its heads there too. */
  private table({ head, numeric, rows }: TableBlock) {
    const { doc } = this;
    if (doc.y > 680) doc.addPage();
    doc.y += 8;
    doc.font('regular').fontSize(10).fillColor(INK);
    const widths = this.widthsOf([head, ...rows]);
    for (const [at, part] of this.partsOf(head, rows, widths).entries()) {
      if (at > 0) doc.addPage();
      this.tableOf({ head, numeric, rows: part }, widths);
    }
    doc.y += 6;
  }

  /** The rows that fit on what is left of this page, and on each page after it. */
  private partsOf(head: string[], rows: readonly string[][], widths: readonly number[]): string[][][] {
    const { doc } = this;
    const heightOf = (row: readonly string[]) =>
      Math.max(
        ...row.map((text, column) =>
          doc.heightOfString(this.print(text), { width: (widths[column] ?? 0) - 12, lineGap: 2 }),
        ),
      ) + 11;
    doc.font('bold');
    const heads = heightOf(head);
    doc.font('regular');
    const bottom = doc.page.height - MARGIN - heads;
    const parts: string[][][] = [[]];
    let room = bottom - doc.y;
    for (const row of rows) {
      const height = heightOf(row);
      if (height > room && parts.at(-1)?.length) {
        parts.push([]);
        room = bottom - MARGIN;
      }
      parts.at(-1)?.push(row);
      room -= height;
    }
    return parts;
  }

  private tableOf(
    { head, numeric, rows }: Pick<TableBlock, 'head' | 'numeric' | 'rows'>,
    widths: readonly number[],
  ) {
    const { doc } = this;
    doc.font('regular').fontSize(10).fillColor(INK);
    const align = (column: number) => ({
      x: numeric.includes(column) ? ('right' as const) : ('left' as const),
      y: 'top' as const,
    });
    const cell = (text: string, column: number) => ({ text: this.print(text), align: align(column) });
    doc.x = MARGIN;
    doc.table({
      structParent: this.root,
      columnStyles: widths.map((width) => ({ width })),
      defaultStyle: {
        padding: [5, 6, 5, 6],
        border: [0, 0, 0.7, 0],
        borderColor: LINE,
        textColor: INK,
        textOptions: { lineGap: 2 },
      },
      data: [
        head.map((text, column) => ({
          ...cell(text, column),
          type: 'TH' as const,
          scope: 'Column' as const,
          font: { src: 'bold', size: 10 },
        })),
        ...rows.map((row) =>
          row.map((text, column) => ({
            ...cell(text, column),
            ...(column === 0 && { type: 'TH' as const, scope: 'Row' as const }),
          })),
        ),
      ],
    } as never);
    doc.x = MARGIN;
  }

  /** Every column holds its longest word; the rest goes to those with most to say. */
  private widthsOf(rows: readonly string[][]): number[] {
    const { doc } = this;
    doc.font('bold').fontSize(10);
    const most = (texts: string[]) => Math.max(...texts.map((text) => doc.widthOfString(text)));
    const columns = (rows[0] ?? []).map((_, column) => {
      const texts = rows.map((row) => this.print(row[column] ?? ''));
      const least = Math.min(160, most(texts.flatMap((text) => text.split(/\s+/))) + 14);
      return { least, more: Math.max(1, Math.min(300, most(texts)) - least) };
    });
    doc.font('regular');
    const spare = WIDTH - columns.reduce((sum, { least }) => sum + least, 0);
    const more = columns.reduce((sum, column) => sum + column.more, 0);
    return columns.map((column) => column.least + (spare * column.more) / more);
  }

  /** Line by line, with the spaces that stand between runs. */
  private print(text: string): string {
    return text
      .split('\n')
      .map((line) => {
        const printed = printable(line, this.has);
        if (!printed) return line && ' ';
        return `${/^\s/.test(line) ? ' ' : ''}${printed}${/\s$/.test(line) ? ' ' : ''}`;
      })
      .join('\n');
  }
}
