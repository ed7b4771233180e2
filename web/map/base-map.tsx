// The ground that both maps stand on: land, borders, countries that are closed today, and the measure of the frame.

import { useLayoutEffect, useMemo, useRef, useState, type ReactElement, type RefObject } from 'react';
import type { GeoProjection } from 'd3-geo';
import type { Border, Picture, PlaceInPicture } from '../../src/http/contract/picture.ts';
import { pathOf, type Size } from './geometry.ts';
import { countryShape, type Land } from './land.ts';
import { HOME, type View } from './zoom.ts';

/** The frame's size, kept up with; until it is known, a likely one. */
export function useSize<T extends Element>(likely: Size): [RefObject<T | null>, Size] {
  const ref = useRef<T | null>(null);
  const [size, setSize] = useState(likely);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setSize({ width: Math.round(entry.contentRect.width), height: Math.round(entry.contentRect.height) });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [ref, size];
}

export interface GroundProps {
  readonly land: Land | null;
  readonly projection: GeoProjection;
  readonly borders: readonly Border[];
  /** How it is zoomed: the land is projected once, then only stretched. */
  readonly view?: View;
  /** The projection that `view` comes to. */
  readonly closed?: GeoProjection;
}

export function GroundMap({ land, projection, borders, view = HOME, closed }: GroundProps): ReactElement | null {
  const path = useMemo(() => pathOf(projection), [projection]);
  const shapes = useMemo(() => (land === null ? null : { land: land.countries.map((country) => path(country)).join(''), borders: path(land.borders) }), [land, path]);
  if (land === null || shapes === null) return null;
  const shut = [...new Set(borders.map(({ area }) => area))].flatMap((area) => countryShape(land, area) ?? []);
  // Hatched at the screen's scale, however near the land is.
  const drawn = closed === undefined ? path : pathOf(closed);
  return (
    <g aria-hidden="true">
      <g transform={view === HOME ? undefined : `translate(${view.x} ${view.y}) scale(${view.k})`}>
        <path className="land" d={shapes.land} />
        <path className="coast" d={shapes.land} />
        <path className="border" d={shapes.borders} />
      </g>
      {shut.map((country) => (
        <path key={String(country.id)} className="closed" d={drawn(country)} />
      ))}
    </g>
  );
}

/** The places that the frame must show: the hub, and whoever a departure from it can reach. */
export function placesInView({ places, recipients, flights, hub, promises }: Pick<Picture, 'places' | 'recipients' | 'flights' | 'hub' | 'promises'>): PlaceInPicture[] {
  const direct = new Set(flights.filter(({ viaHub }) => !viaHub).map(({ to }) => to));
  const home = places.find(({ place }) => place === hub);
  const scopes = new Set(promises.filter(({ viaHub }) => viaHub).map(({ scope }) => scope));
  const near = (place: PlaceInPicture): boolean => home === undefined || (Math.abs(place.longitude - home.longitude) < 32 && Math.abs(place.latitude - home.latitude) < 20);
  const doors = new Set(recipients.map(({ place }) => place));
  return places.filter((place) => place.place === hub || (doors.has(place.place) && near(place) && (scopes.size > 0 || !direct.has(place.place))));
}
