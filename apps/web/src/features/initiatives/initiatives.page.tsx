import { useQuery, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { districtsQuery } from '../../lib/districts.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { useSession } from '../../lib/session.js';
import { LinkButton } from '../../ui/button.js';
import { CardGrid } from '../../ui/card.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Heading } from '../../ui/heading.js';
import { Page } from '../../ui/page.js';
import { ShowMore } from '../../ui/show-more.js';
import { filterOf, initiativesQuery } from './api/initiatives.js';
import { myInitiativesQuery } from './api/my-initiatives.js';
import { rejectionsQuery } from './api/rejections.js';
import { ListedKinds } from './components/listed-kinds.js';
import { InitiativeCard } from './components/initiative-card.js';
import { InitiativeFilters } from './components/initiative-filters.js';

export const load = ({ params: { municipality = '' }, search, get, getPages }: LoadContext) =>
  Promise.all([
    getPages(initiativesQuery(municipality, filterOf(search))),
    get(districtsQuery(municipality)),
    getPages(rejectionsQuery(municipality)),
  ]);

export default function InitiativesPage() {
  const { t } = useTranslation('initiatives');
  const { slug } = useMunicipality();
  const path = usePath();
  const { items: districts } = useSuspenseQuery(districtsQuery(slug)).data;
  const rejected = useSuspenseInfiniteQuery(rejectionsQuery(slug)).data.pages[0]?.items.length;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <LinkButton to={path('policies')} icon="plus">
            {t('goal.propose')}
          </LinkButton>
          {districts.length > 0 && (
            <LinkButton to={path('districts')} variant="tertiary">
              {t('filter.map')}
            </LinkButton>
          )}
        </>
      }
    >
      <p className="mv-note">{t('howToPropose')}</p>
      {Boolean(rejected) && <ListedKinds current="published" />}
      <MyProposals />
      <Found />
    </Page>
  );
}

function Found() {
  const { t } = useTranslation('initiatives');
  const { slug } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const filter = filterOf(search);
  const { data, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    initiativesQuery(slug, filter),
  );
  const items = data.pages.flatMap((page) => page.items);
  const isFiltered = filter.text !== '' || filter.state !== '' || filter.district !== '';
  return (
    <section className="mv-section" aria-labelledby="found">
      <h2 className="ds-sr-only" id="found">
        {t('list')}
      </h2>
      {(isFiltered || items.length > 0) && <InitiativeFilters filter={filter} />}
      <p className="ds-sr-only" role="status">
        {t('shown', { count: items.length })}
      </p>
      {items.length > 0 ? (
        <CardGrid>
          {items.map((initiative) => (
            <InitiativeCard key={initiative.id} initiative={initiative} />
          ))}
        </CardGrid>
      ) : isFiltered ? (
        <EmptyState
          title={t('noneFound')}
          action={
            <LinkButton to={path('initiatives')} variant="secondary">
              {t('filter.clear')}
            </LinkButton>
          }
        >
          {t('noneFoundHint')}
        </EmptyState>
      ) : (
        <EmptyState
          title={t('none')}
          action={<LinkButton to={path('policies')}>{t('findGoal')}</LinkButton>}
        />
      )}
      <ShowMore
        next={data.pages.at(-1)?.next}
        onMore={() => void fetchNextPage()}
        busy={isFetchingNextPage}
      />
    </section>
  );
}

/** What one has proposed that nobody finds in the list: begun, sent in or turned down. */
function MyProposals() {
  const { t } = useTranslation('initiatives');
  const { slug } = useMunicipality();
  const { person } = useSession();
  const { data } = useQuery({ ...myInitiativesQuery(slug), enabled: person !== null });
  const mine = data?.items.filter(({ publishedAt }) => publishedAt === null) ?? [];
  if (mine.length === 0) return null;
  return (
    <section className="mv-section" aria-labelledby="mine">
      <Heading level={2} id="mine">
        {t('mine')}
      </Heading>
      <CardGrid>
        {mine.map((initiative) => (
          <InitiativeCard key={initiative.id} initiative={initiative} />
        ))}
      </CardGrid>
    </section>
  );
}
