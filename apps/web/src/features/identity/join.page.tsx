import { LIMITS } from '@medvind/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.js';
import { useSearchParams } from 'react-router';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import { Form } from '../../ui/form.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { TextField } from '../../ui/text-field.js';
import { joinMutation } from './api/join.js';
import { WhoSeesWhat } from './components/who-sees-what.js';
import { nextPath } from './next.js';

export default function JoinPage() {
  const { t, language } = useTranslation('identity');
  const municipality = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const { mutateAsync } = useMutation(joinMutation());
  const form = useForm({
    draft: 'join',
    initial: { name: '', email: '', password: '' },
    secret: ['password'],
    submit: (values) => mutateAsync({ ...values, municipality: municipality.slug, language }),
    after: 'keep',
    done: () => window.location.assign(nextPath(search, path())),
  });
  return (
    <Page title={t('join.title')} lead={t('join.lead', { name: municipality.name })} width="text">
      <WhoSeesWhat />
      <Form form={form} submit={t('join.submit')}>
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
      </Form>
      <p className="mv-aside">
        {t('join.haveAccount')} <Link to={`${path('sign-in')}?${search}`}>{t('join.signIn')}</Link>
      </p>
    </Page>
  );
}
