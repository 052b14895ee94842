import { describe, expect, it } from '@jest/globals';
import { isWithin, MOST_DISTRICTS, readDistricts, type Outline, type Ring } from './outline.rules.js';

const square = (west: number, south: number, side = 0.1): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const feature = (geometry: unknown, properties: unknown = { navn: 'Hornbæk' }) => ({
  type: 'Feature',
  properties,
  geometry,
});
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const polygon = (...coordinates: Ring[]) => ({ type: 'Polygon', coordinates });

describe('a file of districts', () => {
  it('gives each its name, its number and its outline', () => {
    const text = file(
      feature(polygon(square(12.5, 56)), { Navn: ' Hornbæk ', Nr: 7 }),
      feature(
        { type: 'MultiPolygon', coordinates: [[square(12.6, 56)], [square(12.8, 56)]] },
        { namn: 'Råå' },
      ),
    );
    expect(readDistricts(text)).toMatchObject([
      { name: 'Hornbæk', number: '7', outline: { type: 'MultiPolygon', coordinates: [[expect.any(Array)]] } },
      { name: 'Råå', number: null, outline: { coordinates: [expect.any(Array), expect.any(Array)] } },
    ]);
  });

  it('is drawn no finer than it can be seen, and no islet is lost', () => {
    const around = Array.from({ length: 4001 }, (_, n): [number, number] => {
      const angle = ((n % 4000) / 4000) * 2 * Math.PI;
      return [12.5 + 0.1 * Math.cos(angle), 56 + 0.1 * Math.sin(angle)];
    });
    const islet = square(12.7, 56, 0.00005);
    const read = readDistricts(file(feature({ type: 'MultiPolygon', coordinates: [[around], [islet]] })));
    const [[coast], [kept]] = (read as { outline: Outline }[])[0]!.outline.coordinates as [Ring[], Ring[]];
    expect(coast!.length).toBeGreaterThan(20);
    expect(coast!.length).toBeLessThan(200);
    expect(coast!.at(-1)).toEqual(coast![0]);
    expect(kept).toHaveLength(5);
  });

  it.each([
    ['no JSON', '<kml/>', { code: 'not-geojson' }],
    ['another kind of JSON', '{"type":"Topology"}', { code: 'not-geojson' }],
    ['nothing in it', file(), { code: 'empty-document' }],
    [
      'a point',
      file(feature({ type: 'Point', coordinates: [12, 56] })),
      { code: 'not-an-area', limits: { area: 1 } },
    ],
    [
      'an open ring',
      file(feature(polygon(square(12, 56).slice(0, 4)))),
      { code: 'not-an-area', limits: { area: 1 } },
    ],
    [
      'a line in place of an area',
      file(
        feature(
          polygon([
            [12, 56],
            [13, 56],
            [12, 56],
            [12, 56],
          ]),
        ),
      ),
      { code: 'not-an-area', limits: { area: 1 } },
    ],
    [
      'words for numbers',
      file(feature({ type: 'Polygon', coordinates: [[['12', '56']]] })),
      { code: 'not-an-area', limits: { area: 1 } },
    ],
    [
      'metres for degrees',
      file(feature(polygon(square(12, 56))), feature(polygon(square(720000, 6190000, 100)), { navn: 'B' })),
      { code: 'not-wgs84', limits: { area: 2 } },
    ],
    ['no name', file(feature(polygon(square(12, 56)), {})), { code: 'unnamed', limits: { area: 1 } }],
    [
      'one name twice',
      file(feature(polygon(square(12, 56))), feature(polygon(square(13, 56)), { navn: 'HORNBÆK' })),
      { code: 'twice', limits: { area: 2, value: 'HORNBÆK' } },
    ],
    [
      'too many',
      file(
        ...Array.from({ length: MOST_DISTRICTS + 1 }, (_, n) =>
          feature(polygon(square(12, 56)), { navn: `${n}` }),
        ),
      ),
      { code: 'too-many', limits: { max: MOST_DISTRICTS } },
    ],
  ])('is refused with %s', (_, text, fault) => expect(readDistricts(text)).toEqual(fault));
});

describe('a place', () => {
  const outline: Outline = {
    type: 'MultiPolygon',
    coordinates: [[square(12, 56, 1), square(12.4, 56.4, 0.2)]],
  };
  it.each([
    ['within', [12.1, 56.1], true],
    ['in a hole', [12.5, 56.5], false],
    ['outside', [13.1, 56.5], false],
  ] as const)('%s', (_, at, within) => expect(isWithin(outline, [...at])).toBe(within));
});
