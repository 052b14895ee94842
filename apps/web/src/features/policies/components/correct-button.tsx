import type { Schema } from '@medvind/api-client';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Button } from '../../../ui/button.js';

// Staff's tools do not weigh on what residents load.
const CorrectGoal = lazy(() => import('./correct-goal.js'));
const CorrectPolicy = lazy(() => import('./correct-policy.js'));

type Subject = { goal: Schema<'GoalView'> } | { policy: Schema<'PolicyView'> };

export function CorrectButton(subject: Subject) {
  const { t } = useTranslation('policies');
  const [open, setOpen] = useState(false);
  const { can } = 'goal' in subject ? subject.goal : subject.policy;
  if (!can.correct) return null;
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('correct.action')}
      </Button>
      {open && (
        <Suspense>
          {'goal' in subject ? (
            <CorrectGoal goal={subject.goal} onClose={close} />
          ) : (
            <CorrectPolicy policy={subject.policy} onClose={close} />
          )}
        </Suspense>
      )}
    </>
  );
}
