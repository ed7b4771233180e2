// What of the affected ways has happened by the hour of the event and cannot be undone: goods handed over, goods aboard a
// departure or waiting behind one, and what all that took. Goods aboard may still go elsewhere from where they come to.

import type { ScanProblem } from '../scan/scan-problem.ts';
import type { Way } from '../scan/decompose.ts';
import { freight, readyOf, use, wayValue, type Limits, type Standing } from './standing.ts';

/** Goods of one commodity that were last on one departure. */
export interface Aboard {
  readonly departure: number;
  readonly commodity: number;
  units: number;
  /** For blocks that are not affected: nobody else gets them, but the bound has to reckon that somebody might. */
  readonly foreign: boolean;
  /** Where they are from: each a way so far, to the segment that it was for. */
  readonly ways: Way[];
}

/** Euros that were relieved, less the freight of legs that have been travelled; and what that took of each capacity, then of each stock. */
export interface Spent {
  euros: number;
  readonly used: Float64Array;
}

export interface Travelled {
  readonly all: Spent;
  /** Of goods alone that are handed over, or lost. */
  readonly ended: Spent;
  /** By segment, units that are there. */
  readonly served: Float64Array;
  /** Ways that are at their end. */
  readonly done: readonly Way[];
  readonly aboard: readonly Aboard[];
  /** Goods of recalled stocks that are on their way, each with its way so far. */
  readonly lost: readonly Way[];
}

/** @param problem with the events. @param recalled stocks of which nothing is handed over any more. */
export function travelled(problem: ScanProblem, limits: Limits, ways: readonly Way[], hour: number, recalled: ReadonlySet<number>): Travelled {
  const prices = problem.capacities.count + problem.stocks.count;
  const [all, ended]: readonly [Spent, Spent] = [{ euros: 0, used: new Float64Array(prices) }, { euros: 0, used: new Float64Array(prices) }];
  const served = new Float64Array(problem.segments.count);
  const aboard = new Map<string, Aboard>();
  const [done, lost]: readonly [Way[], Way[]] = [[], []];
  for (const way of ways) {
    const legs = travelledLegs(problem, way, hour);
    const there = legs === way.departures.length && readyOf(problem, way) < hour;
    if (legs === 0 && !there) continue;
    const soFar = { ...way, departures: way.departures.slice(0, legs) };
    const isLost = !there && recalled.has(way.stock);
    for (const spent of there || isLost ? [all, ended] : [all]) spend(spent, problem, limits, soFar, there);
    if (there) {
      served[way.segment] = (served[way.segment] as number) + way.units;
      done.push(way);
    } else if (isLost) lost.push(soFar);
    else board(aboard, soFar, false);
  }
  return { all, ended, served, done, lost, aboard: [...aboard.values()] };
}

function spend(spent: Spent, problem: ScanProblem, limits: Limits, way: Way, there: boolean): void {
  use(problem, limits, way, spent.used);
  const stock = problem.capacities.count + way.stock;
  spent.used[stock] = (spent.used[stock] as number) + way.units;
  spent.euros += there ? wayValue(problem, way) : -freight(problem, way);
}

/** Goods that are on their way to blocks that are not affected. */
export function foreignAboard({ ways, blockOf }: Standing, problem: ScanProblem, affected: Uint8Array, hour: number): readonly Aboard[] {
  const aboard = new Map<string, Aboard>();
  for (const way of ways) {
    if (affected[blockOf[way.segment] as number] === 1) continue;
    const legs = travelledLegs(problem, way, hour);
    if (legs > 0 && (legs < way.departures.length || readyOf(problem, way) >= hour)) board(aboard, { ...way, departures: way.departures.slice(0, legs) }, true);
  }
  return [...aboard.values()];
}

function travelledLegs({ departures }: ScanProblem, way: Way, hour: number): number {
  let legs = 0;
  while (legs < way.departures.length && (departures.departs[way.departures[legs] as number] as number) < hour) legs += 1;
  return legs;
}

function board(aboard: Map<string, Aboard>, way: Way, foreign: boolean): void {
  const departure = way.departures.at(-1) as number;
  const key = `${departure} ${way.commodity}`;
  const there = aboard.get(key);
  if (there === undefined) aboard.set(key, { departure, commodity: way.commodity, units: way.units, foreign, ways: [way] });
  else {
    there.units += way.units;
    there.ways.push(way);
  }
}
