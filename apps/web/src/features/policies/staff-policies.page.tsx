import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Heading } from '../../ui/heading.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { ShowMore } from '../../ui/show-more.js';
import { Table } from '../../ui/table.js';
import { Tag } from '../../ui/tag.js';
import { Time } from '../../ui/time.js';
import { importsQuery } from './api/imports.js';
import { policiesQuery } from './api/policies.js';
import { ImportForm } from './components/import-form.js';
import { ValidityTag } from './components/validity.js';

export const load = ({ params: { municipality = '' }, get, getPages }: LoadContext) =>
  Promise.all([get(policiesQuery(municipality)), getPages(importsQuery(municipality))]);

/** For staff: bring documents in, go on with those begun, see what is published and what it lacks. */
export default function StaffPoliciesPage() {
  const { t } = useTranslation('imports');
  return (
    <Page title={t('title')} lead={t('lead')} hidden>
      <section className="mv-section" aria-labelledby="import">
        <Heading level={2} id="import">
          {t('form.title')}
        </Heading>
        <ImportForm />
      </section>
      <Begun />
      <Published />
    </Page>
  );
}

function Begun() {
  const { t } = useTranslation('imports');
  const { slug } = useMunicipality();
  const path = usePath();
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    importsQuery(slug),
  );
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return null;
  return (
    <section className="mv-section" aria-labelledby="begun">
      <Heading level={2} id="begun">
        {t('begun.title')}
      </Heading>
      <Table
        caption={t('begun.caption')}
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'title',
            head: t('begun.document'),
            cell: ({ id, title, fileName }) => (
              <>
                <Link to={path('staff', 'policies', 'imports', id)}>
                  {title || fileName || t('begun.untitled')}
                </Link>
                <div className="mv-note">{fileName || t('begun.pasted')}</div>
              </>
            ),
          },
          {
            key: 'what',
            head: t('begun.content'),
            cell: ({ policyCount, goalCount }) =>
              `${t('policyCount', { count: policyCount })}, ${t('goalCount', { count: goalCount })}`,
          },
          { key: 'by', head: t('begun.by'), cell: ({ createdBy }) => createdBy ?? '–' },
          {
            key: 'when',
            head: t('begun.when'),
            cell: ({ createdAt }) => <Time at={createdAt} style="short" />,
          },
        ]}
      />
      <ShowMore
        next={hasNextPage ? data.pages.at(-1)?.next : null}
        onMore={() => void fetchNextPage()}
        busy={isFetchingNextPage}
      />
    </section>
  );
}

function Published() {
  const { t } = useTranslation('imports');
  const { t: tPolicies } = useTranslation('policies');
  const { slug } = useMunicipality();
  const path = usePath();
  const { items } = useSuspenseQuery(policiesQuery(slug)).data;
  return (
    <section className="mv-section" aria-labelledby="published">
      <Heading level={2} id="published">
        {t('published.title')}
      </Heading>
      {items.length === 0 ? (
        <EmptyState title={t('published.empty')}>{t('published.emptyText')}</EmptyState>
      ) : (
        <Table
          caption={t('published.caption')}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              head: t('published.policy'),
              cell: (policy) => (
                <Link to={path('policies', policy.slug)} lang={policy.language}>
                  {policy.title}
                </Link>
              ),
            },
            { key: 'type', head: t('policy.type'), cell: ({ type }) => tPolicies(`type.${type}`) },
            { key: 'valid', head: t('published.validity'), cell: (policy) => <ValidityTag {...policy} /> },
            { key: 'goals', head: t('published.goals'), numeric: true, cell: ({ goalCount }) => goalCount },
            {
              key: 'vision',
              head: t('published.vision'),
              cell: ({ lacksVision }) =>
                lacksVision ? (
                  <Tag color="warning" icon="warning">
                    {t('published.lacksVision')}
                  </Tag>
                ) : (
                  <Tag icon="check">{t('published.saysVision')}</Tag>
                ),
            },
          ]}
        />
      )}
    </section>
  );
}
