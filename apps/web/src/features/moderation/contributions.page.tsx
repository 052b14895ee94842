import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';
import { Select } from '../../ui/select.js';
import { ShowMore } from '../../ui/show-more.js';
import { TextField } from '../../ui/text-field.js';
import { contributionFilterOf, contributionsQuery, KINDS, STATES } from './api/contributions.js';
import type { Contribution } from './api/report.js';
import { CaseDetails } from './components/case-details.js';
import { entryId } from './components/queue-entry.js';

const ModerateDialog = lazy(() => import('./components/moderate-dialog.js'));

export const load = ({ params: { municipality = '' }, search, getPages }: LoadContext) =>
  getPages(contributionsQuery(municipality, contributionFilterOf(search)));

/** Everything that was written, whatever became of it: also what is hidden can be found. */
export default function ContributionsPage() {
  const { t } = useTranslation('moderation');
  const { slug } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const filter = contributionFilterOf(search);
  const { data, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    contributionsQuery(slug, filter),
  );
  const [open, setOpen] = useState<Contribution | null>(null);
  const found = data.pages.flatMap(({ items }) => items);
  const next = data.pages.at(-1)?.next;
  return (
    <Page
      title={t('find.title')}
      lead={t('find.lead')}
      breadcrumbs={[{ label: t('queue.title'), to: path('moderation') }]}
      width="text"
      hidden
    >
      <Finder key={search.toString()} {...filter} />
      {found.length === 0 ? (
        <EmptyState title={t('find.none')}>{t('queue.noneFoundText')}</EmptyState>
      ) : (
        <>
          <p className="mv-note" role="status">
            {t(next ? 'find.shownFirst' : 'find.shown', { count: found.length })}
          </p>
          <ol className="mv-cases" aria-label={t('find.list')}>
            {found.map((subject) => {
              const heading = `${entryId(subject.id)}-title`;
              return (
                <li key={subject.id}>
                  <article
                    className="ds-card mv-card mv-case"
                    data-variant="default"
                    id={entryId(subject.id)}
                    aria-labelledby={heading}
                  >
                    <CaseDetails subject={subject} level={2} headingId={heading} linked />
                    <div className="mv-actions">
                      <Button
                        variant="secondary"
                        aria-haspopup="dialog"
                        onClick={() => setOpen({ kind: subject.kind, id: subject.id })}
                      >
                        {t('moderate')}
                        <span className="ds-sr-only"> {subject.reference}</span>
                      </Button>
                    </div>
                  </article>
                </li>
              );
            })}
          </ol>
        </>
      )}
      <ShowMore next={next} busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
      {open && (
        <Suspense>
          <ModerateDialog {...open} municipality={slug} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </Page>
  );
}

/** Asks by address, so that it works without a script and going back shows what was asked for before. */
function Finder({ kind, state, search }: ReturnType<typeof contributionFilterOf>) {
  const { t } = useTranslation('moderation');
  const path = usePath();
  const navigate = useNavigate();
  const at = path('moderation', 'contributions');
  const [values, setValues] = useState<{ search: string; kind: string; state: string }>({
    search: search ?? '',
    kind: kind ?? '',
    state: state ?? '',
  });
  const set = (name: keyof typeof values) => (value: string) => setValues({ ...values, [name]: value });
  return (
    <form
      className="mv-case-filter"
      role="search"
      aria-label={t('find.title')}
      action={at}
      onSubmit={(event) => {
        event.preventDefault();
        const given = Object.entries(values).filter(([, value]) => value.trim() !== '');
        void navigate(`${at}?${new URLSearchParams(given)}`, { preventScrollReset: true });
      }}
    >
      <TextField
        name="search"
        type="search"
        label={t('find.search')}
        value={values.search}
        optional
        onChange={set('search')}
      />
      <Select
        name="kind"
        label={t('find.kind')}
        value={values.kind}
        optional
        onChange={set('kind')}
        options={KINDS.map((value) => ({
          value: value === 'comment' ? '' : value,
          label: t(`find.kinds.${value}`),
        }))}
      />
      <Select
        name="state"
        label={t('find.state')}
        value={values.state}
        optional
        onChange={set('state')}
        placeholder={t('find.anyState')}
        options={STATES.map((value) => ({ value, label: t(`entry.state.${value}`) }))}
      />
      <Button type="submit" variant="secondary">
        {t('queue.apply')}
      </Button>
    </form>
  );
}
