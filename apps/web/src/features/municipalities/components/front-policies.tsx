import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { CardGrid, LinkCard } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Tag } from '../../../ui/tag.js';
import { frontPoliciesQuery } from '../api/front-policies.js';
import { FrontSection } from './front-section.js';

const SHOWN = 6;
/** The stylesheet leaves the rest out on a phone. */
const SHOWN_ON_A_PHONE = 3;

export function FrontPolicies() {
  const { t } = useTranslation('municipalities');
  const { slug } = useMunicipality();
  const path = usePath();
  // A strip that cannot be had is left out; the front page stands without it.
  const { data } = useQuery(frontPoliciesQuery(slug));
  if (!data) return null;
  // What no longer holds stands last.
  const items = data.items.toSorted((a, b) => Number(a.expired) - Number(b.expired));
  return (
    <FrontSection
      title={t('front.policies')}
      all={
        items.length > SHOWN_ON_A_PHONE ? { to: path('policies'), label: t('front.allPolicies') } : undefined
      }
    >
      {items.length === 0 && <EmptyState title={t('front.noPolicies')} />}
      <div className="mv-few">
        <CardGrid>
          {items.slice(0, SHOWN).map((policy) => (
            <LinkCard
              key={policy.id}
              level={3}
              to={path('policies', policy.slug)}
              title={policy.title}
              lang={policy.language}
              kicker={
                <>
                  {t(`policyType.${policy.type}`)}
                  {policy.expired && <Tag icon="time">{t('front.expired')}</Tag>}
                </>
              }
              foot={policy.goalCount > 0 && t('front.goals', { count: policy.goalCount })}
            >
              {policy.summary}
            </LinkCard>
          ))}
        </CardGrid>
      </div>
    </FrontSection>
  );
}
