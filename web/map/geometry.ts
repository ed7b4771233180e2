// Where things stand on the map: the projection on the hub's surroundings, ways bent apart by their mode, circles pushed off
// one another. Pixels of the drawing; angles in degrees.

import { geoAzimuthalEqualArea, geoDistance, geoNaturalEarth1, geoPath, type GeoProjection } from 'd3-geo';
import type { PlaceInPicture } from '../../src/http/contract/picture.ts';

export type Point = readonly [number, number];
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Mean radius of the Earth, km. */
const EARTH_KM = 6371;
export const kilometres = (a: PlaceInPicture, b: PlaceInPicture): number => geoDistance(at(a), at(b)) * EARTH_KM;
export const at = (place: PlaceInPicture): [number, number] => [place.longitude, place.latitude];

/** Places are fitted into the frame with this much air around them. */
export interface Air {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export function nearProjection({ width, height }: Size, places: readonly PlaceInPicture[], air: Air): GeoProjection {
  const points = { type: 'MultiPoint' as const, coordinates: places.map(at) };
  const middle = places.reduce(([x, y], { longitude, latitude }) => [x + longitude / places.length, y + latitude / places.length] as const, [0, 0] as Point);
  const projection = geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]);
  if (places.length < 2) return projection.scale(1200).translate([width / 2, height / 2]);
  return projection.fitExtent([[air.left, air.top], [Math.max(air.left + 1, width - air.right), Math.max(air.top + 1, height - air.bottom)]], points).clipExtent([[-width, -height], [2 * width, 2 * height]]);
}

export function farProjection({ width, height }: Size, places: readonly PlaceInPicture[]): GeoProjection {
  const middle = places.reduce((sum, { longitude }) => sum + longitude / Math.max(1, places.length), 0);
  return geoNaturalEarth1().rotate([-middle, 0]).fitExtent([[14, 26], [width - 14, height - 30]], { type: 'MultiPoint', coordinates: places.map(at) }).clipExtent([[0, 0], [width, height]]);
}

/** `digits`: after the point; a drawing that is never stretched needs but one. */
export const pathOf = (projection: GeoProjection, digits = 3): ((shape: Parameters<ReturnType<typeof geoPath>>[0]) => string) => {
  const path = geoPath(projection).digits(digits);
  return (shape) => path(shape) ?? '';
};

/** How far a way leaves the straight line, as a share of its length: so air, rail and road between two places lie apart. */
const BEND: Readonly<Record<string, number>> = { air: 0.22, rail: -0.14, road: 0.07, sea: -0.24 };

export interface Way {
  readonly path: string;
  /** The point at a share of the way, and the direction there. */
  readonly along: (share: number) => { readonly point: Point; readonly degrees: number };
}

export const bendOf = (mode: string): number => BEND[mode] ?? 0;

export function wayBetween([x0, y0]: Point, [x1, y1]: Point, mode: string, bend = bendOf(mode)): Way {
  const [cx, cy] = [(x0 + x1) / 2 - (y1 - y0) * bend, (y0 + y1) / 2 + (x1 - x0) * bend];
  return {
    path: `M${x0.toFixed(1)} ${y0.toFixed(1)}Q${cx.toFixed(1)} ${cy.toFixed(1)} ${x1.toFixed(1)} ${y1.toFixed(1)}`,
    along: (s) => {
      const point: Point = [(1 - s) ** 2 * x0 + 2 * s * (1 - s) * cx + s ** 2 * x1, (1 - s) ** 2 * y0 + 2 * s * (1 - s) * cy + s ** 2 * y1];
      const [dx, dy] = [2 * (1 - s) * (cx - x0) + 2 * s * (x1 - cx), 2 * (1 - s) * (cy - y0) + 2 * s * (y1 - cy)];
      return { point, degrees: (Math.atan2(dy, dx) * 180) / Math.PI };
    },
  };
}

/** Bends that a way may take to keep clear of closed land, the gentlest first. */
const DETOURS = [0, 0.12, -0.12, 0.3, -0.3, 0.5, -0.5, 0.75, -0.75, 1, -1] as const;
const SAMPLES = 14;

/** The gentlest bend whose way keeps clear of what is closed; where none does, the one that crosses least of it. */
export function clearBend(from: Point, to: Point, mode: string, isClosed: (point: Point) => boolean): number {
  let best = { bend: bendOf(mode), crossed: Infinity };
  for (const detour of DETOURS) {
    const bend = bendOf(mode) + detour;
    const { along } = wayBetween(from, to, mode, bend);
    const crossed = Array.from({ length: SAMPLES }, (_, n) => along((n + 1) / (SAMPLES + 1)).point).filter(isClosed).length;
    if (crossed === 0) return bend;
    if (crossed < best.crossed) best = { bend, crossed };
  }
  return best.bend;
}

export interface Circle {
  x: number;
  y: number;
  readonly r: number;
}

/** Pushes circles apart until they hardly overlap. Deterministic; changes them in place. */
export function pushApart(circles: readonly Circle[], fixed: readonly Circle[], gap = 2): void {
  for (let round = 0; round < 80; round += 1) {
    let moved = false;
    for (const [i, a] of circles.entries())
      for (const [j, b] of [...circles, ...fixed].entries()) {
        if (i === j) continue;
        const [dx, dy] = [a.x - b.x || 0.01 * (i - j), a.y - b.y || 0.01];
        const distance = Math.hypot(dx, dy);
        const wanted = a.r + b.r + gap;
        if (distance >= wanted) continue;
        const share = j < circles.length ? 0.5 : 1;
        a.x += (dx / distance) * (wanted - distance) * share;
        a.y += (dy / distance) * (wanted - distance) * share;
        moved = true;
      }
    if (!moved) return;
  }
}

/** A part of a disc from one share of the turn to another, clockwise from the top. */
export function sector(x: number, y: number, r: number, from: number, until: number): string {
  if (until - from >= 0.9999) return `M${x} ${y - r}A${r} ${r} 0 1 1 ${x - 0.01} ${y - r}Z`;
  const point = (share: number): string => `${(x + r * Math.sin(share * 2 * Math.PI)).toFixed(2)} ${(y - r * Math.cos(share * 2 * Math.PI)).toFixed(2)}`;
  return `M${x} ${y}L${point(from)}A${r} ${r} 0 ${until - from > 0.5 ? 1 : 0} 1 ${point(until)}Z`;
}
