import { LIMITS } from '@medvind/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { mergeMutation } from '../api/threads.js';
import { useUndo } from '../use-undo.js';
import { DialogButton } from './dialog-button.js';
import { ThreadChoice } from './thread-choice.js';

interface MergeThreadProps {
  municipality: string;
  threadId: string;
  /** Where it is decided in a dialog: what is said of it would be behind that. */
  onDone?: (() => void) | undefined;
}

/** Takes all that is said in a discussion to another. */
export function MergeThread(props: MergeThreadProps) {
  const { t } = useTranslation('moderation');
  return (
    <DialogButton icon="link" label={t('actions.merge')}>
      {(onClose) => (
        <Dialog title={t('merge.title')} onClose={onClose}>
          <MergeForm {...props} onClose={onClose} />
        </Dialog>
      )}
    </DialogButton>
  );
}

function MergeForm({ municipality, threadId, onClose, onDone }: MergeThreadProps & { onClose: () => void }) {
  const { t } = useTranslation('moderation');
  const { language } = useMunicipality();
  const client = useQueryClient();
  const { say } = useUndo(municipality);
  const { mutateAsync } = useMutation(mergeMutation(municipality, threadId));
  const form = useForm({
    draft: `merge:${threadId}`,
    initial: { threadId: '', reason: '' },
    submit: (values) => mutateAsync(values),
    check: ({ threadId: into }) => (into ? [] : [{ field: 'threadId', code: 'required' as const }]),
    done: ({ decisionId }) => {
      say(t('done.merge'), { decisionIds: [decisionId], contributionIds: [] });
      void client.invalidateQueries();
      onClose();
      onDone?.();
    },
  });
  return (
    <>
      <p>{t('merge.text')}</p>
      <Form
        form={form}
        submit={t('merge.submit')}
        secondary={
          <Button variant="tertiary" onClick={onClose}>
            {t('actions.cancel')}
          </Button>
        }
      >
        <ThreadChoice
          {...form.field('threadId', t('move.where'))}
          municipality={municipality}
          except={threadId}
        />
        <TextArea
          {...form.field('reason', t('merge.reason'))}
          rows={3}
          lang={language}
          max={LIMITS.reason.max}
          published
        />
      </Form>
    </>
  );
}
