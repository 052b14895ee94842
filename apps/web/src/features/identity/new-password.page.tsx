import { LIMITS } from '@medvind/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import { Alert } from '../../ui/alert.js';
import { Form } from '../../ui/form.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { TextField } from '../../ui/text-field.js';
import { newPasswordMutation } from './api/password.js';

/** Where the link in the letter leads. */
export default function NewPasswordPage() {
  const { t } = useTranslation('password');
  const { t: identity } = useTranslation('identity');
  const { slug } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const [done, setDone] = useState(false);
  const token = search.get('token') ?? '';
  const { mutateAsync } = useMutation(newPasswordMutation(slug));
  const form = useForm({
    initial: { password: '' },
    secret: ['password'],
    submit: ({ password }) => mutateAsync({ token, password }),
    done: () => setDone(true),
  });
  if (done)
    return (
      <Page title={t('choose.done')} width="text" hidden>
        <Alert tone="success" live>
          <p>{t('choose.doneText')}</p>
        </Alert>
        <p>
          <Link to={path('sign-in')}>{t('signIn')}</Link>
        </p>
      </Page>
    );
  return (
    <Page title={t('choose.title')} lead={t('choose.lead')} width="text" hidden>
      {token === '' && (
        <Alert tone="warning">
          <p>{t('choose.noToken')}</p>
        </Alert>
      )}
      <Form form={form} submit={t('choose.submit')}>
        <TextField
          {...form.field('password', t('choose.password'))}
          hint={identity('passwordHint', { count: LIMITS.password.min })}
          type="password"
          autoComplete="new-password"
        />
      </Form>
      <p className="mv-aside">
        <Link to={path('forgotten-password')}>{t('choose.again')}</Link>
      </p>
    </Page>
  );
}
