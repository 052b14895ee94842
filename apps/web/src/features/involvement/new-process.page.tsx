import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Page } from '../../ui/page.js';
import { useToast } from '../../ui/toast.js';
import { policyChoicesQuery, unitChoicesQuery } from './api/choices.js';
import { inboxCountsQuery } from './api/inbox.js';
import { createProcessMutation } from './api/save-process.js';
import { workQuery } from './api/work.js';
import { RecordForm } from './components/record-form.js';
import { emptyRecord, inputOf } from './record-values.js';

export const load = ({ params, get }: LoadContext) => {
  const municipality = params.municipality!;
  return Promise.all([
    get(policyChoicesQuery(municipality)),
    get(unitChoicesQuery(municipality)),
    // Only staff are answered this: who is not turns back here, and not after filling in the form.
    get(inboxCountsQuery(municipality, { state: 'all' })),
  ]);
};

export default function NewProcessPage() {
  const { t } = useTranslation('involvement-staff');
  const { slug, ladder } = useMunicipality();
  const path = usePath();
  const navigate = useNavigate();
  const client = useQueryClient();
  const toast = useToast();
  const { mutateAsync } = useMutation(createProcessMutation(slug));
  const form = useForm({
    draft: `process:${slug}:new`,
    initial: emptyRecord(ladder[0]?.key ?? ''),
    submit: (values) => mutateAsync(inputOf(values)),
    done: (work) => {
      client.setQueryData(workQuery(slug, work.id).queryKey, work);
      for (const key of ['processes', 'goal-processes'])
        void client.invalidateQueries({ queryKey: [key, slug] });
      toast(t('new.done'));
      void navigate(path('staff', 'processes', work.id));
    },
  });
  return (
    <Page
      title={t('new.title')}
      lead={t('new.lead')}
      width="text"
      hidden
      breadcrumbs={[{ label: t('list.title'), to: path('staff', 'processes') }]}
    >
      <RecordForm form={form} submit={t('new.submit')} />
    </Page>
  );
}
