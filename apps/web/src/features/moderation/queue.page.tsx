import type { Schema } from '@medvind/api-client';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';
import { ShowMore } from '../../ui/show-more.js';
import { filterOf, queueQuery } from './api/queue.js';
import { waitingQuery } from './api/waiting.js';
import { entryId, QueueEntry } from './components/queue-entry.js';
import { QueueFilter } from './components/queue-filter.js';
import { KEYS, ShortcutHelp } from './components/shortcut-help.js';
import { WaitingMatters } from './components/waiting-matters.js';
import { useDecide } from './use-decide.js';
import { useQueue } from './use-queue.js';
import { useShortcutChoice, useShortcuts } from './use-shortcuts.js';

const ModerateDialog = lazy(() => import('./components/moderate-dialog.js'));

type Case = Schema<'CaseView'>;

export const load = ({ params: { municipality = '' }, search, get, getPages }: LoadContext) =>
  Promise.all([getPages(queueQuery(municipality, filterOf(search))), get(waitingQuery(municipality))]);

export default function QueuePage() {
  const { t } = useTranslation('moderation');
  const { t: redress } = useTranslation('redress-staff');
  const { slug } = useMunicipality();
  const path = usePath();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const filter = filterOf(search);
  const queue = useQueue(filter);
  const waiting = useQuery(waitingQuery(slug)).data?.count ?? queue.entries.length;
  const [open, setOpen] = useState<{ id: string; action: 'hide' | 'restore' } | null>(null);
  const [shortcuts, setShortcuts] = useShortcutChoice();
  const focus = useFocusAfterRender();

  const [reconsidered, setReconsidered] = useState<Case | null>(null);
  const decided = (now: Case) => {
    setOpen(null);
    const next = queue.leave(now);
    focus(next ? entryId(next.id) : 'queue-left');
  };
  const decide = useDecide(slug, decided, setReconsidered);

  const go = (entry: Case | undefined) => {
    if (entry) focus(entryId(entry.id));
  };
  const withCurrent = (run: (entry: Case) => void) => () => {
    const entry = queue.entries.find(({ id }) => id === queue.current);
    if (entry && !queue.isGone(entry)) run(entry);
  };
  const show = (action: 'hide' | 'restore') =>
    withCurrent((entry) => entry.can[action] && setOpen({ id: entry.id, action }));
  useShortcuts(shortcuts, {
    [KEYS.next]: () => go(queue.next()),
    [KEYS.previous]: () => go(queue.previous()),
    [KEYS.hide]: show('hide'),
    [KEYS.restore]: show('restore'),
    [KEYS.keep]: withCurrent((entry) => entry.can.keep && decide.keep(entry)),
    [KEYS.open]: withCurrent((entry) => void navigate(`${path()}/${entry.path}`)),
  });

  // Where the focus is, there the shortcuts work, however it came there.
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const cases = list.current;
    const entered = ({ target }: FocusEvent) => {
      const at = target instanceof Element ? target.closest('article')?.id : undefined;
      const entry = queue.entries.find(({ id }) => entryId(id) === at);
      if (entry && entry.id !== queue.current) queue.choose(entry);
    };
    cases?.addEventListener('focusin', entered);
    return () => cases?.removeEventListener('focusin', entered);
  });

  const narrowed = Boolean(filter.reason ?? filter.search);
  return (
    <Page
      title={t('queue.title')}
      lead={t('queue.lead')}
      width="text"
      hidden
      actions={
        <>
          <LinkButton to={path('moderation', 'log')} variant="secondary">
            {t('queue.log')}
          </LinkButton>
          <LinkButton to={path('moderation', 'restrictions')} variant="secondary">
            {redress('link.restrictions')}
          </LinkButton>
          <LinkButton to={path('moderation', 'orders', 'new')} variant="secondary">
            {redress('link.order')}
          </LinkButton>
        </>
      }
    >
      <div className="mv-flow">
        <p className="mv-alert-title" id="queue-left" tabIndex={-1}>
          {t('queue.waiting', { count: waiting })}
        </p>
        {(waiting > 0 || narrowed) && <QueueFilter key={search.toString()} {...filter} />}
        {queue.entries.length > 0 && <ShortcutHelp on={shortcuts} onChange={setShortcuts} />}
      </div>
      <WaitingMatters entries={queue.matters} />
      {queue.entries.length === 0 ? (
        queue.matters.length > 0 ? null : narrowed ? (
          <EmptyState
            title={t('queue.noneFound')}
            action={
              <LinkButton to={path('moderation')} variant="secondary">
                {t('queue.clear')}
              </LinkButton>
            }
          >
            {t('queue.noneFoundText')}
          </EmptyState>
        ) : (
          <EmptyState title={t('queue.empty')}>{t('queue.emptyText')}</EmptyState>
        )
      ) : (
        <ol className="mv-cases" ref={list} aria-label={t('queue.list')}>
          {queue.entries.map((entry) => (
            <li key={entry.id}>
              <QueueEntry
                subject={entry}
                municipality={slug}
                current={entry.id === queue.current}
                gone={queue.isGone(entry)}
                action={open?.id === entry.id ? open.action : null}
                busy={decide.busy && entry.id === queue.current}
                onAction={(action) => {
                  queue.choose(entry);
                  setOpen(action && { id: entry.id, action });
                  if (!action) focus(entryId(entry.id));
                }}
                onKeep={() => decide.keep(entry)}
                onDecided={decide.done}
              />
            </li>
          ))}
        </ol>
      )}
      {reconsidered && (
        <Suspense>
          <ModerateDialog
            kind={reconsidered.kind}
            id={reconsidered.id}
            municipality={slug}
            begin="hide"
            onClose={() => setReconsidered(null)}
          />
        </Suspense>
      )}
      <ShowMore next={queue.more.next} busy={queue.more.busy} onMore={queue.more.fetch} />
    </Page>
  );
}

/** Moves the focus once what it moves to has been rendered. */
function useFocusAfterRender(): (id: string) => void {
  const wanted = useRef<string>(undefined);
  const [, render] = useState(0);
  useEffect(() => {
    const element = wanted.current && document.getElementById(wanted.current);
    wanted.current = undefined;
    if (!element) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  });
  return (id) => {
    wanted.current = id;
    render((count) => count + 1);
  };
}
