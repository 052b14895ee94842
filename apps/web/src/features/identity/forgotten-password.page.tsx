import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import { Alert } from '../../ui/alert.js';
import { Form } from '../../ui/form.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { TextField } from '../../ui/text-field.js';
import { forgottenMutation } from './api/password.js';

export default function ForgottenPasswordPage() {
  const { t } = useTranslation('password');
  const { slug } = useMunicipality();
  const path = usePath();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { mutateAsync } = useMutation(forgottenMutation(slug));
  const form = useForm({
    initial: { email: '' },
    submit: (values) => mutateAsync(values).then(() => setSentTo(values.email)),
    after: 'keep',
  });
  return (
    <Page title={t('forgotten.title')} lead={t('forgotten.lead')} width="text" hidden>
      {sentTo !== null && (
        <Alert tone="info" title={t('forgotten.sent')} live>
          <p>{t('forgotten.sentText', { email: sentTo })}</p>
        </Alert>
      )}
      <Form form={form} submit={t('forgotten.submit')}>
        <TextField {...form.field('email', t('email'))} type="email" autoComplete="username" />
      </Form>
      <p className="mv-aside">
        <Link to={path('sign-in')}>{t('signIn')}</Link>
      </p>
    </Page>
  );
}
