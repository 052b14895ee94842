import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { Button } from '../../../ui/button.js';
import { RadioGroup } from '../../../ui/choices.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { useToast } from '../../../ui/toast.js';
import { ruleThreadMutation, threadRuleQuery } from '../api/thread-rule.js';

interface ThreadRuleDialogProps {
  municipality: string;
  threadId: string;
  onClose: () => void;
}

const HOLDS: Record<string, boolean | null> = { none: null, before: true, after: false };

/** Whether a moderator reads what is written in this thread first, whatever the municipality does elsewhere. */
export default function ThreadRuleDialog({ municipality, threadId, onClose }: ThreadRuleDialogProps) {
  const { t } = useTranslation('contribution-rules');
  const toast = useToast();
  const { holdAll } = useSuspenseQuery(threadRuleQuery(municipality, threadId)).data;
  const { mutateAsync } = useMutation(ruleThreadMutation(municipality, threadId));
  const form = useForm({
    initial: { rule: holdAll === null ? 'none' : holdAll ? 'before' : 'after' },
    submit: ({ rule }) => mutateAsync(HOLDS[rule] ?? null),
    done: () => {
      toast(t('thread.done'));
      onClose();
    },
  });
  return (
    <Dialog title={t('thread.title')} onClose={onClose}>
      <Form
        form={form}
        submit={t('thread.submit')}
        secondary={
          <Button variant="tertiary" onClick={onClose}>
            {t('app:form.cancel')}
          </Button>
        }
      >
        <RadioGroup
          {...form.field('rule', t('thread.label'))}
          options={[
            { value: 'none', label: t('thread.none') },
            { value: 'before', label: t('thread.before'), hint: t('thread.beforeHint') },
            { value: 'after', label: t('thread.after'), hint: t('thread.afterHint') },
          ]}
        />
      </Form>
    </Dialog>
  );
}
