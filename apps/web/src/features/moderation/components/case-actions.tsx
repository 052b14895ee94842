import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { Folded } from '../../../ui/folded.js';
import type { FormAction } from './decision-form.js';
import { LockThread } from './lock-thread.js';
import { MergeThread } from './merge-thread.js';

/** What to leave it as it is means. */
const KEEPING: Partial<Record<Schema<'CaseView'>['state'], 'actions.close' | 'actions.publish'>> = {
  removed: 'actions.close',
  held: 'actions.publish',
};

interface CaseActionsProps {
  municipality: string;
  subject: Schema<'CaseView'>;
  busy: boolean;
  onAction: (action: FormAction) => void;
  onKeep: () => void;
  /** The discussion is locked, opened or merged. */
  onThread?: () => void;
}

/** Everything that can be decided about a contribution, what is decided most first. */
export function CaseActions({ municipality, subject, busy, onAction, onKeep, onThread }: CaseActionsProps) {
  const { t } = useTranslation('moderation');
  const path = usePath();
  const { can, kind, id, threadId, state, author } = subject;
  const small = { variant: 'tertiary', color: 'neutral', size: 'sm' } as const;
  return (
    <>
      <div className="mv-actions">
        {can.reject ? (
          <LinkButton color="danger" to={`${path('initiatives', id)}#reject`}>
            {t('actions.refuse')}
          </LinkButton>
        ) : (
          can.hide && (
            <Button color="danger" onClick={() => onAction('hide')}>
              {t(state === 'held' ? 'actions.refuse' : 'actions.hide')}
            </Button>
          )
        )}
        {can.restore && <Button onClick={() => onAction('restore')}>{t('actions.restore')}</Button>}
        {can.keep && (
          <Button variant="secondary" busy={busy} onClick={onKeep}>
            {t(KEEPING[state] ?? 'actions.keep')}
          </Button>
        )}
      </div>
      <Folded
        summary={
          <>
            {t('actions.more')}
            <span className="ds-sr-only"> {subject.reference}</span>
          </>
        }
      >
        <div className="mv-actions mv-case-more">
          {can.reject && (
            <Button {...small} onClick={() => onAction('hide')}>
              {t('actions.hide')}
            </Button>
          )}
          {(['edit', 'move', 'remove'] as const).map(
            (action) =>
              can[action] && (
                <Button key={action} {...small} onClick={() => onAction(action)}>
                  {t(`actions.${action}`)}
                </Button>
              ),
          )}
          {threadId && can.lock && (
            <>
              <LockThread
                municipality={municipality}
                threadId={threadId}
                locked={subject.threadLocked}
                onDone={onThread}
              />
              {kind === 'comment' && (
                <MergeThread municipality={municipality} threadId={threadId} onDone={onThread} />
              )}
            </>
          )}
          {author && !author.me && (
            <LinkButton {...small} to={`${path('moderation', 'restrictions', 'new')}?${kind}=${id}`}>
              {t('actions.warn')}
            </LinkButton>
          )}
        </div>
      </Folded>
    </>
  );
}
