import { Bookmark, HeadingLevel, InternalHyperlink, Paragraph, Table, TextRun } from 'docx';
import {
  cell,
  cellBody,
  dataTable,
  gap,
  heading,
  labelled,
  line,
  linked,
  references,
  type Print,
} from './docx.parts.js';
import { style } from './docx.styles.js';
import { areaName, fundingText } from './economy.text.js';
import { joined } from './plain.text.js';
import type {
  PlanAction,
  PlanBackground,
  PlanEconomy,
  PlanFocusArea,
  PlanQuote,
} from './plan-document.model.js';
import type { PlanWords } from './plan-document.words.js';

/**
 * The actions of one focus area: first all of them in a table a council member can take in at a glance, then each on
 * a card of its own. The twelve columns side by side would leave two centimetres each; the card groups them by
 * the question they answer and gives them room.
 *
 * @param place tells two areas apart whose printed numbers are the same
 */
export function focusAreaPart(
  print: Print,
  area: PlanFocusArea,
  place: number,
  onAction: () => void,
): (Paragraph | Table)[] {
  const { words } = print;
  const title = heading(2, `${words.action.focusArea} ${areaName(area)}`, {
    newPage: place > 0 && area.actions.length > 0,
  });
  if (area.actions.length === 0) return [title, line(style.empty, words.empty.focusArea)];
  return [
    title,
    overviewTable(print, area, place),
    gap(),
    ...area.actions.flatMap((action, index) => {
      onAction();
      return [actionHeading(action, bookmark(place, index)), actionCard(print, action), gap()];
    }),
  ];
}

function overviewTable(print: Print, area: PlanFocusArea, place: number) {
  const { words } = print;
  const name = words.action;
  return dataTable(print, {
    description: words.tables.overview(areaName(area)),
    widths: [750, 3300, 2800, 2696, 1900, 2000, 1350],
    head: [name.number, name.title, name.goal, name.responsible, name.schedule, name.economy, name.status],
    rows: area.actions.map((action, index) => ({
      cells: [
        cell(line(style.cell, action.number)),
        cell(
          line(
            style.cell,
            new InternalHyperlink({
              anchor: bookmark(place, index),
              children: [new TextRun({ text: action.title, style: 'Hyperlink' })],
            }),
          ),
        ),
        cell(cellBody(action.goal, words.notStated)),
        cell(cellBody(action.responsible, words.notStated)),
        cell(cellBody(action.schedule.text || scheduleText(action, words), words.notStated)),
        cell(cellBody(shortMoney(action.economy, words), words.notStated)),
        cell(line(style.cell, name.statuses[action.status])),
      ],
    })),
  });
}

function actionHeading(action: PlanAction, id: string) {
  return new Paragraph({
    heading: HeadingLevel.HEADING_3,
    children: [new Bookmark({ id, children: [new TextRun(joined([action.number, action.title], ' '))] })],
  });
}

function actionCard(print: Print, action: PlanAction) {
  const { words, colours } = print;
  const name = words.action;
  const text = (label: string, value: string) => labelled(label, cellBody(value, words.notStated));

  return dataTable(print, {
    description: words.tables.action(joined([action.number, action.title], ' ')),
    widths: [4200, 4500, 3048, 3048],
    head: [name.action, name.background, name.aims, name.responsibility],
    rows: [
      {
        mayBreak: isLong(action),
        keepNext: !isLong(action),
        cells: [
          cell([
            ...cellBody(action.description, words.empty.text),
            ...text(name.goal, action.goal),
            ...text(name.targetGroup, action.targetGroup),
          ]),
          cell(background(action.background, words)),
          cell([
            ...text(name.successCriterion, action.successCriterion),
            ...text(name.indicator, action.indicator),
            ...text(name.targetValue, action.targetValue),
            ...text(name.schedule, scheduleText(action, words)),
          ]),
          cell([
            ...text(name.responsible, action.responsible),
            ...text(name.lead, action.lead),
            ...text(name.partners, action.partners.join(', ')),
            ...text(name.economy, moneyText(action.economy, words)),
          ]),
        ],
      },
      {
        cells: [
          cell(labelled(name.status, [line(style.cell, name.statuses[action.status])]), {
            fill: colours.tint,
          }),
          cell(labelled(name.followUp, cellBody(action.followUp, words.empty.actionFollowUp)), {
            fill: colours.tint,
          }),
          cell(labelled(name.result, cellBody(action.result, words.empty.result)), {
            span: 2,
            fill: colours.tint,
          }),
        ],
      },
    ],
  });
}

/** Whether a card may run over a page: a short one is moved to the next page whole instead. */
function isLong({ description, background: { quotes, initiatives } }: PlanAction) {
  // About as much as fills the widest column of a page, at 55 characters a line.
  const input = [...quotes.map(({ text }) => text), ...initiatives.map(({ title }) => title)].join(
    ' '.repeat(55),
  );
  return description.length > 1_300 || input.length > 1_100;
}

/** What residents said: the figures first, then the initiatives and the quotes they can be checked against. */
function background(given: PlanBackground, words: PlanWords): Paragraph[] {
  const name = words.background;
  const counts = [
    { count: given.commentCount, word: name.comments },
    { count: given.initiativeCount, word: name.initiativesCounted },
    { count: given.supporterCount, word: name.supporters },
  ].map(({ count, word }) => `${words.formatNumber(count)} ${word(count)}`);
  const nothing =
    given.commentCount === 0 &&
    given.initiativeCount === 0 &&
    given.supporterCount === 0 &&
    given.bySourceGroup.length === 0 &&
    given.initiatives.length === 0 &&
    given.quotes.length === 0;
  if (nothing) return [line(style.cellEmpty, words.empty.background)];

  return [
    line(style.cell, counts.join(' · ')),
    line(
      style.cell,
      given.youngShare === null
        ? `${name.youngShare}: ${words.notStated.toLowerCase()}`
        : name.young(words.formatShare(given.youngShare)),
    ),
    ...(given.bySourceGroup.length === 0
      ? []
      : labelled(name.bySourceGroup, [
          line(
            style.cell,
            given.bySourceGroup
              .map(({ group, count }) => `${group}: ${words.formatNumber(count)}`)
              .join(' · '),
          ),
        ])),
    ...(given.initiatives.length === 0
      ? []
      : labelled(
          name.initiatives,
          given.initiatives.map((initiative) =>
            line(
              style.cellBullet,
              linked(initiative.reference, initiative.url),
              ` ${initiative.title} (${words.formatNumber(initiative.supporters)} ${name.supporters(initiative.supporters)})`,
            ),
          ),
        )),
    ...(given.quotes.length === 0
      ? []
      : labelled(
          name.quotes,
          given.quotes.map((quote) => quoteLine(quote, words)),
        )),
  ];
}

/** The quote in its own language, also for a screen reader, with the language named where it is not the plan's. */
function quoteLine(quote: PlanQuote, words: PlanWords) {
  const foreign = quote.language !== '' && !sameLanguage(quote.language, words.locale);
  const locale = localeOf(quote.language);
  return line(
    style.cellQuote,
    new TextRun({
      text: words.quoteMarks.join(quote.text),
      ...(foreign && locale ? { language: { value: locale } } : {}),
    }),
    new TextRun({ text: ' – ', italics: false }),
    ...references([quote]),
    ...(foreign ? [new TextRun({ text: ` (${languageNote(words, quote.language)})`, italics: false })] : []),
  );
}

function languageNote(words: PlanWords, language: string) {
  return words.background.inLanguage(words.languageName(language));
}

function sameLanguage(one: string, other: string) {
  return one.split('-')[0]!.toLowerCase() === other.split('-')[0]!.toLowerCase();
}

/** Word checks spelling by language and country: "sv" becomes "sv-SE". `''` for a code that is none. */
function localeOf(code: string) {
  try {
    const { language, region } = new Intl.Locale(code).maximize();
    return joined([language, region ?? ''], '-');
  } catch {
    return '';
  }
}

/** What was written about the time, or else the dates. */
function scheduleText({ schedule }: PlanAction, words: PlanWords) {
  return joined([schedule.text, words.formatPeriod(schedule.startsOn, schedule.endsOn)], '\n');
}

function moneyText(economy: PlanEconomy, words: PlanWords) {
  const amount = economy.amount === null ? '' : words.formatMoney(economy.amount, economy.currency);
  return joined([amount, fundingText(economy, words)], '\n');
}

function shortMoney(economy: PlanEconomy, words: PlanWords) {
  return economy.amount === null
    ? fundingText(economy, words)
    : words.formatMoney(economy.amount, economy.currency);
}

function bookmark(place: number, index: number) {
  return `action_${place + 1}_${index + 1}`;
}
