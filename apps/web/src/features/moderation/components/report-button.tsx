import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Button } from '../../../ui/button.js';
import type { Contribution } from '../api/report.js';

// Few report; the dialog is not loaded for the others.
const ReportDialog = lazy(() => import('./report-dialog.js'));

export interface ReportButtonProps extends Contribution {
  municipality: string;
  /** "K-12". */
  reference: string;
  /** Who wrote it; tells one button from the next for those who hear them. */
  author?: string | null;
}

/** For everyone, also signed out; where `can.report` of the contribution allows it. */
export function ReportButton({ kind, id, municipality, reference, author }: ReportButtonProps) {
  const { t } = useTranslation('reports');
  const [open, setOpen] = useState(false);
  const what =
    kind === 'initiative'
      ? t('ofInitiative')
      : author
        ? t('ofComment', { name: author })
        : t('ofCommentGone');
  return (
    <>
      <Button
        variant="tertiary"
        color="neutral"
        size="sm"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('report')}
        <span className="ds-sr-only"> {what}</span>
      </Button>
      {open && (
        <Suspense>
          <ReportDialog
            kind={kind}
            id={id}
            municipality={municipality}
            reference={reference}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
