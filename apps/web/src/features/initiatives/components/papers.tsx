import { lazy } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Icon } from '../../../ui/icon.js';
import { Link } from '../../../ui/link.js';
import { Optional } from '../../../ui/optional.js';
import type { Initiative } from '../api/initiatives.js';

// Comes after what one reads.
const Share = lazy(() => import('./share.js'));

/** To gather support where people are: a poster, and while it collects a sheet to sign. */
export function Papers({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('proposing');
  const { slug } = useMunicipality();
  const path = usePath();
  const at = `/api/municipalities/${slug}/initiatives/${initiative.id}`;
  return (
    <>
      <Optional>
        <Share initiative={initiative} />
      </Optional>
      <a className="ds-link mv-with-icon" href={`${at}/poster.pdf`} target="_blank" rel="noopener">
        <Icon name="document" />
        {t('papers.poster')}
      </a>
      {initiative.daysLeft !== null && (
        <a className="ds-link mv-with-icon" href={`${at}/support-sheet.pdf`} target="_blank" rel="noopener">
          <Icon name="document" />
          {t('papers.sheet')}
        </a>
      )}
      {initiative.can.keyIn && (
        <Link to={path('staff', 'initiatives', initiative.id, 'paper')}>{t('papers.keyIn')}</Link>
      )}
    </>
  );
}
