import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useFormat } from '../../lib/format.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Icon } from '../../ui/icon.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { ShowMore } from '../../ui/show-more.js';
import { Table } from '../../ui/table.js';
import { Tag } from '../../ui/tag.js';
import { Time } from '../../ui/time.js';
import { reportFile, reportQuery, type ReportWish } from './api/report.js';

const whole = (text: string | null) => (text && /^\d{1,4}$/.test(text) ? Number(text) : undefined);

const wishOf = (search: URLSearchParams): ReportWish => {
  const [year, part] = [whole(search.get('year')), whole(search.get('part'))];
  return { ...(year !== undefined && { year }), ...(part !== undefined && { part }) };
};
const afterOf = (search: URLSearchParams) => search.get('after') ?? undefined;

export const load = ({ params: { municipality = '' }, search, getPages }: LoadContext) =>
  getPages(reportQuery(municipality, wishOf(search), afterOf(search)));

/** Whether the day is over. */
const isPast = (day: string): boolean => Date.parse(day) + 86_400_000 < Date.now();

/** What the council is told is undecided, for each of the periods the rule divides a year into. */
export default function InitiativeReportPage() {
  const { t } = useTranslation('initiative-cases');
  const { slug } = useMunicipality();
  const { date, number } = useFormat();
  const path = usePath();
  const [search] = useSearchParams();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    reportQuery(slug, wishOf(search), afterOf(search)),
  );
  const [first] = data.pages;
  if (!first) return null;
  const { year, part, parts, until } = first;
  const items = data.pages.flatMap((page) => page.items);
  const before = part === 1 ? { year: year - 1, part: parts } : { year, part: part - 1 };
  const next = part === parts ? { year: year + 1, part: 1 } : { year, part: part + 1 };
  const at = (period: { year: number; part: number }) => `?year=${period.year}&part=${period.part}`;
  const name = (period: { year: number; part: number }) =>
    parts === 1 ? String(period.year) : `${period.year} (${period.part}/${parts})`;
  return (
    <Page
      title={t('report.title', { period: name({ year, part }) })}
      lead={t(isPast(until) ? 'report.lead' : 'report.leadNow', { date: date(until) })}
      breadcrumbs={[{ label: t('title'), to: path('staff', 'initiatives') }]}
      actions={
        <a className="ds-button" data-variant="secondary" href={reportFile(slug, { year, part })} download>
          <Icon name="document" /> {t('report.file')}
        </a>
      }
      width="wide"
      hidden
    >
      <nav className="mv-actions" aria-label={t('report.periods')}>
        <Link to={at(before)}>{name(before)}</Link>
        {isPast(until) && <Link to={at(next)}>{name(next)}</Link>}
      </nav>
      {items.length === 0 ? (
        <EmptyState title={t('report.none')} />
      ) : (
        <Table
          caption={t('report.caption')}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              head: t('report.initiative'),
              cell: ({ id, reference, title }) => (
                <Link to={path('staff', 'initiatives', id)}>
                  {reference} {title}
                </Link>
              ),
            },
            { key: 'unit', head: t('case.unit'), cell: ({ unit }) => unit ?? t('noUnit') },
            { key: 'number', head: t('case.number'), cell: ({ caseNumber }) => caseNumber || '–' },
            {
              key: 'handedOver',
              head: t('report.handedOver'),
              cell: ({ handedOverAt }) => <Time at={handedOverAt} style="short" />,
            },
            {
              key: 'decideBy',
              head: t('report.decideBy'),
              cell: ({ decideBy, late }) => (
                <>
                  {decideBy ? <Time at={new Date(Date.parse(decideBy) - 1)} style="short" /> : '–'}{' '}
                  {late && (
                    <Tag color="danger" icon="warning">
                      {t('due.late')}
                    </Tag>
                  )}
                </>
              ),
            },
            {
              key: 'support',
              head: t('report.support'),
              numeric: true,
              cell: ({ supportCount }) => number(supportCount),
            },
          ]}
        />
      )}
      <ShowMore
        next={hasNextPage ? data.pages.at(-1)?.next : null}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </Page>
  );
}
