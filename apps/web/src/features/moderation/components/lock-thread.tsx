import { lazy } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { DialogButton } from './dialog-button.js';

const LockDialog = lazy(() => import('./lock-dialog.js'));

export interface LockThreadProps {
  municipality: string;
  threadId: string;
  locked: boolean;
  /** Where it is decided in a dialog: what is said of it would be behind that. */
  onDone?: (() => void) | undefined;
}

/** For those whose `can.moderate` of the thread allows it. */
export function LockThread({ municipality, threadId, locked, onDone }: LockThreadProps) {
  const { t } = useTranslation('moderation');
  return (
    <DialogButton icon="lock" label={locked ? t('actions.unlock') : t('actions.lock')}>
      {(onClose) => (
        <LockDialog
          municipality={municipality}
          threadId={threadId}
          action={locked ? 'unlock' : 'lock'}
          onClose={onClose}
          onDone={onDone}
        />
      )}
    </DialogButton>
  );
}
