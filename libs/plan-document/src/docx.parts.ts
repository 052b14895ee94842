import {
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  Paragraph,
  StringValueElement,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  XmlComponent,
  type ITableOptions,
  type ParagraphChild,
} from 'docx';
import type { PrintColours } from './colour.contrast.js';
import { style } from './docx.styles.js';
import { paragraphsOf, webAddress } from './plain.text.js';
import type { PlanDocument, PlanSource } from './plan-document.model.js';
import type { PlanWords } from './plan-document.words.js';

/** What every part of the document is printed with. */
export type Print = { plan: PlanDocument; words: PlanWords; colours: PrintColours };

type StyleName = (typeof style)[keyof typeof style];

const headingLevels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

export function heading(
  level: 1 | 2 | 3,
  text: string,
  given: { newPage?: boolean; spaceBefore?: number } = {},
): Paragraph {
  return new Paragraph({
    heading: headingLevels[level - 1]!,
    children: [new TextRun(text)],
    pageBreakBefore: given.newPage ?? false,
    ...(given.spaceBefore === undefined ? {} : { spacing: { before: given.spaceBefore } }),
  });
}

export function line(styleName: StyleName, ...children: (ParagraphChild | string)[]): Paragraph {
  return new Paragraph({
    style: styleName,
    children: children.map((child) => (typeof child === 'string' ? new TextRun(child) : child)),
  });
}

/** A text as its author split it, or a sentence saying that there is none. */
export function body(text: string, whenEmpty: string): Paragraph[] {
  const paragraphs = paragraphsOf(text);
  if (paragraphs.length === 0) return [line(style.empty, whenEmpty)];
  return paragraphs.map((lines) => new Paragraph({ children: brokenLines(lines) }));
}

/** The same inside a table. */
export function cellBody(text: string, whenEmpty: string): Paragraph[] {
  const paragraphs = paragraphsOf(text);
  if (paragraphs.length === 0) return [line(style.cellEmpty, whenEmpty)];
  return paragraphs.map((lines) => line(style.cell, ...brokenLines(lines)));
}

/** A label with what it stands for below it, inside a table. */
export function labelled(label: string, content: Paragraph[]): Paragraph[] {
  return [line(style.cellLabel, label), ...content];
}

export function brokenLines(lines: string[]): TextRun[] {
  return lines.map((text, index) => new TextRun(index === 0 ? { text } : { text, break: 1 }));
}

/** Text that opens a web page where there is one, plain text elsewhere. */
export function linked(text: string, url: string): ParagraphChild {
  const link = webAddress(url);
  if (link === '') return new TextRun(text);
  return new ExternalHyperlink({ link, children: [new TextRun({ text, style: 'Hyperlink' })] });
}

/** References after one another: "K-123, F-12", each a link. */
export function references(sources: PlanSource[]): ParagraphChild[] {
  return sources.flatMap(({ reference, url }, index) => [
    ...(index === 0 ? [] : [new TextRun(', ')]),
    linked(reference, url),
  ]);
}

export type Cell = { content: Paragraph[]; span?: number; fill?: string };

export function cell(content: Paragraph[] | Paragraph, given: Omit<Cell, 'content'> = {}): Cell {
  return { content: Array.isArray(content) ? content : [content], ...given };
}

/** A row short enough to read at a glance is kept on one page; a long one may break. */
export type Row = { cells: Cell[]; mayBreak?: boolean; keepNext?: boolean };

/**
 * A table with fixed columns (widths in twips), a header row that is repeated on every page, and a description for
 * screen readers. A heading in `numeric` (column indexes) is set to the right, over its numbers.
 */
export function dataTable(
  { colours }: Pick<Print, 'colours'>,
  given: { description: string; widths: number[]; head?: string[]; numeric?: number[]; rows: Row[] },
): Table {
  const { widths, head, numeric = [] } = given;
  const headRow = head?.map((text, index) =>
    cell(line(numeric.includes(index) ? style.cellHeadNumber : style.cellHead, text), {
      fill: colours.strong,
    }),
  );
  return new DescribedTable(
    {
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      margins: { top: 50, bottom: 50, left: 110, right: 110, marginUnitType: WidthType.DXA },
      borders: tableBorders,
      tableLook: {
        firstRow: head !== undefined,
        firstColumn: head === undefined,
        noHBand: true,
        noVBand: true,
      },
      rows: [
        ...(headRow
          ? [new TableRow({ tableHeader: true, cantSplit: true, children: tableCells(headRow, widths) })]
          : []),
        ...given.rows.map(
          ({ cells, mayBreak = false, keepNext = false }) =>
            // Given only where it holds: a row that sets it off would also undo it for the labels in its cells.
            new TableRow({
              cantSplit: !mayBreak,
              ...(keepNext ? { keepNext } : {}),
              children: tableCells(cells, widths),
            }),
        ),
      ],
    },
    given.description,
  );
}

/** Air below a table: two tables without a paragraph between them become one in Word. */
export function gap(after = 120): Paragraph {
  return new Paragraph({ spacing: { before: 0, after, line: 120 }, children: [] });
}

const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'B7BEC6' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const tableBorders = {
  top: hairline,
  bottom: hairline,
  left: none,
  right: none,
  insideHorizontal: hairline,
  insideVertical: hairline,
};

function tableCells(cells: Cell[], widths: number[]): TableCell[] {
  let column = 0;
  return cells.map(({ content, span = 1, fill }) => {
    const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0);
    column += span;
    return new TableCell({
      children: content,
      columnSpan: span,
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.TOP,
      ...(fill === undefined ? {} : { shading: { fill } }),
    });
  });
}

/** docx has no option for a table's alternative text, so it is added where the format keeps it: last in its properties. */
class DescribedTable extends Table {
  constructor(options: ITableOptions, description: string) {
    super(options);
    const properties: unknown = this.root[0];
    if (!(properties instanceof XmlComponent))
      throw new Error('A table is expected to begin with its properties.');
    properties.addChildElement(new StringValueElement('w:tblDescription', description));
  }
}
