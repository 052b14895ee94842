import { keepPreviousData, useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useFormat } from '../../lib/format.js';
import { useMunicipality } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { ShowMore } from '../../ui/show-more.js';
import { policyChoicesQuery } from './api/choices.js';
import { inboxCountsQuery, inboxQuery, type InboxFilter } from './api/inbox.js';
import { InboxEntry } from './components/inbox-entry.js';
import { InboxFilters } from './components/inbox-filters.js';
import { LinkBar } from './components/link-bar.js';
import { PickList } from './components/pick-list.js';
import { useSelection } from './components/use-selection.js';

const STATES = ['not-linked', 'not-answered', 'all'] as const;
const COUNT_OF = { 'not-linked': 'notLinked', 'not-answered': 'notAnswered', all: 'all' } as const;

/** What an address asks for; what it cannot mean is left out. */
const filterOf = (search: URLSearchParams): InboxFilter => ({
  state: STATES.find((state) => state === search.get('state')) ?? 'not-linked',
  policyId: search.get('policyId') || undefined,
  goalId: search.get('goalId') || undefined,
  kind: (['comment', 'initiative'] as const).find((kind) => kind === search.get('kind')),
  search: search.get('search')?.slice(0, 200) || undefined,
});

/** What a moderator hid has its place here, and cannot be linked. */
const isReadable = ({ text }: { text: string | null }) => text !== null;

/** Where a page without a script goes on. */
const afterOf = (search: URLSearchParams) => search.get('after') ?? undefined;

const addressOf = (filter: InboxFilter): URLSearchParams =>
  new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== undefined));

export const load = ({ params, search, get, getPages }: LoadContext) => {
  const municipality = params.municipality!;
  const filter = filterOf(search);
  return Promise.all([
    getPages(inboxQuery(municipality, filter, afterOf(search))),
    get(inboxCountsQuery(municipality, filter)),
    get(policyChoicesQuery(municipality)),
  ]);
};

export default function InboxPage() {
  const { t } = useTranslation('involvement-staff');
  const { slug } = useMunicipality();
  const { number, language } = useFormat();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    inboxQuery(slug, filter, afterOf(search)),
  );
  const { data: counts } = useQuery({ ...inboxCountsQuery(slug, filter), placeholderData: keepPreviousData });
  const entries = data.pages.flatMap(({ items }) => items);
  const selection = useSelection(entries.filter(isReadable));
  const narrowed = Boolean(filter.search || filter.policyId || filter.kind);
  const status = useRef<HTMLParagraphElement>(null);
  return (
    <Page title={t('inbox.title')} lead={t('inbox.lead')} width="wide" hidden>
      <nav className="mv-tabs" aria-label={t('inbox.states')}>
        {STATES.map((state) => (
          <Link
            key={state}
            className="mv-tab"
            to={`?${addressOf({ ...filter, state })}`}
            aria-current={state === filter.state ? 'page' : undefined}
          >
            {t(`inbox.state.${state}`)}
            {counts && <span className="mv-tab-count">{number(counts[COUNT_OF[state]])}</span>}
          </Link>
        ))}
      </nav>
      <InboxFilters
        key={filter.search ?? ''}
        filter={filter}
        onChange={(change) => setSearch(addressOf({ ...filter, ...change }))}
      />
      <section className="mv-pick-section" aria-label={t('inbox.list')}>
        <p className="mv-note" role="status" tabIndex={-1} ref={status}>
          {counts && t('inbox.shown', { shown: entries.length, count: counts[COUNT_OF[filter.state]] })}
        </p>
        {entries.length === 0 ? (
          <EmptyState
            title={t(narrowed ? 'inbox.noMatch' : 'inbox.emptyTitle')}
            action={filter.state !== 'all' && <Link to="?state=all">{t('inbox.showAll')}</Link>}
          >
            {t(narrowed ? 'inbox.noMatchText' : 'inbox.emptyText')}
          </EmptyState>
        ) : (
          <PickList
            label={t('inbox.list')}
            items={entries}
            selection={selection}
            fixed={(entry) => !isReadable(entry)}
            name={({ reference, title, text }) => `${reference}: ${(title ?? text ?? '').slice(0, 100)}`}
            lang={(entry) => (isReadable(entry) ? entry.language : language)}
            text={({ title, text }) => (
              <>
                {title && <strong>{title}</strong>}
                <span className="mv-pick-said">{text ?? t('entry.hiddenText')}</span>
              </>
            )}
          >
            {(entry) => <InboxEntry entry={entry} tellUnlinked={filter.state !== 'not-linked'} />}
          </PickList>
        )}
        <ShowMore
          next={hasNextPage ? data.pages.at(-1)?.next : null}
          busy={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      </section>
      <LinkBar
        selection={selection}
        shown={new Set(entries.map(({ id }) => id))}
        // The bar with the button that was pressed is gone.
        onLinked={() => status.current?.focus()}
      />
    </Page>
  );
}
