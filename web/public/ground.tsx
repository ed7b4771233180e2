// The land of the public map, thinned to what a drawing of that size can show, and kept: it is the same on every page.

import type { ReactElement } from 'react';
import type { GeoProjection } from 'd3-geo';
import type { PublicStory } from '../../src/http/contract/public.ts';
import { pathOf } from '../map/geometry.ts';
import { countryShape, type Land } from '../map/land.ts';

/** Points nearer to the last one than this are left out, px. */
const LEAST = 1.3;
const KEPT = 16;

/** A path of straight lines with its points thinned; rings that come to nothing are left out. */
export function thinned(path: string): string {
  return path
    .split('M')
    .slice(1)
    .map((ring) => {
      const isClosed = ring.endsWith('Z');
      const points = ring.replace('Z', '').split('L').map((pair) => pair.split(',').map(Number));
      let [lastX, lastY] = [Infinity, Infinity];
      const kept = points.filter(([x = 0, y = 0], index) => {
        const isFar = Math.hypot(x - lastX, y - lastY) >= LEAST || index === 0 || (!isClosed && index === points.length - 1);
        if (isFar) [lastX, lastY] = [x, y];
        return isFar;
      });
      return kept.length < (isClosed ? 3 : 2) ? '' : `M${kept.map((point) => point.join(',')).join('L')}${isClosed ? 'Z' : ''}`;
    })
    .join('');
}

interface Drawn {
  readonly land: string;
  readonly borders: string;
}
const drawn = new Map<string, Drawn>();

export function Ground({ land, projection, borders }: { readonly land: Land; readonly projection: GeoProjection; readonly borders: PublicStory['map']['borders'] }): ReactElement {
  const path = pathOf(projection, 1);
  const key = [projection.rotate(), projection.scale(), projection.translate(), projection.clipExtent()].join();
  const shapes = drawn.get(key) ?? { land: land.countries.map((country) => thinned(path(country))).join(''), borders: thinned(path(land.borders)) };
  drawn.set(key, shapes);
  const [oldest] = drawn.keys();
  if (drawn.size > KEPT && oldest !== undefined) drawn.delete(oldest);
  const shut = [...new Set(borders.map(({ area }) => area))].flatMap((area) => countryShape(land, area) ?? []);
  return (
    <g aria-hidden="true">
      <path className="land" d={shapes.land} />
      <path className="border" d={shapes.borders} />
      {shut.map((country) => <path key={String(country.id)} className="closed" d={thinned(path(country))} />)}
    </g>
  );
}
