import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { Tag } from '../../../ui/tag.js';

type Dated = Pick<Schema<'PolicySummary'>, 'validFrom' | 'validTo' | 'expired'>;

/** From when to when a policy applies, in years where it is whole years. */
export function useValidity(): (policy: Dated) => string | null {
  const { t } = useTranslation('policies');
  const { date } = useFormat();
  return ({ validFrom, validTo }) => {
    const from = validFrom && (validFrom.endsWith('-01-01') ? validFrom.slice(0, 4) : date(validFrom));
    const to = validTo && (validTo.endsWith('-12-31') ? validTo.slice(0, 4) : date(validTo));
    if (from && to) return t('validity.fromTo', { from, to });
    if (from) return t('validity.from', { from });
    return to ? t('validity.to', { to }) : null;
  };
}

export function ValidityTag(policy: Dated) {
  const { t } = useTranslation('policies');
  const validity = useValidity()(policy);
  if (policy.expired) return <Tag icon="time">{t('validity.expired', { period: validity ?? '' })}</Tag>;
  return validity && <Tag icon="check">{validity}</Tag>;
}
