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
import { confirmEmailMutation } from './api/standing.js';

/** Where the link in the letter leads. A button confirms: what looks through the mail for viruses opens links too. */
export default function ConfirmEmailPage() {
  const { t } = useTranslation('identity');
  const { slug } = useMunicipality();
  const path = usePath();
  const token = useSearchParams()[0].get('token') ?? '';
  const [done, setDone] = useState(false);
  const { mutateAsync } = useMutation(confirmEmailMutation(slug));
  const form = useForm({
    initial: {},
    submit: () => mutateAsync(token),
    done: () => setDone(true),
  });
  if (done)
    return (
      <Page title={t('confirmEmail.done')} width="text" hidden>
        <Alert tone="success" live>
          <p>{t('confirmEmail.doneText')}</p>
        </Alert>
        <p>
          <Link to={path()}>{t('confirmEmail.front')}</Link>
        </p>
      </Page>
    );
  return (
    <Page title={t('confirmEmail.title')} lead={t('confirmEmail.lead')} width="text" hidden>
      <Form form={form} submit={t('confirmEmail.confirm')}>
        {null}
      </Form>
    </Page>
  );
}
