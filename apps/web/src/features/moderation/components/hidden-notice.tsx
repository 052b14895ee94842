import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Alert } from '../../../ui/alert.js';

interface HiddenNoticeProps {
  /** "K-12". */
  reference: string;
  reason: string | null;
  /** Whether the reader wrote it. */
  mine: boolean;
}

/** Why a contribution is not there; for its author also how to complain. */
export function HiddenNotice({ reference, reason, mine }: HiddenNoticeProps) {
  const { t } = useTranslation('reports');
  const { contact, language } = useMunicipality();
  return (
    <Alert tone="warning">
      <p>
        {t('hidden.reason')} <span lang={language}>{reason}</span>
      </p>
      {mine && (
        <p>
          {t('hidden.mine')} {t('hidden.appeal', { unit: contact.unit, email: contact.email, reference })}
        </p>
      )}
    </Alert>
  );
}
