import type { Schema } from '@medvind/api-client';
import { Suspense } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Skeleton } from '../../../ui/loading.js';
import type { useDecide } from '../use-decide.js';
import { ManyForm, type ManyAction } from './decision-form.js';

interface ManyBarProps {
  municipality: string;
  subjects: readonly Schema<'CaseView'>[];
  decide: ReturnType<typeof useDecide>;
  /** Whose form is open. */
  action: ManyAction | null;
  onAction: (action: ManyAction | null) => void;
  onAll: () => void;
  onNone: () => void;
}

/** At the foot of the window while something is chosen: one decision about all of it. */
export function ManyBar(props: ManyBarProps) {
  const { municipality, subjects, decide, action, onAction, onAll, onNone } = props;
  const { t } = useTranslation('moderation');
  return (
    <section className="mv-many" aria-label={t('many.label')}>
      <p role="status">{t('many.chosen', { count: subjects.length })}</p>
      <div className="mv-actions">
        <Button size="sm" variant="secondary" busy={decide.busy} onClick={() => decide.keepMany(subjects)}>
          {t('many.keep')}
        </Button>
        <Button size="sm" color="danger" onClick={() => onAction('hide')}>
          {t('many.hide')}
        </Button>
        <Button size="sm" variant="secondary" color="danger" onClick={() => onAction('remove')}>
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
        <Dialog title={t(`many.title.${action}`, { count: subjects.length })} onClose={() => onAction(null)}>
          <Suspense fallback={<Skeleton lines={4} />}>
            <ManyForm
              municipality={municipality}
              subjects={subjects}
              action={action}
              onCancel={() => onAction(null)}
              onDone={(results) => {
                onAction(null);
                decide.doneMany(action, results);
              }}
            />
          </Suspense>
        </Dialog>
      )}
    </section>
  );
}
