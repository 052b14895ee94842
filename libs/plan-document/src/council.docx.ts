import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type FileChild,
} from 'docx';
import { printColours, type PrintColours } from './colour.contrast.js';
import type { CouncilBlock, CouncilDocument } from './council-document.model.js';
import { cell, dataTable, gap, heading, line, linked } from './docx.parts.js';
import { a4, docxStyles, muted, portrait, style } from './docx.styles.js';
import { DocxText } from './docx.text.js';
import { printable } from './plain.text.js';
import { planWords } from './plan-document.words.js';

/** The case as a Word document: a front page of facts, then its parts, with page numbers and the case number below. */
export async function writeCouncilDocx(given: CouncilDocument): Promise<Buffer> {
  const document = printable(given);
  const words = planWords(document.language);
  const colours = printColours(document.themeColour);
  const { municipality, kind, title, caseNumber } = document;
  const small = { size: 18, color: muted };
  const text = new DocxText();
  const children = [
    ...frontPage(document, colours),
    ...document.parts.flatMap(({ title, blocks }, index) => [
      heading(1, title, index === 0 ? { newPage: true } : { spaceBefore: 600 }),
      ...blocks.flatMap((block) => blockOf(block, colours, text)),
    ]),
  ];
  return Packer.toBuffer(
    new Document({
      title: `${kind}: ${title}`,
      subject: kind,
      creator: municipality,
      lastModifiedBy: municipality,
      description: [kind, caseNumber].filter(Boolean).join(' · '),
      ...docxStyles(colours, words.locale),
      numbering: { config: text.numbering },
      sections: [
        {
          properties: { page: { size: a4, margin: { ...portrait.margins, header: 620, footer: 560 } } },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  tabStops: [{ type: TabStopType.RIGHT, position: portrait.text }],
                  children: [
                    new TextRun({ ...small, text: [kind, caseNumber].filter(Boolean).join(' · ') }),
                    new TextRun({
                      ...small,
                      children: [
                        new Tab(),
                        `${words.page} `,
                        PageNumber.CURRENT,
                        ` ${words.pageOf} `,
                        PageNumber.TOTAL_PAGES,
                      ],
                    }),
                  ],
                }),
              ],
            }),
          },
          children,
        },
      ],
    }),
  );
}

function frontPage(
  { municipality, kind, title, facts }: CouncilDocument,
  colours: PrintColours,
): Paragraph[] {
  return [
    line(style.coverMunicipality, municipality),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
    line(style.coverPolicy, kind),
    new Paragraph({
      spacing: { before: 240, after: 700 },
      border: { top: { style: BorderStyle.SINGLE, size: 48, space: 1, color: colours.accent } },
      indent: { left: -80, right: -80 },
      children: [],
    }),
    ...facts.map(({ label, value, url = '' }) =>
      line(style.coverFact, new TextRun({ children: [label, new Tab()], bold: true }), linked(value, url)),
    ),
  ];
}

function blockOf(block: CouncilBlock, colours: PrintColours, text: DocxText): FileChild[] {
  switch (block.kind) {
    case 'text':
      return text.print(block.blocks);
    case 'note':
      return [line(style.empty, block.text)];
    case 'subtitle':
      return [heading(2, block.text)];
    case 'quote':
      return text.print(block.blocks, {
        quoted: true,
        after: [new TextRun({ text: ' – ' }), linked(block.source, block.url)],
      });
    case 'table': {
      const { description, head, numeric, rows } = block;
      // The first column holds words, the others are as wide as one another.
      const width = Math.floor(portrait.text / (head.length + 1));
      const widths = head.map((_, index) =>
        index === 0 ? portrait.text - width * (head.length - 1) : width,
      );
      return [
        dataTable(
          { colours },
          {
            description,
            widths,
            head,
            numeric,
            rows: rows.map((texts) => ({
              cells: texts.map((text, index) =>
                cell(line(numeric.includes(index) ? style.cellNumber : style.cell, text)),
              ),
            })),
          },
        ),
        gap(),
      ];
    }
  }
}
