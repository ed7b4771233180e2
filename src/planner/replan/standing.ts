// The plan that stands when something happens: its ways in order of block, what they use, its prices and its bound. Made once
// when a plan is approved, so that an event finds everything at hand. Takes memory in proportion to the ways.

import type { Way } from '../scan/decompose.ts';
import type { Dual } from '../scan/dual.ts';
import type { ScanInstance } from '../scan/instance.ts';
import { MEASURES, unitCost, unitValue, type ScanProblem } from '../scan/scan-problem.ts';

export interface Standing {
  readonly problem: ScanProblem;
  /** Over an instance of the problem. */
  readonly dual: Dual;
  readonly prices: Float64Array;
  readonly bound: number;
  readonly ways: readonly Way[];
  /** The ways to block b are ways[wayStart[b]] … ways[wayStart[b + 1] − 1]. */
  readonly wayStart: Int32Array;
  /** By segment: its block; −1: no way can serve it. */
  readonly blockOf: Int32Array;
  /** What the ways use: of each capacity, then of each stock. */
  readonly usage: Float64Array;
  /** Euros that the ways relieve, transport paid. */
  readonly value: number;
  readonly limits: Limits;
}

/** By departure: the capacities that limit it, with the measure. */
export interface Limits {
  readonly start: Int32Array;
  readonly capacity: Int32Array;
  readonly measure: Uint8Array;
}

/** Ways that bring less than this part of their segment are let go: they are many, and would each be goods of their own once aboard. */
const CRUMB = 1e-4;

/** @param ways in any order. @param bound of the prices. */
export function standing(dual: Dual, answer: { readonly prices: Float64Array; readonly bound: number }, ways: Iterable<Way>): Standing {
  const { instance } = dual;
  const { problem } = instance;
  const blockOf = blocksOfSegments(instance);
  const whole = (way: Way): boolean => way.units >= CRUMB * (problem.segments.units[way.segment] as number);
  const { sorted, wayStart } = byBlock(kept(ways, whole), blockOf, instance.blocks);
  const limits = limitsOf(problem);
  const usage = new Float64Array(instance.prices);
  let value = 0;
  for (const way of sorted) {
    value += wayValue(problem, way);
    use(problem, limits, way, usage);
    const stock = problem.capacities.count + way.stock;
    usage[stock] = (usage[stock] as number) + way.units;
  }
  return { problem, dual, prices: answer.prices, bound: answer.bound, ways: sorted, wayStart, blockOf, usage, value, limits };
}

/** Adds what the way takes of capacities. */
export function use(problem: ScanProblem, limits: Limits, way: Way, into: Float64Array): void {
  const load = way.commodity * MEASURES;
  for (const departure of way.departures)
    for (let at = limits.start[departure] as number; at < (limits.start[departure + 1] as number); at += 1) {
      const capacity = limits.capacity[at] as number;
      into[capacity] = (into[capacity] as number) + way.units * (problem.commodities.load[load + (limits.measure[at] as number)] as number);
    }
  }

/** Euros that the way relieves, transport paid. */
export function wayValue(problem: ScanProblem, way: Way): number {
  return unitValue(problem, way.segment, readyOf(problem, way)) * way.units - freight(problem, way);
}

/** Euros. */
export function freight(problem: ScanProblem, way: Way): number {
  let euros = 0;
  for (const departure of way.departures) euros += unitCost(problem, way.commodity, departure);
  return euros * way.units;
}

/** Hour at which its goods can be handed over. */
export function readyOf({ departures, stocks }: ScanProblem, way: Way): number {
  const last = way.departures.at(-1);
  return (last === undefined ? stocks.available[way.stock] : departures.ready[last]) as number;
}

function blocksOfSegments({ blocks, pieceStart, pieceSegment, problem }: ScanInstance): Int32Array {
  const blockOf = new Int32Array(problem.segments.count).fill(-1);
  for (let block = 0; block < blocks; block += 1)
    for (let piece = pieceStart[block] as number; piece < (pieceStart[block + 1] as number); piece += 1) blockOf[pieceSegment[piece] as number] = block;
  return blockOf;
}

function kept(ways: Iterable<Way>, which: (way: Way) => boolean): Way[] {
  const found: Way[] = [];
  for (const way of ways) if (which(way)) found.push(way);
  return found;
}

function byBlock(ways: readonly Way[], blockOf: Int32Array, blocks: number): { readonly sorted: Way[]; readonly wayStart: Int32Array } {
  const wayStart = new Int32Array(blocks + 1);
  const blockOfWay = (way: Way): number => blockOf[way.segment] as number;
  for (const way of ways) wayStart[blockOfWay(way) + 1] = (wayStart[blockOfWay(way) + 1] as number) + 1;
  for (let block = 0; block < blocks; block += 1) wayStart[block + 1] = (wayStart[block + 1] as number) + (wayStart[block] as number);
  const next = wayStart.slice();
  const sorted = ways.slice();
  for (const way of ways) {
    const block = blockOfWay(way);
    sorted[next[block] as number] = way;
    next[block] = (next[block] as number) + 1;
  }
  return { sorted, wayStart };
}

export function limitsOf({ departures, capacities }: ScanProblem): Limits {
  const start = new Int32Array(departures.count + 1);
  for (const target of capacities.targets) start[Math.floor(target / MEASURES) + 1] = (start[Math.floor(target / MEASURES) + 1] as number) + 1;
  for (let departure = 0; departure < departures.count; departure += 1) start[departure + 1] = (start[departure + 1] as number) + (start[departure] as number);
  const next = start.slice();
  const [capacity, measure] = [new Int32Array(capacities.targets.length), new Uint8Array(capacities.targets.length)];
  for (let which = 0; which < capacities.count; which += 1)
    for (let at = capacities.start[which] as number; at < (capacities.start[which + 1] as number); at += 1) {
      const target = capacities.targets[at] as number;
      const departure = Math.floor(target / MEASURES);
      const place = next[departure] as number;
      [capacity[place], measure[place], next[departure]] = [which, target % MEASURES, place + 1];
    }
  return { start, capacity, measure };
}
