import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { LinkCard } from '../../../ui/card.js';
import { StateTag } from './marks.js';

export function ProcessCard({ process, level }: { process: Schema<'ProcessSummary'>; level?: 2 | 3 }) {
  const { t } = useTranslation('involvement');
  const { date } = useFormat();
  const { language } = useMunicipality();
  const path = usePath();
  const { state, phases, themeCount, answeredCount, totals, decides, decidesOn, closedAt } = process;
  const current = phases.find(({ time }) => time === 'current');
  const dialogue = phases.find(({ kind, time }) => kind === 'dialogue' && time !== 'past');
  return (
    <LinkCard
      level={level}
      to={path('processes', process.id)}
      title={process.title}
      lang={language}
      kicker={
        <>
          <StateTag state={state} /> {t(`kind.${process.kind}`)}
        </>
      }
      foot={
        <>
          {state === 'open' && current && (
            <span>{t('phases.now', { phase: t(`phases.kind.${current.kind}`) })}</span>
          )}
          {state === 'open' && dialogue && <span>{t('card.until', { date: date(dialogue.to) })}</span>}
          {state === 'planned' && phases[0] && (
            <span>{t('card.begins', { date: date(phases[0].from) })}</span>
          )}
          {totals.total > 0 && <span>{t('card.contributions', { count: totals.total })}</span>}
          {themeCount > 0 && <span>{t('card.themes', { done: answeredCount, count: themeCount })}</span>}
          {state === 'open' && decides && decidesOn && (
            <span>{t('card.decides', { body: decides, date: date(decidesOn) })}</span>
          )}
          {closedAt && <span>{t('card.closedOn', { date: date(closedAt) })}</span>}
        </>
      }
    >
      {process.question || process.purpose}
    </LinkCard>
  );
}
