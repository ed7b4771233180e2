// All departures and all that they bring, in the order of time, once for every commodity. A place is one pool, or where a
// change of mode takes time one for each mode that leaves it: what comes by another mode is in that pool later.
// Source: Connection Scan, Dibbelt et al. 2013, for the one sorted list.

import type { ScanProblem } from './scan-problem.ts';

export interface Timeline {
  readonly pools: number;
  /** Pools of each place. */
  readonly poolsAt: readonly (readonly number[])[];
  /** The pool from which a departure takes its goods. */
  readonly poolOf: Int32Array;
  /** Entries in order of time; what comes in stands before what leaves at the same hour. */
  readonly hour: Float64Array;
  readonly departure: Int32Array;
  /** The pool that the departure's goods come into; −1: the departure leaves. */
  readonly pool: Int32Array;
}

interface Pool {
  readonly index: number;
  /** Null: of every mode. */
  readonly mode: number | null;
}

export function timeline({ places, departures }: ScanProblem): Timeline {
  const poolsOf = Array.from({ length: places.count }, (): Pool[] => []);
  const poolOf = new Int32Array(departures.count);
  let pools = 0;
  for (let departure = 0; departure < departures.count; departure += 1) {
    const place = departures.from[departure] as number;
    const mode = (places.change[place] as number) > 0 ? (departures.mode[departure] as number) : null;
    const there = poolsOf[place] as Pool[];
    let pool = there.find((it) => it.mode === mode);
    if (pool === undefined) there.push((pool = { index: pools++, mode }));
    poolOf[departure] = pool.index;
  }
  return { pools, poolsAt: poolsOf.map((there) => there.map(({ index }) => index)), poolOf, ...entries(poolsOf, { places, departures }) };
}

function entries(poolsOf: readonly (readonly Pool[])[], { places, departures }: Pick<ScanProblem, 'places' | 'departures'>): Pick<Timeline, 'hour' | 'departure' | 'pool'> {
  const most = departures.count + departures.to.reduce((sum, to) => sum + (poolsOf[to]?.length ?? 0), 0);
  const [hour, departure, pool] = [new Float64Array(most), new Int32Array(most), new Int32Array(most)];
  let count = 0;
  const add = (at: number, of: number, into: number): void => {
    [hour[count], departure[count], pool[count]] = [at, of, into];
    count += 1;
  };
  for (let of = 0; of < departures.count; of += 1) {
    add(departures.departs[of] as number, of, -1);
    const to = departures.to[of] as number;
    for (const { index, mode } of poolsOf[to] ?? []) {
      const change = mode === null || mode === departures.mode[of] ? 0 : (places.change[to] as number);
      add((departures.ready[of] as number) + change, of, index);
    }
  }
  const order = Int32Array.from({ length: count }, (_, index) => index);
  const leaves = (entry: number): number => ((pool[entry] as number) < 0 ? 1 : 0);
  order.sort((a, b) => (hour[a] as number) - (hour[b] as number) || leaves(a) - leaves(b) || a - b);
  return { hour: Float64Array.from(order, (it) => hour[it] as number), departure: Int32Array.from(order, (it) => departure[it] as number), pool: Int32Array.from(order, (it) => pool[it] as number) };
}
