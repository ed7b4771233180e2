// The bound of a plan that was made anew in part: no plan relieves more, given what cannot be undone. One hard scan at the
// new prices over the instance of the standing plan, for blocks that are not affected, and one over what remains, for those
// that are. Both share the prices of capacities and stocks, so the sum is the dual of the whole.

import type { Dual } from '../scan/dual.ts';
import type { ScanProblem } from '../scan/scan-problem.ts';
import type { Remaining } from './remaining.ts';
import type { Standing } from './standing.ts';
import type { Travelled } from './travelled.ts';

/** Prices of the whole: those of what remains where it has the capacity or stock, else the standing ones; 0 for what nobody can use any more. */
export function jointPrices(standing: Standing, rest: Remaining, local: Float64Array, gone: ReadonlySet<number>): Float64Array {
  const prices = standing.prices.slice();
  for (const price of gone) prices[price] = 0;
  for (const [here, price] of wholeNumbers(standing.problem, rest)) prices[price] = local[here] as number;
  return prices;
}

export interface Certified {
  readonly standing: Standing;
  /** With the events. */
  readonly problem: ScanProblem;
  readonly affected: Uint8Array;
  readonly travelled: Travelled;
  readonly rest: Remaining;
  readonly dual: Dual;
  /** Goods aboard are reckoned as sent anew: their prices say what that costs, and no supply of theirs counts. */
  readonly anew: boolean;
}

/** Euros, of goods and kept departures alike. @param local prices of what remains; @param prices those that go with them in the whole */
export function jointBound({ standing, problem, affected, travelled, rest, dual, anew }: Certified, local: Float64Array, prices: Float64Array): number {
  const { euros: spent, used } = anew ? travelled.ended : travelled.all;
  let euros = standing.dual.bound(prices) - gains(standing.dual, affected) + dual.bound(local) + spent;
  const { supply } = standing.dual;
  for (let price = 0; price < prices.length; price += 1) euros += (prices[price] as number) * (supplyOf(problem, price) - (used[price] as number) - (supply[price] as number));
  for (const [here] of wholeNumbers(problem, rest)) euros -= (local[here] as number) * (dual.supply[here] as number);
  if (anew) for (const [stock, aboard] of rest.aboardOf.entries()) if (aboard !== null) euros -= (local[rest.problem.capacities.count + stock] as number) * (dual.supply[rest.problem.capacities.count + stock] as number);
  return euros;
}

const supplyOf = ({ capacities, stocks }: ScanProblem, price: number): number => (price < capacities.count ? capacities.most[price] : stocks.units[price - capacities.count]) as number;

/** Pairs of a price of what remains and the same price of the whole. */
function* wholeNumbers({ capacities }: ScanProblem, { problem, capacityOf, stockOf }: Remaining): Iterable<readonly [here: number, price: number]> {
  for (const [here, capacity] of capacityOf.entries()) if (capacity >= 0) yield [here, capacity];
  for (const [here, stock] of stockOf.entries()) if (stock >= 0) yield [problem.capacities.count + here, capacities.count + stock];
}

/** What the blocks add to the bound that was taken last. */
function gains({ instance, labels }: Dual, of: Uint8Array): number {
  const { optionStart, optionSlot, pieceStart, pieceUnits, valueStart, value } = instance;
  let euros = 0;
  for (let block = 0; block < of.length; block += 1) {
    if (of[block] !== 1) continue;
    const [first, end] = [optionStart[block] as number, optionStart[block + 1] as number];
    for (let piece = pieceStart[block] as number; piece < (pieceStart[block + 1] as number); piece += 1) {
      const at = (valueStart[piece] as number) - first;
      let most = 0;
      for (let option = first; option < end; option += 1) most = Math.max(most, (value[at + option] as number) - (labels.slotCost[optionSlot[option] as number] as number));
      euros += (pieceUnits[piece] as number) * most;
    }
  }
  return euros;
}
