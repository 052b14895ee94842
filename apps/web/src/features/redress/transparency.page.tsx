import { CONTRIBUTION_RULES } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useFormat } from '../../lib/format.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Icon } from '../../ui/icon.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { transparencyFile, transparencyQuery } from './api/transparency.js';
import { NOTICE_CODES, ruleOf } from './reasons.js';

const yearOf = (search: URLSearchParams): number | undefined => {
  const year = Number(search.get('year'));
  return Number.isInteger(year) && year >= 2000 && year <= 2200 ? year : undefined;
};

export const load = ({ params: { municipality = '' }, search, get }: LoadContext) =>
  get(transparencyQuery(municipality, yearOf(search)));

type Report = Schema<'TransparencyView'>;
type List = Schema<'KeyCountView'>[];

const LISTS = [
  'decisions',
  'reasons',
  'notices',
  'noticeOutcomes',
  'reports',
  'rules',
  'appeals',
  'restrictions',
  'orders',
] as const;

const DECISIONS = ['hide', 'remove', 'edit', 'move', 'keep', 'restore', 'lock', 'merge'] as const;
const OUTCOMES = ['acted', 'turned-down', 'waiting', 'upheld', 'removed', 'not-carried-out'] as const;
const RESTRICTIONS = ['warning', 'suspension'] as const;

/** What moderation did in a year: what came, what was decided and why, how much of it by itself, and how long it took. */
export default function TransparencyPage() {
  const { t } = useTranslation('transparency');
  const { slug, name } = useMunicipality();
  const { number } = useFormat();
  const path = usePath();
  const [search] = useSearchParams();
  const report = useSuspenseQuery(transparencyQuery(slug, yearOf(search))).data;
  const { year, years, automated, restricted } = report;
  const duration = useDuration();
  const empty = LISTS.every((list) => report[list].length === 0);
  return (
    <Page
      title={t('title', { year: String(year) })}
      lead={t('lead', { name })}
      breadcrumbs={[{ label: t('app:footer.conduct'), to: path('about') }]}
      width="text"
    >
      <nav aria-label={t('years')}>
        <ul className="mv-years">
          {years.map((one) => (
            <li key={one}>
              <Link
                to={`${path('transparency')}?year=${one}`}
                aria-current={one === year ? 'page' : undefined}
              >
                {one}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {empty ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <>
          <dl className="mv-totals">
            <Total name={t('totals.decisions')} value={sum(report.decisions)} />
            <Total name={t('totals.notices')} value={sum(report.notices)} />
            <Total name={t('totals.appeals')} value={sum(report.appeals)} />
          </dl>
          <p>{t('automatedOf', { automated: number(automated), count: restricted })}</p>
          {report.medians.length > 0 && (
            <Table
              caption={t('medians.caption')}
              columns={[
                { key: 'what', head: t('what'), cell: ({ measure }) => t(`medians.${measure}`) },
                { key: 'time', head: t('medians.time'), cell: ({ minutes }) => duration(minutes) },
                { key: 'count', head: t('count'), cell: ({ count }) => count, numeric: true },
              ]}
              rows={report.medians}
              rowKey={({ measure }) => measure}
            />
          )}
          {LISTS.filter((list) => report[list].length > 0).map((list) => (
            <div key={list} className="mv-flow">
              <Counts list={list} report={report} />
              {list === 'orders' && <p className="mv-note">{t('inTime', { count: report.ordersInTime })}</p>}
              {list === 'rules' && <p className="mv-note">{t('rulesNote')}</p>}
            </div>
          ))}
        </>
      )}
      <p>
        <a className="ds-link" href={transparencyFile(slug, year)} download>
          <Icon name="document" /> {t('download', { year: String(year) })}
        </a>
      </p>
    </Page>
  );
}

const sum = (rows: List): number => rows.reduce((all, { count }) => all + (count ?? 0), 0);

function Total({ name, value }: { name: string; value: number }) {
  const { number } = useFormat();
  return (
    <div>
      <dt>{name}</dt>
      <dd>{number(value)}</dd>
    </div>
  );
}

function Counts({ list, report }: { list: (typeof LISTS)[number]; report: Report }) {
  const { t } = useTranslation('transparency');
  const { number } = useFormat();
  const label = useLabel();
  return (
    <Table
      caption={t(`lists.${list}`)}
      columns={[
        { key: 'what', head: t('what'), cell: ({ key }) => label(list, key) },
        {
          key: 'count',
          head: t('count'),
          cell: ({ count }) => (count === null ? t('fewer', { count: report.fewestPersons }) : number(count)),
          numeric: true,
        },
      ]}
      rows={report[list]}
      rowKey={({ key }) => key}
    />
  );
}

/** What a code is called; one that is not known yet by the code itself. */
function useLabel(): (list: (typeof LISTS)[number], key: string) => string {
  const { t } = useTranslation('transparency');
  const { t: reports } = useTranslation('reports');
  const { t: redress } = useTranslation('redress');
  return (list, key) => {
    if (list === 'notices') {
      const code = NOTICE_CODES.find((known) => known === key);
      return code ? redress(`codes.${code}`) : key;
    }
    if (list === 'reasons' || list === 'reports') {
      const code = ruleOf(key);
      return code ? reports(`reasons.${code}`) : key;
    }
    const decision = list === 'decisions' && DECISIONS.find((known) => known === key);
    if (decision) return t(`decisions.${decision}`);
    const cause = list === 'rules' && CONTRIBUTION_RULES.find((known) => known === key);
    if (cause) return t(`rules.${cause}`);
    const restriction = list === 'restrictions' && RESTRICTIONS.find((known) => known === key);
    if (restriction) return t(`restrictions.${restriction}`);
    const outcome = OUTCOMES.find((known) => known === key);
    return outcome ? t(`outcomes.${outcome}`) : key;
  };
}

function useDuration(): (minutes: number) => string {
  const { t } = useTranslation('transparency');
  return (minutes) => {
    if (minutes < 1) return t('duration.none');
    if (minutes < 90) return t('duration.minutes', { count: minutes });
    if (minutes < 48 * 60) return t('duration.hours', { count: Math.round(minutes / 60) });
    return t('duration.days', { count: Math.round(minutes / 1440) });
  };
}
