import type { Schema } from '@medvind/api-client';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Link } from '../../ui/link.js';
import { Listed } from '../../ui/listed.js';
import { Page } from '../../ui/page.js';
import { Tag } from '../../ui/tag.js';
import { Time } from '../../ui/time.js';
import { ownDecisionsQuery } from './api/appeals.js';
import { decidedOf } from './reasons.js';

const afterOf = (search: URLSearchParams) => search.get('after') ?? undefined;

export const load = ({ params: { municipality = '' }, search, getPages }: LoadContext) =>
  getPages(ownDecisionsQuery(municipality, afterOf(search)));

/** Everything moderators have decided about the reader and what they wrote, and where to say that it was wrong. */
export default function OwnDecisionsPage() {
  const { t } = useTranslation('redress');
  const { slug } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const list = useSuspenseInfiniteQuery(ownDecisionsQuery(slug, afterOf(search)));
  return (
    <Page
      title={t('own.title')}
      lead={t('own.lead')}
      breadcrumbs={[{ label: t('app:account.mine'), to: path('me') }]}
      width="text"
      hidden
    >
      <Listed
        list={list}
        className="mv-own-decisions"
        none={<EmptyState title={t('own.none')}>{t('own.noneText')}</EmptyState>}
      >
        {(item) => <OwnDecision decision={item} />}
      </Listed>
    </Page>
  );
}

function OwnDecision({ decision }: { decision: Schema<'OwnDecisionView'> }) {
  const { t } = useTranslation('redress');
  const path = usePath();
  const { kind, id, what, reference, title, at, open, appealed, appealOutcome } = decision;
  return (
    <article className="mv-flow">
      <h2 className="mv-notice-title">
        <Link to={kind === 'restriction' ? path('restrictions', id) : path('appeals', id)}>
          {t(`what.${decidedOf(what)}`)}
          {reference && ` · ${reference}`}
        </Link>
      </h2>
      <p className="mv-note">
        {title && `${title} · `}
        <Time at={at} style="moment" />
      </p>
      {(open || appealed) && (
        <p>
          {open && (
            <Tag color="warning" icon="warning">
              {t('own.answer')}
            </Tag>
          )}
          {appealed && (
            <Tag
              color={appealOutcome === 'upheld' ? 'success' : 'neutral'}
              icon={appealOutcome ? 'check' : 'time'}
            >
              {t(`own.appeal.${appealOutcome ?? 'waits'}`)}
            </Tag>
          )}
        </p>
      )}
    </article>
  );
}
