// What an event frees (room on departures, stock that can no longer go where it was to go) is offered to the blocks that it
// does not touch: each that is short takes the best way that still has room. Adds to their ways, changes none of them.

import { waysOf, type Way } from '../scan/decompose.ts';
import { Filler } from '../scan/fill.ts';
import { MEASURES, type ScanProblem } from '../scan/scan-problem.ts';
import { emptyPlan, type Rest } from '../scan/ship.ts';
import { trafficOf } from '../scan/traffic.ts';
import type { Standing } from './standing.ts';

export interface Taken {
  /** Euros that are relieved more, transport paid. */
  readonly value: number;
  ways(): Iterable<Way>;
}

/**
 * @param used of capacities, then of stocks, by the whole plan as it is now; the standing dual was asked for a bound last.
 * @param problem with the events
 */
export function takeWhatIsFree(standing: Standing, problem: ScanProblem, affected: Uint8Array, used: Float64Array, hour: number): Taken {
  const { instance } = standing.dual;
  const closed = behind(problem, hour);
  if (closed === null) return { value: 0, ways: () => [] };
  const filler = new Filler(standing.dual, trafficOf(instance));
  const rest: Rest = { capacity: left(problem.capacities.most, used, 0), stock: left(problem.stocks.units, used, problem.capacities.count), piece: shortPieces(standing, affected) };
  for (const capacity of closed) rest.capacity[capacity] = 0;
  const plan = emptyPlan(instance);
  const value = filler.fill(plan, rest, standing.value);
  return { value, ways: () => waysOf(instance, plan) };
}

const left = (supply: Float64Array, used: Float64Array, first: number): Float64Array => supply.map((amount, index) => Math.max(0, amount - (used[first + index] as number)));

/** Units that are missing, by piece; of affected blocks none. */
function shortPieces({ dual: { instance }, ways, wayStart }: Standing, affected: Uint8Array): Float64Array {
  const short = new Float64Array(instance.pieceUnits.length);
  const pieceOf = new Map<number, number>();
  for (let block = 0; block < instance.blocks; block += 1) {
    if (affected[block] === 1) continue;
    pieceOf.clear();
    for (let piece = instance.pieceStart[block] as number; piece < (instance.pieceStart[block + 1] as number); piece += 1) {
      pieceOf.set(instance.pieceSegment[piece] as number, piece);
      short[piece] = instance.pieceUnits[piece] as number;
    }
    for (let at = wayStart[block] as number; at < (wayStart[block + 1] as number); at += 1) {
      const { segment, units } = ways[at] as Way;
      const piece = pieceOf.get(segment) as number;
      short[piece] = Math.max(0, (short[piece] as number) - units);
    }
  }
  return short;
}

/** Capacities of departures that have left; null where one of these has none of its own, so that nothing would keep goods off it. */
function behind({ capacities, departures }: ScanProblem, hour: number): readonly number[] | null {
  const closed: number[] = [];
  const hasOwn = new Uint8Array(departures.count);
  for (let capacity = 0; capacity < capacities.count; capacity += 1) {
    const first = capacities.start[capacity] as number;
    if ((capacities.start[capacity + 1] as number) - first !== 1) continue;
    const departure = Math.floor((capacities.targets[first] as number) / MEASURES);
    if ((departures.departs[departure] as number) >= hour) continue;
    hasOwn[departure] = 1;
    closed.push(capacity);
  }
  return departures.departs.some((departs, departure) => departs < hour && hasOwn[departure] !== 1) ? null : closed;
}
