// How early goods can be at each place, over legs that a question lets them use: connection scan with one label for each
// place and mode of arrival. For reasons, and for the last cartons of the top-up. Not here: flows (model.ts).
// Source: Connection Scan, Dibbelt et al. 2013.

import { canKeep } from '../domain/places.ts';
import type { PlaceCode } from '../domain/ids.ts';
import type { Commodity, Source } from './commodities.ts';
import { changeMs, placeOf, type Leg, type Timetable } from './timetable.ts';
import type { PlanningProblem } from './problem.ts';

interface Label {
  readonly ready: number;
  readonly leg: Leg | null;
  readonly before: Label | null;
}

export interface Reach {
  /** Legs that the goods could board, in order of departure. */
  readonly boarded: readonly Leg[];
  /** The earliest way to a place; null where there is none. `arrives` in milliseconds. */
  to(place: PlaceCode): { readonly arrives: number; readonly legs: readonly Leg[] } | null;
}

export function reach(problem: PlanningProblem, table: Timetable, start: Pick<Source, 'place' | 'availableAt'>, usable: (leg: Leg) => boolean): Reach {
  const labels = new Map<PlaceCode, Label[]>([[start.place, [{ ready: start.availableAt, leg: null, before: null }]]]);
  const boarded: Leg[] = [];
  for (const leg of table.legs) {
    const there = labels.get(leg.run.from);
    if (there === undefined || !usable(leg)) continue;
    const from = placeOf(problem, leg.run.from);
    const before = there.find((label) => label.ready + changeMs(from, label.leg?.run.mode ?? null, leg.run.mode) <= leg.departs);
    if (before === undefined) continue;
    boarded.push(leg);
    const known = labels.get(leg.run.to) ?? [];
    const same = known.find((label) => label.leg?.run.mode === leg.run.mode);
    if (same !== undefined && same.ready <= leg.ready) continue;
    labels.set(leg.run.to, [...known.filter((label) => label !== same), { ready: leg.ready, leg, before }]);
  }
  return {
    boarded,
    to(place) {
      const first = (labels.get(place) ?? []).reduce<Label | null>((best, label) => (best === null || label.ready < best.ready ? label : best), null);
      if (first === null) return null;
      const legs: Leg[] = [];
      for (let label: Label | null = first; label !== null; label = label.before) if (label.leg !== null) legs.unshift(label.leg);
      return { arrives: first.ready, legs };
    },
  };
}

/** Of legs that goods could board, those after which a place can still be reached. Without change times: rather one too many. */
export function leadingTo(problem: PlanningProblem, place: PlaceCode, boarded: readonly Leg[]): Leg[] {
  const latest = new Map<PlaceCode, number>([[place, Infinity]]);
  return boarded
    .toReversed()
    .filter((leg) => {
      if ((latest.get(leg.run.to) ?? -Infinity) < leg.ready) return false;
      if (placeOf(problem, leg.run.from).place !== place) latest.set(leg.run.from, Math.max(latest.get(leg.run.from) ?? -Infinity, leg.departs));
      return true;
    })
    .toReversed();
}

/** May goods of the commodity ride on this leg at all: kept at their temperature, free at the border, not forbidden by people? */
export const mayRide = (table: Timetable, commodity: Pick<Commodity, 'item' | 'forbidden'>, leg: Leg): boolean =>
  !commodity.forbidden.has(leg.run.id) && canKeep(leg.run.keeps, commodity.item) && table.hindrances(leg, commodity.item.class).length === 0;
