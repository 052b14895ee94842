import { Paragraph, Table, TextRun } from 'docx';
import { cell, dataTable, gap, heading, line, linked, type Print, type Row, cellBody } from './docx.parts.js';
import { style } from './docx.styles.js';
import { joined } from './plain.text.js';
import type { PlanMeeting, PlanProcess } from './plan-document.model.js';

/** One involvement process: what could be influenced, who took part, what they said and what was decided. */
export function processPart(print: Print, process: PlanProcess, place: number): (Paragraph | Table)[] {
  return [
    heading(2, process.title, { newPage: place > 0 }),
    facts(print, process),
    gap(),
    line(style.label, print.words.process.meetings),
    ...(process.meetings.length === 0
      ? [line(style.empty, print.words.empty.meetings)]
      : [meetingTable(print, process.meetings), gap()]),
  ];
}

function facts(print: Print, process: PlanProcess) {
  const { words } = print;
  const name = words.process;
  const { participants, contributions, decision } = process;
  const row = (label: string, content: Paragraph[], mayBreak = false): Row => ({
    cells: [cell(line(style.cell, bold(label)), { fill: print.colours.tint }), cell(content)],
    mayBreak,
  });
  const text = (label: string, value: string) =>
    row(label, cellBody(value, words.notStated), value.length > 900);

  return dataTable(print, {
    description: words.tables.process,
    widths: [2500, 6798],
    rows: [
      text(name.kind, name.kinds[process.kind]),
      text(name.question, process.question),
      text(name.level, process.level),
      text(name.promise, process.promise),
      text(name.period, words.formatPeriod(process.startsOn, process.endsOn)),
      text(name.methods, process.methods.join(', ')),
      text(name.participants, participants.total === null ? '' : words.formatNumber(participants.total)),
      ...(participants.target === null
        ? []
        : [text(name.participantTarget, words.formatNumber(participants.target))]),
      text(
        name.youngShare,
        participants.youngShare === null ? '' : words.formatShare(participants.youngShare),
      ),
      ...(participants.groups.length === 0
        ? []
        : [
            text(
              name.groups,
              participants.groups
                .map(({ group, count }) => `${group}: ${words.formatNumber(count)}`)
                .join('\n'),
            ),
          ]),
      text(
        name.contributions,
        [
          `${name.works}: ${words.formatNumber(contributions.works)}`,
          `${name.doesNot}: ${words.formatNumber(contributions.doesNot)}`,
          `${name.need}: ${words.formatNumber(contributions.need)}`,
        ].join('\n'),
      ),
      row(
        name.decision,
        decision === null
          ? [line(style.cellEmpty, words.empty.decision)]
          : [
              ...cellBody(decision.text, words.notStated),
              ...decidedLine(
                joined(
                  [decision.decidedBy, decision.decidedOn ? words.formatDate(decision.decidedOn) : ''],
                  ', ',
                ),
              ),
            ],
        true,
      ),
      text(name.caseNumber, process.caseNumber),
      ...(process.url === ''
        ? []
        : [row(words.references.link, [line(style.cell, linked(process.url, process.url))])]),
    ],
  });
}

function decidedLine(text: string) {
  return text === '' ? [] : [line(style.cell, text)];
}

function meetingTable(print: Print, meetings: PlanMeeting[]) {
  const { words } = print;
  return dataTable(print, {
    description: words.tables.meetings,
    widths: [3700, 2100, 2098, 1400],
    head: [words.process.meeting, words.process.date, words.process.place, words.process.participants],
    numeric: [3],
    rows: meetings.map((meeting) => ({
      cells: [
        cell(line(style.cell, meeting.title)),
        cell(line(style.cell, meeting.date ? words.formatDate(meeting.date) : words.notStated)),
        cell(line(style.cell, meeting.place || words.notStated)),
        cell(
          line(
            style.cellNumber,
            meeting.participants === null ? words.notStated : words.formatNumber(meeting.participants),
          ),
        ),
      ],
    })),
  });
}

function bold(text: string) {
  return new TextRun({ text, bold: true });
}
