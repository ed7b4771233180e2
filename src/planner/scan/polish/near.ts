// What of a problem the restricted program keeps: what is nearly as good as the best at the prices, and the capacities that
// have a price or are nearly full.

import type { Dual } from '../dual.ts';
import { MEASURES } from '../scan-problem.ts';
import type { ScanPlan } from '../ship.ts';
import type { Traffic } from '../traffic.ts';
import { reducedCosts } from './reduced.ts';
import type { Kept } from './restricted.ts';

export const nothingKept = ({ slotDeparture, arrivalSlot, value, prices, problem: { capacities } }: Dual['instance']): Kept => ({
  slot: new Uint8Array(slotDeparture.length),
  arrival: new Uint8Array(arrivalSlot.length),
  value: new Uint8Array(value.length),
  price: new Uint8Array(prices).fill(1, capacities.count),
});

/** Keeps what is at most so much worse than the best. Leaves the labels of a hard scan at the prices. @param within euros a kg */
export function keepNear(dual: Dual, prices: Float64Array, within: number, kept: Kept): void {
  const { slotStart, arrivalStart, optionStart, pieceStart, valueStart, blocks, blockItem, problem: { items, commodities } } = dual.instance;
  const { reduced } = reducedCosts(dual, prices);
  const mark = (into: Uint8Array, of: Float64Array, from: number, to: number, most: number): void => {
    for (let at = from; at < to; at += 1) if ((of[at] as number) <= most) into[at] = 1;
  };
  for (let k = 0; k < commodities.count; k += 1) {
    const most = within * (items.heat[commodities.item[k] as number] as number);
    mark(kept.slot, reduced.slot, slotStart[k] as number, slotStart[k + 1] as number, most);
    mark(kept.arrival, reduced.arrival, arrivalStart[k] as number, arrivalStart[k + 1] as number, most);
  }
  for (let block = 0; block < blocks; block += 1) {
    if (optionStart[block] === optionStart[block + 1]) continue;
    mark(kept.value, reduced.value, valueStart[pieceStart[block] as number] as number, valueStart[pieceStart[block + 1] as number] as number, within * (items.heat[blockItem[block] as number] as number));
  }
}

/** Keeps capacities that have a price, or of which a plan takes at least a part. */
export function keepFull(dual: Dual, prices: Float64Array, load: Float64Array, part: number, kept: Kept): void {
  for (let capacity = 0; capacity < load.length; capacity += 1) if ((prices[capacity] as number) > 0 || (load[capacity] as number) > part * (dual.supply[capacity] as number)) kept.price[capacity] = 1;
}

/** What goods take of each capacity. @param shipped units by slot */
export function loadOfPlan({ instance }: Dual, { limitStart, limits, limitMeasure }: Traffic, shipped: ScanPlan['shipped']): Float64Array {
  const { slotDeparture, slotCommodity, problem: { capacities, commodities } } = instance;
  const load = new Float64Array(capacities.count);
  for (let slot = 0; slot < shipped.length; slot += 1) {
    const departure = slotDeparture[slot] as number;
    if (departure < 0 || !((shipped[slot] as number) > 0)) continue;
    const k = (slotCommodity[slot] as number) * MEASURES;
    for (let at = limitStart[departure] as number; at < (limitStart[departure + 1] as number); at += 1) load[limits[at] as number] = (load[limits[at] as number] as number) + (shipped[slot] as number) * (commodities.load[k + (limitMeasure[at] as number)] as number);
  }
  return load;
}
