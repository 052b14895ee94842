import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { policyPlansQuery } from '../../features/action-plans/api/policy-plans.js';
import { PolicyPlans } from '../../features/action-plans/components/policy-plans.js';
import { commentCountsQuery } from '../../features/discussions/api/comment-counts.js';
import { Follow } from '../../features/notifications/components/follow.js';
import { policyQuery } from '../../features/policies/api/policy.js';
import { CorrectButton } from '../../features/policies/components/correct-button.js';
import { PolicyBody } from '../../features/policies/components/policy-body.js';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Alert } from '../../ui/alert.js';
import { Page } from '../../ui/page.js';

export const load = async ({ params: { municipality = '', policySlug = '' }, get }: LoadContext) => {
  const { id } = await get(policyQuery(municipality, policySlug));
  await Promise.all([get(commentCountsQuery(municipality, id)), get(policyPlansQuery(municipality, id))]);
};

export default function PolicyPage() {
  const { t } = useTranslation('policies');
  const { policySlug = '' } = useParams();
  const { slug } = useMunicipality();
  const path = usePath();
  const policy = useSuspenseQuery(policyQuery(slug, policySlug)).data;
  const { items } = useSuspenseQuery(commentCountsQuery(slug, policy.id)).data;
  const comments = new Map(items.map(({ goalId, commentCount }) => [goalId, commentCount]));
  return (
    <Page
      title={policy.title}
      titleLang={policy.language}
      kicker={t(`type.${policy.type}`)}
      lead={policy.summary && <span lang={policy.language}>{policy.summary}</span>}
      description={policy.summary}
      breadcrumbs={[{ label: t('list.title'), to: path('policies') }]}
      feed={`policies/${policySlug}/feed.atom`}
      actions={
        <>
          <Follow kind="policy" id={policy.id} />
          <CorrectButton policy={policy} />
        </>
      }
    >
      {policy.lacksVision && (
        <Alert tone="warning" title={t('staff.lacksVision')}>
          <p>{t('staff.lacksVisionText')}</p>
        </Alert>
      )}
      <PolicyBody policy={policy} comments={comments} plans={<PolicyPlans policyId={policy.id} />} />
    </Page>
  );
}
