import type { Schema } from '@medvind/api-client';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { districtsQuery } from '../../../lib/districts.js';
import type { Form } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useHydrated } from '../../../lib/use-hydrated.js';
import { Optional } from '../../../ui/optional.js';
import { Select } from '../../../ui/select.js';
import type { Initiative } from '../api/initiatives.js';
import type { ProposalValues } from '../proposal-steps.js';

// The list says all that is needed; the map comes when there is time.
const PlaceMap = lazy(() => import('./place-map.js'));

type TypedPlace = Pick<ProposalValues, 'districtId' | 'point'>;

export const typedPlace = (draft?: Initiative): TypedPlace => ({
  districtId: draft?.district?.id ?? '',
  point: draft?.point ? `${draft.point.latitude},${draft.point.longitude}` : '',
});

export function placeIn({ districtId, point }: TypedPlace): Schema<'PlaceInput'> {
  const [latitude = NaN, longitude = NaN] = point.split(',').map(Number);
  const known = districtId !== '' && Number.isFinite(latitude) && Number.isFinite(longitude);
  return { districtId: districtId || null, point: known ? { latitude, longitude } : null };
}

/** Where it is: from the list, which everybody can use, or by pointing at the map. */
export function PlaceField({ form }: { form: Form<ProposalValues> }) {
  const { t } = useTranslation('districts');
  const { slug } = useMunicipality();
  const awake = useHydrated();
  const districts = (useQuery(districtsQuery(slug)).data?.items ?? []).filter(({ retired }) => !retired);
  if (districts.length === 0) return null;
  const { set } = form;
  const choose = (districtId: string, point = '') => {
    set('districtId', districtId);
    set('point', point);
  };
  const { districtId, point } = form.values;
  return (
    <div className="mv-flow">
      <Select
        {...form.field('districtId', t('place.district'))}
        hint={t('place.districtHint')}
        placeholder={t('place.whole')}
        options={districts.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => choose(id)}
        optional
      />
      {awake && (
        <Optional>
          <PlaceMap
            districtId={districtId}
            point={placeIn({ districtId, point }).point ?? null}
            onChoose={choose}
          />
        </Optional>
      )}
    </div>
  );
}
