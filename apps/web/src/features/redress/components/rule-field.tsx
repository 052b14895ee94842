import { isReasonIn, REASON_CODES } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import type { Field } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Select } from '../../../ui/select.js';

/** The rule a decision names. */
export function RuleField({ field }: { field: Field<Schema<'ReasonCode'> | ''> }) {
  const { t } = useTranslation('redress-staff');
  const { t: reports } = useTranslation('reports');
  const { language } = useMunicipality();
  return (
    <Select
      {...field}
      onChange={(value) => field.onChange(value as Schema<'ReasonCode'> | '')}
      placeholder={t('choose')}
      options={REASON_CODES.filter((code) => isReasonIn(language, code)).map((value) => ({
        value,
        label: reports(`reasons.${value}`),
      }))}
    />
  );
}
