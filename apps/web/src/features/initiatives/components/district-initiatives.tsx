import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { LinkButton } from '../../../ui/button.js';
import { CardGrid } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Heading } from '../../../ui/heading.js';
import { ShowMore } from '../../../ui/show-more.js';
import { filterOf, initiativesQuery } from '../api/initiatives.js';
import { InitiativeCard } from './initiative-card.js';

export const districtInitiativesQuery = (municipality: string, districtId: string) =>
  initiativesQuery(municipality, { ...filterOf(new URLSearchParams()), district: districtId });

/** What is proposed for one part of the municipality. */
export function DistrictInitiatives({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('districts');
  const { slug } = useMunicipality();
  const path = usePath();
  const { data, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    districtInitiativesQuery(slug, id),
  );
  const items = data.pages.flatMap((page) => page.items);
  return (
    <section className="mv-section" aria-labelledby="initiatives">
      <Heading level={2} id="initiatives">
        {t('initiatives', { name })}
      </Heading>
      {items.length === 0 ? (
        <EmptyState
          title={t('noInitiatives', { name })}
          action={
            <LinkButton to={path('initiatives')} variant="secondary">
              {t('all')}
            </LinkButton>
          }
        />
      ) : (
        <CardGrid>
          {items.map((initiative) => (
            <InitiativeCard key={initiative.id} initiative={initiative} />
          ))}
        </CardGrid>
      )}
      <ShowMore
        next={data.pages.at(-1)?.next}
        onMore={() => void fetchNextPage()}
        busy={isFetchingNextPage}
      />
    </section>
  );
}
