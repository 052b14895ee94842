import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { districtMapQuery, districtsQuery } from '../../lib/districts.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Link } from '../../ui/link.js';
import { DistrictMap } from '../../ui/map/district-map.js';
import { Page } from '../../ui/page.js';

export const load = ({ params: { municipality = '' }, get }: LoadContext) =>
  Promise.all([get(districtsQuery(municipality)), get(districtMapQuery(municipality))]);

/** The parts of the municipality: what is proposed where one lives. */
export default function DistrictsPage() {
  const { t } = useTranslation('districts');
  const { slug, language } = useMunicipality();
  const path = usePath();
  const navigate = useNavigate();
  const { items } = useSuspenseQuery(districtsQuery(slug)).data;
  const { items: areas } = useSuspenseQuery(districtMapQuery(slug)).data;
  const current = items.filter(({ retired }) => !retired);
  return (
    <Page title={t('title')} lead={t('lead')}>
      {current.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <div className="mv-districts">
          <DistrictMap areas={areas} onChoose={(id) => void navigate(path('districts', id))} />
          <ul lang={language}>
            {current.map(({ id, name }) => (
              <li key={id}>
                <Link to={path('districts', id)}>{name}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Page>
  );
}
