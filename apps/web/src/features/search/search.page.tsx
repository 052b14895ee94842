import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { ShowMore } from '../../ui/show-more.js';
import { isSearch, searchOf, searchQuery, type Search } from './api/search.js';
import { FoundItem } from './components/found-item.js';
import { SearchForm } from './components/search-form.js';

export const load = async ({ params, search, getPages }: LoadContext) => {
  const asked = searchOf(search);
  if (isSearch(asked)) await getPages(searchQuery(params.municipality ?? '', asked));
};

export default function SearchPage() {
  const { t } = useTranslation('search');
  const { name } = useMunicipality();
  const search = searchOf(useSearchParams()[0]);
  return (
    <Page
      title={search.q ? t('titleOf', { q: search.q }) : t('title')}
      lead={t('lead', { name })}
      width="text"
      hidden
    >
      <SearchForm search={search} />
      {isSearch(search) ? <Results search={search} /> : search.q && <p role="status">{t('tooShort')}</p>}
    </Page>
  );
}

function Results({ search }: { search: Search }) {
  const { t } = useTranslation('search');
  const { slug } = useMunicipality();
  const path = usePath();
  const { data, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(searchQuery(slug, search));
  const items = data.pages.flatMap((page) => page.items);
  const next = data.pages.at(-1)?.next;
  return (
    <>
      <p className="mv-note" role="status">
        {t(next ? 'shownFirst' : 'shown', { count: items.length })}
      </p>
      {items.length === 0 ? (
        <EmptyState
          title={t('none', { q: search.q })}
          action={
            search.kind && <Link to={`${path('search')}?q=${encodeURIComponent(search.q)}`}>{t('all')}</Link>
          }
        >
          {t('noneHint')}
        </EmptyState>
      ) : (
        <ol className="mv-found-list">
          {items.map((found) => (
            <li key={found.id}>
              <FoundItem found={found} />
            </li>
          ))}
        </ol>
      )}
      <ShowMore next={next} busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </>
  );
}
