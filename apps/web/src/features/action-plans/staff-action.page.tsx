import { useSuspenseQuery } from '@tanstack/react-query';
import type { Schema } from '@medvind/api-client';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Page } from '../../ui/page.js';
import { actionQuery } from './api/action.js';
import { allInputsQuery } from './api/action-inputs.js';
import { exportsQuery } from './api/exports.js';
import { planQuery } from './api/plan.js';
import { ActionForm } from './components/action-form.js';
import { InputPicker } from './components/input-picker.js';
import { RemoveAction } from './components/remove-action.js';
import { StatusTag } from './components/status-tag.js';

type Plan = Schema<'PlanView'>;

const NEW = 'new';

export const load = ({ params: { municipality = '', planId = '', actionId = '' }, get }: LoadContext) =>
  Promise.all([
    // Documents are for staff only: who may not have them is not shown this page.
    get(exportsQuery(municipality, planId)),
    get(planQuery(municipality, planId)),
    ...(actionId === NEW
      ? []
      : [get(actionQuery(municipality, actionId)), get(allInputsQuery(municipality, actionId))]),
  ]);

export default function StaffActionPage() {
  const { slug } = useMunicipality();
  const { planId = '', actionId = '' } = useParams();
  const { data: plan } = useSuspenseQuery(planQuery(slug, planId));
  // By its id: what was typed into one action's form is not carried over to the next one's.
  return actionId === NEW ? (
    <NewAction plan={plan} />
  ) : (
    <KnownAction key={actionId} plan={plan} actionId={actionId} />
  );
}

function NewAction({ plan }: { plan: Plan }) {
  const { t } = useTranslation('action-plans-staff');
  const crumbs = useCrumbs(plan);
  const path = usePath();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (
    <Page title={t('form.newTitle')} breadcrumbs={crumbs} hidden>
      <ActionForm
        plan={plan}
        action={null}
        goalId={search.get('goal') ?? ''}
        onCreated={({ id }) =>
          void navigate(`${path('staff', 'plans', plan.id, 'actions', id)}#inputs`, { replace: true })
        }
      />
    </Page>
  );
}

function KnownAction({ plan, actionId }: { plan: Plan; actionId: string }) {
  const { slug, language } = useMunicipality();
  const crumbs = useCrumbs(plan);
  const path = usePath();
  const navigate = useNavigate();
  const { data: action } = useSuspenseQuery(actionQuery(slug, actionId));
  return (
    <Page
      title={[action.number, action.title].filter(Boolean).join(' ')}
      titleLang={language}
      kicker={<StatusTag status={action.status} />}
      breadcrumbs={crumbs}
      width="wide"
      hidden
    >
      <div className="mv-desk" data-even>
        <div className="mv-desk-main">
          <ActionForm plan={plan} action={action} goalId="" onCreated={() => undefined} />
          <RemoveAction action={action} onRemoved={() => void navigate(path('staff', 'plans', plan.id))} />
        </div>
        <div className="mv-desk-side">
          <InputPicker plan={plan} action={action} />
        </div>
      </div>
    </Page>
  );
}

function useCrumbs(plan: Plan) {
  const { t } = useTranslation('action-plans-staff');
  const { language } = useMunicipality();
  const path = usePath();
  return [
    { label: t('list.title'), to: path('staff', 'plans') },
    {
      label: `${plan.title} · ${plan.policy.title}`,
      to: path('staff', 'plans', plan.id),
      lang: language,
    },
  ];
}
