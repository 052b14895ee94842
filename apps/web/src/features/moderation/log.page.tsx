import { roomOf } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useLive } from '../../lib/live.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FilterLinks } from '../../ui/filter-links.js';
import { Listed } from '../../ui/listed.js';
import { Page } from '../../ui/page.js';
import { ACTIONS, logFilterOf, logQuery } from './api/log.js';
import LockDialog from './components/lock-dialog.js';
import { LogEntry } from './components/log-entry.js';
import ModerateDialog from './components/moderate-dialog.js';
import { useUndo } from './use-undo.js';

export const load = ({ params: { municipality = '' }, search, getPages }: LoadContext) =>
  getPages(logQuery(municipality, logFilterOf(search)));

export default function LogPage() {
  const { t } = useTranslation('moderation');
  const { slug, id, language } = useMunicipality();
  const path = usePath();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const filter = logFilterOf(search);
  const list = useSuspenseInfiniteQuery(logQuery(slug, filter));
  const [reversing, setReversing] = useState<Schema<'LogEntry'> | null>(null);
  const { takeBack } = useUndo(slug);
  useLive(roomOf('moderation', id), () => client.invalidateQueries({ queryKey: ['moderation', slug] }));
  const log = path('moderation', 'log');
  return (
    <Page
      title={t('log.title')}
      lead={t('log.lead')}
      breadcrumbs={[{ label: t('queue.title'), to: path('moderation') }]}
      width="text"
      hidden
      actions={
        <LinkButton to={path('moderation', 'traces')} variant="secondary">
          {t('log.traces')}
        </LinkButton>
      }
    >
      <FilterLinks
        label={t('log.filter')}
        links={[
          ...[undefined, ...ACTIONS].map((action) => ({
            to: action ? `${log}?action=${action}` : log,
            label: action ? t(`log.actions.${action}`) : t('log.all'),
            current: filter.action === action,
          })),
          // These are not decided here, and have lists of their own.
          { to: `${path('moderation', 'decided')}?kind=appeal`, label: t('log.appeals'), current: false },
          { to: path('moderation', 'decided'), label: t('log.notices'), current: false },
          { to: path('moderation', 'restrictions'), label: t('log.restrictions'), current: false },
        ]}
      />
      <Listed
        list={list}
        ordered
        className="mv-cases"
        label={t('log.list')}
        none={<EmptyState title={t('log.empty')}>{t('log.emptyText')}</EmptyState>}
      >
        {(entry) => (
          <LogEntry
            entry={entry}
            language={language}
            onReverse={() => setReversing(entry)}
            onUndo={() => takeBack({ decisionIds: [entry.id], contributionIds: [] })}
          />
        )}
      </Listed>
      {reversing && <Reverse municipality={slug} entry={reversing} onClose={() => setReversing(null)} />}
    </Page>
  );
}

interface ReverseProps {
  municipality: string;
  entry: Schema<'LogEntry'>;
  onClose: () => void;
}

function Reverse({ municipality, entry: { kind, subjectId }, onClose }: ReverseProps) {
  return kind === 'thread' ? (
    <LockDialog municipality={municipality} threadId={subjectId} action="unlock" onClose={onClose} />
  ) : (
    <ModerateDialog
      municipality={municipality}
      kind={kind}
      id={subjectId}
      begin="restore"
      onClose={onClose}
    />
  );
}
