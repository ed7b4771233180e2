// Goes over a plan of the scan engine, way by way, from the problem alone. Shares no code with the engine: it does not know
// of slots, pools or prices, reckons values and costs in its own words, and says what does not hold.

import type { ScanProblem } from './scan-problem.ts';

export interface CheckedWay {
  readonly commodity: number;
  readonly stock: number;
  readonly departures: readonly number[];
  readonly segment: number;
  readonly units: number;
}

export interface ScanCheck {
  /** Euros relieved, transport paid, reckoned anew. */
  readonly value: number;
  readonly ways: number;
  /** What does not hold, in words; empty: all holds. */
  readonly faults: readonly string[];
}

/** Sums may be over a limit by this part of it: rounding of doubles. */
const TOLERANCE = 1e-7;
const MOST_FAULTS = 20;

export function checkScan(problem: ScanProblem, ways: Iterable<CheckedWay>): ScanCheck {
  const faults: string[] = [];
  const fault = (text: string): void => void (faults.length < MOST_FAULTS && faults.push(text));
  const freight = new Map<string, number>();
  const drawn = new Map<number, number>();
  const served = new Map<number, number>();
  const add = <K>(sums: Map<K, number>, key: K, amount: number): void => void sums.set(key, (sums.get(key) ?? 0) + amount);
  let [value, count] = [0, 0];
  for (const way of ways) {
    count += 1;
    if (!(way.units > 0)) fault(`way ${count}: ${way.units} units`);
    const ready = followed(problem, way, (text) => fault(`way ${count}: ${text}`));
    add(drawn, way.stock, way.units);
    add(served, way.segment, way.units);
    value += way.units * worthAt(problem, way.segment, ready);
    for (const departure of way.departures)
      for (const measure of [0, 1, 2, 3]) {
        const amount = way.units * (problem.commodities.load[4 * way.commodity + measure] ?? 0);
        add(freight, `${departure} ${measure}`, amount);
        value -= amount * (problem.departures.rate[4 * departure + measure] ?? 0);
      }
  }
  limits(problem, freight, fault);
  for (const [stock, units] of drawn) if (units > (problem.stocks.units[stock] ?? 0) * (1 + TOLERANCE)) fault(`stock ${stock}: ${units} units drawn of ${problem.stocks.units[stock]}`);
  for (const [segment, units] of served) if (units > (problem.segments.units[segment] ?? 0) * (1 + TOLERANCE)) fault(`segment ${segment}: ${units} units brought for ${problem.segments.units[segment]}`);
  return { value, ways: count, faults };
}

/** Follows the goods from their stock to the recipient. @returns the hour at which they are there */
function followed(problem: ScanProblem, { commodity, stock, departures, segment }: CheckedWay, fault: (text: string) => void): number {
  const { stocks, departures: runs, places, commodities, segments, recipients } = problem;
  const drawing = problem.draws.stock.some((it, draw) => it === stock && problem.draws.commodity[draw] === commodity);
  if (!drawing) fault(`commodity ${commodity} does not come from stock ${stock}`);
  let place = stocks.place[stock];
  let hour = stocks.available[stock] ?? Infinity;
  let mode: number | undefined;
  for (const run of departures) {
    if (runs.from[run] !== place) fault(`departure ${run} does not leave place ${place}`);
    const change = mode === undefined || mode === runs.mode[run] ? 0 : (places.change[place ?? -1] ?? 0);
    if (hour + change > (runs.departs[run] ?? -Infinity)) fault(`departure ${run} leaves before the goods are there`);
    if (commodities.open[commodities.kind[commodity] ?? -1]?.[run] !== 1) fault(`commodity ${commodity} may not ride on departure ${run}`);
    [place, hour, mode] = [runs.to[run], runs.ready[run] ?? Infinity, runs.mode[run]];
  }
  const recipient = segments.recipient[segment] ?? -1;
  if (recipients.place[recipient] !== place) fault(`segment ${segment} is not at place ${place}`);
  if (segments.item[segment] !== commodities.item[commodity]) fault(`segment ${segment} asks for another item`);
  if (commodities.may[commodity]?.[recipient] !== 1) fault(`recipient ${recipient} may not have commodity ${commodity}`);
  if (hour >= (commodities.expires[commodity] ?? -Infinity)) fault(`commodity ${commodity} comes after it expired`);
  return hour;
}

function worthAt({ segments, lateShare, mostDelay }: ScanProblem, segment: number, hour: number): number {
  const begun = Math.max(0, hour, segments.from[segment] ?? 0);
  const whole = (segments.worth[segment] ?? 0) - (segments.decay[segment] ?? 0) * Math.min(begun, mostDelay);
  return hour >= (segments.until[segment] ?? 0) ? lateShare * whole : whole;
}

function limits({ capacities }: ScanProblem, freight: ReadonlyMap<string, number>, fault: (text: string) => void): void {
  for (const [capacity, most] of capacities.most.entries()) {
    const of = capacities.targets.subarray(capacities.start[capacity], capacities.start[capacity + 1]);
    const amount = of.reduce((sum, target) => sum + (freight.get(`${Math.floor(target / 4)} ${target % 4}`) ?? 0), 0);
    if (amount > most * (1 + TOLERANCE)) fault(`capacity ${capacity}: ${amount} of ${most}`);
  }
}
