import type { Schema } from '@medvind/api-client';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useFormat } from '../../lib/format.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Alert } from '../../ui/alert.js';
import { LinkButton } from '../../ui/button.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { policyChoicesQuery, unitChoicesQuery } from './api/choices.js';
import { linksQuery, workQuery } from './api/work.js';
import { AnswerStep } from './components/answer-step.js';
import { CloseStep } from './components/close-step.js';
import { StateTag } from './components/marks.js';
import { RecordStep } from './components/record-step.js';
import { SortStep } from './components/sort-step.js';
import { nextStep } from './next-step.js';

const STEPS = { record: RecordStep, sort: SortStep, answer: AnswerStep, close: CloseStep } as const;
type Step = keyof typeof STEPS;

const stepOf = (search: URLSearchParams, work: Schema<'WorkView'>): Step =>
  (Object.keys(STEPS) as Step[]).find((step) => step === search.get('step')) ?? nextStep(work);

export const load = async ({ params, search, get, getPages }: LoadContext) => {
  const { municipality = '', processId = '' } = params;
  const sort = async () => {
    const work = await get(workQuery(municipality, processId));
    if (stepOf(search, work) === 'sort')
      await getPages(linksQuery(municipality, processId, search.get('theme')));
  };
  await Promise.all([sort(), get(policyChoicesQuery(municipality)), get(unitChoicesQuery(municipality))]);
};

/** One process from its description to its end, a step at a time; each step has its address. */
export default function StaffProcessPage() {
  const { t } = useTranslation('involvement-staff');
  const { processId } = useParams();
  const { slug, language } = useMunicipality();
  const { date } = useFormat();
  const path = usePath();
  const [search] = useSearchParams();
  const work = useSuspenseQuery(workQuery(slug, processId!)).data;
  // Where the work stood when one came: finishing a step does not take it away under one's hands.
  const [arrived] = useState(() => stepOf(search, work));
  const step = search.has('step') ? stepOf(search, work) : arrived;
  const Step = STEPS[step];
  const closed = work.state === 'closed';
  const labels: Record<Step, string> = {
    record: t('steps.record'),
    sort: work.unsortedCount ? t('steps.sortCount', { count: work.unsortedCount }) : t('steps.sort'),
    answer: work.themes.length
      ? t('steps.answerCount', { done: work.answeredCount, count: work.themes.length })
      : t('steps.answer'),
    close: t('steps.close'),
  };
  return (
    <Page
      title={work.title}
      titleLang={language}
      hidden
      breadcrumbs={[{ label: t('list.title'), to: path('staff', 'processes') }]}
      kicker={<StateTag state={work.state} />}
      actions={
        <>
          <LinkButton variant="secondary" to={path('processes', work.id)}>
            {t('work.public')}
          </LinkButton>
          {!closed && (
            <LinkButton variant="secondary" to={path('staff', 'inbox')}>
              {t('work.inbox')}
            </LinkButton>
          )}
        </>
      }
    >
      <nav className="mv-tabs" aria-label={t('steps.label')}>
        {(Object.keys(STEPS) as Step[]).map((each) => (
          <Link
            key={each}
            className="mv-tab"
            to={`?step=${each}`}
            aria-current={each === step ? 'page' : undefined}
          >
            {labels[each]}
          </Link>
        ))}
      </nav>
      {closed && work.closedAt && step !== 'close' && (
        <Alert>
          {t('work.closed', { date: date(work.closedAt) })} <Link to="?step=close">{t('close.reopen')}</Link>
        </Alert>
      )}
      {!(closed && step === 'record') && <Step key={step} work={work} />}
    </Page>
  );
}
