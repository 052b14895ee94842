import { areaName, fundingText } from './economy.text.js';
import { joined } from './plain.text.js';
import type { PlanCell, PlanColumn } from './plan.cells.js';
import type { PlanAction, PlanDocument, PlanFocusArea, PlanGroupCount } from './plan-document.model.js';
import type { PlanWords } from './plan-document.words.js';

export type ActionRow = { area: PlanFocusArea; action: PlanAction };

export function actionRows(plan: PlanDocument): ActionRow[] {
  return plan.focusAreas.flatMap((area) => area.actions.map((action) => ({ area, action })));
}

/** Every column of an action, in the order of the document; the same in XLSX and CSV. */
export function actionColumns(words: PlanWords): PlanColumn<ActionRow>[] {
  const { action: name, background } = words;
  const text = (header: string, width: number, of: (action: PlanAction) => string) => ({
    header,
    width,
    cell: ({ action }: ActionRow): PlanCell => ({ text: of(action) }),
  });
  const number = (header: string, of: (action: PlanAction) => number | null) => ({
    header,
    width: 14,
    cell: ({ action }: ActionRow): PlanCell => ({ number: of(action) }),
  });
  const date = (header: string, of: (action: PlanAction) => string | null) => ({
    header,
    width: 13,
    cell: ({ action }: ActionRow): PlanCell => ({ date: of(action) }),
  });

  return [
    text(name.number, 8, (action) => action.number),
    { header: name.focusArea, width: 28, cell: ({ area }) => ({ text: areaName(area) }) },
    text(name.goal, 32, (action) => action.goal),
    text(name.title, 32, (action) => action.title),
    text(name.description, 50, (action) => action.description),
    number(`${name.background}: ${background.commentCount}`, (action) => action.background.commentCount),
    number(
      `${name.background}: ${background.initiativeCount}`,
      (action) => action.background.initiativeCount,
    ),
    number(`${name.background}: ${background.supporterCount}`, (action) => action.background.supporterCount),
    {
      header: `${name.background}: ${background.youngShare}`,
      width: 14,
      cell: ({ action }) => ({ share: action.background.youngShare }),
    },
    text(background.bySourceGroup, 28, (action) => groupLines(action.background.bySourceGroup)),
    text(background.initiatives, 40, (action) =>
      action.background.initiatives
        .map(
          ({ reference, title, supporters, url }) =>
            `${reference} ${title} (${words.formatNumber(supporters)} ${background.supporters(supporters)})${url && ` ${url}`}`,
        )
        .join('\n'),
    ),
    text(background.quotes, 50, (action) =>
      action.background.quotes
        .map(({ reference, text: quote, language, url }) =>
          joined(
            [`${reference} ${words.quoteMarks.join(quote)}`, `(${words.languageName(language)})`, url],
            ' ',
          ),
        )
        .join('\n'),
    ),
    text(name.targetGroup, 28, (action) => action.targetGroup),
    text(name.successCriterion, 32, (action) => action.successCriterion),
    text(name.indicator, 32, (action) => action.indicator),
    text(name.targetValue, 22, (action) => action.targetValue),
    text(name.responsible, 28, (action) => action.responsible),
    text(name.lead, 24, (action) => action.lead),
    text(name.partners, 28, (action) => action.partners.join('\n')),
    text(name.schedule, 26, (action) => action.schedule.text),
    date(`${name.schedule}: ${name.startsOn}`, (action) => action.schedule.startsOn),
    date(`${name.schedule}: ${name.endsOn}`, (action) => action.schedule.endsOn),
    text(name.economy, 30, (action) => fundingText(action.economy, words)),
    number(name.amount, (action) => action.economy.amount),
    text(name.currency, 9, (action) => (action.economy.amount === null ? '' : action.economy.currency)),
    text(name.status, 14, (action) => name.statuses[action.status]),
    text(name.followUp, 36, (action) => action.followUp),
    text(name.result, 36, (action) => action.result),
  ];
}

/** One group a line: "Ældreråd: 3". */
export function groupLines(groups: PlanGroupCount[]): string {
  return groups.map(({ group, count }) => `${group}: ${count}`).join('\n');
}
