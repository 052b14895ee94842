import { useTranslation } from '../../../i18n/use-translation.js';
import type { Form } from '../../../lib/form.js';
import { TextField } from '../../../ui/text-field.js';
import type { RecordValues } from '../record-values.js';
import { RecordRows } from './record-rows.js';
import { rowField } from './row-field.js';

export function ParticipantRows({ form }: { form: Form<RecordValues> }) {
  const { t } = useTranslation('involvement-staff');
  const field = (index: number, key: 'group' | 'target' | 'actual') => ({
    ...rowField(
      form,
      'participants',
      index,
      key,
      `${t('record.groupN', { n: index + 1 })}: ${t(`record.${key}`)}`,
    ),
    label: t(`record.${key}`),
  });
  return (
    <RecordRows
      form={form}
      list="participants"
      words={{
        title: t('record.participants'),
        hint: t('record.participantsHint'),
        add: t('record.addGroup'),
      }}
      row={(n) => ({ name: t('record.groupN', { n }), remove: t('record.removeGroup', { n }) })}
      begin={() => ({ group: '', target: '', actual: '' })}
    >
      {(index) => (
        <>
          <TextField {...field(index, 'group')} />
          <TextField {...field(index, 'target')} inputMode="numeric" optional />
          <TextField {...field(index, 'actual')} inputMode="numeric" optional />
        </>
      )}
    </RecordRows>
  );
}
