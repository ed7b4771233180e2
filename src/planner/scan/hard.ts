// The hard dual: at given prices every unit of need takes its one best way, or none. Whatever the prices are, what it comes
// to is never below the value of the transport problem: this is the certificate of a plan. No temperature has a part in it.
// On large instances compiled/ does the same, sum by sum. The indices in these loops are made by build.ts and lie inside their arrays; hence `as number`.

import type { Part, ScanInstance } from './instance.ts';
import type { Labels, PoolLabels } from './labels.ts';
import { loadOf, MEASURES } from './scan-problem.ts';

const NOWHERE = 1e300;

/** Leaves each slot's least cost in `slotCost`. @returns euros: Σ over the part's pieces of units · (value − cost) of the best way. */
export function hardScan(instance: ScanInstance, labels: Labels, which: number): number {
  const part = instance.parts[which] as Part;
  const { base: least } = labels.pools[which] as PoolLabels;
  for (let k = part.commodities[0]; k < part.commodities[1]; k += 1) cheapest(instance, labels, least, k);
  return gains(instance, labels, part, instance.pieceUnits);
}

function cheapest(instance: ScanInstance, labels: Labels, least: Float64Array, k: number): void {
  const { slotStart, arrivalStart, roundStart, slotEnd, arrivalEnd, slotDeparture, slotPool, arrivalSlot, arrivalPool, problem } = instance;
  const { price, slotCost } = labels;
  const [kg, m3, positions, chargeable] = loadOf(problem.commodities, k);
  const stockPrices = problem.departures.count * MEASURES;
  least.fill(NOWHERE);
  let slot = slotStart[k] as number;
  let arrival = arrivalStart[k] as number;
  for (let round = roundStart[k] as number; round < (roundStart[k + 1] as number); round += 1) {
    for (const end = slotEnd[round] as number; slot < end; slot += 1) {
      const departure = slotDeparture[slot] as number;
      if (departure < 0) {
        slotCost[slot] = price[stockPrices - 1 - departure] as number;
        continue;
      }
      const at = departure * MEASURES;
      slotCost[slot] = (least[slotPool[slot] as number] as number) + ((price[at] as number) * kg + (price[at + 2] as number) * positions + ((price[at + 1] as number) * m3 + (price[at + 3] as number) * chargeable));
    }
    for (const end = arrivalEnd[round] as number; arrival < end; arrival += 1) {
      const pool = arrivalPool[arrival] as number;
      const cost = slotCost[arrivalSlot[arrival] as number] as number;
      if (cost < (least[pool] as number)) least[pool] = cost;
    }
  }
}

/** The same of a part's blocks alone, at the costs that the last scan left. @param units by piece */
export function gains({ optionStart, optionSlot, pieceStart, pieceBest, valueStart, value }: ScanInstance, { slotCost }: Labels, { blocks: [from, to] }: Pick<Part, 'blocks'>, units: Float64Array): number {
  let euros = 0;
  for (let block = from; block < to; block += 1) {
    const first = optionStart[block] as number;
    const end = optionStart[block + 1] as number;
    let least = NOWHERE;
    for (let option = first; option < end; option += 1) {
      const cost = slotCost[optionSlot[option] as number] as number;
      if (cost < least) least = cost;
    }
    for (let piece = pieceStart[block] as number; piece < (pieceStart[block + 1] as number); piece += 1) {
      if ((pieceBest[piece] as number) <= least) continue;
      const at = (valueStart[piece] as number) - first;
      let most = 0;
      for (let option = first; option < end; option += 1) {
        const gain = (value[at + option] as number) - (slotCost[optionSlot[option] as number] as number);
        if (gain > most) most = gain;
      }
      euros += (units[piece] as number) * most;
    }
  }
  return euros;
}
