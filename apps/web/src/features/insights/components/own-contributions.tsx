import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { LinkButton } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { ShowMore } from '../../../ui/show-more.js';
import { ownContributionsQuery } from '../api/own-contributions.js';
import { Contribution } from './contribution.js';

/** Everything one wrote here, and what became of it. */
export function OwnContributions() {
  const { t } = useTranslation('insights');
  const { slug } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const { data, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    ownContributionsQuery(slug, search.get('after') ?? undefined),
  );
  const items = data.pages.flatMap((page) => page.items);
  return (
    <>
      {items.length === 0 ? (
        <EmptyState
          title={t('mine.none')}
          action={<LinkButton to={path('policies')}>{t('mine.begin')}</LinkButton>}
        >
          {t('mine.noneText')}
        </EmptyState>
      ) : (
        <ol className="mv-contributions">
          {items.map((item) => (
            <li key={item.id}>
              <Contribution contribution={item} />
            </li>
          ))}
        </ol>
      )}
      <ShowMore
        next={data.pages.at(-1)?.next}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </>
  );
}
