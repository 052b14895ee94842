import { REASON_CODES } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import type { Field } from '../../../lib/form.js';
import { Select } from '../../../ui/select.js';

/** The rule a decision names. */
export function RuleField({ field }: { field: Field<Schema<'ReasonCode'> | ''> }) {
  const { t } = useTranslation('redress-staff');
  const { t: reports } = useTranslation('reports');
  return (
    <Select
      {...field}
      onChange={(value) => field.onChange(value as Schema<'ReasonCode'> | '')}
      placeholder={t('choose')}
      options={REASON_CODES.map((value) => ({ value, label: reports(`reasons.${value}`) }))}
    />
  );
}
