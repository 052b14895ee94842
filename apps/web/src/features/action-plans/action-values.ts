import type { Schema } from '@medvind/api-client';

type Action = Schema<'ActionView'>;

/** How an action is paid for, as its form asks it. */
export type Funding = 'frame' | 'sum' | 'other';

/** An action as its form holds it: everything text, nothing null. */
export interface ActionValues {
  goalId: string;
  number: string;
  title: string;
  description: string;
  targetGroup: string;
  successCriterion: string;
  indicator: string;
  targetValue: string;
  responsible: string;
  lead: string;
  partners: string;
  schedule: string;
  startsOn: string;
  endsOn: string;
  funding: Funding;
  economyAmount: string;
  economyText: string;
  status: Action['status'];
  followUp: string;
  result: string;
  revision: number | null;
}

export const newAction = (goalId: string): ActionValues => ({
  goalId,
  number: '',
  title: '',
  description: '',
  targetGroup: '',
  successCriterion: '',
  indicator: '',
  targetValue: '',
  responsible: '',
  lead: '',
  partners: '',
  schedule: '',
  startsOn: '',
  endsOn: '',
  funding: 'other',
  economyAmount: '',
  economyText: '',
  status: 'planned',
  followUp: '',
  result: '',
  revision: null,
});

export const valuesOf = (action: Action): ActionValues => ({
  goalId: action.goal?.id ?? '',
  number: action.number,
  title: action.title,
  description: action.description,
  targetGroup: action.targetGroup,
  successCriterion: action.successCriterion,
  indicator: action.indicator,
  targetValue: action.targetValue,
  responsible: action.responsible,
  lead: action.lead,
  partners: action.partners,
  schedule: action.schedule,
  startsOn: action.startsOn ?? '',
  endsOn: action.endsOn ?? '',
  funding: action.withinFrame ? 'frame' : action.economyAmount === null ? 'other' : 'sum',
  economyAmount: action.economyAmount === null ? '' : String(action.economyAmount),
  economyText: action.withinFrame ? '' : action.economyText,
  status: action.status,
  followUp: action.followUp,
  result: action.result,
  revision: action.revision,
});

/**
 * What is sent. "Within the frame" is a text of the plan, so it is written in the municipality's language, not in the
 * language of the one who fills in the form.
 */
export function bodyOf(values: ActionValues, language: string): Schema<'NewAction'> & { revision?: number } {
  const { goalId, startsOn, endsOn, funding, economyAmount, economyText, revision, ...columns } = values;
  return {
    ...columns,
    goalId: goalId || null,
    startsOn: startsOn || null,
    endsOn: endsOn || null,
    economyAmount: funding === 'sum' ? amountOf(economyAmount) : null,
    economyText: funding === 'frame' ? (language === 'sv' ? 'Inom ram' : 'Inden for rammen') : economyText,
    ...(revision === null ? {} : { revision }),
  };
}

/** "75.000 kr." and "75 000" are what people type; what is no number is sent as it is, for the API to say so. */
function amountOf(typed: string): number {
  const plain = typed.replaceAll(/[\s.]/g, '').replace(/(kr|,-)$/i, '');
  const amount = plain === '' ? Number.NaN : Number(plain);
  return Number.isNaN(amount) ? (typed as unknown as number) : amount;
}
