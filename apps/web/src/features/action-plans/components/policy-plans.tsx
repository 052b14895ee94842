import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { CardGrid, LinkCard } from '../../../ui/card.js';
import { Heading } from '../../../ui/heading.js';
import { Tag } from '../../../ui/tag.js';
import { policyPlansQuery } from '../api/policy-plans.js';

/** The action plans of a policy, the newest first. Drafts are there for staff. */
export function PolicyPlans({ policyId }: { policyId: string }) {
  const { t } = useTranslation('action-plans');
  const { slug, language } = useMunicipality();
  const path = usePath();
  const { data } = useQuery(policyPlansQuery(slug, policyId));
  if (!data) return null;
  return (
    <section className="mv-flow" aria-labelledby="plans">
      <Heading level={2} id="plans">
        {t('policyPlans.title')}
      </Heading>
      {data.items.length === 0 && <p className="mv-note">{t('policyPlans.none')}</p>}
      <CardGrid>
        {data.items.map((plan) => (
          <LinkCard
            key={plan.id}
            to={plan.publishedAt ? path('plans', plan.id) : path('staff', 'plans', plan.id)}
            title={plan.title}
            level={3}
            lang={language}
            kicker={
              <>
                {String(plan.year)} {!plan.publishedAt && <Tag icon="lock">{t('draft')}</Tag>}
              </>
            }
            foot={
              plan.actionCount === 0
                ? t('actions', { count: 0 })
                : t('done', { count: plan.doneCount, total: plan.actionCount })
            }
          />
        ))}
      </CardGrid>
    </section>
  );
}
