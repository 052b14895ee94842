import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { Alert } from '../../../ui/alert.js';
import type { Thread } from '../discussion.js';

/** Why nobody can write now. */
export function Closed({ blockers }: Pick<Thread, 'blockers'>) {
  const { t } = useTranslation('discussions');
  const { date } = useFormat();
  return (
    <Alert tone="info" title={t('closed.title')}>
      {blockers.map(({ type, reason, validTo }) =>
        type === 'policy-expired' ? (
          <p key={type}>{validTo ? t('closed.expiredOn', { date: date(validTo) }) : t('closed.expired')}</p>
        ) : (
          <p key={type}>{reason ? t('closed.lockedBecause', { reason }) : t('closed.locked')}</p>
        ),
      )}
    </Alert>
  );
}
