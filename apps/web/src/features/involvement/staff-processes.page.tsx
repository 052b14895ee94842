import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useFormat } from '../../lib/format.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { ShowMore } from '../../ui/show-more.js';
import { Table } from '../../ui/table.js';
import { Time } from '../../ui/time.js';
import { inboxCountsQuery } from './api/inbox.js';
import { processesQuery } from './api/processes.js';
import { StateTag } from './components/marks.js';

const afterOf = (search: URLSearchParams) => search.get('after') ?? undefined;

export const load = ({ params, search, get, getPages }: LoadContext) =>
  Promise.all([
    getPages(processesQuery(params.municipality!, undefined, afterOf(search))),
    // The list itself is everyone's; this page is for those who may work with it.
    get(inboxCountsQuery(params.municipality!, { state: 'all' })),
  ]);

export default function StaffProcessesPage() {
  const { t } = useTranslation('involvement-staff');
  const { slug, language } = useMunicipality();
  const { number } = useFormat();
  const path = usePath();
  const [search] = useSearchParams();
  const { data, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    processesQuery(slug, undefined, afterOf(search)),
  );
  const rows = data.pages.flatMap(({ items }) => items);
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      width="wide"
      hidden
      actions={
        <LinkButton to={path('staff', 'processes', 'new')} icon="plus">
          {t('list.new')}
        </LinkButton>
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState>
      ) : (
        <Table
          caption={t('list.caption')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              head: t('list.process'),
              cell: ({ id, title }) => (
                <Link to={path('staff', 'processes', id)} lang={language}>
                  {title}
                </Link>
              ),
            },
            { key: 'state', head: t('list.state'), cell: ({ state }) => <StateTag state={state} /> },
            {
              key: 'level',
              head: t('list.level'),
              cell: ({ level }) => <span lang={level.language ?? language}>{level.name}</span>,
            },
            {
              key: 'contributions',
              head: t('list.contributions'),
              cell: ({ totals }) => number(totals.total),
              numeric: true,
            },
            {
              key: 'answered',
              head: t('list.answered'),
              cell: ({ answeredCount, themeCount }) =>
                t('list.of', { done: answeredCount, count: themeCount }),
              numeric: true,
            },
            {
              key: 'decides',
              head: t('list.decides'),
              cell: ({ decidesOn }) => (decidesOn ? <Time at={decidesOn} style="short" /> : '–'),
            },
          ]}
        />
      )}
      <ShowMore
        next={data.pages.at(-1)?.next}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </Page>
  );
}
