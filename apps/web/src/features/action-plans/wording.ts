import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../i18n/use-translation.js';
import { useFormat } from '../../lib/format.js';
import { useMunicipality } from '../../lib/municipality.js';

type Action = Schema<'ActionView'>;

/** Each pays in its own crowns. */
export const useCurrency = (): 'DKK' | 'SEK' => (useMunicipality().language === 'sv' ? 'SEK' : 'DKK');

/** "Foråret 2027", or the days where there are no words for them. */
export function useScheduleText(): (action: Pick<Action, 'schedule' | 'startsOn' | 'endsOn'>) => string {
  const { t } = useTranslation('action-plans');
  const { date } = useFormat();
  return ({ schedule, startsOn, endsOn }) => {
    const from = startsOn && date(startsOn);
    const to = endsOn && date(endsOn);
    const days =
      from && to ? t('period', { from, to }) : from ? t('from', { from }) : to ? t('until', { to }) : '';
    return [schedule, days && (schedule ? `(${days})` : days)].filter(Boolean).join(' ');
  };
}

/** "75.000 kr. – af puljen til folkeoplysning". */
export function useEconomyText(): (action: Pick<Action, 'economyText' | 'economyAmount'>) => string {
  const { number } = useFormat();
  const currency = useCurrency();
  return ({ economyText, economyAmount }) =>
    [
      economyAmount === null
        ? ''
        : number(economyAmount, { style: 'currency', currency, maximumFractionDigits: 0 }),
      economyText,
    ]
      .filter(Boolean)
      .join(' – ');
}

/** A focus area as it is called on a page: its printed number and title, or what stands for the whole. */
export const areaName = (goal: { number: string | null; title: string } | null, whole: string): string =>
  goal ? [goal.number, goal.title].filter(Boolean).join(' ') : whole;

/** The policy's goals to choose from, those below others set in: a select knows no tree. */
export const goalChoices = ({ goals }: Pick<Schema<'PlanView'>, 'goals'>) =>
  goals.map(({ id, level, number, title }) => ({
    value: id,
    label: '\u00a0'.repeat((level - 1) * 4) + areaName({ number, title }, ''),
  }));
