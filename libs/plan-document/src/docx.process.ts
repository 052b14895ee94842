import { Paragraph, Table, TextRun } from 'docx';
import { cell, dataTable, gap, heading, line, linked, type Print, type Row, cellBody } from './docx.parts.js';
import { style } from './docx.styles.js';
import { joined } from './plain.text.js';
import { unstatedNote } from './docx.notes.js';
import type { PlanMeeting, PlanProcess } from './plan-document.model.js';
import type { PlanWords } from './plan-document.words.js';

/** One involvement process: what could be influenced, who took part, what they said and what was decided. */
export function processPart(print: Print, process: PlanProcess): (Paragraph | Table)[] {
  return [
    heading(2, process.title),
    facts(print, process),
    gap(),
    ...(process.meetings.length === 0
      ? []
      : [heading(3, print.words.process.meetings), meetingTable(print, process.meetings), gap()]),
  ];
}

/** What is not known yet about the processes. */
export function unstatedOfProcesses(print: Print): Paragraph[] {
  const { words, plan } = print;
  return unstatedNote(
    print,
    plan.processes.map((process) => ({
      name: process.title,
      labels: [
        ...factsOf(process, words)
          .filter(({ value }) => value.trim() === '')
          .map(({ label }) => label),
        ...(process.meetings.length === 0 ? [words.process.meetings] : []),
      ],
    })),
    { one: '', all: words.notes.allProcesses },
  );
}

type Fact = { label: string; value: string; link?: boolean };

function factsOf(process: PlanProcess, words: PlanWords): Fact[] {
  const name = words.process;
  const { participants, contributions, decision } = process;
  const counted = (count: number | null) => (count === null ? '' : words.formatNumber(count));
  const decided =
    decision === null
      ? ''
      : joined(
          [
            decision.text,
            joined(
              [decision.decidedBy, decision.decidedOn ? words.formatDate(decision.decidedOn) : ''],
              ', ',
            ),
          ],
          '\n\n',
        );
  return [
    { label: name.kind, value: name.kinds[process.kind] },
    { label: name.question, value: process.question },
    { label: name.level, value: process.level },
    { label: name.promise, value: process.promise },
    { label: name.period, value: words.formatPeriod(process.startsOn, process.endsOn) },
    { label: name.methods, value: process.methods.join(', ') },
    { label: name.participants, value: counted(participants.total) },
    { label: name.participantTarget, value: counted(participants.target) },
    {
      label: name.youngShare,
      value: participants.youngShare === null ? '' : words.formatShare(participants.youngShare),
    },
    {
      label: name.groups,
      value: participants.groups
        .map(({ group, count }) => `${group}: ${words.formatNumber(count)}`)
        .join('\n'),
    },
    {
      label: name.contributions,
      value: [
        `${name.works}: ${words.formatNumber(contributions.works)}`,
        `${name.doesNot}: ${words.formatNumber(contributions.doesNot)}`,
        `${name.need}: ${words.formatNumber(contributions.need)}`,
      ].join('\n'),
    },
    { label: name.decision, value: decided },
    { label: name.caseNumber, value: process.caseNumber },
    ...(process.url === '' ? [] : [{ label: words.references.link, value: process.url, link: true }]),
  ];
}

function facts(print: Print, process: PlanProcess) {
  const { words, colours } = print;
  return dataTable(print, {
    description: words.tables.process,
    widths: [2500, 6798],
    rows: factsOf(process, words)
      .filter(({ value }) => value.trim() !== '')
      .map(({ label, value, link }): Row => ({
        cells: [
          cell(line(style.cell, bold(label)), { fill: colours.tint }),
          cell(link ? line(style.cell, linked(value, value)) : cellBody(value, '')),
        ],
        mayBreak: value.length > 900,
      })),
  });
}

/** A column nobody has filled in is not there; a gap in one that some have is a dash. */
function meetingTable(print: Print, meetings: PlanMeeting[]) {
  const { words } = print;
  const name = words.process;
  const columns = [
    { head: name.meeting, width: 3700, of: ({ title }: PlanMeeting) => title },
    { head: name.date, width: 2100, of: ({ date }: PlanMeeting) => (date ? words.formatDate(date) : '') },
    { head: name.place, width: 2098, of: ({ place }: PlanMeeting) => place },
    {
      head: name.participants,
      width: 1400,
      isNumber: true,
      of: ({ participants }: PlanMeeting) => (participants === null ? '' : words.formatNumber(participants)),
    },
  ].filter(({ of }) => meetings.some((meeting) => of(meeting).trim() !== ''));
  const spare = 9298 - columns.reduce((sum, { width }) => sum + width, 0);
  return dataTable(print, {
    description: words.tables.meetings,
    widths: columns.map(({ width }, index) => (index === 0 ? width + spare : width)),
    head: columns.map(({ head }) => head),
    numeric: columns.flatMap(({ isNumber }, index) => (isNumber ? [index] : [])),
    rows: meetings.map((meeting) => ({
      cells: columns.map(({ isNumber, of }) =>
        cell(line(isNumber ? style.cellNumber : style.cell, of(meeting) || '–')),
      ),
    })),
  });
}

function bold(text: string) {
  return new TextRun({ text, bold: true });
}
