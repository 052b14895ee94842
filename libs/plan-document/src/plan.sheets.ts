import { actionColumns, actionRows, groupLines, type ActionRow } from './action.columns.js';
import { areaName, fundingText, sumRemark } from './economy.text.js';
import { moneyOverview, type MoneySum } from './money.overview.js';
import { planSheet, type PlanCell, type PlanSheet } from './plan.cells.js';
import type {
  PlanCurrency,
  PlanDocument,
  PlanIdea,
  PlanIdeaMeeting,
  PlanMeeting,
  PlanProcess,
} from './plan-document.model.js';
import { planReferencePrefix } from './plan-document.model.js';
import type { PlanWords } from './plan-document.words.js';

/** The sheets of a plan as a workbook, the actions first: they are what most people open it for. */
export function planSheets(plan: PlanDocument, words: PlanWords): PlanSheet[] {
  return [
    planSheet(words.sheets.actions, actionRows(plan), actionColumns(words)),
    moneySheet(plan, words),
    inputSheet(plan, words),
    ideaSheet(plan, words),
    consultationSheet(plan, words),
    processSheet(plan, words),
    meetingSheet(plan, words),
    aboutSheet(plan, words),
  ];
}

type MoneyRow = {
  kind: keyof PlanWords['money']['rows'];
  area: string;
  number: string;
  title: string;
  funding: string;
  amount: number | null;
  currency: PlanCurrency | '';
};

function moneySheet(plan: PlanDocument, words: PlanWords) {
  const overview = moneyOverview(plan);
  const sums = (kind: MoneyRow['kind'], area: string, title: string, sum: MoneySum): MoneyRow[] => {
    const row = { kind, area, number: '', title, funding: sumRemark(sum, words) };
    return sum.sums.length === 0
      ? [{ ...row, funding: row.funding || words.money.noAmount, amount: null, currency: '' }]
      : sum.sums.map(({ amount, currency }) => ({ ...row, amount, currency }));
  };
  const rows = overview.areas.flatMap(({ area, subtotal }) => [
    ...area.actions.map(({ number, title, economy }): MoneyRow => ({
      kind: 'action',
      area: areaName(area),
      number,
      title,
      funding: fundingText(economy, words),
      amount: economy.amount,
      currency: economy.amount === null ? '' : economy.currency,
    })),
    ...sums('subtotal', areaName(area), words.money.subtotal(areaName(area)), subtotal),
  ]);
  return planSheet(
    words.sheets.money,
    [...rows, ...sums('total', '', words.money.total, overview.total)],
    [
      { header: words.money.row, width: 24, cell: (row) => ({ text: words.money.rows[row.kind] }) },
      { header: words.action.focusArea, width: 30, cell: (row) => ({ text: row.area }) },
      { header: words.action.number, width: 8, cell: (row) => ({ text: row.number }) },
      { header: words.action.title, width: 40, cell: (row) => ({ text: row.title }) },
      { header: words.action.economy, width: 44, cell: (row) => ({ text: row.funding }) },
      { header: words.action.amount, width: 16, cell: (row) => ({ number: row.amount }) },
      { header: words.action.currency, width: 9, cell: (row) => ({ text: row.currency }) },
    ],
  );
}

type InputRow = ActionRow & {
  kind: keyof PlanWords['input']['kinds'];
  reference: string;
  text: string;
  language: string;
  count: number | null;
  url: string;
};

function inputSheet(plan: PlanDocument, words: PlanWords) {
  const rows = actionRows(plan).flatMap((row): InputRow[] => [
    ...row.action.background.bySourceGroup.map(({ group, count }) => ({
      ...row,
      kind: 'group' as const,
      reference: '',
      text: group,
      language: '',
      count,
      url: '',
    })),
    ...row.action.background.initiatives.map(({ reference, title, supporters, url }) => ({
      ...row,
      kind: 'initiative' as const,
      reference,
      text: title,
      language: '',
      count: supporters,
      url,
    })),
    ...row.action.background.quotes.map(({ reference, text, language, url }) => ({
      ...row,
      kind: 'quote' as const,
      reference,
      text,
      language: words.languageName(language),
      count: null,
      url,
    })),
  ]);
  return planSheet(words.sheets.input, rows, [
    { header: words.action.number, width: 8, cell: ({ action }) => ({ text: action.number }) },
    { header: words.input.action, width: 34, cell: ({ action }) => ({ text: action.title }) },
    { header: words.input.kind, width: 16, cell: (row) => ({ text: words.input.kinds[row.kind] }) },
    { header: words.references.reference, width: 13, cell: (row) => ({ text: row.reference }) },
    { header: words.input.text, width: 70, cell: (row) => ({ text: row.text }) },
    { header: words.input.language, width: 12, cell: (row) => ({ text: row.language }) },
    { header: words.input.count, width: 10, cell: (row) => ({ number: row.count }) },
    { header: words.references.link, width: 46, cell: (row) => ({ url: row.url }) },
  ]);
}

function ideaSheet(plan: PlanDocument, words: PlanWords) {
  type IdeaRow = { meeting: PlanIdeaMeeting; theme: string; idea: PlanIdea | null };
  const rows = plan.ideaCatalogue.flatMap((meeting): IdeaRow[] => {
    const ideas = meeting.themes.flatMap(({ title, ideas: inTheme }): IdeaRow[] =>
      inTheme.length === 0
        ? [{ meeting, theme: title, idea: null }]
        : inTheme.map((idea) => ({ meeting, theme: title, idea })),
    );
    return ideas.length === 0 ? [{ meeting, theme: '', idea: null }] : ideas;
  });
  return planSheet(words.sheets.ideas, rows, [
    { header: words.ideas.meeting, width: 34, cell: ({ meeting }) => ({ text: meeting.title }) },
    { header: words.process.date, width: 13, cell: ({ meeting }) => ({ date: meeting.date }) },
    { header: words.process.place, width: 26, cell: ({ meeting }) => ({ text: meeting.place }) },
    { header: words.ideas.theme, width: 28, cell: ({ theme }) => ({ text: theme }) },
    {
      header: words.ideas.idea,
      width: 70,
      cell: ({ idea }) => ({ text: idea === null ? words.empty.themes : idea.text }),
    },
    { header: words.references.reference, width: 13, cell: ({ idea }) => ({ text: idea?.reference ?? '' }) },
    { header: words.references.link, width: 46, cell: ({ idea }) => ({ url: idea?.url ?? '' }) },
  ]);
}

function consultationSheet(plan: PlanDocument, words: PlanWords) {
  const name = words.consultation;
  return planSheet(words.sheets.consultation, plan.consultationReport, [
    { header: name.process, width: 30, cell: (row) => ({ text: row.process }) },
    { header: name.theme, width: 24, cell: (row) => ({ text: row.theme }) },
    { header: name.input, width: 50, cell: (row) => ({ text: row.input }) },
    {
      header: name.sources,
      width: 18,
      cell: (row) => ({ text: row.sources.map(({ reference }) => reference).join(', ') }),
    },
    { header: name.answer, width: 50, cell: (row) => ({ text: row.answer }) },
    { header: name.change, width: 36, cell: (row) => ({ text: row.change || name.noChange }) },
    { header: name.outcome, width: 18, cell: (row) => ({ text: name.outcomes[row.outcome] }) },
    {
      header: words.references.link,
      width: 46,
      // A cell holds one link, so several are written as text, one a line.
      cell: (row) =>
        row.sources.length === 1
          ? { url: row.sources[0]!.url }
          : { text: row.sources.map(({ url }) => url).join('\n') },
    },
  ]);
}

function processSheet(plan: PlanDocument, words: PlanWords) {
  const name = words.process;
  const text = (header: string, width: number, of: (process: PlanProcess) => string) => ({
    header,
    width,
    cell: (process: PlanProcess): PlanCell => ({ text: of(process) }),
  });
  const number = (header: string, of: (process: PlanProcess) => number | null) => ({
    header,
    width: 14,
    cell: (process: PlanProcess): PlanCell => ({ number: of(process) }),
  });
  return planSheet(words.sheets.processes, plan.processes, [
    text(name.title, 32, (process) => process.title),
    text(name.kind, 20, (process) => name.kinds[process.kind]),
    text(name.question, 50, (process) => process.question),
    text(name.level, 18, (process) => process.level),
    text(name.promise, 44, (process) => process.promise),
    { header: name.startsOn, width: 13, cell: (process) => ({ date: process.startsOn }) },
    { header: name.endsOn, width: 13, cell: (process) => ({ date: process.endsOn }) },
    text(name.methods, 28, (process) => process.methods.join('\n')),
    number(name.participants, (process) => process.participants.total),
    number(name.participantTarget, (process) => process.participants.target),
    { header: name.youngShare, width: 14, cell: (process) => ({ share: process.participants.youngShare }) },
    text(name.groups, 30, (process) => groupLines(process.participants.groups)),
    number(name.works, (process) => process.contributions.works),
    number(name.doesNot, (process) => process.contributions.doesNot),
    number(name.need, (process) => process.contributions.need),
    text(name.decision, 50, (process) => process.decision?.text ?? words.empty.decision),
    text(name.decidedBy, 26, (process) => process.decision?.decidedBy ?? ''),
    { header: name.decidedOn, width: 15, cell: (process) => ({ date: process.decision?.decidedOn ?? null }) },
    text(name.caseNumber, 16, (process) => process.caseNumber),
    { header: words.references.link, width: 46, cell: (process) => ({ url: process.url }) },
  ]);
}

function meetingSheet(plan: PlanDocument, words: PlanWords) {
  type MeetingRow = { process: PlanProcess; meeting: PlanMeeting };
  const rows = plan.processes.flatMap((process): MeetingRow[] =>
    process.meetings.map((meeting) => ({ process, meeting })),
  );
  return planSheet(words.sheets.meetings, rows, [
    { header: words.process.title, width: 34, cell: ({ process }) => ({ text: process.title }) },
    { header: words.process.meeting, width: 40, cell: ({ meeting }) => ({ text: meeting.title }) },
    { header: words.process.date, width: 13, cell: ({ meeting }) => ({ date: meeting.date }) },
    { header: words.process.place, width: 30, cell: ({ meeting }) => ({ text: meeting.place }) },
    {
      header: words.process.participants,
      width: 14,
      cell: ({ meeting }) => ({ number: meeting.participants }),
    },
  ]);
}

/** Label and value, one a row: what is true of the plan as a whole. */
function aboutSheet(plan: PlanDocument, words: PlanWords) {
  const { frontPage: name, chapters } = words;
  const front = plan.frontPage;
  const facts: { label: string; value: PlanCell }[] = [
    { label: name.municipality, value: { text: front.municipality } },
    { label: name.policy, value: { text: front.policyTitle } },
    { label: name.plan, value: { text: front.planTitle } },
    { label: name.year, value: { text: String(front.year) } },
    { label: name.status, value: { text: words.publication[front.status] } },
    { label: name.ownerUnit, value: { text: front.ownerUnit } },
    { label: name.adoptedBy, value: { text: front.adoptedBy } },
    { label: name.adoptedOn, value: front.adoptedOn ? { date: front.adoptedOn } : { text: name.notAdopted } },
    { label: name.caseNumber, value: { text: front.caseNumber } },
    { label: name.url, value: { url: front.url } },
    { label: name.exportedOn, value: { date: front.exportedOn } },
    { label: chapters.introduction, value: { text: plan.introduction } },
    { label: chapters.vision, value: { text: plan.visionRelation } },
    { label: words.money.note, value: { text: plan.moneyNote } },
    { label: words.followUpPart, value: { text: plan.followUp } },
    { label: words.evaluationPart, value: { text: plan.evaluation } },
    ...Object.entries(planReferencePrefix).map(([kind, prefix]) => ({
      label: `${words.references.reference} ${prefix}-…`,
      value: { text: words.references.kinds[kind as keyof typeof planReferencePrefix] },
    })),
  ];
  return planSheet(words.sheets.plan, facts, [
    { header: words.about.label, width: 34, cell: ({ label }) => ({ text: label }) },
    { header: words.about.value, width: 100, cell: ({ value }) => value },
  ]);
}
