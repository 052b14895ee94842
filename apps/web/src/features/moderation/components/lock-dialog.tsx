import { LIMITS } from '@medvind/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { lockMutation } from '../api/lock.js';
import { useUndo } from '../use-undo.js';
import { Decided } from './decided.js';

interface LockDialogProps {
  municipality: string;
  threadId: string;
  action: 'lock' | 'unlock';
  onClose: () => void;
  onDone?: (() => void) | undefined;
}

export default function LockDialog({ municipality, threadId, action, onClose, onDone }: LockDialogProps) {
  const { t } = useTranslation('moderation');
  const { language } = useMunicipality();
  const client = useQueryClient();
  const { say } = useUndo(municipality);
  const { mutateAsync } = useMutation(lockMutation(municipality, threadId, action));
  const locking = action === 'lock';
  const form = useForm({
    draft: `${action}:${threadId}`,
    initial: { reason: '' },
    submit: ({ reason }) => mutateAsync(reason),
    done: ({ decisionId }) => {
      say(t(`done.${action}`), { decisionIds: [decisionId], contributionIds: [] });
      void client.invalidateQueries();
      onClose();
      onDone?.();
    },
  });
  return (
    <Dialog title={locking ? t('lock.title') : t('lock.openTitle')} onClose={onClose}>
      <p>{locking ? t('lock.text') : t('lock.openText')}</p>
      <Form
        form={form}
        submit={locking ? t('lock.submit') : t('lock.openSubmit')}
        secondary={
          <Button variant="tertiary" onClick={onClose}>
            {t('actions.cancel')}
          </Button>
        }
      >
        <Decided problem={form.problem} />
        <TextArea
          {...form.field('reason', locking ? t('lock.reason') : t('lock.openReason'))}
          optional={!locking}
          rows={3}
          lang={language}
          max={LIMITS.reason.max}
        />
      </Form>
    </Dialog>
  );
}
