import { Paragraph, TextRun, type INumberingOptions, type ParagraphChild } from 'docx';
import type { CouncilRun, CouncilText } from './council-document.model.js';
import { linked } from './docx.parts.js';
import { bulletLevels, numberLevels, style } from './docx.styles.js';

type Numbering = INumberingOptions['config'][number];

/** Prints what people wrote; each numbered list counts by itself. */
export class DocxText {
  private readonly lists: Numbering[] = [];

  /** What the document must define for the lists that were printed. */
  get numbering(): Numbering[] {
    return [{ reference: 'bullets', levels: bulletLevels }, ...this.lists];
  }

  /** @param after stands at the end of the last paragraph */
  print(
    blocks: readonly CouncilText[],
    given: { quoted?: boolean; after?: ParagraphChild[] } = {},
  ): Paragraph[] {
    const { quoted = false, after = [] } = given;
    const lines = blocks.flatMap((block) => this.lines(block, { quoted, depth: -1 }));
    if (lines.length === 0 && after.length > 0) lines.push({ runs: [], options: quoted ? quote : {} });
    return lines.map(
      ({ runs, options }, at) =>
        new Paragraph({ ...options, children: at === lines.length - 1 ? [...runs, ...after] : runs }),
    );
  }

  private lines(block: CouncilText, at: { quoted: boolean; depth: number; mark?: string }): Line[] {
    const { quoted, depth, mark } = at;
    const inner = block.blocks ?? [];
    switch (block.type) {
      case 'paragraph': {
        const options = mark
          ? { numbering: { reference: mark, level: depth } }
          : depth >= 0
            ? { indent: { left: indentOf(depth) } }
            : quoted
              ? quote
              : {};
        return [{ runs: (block.parts ?? []).flatMap(runsOf), options }];
      }
      case 'quote':
        return inner.flatMap((each) => this.lines(each, { ...at, quoted: true }));
      case 'list': {
        const reference = block.start === undefined ? 'bullets' : this.numbered(block.start, depth + 1);
        return inner.flatMap((item) => this.lines(item, { quoted, depth: depth + 1, mark: reference }));
      }
      case 'item':
        // The mark stands before the first of its paragraphs.
        return inner.flatMap((each, index) =>
          this.lines(each, { quoted, depth, ...(index === 0 && mark ? { mark } : {}) }),
        );
    }
  }

  private numbered(start: number, level: number): string {
    const reference = `numbers-${this.lists.length + 1}`;
    this.lists.push({ reference, levels: numberLevels(start, level) });
    return reference;
  }
}

interface Line {
  runs: ParagraphChild[];
  options: ConstructorParameters<typeof Paragraph>[0] & object;
}

const quote = { style: style.quote };
const indentOf = (depth: number) => 340 * (depth + 1);

function runsOf({ text, href, bold = false, italic: italics = false }: CouncilRun): ParagraphChild[] {
  if (href !== undefined) return [linked(text, href)];
  return text
    .split('\n')
    .map((line, at) => new TextRun({ text: line, bold, italics, ...(at > 0 && { break: 1 }) }));
}
