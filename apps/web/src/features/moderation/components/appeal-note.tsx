import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Link } from '../../../ui/link.js';

/** For the author of what is hidden, below the reason: how to complain. */
export function AppealNote() {
  const { t } = useTranslation('reports');
  const path = usePath();
  return (
    <p className="mv-note">
      {t('appeal')} <Link to={path('me', 'decisions')}>{t('appealLink')}</Link>
    </p>
  );
}
