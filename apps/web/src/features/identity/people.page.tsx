import { ROLES } from '@medvind/contracts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Heading } from '../../ui/heading.js';
import { Page } from '../../ui/page.js';
import { ShowMore } from '../../ui/show-more.js';
import { membersQuery, type MemberFilter } from './api/members.js';
import { MemberFilters } from './components/member-filters.js';
import { GIVEN, MemberRoles } from './components/member-roles.js';

/** What an address asks for; what it cannot mean is left out. */
const filterOf = (search: URLSearchParams): MemberFilter => ({
  search: search.get('search')?.slice(0, 100) ?? '',
  role: ROLES.find((role) => role === search.get('role')) ?? '',
  after: search.get('after') ?? undefined,
});

export const load = ({ params, search, getPages }: LoadContext) =>
  getPages(membersQuery(params.municipality ?? '', filterOf(search)));

export default function PeoplePage() {
  const { t } = useTranslation('administration');
  const { slug } = useMunicipality();
  const path = usePath();
  const filter = filterOf(useSearchParams()[0]);
  const { data, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(membersQuery(slug, filter));
  const members = data.pages.flatMap(({ items }) => items);
  const next = data.pages.at(-1)?.next;
  return (
    <Page
      title={t('people.title')}
      lead={t('people.lead')}
      breadcrumbs={[{ label: t('title'), to: path('admin') }]}
      hidden
    >
      <section className="mv-panel" aria-labelledby="may">
        <Heading level={2} size="2xs" id="may">
          {t('people.mayTitle')}
        </Heading>
        <dl className="mv-may">
          {GIVEN.map((role) => (
            <div key={role}>
              <dt>{t(`app:roles.${role}`)}</dt>
              <dd>{t(`people.may.${role}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <MemberFilters filter={filter} />
      {members.length === 0 ? (
        <EmptyState
          title={t('people.none')}
          action={
            filter.role !== 'resident' && (
              <LinkButton
                variant="secondary"
                to={`${path('admin', 'people')}?${new URLSearchParams({ search: filter.search, role: 'resident' })}`}
              >
                {t(filter.search ? 'people.searchAll' : 'people.clear')}
              </LinkButton>
            )
          }
        >
          {filter.role === 'resident' ? t('people.noneText') : t('people.noneGiven')}
        </EmptyState>
      ) : (
        <>
          <p className="mv-note" role="status">
            {t(next ? 'people.shownFirst' : 'people.shown', { count: members.length })}
          </p>
          <ul className="mv-members">
            {members.map((member) => (
              <li key={member.id}>
                <MemberRoles member={member} />
              </li>
            ))}
          </ul>
        </>
      )}
      <ShowMore next={next} busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </Page>
  );
}
