import { useTranslation } from '../../../i18n/use-translation.js';
import type { Form } from '../../../lib/form.js';
import { Select } from '../../../ui/select.js';
import { TextField } from '../../../ui/text-field.js';
import type { RecordValues } from '../record-values.js';
import { RecordRows } from './record-rows.js';
import { rowField } from './row-field.js';

const KINDS = ['preparation', 'information', 'dialogue', 'confirmation', 'response'] as const;

export function PhaseRows({ form }: { form: Form<RecordValues> }) {
  const { t } = useTranslation('involvement-staff');
  const { t: say } = useTranslation('involvement');
  const { phases } = form.values;
  const field = (index: number, key: 'kind' | 'from' | 'to' | 'note') => {
    const label = t(key === 'kind' ? 'record.phaseKind' : `record.${key}`);
    const named = `${t('record.phaseN', { n: index + 1 })}: ${label}`;
    return { ...rowField(form, 'phases', index, key, named), label };
  };
  return (
    <RecordRows
      form={form}
      list="phases"
      words={{ title: t('record.phases'), hint: t('record.phasesHint'), add: t('record.addPhase') }}
      row={(n) => ({ name: t('record.phaseN', { n }), remove: t('record.removePhase', { n }) })}
      // The next in the usual order, from where the last one ended.
      begin={() => ({
        kind: KINDS[Math.min(phases.length, KINDS.length - 1)]!,
        from: phases.at(-1)?.to ?? '',
        to: '',
        note: '',
      })}
    >
      {(index) => (
        <>
          <Select
            {...field(index, 'kind')}
            options={KINDS.map((kind) => ({ value: kind, label: say(`phases.kind.${kind}`) }))}
          />
          <TextField {...field(index, 'from')} type="date" />
          <TextField {...field(index, 'to')} type="date" />
          <TextField {...field(index, 'note')} optional published />
        </>
      )}
    </RecordRows>
  );
}
