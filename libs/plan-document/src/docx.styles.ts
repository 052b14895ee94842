import { AlignmentType, BorderStyle, LevelFormat, LineRuleType, type IPropertiesOptions } from 'docx';
import type { PrintColours } from './colour.contrast.js';

/** Lengths in twips, a twentieth of a point: A4 with margins wide enough to punch and file. */
export const portrait = { margins: { top: 1500, bottom: 1300, left: 1304, right: 1304 }, text: 9298 };
export const landscape = { margins: { top: 1300, bottom: 960, left: 1021, right: 1021 }, text: 14796 };
export const a4 = { width: 11906, height: 16838 };

/** The names of the styles a paragraph can ask for, beside Word's own headings. */
export const style = {
  coverMunicipality: 'CoverMunicipality',
  coverPolicy: 'CoverPolicy',
  coverFact: 'CoverFact',
  coverDraft: 'CoverDraft',
  contentsTitle: 'ContentsTitle',
  quote: 'Quote',
  label: 'FieldLabel',
  cell: 'CellText',
  cellNumber: 'CellNumber',
  cellSum: 'CellSum',
  cellSumNumber: 'CellSumNumber',
  cellHead: 'CellHead',
  cellHeadNumber: 'CellHeadNumber',
  cellLabel: 'CellLabel',
  bullet: 'PlanBullet',
  empty: 'EmptyPart',
  emptyArea: 'EmptyArea',
  cellEmpty: 'CellEmpty',
} as const;

export const ink = '1F2328';
export const muted = '57606A';

/** Calibri is on every machine with Office; others show Carlito, which is cut to the same widths. */
const font = 'Calibri';

/** The document's styles, so that a caseworker can restyle the plan in Word by changing a style, not every paragraph. */
export function docxStyles(
  colours: PrintColours,
  locale: string,
): Required<Pick<IPropertiesOptions, 'styles' | 'numbering'>> {
  const { strong } = colours;
  const block = { style: BorderStyle.SINGLE, size: 48, space: 10, color: strong };
  const onBlock = {
    border: { top: block, bottom: block, left: block, right: block },
    shading: { fill: strong },
    indent: { left: 240, right: 240 },
  };
  const heading = (size: number, before: number, after: number) => ({
    run: { font, size, bold: true, color: strong },
    paragraph: { spacing: { before, after, line: 252 }, keepNext: true, keepLines: true },
  });
  const cell = { spacing: { before: 20, after: 40, line: 240 } };

  return {
    styles: {
      default: {
        document: {
          run: { font, size: 22, color: ink, language: { value: locale, eastAsia: locale } },
          paragraph: { spacing: { after: 140, line: 283 } },
        },
        title: {
          run: { font, size: 68, bold: true, color: 'FFFFFF' },
          paragraph: { ...onBlock, spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
        },
        heading1: heading(36, 0, 200),
        heading2: heading(28, 320, 120),
        heading3: heading(24, 280, 100),
        hyperlink: { run: { color: strong, underline: {} } },
      },
      characterStyles: [
        {
          id: 'RunInLabel',
          name: 'Run-in Label',
          basedOn: 'DefaultParagraphFont',
          run: { bold: true, color: strong },
        },
      ],
      paragraphStyles: [
        {
          id: style.coverMunicipality,
          name: 'Cover Municipality',
          basedOn: 'Normal',
          run: { size: 28, bold: true, color: 'FFFFFF' },
          paragraph: { ...onBlock, spacing: { before: 0, after: 2600 } },
        },
        {
          id: style.coverPolicy,
          name: 'Cover Policy',
          basedOn: 'Normal',
          run: { size: 30, color: 'FFFFFF' },
          paragraph: { ...onBlock, spacing: { before: 160, after: 0 } },
        },
        {
          id: style.coverFact,
          name: 'Cover Fact',
          basedOn: 'Normal',
          run: { size: 23 },
          paragraph: {
            spacing: { before: 0, after: 90 },
            indent: { left: 3000, hanging: 3000 },
            leftTabStop: 3000,
          },
        },
        {
          id: style.coverDraft,
          name: 'Cover Draft',
          basedOn: 'Normal',
          run: { size: 26, bold: true, color: strong },
          paragraph: { spacing: { before: 0, after: 300 } },
        },
        {
          id: style.contentsTitle,
          name: 'Contents Title',
          basedOn: 'Normal',
          run: { size: 36, bold: true, color: strong },
          paragraph: { spacing: { after: 240 }, keepNext: true },
        },
        {
          id: 'TOC1',
          name: 'toc 1',
          basedOn: 'Normal',
          run: { bold: true },
          paragraph: { spacing: { before: 160, after: 40 } },
        },
        {
          id: 'TOC2',
          name: 'toc 2',
          basedOn: 'Normal',
          paragraph: { spacing: { before: 0, after: 30 }, indent: { left: 284 } },
        },
        {
          id: style.quote,
          name: 'Quote',
          basedOn: 'Normal',
          run: { italics: true },
          paragraph: {
            spacing: { after: 100, line: 264 },
            keepLines: true,
            indent: { left: 340 },
            border: { left: { style: BorderStyle.SINGLE, size: 18, space: 10, color: strong } },
          },
        },
        {
          id: style.label,
          name: 'Field Label',
          basedOn: 'Normal',
          run: { bold: true, color: strong },
          paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
        },
        {
          id: style.bullet,
          name: 'Plan Bullet',
          basedOn: 'Normal',
          paragraph: { spacing: { after: 60 }, numbering: { reference: 'bullets', level: 0 } },
        },
        {
          id: style.empty,
          name: 'Empty Part',
          basedOn: 'Normal',
          run: { italics: true, color: muted },
        },
        {
          id: style.emptyArea,
          name: 'Empty Area',
          basedOn: 'Normal',
          paragraph: { spacing: { before: 160, after: 100 }, keepLines: true },
        },
        { id: style.cell, name: 'Cell Text', basedOn: 'Normal', run: { size: 21 }, paragraph: cell },
        {
          id: style.cellNumber,
          name: 'Cell Number',
          basedOn: style.cell,
          paragraph: { alignment: AlignmentType.RIGHT },
        },
        { id: style.cellSum, name: 'Cell Sum', basedOn: style.cell, run: { bold: true } },
        { id: style.cellSumNumber, name: 'Cell Sum Number', basedOn: style.cellNumber, run: { bold: true } },
        {
          id: style.cellHead,
          name: 'Cell Head',
          basedOn: style.cell,
          run: { bold: true, color: 'FFFFFF' },
          paragraph: { keepNext: true },
        },
        {
          id: style.cellHeadNumber,
          name: 'Cell Head Number',
          basedOn: style.cellHead,
          paragraph: { alignment: AlignmentType.RIGHT },
        },
        {
          id: style.cellLabel,
          name: 'Cell Label',
          basedOn: style.cell,
          run: { bold: true, color: strong },
          paragraph: { spacing: { before: 90, after: 0, line: 240 }, keepNext: true },
        },
        {
          id: style.cellEmpty,
          name: 'Cell Empty',
          basedOn: style.cell,
          run: { italics: true, color: muted },
        },
      ],
    },
    numbering: {
      config: [{ reference: 'bullets', levels: bulletLevels }],
    },
  };
}

/** Lists stand within one another this deep. */
const LEVELS = [0, 1, 2, 3, 4, 5] as const;
const within = (level: number) => ({ paragraph: { indent: { left: 340 * (level + 1), hanging: 227 } } });

export const bulletLevels = LEVELS.map((level) => ({
  level,
  format: LevelFormat.BULLET,
  text: '•',
  style: within(level),
}));

/** @param begins the level that begins with `start` */
export const numberLevels = (start: number, begins: number) =>
  LEVELS.map((level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    start: level === begins ? start : 1,
    style: within(level),
  }));
