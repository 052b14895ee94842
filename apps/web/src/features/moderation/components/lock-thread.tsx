import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Button } from '../../../ui/button.js';

const LockDialog = lazy(() => import('./lock-dialog.js'));

export interface LockThreadProps {
  municipality: string;
  threadId: string;
  locked: boolean;
}

/** For those whose `can.moderate` of the thread allows it. */
export function LockThread({ municipality, threadId, locked }: LockThreadProps) {
  const { t } = useTranslation('moderation');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="tertiary"
        color="neutral"
        size="sm"
        icon="lock"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {locked ? t('actions.unlock') : t('actions.lock')}
      </Button>
      {open && (
        <Suspense>
          <LockDialog
            municipality={municipality}
            threadId={threadId}
            action={locked ? 'unlock' : 'lock'}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
