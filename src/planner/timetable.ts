// The runs of a problem with their clock worked out once: milliseconds, readiness at the far end, handling days, border
// rules by item class. Not here: which goods can use a run (network.ts).

import { cartonLoad, type Item, type ItemClass } from '../domain/catalogue.ts';
import type { DepartureId, PlaceCode } from '../domain/ids.ts';
import type { Pallets } from '../domain/plan/plan.ts';
import { hindrances, readyAt, type Mode, type Place, type Rule } from '../domain/places.ts';
import { invariant } from '../domain/result.ts';
import { epochMs, localDateIn, nextOpen, type Instant } from '../domain/time.ts';
import { kg, m3 } from '../domain/units.ts';
import type { PlanningProblem, Run } from './problem.ts';

/** One run, timed. All times are milliseconds since 1970. */
export interface Leg {
  readonly index: number;
  readonly run: Run;
  readonly departs: number;
  /** When its goods are handed over at the far end, or can go on by the same mode. */
  readonly ready: number;
  readonly readyInstant: Instant;
  /** Place × local day whose handling the goods take on leaving and on coming in; null where handling cannot bind. */
  readonly out: HandlingKey | null;
  readonly in: HandlingKey | null;
}
/** `BELGG 2020-03-14` */
export type HandlingKey = string;

export interface Timetable {
  readonly asOf: number;
  /** In order of departure; those that leave before the as-of instant or after the horizon are left out. */
  readonly legs: readonly Leg[];
  readonly byId: ReadonlyMap<DepartureId, Leg>;
  /** Pallets that a place can still handle on a local day. */
  readonly handling: ReadonlyMap<HandlingKey, number>;
  /** How pallets are counted. */
  readonly pallets: Pallets;
  /** What stands against goods of a class on a leg; empty: free. */
  hindrances(leg: Leg, itemClass: ItemClass): readonly Rule[];
}

/** Further time at a place for goods that came by `by` (null: they lie there as stock) and go on by `onward`. */
export const changeMs = (place: Place, by: Mode | null, onward: Mode): number => (by === null || by === onward ? 0 : place.changeMinutes * 60_000);

/** Hours in which a place is open each local day. */
function openHours(place: Pick<Place, 'opens' | 'closes'>): number {
  if (place.opens === undefined || place.closes === undefined || place.opens === place.closes) return 24;
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return ((minutes(place.closes) - minutes(place.opens) + 1440) % 1440) / 60;
}

/** What one carton takes of a run, in kg, m³ and pallet places. */
export function cartonTakes(item: Item): Load {
  const known = taken.get(item);
  if (known !== undefined) return known;
  const load = cartonLoad(item);
  const takes = { kg: kg(load.grams), m3: m3(load.volume), positions: load.positions };
  taken.set(item, takes);
  return takes;
}
/** By item: it is asked for with each carton that is booked. */
const taken = new WeakMap<Item, Load>();
export interface Load {
  readonly kg: number;
  readonly m3: number;
  readonly positions: number;
}

/** What a run can take; Infinity where a figure is absent. */
export const runTakes = (run: Run): Load => ({
  kg: run.allotment.grams === undefined ? Infinity : kg(run.allotment.grams),
  m3: run.allotment.volume === undefined ? Infinity : m3(run.allotment.volume),
  positions: run.allotment.positions ?? Infinity,
});

export function placeOf(problem: PlanningProblem, code: PlaceCode): Place {
  const place = problem.places.get(code);
  invariant(place !== undefined, `the place ${code} is not in the problem`);
  return place;
}

export function timetable(problem: PlanningProblem): Timetable {
  const asOf = epochMs(problem.asOf);
  const handling = new Map<HandlingKey, number>();
  const handlingKey = (place: Place, at: Instant): HandlingKey | null => {
    if (place.palletsPerHour === undefined) return null;
    const key = `${place.place} ${localDateIn(at, place.zone)}`;
    if (!handling.has(key)) handling.set(key, place.palletsPerHour * openHours(place));
    return key;
  };
  const legs = problem.runs
    .filter((run) => run.departsAt >= problem.asOf && run.departsAt <= problem.until)
    .toSorted((a, b) => (a.departsAt < b.departsAt ? -1 : a.departsAt > b.departsAt ? 1 : a.id < b.id ? -1 : 1))
    .map((run, index): Leg => {
      const from = placeOf(problem, run.from);
      const to = placeOf(problem, run.to);
      const ready = readyAt(to, run.arrivesAt, run.mode);
      return { index, run, departs: epochMs(run.departsAt), ready: epochMs(ready), readyInstant: ready, out: handlingKey(from, run.departsAt), in: handlingKey(to, nextOpen(run.arrivesAt, to)) };
    });
  for (const load of problem.handling) {
    const key = handlingKey(placeOf(problem, load.place), load.at);
    if (key !== null) handling.set(key, Math.max(0, (handling.get(key) ?? 0) - load.pallets));
  }
  return { asOf, legs, byId: new Map(legs.map((leg) => [leg.run.id, leg])), handling, pallets: problem.pallets, hindrances: hindranceTable(problem) };
}

/** Looks a rule up once for each leg and class: the calendars of zones are slow. */
function hindranceTable(problem: PlanningProblem): Timetable['hindrances'] {
  const known = new Map<string, readonly Rule[]>();
  return (leg, itemClass) => {
    const key = `${itemClass} ${leg.index}`;
    const found = known.get(key) ?? crossing(problem, leg.run, itemClass);
    known.set(key, found);
    return found;
  };
}

function crossing(problem: PlanningProblem, run: Run, itemClass: ItemClass): readonly Rule[] {
  const from = placeOf(problem, run.from);
  const to = placeOf(problem, run.to);
  if (from.area === to.area) return [];
  return hindrances({ itemClass, from: from.area, to: to.area, on: localDateIn(run.departsAt, from.zone) }, problem.rules, problem.papers);
}
