/** Degrees, WGS84. */
export interface Point {
  longitude: number;
  latitude: number;
}
type Position = readonly [longitude: number, latitude: number];
/** GeoJSON's coordinates of a MultiPolygon. */
export type Polygons = readonly (readonly (readonly Position[])[])[];

export interface Projection {
  /** The map's own units: it is always `WIDTH` wide. */
  width: number;
  height: number;
  toMap: (point: Point) => [x: number, y: number];
  toPoint: (x: number, y: number) => Point;
}

export const WIDTH = 1000;
const MARGIN = 20;
/** A strip of land is not drawn taller, or a string of islands flatter, than a page can take. */
const [FLATTEST, TALLEST] = [0.4, 1.5];

/**
 * The map on which all of these areas have room, north up. So small a part of the globe is flat: a degree of longitude
 * is drawn as long as it is in the middle of the map (equirectangular, with the middle as standard parallel).
 */
export function projectionOf(areas: readonly Polygons[]): Projection {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of areas.flat(3) as Position[]) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  if (west > east) [west, south, east, north] = [0, 0, 1, 1];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [across, down] = [Math.max((east - west) * shrink, 1e-9), Math.max(north - south, 1e-9)];
  const height = Math.round(WIDTH * Math.min(TALLEST, Math.max(FLATTEST, down / across)));
  const scale = Math.min((WIDTH - 2 * MARGIN) / across, (height - 2 * MARGIN) / down);
  const left = (WIDTH - across * scale) / 2;
  const top = (height - down * scale) / 2;
  return {
    width: WIDTH,
    height,
    toMap: ({ longitude, latitude }) => [
      left + (longitude - west) * shrink * scale,
      top + (north - latitude) * scale,
    ],
    toPoint: (x, y) => ({
      longitude: (x - left) / (shrink * scale) + west,
      latitude: north - (y - top) / scale,
    }),
  };
}

/** The outline as an SVG path; holes are holes with the rule `evenodd`. */
export const pathOf = ({ toMap }: Projection, polygons: Polygons): string =>
  polygons
    .flat()
    .map(
      (ring) =>
        `M${ring
          .map(([longitude, latitude]) => toMap({ longitude, latitude }).map((part) => part.toFixed(1)))
          .join('L')}Z`,
    )
    .join('');

/** Where the area's name stands: the middle of its largest polygon. */
export function middleOf(polygons: Polygons): Point {
  const middles = polygons.map(([ring = []]) => centreOf(ring));
  const { point } = middles.reduce((a, b) => (b.area > a.area ? b : a));
  return point;
}

function centreOf(ring: readonly Position[]): { area: number; point: Point } {
  // About the first corner, so that small areas far from the equator lose no digits.
  const [x0, y0] = ring[0] ?? [0, 0];
  let [area, sx, sy] = [0, 0, 0];
  for (let index = 1; index < ring.length; index++) {
    const [ax, ay] = [ring[index - 1]![0] - x0, ring[index - 1]![1] - y0];
    const [bx, by] = [ring[index]![0] - x0, ring[index]![1] - y0];
    const cross = ax * by - bx * ay;
    area += cross;
    sx += (ax + bx) * cross;
    sy += (ay + by) * cross;
  }
  const point = area === 0 ? [x0, y0] : [x0 + sx / (3 * area), y0 + sy / (3 * area)];
  return { area: Math.abs(area / 2), point: { longitude: point[0]!, latitude: point[1]! } };
}
