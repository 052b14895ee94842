import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { CardGrid } from '../../ui/card.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';
import { ShowMore } from '../../ui/show-more.js';
import { votesQuery } from './api/votes.js';
import { VoteCard } from './components/vote-card.js';

export const load = ({ params: { municipality = '' }, getPages }: LoadContext) =>
  getPages(votesQuery(municipality));

export default function VotesPage() {
  const { t } = useTranslation('votes');
  const { slug } = useMunicipality();
  const { data, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(votesQuery(slug));
  const items = data.pages.flatMap((page) => page.items);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <section className="mv-section" aria-labelledby="found">
        <h2 className="ds-sr-only" id="found">
          {t('list')}
        </h2>
        {items.length > 0 ? (
          <CardGrid>
            {items.map((vote) => (
              <VoteCard key={vote.id} vote={vote} />
            ))}
          </CardGrid>
        ) : (
          <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
        )}
        <ShowMore
          next={data.pages.at(-1)?.next}
          onMore={() => void fetchNextPage()}
          busy={isFetchingNextPage}
        />
      </section>
    </Page>
  );
}
