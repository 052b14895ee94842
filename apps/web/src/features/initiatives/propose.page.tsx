import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Alert } from '../../ui/alert.js';
import { Page } from '../../ui/page.js';
import { proposalGoalQuery } from './api/goal.js';
import { goalInitiativesQuery } from './api/goal-initiatives.js';
import { initiativeQuery } from './api/initiative.js';
import { ruleQuery } from './api/rule.js';
import { ProposalForm } from './components/proposal-form.js';

export const load = ({ params: { municipality = '', goalId = '' }, search, get, getPages }: LoadContext) => {
  const draft = search.get('draft');
  return Promise.all([
    get(proposalGoalQuery(municipality, goalId)),
    get(ruleQuery(municipality)),
    getPages(goalInitiativesQuery(municipality, goalId)),
    draft ? get(initiativeQuery(municipality, draft)) : undefined,
  ]);
};

export default function ProposePage() {
  const { t } = useTranslation('initiatives');
  const { goalId = '' } = useParams();
  const { slug } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  // Once a draft is saved the address names it; the form that wrote it stays.
  const [draftId] = useState(() => search.get('draft'));
  const goal = useSuspenseQuery(proposalGoalQuery(slug, goalId)).data;
  const { pages } = useSuspenseInfiniteQuery(goalInitiativesQuery(slug, goalId)).data;
  const blockers = pages[0]?.blockers ?? [];
  const isExpired = blockers.some(({ type }) => type === 'policy-expired');
  return (
    <Page
      title={t(draftId ? 'propose.editTitle' : 'propose.title')}
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
        <DraftForm goalId={goalId} draftId={draftId} blocker={blockers[0]} />
      ) : (
        <ProposalForm goalId={goalId} blocker={blockers[0]} />
      )}
    </Page>
  );
}

function DraftForm({
  goalId,
  draftId,
  blocker,
}: {
  goalId: string;
  draftId: string;
  blocker?: { type: string };
}) {
  const { slug } = useMunicipality();
  const draft = useSuspenseQuery(initiativeQuery(slug, draftId)).data;
  return <ProposalForm goalId={goalId} draft={draft} blocker={blocker} />;
}
