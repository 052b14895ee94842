import type { Schema } from '@medvind/api-client';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FilterLinks } from '../../ui/filter-links.js';
import { Link } from '../../ui/link.js';
import { Listed } from '../../ui/listed.js';
import { Page } from '../../ui/page.js';
import { Tag } from '../../ui/tag.js';
import { Time } from '../../ui/time.js';
import { DECIDED_KINDS, decidedFilterOf, decidedQuery, type DecidedFilter } from './api/decided.js';

export const load = ({ params: { municipality = '' }, search, getPages }: LoadContext) =>
  getPages(decidedQuery(municipality, decidedFilterOf(search)));

/** Earlier notices, appeals and orders, by when they were decided or by a number somebody gives. */
export default function DecidedPage() {
  const { t } = useTranslation('redress-staff');
  const { slug } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const filter = decidedFilterOf(search);
  const list = useSuspenseInfiniteQuery(decidedQuery(slug, filter));
  const here = path('moderation', 'decided');
  return (
    <Page
      title={t('past.title')}
      lead={t('past.lead')}
      breadcrumbs={[{ label: t('moderation'), to: path('moderation') }]}
      width="text"
      hidden
    >
      <div className="mv-flow">
        <FilterLinks
          label={t('past.filter')}
          links={DECIDED_KINDS.map((kind) => ({
            to: `${here}?kind=${kind}`,
            label: t(`past.kinds.${kind}`),
            current: filter.kind === kind,
          }))}
        />
        <Numbered key={search.toString()} {...filter} />
      </div>
      <Listed
        list={list}
        className="mv-own-decisions"
        label={t(`past.kinds.${filter.kind}`)}
        none={
          <EmptyState title={t(filter.number ? 'past.noneFound' : 'past.none')}>
            {t(filter.number ? 'past.noneFoundText' : 'past.noneText')}
          </EmptyState>
        }
      >
        {(item) => <Line matter={item} />}
      </Listed>
    </Page>
  );
}

/** A form of the browser's own: the address is what it asks for. */
function Numbered({ kind, number }: DecidedFilter) {
  const { t } = useTranslation('redress-staff');
  return (
    <search>
      <form className="mv-case-filter">
        <input type="hidden" name="kind" value={kind} />
        <div className="ds-field mv-field">
          <label className="ds-label" data-weight="medium" htmlFor="number">
            {t(`past.number.${kind}`)}
          </label>
          <input
            className="ds-input"
            type="search"
            id="number"
            name="number"
            maxLength={200}
            autoComplete="off"
            defaultValue={number}
          />
        </div>
        <Button type="submit" variant="secondary">
          {t('past.find')}
        </Button>
      </form>
    </search>
  );
}

function Line({ matter }: { matter: Schema<'DecidedMatter'> }) {
  const { t } = useTranslation('redress-staff');
  const path = usePath();
  const { title, outcome, receivedAt, decidedAt, decidedBy } = matter;
  const acted = outcome === 'acted' || outcome === 'upheld' || outcome === 'removed';
  return (
    <article className="mv-flow">
      <h2 className="mv-notice-title">
        <Link to={`${path()}/${matter.path}`}>{title || t('past.nameless')}</Link>
      </h2>
      <p>
        <Tag color={acted ? 'success' : 'neutral'} icon={acted ? 'check' : 'close'}>
          {t(`past.outcome.${outcome}`)}
        </Tag>
      </p>
      <p className="mv-note">
        {t('past.received')} <Time at={receivedAt} style="moment" /> · {t('past.decided')}{' '}
        <Time at={decidedAt} style="moment" />
        {decidedBy && ` · ${decidedBy}`}
      </p>
    </article>
  );
}
