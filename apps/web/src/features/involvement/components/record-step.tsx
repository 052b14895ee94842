import type { Schema } from '@medvind/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { useToast } from '../../../ui/toast.js';
import { updateProcessMutation } from '../api/save-process.js';
import { workQuery } from '../api/work.js';
import { inputOf, valuesOf } from '../record-values.js';
import { RecordForm } from './record-form.js';
import { useWorkChanged } from './use-work-changed.js';

export function RecordStep({ work }: { work: Schema<'WorkView'> }) {
  const { t } = useTranslation('involvement-staff');
  const { slug } = useMunicipality();
  const path = usePath();
  const client = useQueryClient();
  const changed = useWorkChanged(work.id);
  const toast = useToast();
  const { mutateAsync } = useMutation(updateProcessMutation(slug, work.id));
  const form = useForm({
    draft: `process:${work.id}`,
    initial: valuesOf(work),
    submit: (values) => mutateAsync(inputOf(values)),
    after: 'keep',
    done: (saved) => {
      form.reset(valuesOf(saved));
      changed(saved);
      toast(t('record.saved'));
    },
  });
  const now = () => client.query({ ...workQuery(slug, work.id), staleTime: 0 });
  return (
    <RecordForm form={form} submit={t('record.save')}>
      {form.problem?.code === 'changed-meanwhile' && (
        <Alert tone="warning" title={t('record.conflictTitle')} live>
          <p>{t('record.conflictText')}</p>
          <div className="mv-actions">
            <a className="ds-link" href={path('processes', work.id)} target="_blank" rel="noreferrer">
              {t('record.conflictSee')}
            </a>
            <Button
              size="sm"
              onClick={() =>
                void now().then(({ revision }) => {
                  form.set('revision', revision);
                  form.onSubmit();
                })
              }
            >
              {t('record.conflictMine')}
            </Button>
            <Button
              size="sm"
              variant="secondary"
              onClick={() => void now().then((saved) => form.reset(valuesOf(saved)))}
            >
              {t('record.conflictTheirs')}
            </Button>
          </div>
        </Alert>
      )}
    </RecordForm>
  );
}
