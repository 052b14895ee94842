import { useTranslation } from '../../../i18n/use-translation.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { Icon, type IconName } from '../../../ui/icon.js';
import { useProblemText } from '../../../ui/problem-text.js';
import type { DraftState, OutlineDraft } from '../outline-draft.js';

const ICONS: Record<DraftState['status'], IconName> = {
  saved: 'check',
  unsaved: 'time',
  saving: 'time',
  refused: 'warning',
  unreachable: 'warning',
  overtaken: 'warning',
};

/** Whether what one sees is kept, and what to do where it is not. */
export function SaveState({ draft, state }: { draft: OutlineDraft; state: DraftState }) {
  const { t } = useTranslation('imports');
  const problemText = useProblemText();
  const { status, problem } = state;
  return (
    <div className="mv-flow" role="status">
      <p className="mv-save-state" data-status={status}>
        <Icon name={ICONS[status]} /> {t(`save.${status}`)}
      </p>
      {status === 'refused' && problem && problem.fields.length === 0 && <p>{problemText(problem)}</p>}
      {status === 'overtaken' && (
        <Alert tone="warning" title={t('overtaken.title')}>
          <p>{t('overtaken.text')}</p>
          <div className="mv-actions">
            <Button size="sm" onClick={() => void draft.keepMine()}>
              {t('overtaken.mine')}
            </Button>
            <Button size="sm" variant="secondary" onClick={() => discard(draft)}>
              {t('overtaken.theirs')}
            </Button>
          </div>
        </Alert>
      )}
    </div>
  );
}

/** A fresh page shows what is saved; this one must not keep its own version for it. */
function discard(draft: OutlineDraft) {
  draft.stop();
  draft.giveUp();
  window.location.reload();
}
