import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState, type ComponentProps } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { ApiProblem } from '../../lib/api-problem.js';
import { districtsQuery } from '../../lib/districts.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { sessionQuery } from '../../lib/session.js';
import { Alert } from '../../ui/alert.js';
import { Page } from '../../ui/page.js';
import { proposalGoalQuery } from './api/goal.js';
import { goalInitiativesQuery } from './api/goal-initiatives.js';
import { initiativeQuery } from './api/initiative.js';
import { picturesQuery } from './api/pictures.js';
import { ruleQuery } from './api/rule.js';
import { ProposalForm } from './components/proposal-form.js';
import { stepAt, stepsOf } from './proposal-steps.js';

export const load = ({ params: { municipality = '', goalId = '' }, search, get, getPages }: LoadContext) => {
  const draft = async (id: string) => {
    const { person } = await get(sessionQuery());
    // A draft is its proposer's alone, who may have been away too long: they sign in, and go on where they were.
    if (!person) throw new ApiProblem({ code: 'not-signed-in', status: 401 });
    await Promise.all([get(initiativeQuery(municipality, id)), get(picturesQuery(municipality, id))]);
  };
  const id = search.get('draft');
  return Promise.all([
    get(proposalGoalQuery(municipality, goalId)),
    get(ruleQuery(municipality)),
    get(districtsQuery(municipality)),
    getPages(goalInitiativesQuery(municipality, goalId)),
    id ? draft(id) : undefined,
  ]);
};

export default function ProposePage() {
  const { t } = useTranslation('initiatives');
  const { t: words } = useTranslation('proposal-steps');
  const { goalId = '' } = useParams();
  const { slug } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  // Once a draft is saved the address names it; the form that wrote it stays.
  const [draftId] = useState(() => search.get('draft'));
  const goal = useSuspenseQuery(proposalGoalQuery(slug, goalId)).data;
  const { pages } = useSuspenseInfiniteQuery(goalInitiativesQuery(slug, goalId)).data;
  const { scheme } = useSuspenseQuery(ruleQuery(slug)).data;
  const districts = useSuspenseQuery(districtsQuery(slug)).data.items;
  const blockers = pages[0]?.blockers ?? [];
  const isExpired = blockers.some(({ type }) => type === 'policy-expired');
  const steps = stepsOf({
    places: districts.some(({ retired }) => !retired) || (scheme?.images ?? 0) > 0,
    people: (scheme?.coProposers.max ?? 0) > 0,
  });
  const step = stepAt(steps, search);
  const asked = { goalId, steps, step, blocker: blockers[0] };
  return (
    <Page
      title={t('propose.title')}
      part={
        isExpired
          ? undefined
          : `${words('place', { place: steps.indexOf(step) + 1, count: steps.length })}: ${words(`title.${step}`)}`
      }
      lead={t('propose.lead', { goal: goal.title })}
      breadcrumbs={[
        { label: goal.policy.title, to: path('policies', goal.policy.slug), lang: goal.policy.language },
        { label: goal.title, to: path('goals', goal.id), lang: goal.policy.language },
      ]}
      hidden
    >
      {isExpired ? (
        <Alert>{t('propose.expired')}</Alert>
      ) : draftId ? (
        <DraftForm draftId={draftId} {...asked} />
      ) : (
        <ProposalForm {...asked} />
      )}
    </Page>
  );
}

function DraftForm({
  draftId,
  ...asked
}: { draftId: string } & Omit<ComponentProps<typeof ProposalForm>, 'draft'>) {
  const { slug } = useMunicipality();
  const path = usePath();
  const draft = useSuspenseQuery(initiativeQuery(slug, draftId)).data;
  // As it was when one came: what this form itself publishes, it leads to itself.
  const [isWritten] = useState(draft.can.edit);
  return isWritten ? (
    <ProposalForm draft={draft} {...asked} />
  ) : (
    <Navigate to={path('initiatives', draftId)} replace />
  );
}
