import { lazy } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { DialogButton } from './dialog-button.js';

const ThreadRuleDialog = lazy(() => import('./thread-rule-dialog.js'));

interface ThreadRuleProps {
  municipality: string;
  threadId: string;
}

/** For those whose `can.moderate` of the thread allows it. */
export function ThreadRule(props: ThreadRuleProps) {
  const { t } = useTranslation('contribution-rules');
  return (
    <DialogButton icon="time" label={t('thread.do')}>
      {(onClose) => <ThreadRuleDialog {...props} onClose={onClose} />}
    </DialogButton>
  );
}
