// Goes over an equal cover from the problem alone. Shares no code with the finder: it follows each way itself (check-scan),
// adds up what arrives in time, and reckons every cut anew from its prices, by the cheapest way to each window over the
// departures in order of time.
//
// What is confirmed. (1) The ways can be carried out, and bring each group at least `level − delta` of its need in time.
// (2) For each group below what can reach it at all there is a cut: Σ weight · share ≤ limit for every plan, in which it has
// a weight, which the levels use up, and in which nobody stands above it. So with the others of the cut at their levels it can
// have no more than its own: to rise it must lower one at or below it. A plan whose groups are at most delta below such levels
// is delta-equal; with delta 0 the levels are the lexicographic max-min.

import { checkScan, type CheckedWay } from '../scan/check-scan.ts';
import type { ScanProblem } from '../scan/scan-problem.ts';

export interface EqualClaim {
  /** By recipient · items + item, as shares of all units that the segments of the two ask for. NaN: they ask for nothing. */
  readonly levels: Float64Array;
  readonly ways: Iterable<CheckedWay>;
  /** Prices of capacities, then stocks, of each cut. */
  readonly cuts: readonly (readonly (readonly [index: number, price: number])[])[];
}
export interface EqualCheck {
  /** The furthest that a group is below its level. */
  readonly delta: number;
  /** What does not hold, in words; empty: all holds. */
  readonly faults: readonly string[];
}

/** Shares are held to this. */
const TOLERANCE = 2e-6;
const MOST_FAULTS = 20;

interface Pair {
  readonly key: number;
  readonly need: number;
  /** The latest first. */
  readonly windows: readonly { readonly until: number; readonly units: number }[];
}
type Priced = readonly (readonly [index: number, price: number])[];
/** By commodity: goods that come to a place at an hour, and what they have cost. */
type Arrivals = readonly (readonly { readonly place: number; readonly hour: number; readonly cost: number }[])[];

export function checkEqual(problem: ScanProblem, { levels, ways, cuts }: EqualClaim): EqualCheck {
  const all = [...ways];
  const faults = [...checkScan(problem, all).faults];
  const pairs = pairsOf(problem);
  const got = inTime(problem, all);
  const level = ({ key }: Pair): number => levels[key] ?? Number.NaN;
  const delta = pairs.reduce((furthest, pair) => Math.max(furthest, level(pair) - (got.get(pair.key) ?? 0) / pair.need), 0);
  const free = cheapest(problem, []);
  const stopped = new Set(pairs.filter((pair) => level(pair) >= reach(pair, lineOf(problem, free, pair)) - TOLERANCE).map(({ key }) => key));
  for (const prices of cuts) for (const key of stoppedBy(problem, pairs, prices, level)) stopped.add(key);
  for (const pair of pairs) {
    if (stopped.has(pair.key) || faults.length >= MOST_FAULTS) continue;
    faults.push(`recipient ${Math.floor(pair.key / problem.items.count)}, item ${pair.key % problem.items.count}: nothing shows that it cannot have more than ${level(pair)}`);
  }
  return { delta, faults };
}

function pairsOf({ segments, items }: ScanProblem): Pair[] {
  const found = new Map<number, Map<number, number>>();
  for (let segment = 0; segment < segments.count; segment += 1) {
    const key = (segments.recipient[segment] ?? -1) * items.count + (segments.item[segment] ?? -1);
    const windows = found.get(key) ?? new Map<number, number>();
    const until = segments.until[segment] ?? 0;
    windows.set(until, (windows.get(until) ?? 0) + (segments.units[segment] ?? 0));
    found.set(key, windows);
  }
  return [...found].map(([key, windows]) => ({
    key,
    need: [...windows.values()].reduce((sum, units) => sum + units, 0),
    windows: [...windows].map(([until, units]) => ({ until, units })).sort((a, b) => b.until - a.until),
  }));
}

/** Units that are there before their window ends, by pair. */
function inTime({ segments, items, departures, stocks }: ScanProblem, ways: readonly CheckedWay[]): ReadonlyMap<number, number> {
  const got = new Map<number, number>();
  for (const { segment, units, departures: ridden, stock } of ways) {
    const last = ridden.at(-1);
    const hour = (last === undefined ? stocks.available[stock] : departures.ready[last]) ?? Infinity;
    if (hour >= (segments.until[segment] ?? 0)) continue;
    const key = (segments.recipient[segment] ?? -1) * items.count + (segments.item[segment] ?? -1);
    got.set(key, (got.get(key) ?? 0) + units);
  }
  return got;
}

/** Goods of each commodity carried along the departures in order of time, each by the cheapest that can board. */
function cheapest(problem: ScanProblem, prices: Priced): Arrivals {
  const { stocks, draws, departures, commodities, capacities, places } = problem;
  const perUnit = new Map<number, number>();
  const ofStock = new Map<number, number>();
  for (const [index, price] of prices) {
    if (index >= capacities.count) ofStock.set(index - capacities.count, price);
    else for (const target of capacities.targets.subarray(capacities.start[index], capacities.start[index + 1])) perUnit.set(target, (perUnit.get(target) ?? 0) + price);
  }
  const order = [...departures.departs.keys()].sort((a, b) => (departures.departs[a] ?? 0) - (departures.departs[b] ?? 0));
  return Array.from({ length: commodities.count }, (_, k) => {
    const waiting = new Map<number, { hour: number; mode: number | null; cost: number }[]>();
    const arrivals: { place: number; hour: number; cost: number }[] = [];
    const come = (place: number, hour: number, mode: number | null, cost: number): void => {
      arrivals.push({ place, hour, cost });
      waiting.set(place, [...(waiting.get(place) ?? []).filter((it) => it.hour < hour || it.mode !== mode || it.cost < cost), { hour, mode, cost }]);
    };
    for (const [draw, stock] of draws.stock.entries()) if (draws.commodity[draw] === k) come(stocks.place[stock] ?? -1, stocks.available[stock] ?? Infinity, null, ofStock.get(stock) ?? 0);
    for (const run of order) {
      if (commodities.open[commodities.kind[k] ?? -1]?.[run] !== 1) continue;
      const from = departures.from[run] ?? -1;
      const boards = (waiting.get(from) ?? []).filter(({ hour, mode }) => hour + (mode === null || mode === departures.mode[run] ? 0 : (places.change[from] ?? 0)) <= (departures.departs[run] ?? 0));
      if (boards.length === 0) continue;
      const freight = [0, 1, 2, 3].reduce((sum, measure) => sum + (perUnit.get(4 * run + measure) ?? 0) * (commodities.load[4 * k + measure] ?? 0), 0);
      come(departures.to[run] ?? -1, departures.ready[run] ?? Infinity, departures.mode[run] ?? null, Math.min(...boards.map(({ cost }) => cost)) + freight);
    }
    return arrivals;
  });
}

/** What a unit costs in each window, the cheapest that comes in time and may be handed over. */
function lineOf({ commodities, recipients, items }: ScanProblem, arrivals: Arrivals, { key, windows }: Pair): { units: number; cost: number }[] {
  const [recipient, item] = [Math.floor(key / items.count), key % items.count];
  const offers = arrivals.flatMap((list, k) => (commodities.item[k] === item && commodities.may[k]?.[recipient] === 1 ? list.filter(({ place, hour }) => place === recipients.place[recipient] && hour < (commodities.expires[k] ?? 0)) : []));
  return windows.map(({ until, units }) => ({ units, cost: offers.reduce((least, { hour, cost }) => (hour < until ? Math.min(least, cost) : least), Infinity) }));
}

const reach = ({ need }: Pair, line: ReturnType<typeof lineOf>): number => line.reduce((sum, { units, cost }) => sum + (cost < Infinity ? units : 0), 0) / need;

/** Pairs that cannot have more than their level while the others of the cut keep theirs, none of which is higher. */
function stoppedBy(problem: ScanProblem, pairs: readonly Pair[], prices: Priced, level: (pair: Pair) => number): number[] {
  if (prices.some(([, price]) => !(price >= 0))) return [];
  const { capacities, stocks } = problem;
  const pays = prices.reduce((sum, [index, price]) => sum + price * ((index < capacities.count ? capacities.most[index] : stocks.units[index - capacities.count]) ?? 0), 0);
  const arrivals = cheapest(problem, prices);
  const members = pairs.map((pair) => ({ pair, ...paid(lineOf(problem, arrivals, pair), level(pair) * pair.need, TOLERANCE * pair.need) }));
  const left = pays - members.reduce((sum, { cost }) => sum + cost, 0);
  const highest = members.reduce((top, { pair, last }) => (last > 0 ? Math.max(top, level(pair)) : top), 0);
  return members.filter(({ pair, next }) => next > 0 && level(pair) >= highest - TOLERANCE && left <= next * pair.need * TOLERANCE).map(({ pair }) => pair.key);
}

/** What so many units cost, the latest windows first; what the last of them costs, and what one more would. */
function paid(line: ReturnType<typeof lineOf>, units: number, dust: number): { cost: number; last: number; next: number } {
  let [left, cost, last] = [units, 0, 0];
  for (const window of line) {
    const some = Math.min(left, window.units);
    if (some > dust) {
      cost += some * window.cost;
      last = window.cost;
    }
    left -= some;
    // A level at the end of a window rises into the next one.
    if (left <= dust && window.units - some > dust) return { cost, last, next: window.cost };
  }
  return { cost, last, next: Infinity };
}
