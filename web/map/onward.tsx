// Onward ways on the map: what is on the road solid with a vehicle at its place, what is planned dashed; air thin and curved,
// rail a ladder, road plain. Width says cartons only on the plan's map.

import type { ReactElement } from 'react';
import type { DispatchInPicture, Picture, PlannedLeg } from '../../src/http/contract/picture.ts';
import { SignAt } from '../shared/signs.tsx';
import { bendOf, wayBetween, type Point, type Way } from './geometry.ts';

export interface Stretch {
  readonly key: string;
  readonly mode: string;
  readonly way: Way;
  readonly cartons: number;
  readonly planned: boolean;
}

type Spots = (place: string) => Point | null;
type Bends = (leg: Pick<PlannedLeg, 'mode' | 'from' | 'to'>) => number;
const natural: Bends = ({ mode }) => bendOf(mode);

/** Runs between the same places by the same mode are one stretch. */
export function stretchesOf(legs: readonly Pick<PlannedLeg, 'mode' | 'from' | 'to' | 'cartons'>[], spotOf: Spots, planned: boolean, bends = natural): Stretch[] {
  const together = Map.groupBy(legs, ({ mode, from, to }) => `${mode} ${from} ${to}`);
  return [...together].flatMap(([key, same]) => {
    const first = same[0];
    const from = first === undefined ? null : spotOf(first.from);
    const to = first === undefined ? null : spotOf(first.to);
    if (first === undefined || from === null || to === null) return [];
    return [{ key: `${planned ? 'planned' : 'real'} ${key}`, mode: first.mode, way: wayBetween(from, to, first.mode, bends(first)), cartons: same.reduce((sum, { cartons }) => sum + cartons, 0), planned }];
  });
}

export function StretchOnMap({ stretch: { mode, way, planned }, width, far = false }: { readonly stretch: Stretch; readonly width?: number; readonly far?: boolean }): ReactElement {
  const style = width === undefined ? undefined : { strokeWidth: mode === 'rail' ? Math.max(3, width) : width, strokeDasharray: 'none' };
  const extra = `${planned && width === undefined ? ' ahead thin' : ''}${far ? ' far' : ''}`;
  return (
    <>
      <path className={`${mode}${extra}`} d={way.path} style={style} />
      {mode === 'rail' && <path className={`rail-inner${extra}`} d={way.path} style={width === undefined ? undefined : { strokeWidth: Math.max(1.2, width - 2.5) }} />}
    </>
  );
}

export interface OnTheRoad {
  readonly dispatch: DispatchInPicture;
  readonly stretches: readonly Stretch[];
  readonly vehicle: { readonly point: Point; readonly mode: string } | null;
}

export const onTheRoad = ({ dispatches, asOf }: Pick<Picture, 'dispatches' | 'asOf'>, item: string, spotOf: Spots, bends = natural): OnTheRoad[] =>
  dispatches
    .filter((dispatch) => dispatch.state === 'onward' && dispatch.item === item)
    .map((dispatch) => {
      const stretches = stretchesOf(dispatch.route.map((leg) => ({ ...leg, cartons: dispatch.cartons })), spotOf, false, bends);
      const leg = dispatch.route.find(({ departsAt, arrivesAt }) => departsAt <= asOf && asOf < arrivesAt) ?? dispatch.route.at(-1);
      const stretch = stretches.find(({ key }) => leg !== undefined && key === `real ${leg.mode} ${leg.from} ${leg.to}`);
      if (leg === undefined || stretch === undefined) return { dispatch, stretches, vehicle: null };
      const share = (Date.parse(asOf) - Date.parse(leg.departsAt)) / (Date.parse(leg.arrivesAt) - Date.parse(leg.departsAt));
      return { dispatch, stretches, vehicle: { point: stretch.way.along(Math.max(0.04, Math.min(0.96, share))).point, mode: leg.mode } };
    });

export function Vehicle({ point: [x, y], mode }: { readonly point: Point; readonly mode: string }): ReactElement {
  return (
    <g aria-hidden="true">
      <circle cx={x} cy={y} r="9.5" fill="var(--ab-onward)" stroke="var(--ab-onward-ink)" />
      <SignAt name={mode === 'rail' ? 'rail' : mode === 'air' ? 'air' : 'road'} x={x} y={y} size={13} colour="#14181d" />
    </g>
  );
}
