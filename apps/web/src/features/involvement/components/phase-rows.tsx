import { useTranslation } from '../../../i18n/use-translation.js';
import type { Form } from '../../../lib/form.js';
import { Button } from '../../../ui/button.js';
import { Select } from '../../../ui/select.js';
import { TextField } from '../../../ui/text-field.js';
import type { RecordValues } from '../record-values.js';
import { rowField } from './row-field.js';

const KINDS = ['preparation', 'information', 'dialogue', 'confirmation', 'response'] as const;

export function PhaseRows({ form }: { form: Form<RecordValues> }) {
  const { t } = useTranslation('involvement-staff');
  const { t: say } = useTranslation('involvement');
  const { phases } = form.values;
  const add = () => {
    // The next in the usual order, from where the last one ended.
    const kind = KINDS[Math.min(phases.length, KINDS.length - 1)]!;
    form.set('phases', [...phases, { kind, from: phases.at(-1)?.to ?? '', to: '', note: '' }]);
  };
  return (
    <fieldset className="mv-record-rows">
      <legend className="ds-label" data-weight="medium">
        {t('record.phases')}
      </legend>
      <p className="mv-note">{t('record.phasesHint')}</p>
      {phases.map((_, index) => {
        const n = index + 1;
        const part = (label: string) => `${t('record.phaseN', { n })}: ${label}`;
        return (
          <fieldset key={index} className="mv-record-row">
            <legend>{t('record.phaseN', { n })}</legend>
            <Select
              {...rowField(form, 'phases', index, 'kind', part(t('record.phaseKind')))}
              label={t('record.phaseKind')}
              options={KINDS.map((kind) => ({ value: kind, label: say(`phases.kind.${kind}`) }))}
            />
            <TextField
              {...rowField(form, 'phases', index, 'from', part(t('record.from')))}
              label={t('record.from')}
              type="date"
            />
            <TextField
              {...rowField(form, 'phases', index, 'to', part(t('record.to')))}
              label={t('record.to')}
              type="date"
            />
            <TextField
              {...rowField(form, 'phases', index, 'note', part(t('record.note')))}
              label={t('record.note')}
              optional
            />
            <Button
              variant="tertiary"
              color="neutral"
              size="sm"
              icon="close"
              onClick={() =>
                form.set(
                  'phases',
                  phases.filter((__, at) => at !== index),
                )
              }
            >
              {t('record.removePhase', { n })}
            </Button>
          </fieldset>
        );
      })}
      <div>
        <Button variant="secondary" size="sm" icon="plus" onClick={add}>
          {t('record.addPhase')}
        </Button>
      </div>
    </fieldset>
  );
}
