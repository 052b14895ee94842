import { useSuspenseQuery } from '@tanstack/react-query';
import type { Schema } from '@medvind/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Alert } from '../../../ui/alert.js';
import { LinkButton } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Heading } from '../../../ui/heading.js';
import { Page } from '../../../ui/page.js';
import { Progress } from '../../../ui/progress.js';
import { Prose } from '../../../ui/prose.js';
import { Time } from '../../../ui/time.js';
import { planQuery } from '../api/plan.js';
import { ActionCard } from './action-card.js';
import { areaName } from '../wording.js';

type Plan = Schema<'PlanView'>;

/** What is said of an action: opened where one asks for it. */
type ActionDiscussion = (action: Schema<'ActionView'>) => ReactNode;

/** The whole page of a plan; `app/pages/plan.page.tsx` puts it together with the other features. */
export function PlanBody({ planId, discussion }: { planId: string; discussion: ActionDiscussion }) {
  const { t } = useTranslation('action-plans');
  const { slug, language } = useMunicipality();
  const path = usePath();
  const { data: plan } = useSuspenseQuery(planQuery(slug, planId));
  const { policy } = plan;
  return (
    <Page
      title={plan.title}
      titleLang={language}
      kicker={plan.title.includes(String(plan.year)) ? undefined : t('year', { year: String(plan.year) })}
      description={t('description', { year: String(plan.year), policy: policy.title })}
      breadcrumbs={[
        { label: t('app:nav.policies'), to: path('policies') },
        { label: policy.title, to: path('policies', policy.slug), lang: language },
      ]}
      hidden={!plan.publishedAt}
      actions={
        plan.can.edit && (
          <LinkButton variant="secondary" to={path('staff', 'plans', plan.id)}>
            {t('edit')}
          </LinkButton>
        )
      }
    >
      {!plan.publishedAt && (
        <Alert tone="info" title={t('draftTitle')}>
          <p>{t('draftText')}</p>
        </Alert>
      )}
      <PlanFacts plan={plan} />
      <PlanText id="introduction" title={t('introduction')} text={plan.introduction} />
      <PlanText id="vision" title={t('vision')} text={plan.visionRelation} />
      {plan.actionCount === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <Areas plan={plan} discussion={plan.publishedAt ? discussion : undefined} />
      )}
      <PlanText id="money" title={t('money')} text={plan.moneyNote} />
      <PlanText id="follow-up" title={t('followUp')} text={plan.followUp} />
      <PlanText id="evaluation" title={t('evaluation')} text={plan.evaluation} />
    </Page>
  );
}

function PlanFacts({ plan }: { plan: Plan }) {
  const { t } = useTranslation('action-plans');
  const { language } = useMunicipality();
  return (
    <section className="mv-panel mv-plan-facts" aria-label={t('facts.title')}>
      {plan.actionCount > 0 && (
        <Progress
          value={plan.doneCount}
          max={plan.actionCount}
          label={t('done', { count: plan.doneCount, total: plan.actionCount })}
        />
      )}
      <dl className="mv-columns">
        {plan.adoptedBy && (
          <div>
            <dt>{t('facts.adoptedBy')}</dt>
            <dd lang={language}>
              {plan.adoptedBy}
              {plan.adoptedOn && (
                <>
                  , <Time at={plan.adoptedOn} />
                </>
              )}
            </dd>
          </div>
        )}
        {plan.ownerUnit && (
          <div>
            <dt>{t('facts.owner')}</dt>
            <dd lang={language}>{plan.ownerUnit.name}</dd>
          </div>
        )}
        {plan.publishedAt && (
          <div>
            <dt>{t('facts.published')}</dt>
            <dd>
              <Time at={plan.publishedAt} />
            </dd>
          </div>
        )}
        {plan.caseNumber && (
          <div>
            <dt>{t('facts.caseNumber')}</dt>
            <dd>{plan.caseNumber}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function PlanText({ id, title, text }: { id: string; title: string; text: string }) {
  const { language } = useMunicipality();
  if (!text) return null;
  return (
    <section className="mv-flow" aria-labelledby={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      <Prose text={text} lang={language} />
    </section>
  );
}

function Areas({ plan, discussion }: { plan: Plan; discussion: ActionDiscussion | undefined }) {
  const { t } = useTranslation('action-plans');
  const { language } = useMunicipality();
  const whole = plan.areas.length === 1 ? plan.policy.title : t('across');
  const areas = plan.areas.map((area) => ({
    ...area,
    id: `area-${area.goal?.id ?? 'whole'}`,
    name: areaName(area.goal, whole),
    // What the policy calls it is the municipality's language; "across" is the reader's.
    lang: area.goal || plan.areas.length === 1 ? language : undefined,
  }));
  return (
    <>
      {areas.length > 1 && (
        <nav className="mv-contents" aria-label={t('contents')}>
          <ul>
            {areas.map(({ id, name, lang, actions }) => (
              <li key={id}>
                <a className="ds-link" href={`#${id}`} lang={lang}>
                  {name}
                </a>{' '}
                <span className="mv-note">{t('areaActions', { count: actions.length })}</span>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {areas.map(({ id, name, lang, actions }) => (
        <section key={id} className="mv-flow" aria-labelledby={id}>
          <Heading level={2} id={id} lang={lang}>
            {name}
          </Heading>
          {actions.length === 0 && <p className="mv-note">{t('noActions')}</p>}
          {actions.map((action) => (
            <ActionCard key={action.id} action={action} discussion={discussion?.(action)} />
          ))}
        </section>
      ))}
    </>
  );
}
