// What a smoothed scan leaves behind, in arrays over the instance: labels on the way out, flows on the way back. One set is
// reused by every scan; threads write to disjoint ranges of it.
//
// The label of a slot stands for all ways in which its goods can have come: their least cost is about
// `slotBase − temperature · heat · log(slotSum)`, but the logarithm is never taken.

import { memoryOf, type Memory } from './memory.ts';
import { MEASURES } from './scan-problem.ts';
import { evenly, type Part, type ScanInstance } from './instance.ts';

export interface Labels {
  /** By item, as the problem has it. */
  readonly heat: Float64Array;
  /** Price of a departure's measure: its rate, and the prices of the capacities that limit it. Departure × measure, euros. */
  readonly price: Float64Array;
  /** By slot: Σ over ways of exp((slotBase − cost) ÷ heat), and the cost that it is relative to, euros a unit. */
  readonly slotSum: Float64Array;
  readonly slotBase: Float64Array;
  /** By slot, units. */
  readonly slotFlow: Float64Array;
  /** By arrival: its weight in the pool when it came, and what the weights before it were multiplied with then. */
  readonly arrivalWeight: Float64Array;
  readonly arrivalKeeps: Float64Array;
  /** By option: its weight relative to the cheapest of the block; and units handed over. */
  readonly optionWeight: Float64Array;
  readonly optionFlow: Float64Array;
  /** exp((value − pieceBest) ÷ heat) at the temperature that `temper` was last told, laid out by the instance's `temperedStart`; 0 in places without a piece. */
  readonly tempered: Float64Array;
  /** For each part: what its goods take. Departure × measure, then a unit for each stock. */
  readonly usage: readonly Float64Array[];
  /** By slot: least cost at the prices, of the hard scan, euros a unit. */
  readonly slotCost: Float64Array;
  /** For each part what it keeps of the pools while it scans a commodity. */
  readonly pools: readonly PoolLabels[];
  /** For each part its share of a bound. */
  readonly worth: Float64Array;
}

export interface PoolLabels {
  /** By pool: the weights that have come, and the cost that they are relative to. */
  readonly sum: Float64Array;
  readonly base: Float64Array;
  /** By piece of the block at hand: units handed over for each unit of weight. */
  readonly perWeight: Float64Array;
  /** Pieces of the last scan whose weights were too small for a double. */
  readonly lost: Int32Array;
}

/** In the memory of the instance. */
export function emptyLabels(instance: ScanInstance): Labels {
  const memory = memoryOf(instance);
  const slots = instance.slotDeparture.length;
  const arrivals = instance.arrivalSlot.length;
  const options = instance.optionSlot.length;
  const { departures, stocks } = instance.problem;
  const heat = memory.floats(instance.problem.items.count);
  heat.set(instance.problem.items.heat);
  return {
    heat, price: memory.floats(departures.count * MEASURES + stocks.count),
    slotSum: memory.floats(slots), slotBase: memory.floats(slots), slotFlow: memory.floats(slots), slotCost: memory.floats(slots),
    arrivalWeight: memory.floats(arrivals), arrivalKeeps: memory.floats(arrivals),
    optionWeight: memory.floats(options), optionFlow: memory.floats(options),
    tempered: memory.floats(instance.temperedStart[instance.blocks] as number),
    usage: instance.parts.map(() => memory.floats(departures.count * MEASURES + stocks.count)),
    pools: instance.parts.map((part) => ({ sum: memory.floats(instance.line.pools), base: memory.floats(instance.line.pools), ...roomForPieces(instance, part, memory) })),
    worth: memory.floats(instance.parts.length),
  };
}

function roomForPieces({ pieceStart }: ScanInstance, { blocks: [from, to] }: Part, memory: Memory): Pick<PoolLabels, 'perWeight' | 'lost'> {
  let most = 0;
  for (let block = from; block < to; block += 1) most = Math.max(most, (pieceStart[block + 1] as number) - (pieceStart[block] as number));
  return { perWeight: memory.floats(evenly(most)), lost: memory.whole((pieceStart[to] as number) - (pieceStart[from] as number)) };
}
