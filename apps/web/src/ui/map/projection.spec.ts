import { describe, expect, it } from '@jest/globals';
import { middleOf, pathOf, projectionOf, WIDTH, type Polygons } from './projection.js';

const box = (west: number, south: number, east: number, north: number): Polygons => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
];

describe('a map of districts', () => {
  const map = projectionOf([box(12.3, 55.9, 12.5, 56.1), box(12.5, 55.9, 12.7, 56.1)]);

  it('has room for all of them, with north up', () => {
    const [left, bottom] = map.toMap({ longitude: 12.3, latitude: 55.9 });
    const [right, top] = map.toMap({ longitude: 12.7, latitude: 56.1 });
    expect(top).toBeCloseTo(20);
    expect(bottom).toBeCloseTo(map.height - 20);
    expect(left).toBeGreaterThanOrEqual(20);
    expect(left + right).toBeCloseTo(WIDTH);
  });

  it('draws a kilometre as long to the east as to the north', () => {
    const [x, y] = map.toMap({ longitude: 12.5, latitude: 56 });
    const [east] = map.toMap({ longitude: 12.5 + 0.01 / Math.cos((56 * Math.PI) / 180), latitude: 56 });
    const [, north] = map.toMap({ longitude: 12.5, latitude: 56.01 });
    expect(east - x).toBeCloseTo(y - north, 6);
  });

  it('finds the place under a finger again', () => {
    const place = { longitude: 12.6113, latitude: 56.0327 };
    const found = map.toPoint(...map.toMap(place));
    expect(found.longitude).toBeCloseTo(place.longitude, 9);
    expect(found.latitude).toBeCloseTo(place.latitude, 9);
  });

  it('leaves holes open', () => {
    const [outer] = box(12.3, 55.9, 12.7, 56.1)[0]!;
    const [hole] = box(12.4, 55.95, 12.5, 56)[0]!;
    expect(pathOf(map, [[outer!, hole!]]).match(/M/g)).toHaveLength(2);
  });

  it('names an area in the middle of its largest part', () => {
    const islet = box(12.9, 56.2, 12.91, 56.21)[0]!;
    const { longitude, latitude } = middleOf([islet, box(12.3, 55.9, 12.5, 56.1)[0]!]);
    expect([longitude, latitude]).toEqual([expect.closeTo(12.4), expect.closeTo(56)]);
  });

  it('stands on a page however long or flat the land is', () => {
    expect(projectionOf([box(12, 55, 12.01, 57)]).height).toBe(1500);
    expect(projectionOf([box(10, 56, 14, 56.01)]).height).toBe(400);
    expect(projectionOf([]).height).toBeGreaterThan(0);
  });
});
