import type { Schema } from '@medvind/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Link } from '../../../ui/link.js';
import { Prose } from '../../../ui/prose.js';
import { useEconomyText, useScheduleText } from '../wording.js';
import { BuildsOn } from './builds-on.js';
import { StatusTag } from './status-tag.js';

type Action = Schema<'ActionView'>;

/** An action as a part of the plan one reads: what, why, what came of it, and the small print. */
export function ActionCard({ action, discussion }: { action: Action; discussion?: ReactNode }) {
  const { t } = useTranslation('action-plans');
  const { language } = useMunicipality();
  const path = usePath();
  const { goal, number, title, status, description, result } = action;
  return (
    <article className="ds-card mv-card mv-action" data-color="neutral" data-variant="default" id={action.id}>
      <header className="mv-action-head">
        <h3 className="ds-heading" data-size="xs" lang={language}>
          {number && <span className="mv-action-number">{number}</span>} {title}
        </h3>
        <StatusTag status={status} />
      </header>
      {goal && (
        <p className="mv-note">
          {t('action.goal')}:{' '}
          <Link to={path('goals', goal.id)} lang={language}>
            {[goal.number, goal.title].filter(Boolean).join(' ')}
          </Link>
        </p>
      )}
      {description && <Prose text={description} lang={language} />}
      {result && (
        <div className="mv-outcome">
          <h4 className="mv-outcome-title">{t('action.result')}</h4>
          <Prose text={result} lang={language} />
        </div>
      )}
      <BuildsOn action={action} />
      <ActionFacts action={action} />
      {discussion}
    </article>
  );
}

function ActionFacts({ action }: { action: Action }) {
  const { t } = useTranslation('action-plans');
  const { language } = useMunicipality();
  const schedule = useScheduleText();
  const economy = useEconomyText();
  const facts: [label: string, text: ReactNode][] = [
    [t('action.targetGroup'), action.targetGroup],
    [t('action.successCriterion'), action.successCriterion],
    [t('action.indicator'), action.indicator],
    [t('action.targetValue'), action.targetValue],
    [t('action.responsible'), action.responsible],
    [t('action.lead'), action.lead],
    [t('action.partners'), action.partners],
    [t('action.schedule'), schedule(action)],
    [t('action.economy'), economy(action)],
    [t('action.followUp'), action.followUp],
  ];
  const known = facts.filter(([, text]) => text);
  if (known.length === 0) return null;
  return (
    <dl className="mv-columns" lang={language}>
      {known.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
