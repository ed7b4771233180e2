// How each way on a map bends, so that none is drawn through a country that is closed, unless it ends there.

import { geoContains, type GeoProjection } from 'd3-geo';
import type { Picture } from '../../src/http/contract/picture.ts';
import { at, bendOf, clearBend, type Point } from './geometry.ts';
import { countryShape, type Land } from './land.ts';

export type Bends = (leg: { readonly mode: string; readonly from: string; readonly to: string }) => number;

export function bendsOf({ places, borders }: Pick<Picture, 'places' | 'borders'>, base: GeoProjection, land: Land | null): Bends {
  const held = new Map<string, number>();
  const shut = land === null ? [] : borders.flatMap(({ area }) => countryShape(land, area) ?? []);
  const isClosed = (point: Point): boolean => {
    const ground = base.invert?.([...point]) ?? null;
    return ground !== null && shut.some((country) => geoContains(country, ground));
  };
  const placeOf = (code: string): Point | null => {
    const place = places.find((it) => it.place === code);
    return place === undefined ? null : base(at(place));
  };
  return ({ mode, from, to }) => {
    const key = `${mode} ${from} ${to}`;
    const [start, end] = [placeOf(from), placeOf(to)];
    const free = shut.length === 0 || mode === 'air' || start === null || end === null || isClosed(end);
    const bend = held.get(key) ?? (free ? bendOf(mode) : clearBend(start, end, mode, isClosed));
    held.set(key, bend);
    return bend;
  };
}
