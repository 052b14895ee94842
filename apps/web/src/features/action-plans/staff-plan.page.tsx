import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Tag } from '../../ui/tag.js';
import { exportsQuery } from './api/exports.js';
import { planQuery } from './api/plan.js';
import { unitChoicesQuery } from './api/unit-choices.js';
import { ActionList } from './components/action-list.js';
import { ExportPanel } from './components/export-panel.js';
import { NextSteps } from './components/next-steps.js';
import { PlanForm } from './components/plan-form.js';
import { PublishPanel } from './components/publish-panel.js';

export const load = ({ params: { municipality = '', planId = '' }, get }: LoadContext) =>
  // Documents are for staff only: who may not have them is not shown this page.
  Promise.all([
    get(exportsQuery(municipality, planId)),
    get(planQuery(municipality, planId)),
    get(unitChoicesQuery(municipality)),
  ]);

export default function StaffPlanPage() {
  const { t } = useTranslation('action-plans-staff');
  const { slug, language } = useMunicipality();
  const { planId = '' } = useParams();
  const path = usePath();
  const { data: plan } = useSuspenseQuery(planQuery(slug, planId));
  return (
    <Page
      title={plan.title}
      titleLang={language}
      kicker={
        <>
          <span lang={language}>{plan.policy.title}</span> · {String(plan.year)}{' '}
          {plan.publishedAt ? (
            <Tag color="success" icon="success">
              {t('list.published')}
            </Tag>
          ) : (
            <Tag icon="lock">{t('list.draft')}</Tag>
          )}
        </>
      }
      breadcrumbs={[{ label: t('list.title'), to: path('staff', 'plans') }]}
      actions={
        <LinkButton variant="secondary" to={path('plans', plan.id)}>
          {t('see')}
        </LinkButton>
      }
      width="wide"
      hidden
    >
      <div className="mv-desk">
        <div className="mv-desk-main">
          <ActionList plan={plan} />
        </div>
        <div className="mv-desk-side">
          <NextSteps plan={plan} />
          <ExportPanel plan={plan} />
          <PublishPanel plan={plan} />
        </div>
        <div className="mv-desk-main">
          <PlanForm plan={plan} />
        </div>
      </div>
    </Page>
  );
}
