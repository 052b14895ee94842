import { Paragraph, Table } from 'docx';
import {
  cell,
  cellBody,
  dataTable,
  gap,
  heading,
  line,
  linked,
  references,
  type Print,
} from './docx.parts.js';
import { style } from './docx.styles.js';
import { joined } from './plain.text.js';
import {
  planReferencePrefix,
  type PlanConsultationRow,
  type PlanReferenceKind,
} from './plan-document.model.js';

/** Annex 1: the ideas, meeting by meeting and theme by theme. */
export function ideaCatalogue({ plan, words }: Print): Paragraph[] {
  if (plan.ideaCatalogue.length === 0) return [line(style.empty, words.empty.ideas)];
  return plan.ideaCatalogue.flatMap((meeting) => {
    const whenWhere = joined([meeting.date ? words.formatDate(meeting.date) : '', meeting.place], ', ');
    return [
      heading(2, meeting.title),
      ...(whenWhere === '' ? [] : [new Paragraph({ text: whenWhere, keepNext: true })]),
      ...(meeting.themes.length === 0 ? [line(style.empty, words.empty.themes)] : []),
      ...meeting.themes.flatMap(({ title, ideas }) => [
        heading(3, title),
        ...(ideas.length === 0 ? [line(style.empty, words.empty.themes)] : []),
        ...ideas.map(({ text, reference, url }) =>
          line(style.bullet, `${text} (`, linked(reference, url), ')'),
        ),
      ]),
    ];
  });
}

/** Annex 2: input | the administration's answer | change, a table for each process. */
export function consultationReport(print: Print, onRow: () => void): (Paragraph | Table)[] {
  const { plan, words } = print;
  return [...byProcess(plan.consultationReport)].flatMap(([process, rows]) => [
    heading(2, process || words.notStated),
    consultationTable(print, rows, onRow),
    gap(),
  ]);
}

function consultationTable(print: Print, rows: PlanConsultationRow[], onRow: () => void) {
  const { words } = print;
  const name = words.consultation;
  return dataTable(print, {
    description: words.tables.consultation,
    widths: [1900, 4400, 4500, 2400, 1596],
    head: [name.theme, name.input, name.answer, name.change, name.outcome],
    rows: rows.map((row) => {
      onRow();
      return {
        mayBreak: Math.max(row.input.length, row.answer.length, row.change.length) > 900,
        cells: [
          cell(cellBody(row.theme, words.notStated)),
          cell([
            ...cellBody(row.input, words.notStated),
            ...(row.sources.length === 0 ? [] : [line(style.cell, ...references(row.sources))]),
          ]),
          cell(cellBody(row.answer, words.empty.answer)),
          cell(cellBody(row.change, name.noChange)),
          cell(line(style.cell, name.outcomes[row.outcome])),
        ],
      };
    }),
  });
}

/** What the letters of the references stand for. */
export function referenceLegend(print: Print): (Paragraph | Table)[] {
  const { words } = print;
  return [
    heading(2, words.references.title),
    new Paragraph({ text: words.references.explanation, keepNext: true }),
    dataTable(print, {
      description: words.tables.legend,
      widths: [2000, 7298],
      rows: Object.entries(planReferencePrefix).map(([kind, prefix], index, all) => ({
        keepNext: index < all.length - 1,
        cells: [
          cell(line(style.cellSum, `${prefix}-…`), { fill: print.colours.tint }),
          cell(line(style.cell, words.references.kinds[kind as PlanReferenceKind])),
        ],
      })),
    }),
    gap(),
  ];
}

function byProcess(rows: PlanConsultationRow[]) {
  const groups = new Map<string, PlanConsultationRow[]>();
  for (const row of rows) groups.set(row.process, [...(groups.get(row.process) ?? []), row]);
  return groups;
}
