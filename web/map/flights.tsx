// Flights on the map: the great circle, solid as far as it is flown, an aircraft at its place at the cursor. And the inset, in
// which the whole way from the origin is seen.

import { geoInterpolate, type GeoProjection } from 'd3-geo';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flight, Picture, PlaceInPicture } from '../../src/http/contract/picture.ts';
import type { Figures } from '../shared/figures.ts';
import { SignAt } from '../shared/signs.tsx';
import { at, farProjection, kilometres, pathOf } from './geometry.ts';
import type { Land } from './land.ts';

export interface Flown {
  readonly flight: Flight;
  readonly from: PlaceInPicture;
  readonly to: PlaceInPicture;
}

export const flownOf = ({ flights, places }: Pick<Picture, 'flights' | 'places'>): Flown[] =>
  flights.flatMap((flight) => {
    const from = places.find(({ place }) => place === flight.from);
    const to = places.find(({ place }) => place === flight.to);
    return from === undefined || to === undefined ? [] : [{ flight, from, to }];
  });

const line = (coordinates: [number, number][]): { type: 'LineString'; coordinates: [number, number][] } => ({ type: 'LineString', coordinates });

/** Where the aircraft is, and which way it looks on the drawing (the sign looks up). */
export function aircraftAt(projection: GeoProjection, { flight, from, to }: Flown): { readonly x: number; readonly y: number; readonly turn: number } | null {
  const way = geoInterpolate(at(from), at(to));
  const here = projection(way(flight.fraction));
  const ahead = projection(way(Math.min(1, flight.fraction + 0.01)));
  if (here === null || ahead === null) return null;
  return { x: here[0], y: here[1], turn: (Math.atan2(ahead[1] - here[1], ahead[0] - here[0]) * 180) / Math.PI + 90 };
}

export function FlightOnMap({ flown, projection, size = 24 }: { readonly flown: Flown; readonly projection: GeoProjection; readonly size?: number }): ReactElement {
  const { flight, from, to } = flown;
  const path = pathOf(projection);
  const here = geoInterpolate(at(from), at(to))(flight.fraction);
  const aircraft = flight.state === 'in-the-air' ? aircraftAt(projection, flown) : null;
  return (
    <g aria-hidden="true">
      {flight.fraction > 0 && <path className="air" d={path(line([at(from), here]))} />}
      {flight.fraction < 1 && <path className="air ahead" d={path(line([here, at(to)]))} />}
      {aircraft !== null && <SignAt name="air" {...aircraft} size={size} colour="var(--ab-air-ink)" />}
    </g>
  );
}

export const INSET = { width: 236, height: 112 } as const;

export function Inset({ picture, far, figures }: { readonly picture: Picture; readonly far: Land | null; readonly figures: Figures }): ReactElement | null {
  const { t } = useTranslation();
  const all = flownOf(picture).filter(({ flight }) => flight.viaHub);
  const shown = all.find(({ flight }) => flight.state === 'in-the-air') ?? all.find(({ flight }) => flight.state === 'announced') ?? all.at(-1);
  if (shown === undefined) return null;
  const projection = farProjection(INSET, [shown.from, shown.to]);
  const path = pathOf(projection);
  const km = kilometres(shown.from, shown.to);
  const [start, end] = [projection(at(shown.from)), projection(at(shown.to))];
  const text = shown.flight.state === 'in-the-air' ? t('map.toGo', { km: figures.count(km), left: figures.count(km * (1 - shown.flight.fraction)) }) : t('map.flown', { km: figures.count(km) });
  return (
    <figure className="inset" dir="ltr" aria-label={t('map.inset')}>
      <svg {...INSET} role="img" aria-label={`${shown.from.name} – ${shown.to.name}: ${text}`}>
        <path className="land" d={far?.countries.map((country) => path(country)).join('') ?? ''} />
        <FlightOnMap flown={shown} projection={projection} size={17} />
        {start && <circle cx={start[0]} cy={start[1]} r="3.5" fill="var(--ab-surface)" stroke="var(--ab-ink)" strokeWidth="1.5" />}
        {end && <rect x={end[0] - 3.5} y={end[1] - 3.5} width="7" height="7" fill="var(--ab-hub)" />}
        {start && (
          <text x={Math.min(start[0] + 4, INSET.width - 6)} y={start[1] - 9} textAnchor="end">
            <tspan className="strong">{shortly(shown.from.name)}</tspan>
          </text>
        )}
        {end && (
          <text x={Math.max(end[0] - 4, 6)} y={end[1] - 9}>
            <tspan className="strong">{shortly(shown.to.name)}</tspan>
          </text>
        )}
        <text x="8" y={INSET.height - 8}>
          {shown.flight.consignment} · {text}
        </text>
      </svg>
    </figure>
  );
}

/** `Hangzhou Xiaoshan Airport` → `Hangzhou` */
export const shortly = (name: string): string => name.split(' ')[0] ?? name;
