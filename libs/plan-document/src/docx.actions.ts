import { Bookmark, HeadingLevel, InternalHyperlink, Paragraph, Table, TextRun } from 'docx';
import { inNumberOrder } from './action.order.js';
import { unstatedNote } from './docx.notes.js';
import {
  brokenLines,
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
import { areaName, fundingText, isStated } from './economy.text.js';
import { joined, paragraphsOf } from './plain.text.js';
import type {
  PlanAction,
  PlanBackground,
  PlanEconomy,
  PlanFocusArea,
  PlanQuote,
} from './plan-document.model.js';
import type { PlanWords } from './plan-document.words.js';

/**
 * All actions in a table a council member can take in at a glance, in the order of their numbers whatever area they
 * belong to.
 */
export function overviewOfActions(print: Print): (Paragraph | Table)[] {
  const { words, plan } = print;
  const name = words.action;
  const all = plan.focusAreas.flatMap((area, place) =>
    area.actions.map((action, index) => ({
      area,
      action,
      number: action.number,
      id: bookmark(place, index),
    })),
  );
  if (all.length === 0) return [];
  return [
    heading(2, name.overview),
    dataTable(print, {
      description: words.tables.overview,
      widths: [650, 3100, 2450, 1700, 1398],
      head: [name.number, name.title, name.focusArea, name.schedule, name.status],
      rows: inNumberOrder(all).map(({ area, action, id }, index) => ({
        // A glance is not turned over a page where it need not be.
        keepNext: all.length <= 15 && index < all.length - 1,
        cells: [
          cell(line(style.cell, action.number)),
          cell(
            line(
              style.cell,
              new InternalHyperlink({
                anchor: id,
                children: [new TextRun({ text: action.title, style: 'Hyperlink' })],
              }),
            ),
          ),
          cell(line(style.cell, areaName(area))),
          cell(cellBody(action.schedule.text || scheduleText(action, words), '–')),
          cell(line(style.cell, name.statuses[action.status])),
        ],
      })),
    }),
    gap(),
  ];
}

/**
 * The actions of one focus area, one after the other; an area without any is a line, so that it is seen and takes no
 * room.
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
  const title = `${words.action.focusArea} ${areaName(area)}`;
  if (area.actions.length === 0)
    return [
      line(style.emptyArea, new TextRun({ text: `${title}: `, bold: true }), `${words.empty.focusArea}.`),
    ];
  return [
    heading(2, title),
    ...area.actions.flatMap((action, index) => {
      onAction();
      return [
        actionHeading(action, bookmark(place, index)),
        actionCard(print, action),
        gap(),
        ...background(action.background, words),
        ...told(words.action.followUp, action.followUp),
        ...told(words.action.result, action.result),
      ];
    }),
  ];
}

/** What is not known yet about the actions. */
export function unstatedOfActions(print: Print): Paragraph[] {
  const { words, plan } = print;
  const { background: given, action: name } = words;
  const actions = inNumberOrder(plan.focusAreas.flatMap((area) => area.actions));
  return unstatedNote(
    print,
    actions.map((action) => {
      const fields = [
        [name.description, action.description],
        ...cardColumns(action, words).flatMap(({ fields }) => fields),
        [name.followUp, action.followUp],
        [name.result, action.result],
      ];
      return {
        name: action.number || words.quoteMarks.join(action.title),
        labels: [
          ...fields.filter(([, value]) => value!.trim() === '').map(([label]) => label!),
          ...(hasBackground(action.background) ? [] : [name.background]),
          ...(action.background.youngShare === null ? [given.youngShare] : []),
        ],
      };
    }),
    { one: words.notes.action, all: words.notes.allActions },
  );
}

function actionHeading(action: PlanAction, id: string) {
  return new Paragraph({
    heading: HeadingLevel.HEADING_3,
    children: [new Bookmark({ id, children: [new TextRun(joined([action.number, action.title], ' '))] })],
  });
}

type CardColumn = { head: string; lead: string; fields: [label: string, value: string][] };

/** The fields of an action by the question they answer: side by side each would be left two centimetres. */
function cardColumns(action: PlanAction, words: PlanWords): CardColumn[] {
  const name = words.action;
  return [
    {
      head: name.action,
      lead: action.description,
      fields: [
        [name.goal, action.goal],
        [name.targetGroup, action.targetGroup],
      ],
    },
    {
      head: name.aims,
      lead: '',
      fields: [
        [name.successCriterion, action.successCriterion],
        [name.indicator, action.indicator],
        [name.targetValue, action.targetValue],
        [name.schedule, scheduleText(action, words)],
      ],
    },
    {
      head: name.responsibility,
      lead: '',
      fields: [
        [name.responsible, action.responsible],
        [name.lead, action.lead],
        [name.partners, action.partners.join(', ')],
        [name.economy, moneyText(action.economy, words)],
        [name.status, name.statuses[action.status]],
      ],
    },
  ];
}

function actionCard(print: Print, action: PlanAction) {
  const { words } = print;
  const columns = cardColumns(action, words);
  // A longer one may run over a page; a short one is moved to the next page whole instead.
  const isLong = action.description.length > 1_300;
  return dataTable(print, {
    description: words.tables.action(joined([action.number, action.title], ' ')),
    widths: [3400, 3000, 2898],
    head: columns.map(({ head }) => head),
    rows: [
      {
        mayBreak: isLong,
        cells: columns.map(({ lead, fields }) => {
          const stated = fields.filter(([, value]) => value.trim() !== '');
          const content = [
            ...(lead.trim() === '' ? [] : cellBody(lead, '')),
            ...stated.flatMap(([label, value]) => labelled(label, cellBody(value, ''))),
          ];
          return cell(content.length === 0 ? line(style.cell, '–') : content);
        }),
      },
    ],
  });
}

/** A label that runs into its text; nothing where there is none. */
function told(label: string, text: string): Paragraph[] {
  return paragraphsOf(text).map(
    (lines, index) =>
      new Paragraph({
        keepLines: true,
        children: [
          ...(index === 0 ? [new TextRun({ text: `${label}: `, style: 'RunInLabel' })] : []),
          ...brokenLines(lines),
        ],
      }),
  );
}

function hasBackground(given: PlanBackground): boolean {
  return (
    given.commentCount > 0 ||
    given.initiativeCount > 0 ||
    given.supporterCount > 0 ||
    given.bySourceGroup.length > 0 ||
    given.initiatives.length > 0 ||
    given.quotes.length > 0
  );
}

/** What residents said: the figures first, then the initiatives and the quotes they can be checked against. */
function background(given: PlanBackground, words: PlanWords): Paragraph[] {
  if (!hasBackground(given)) return [];
  const name = words.background;
  const counts = [
    { count: given.commentCount, word: name.comments },
    { count: given.initiativeCount, word: name.initiativesCounted },
    { count: given.supporterCount, word: name.supporters },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => `${words.formatNumber(count)} ${word(count)}`);
  const groups = given.bySourceGroup.map(({ group, count }) => `${group}: ${words.formatNumber(count)}`);
  const young = given.youngShare === null ? '' : name.young(words.formatShare(given.youngShare));

  return [
    new Paragraph({
      keepNext: given.initiatives.length + given.quotes.length > 0,
      keepLines: true,
      children: [
        new TextRun({ text: `${words.action.background}: `, style: 'RunInLabel' }),
        new TextRun(joined([joined(counts, ' · '), young], '. ')),
        ...(groups.length === 0 ? [] : [new TextRun({ text: groups.join(' · '), break: 1 })]),
      ],
    }),
    ...given.initiatives.map((initiative) =>
      line(
        style.bullet,
        linked(initiative.reference, initiative.url),
        ` ${initiative.title} (${words.formatNumber(initiative.supporters)} ${name.supporters(initiative.supporters)})`,
      ),
    ),
    ...given.quotes.map((quote) => quoteLine(quote, words)),
  ];
}

/** The quote in its own language, also for a screen reader, with the language named where it is not the plan's. */
function quoteLine(quote: PlanQuote, words: PlanWords) {
  const foreign = quote.language !== '' && !sameLanguage(quote.language, words.locale);
  const locale = localeOf(quote.language);
  return line(
    style.quote,
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
  return isStated(economy) ? joined([amount, fundingText(economy, words)], '\n') : '';
}

function bookmark(place: number, index: number) {
  return `action_${place + 1}_${index + 1}`;
}
