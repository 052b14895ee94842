import type { Municipality } from '../src/municipalities/municipality.entity.js';
import { ask, type Someone, type World } from './world.js';

/** Squares of a tenth of a degree beside each other, from 12.5° E 56° N, under these names. */
export function importOutlines(world: World, { slug }: Municipality, as: Someone, ...names: string[]) {
  const features = names.map((navn, n) => {
    const [west, east] = [12.5 + n / 10, 12.6 + n / 10];
    const ring = [
      [west, 56],
      [east, 56],
      [east, 56.1],
      [west, 56.1],
      [west, 56],
    ];
    return { type: 'Feature', properties: { navn }, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  const boundary = 'outlines';
  const collection = JSON.stringify({ type: 'FeatureCollection', features });
  return world.app
    .inject({
      method: 'POST',
      url: `/api/municipalities/${slug}/districts/import`,
      headers: { cookie: as.cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="d.geojson"\r\n\r\n${collection}\r\n--${boundary}--\r\n`,
    })
    .then((answer) => ({ status: answer.statusCode, body: answer.json() }));
}

export const districtsAt = async (
  world: World,
  { slug }: Municipality,
): Promise<{ id: string; name: string }[]> =>
  (await ask(world, `GET /api/municipalities/${slug}/districts`)).body.items;
