import type { Schema } from '@medvind/api-client';
import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Details } from '../../ui/details.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Form } from '../../ui/form.js';
import { Heading } from '../../ui/heading.js';
import { Page } from '../../ui/page.js';
import { Prose } from '../../ui/prose.js';
import { ShowMore } from '../../ui/show-more.js';
import { Tag } from '../../ui/tag.js';
import { TextField } from '../../ui/text-field.js';
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
  const { data, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    quarantineQuery(slug, afterOf(search)),
  );
  const kept = data.pages.flatMap(({ items }) => items);
  return (
    <Page
      title={t('quarantine.title')}
      lead={t('quarantine.lead')}
      breadcrumbs={[{ label: administration('title'), to: path('admin') }]}
      width="text"
      hidden
    >
      {kept.length === 0 ? (
        <EmptyState title={t('quarantine.empty')}>{t('quarantine.emptyText')}</EmptyState>
      ) : (
        <ol className="mv-cases" aria-label={t('quarantine.list')}>
          {kept.map((one) => (
            <li key={one.id}>
              <Kept kept={one} municipality={slug} />
            </li>
          ))}
        </ol>
      )}
      <ShowMore
        next={data.pages.at(-1)?.next}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
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
  const [opened, setOpened] = useState<Schema<'OpenedQuarantine'>>();
  const { id, reference, action, reasonCode, openings } = opened ?? kept;
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
      {opened ? (
        <Original original={opened.original} />
      ) : (
        <Details summary={t('quarantine.open')}>
          <Opening municipality={municipality} id={id} onOpened={setOpened} />
        </Details>
      )}
    </article>
  );
}

interface OpeningProps {
  municipality: string;
  id: string;
  onOpened: (opened: Schema<'OpenedQuarantine'>) => void;
}

function Opening({ municipality, id, onOpened }: OpeningProps) {
  const { t } = useTranslation('moderation-admin');
  const client = useQueryClient();
  const { mutateAsync } = useMutation(openQuarantineMutation(municipality, id));
  const form = useForm({
    within: id,
    initial: { purpose: '' },
    submit: ({ purpose }) => mutateAsync(purpose),
    done: (opened) => {
      onOpened(opened);
      void client.invalidateQueries({ queryKey: ['quarantine', municipality] });
    },
  });
  return (
    <Form form={form} submit={t('quarantine.open')}>
      <TextField
        {...form.field('purpose', t('quarantine.purpose'))}
        hint={t('quarantine.purposeHint')}
        autoComplete="off"
      />
    </Form>
  );
}

function Original({ original }: { original: Schema<'OriginalView'> }) {
  const { t } = useTranslation('moderation-admin');
  const shown = useRef<HTMLDivElement>(null);
  // The form that was sent is gone with its button.
  useEffect(() => shown.current?.focus(), []);
  return (
    <div className="mv-case-text" tabIndex={-1} ref={shown}>
      <p className="mv-alert-title">{t('quarantine.original')}</p>
      {original.title && <p>{original.title}</p>}
      <Prose text={original.text} />
      {original.revisions.length > 0 && (
        <Details summary={t('quarantine.earlier')}>
          {original.revisions.map(({ body, replacedAt }) => (
            <Prose key={replacedAt} text={body} />
          ))}
        </Details>
      )}
    </div>
  );
}
