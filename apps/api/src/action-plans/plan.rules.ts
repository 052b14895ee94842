import type { ActionStatus } from './action.entity.js';

export type PublicationBlocker = { type: 'no-title' } | { type: 'no-actions' };

/** Why a plan cannot be published yet; empty: it can. */
export function getPublicationBlockers(plan: { title: string }, actionCount: number): PublicationBlocker[] {
  const blockers: PublicationBlocker[] = [];
  if (plan.title.trim() === '') blockers.push({ type: 'no-title' });
  if (actionCount === 0) blockers.push({ type: 'no-actions' });
  return blockers;
}

/** Columns a council asks about when they are empty. Nothing here stops a plan: an action may truly have none. */
export const EXPECTED_COLUMNS = [
  'description',
  'input',
  'indicator',
  'responsible',
  'schedule',
  'economy',
  'result',
] as const;
export type ExpectedColumn = (typeof EXPECTED_COLUMNS)[number];

interface Columns {
  description: string;
  successCriterion: string;
  indicator: string;
  targetValue: string;
  responsible: string;
  schedule: string;
  startsOn: string | null;
  endsOn: string | null;
  economyText: string;
  economyAmount: number | null;
  status: ActionStatus;
  result: string;
}

/** What an action still lacks before it is handed in, in the order of the document. */
export function getMissingColumns(action: Columns, inputCount: number): ExpectedColumn[] {
  if (action.status === 'dropped') return [];
  const missing: Record<ExpectedColumn, boolean> = {
    description: action.description === '',
    input: inputCount === 0,
    indicator: action.successCriterion === '' && action.indicator === '' && action.targetValue === '',
    responsible: action.responsible === '',
    schedule: action.schedule === '' && !action.startsOn && !action.endsOn,
    economy: action.economyText === '' && action.economyAmount === null,
    result: action.status === 'done' && action.result === '',
  };
  return EXPECTED_COLUMNS.filter((column) => missing[column]);
}

/** "Inden for rammen", "inom ram": the existing budget pays, which is a value and not a missing sum. */
export const isWithinFrame = (text: string, amount: number | null): boolean =>
  amount === null &&
  /^(inden ?for (den )?(eksisterende |nuværende )?(budget)?ramme(n)?|inom (befintlig )?(budget)?ram(en)?)\.?$/i.test(
    text.trim(),
  );

/** The number the next action of a focus area gets when nobody chose one: "2.3" after two others in the second. */
export function nextNumber(areaPlace: number, numbers: readonly string[]): string {
  const last = Math.max(0, ...numbers.map((number) => Number(/^\d+\.(\d+)\.?$/.exec(number)?.[1] ?? 0)));
  return `${areaPlace}.${last + 1}`;
}
