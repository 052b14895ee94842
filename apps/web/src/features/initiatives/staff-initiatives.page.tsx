import { useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query';
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
import { caseChoicesQuery, caseCountsQuery, casesQuery } from './api/cases.js';
import { CaseList } from './components/case-list.js';
import { LateReviews } from './components/late-reviews.js';
import { OwnUnits } from './components/own-units.js';

const FILTERS = ['mine', 'opinion', 'unassigned', 'unit', 'overdue', 'all', 'answered'] as const;

const filterOf = (search: URLSearchParams) =>
  FILTERS.find((filter) => filter === search.get('filter')) ?? 'mine';
const afterOf = (search: URLSearchParams) => search.get('after') ?? undefined;

export const load = ({ params: { municipality = '' }, search, get, getPages }: LoadContext) =>
  Promise.all([
    getPages(casesQuery(municipality, filterOf(search), afterOf(search))),
    get(caseCountsQuery(municipality)),
    get(caseChoicesQuery(municipality)),
  ]);

/** What waits for those who deal with initiatives, the most urgent first. */
export default function StaffInitiativesPage() {
  const { t } = useTranslation('initiative-cases');
  const { slug } = useMunicipality();
  const { number } = useFormat();
  const path = usePath();
  const [search] = useSearchParams();
  const filter = filterOf(search);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    casesQuery(slug, filter, afterOf(search)),
  );
  const { data: counts } = useQuery(caseCountsQuery(slug));
  const entries = data.pages.flatMap(({ items }) => items);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <LinkButton variant="secondary" to={path('staff', 'answer-templates')}>
            {t('templates.title')}
          </LinkButton>
          <LinkButton variant="secondary" to={path('staff', 'initiative-report')}>
            {t('report.link')}
          </LinkButton>
        </>
      }
      width="wide"
      hidden
    >
      {counts && <LateReviews counts={counts} />}
      <nav className="mv-tabs" aria-label={t('filters')}>
        {FILTERS.map((known) => (
          <Link
            key={known}
            className="mv-tab"
            to={`?filter=${known}`}
            aria-current={known === filter ? 'page' : undefined}
          >
            {t(`filter.${known}`)}
            {counts && <span className="mv-tab-count">{number(counts[known])}</span>}
          </Link>
        ))}
      </nav>
      <section className="mv-pick-section" aria-label={t('list')}>
        {entries.length === 0 ? (
          <EmptyState
            title={t(`empty.${filter}`)}
            action={filter !== 'all' && <Link to="?filter=all">{t('showAll')}</Link>}
          >
            {filter === 'unit' && t('units.none')}
          </EmptyState>
        ) : (
          <CaseList key={filter} entries={entries} answered={filter === 'answered'} />
        )}
        <ShowMore
          next={hasNextPage ? data.pages.at(-1)?.next : null}
          busy={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      </section>
      <OwnUnits />
    </Page>
  );
}
