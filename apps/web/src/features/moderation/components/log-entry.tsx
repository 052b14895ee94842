import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import type { IconName } from '../../../ui/icon.js';
import { Link } from '../../../ui/link.js';
import { Prose } from '../../../ui/prose.js';
import { Tag } from '../../../ui/tag.js';
import { Time } from '../../../ui/time.js';

const ICONS: Record<Schema<'ToldAction'>, IconName> = {
  hide: 'close',
  restore: 'success',
  keep: 'check',
  lock: 'lock',
  unlock: 'comment',
  remove: 'danger',
  edit: 'check',
  move: 'answer',
  merge: 'link',
  undo: 'close',
  upheld: 'success',
};

const WARNING = new Set<Schema<'ToldAction'>>(['hide', 'remove', 'edit', 'lock']);

interface LogEntryProps {
  entry: Schema<'LogEntry'>;
  /** The language reasons are written in. */
  language: string;
  /** By a decision of its own, with a reason. */
  onReverse: () => void;
  /** As if it had not been: for who decided, for a while. */
  onUndo: () => void;
}

export function LogEntry({ entry, language, onReverse, onUndo }: LogEntryProps) {
  const { t } = useTranslation('moderation');
  const { t: reports } = useTranslation('reports');
  const path = usePath();
  const { action, kind, reference, undo, undoableUntil } = entry;
  const name =
    kind === 'thread' ? t('log.thread', { title: entry.goalTitle }) : `${t(`entry.${kind}`)} ${reference}`;
  return (
    <article className="mv-log-entry">
      <header className="mv-case-head">
        <h2 className="ds-heading" data-size="2xs">
          <Link to={`${path()}/${entry.path}`}>{name}</Link>
        </h2>
        <Tag color={WARNING.has(action) ? 'warning' : 'success'} icon={ICONS[action]}>
          {t(`log.actions.${action}`)}
        </Tag>
        <p className="mv-note">
          <Time at={entry.at} style="moment" />{' '}
          {entry.mine ? t('log.byYou') : t('log.by', { name: entry.moderator })}
        </p>
      </header>
      <dl className="mv-log-why">
        {entry.reasonCode && (
          <div>
            <dt>{t('log.rule')}</dt>
            <dd>{reports(`reasons.${entry.reasonCode}`)}</dd>
          </div>
        )}
        <div>
          <dt>{t('log.reason')}</dt>
          <dd lang={entry.reason ? language : undefined}>{entry.reason || t('log.noReason')}</dd>
        </div>
        <div>
          <dt>{t('log.now')}</dt>
          <dd>{t(`entry.state.${entry.state}`)}</dd>
        </div>
      </dl>
      {kind !== 'thread' && (
        <blockquote className="mv-case-text">
          <p className="mv-note">
            {entry.author ? t('entry.by', { name: entry.author }) : t('entry.byGone')}
          </p>
          {entry.title && (
            <p className="mv-alert-title" lang={entry.language ?? undefined}>
              {entry.title}
            </p>
          )}
          {entry.text === null ? (
            <p>{t('entry.removed')}</p>
          ) : (
            <Prose text={entry.text} lang={entry.language ?? undefined} />
          )}
        </blockquote>
      )}
      {(undo ?? undoableUntil) && (
        <div className="mv-actions">
          {undoableUntil && (
            <Button variant="secondary" size="sm" onClick={onUndo}>
              {t('done.undo')}
              <span className="ds-sr-only"> {reference ?? entry.goalTitle}</span>
            </Button>
          )}
          {undo && (
            <Button variant={undoableUntil ? 'tertiary' : 'secondary'} size="sm" onClick={onReverse}>
              {t(`actions.${undo}`)}
              <span className="ds-sr-only"> {reference ?? entry.goalTitle}</span>
            </Button>
          )}
        </div>
      )}
    </article>
  );
}
