import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import {
  DistrictInitiatives,
  districtInitiativesQuery,
} from '../../features/initiatives/components/district-initiatives.js';
import { districtQuery } from '../../features/municipalities/api/districts.js';
import { Follow } from '../../features/notifications/components/follow.js';
import { useTranslation } from '../../i18n/use-translation.js';
import { districtMapQuery } from '../../lib/districts.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Alert } from '../../ui/alert.js';
import { DistrictMap } from '../../ui/map/district-map.js';
import { Page } from '../../ui/page.js';

export const load = ({ params: { municipality = '', districtId = '' }, get, getPages }: LoadContext) =>
  Promise.all([
    get(districtQuery(municipality, districtId)),
    get(districtMapQuery(municipality)),
    getPages(districtInitiativesQuery(municipality, districtId)),
  ]);

/** One part of the municipality: where it is, and what is proposed for it. */
export default function DistrictPage() {
  const { t } = useTranslation('districts');
  const { districtId = '' } = useParams();
  const { slug, language } = useMunicipality();
  const path = usePath();
  const { id, name, retired } = useSuspenseQuery(districtQuery(slug, districtId)).data;
  const { items: areas } = useSuspenseQuery(districtMapQuery(slug)).data;
  return (
    <Page
      title={name}
      titleLang={language}
      lead={t('districtLead')}
      breadcrumbs={[{ label: t('title'), to: path('districts') }]}
      actions={!retired && <Follow kind="district" id={id} />}
    >
      {retired && <Alert>{t('retired')}</Alert>}
      {areas.some((area) => area.id === id) && (
        <div className="mv-place">
          <DistrictMap areas={areas} label={t('place.map', { name })} chosen={id} />
        </div>
      )}
      <DistrictInitiatives id={id} name={name} />
    </Page>
  );
}
