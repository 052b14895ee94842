import { lazy } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import type { Contribution } from '../api/report.js';
import { DialogButton } from './dialog-button.js';

const ModerateDialog = lazy(() => import('./moderate-dialog.js'));

export interface ModerateActionsProps extends Contribution {
  municipality: string;
  /** "K-12"; tells one button from the next. */
  reference: string;
}

/** Where a contribution stands, for those whose `can.moderate` allows it: hide, restore, or let it stand. */
export function ModerateActions({ kind, id, municipality, reference }: ModerateActionsProps) {
  const { t } = useTranslation('moderation');
  const label = (
    <>
      {t('moderate')}
      <span className="ds-sr-only"> {reference}</span>
    </>
  );
  return (
    <DialogButton label={label}>
      {(onClose) => <ModerateDialog kind={kind} id={id} municipality={municipality} onClose={onClose} />}
    </DialogButton>
  );
}
