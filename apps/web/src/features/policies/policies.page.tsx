import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { CardGrid, LinkCard } from '../../ui/card.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Tag } from '../../ui/tag.js';
import { policiesQuery } from './api/policies.js';
import { ValidityTag } from './components/validity.js';

export const load = ({ params, get }: LoadContext) => get(policiesQuery(params.municipality ?? ''));

export default function PoliciesPage() {
  const { t } = useTranslation('policies');
  const { slug, name, can } = useMunicipality();
  const path = usePath();
  const { items } = useSuspenseQuery(policiesQuery(slug)).data;
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead', { name })}
      actions={
        can.staff && (
          <LinkButton to={path('staff', 'policies')} variant="secondary" icon="plus">
            {t('list.import')}
          </LinkButton>
        )
      }
    >
      {items.length === 0 ? (
        <EmptyState title={t('list.empty')}>{t('list.emptyText', { name })}</EmptyState>
      ) : (
        <CardGrid>
          {items.map((policy) => (
            <LinkCard
              key={policy.id}
              to={path('policies', policy.slug)}
              title={policy.title}
              lang={policy.language}
              kicker={t(`type.${policy.type}`)}
              foot={
                <>
                  <span>{t('goalCount', { count: policy.goalCount })}</span>
                  <ValidityTag {...policy} />
                  {policy.lacksVision && (
                    <Tag color="warning" icon="warning">
                      {t('staff.lacksVision')}
                    </Tag>
                  )}
                </>
              }
            >
              {policy.summary}
            </LinkCard>
          ))}
        </CardGrid>
      )}
    </Page>
  );
}
