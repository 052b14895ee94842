import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { Alert } from '../../../ui/alert.js';

/** A policy whose time is over stays readable. */
export function ExpiredBanner({ expired, validTo }: Pick<Schema<'PolicySummary'>, 'expired' | 'validTo'>) {
  const { t } = useTranslation('policies');
  const { date } = useFormat();
  if (!expired) return null;
  return (
    <Alert tone="warning" title={t('expired.title')}>
      <p>{t('expired.text', { date: date(validTo ?? '') })}</p>
    </Alert>
  );
}
