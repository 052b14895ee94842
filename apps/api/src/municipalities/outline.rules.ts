import type { FieldCode } from '@medvind/contracts';

/** Longitude and latitude in degrees (WGS84), as GeoJSON has them. */
export type Position = [number, number];
export type Ring = Position[];
/** The outline of an area: polygons, each its outer ring and its holes; RFC 7946. */
export interface Outline {
  type: 'MultiPolygon';
  coordinates: Ring[][];
}

export interface OutlinedDistrict {
  name: string;
  number: string | null;
  outline: Outline;
}

/** Why a file is refused: what is wrong, and in which area of it, counted from 1. */
export interface OutlineFault {
  code: Extract<
    FieldCode,
    'not-geojson' | 'not-an-area' | 'not-wgs84' | 'unnamed' | 'twice' | 'too-many' | 'empty-document'
  >;
  limits?: Record<string, number | string>;
}

export const MOST_DISTRICTS = 200;
export const MOST_POINTS = 100_000;
/** Names of a name, as the registers of both countries write them. */
const NAMES = ['name', 'navn', 'namn', 'omraade', 'område', 'stadsdel', 'lokalomraade', 'lokalområde'];
const NUMBERS = ['number', 'nummer', 'nr', 'kode', 'kod', 'id'];
/** No district is drawn finer than this share of the map's longer side: a thousandth is less than a pixel. */
const FINENESS = 1 / 1500;
/** 0.00001° is about a metre. */
const DIGITS = 5;

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The districts of a GeoJSON FeatureCollection, in its order, drawn no finer than they can be seen.
 * Nothing of it is taken on trust: geometry, size and coordinates are looked at one by one.
 */
export function readDistricts(text: string): OutlinedDistrict[] | OutlineFault {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { code: 'not-geojson' };
  }
  if (!isObject(parsed) || parsed.type !== 'FeatureCollection' || !Array.isArray(parsed.features))
    return { code: 'not-geojson' };
  const { features } = parsed;
  if (features.length === 0) return { code: 'empty-document' };
  if (features.length > MOST_DISTRICTS) return { code: 'too-many', limits: { max: MOST_DISTRICTS } };
  // An old way to say that the numbers are no degrees.
  if (parsed.crs !== undefined && !/CRS84|4326/.test(JSON.stringify(parsed.crs)))
    return { code: 'not-wgs84', limits: { area: 1 } };
  const read: OutlinedDistrict[] = [];
  let points = 0;
  for (const [index, feature] of features.entries()) {
    const limits = { area: index + 1 };
    if (!isObject(feature) || feature.type !== 'Feature') return { code: 'not-geojson' };
    const polygons = polygonsOf(feature.geometry);
    if (polygons === 'far') return { code: 'not-wgs84', limits };
    if (polygons === null) return { code: 'not-an-area', limits };
    points += polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
    if (points > MOST_POINTS) return { code: 'too-many', limits: { max: MOST_POINTS } };
    const properties = isObject(feature.properties) ? feature.properties : {};
    const name = named(properties, NAMES);
    if (name === null || name.length > 80) return { code: 'unnamed', limits };
    if (read.some((other) => other.name.toLowerCase() === name.toLowerCase()))
      return { code: 'twice', limits: { ...limits, value: name } };
    const number = named(properties, NUMBERS)?.slice(0, 20) ?? null;
    read.push({ name, number, outline: { type: 'MultiPolygon', coordinates: polygons } });
  }
  const tolerance = longerSide(boundsOf(read.map(({ outline }) => outline))) * FINENESS;
  return read.map((district) => ({ ...district, outline: coarser(district.outline, tolerance) }));
}

const named = (properties: Json, keys: readonly string[]): string | null => {
  const lower = new Map(Object.entries(properties).map(([key, value]) => [key.toLowerCase(), value]));
  for (const key of keys) {
    const value = lower.get(key);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return null;
};

/** @returns null: no area; 'far': in numbers that are no degrees */
function polygonsOf(geometry: unknown): Ring[][] | 'far' | null {
  if (!isObject(geometry)) return null;
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : null;
  if (!Array.isArray(polygons) || polygons.length === 0) return null;
  const read: Ring[][] = [];
  for (const polygon of polygons as unknown[]) {
    if (!Array.isArray(polygon) || polygon.length === 0) return null;
    const rings: Ring[] = [];
    for (const ring of polygon as unknown[]) {
      if (!Array.isArray(ring) || ring.length < 4 || !ring.every(isPosition)) return null;
      if (ring.some(([longitude, latitude]) => Math.abs(longitude) > 180 || Math.abs(latitude) > 90))
        return 'far';
      const positions = ring.map(([longitude, latitude]): Position => [longitude, latitude]);
      const [first, last] = [positions[0]!, positions.at(-1)!];
      if (first[0] !== last[0] || first[1] !== last[1] || areaOf(positions) === 0) return null;
      rings.push(positions);
    }
    read.push(rings);
  }
  return read;
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.length <= 4 &&
  value.every((part) => typeof part === 'number' && Number.isFinite(part));

const areaOf = (ring: Ring): number =>
  Math.abs(
    ring.slice(1).reduce((sum, [x, y], index) => sum + ring[index]![0] * y - x * ring[index]![1], 0) / 2,
  );

type Bounds = [west: number, south: number, east: number, north: number];

function boundsOf(outlines: readonly Outline[]): Bounds {
  const bounds: Bounds = [180, 90, -180, -90];
  for (const { coordinates } of outlines)
    for (const polygon of coordinates)
      for (const ring of polygon)
        for (const [x, y] of ring) {
          bounds[0] = Math.min(bounds[0], x);
          bounds[1] = Math.min(bounds[1], y);
          bounds[2] = Math.max(bounds[2], x);
          bounds[3] = Math.max(bounds[3], y);
        }
  return bounds;
}

const longerSide = ([west, south, east, north]: Bounds): number => Math.max(east - west, north - south);

const coarser = ({ type, coordinates }: Outline, tolerance: number): Outline => ({
  type,
  coordinates: coordinates.map((polygon) =>
    polygon.map((ring) => {
      const kept = simplified(ring, tolerance);
      // What would vanish is kept as it was: an islet is part of its district.
      return (kept.length < 4 ? ring : kept).map(([x, y]): Position => [rounded(x), rounded(y)]);
    }),
  ),
});

const rounded = (degrees: number): number => Number(degrees.toFixed(DIGITS));

/** Without the points nobody would miss: Ramer, Douglas and Peucker's way, without recursion. */
function simplified(ring: Ring, tolerance: number): Ring {
  const kept = new Set([0, ring.length - 1]);
  // A ring ends where it begins, so its farthest point parts it into two lines.
  const half = farthest(ring, 0, ring.length - 1)[0];
  kept.add(half);
  const waiting: [number, number][] = [
    [0, half],
    [half, ring.length - 1],
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [index, distance] = farthest(ring, ...next);
    if (distance <= tolerance) continue;
    kept.add(index);
    waiting.push([next[0], index], [index, next[1]]);
  }
  return ring.filter((_, index) => kept.has(index));
}

/** The point between two of the line that is farthest from the straight between them, and how far. */
function farthest(ring: Ring, from: number, to: number): [index: number, distance: number] {
  const [ax, ay] = ring[from]!;
  const [bx, by] = ring[to]!;
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  let found: [number, number] = [from, 0];
  for (let index = from + 1; index < to; index++) {
    const [x, y] = ring[index]!;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
    const distance = Math.hypot(x - ax - along * dx, y - ay - along * dy);
    if (distance > found[1]) found = [index, distance];
  }
  return found;
}

/** Whether a place lies within the outline; a hole is not within. */
export const isWithin = ({ coordinates }: Outline, [x, y]: Position): boolean =>
  coordinates.some((polygon) => polygon.filter((ring) => isInside(ring, x, y)).length % 2 === 1);

/** How often a line to the east crosses the ring. */
function isInside(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let index = 1; index < ring.length; index++) {
    const [ax, ay] = ring[index - 1]!;
    const [bx, by] = ring[index]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
