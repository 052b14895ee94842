import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { Form } from '../../../ui/form.js';
import { TextField } from '../../../ui/text-field.js';
import { signInMutation } from '../api/sign-in.js';

export function SignInForm({ onDone, secondary }: { onDone: () => void; secondary?: ReactNode }) {
  const { t } = useTranslation('identity');
  const { mutateAsync } = useMutation(signInMutation());
  const form = useForm({
    initial: { email: '', password: '' },
    submit: (values) => mutateAsync(values),
    after: 'keep',
    done: onDone,
  });
  return (
    <Form form={form} submit={t('signIn.submit')} secondary={secondary}>
      <TextField {...form.field('email', t('email'))} type="email" autoComplete="username" />
      <TextField {...form.field('password', t('password'))} type="password" autoComplete="current-password" />
    </Form>
  );
}
