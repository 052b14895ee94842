import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Button } from '../../../ui/button.js';

const ThreadRuleDialog = lazy(() => import('./thread-rule-dialog.js'));

interface ThreadRuleProps {
  municipality: string;
  threadId: string;
}

/** For those whose `can.moderate` of the thread allows it. */
export function ThreadRule({ municipality, threadId }: ThreadRuleProps) {
  const { t } = useTranslation('contribution-rules');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="tertiary"
        color="neutral"
        size="sm"
        icon="time"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('thread.do')}
      </Button>
      {open && (
        <Suspense>
          <ThreadRuleDialog municipality={municipality} threadId={threadId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
