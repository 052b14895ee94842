import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Button } from '../../../ui/button.js';
import type { Contribution } from '../api/report.js';

const ModerateDialog = lazy(() => import('./moderate-dialog.js'));

export interface ModerateActionsProps extends Contribution {
  municipality: string;
  /** "K-12"; tells one button from the next. */
  reference: string;
}

/** Where a contribution stands, for those whose `can.moderate` allows it: hide, restore, or let it stand. */
export function ModerateActions({ kind, id, municipality, reference }: ModerateActionsProps) {
  const { t } = useTranslation('moderation');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="tertiary"
        color="neutral"
        size="sm"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('moderate')}
        <span className="ds-sr-only"> {reference}</span>
      </Button>
      {open && (
        <Suspense>
          <ModerateDialog kind={kind} id={id} municipality={municipality} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
