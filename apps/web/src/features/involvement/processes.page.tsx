import type { Schema } from '@medvind/api-client';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { LinkButton } from '../../ui/button.js';
import { CardGrid } from '../../ui/card.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { ShowMore } from '../../ui/show-more.js';
import { processesQuery } from './api/processes.js';
import { ProcessCard } from './components/process-card.js';

const STATES = ['open', 'planned', 'closed'] as const;
type State = (typeof STATES)[number];

/** One list alone, `?state=closed`; without it the first of each. */
const stateOf = (search: URLSearchParams): State | undefined =>
  STATES.find((known) => known === search.get('state'));

export const load = ({ params, search, getPages }: LoadContext) => {
  const state = stateOf(search);
  const after = search.get('after') ?? undefined;
  return state
    ? getPages(processesQuery(params.municipality!, state, after))
    : Promise.all(STATES.map((each) => getPages(processesQuery(params.municipality!, each))));
};

export default function ProcessesPage() {
  const { t } = useTranslation('involvement');
  const [search] = useSearchParams();
  const state = stateOf(search);
  return (
    <Page title={t('title')} lead={t('lead')}>
      {state ? <OneList state={state} after={search.get('after') ?? undefined} /> : <AllLists />}
    </Page>
  );
}

function AllLists() {
  const { t } = useTranslation('involvement');
  const { slug } = useMunicipality();
  const path = usePath();
  const open = useSuspenseInfiniteQuery(processesQuery(slug, 'open')).data.pages[0]!;
  const planned = useSuspenseInfiniteQuery(processesQuery(slug, 'planned')).data.pages[0]!;
  const closed = useSuspenseInfiniteQuery(processesQuery(slug, 'closed')).data.pages[0]!;
  const lists = { open, planned, closed };
  if (STATES.every((state) => lists[state].items.length === 0))
    return (
      <EmptyState
        title={t('lists.empty')}
        action={<LinkButton to={path('policies')}>{t('lists.seePolicies')}</LinkButton>}
      >
        {t('lists.emptyText')}
      </EmptyState>
    );
  return STATES.map((state) => (
    <List key={state} state={state} items={lists[state].items}>
      {lists[state].next && (
        <p>
          <Link to={`?state=${state}`}>{t(`lists.all.${state}`)}</Link>
        </p>
      )}
    </List>
  ));
}

function OneList({ state, after }: { state: State; after: string | undefined }) {
  const { slug } = useMunicipality();
  const { data, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    processesQuery(slug, state, after),
  );
  return (
    <List state={state} items={data.pages.flatMap(({ items }) => items)}>
      <ShowMore
        next={data.pages.at(-1)?.next}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </List>
  );
}

interface ListProps {
  state: State;
  items: Schema<'ProcessSummary'>[];
  children: React.ReactNode;
}

function List({ state, items, children }: ListProps) {
  const { t } = useTranslation('involvement');
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={`processes-${state}`} className="mv-involve-section">
      <h2 className="ds-heading" data-size="sm" id={`processes-${state}`}>
        {t(`lists.${state}`)}
      </h2>
      <CardGrid>
        {items.map((process) => (
          <ProcessCard key={process.id} process={process} level={3} />
        ))}
      </CardGrid>
      {children}
    </section>
  );
}
