import type { Schema } from '@medvind/api-client';
import { useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Listed } from '../../ui/listed.js';
import { Page } from '../../ui/page.js';
import { Time } from '../../ui/time.js';
import { letterQuery, outboxQuery } from './api/outbox.js';

const afterOf = (search: URLSearchParams): string | undefined => search.get('after') ?? undefined;

export const load = ({ params: { municipality = '' }, search, getPages }: LoadContext) =>
  getPages(outboxQuery(municipality, afterOf(search)));

/** Mail that has not left the house; without a mail server that is all of it. */
export default function OutboxPage() {
  const { t } = useTranslation('outbox');
  const { t: administration } = useTranslation('administration');
  const { slug } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const list = useSuspenseInfiniteQuery(outboxQuery(slug, afterOf(search)));
  const delivers = list.data.pages[0]?.delivers ?? true;
  return (
    <Page
      title={t('title')}
      lead={t(delivers ? 'lead' : 'leadWithout')}
      width="text"
      breadcrumbs={[{ label: administration('title'), to: path('admin') }]}
      hidden
    >
      {!delivers && (
        <Alert tone="warning">
          <p>{t('without')}</p>
        </Alert>
      )}
      <Listed
        list={list}
        className="mv-letters"
        none={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      >
        {(letter) => <Letter letter={letter} />}
      </Listed>
    </Page>
  );
}

function Letter({ letter }: { letter: Schema<'OutboxItem'> }) {
  const { t } = useTranslation('outbox');
  const { slug } = useMunicipality();
  const [open, setOpen] = useState(false);
  const opened = useQuery({ ...letterQuery(slug, letter.id), enabled: open }).data;
  const { id, subject, recipient, createdAt, state, error, secret } = letter;
  return (
    <article>
      <h2 className="mv-notice-title">{subject}</h2>
      <p className="mv-note">
        {t('to', { recipient })} · <Time at={createdAt} /> · {t(`state.${state}`)}
      </p>
      {error && <p className="mv-note">{t('error', { error })}</p>}
      {secret ? (
        <p className="mv-note">{t('secret')}</p>
      ) : (
        <Button
          variant="tertiary"
          size="sm"
          aria-expanded={open}
          aria-controls={`letter-${id}`}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'close' : 'open')}
          <span className="ds-sr-only"> {subject}</span>
        </Button>
      )}
      <div id={`letter-${id}`} hidden={!open}>
        {opened && <pre className="mv-letter">{opened.text}</pre>}
      </div>
    </article>
  );
}
