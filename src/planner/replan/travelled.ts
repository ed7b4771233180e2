// What of the affected ways has happened by the hour of the event and cannot be undone: goods handed over, goods aboard a
// departure or waiting behind one, and what all that took. Goods aboard may still go elsewhere from where they come to.

import { unitCost, unitValue, type ScanProblem } from '../scan/scan-problem.ts';
import type { Way } from '../scan/decompose.ts';
import { readyOf, use, type Limits } from './standing.ts';

/** Goods of one commodity that were last on one departure. */
export interface Aboard {
  readonly departure: number;
  readonly commodity: number;
  units: number;
  /** Where they are from: each a way so far, to the segment that it was for. */
  readonly ways: Way[];
}

export interface Travelled {
  /** Euros that were relieved, less the freight of every leg that has been travelled. */
  readonly euros: number;
  /** What all that took: of each capacity, then of each stock. */
  readonly used: Float64Array;
  /** By segment, units that are there. */
  readonly served: Float64Array;
  /** Ways that are at their end. */
  readonly done: readonly Way[];
  readonly aboard: readonly Aboard[];
}

/** @param problem with the events. @param recalled stocks of which nothing is handed over any more. */
export function travelled(problem: ScanProblem, limits: Limits, ways: readonly Way[], hour: number, recalled: ReadonlySet<number>): Travelled {
  const used = new Float64Array(problem.capacities.count + problem.stocks.count);
  const served = new Float64Array(problem.segments.count);
  const aboard = new Map<string, Aboard>();
  const done: Way[] = [];
  let euros = 0;
  for (const way of ways) {
    const legs = travelledLegs(problem, way, hour);
    const there = legs === way.departures.length && readyOf(problem, way) < hour;
    if (legs === 0 && !there) continue;
    use(problem, limits, way, 0, legs, used);
    const stock = problem.capacities.count + way.stock;
    used[stock] = (used[stock] as number) + way.units;
    for (let leg = 0; leg < legs; leg += 1) euros -= way.units * unitCost(problem, way.commodity, way.departures[leg] as number);
    if (there) {
      euros += way.units * unitValue(problem, way.segment, readyOf(problem, way));
      served[way.segment] = (served[way.segment] as number) + way.units;
      done.push(way);
    } else if (!recalled.has(way.stock)) board(aboard, way, legs);
  }
  return { euros, used, served, done, aboard: [...aboard.values()] };
}

function travelledLegs({ departures }: ScanProblem, way: Way, hour: number): number {
  let legs = 0;
  while (legs < way.departures.length && (departures.departs[way.departures[legs] as number] as number) < hour) legs += 1;
  return legs;
}

function board(aboard: Map<string, Aboard>, way: Way, legs: number): void {
  const departure = way.departures[legs - 1] as number;
  const key = `${departure} ${way.commodity}`;
  const there = aboard.get(key);
  const own = { ...way, departures: way.departures.slice(0, legs) };
  if (there === undefined) aboard.set(key, { departure, commodity: way.commodity, units: way.units, ways: [own] });
  else {
    there.units += way.units;
    there.ways.push(own);
  }
}
