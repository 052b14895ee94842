import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { useToast } from '../../../ui/toast.js';
import { correctGoalMutation } from '../api/correct-goal.js';

/** For staff: a published goal as it should have been. Its number, place and discussion stay. */
export default function CorrectGoal({ goal, onClose }: { goal: Schema<'GoalView'>; onClose: () => void }) {
  const { t } = useTranslation('policies');
  const { slug } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(correctGoalMutation(slug, goal.id));
  const form = useForm({
    draft: `correct-goal:${goal.id}`,
    initial: { title: goal.title, text: goal.text, targetGroups: goal.targetGroups.join('\n') },
    submit: ({ targetGroups, ...values }) => mutateAsync({ ...values, targetGroups: linesOf(targetGroups) }),
    after: 'keep',
    done: () => {
      toast(t('correct.done'));
      onClose();
    },
  });
  const giveUp = () => {
    form.reset();
    onClose();
  };
  return (
    <Dialog title={t('correct.goal')} onClose={onClose}>
      <Form
        form={form}
        submit={t('app:form.save')}
        secondary={
          <Button variant="tertiary" onClick={giveUp}>
            {t('app:form.cancel')}
          </Button>
        }
      >
        <TextField
          {...form.field('title', t('correct.title'))}
          hint={goal.titleProposed && t('correct.proposed')}
        />
        <TextArea {...form.field('text', t('correct.text'))} optional rows={8} lang={goal.policy.language} />
        <TextArea
          {...form.field('targetGroups', t('correct.targetGroups'))}
          hint={t('correct.perLine')}
          optional
          rows={3}
        />
      </Form>
    </Dialog>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
