import { LIMITS } from '@medvind/contracts';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Form } from '../../../ui/form.js';
import { TextField } from '../../../ui/text-field.js';
import { joinMutation } from '../api/join.js';

export function JoinForm({ onDone, secondary }: { onDone: () => void; secondary?: ReactNode }) {
  const { t, language } = useTranslation('identity');
  const { slug, name } = useMunicipality();
  const { mutateAsync } = useMutation(joinMutation());
  const form = useForm({
    draft: 'join',
    initial: { name: '', email: '', password: '' },
    secret: ['password'],
    submit: (values) => mutateAsync({ ...values, municipality: slug, language }),
    after: 'keep',
    done: onDone,
  });
  return (
    <Form form={form} submit={t('join.submit')} secondary={secondary}>
      <TextField {...form.field('name', t('name'))} hint={t('nameHint')} autoComplete="name" />
      <TextField
        {...form.field('email', t('email'))}
        hint={t('emailHint')}
        type="email"
        autoComplete="username"
      />
      <TextField
        {...form.field('password', t('password'))}
        hint={t('passwordHint', { count: LIMITS.password.min })}
        type="password"
        autoComplete="new-password"
      />
      <p>{t('join.lives', { name })}</p>
    </Form>
  );
}
