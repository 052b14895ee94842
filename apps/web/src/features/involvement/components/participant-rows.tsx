import { useTranslation } from '../../../i18n/use-translation.js';
import type { Form } from '../../../lib/form.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/text-field.js';
import type { RecordValues } from '../record-values.js';
import { rowField } from './row-field.js';

export function ParticipantRows({ form }: { form: Form<RecordValues> }) {
  const { t } = useTranslation('involvement-staff');
  const { participants } = form.values;
  return (
    <fieldset className="mv-record-rows">
      <legend className="ds-label" data-weight="medium">
        {t('record.participants')}
      </legend>
      <p className="mv-note">{t('record.participantsHint')}</p>
      {participants.map((_, index) => {
        const n = index + 1;
        const part = (label: string) => `${t('record.groupN', { n })}: ${label}`;
        return (
          <fieldset key={index} className="mv-record-row">
            <legend>{t('record.groupN', { n })}</legend>
            <TextField
              {...rowField(form, 'participants', index, 'group', part(t('record.group')))}
              label={t('record.group')}
            />
            <TextField
              {...rowField(form, 'participants', index, 'target', part(t('record.target')))}
              label={t('record.target')}
              inputMode="numeric"
              optional
            />
            <TextField
              {...rowField(form, 'participants', index, 'actual', part(t('record.actual')))}
              label={t('record.actual')}
              inputMode="numeric"
              optional
            />
            <Button
              variant="tertiary"
              color="neutral"
              size="sm"
              icon="close"
              onClick={() =>
                form.set(
                  'participants',
                  participants.filter((__, at) => at !== index),
                )
              }
            >
              {t('record.removeGroup', { n })}
            </Button>
          </fieldset>
        );
      })}
      <div>
        <Button
          variant="secondary"
          size="sm"
          icon="plus"
          onClick={() => form.set('participants', [...participants, { group: '', target: '', actual: '' }])}
        >
          {t('record.addGroup')}
        </Button>
      </div>
    </fieldset>
  );
}
