import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { correctGoalMutation } from '../api/correct-goal.js';
import { CorrectionDialog } from './correction-dialog.js';

/** For staff: a published goal as it should have been. Its number, place and discussion stay. */
export default function CorrectGoal({ goal, onClose }: { goal: Schema<'GoalView'>; onClose: () => void }) {
  const { t } = useTranslation('policies');
  const { slug } = useMunicipality();
  const { mutateAsync } = useMutation(correctGoalMutation(slug, goal.id));
  return (
    <CorrectionDialog
      title={t('correct.goal')}
      draft={`correct-goal:${goal.id}`}
      initial={{ title: goal.title, text: goal.text, targetGroups: goal.targetGroups.join('\n') }}
      submit={({ targetGroups, ...values }) =>
        mutateAsync({ ...values, targetGroups: linesOf(targetGroups) })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField
            {...form.field('title', t('correct.title'))}
            hint={goal.titleProposed && t('correct.proposed')}
          />
          <TextArea
            {...form.field('text', t('correct.text'))}
            optional
            rows={8}
            lang={goal.policy.language}
          />
          <TextArea
            {...form.field('targetGroups', t('correct.targetGroups'))}
            hint={t('correct.perLine')}
            optional
            rows={3}
          />
        </>
      )}
    </CorrectionDialog>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
