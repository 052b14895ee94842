import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import { Alert } from '../../ui/alert.js';
import { Form } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { TextArea } from '../../ui/text-area.js';
import { TextField } from '../../ui/text-field.js';
import { registerOrder } from './api/orders.js';

/** As a field for local time is filled in. */
const localNow = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

/** An authority orders something away: the hour runs from when the order came. */
export default function NewOrderPage() {
  const { t } = useTranslation('redress-staff');
  const { slug } = useMunicipality();
  const path = usePath();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { mutateAsync } = useMutation(registerOrder(slug));
  const form = useForm({
    draft: `order:${slug}`,
    initial: { authority: '', reference: '', location: search.get('at') ?? '', receivedAt: '', text: '' },
    submit: ({ receivedAt, ...order }) => {
      const at = new Date(receivedAt);
      return mutateAsync({ ...order, receivedAt: Number.isNaN(at.getTime()) ? '' : at.toISOString() });
    },
    done: ({ id }) => void navigate(path('moderation', 'orders', id)),
  });
  // Only the reader's own clock and time zone can say; most orders are registered when they come.
  const { receivedAt } = form.values;
  const { set } = form;
  useEffect(() => {
    if (receivedAt === '') set('receivedAt', localNow());
    // Once: whoever empties the field means to type another time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <Page
      title={t('order.newTitle')}
      lead={t('order.newLead')}
      breadcrumbs={[{ label: t('moderation'), to: path('moderation') }]}
      width="text"
      hidden
    >
      <Alert tone="info">
        <p>{t('order.hour')}</p>
      </Alert>
      <Form form={form} submit={t('order.register')}>
        <TextField {...form.field('authority', t('order.authority'))} hint={t('order.authorityHint')} />
        <TextField {...form.field('reference', t('order.reference'))} />
        <TextField {...form.field('location', t('order.location'))} hint={t('order.locationHint')} />
        <TextField {...form.field('receivedAt', t('order.receivedAt'))} type="datetime-local" width="short" />
        <TextArea {...form.field('text', t('order.text'))} optional rows={4} max={4000} />
      </Form>
    </Page>
  );
}
