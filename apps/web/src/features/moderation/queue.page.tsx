import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Folded } from '../../ui/folded.js';
import { Page } from '../../ui/page.js';
import { ShowMore } from '../../ui/show-more.js';
import { claimMutation, releaseMutation } from './api/claim.js';
import { filtersQuery } from './api/filters.js';
import { addressOf, filterOf, queueQuery } from './api/queue.js';
import { waitingQuery } from './api/waiting.js';
import type { FormAction, ManyAction } from './components/decision-form.js';
import { KindTabs } from './components/kind-tabs.js';
import { ManyBar } from './components/many-bar.js';
import { entryId, QueueEntry } from './components/queue-entry.js';
import { QueueFilter } from './components/queue-filter.js';
import { SavedFilters } from './components/saved-filters.js';
import { KEYS, ShortcutHelp } from './components/shortcut-help.js';
import { useDecide } from './use-decide.js';
import { useQueue, type Entry } from './use-queue.js';
import { useShortcutChoice, useShortcuts } from './use-shortcuts.js';

export const load = ({ params: { municipality = '' }, search, get, getPages }: LoadContext) =>
  Promise.all([
    getPages(queueQuery(municipality, filterOf(search))),
    get(waitingQuery(municipality)),
    get(filtersQuery(municipality)),
  ]);

export default function QueuePage() {
  const { t } = useTranslation('moderation');
  const { t: redress } = useTranslation('redress-staff');
  const { slug } = useMunicipality();
  const path = usePath();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const filter = filterOf(search);
  const queue = useQueue(filter);
  const counts = useQuery(waitingQuery(slug)).data;
  const waiting = counts?.count ?? queue.entries.length;
  const [open, setOpen] = useState<{ id: string; action: FormAction } | null>(null);
  // Not of what is clicked: it would move from under the pointer.
  const [expanded, setExpanded] = useState<string>();
  const [many, setMany] = useState<ManyAction | null>(null);
  const [help, setHelp] = useState(false);
  const [restored, setRestored] = useState<readonly string[]>([]);
  const [shortcuts, setShortcuts] = useShortcutChoice();
  const focus = useFocusAfterRender();
  const { mutateAsync: claim } = useMutation(claimMutation(slug));
  const { mutateAsync: release } = useMutation(releaseMutation(slug));

  const decide = useDecide(slug, {
    onDecided: (contributionIds) => {
      setOpen(null);
      setMany(null);
      setRestored([]);
      const next = queue.leave(contributionIds);
      setExpanded(next?.id);
      focus(next ? entryId(next.id) : 'queue-left');
    },
    onUndo: (contributionIds) => {
      setOpen(null);
      queue.chooseNothing();
      focus('queue-left');
      setRestored(contributionIds);
    },
  });

  const refresh = () => client.invalidateQueries({ queryKey: ['moderation', slug, 'queue'] });
  const claiming = (entry: Entry, takeOver = false) =>
    decide.run(async () => {
      queue.choose(entry);
      await claim({ caseId: entry.id, takeOver });
      await refresh();
    });
  const releasing = async ({ id }: Entry) => {
    // What cannot be let go of has been decided, or runs out by itself.
    await release({ caseId: id }).catch(() => undefined);
    await refresh();
  };
  /** Whoever begins to decide has it to themselves for a while. */
  const begin = (entry: Entry, action: FormAction) => {
    queue.choose(entry);
    setOpen({ id: entry.id, action });
    if (!entry.claim?.mine) claiming(entry);
  };
  const giveUp = (entry: Entry) => {
    setOpen(null);
    focus(entryId(entry.id));
    void releasing(entry);
  };

  const go = (entry: Entry | undefined) => {
    if (!entry) return;
    setExpanded(entry.id);
    focus(entryId(entry.id));
  };
  // What was taken back is the next one meant, as soon as it is there again.
  const back = queue.entries.find(({ contribution }) => restored.includes(contribution?.id ?? ''));
  useEffect(() => {
    if (!back) return;
    setRestored([]);
    go(queue.choose(back));
    // Only when it has come.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [back?.id]);
  const withCurrent = (run: (entry: Entry) => void) => () => {
    const entry = queue.entries.find(({ id }) => id === queue.current);
    if (entry && !queue.isGone(entry)) run(entry);
  };
  const show = (action: FormAction) =>
    withCurrent((entry) => {
      if (entry.contribution?.can[action] && (entry.claim?.mine ?? true)) begin(entry, action);
    });
  const several = queue.chosen.flatMap(({ contribution }) => contribution ?? []);
  const ofMany = (ofAll: () => void, ofOne: () => void) => (several.length > 0 ? ofAll : ofOne);
  useShortcuts(shortcuts, {
    [KEYS.next]: () => go(queue.next()),
    [KEYS.previous]: () => go(queue.previous()),
    [KEYS.hide]: ofMany(() => setMany('hide'), show('hide')),
    [KEYS.remove]: ofMany(() => setMany('remove'), show('remove')),
    [KEYS.edit]: show('edit'),
    [KEYS.move]: show('move'),
    [KEYS.restore]: show('restore'),
    [KEYS.keep]: ofMany(
      () => decide.keepMany(several),
      withCurrent(({ contribution }) => contribution?.can.keep && decide.keep(contribution)),
    ),
    [KEYS.select]: withCurrent((entry) => entry.contribution && queue.toggle(entry)),
    [KEYS.claim]: withCurrent((entry) => (entry.claim?.mine ? void releasing(entry) : claiming(entry))),
    [KEYS.undo]: decide.undo,
    [KEYS.open]: withCurrent(({ path: own, contribution }) => {
      const to = own ?? contribution?.path;
      if (to) void navigate(`${path()}/${to}`);
    }),
    [KEYS.help]: () => {
      setHelp(true);
      focus('shortcuts');
    },
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

  const address = addressOf(filter);
  return (
    <Page
      title={t('queue.title')}
      lead={t('queue.lead')}
      width="text"
      hidden
      actions={
        <Folded summary={t('queue.more')}>
          <div className="mv-actions">
            <LinkButton to={path('moderation', 'contributions')} variant="secondary">
              {t('queue.find')}
            </LinkButton>
            <LinkButton to={path('moderation', 'log')} variant="secondary">
              {t('queue.log')}
            </LinkButton>
            <LinkButton to={path('moderation', 'restrictions')} variant="secondary">
              {redress('link.restrictions')}
            </LinkButton>
            <LinkButton to={path('moderation', 'decided')} variant="secondary">
              {redress('link.decided')}
            </LinkButton>
            <LinkButton to={path('moderation', 'orders', 'new')} variant="secondary">
              {redress('link.order')}
            </LinkButton>
          </div>
        </Folded>
      }
    >
      <div className="mv-flow">
        <p className="mv-alert-title" id="queue-left" tabIndex={-1}>
          {t('queue.waiting', { count: waiting })}
        </p>
        <KindTabs filter={filter} counts={counts} />
        {(waiting > 0 || address !== '') && (
          <Folded summary={t('queue.filter')} open={address !== ''}>
            <QueueFilter key={search.toString()} {...filter} />
          </Folded>
        )}
        <SavedFilters municipality={slug} now={address} />
        {queue.entries.length > 0 && (
          <ShortcutHelp on={shortcuts} onChange={setShortcuts} open={help} onToggle={setHelp} />
        )}
      </div>
      {queue.entries.length === 0 ? (
        address !== '' ? (
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
                entry={entry}
                municipality={slug}
                current={entry.id === queue.current}
                expanded={entry.id === expanded}
                chosen={queue.isChosen(entry)}
                gone={queue.isGone(entry)}
                action={open?.id === entry.id ? open.action : null}
                busy={decide.busy && entry.id === queue.current}
                onChoose={() => queue.toggle(entry)}
                onAction={(action) => (action ? begin(entry, action) : giveUp(entry))}
                onKeep={() => entry.contribution && decide.keep(entry.contribution)}
                onClaim={(takeOver) => claiming(entry, takeOver)}
                onRelease={() => void releasing(entry)}
                onDecided={decide.done}
              />
            </li>
          ))}
        </ol>
      )}
      <ShowMore next={queue.more.next} busy={queue.more.busy} onMore={queue.more.fetch} />
      {queue.chosen.length > 0 && (
        <ManyBar
          municipality={slug}
          subjects={several}
          decide={decide}
          action={many}
          onAction={setMany}
          onAll={queue.chooseAll}
          onNone={() => {
            queue.chooseNone();
            focus('queue-left');
          }}
        />
      )}
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
