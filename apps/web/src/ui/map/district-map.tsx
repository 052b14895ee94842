import { useMemo, type MouseEvent } from 'react';
import { middleOf, pathOf, projectionOf, type Point, type Polygons } from './projection.js';

export interface MapArea {
  id: string;
  name: string;
  /** GeoJSON's coordinates of a MultiPolygon, as text. */
  coordinates: string;
}

interface DistrictMapProps {
  areas: readonly MapArea[];
  /** What it shows, for those who do not see it. Without it the map only repeats what stands beside it. */
  label?: string;
  chosen?: string | undefined;
  point?: Point | null | undefined;
  /** Where somebody points; a list beside it gives everybody the same choice. */
  onChoose?: (districtId: string, point: Point) => void;
}

/** The municipality's own map: outlines and nothing else, from nobody else's server. */
export function DistrictMap({ areas, label, chosen, point, onChoose }: DistrictMapProps) {
  const { projection, drawn } = useMemo(() => {
    const outlined = areas.map((area) => ({ ...area, polygons: JSON.parse(area.coordinates) as Polygons }));
    const projection = projectionOf(outlined.map(({ polygons }) => polygons));
    const drawn = outlined.map(({ id, name, polygons }) => ({
      id,
      name,
      path: pathOf(projection, polygons),
      middle: projection.toMap(middleOf(polygons)),
    }));
    return { projection, drawn };
  }, [areas]);
  if (drawn.length === 0) return null;
  const choose = (id: string) => (event: MouseEvent<SVGPathElement>) => {
    const svg = event.currentTarget.ownerSVGElement;
    const matrix = svg?.getScreenCTM()?.inverse();
    if (!matrix) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    onChoose?.(id, projection.toPoint(x, y));
  };
  const pin = point && projection.toMap(point);
  return (
    <svg
      className="mv-map"
      viewBox={`0 0 ${projection.width} ${projection.height}`}
      data-choosing={onChoose ? '' : undefined}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {drawn.map(({ id, name, path }) => (
        <path
          key={id}
          d={path}
          fillRule="evenodd"
          data-chosen={id === chosen ? '' : undefined}
          onClick={onChoose && choose(id)}
        >
          <title>{name}</title>
        </path>
      ))}
      {drawn.map(({ id, name, middle: [x, y] }) => (
        <text key={id} x={x} y={y} data-chosen={id === chosen ? '' : undefined}>
          {name}
        </text>
      ))}
      {pin && (
        <g className="mv-map-pin" transform={`translate(${pin[0]} ${pin[1]})`}>
          <path d="M0 0C-8-22-26-32-26-54a26 26 0 0 1 52 0C26-32 8-22 0 0z" />
          <circle cy="-54" r="9" />
        </g>
      )}
    </svg>
  );
}
