import type { Schema } from '@medvind/api-client';
import { Suspense } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { Skeleton } from '../../../ui/loading.js';
import { CaseDetails } from './case-details.js';
import { DecisionForm } from './decision-form.js';
import { LockThread } from './lock-thread.js';

export const entryId = (id: string): string => `case-${id}`;

interface QueueEntryProps {
  subject: Schema<'CaseView'>;
  municipality: string;
  current: boolean;
  /** Decided by a colleague while one looked at it. */
  gone: boolean;
  /** The form that is open in it. */
  action: 'hide' | 'restore' | null;
  busy: boolean;
  onAction: (action: 'hide' | 'restore' | null) => void;
  onKeep: () => void;
  onDecided: (action: 'hide' | 'restore', now: Schema<'CaseView'>) => void;
}

export function QueueEntry(props: QueueEntryProps) {
  const { subject, municipality, current, gone, action, busy, onAction, onKeep, onDecided } = props;
  const { t } = useTranslation('moderation');
  const { can, id, threadId } = subject;
  const heading = `${entryId(id)}-title`;
  return (
    <article
      className="ds-card mv-card mv-case"
      data-variant="default"
      data-current={current || undefined}
      id={entryId(id)}
      tabIndex={-1}
      aria-labelledby={heading}
    >
      <CaseDetails subject={subject} level={2} headingId={heading} linked />
      {gone && <Alert tone="info">{t('entry.gone')}</Alert>}
      {action ? (
        <Suspense fallback={<Skeleton lines={4} />}>
          <DecisionForm
            municipality={municipality}
            subject={subject}
            action={action}
            onDone={(now) => onDecided(action, now)}
            onCancel={() => onAction(null)}
          />
        </Suspense>
      ) : (
        !gone && (
          <div className="mv-actions">
            {can.hide && (
              <Button color="danger" onClick={() => onAction('hide')}>
                {t('actions.hide')}
              </Button>
            )}
            {can.restore && <Button onClick={() => onAction('restore')}>{t('actions.restore')}</Button>}
            {can.keep && (
              <Button variant="secondary" busy={busy} onClick={onKeep}>
                {subject.state === 'removed' ? t('actions.close') : t('actions.keep')}
              </Button>
            )}
            {threadId && can.lock && (
              <LockThread municipality={municipality} threadId={threadId} locked={subject.threadLocked} />
            )}
          </div>
        )
      )}
    </article>
  );
}
