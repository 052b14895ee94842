import type { Schema } from '@medvind/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { districtMapQuery } from '../../../lib/districts.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { DistrictMap } from '../../../ui/map/district-map.js';

interface PlaceShownProps {
  district: Schema<'DistrictRef'>;
  point: Schema<'PointInput'>;
}

export default function PlaceShown({ district, point }: PlaceShownProps) {
  const { t } = useTranslation('districts');
  const { slug } = useMunicipality();
  const areas = useQuery(districtMapQuery(slug)).data?.items ?? [];
  return (
    <div className="mv-place">
      <DistrictMap
        areas={areas}
        label={t('place.mapPoint', { name: district.name })}
        chosen={district.id}
        point={point}
      />
    </div>
  );
}
