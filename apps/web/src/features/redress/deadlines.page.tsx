import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Form } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { deadlinesQuery, saveDeadlines } from './api/deadlines.js';

export const load = ({ params: { municipality = '' }, get }: LoadContext) =>
  get(deadlinesQuery(municipality));

/** How soon a notice is to be decided, and how long somebody can answer before they are suspended. */
export default function DeadlinesPage() {
  const { t } = useTranslation('redress-staff');
  const { slug } = useMunicipality();
  const path = usePath();
  const toast = useToast();
  const { noticeHours, hearingDays } = useSuspenseQuery(deadlinesQuery(slug)).data;
  const { mutateAsync } = useMutation(saveDeadlines(slug));
  const form = useForm({
    draft: `deadlines:${slug}`,
    initial: { noticeHours: String(noticeHours), hearingDays: String(hearingDays) },
    submit: (values) =>
      mutateAsync({ noticeHours: Number(values.noticeHours), hearingDays: Number(values.hearingDays) }),
    after: 'keep',
    done: () => toast(t('deadlines.saved')),
  });
  return (
    <Page
      title={t('deadlines.title')}
      lead={t('deadlines.lead')}
      breadcrumbs={[{ label: t('app:roles.administration'), to: path('admin') }]}
      width="text"
      hidden
    >
      <Form form={form} submit={t('deadlines.save')}>
        <TextField
          {...form.field('noticeHours', t('deadlines.noticeHours'))}
          hint={t('deadlines.noticeHint')}
          type="number"
          min={1}
          max={168}
          width="short"
        />
        <TextField
          {...form.field('hearingDays', t('deadlines.hearingDays'))}
          hint={t('deadlines.hearingHint')}
          type="number"
          min={3}
          max={30}
          width="short"
        />
      </Form>
    </Page>
  );
}
