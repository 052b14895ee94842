import { lazy } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { useHydrated } from '../../../lib/use-hydrated.js';
import { Link } from '../../../ui/link.js';
import { Optional } from '../../../ui/optional.js';
import type { Initiative } from '../api/initiatives.js';

// Its place is said in words; the map comes after what one reads.
const PlaceShown = lazy(() => import('./place-shown.js'));

/** The part of the municipality it is about. */
export function Place({
  initiative: { district, point },
}: {
  initiative: Pick<Initiative, 'district' | 'point'>;
}) {
  const { t } = useTranslation('districts');
  const { language } = useMunicipality();
  const path = usePath();
  const awake = useHydrated();
  if (!district) return null;
  return (
    <div className="mv-flow">
      <p className="mv-note">
        {t('place.about')}:{' '}
        <Link to={path('districts', district.id)} lang={language}>
          {district.name}
        </Link>
      </p>
      {point && awake && (
        <Optional>
          <PlaceShown district={district} point={point} />
        </Optional>
      )}
    </div>
  );
}
