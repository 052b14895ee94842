import { useTranslation } from '../../i18n/use-translation.js';
import { useSearchParams } from 'react-router';
import { usePath } from '../../lib/municipality.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { SignInForm } from './components/sign-in-form.js';
import { nextPath } from './next.js';

export default function SignInPage() {
  const { t } = useTranslation('identity');
  const path = usePath();
  const [search] = useSearchParams();
  const next = nextPath(search, path());
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')} width="text" hidden>
      {/* A fresh document, in the person's own language. */}
      <SignInForm onDone={() => window.location.assign(next)} />
      <p className="mv-aside">
        <Link to={path('forgotten-password')}>{t('signIn.forgotten')}</Link>
      </p>
      <p className="mv-aside">
        {t('signIn.noAccount')} <Link to={`${path('join')}?${search}`}>{t('signIn.join')}</Link>
      </p>
    </Page>
  );
}
