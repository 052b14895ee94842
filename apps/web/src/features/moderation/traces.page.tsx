import { CONTRIBUTION_RULES } from '@medvind/contracts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FilterLinks } from '../../ui/filter-links.js';
import { Listed } from '../../ui/listed.js';
import { Page } from '../../ui/page.js';
import { traceFilterOf, tracesQuery } from './api/traces.js';
import { TraceEntry } from './components/trace-entry.js';

export const load = ({ params: { municipality = '' }, search, getPages }: LoadContext) =>
  getPages(tracesQuery(municipality, traceFilterOf(search)));

/** What rules did by themselves, for moderators: which rule, in which version, and why. */
export default function TracesPage() {
  const { t } = useTranslation('contribution-rules');
  const { t: moderation } = useTranslation('moderation');
  const { slug } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const filter = traceFilterOf(search);
  const list = useSuspenseInfiniteQuery(tracesQuery(slug, filter));
  const here = path('moderation', 'traces');
  const of = filter.commentId ?? filter.initiativeId;
  return (
    <Page
      title={t('traces.title')}
      lead={t('traces.lead')}
      breadcrumbs={[{ label: moderation('queue.title'), to: path('moderation') }]}
      width="text"
      hidden
      actions={
        <LinkButton to={path('admin', 'contribution-rules')} variant="secondary">
          {t('traces.rules')}
        </LinkButton>
      }
    >
      <FilterLinks
        label={t('traces.filter')}
        links={[undefined, ...CONTRIBUTION_RULES].map((rule) => ({
          to: rule ? `${here}?rule=${rule}` : here,
          label: rule ? t(`rule.${rule}`) : t('traces.all'),
          current: !of && filter.rule === rule,
        }))}
      />
      <Listed
        list={list}
        ordered
        className="mv-cases"
        label={t('traces.list')}
        none={<EmptyState title={t('traces.none')}>{t('traces.noneText')}</EmptyState>}
      >
        {(trace) => <TraceEntry trace={trace} />}
      </Listed>
    </Page>
  );
}
