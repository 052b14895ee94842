import { useTranslation } from '../../i18n/use-translation.js';
import { useSearchParams } from 'react-router';
import { useMunicipality, usePath } from '../../lib/municipality.js';
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
