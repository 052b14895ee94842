import type { Schema } from '@medvind/api-client';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { EmptyState } from '../../ui/empty-state.js';
import type { IconName } from '../../ui/icon.js';
import { Link } from '../../ui/link.js';
import { Listed } from '../../ui/listed.js';
import { Page } from '../../ui/page.js';
import { Tag } from '../../ui/tag.js';
import { Time } from '../../ui/time.js';
import { restrictionsQuery } from './api/restriction-list.js';
import { ruleOf } from './reasons.js';

const afterOf = (search: URLSearchParams) => search.get('after') ?? undefined;

export const load = ({ params: { municipality = '' }, search, getPages }: LoadContext) =>
  getPages(restrictionsQuery(municipality, afterOf(search)));

const ICONS: Record<Schema<'RestrictionState'>, IconName> = {
  hearing: 'time',
  warned: 'warning',
  running: 'lock',
  ended: 'check',
  lifted: 'success',
  dropped: 'close',
};

/** Who was warned, is heard or is suspended, and until when. */
export default function RestrictionsPage() {
  const { t } = useTranslation('redress-staff');
  const { slug } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const list = useSuspenseInfiniteQuery(restrictionsQuery(slug, afterOf(search)));
  return (
    <Page
      title={t('restrictions.title')}
      lead={t('restrictions.lead')}
      breadcrumbs={[{ label: t('moderation'), to: path('moderation') }]}
      width="text"
      hidden
    >
      <Listed
        list={list}
        className="mv-own-decisions"
        none={<EmptyState title={t('restrictions.none')}>{t('restrictions.noneText')}</EmptyState>}
      >
        {(item) => <Line restriction={item} />}
      </Listed>
    </Page>
  );
}

function Line({ restriction }: { restriction: Schema<'RestrictionItem'> }) {
  const { t } = useTranslation('redress-staff');
  const { t: reports } = useTranslation('reports');
  const path = usePath();
  const { id, person, state, days, openedAt, endsAt } = restriction;
  const rule = ruleOf(restriction.reasonCode);
  return (
    <article className="mv-flow">
      <h2 className="mv-notice-title">
        <Link to={path('moderation', 'restrictions', id)}>{person ?? t('restriction.gone')}</Link>
      </h2>
      <p>
        <Tag color={state === 'running' || state === 'hearing' ? 'warning' : 'neutral'} icon={ICONS[state]}>
          {t(`restrict.state.${state}`)}
        </Tag>
      </p>
      <p className="mv-note">
        <Time at={openedAt} /> · {rule && reports(`reasons.${rule}`)}
        {days !== null && ` · ${t('restrict.stepDays', { count: days })}`}
        {endsAt && (
          <>
            {' · '}
            {t('restriction.ends')} <Time at={endsAt} style="moment" />
          </>
        )}
      </p>
    </article>
  );
}
