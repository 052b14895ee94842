import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.js';
import { Navigate, useSearchParams } from 'react-router';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import { useSession } from '../../lib/session.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { JoinForm } from './components/join-form.js';
import { WhoSeesWhat } from './components/who-sees-what.js';
import { nextPath } from './next.js';

export default function JoinPage() {
  const { t } = useTranslation('identity');
  const { name } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  // Who has an account is asked for what this municipality needs when they do something here.
  const [isKnown] = useState(useSession().person !== null);
  if (isKnown) return <Navigate to={nextPath(search, path())} replace />;
  return (
    <Page title={t('join.title')} lead={t('join.lead', { name })} width="text">
      <WhoSeesWhat />
      <JoinForm onDone={() => window.location.assign(nextPath(search, path()))} />
      <p className="mv-aside">
        {t('join.haveAccount')} <Link to={`${path('sign-in')}?${search}`}>{t('join.signIn')}</Link>
      </p>
    </Page>
  );
}
