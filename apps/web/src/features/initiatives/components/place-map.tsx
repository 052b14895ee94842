import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { districtMapQuery } from '../../../lib/districts.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { DistrictMap } from '../../../ui/map/district-map.js';
import { middleOf, type Point, type Polygons } from '../../../ui/map/projection.js';

interface PlaceMapProps {
  districtId: string;
  point: Point | null;
  onChoose: (districtId: string, point: string) => void;
}

/** About a hundred metres. */
const STEP = { north: [0.001, 0], south: [-0.001, 0], west: [0, -0.0018], east: [0, 0.0018] } as const;
const WAYS = ['north', 'south', 'west', 'east'] as const;

const written = ({ latitude, longitude }: Point): string => `${latitude.toFixed(5)},${longitude.toFixed(5)}`;

/** A pin by finger or mouse on the map, or by buttons that a keyboard reaches. */
export default function PlaceMap({ districtId, point, onChoose }: PlaceMapProps) {
  const { t } = useTranslation('districts');
  const { slug } = useMunicipality();
  const areas = useQuery(districtMapQuery(slug)).data?.items ?? [];
  const area = areas.find(({ id }) => id === districtId);
  if (areas.length === 0) return null;
  const put = (at: Point) => onChoose(districtId, written(at));
  return (
    <>
      <DistrictMap
        areas={areas}
        chosen={districtId}
        point={point}
        onChoose={(id, at) => onChoose(id, written(at))}
      />
      {area && (
        <fieldset className="mv-choices">
          <legend className="ds-label" data-weight="medium">
            {t('place.point')}
          </legend>
          <div className="mv-check-hint">{t('place.pointHint')}</div>
          <p className="mv-note" role="status">
            {point ? t('place.put', { name: area.name }) : ''}
          </p>
          <div className="mv-actions">
            {!point && (
              <Button
                variant="secondary"
                size="sm"
                onClick={() => put(middleOf(JSON.parse(area.coordinates) as Polygons))}
              >
                {t('place.point')}
              </Button>
            )}
            {point &&
              WAYS.map((way) => (
                <Button
                  key={way}
                  variant="secondary"
                  size="sm"
                  aria-label={t(`place.${way}`)}
                  onClick={() =>
                    put({
                      latitude: point.latitude + STEP[way][0],
                      longitude: point.longitude + STEP[way][1],
                    })
                  }
                >
                  {t(`place.short.${way}`)}
                </Button>
              ))}
            {point && (
              <Button variant="tertiary" size="sm" onClick={() => onChoose(districtId, '')}>
                {t('place.remove')}
              </Button>
            )}
          </div>
        </fieldset>
      )}
    </>
  );
}
