import {
  BorderStyle,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { printColours } from './colour.contrast.js';
import { focusAreaPart, overviewOfActions, unstatedOfActions } from './docx.actions.js';
import { consultationReport, ideaCatalogue, referenceLegend } from './docx.annexes.js';
import { contents, frontPage } from './docx.front-page.js';
import { moneyTable } from './docx.money.js';
import { body, heading, line, type Print } from './docx.parts.js';
import { processPart, unstatedOfProcesses } from './docx.process.js';
import { a4, docxStyles, landscape, muted, portrait, style } from './docx.styles.js';
import { joined, printable } from './plain.text.js';
import type { PlanDocument, PlanProgress } from './plan-document.model.js';
import { planWords } from './plan-document.words.js';
import { progressOf } from './writing.progress.js';

/**
 * The plan as a Word document, in the order a council reads it: front page, contents, introduction and vision, the
 * processes, the actions of each focus area, the money, follow-up, and both annexes. Opens without questions: the
 * contents carry their page numbers, worked out as Word lays the pages out. That takes about 50 ms an action and keeps
 * the thread busy: a server writes a long plan on a thread of its own.
 */
export async function writeDocx(plan: PlanDocument, progress: PlanProgress = {}): Promise<Buffer> {
  const printed = printable(plan);
  const print: Print = {
    plan: printed,
    words: planWords(printed.language),
    colours: printColours(printed.frontPage.themeColour),
  };
  const { frontPage: front } = printed;
  const { advance, end } = progressOf(
    printed.focusAreas.reduce((sum, area) => sum + area.actions.length, 0) +
      printed.consultationReport.length +
      1,
    progress,
  );

  const document = new Document({
    title: `${front.planTitle} – ${front.municipality}`,
    subject: front.policyTitle,
    creator: front.municipality,
    lastModifiedBy: front.municipality,
    description: joined([front.policyTitle, String(front.year), front.caseNumber], ' · '),
    keywords: joined([print.words.actionPlan, front.policyTitle, String(front.year)], ', '),
    ...docxStyles(print.colours, print.words.locale),
    // A guess at an emoji's width is better than contents that stop where the first emoji stands.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: [
      { properties: page(portrait), children: frontPage(print) },
      section(print, portrait, [
        ...contents(print),
        ...opening(print),
        ...actions(print, advance),
        ...closing(print),
      ]),
      // Its five columns want the wide page; a sentence saying that there are none does not.
      ...(printed.consultationReport.length === 0
        ? []
        : [
            section(print, landscape, [
              heading(1, print.words.chapters.consultationReport),
              ...consultationReport(print, advance),
            ]),
          ]),
    ],
  });
  const file = await Packer.toBuffer(document);
  end();
  return file;
}

function opening(print: Print): FileChild[] {
  const { plan, words } = print;
  return [
    heading(1, words.chapters.introduction, { spaceBefore: 600 }),
    ...body(plan.introduction, words.empty.introduction),
    heading(2, words.chapters.vision),
    ...body(plan.visionRelation, words.empty.vision),
    ...referenceLegend(print),
    heading(1, words.chapters.processes, { spaceBefore: 600 }),
    ...(plan.processes.length === 0 ? [line(style.empty, words.empty.processes)] : []),
    ...plan.processes.flatMap((process) => processPart(print, process)),
    ...unstatedOfProcesses(print),
  ];
}

function actions(print: Print, onAction: () => void): FileChild[] {
  const { plan, words } = print;
  return [
    heading(1, words.chapters.actions, { spaceBefore: 600 }),
    ...(plan.focusAreas.length === 0 ? [line(style.empty, words.empty.actions)] : []),
    ...overviewOfActions(print),
    ...plan.focusAreas.flatMap((area, place) => focusAreaPart(print, area, place, onAction)),
    ...unstatedOfActions(print),
  ];
}

function closing(print: Print): FileChild[] {
  const { plan, words } = print;
  return [
    heading(1, words.chapters.money, { spaceBefore: 600 }),
    ...(plan.moneyNote.trim() === '' ? [] : body(plan.moneyNote, '')),
    plan.focusAreas.length === 0 ? line(style.empty, words.empty.actions) : moneyTable(print),
    heading(1, words.chapters.followUp, { spaceBefore: 600 }),
    heading(2, words.followUpPart),
    ...body(plan.followUp, words.empty.followUp),
    heading(2, words.evaluationPart),
    ...body(plan.evaluation, words.empty.evaluation),
    heading(1, words.chapters.ideaCatalogue, { newPage: true }),
    ...ideaCatalogue(print),
    ...(plan.consultationReport.length === 0
      ? [
          heading(1, words.chapters.consultationReport, { spaceBefore: 600 }),
          line(style.empty, words.empty.consultation),
        ]
      : []),
  ];
}

type Paper = typeof portrait;

function page({ margins }: Paper, turned = false): ISectionOptions['properties'] {
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      size: { ...a4, orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
      margin: { ...margins, header: 620, footer: 560 },
    },
  };
}

function section(print: Print, paper: Paper, children: FileChild[]): ISectionOptions {
  const { plan, words } = print;
  const { municipality, planTitle, status, caseNumber } = plan.frontPage;
  const toTheRight = [{ type: TabStopType.RIGHT, position: paper.text }];
  const small = { size: 18, color: muted };
  const rule = { style: BorderStyle.SINGLE, size: 6, space: 6, color: print.colours.accent };
  return {
    properties: page(paper, paper === landscape),
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            tabStops: toTheRight,
            border: { bottom: rule },
            children: [
              new TextRun({ ...small, bold: true, text: municipality }),
              new TextRun({
                ...small,
                children: [
                  new Tab(),
                  joined([status === 'draft' ? words.publication.draft : '', planTitle], ' · '),
                ],
              }),
            ],
          }),
        ],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            tabStops: toTheRight,
            children: [
              new TextRun({ ...small, text: caseNumber && `${words.frontPage.caseNumber} ${caseNumber}` }),
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
  };
}
