// Ways of what remained → ways of the whole problem: numbers back, and before goods that were aboard the way that they had
// come. What was aboard and finds no use is stranded.

import type { Way } from '../scan/decompose.ts';
import type { Remaining } from './remaining.ts';
import type { Aboard, Travelled } from './travelled.ts';

/** Shares of a way below this are rounding. */
const DUST = 1e-9;

export interface NewWays {
  /** To the affected blocks: what had been travelled, and what is planned from here on. */
  readonly ways: readonly Way[];
  /** Goods that are on their way and were recalled, or for which there is no use any more, each with its way so far. */
  readonly stranded: readonly Way[];
}

interface Share {
  readonly way: Way;
  left: number;
}

export function wholeWays(rest: Remaining, local: Iterable<Way>, { done, aboard, lost }: Travelled): NewWays {
  const shares = new Map<Aboard, Share[]>(aboard.map((it) => [it, it.ways.map((way) => ({ way, left: way.units }))]));
  const ways = [...done];
  for (const way of local) {
    const departures = way.departures.map((departure) => rest.departureOf[departure] as number);
    const whole = { commodity: rest.commodityOf[way.commodity] as number, departures, segment: rest.segmentOf[way.segment] as number };
    const from = rest.aboardOf[way.stock] ?? null;
    if (from === null) ways.push({ ...whole, stock: rest.stockOf[way.stock] as number, units: way.units });
    else for (const [so, units] of taken(shares.get(from) ?? [], way.units)) ways.push({ ...whole, stock: so.stock, departures: [...so.departures, ...departures.slice(1)], units });
  }
  const stranded = [...shares.values()].flat().flatMap(({ way, left }) => (left > DUST * way.units ? [{ ...way, units: left }] : []));
  return { ways, stranded: [...lost, ...stranded] };
}

/** First in, first out. */
function taken(shares: Share[], units: number): (readonly [way: Way, units: number])[] {
  const found: (readonly [Way, number])[] = [];
  let open = units;
  while (open > 0) {
    const first = shares[0];
    if (first === undefined) break;
    const some = Math.min(open, first.left);
    found.push([first.way, some]);
    first.left -= some;
    open -= some;
    if (first.left <= 0) shares.shift();
  }
  return found;
}
