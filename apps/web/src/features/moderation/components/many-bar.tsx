import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Skeleton } from '../../../ui/loading.js';
import { decideManyMutation } from '../api/many.js';
import type { useDecide } from '../use-decide.js';
import { ManyForm, type ManyAction } from './decision-form.js';

interface ManyBarProps {
  municipality: string;
  subjects: readonly Schema<'CaseView'>[];
  decide: ReturnType<typeof useDecide>;
  onAll: () => void;
  onNone: () => void;
}

/** At the foot of the window while something is chosen: one decision about all of it. */
export function ManyBar({ municipality, subjects, decide, onAll, onNone }: ManyBarProps) {
  const { t } = useTranslation('moderation');
  const [action, setAction] = useState<ManyAction | null>(null);
  const { mutateAsync } = useMutation(decideManyMutation(municipality));
  const keepAll = () =>
    decide.run(async () => {
      const chosen = subjects.map(({ kind, id, lastDecision }) => ({
        kind,
        id,
        lastDecisionId: lastDecision?.id ?? null,
      }));
      decide.doneMany('keep', await mutateAsync({ action: 'keep', subjects: chosen }));
    });
  return (
    <section className="mv-many" aria-label={t('many.label')}>
      <p role="status">{t('many.chosen', { count: subjects.length })}</p>
      <div className="mv-actions">
        <Button size="sm" variant="secondary" busy={decide.busy} onClick={keepAll}>
          {t('many.keep')}
        </Button>
        <Button size="sm" color="danger" onClick={() => setAction('hide')}>
          {t('many.hide')}
        </Button>
        <Button size="sm" variant="secondary" color="danger" onClick={() => setAction('remove')}>
          {t('many.remove')}
        </Button>
        <Button size="sm" variant="tertiary" onClick={onAll}>
          {t('many.all')}
        </Button>
        <Button size="sm" variant="tertiary" onClick={onNone}>
          {t('many.none')}
        </Button>
      </div>
      {action && (
        <Dialog title={t(`many.title.${action}`, { count: subjects.length })} onClose={() => setAction(null)}>
          <Suspense fallback={<Skeleton lines={4} />}>
            <ManyForm
              municipality={municipality}
              subjects={subjects}
              action={action}
              onCancel={() => setAction(null)}
              onDone={(results) => {
                setAction(null);
                decide.doneMany(action, results);
              }}
            />
          </Suspense>
        </Dialog>
      )}
    </section>
  );
}
