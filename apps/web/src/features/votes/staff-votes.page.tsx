import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { ShowMore } from '../../ui/show-more.js';
import { Table } from '../../ui/table.js';
import { Time } from '../../ui/time.js';
import { votesQuery } from './api/votes.js';
import { StateTag } from './components/state-tag.js';

export const load = ({ params: { municipality = '' }, getPages }: LoadContext) =>
  Promise.all([getPages(votesQuery(municipality, 'draft')), getPages(votesQuery(municipality))]);

export default function StaffVotesPage() {
  const { t } = useTranslation('votes-staff');
  const path = usePath();
  return (
    <Page
      title={t('listTitle')}
      lead={t('listLead')}
      width="wide"
      hidden
      actions={
        <LinkButton to={path('policies')} variant="secondary">
          {t('findGoal')}
        </LinkButton>
      }
    >
      <Listed title={t('drafts')} state="draft" />
      <Listed title={t('publishedOnes')} />
    </Page>
  );
}

function Listed({ title, state }: { title: string; state?: 'draft' }) {
  const { t } = useTranslation('votes-staff');
  const { slug } = useMunicipality();
  const path = usePath();
  const { data, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(votesQuery(slug, state));
  const rows = data.pages.flatMap(({ items }) => items);
  const id = state ?? 'published';
  return (
    <section className="mv-section" aria-labelledby={id}>
      {/* A table is headed by its caption. */}
      <h2 className={rows.length ? 'ds-sr-only' : 'ds-heading'} data-size="sm" id={id}>
        {title}
      </h2>
      {rows.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <Table
          caption={title}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'question',
              head: t('question'),
              cell: ({ id, question, language }) => (
                <Link to={state ? path('staff', 'votes', id) : path('votes', id)} lang={language}>
                  {question}
                </Link>
              ),
            },
            { key: 'state', head: t('state'), cell: ({ state }) => <StateTag state={state} /> },
            { key: 'goal', head: t('goal'), cell: ({ goal }) => goal.title },
            {
              key: 'opens',
              head: t('opensAt'),
              cell: ({ opensAt }) => <Time at={opensAt} style="moment" />,
            },
            {
              key: 'closes',
              head: t('closesAt'),
              cell: ({ closesAt }) => <Time at={closesAt} style="moment" />,
            },
          ]}
        />
      )}
      <ShowMore
        next={data.pages.at(-1)?.next}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </section>
  );
}
