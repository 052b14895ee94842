import type { Schema } from '@medvind/api-client';
import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Heading } from '../../ui/heading.js';
import { KeptOriginal } from '../../ui/kept-original.js';
import { Listed } from '../../ui/listed.js';
import { Page } from '../../ui/page.js';
import { Tag } from '../../ui/tag.js';
import { Time } from '../../ui/time.js';
import { openQuarantineMutation, quarantineQuery } from './api/quarantine.js';

const afterOf = (search: URLSearchParams) => search.get('after') ?? undefined;

export const load = ({ params: { municipality = '' }, search, getPages }: LoadContext) =>
  getPages(quarantineQuery(municipality, afterOf(search)));

/** What must be out of everybody's sight: opened one at a time, with a purpose that is kept. */
export default function QuarantinePage() {
  const { t } = useTranslation('moderation-admin');
  const { t: administration } = useTranslation('administration');
  const { slug } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const list = useSuspenseInfiniteQuery(quarantineQuery(slug, afterOf(search)));
  return (
    <Page
      title={t('quarantine.title')}
      lead={t('quarantine.lead')}
      breadcrumbs={[{ label: administration('title'), to: path('admin') }]}
      width="text"
      hidden
    >
      <Listed
        list={list}
        ordered
        className="mv-cases"
        label={t('quarantine.list')}
        none={<EmptyState title={t('quarantine.empty')}>{t('quarantine.emptyText')}</EmptyState>}
      >
        {(kept) => <Kept kept={kept} municipality={slug} />}
      </Listed>
    </Page>
  );
}

interface KeptProps {
  municipality: string;
  kept: Schema<'Quarantined'>;
}

function Kept({ municipality, kept }: KeptProps) {
  const { t } = useTranslation('moderation-admin');
  const { t: reports } = useTranslation('reports');
  const { language } = useMunicipality();
  const client = useQueryClient();
  const { id, reference, action, reasonCode, openings } = kept;
  const { mutateAsync } = useMutation({
    ...openQuarantineMutation(municipality, id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['quarantine', municipality] }),
  });
  return (
    <article className="ds-card mv-card mv-case" data-variant="default" aria-labelledby={`kept-${id}`}>
      <header className="mv-case-head">
        <Heading level={2} size="2xs" id={`kept-${id}`}>
          {t(kept.kind === 'comment' ? 'quarantine.comment' : 'quarantine.initiative', { reference })}
        </Heading>
        <Tag color="warning" icon="lock">
          {t(action === 'edit' ? 'quarantine.edit' : 'quarantine.remove')}
        </Tag>
        {kept.returnedAt && (
          <Tag color="success" icon="success">
            {t('quarantine.returned')}
          </Tag>
        )}
        <p className="mv-note">
          {kept.author && `${t('quarantine.author', { name: kept.author })} · `}
          {t('quarantine.by', { name: kept.moderator })} · <Time at={kept.createdAt} style="moment" />
        </p>
      </header>
      <p>
        {reasonCode && `${reports(`reasons.${reasonCode}`)}: `}
        <span lang={language}>{kept.reason}</span>
      </p>
      {openings.length === 0 ? (
        <p className="mv-note">{t('quarantine.none')}</p>
      ) : (
        <ul aria-label={t('quarantine.opened')}>
          {openings.map(({ name, at, purpose }) => (
            <li key={at}>
              {t('quarantine.opened')} {name}, <Time at={at} style="moment" />: {purpose}
            </li>
          ))}
        </ul>
      )}
      <KeptOriginal id={id} open={mutateAsync} />
    </article>
  );
}
