// Reduced costs at given prices: how much worse than the best a way is that uses a slot, an arrival or a value. What is far
// from 0 has no part in any optimal plan near these prices. Hard labels forward, the least excess backward.

import type { Dual } from '../dual.ts';

const NOWHERE = 1e300;

/** Euros a unit; 0: on a best way. */
export interface Reduced {
  readonly slot: Float64Array;
  readonly arrival: Float64Array;
  readonly value: Float64Array;
}

/** @returns the bound at the prices, too. */
export function reducedCosts(dual: Dual, prices: Float64Array): { readonly bound: number; readonly reduced: Reduced } {
  const { instance } = dual;
  const bound = dual.bound(prices);
  const slot = new Float64Array(instance.slotDeparture.length).fill(NOWHERE);
  const reduced = { slot, arrival: new Float64Array(instance.arrivalSlot.length), value: new Float64Array(instance.value.length) };
  ofValues(dual, reduced);
  const before = new Float64Array(slot.length);
  for (let k = 0; k < instance.problem.commodities.count; k += 1) {
    boarded(dual, k, before);
    ofRides(dual, k, before, reduced);
  }
  return { bound, reduced };
}

/** Of each value, against the best way to serve its piece or none; of each slot, the least of its values. */
function ofValues({ instance, labels: { slotCost } }: Dual, { slot, value: excess }: Reduced): void {
  const { blocks, optionStart, optionSlot, pieceStart, valueStart, value } = instance;
  for (let block = 0; block < blocks; block += 1) {
    const [first, end] = [optionStart[block] as number, optionStart[block + 1] as number];
    for (let piece = pieceStart[block] as number; piece < (pieceStart[block + 1] as number); piece += 1) {
      const at = (valueStart[piece] as number) - first;
      let most = 0;
      for (let option = first; option < end; option += 1) most = Math.max(most, (value[at + option] as number) - (slotCost[optionSlot[option] as number] as number));
      for (let option = first; option < end; option += 1) {
        const from = optionSlot[option] as number;
        const worse = most - (value[at + option] as number) + (slotCost[from] as number);
        excess[at + option] = worse;
        if (worse < (slot[from] as number)) slot[from] = worse;
      }
    }
  }
}

/** What goods cost in the pool that each slot takes them from, when it does. */
function boarded({ instance, labels: { slotCost } }: Dual, k: number, before: Float64Array): void {
  const { slotStart, arrivalStart, roundStart, slotEnd, arrivalEnd, slotDeparture, slotPool, arrivalSlot, arrivalPool, line } = instance;
  const least = new Float64Array(line.pools).fill(NOWHERE);
  let slot = slotStart[k] as number;
  let arrival = arrivalStart[k] as number;
  for (let round = roundStart[k] as number; round < (roundStart[k + 1] as number); round += 1) {
    for (; slot < (slotEnd[round] as number); slot += 1) before[slot] = (slotDeparture[slot] as number) < 0 ? 0 : (least[slotPool[slot] as number] as number);
    for (; arrival < (arrivalEnd[round] as number); arrival += 1) least[arrivalPool[arrival] as number] = Math.min(least[arrivalPool[arrival] as number] as number, slotCost[arrivalSlot[arrival] as number] as number);
  }
}

function ofRides({ instance, labels: { slotCost } }: Dual, k: number, before: Float64Array, { slot: ofSlot, arrival: ofArrival }: Reduced): void {
  const { slotStart, arrivalStart, roundStart, slotEnd, arrivalEnd, slotDeparture, slotPool, arrivalSlot, arrivalPool, line } = instance;
  /** By pool: least excess of a later ride, less what goods cost that board it. */
  const onward = new Float64Array(line.pools).fill(NOWHERE);
  const [firstRound, lastRound] = [roundStart[k] as number, (roundStart[k + 1] as number) - 1];
  let slot = (slotStart[k + 1] as number) - 1;
  let arrival = (arrivalStart[k + 1] as number) - 1;
  for (let round = lastRound; round >= firstRound; round -= 1) {
    const firstArrival = round > firstRound ? (arrivalEnd[round - 1] as number) : (arrivalStart[k] as number);
    const firstSlot = round > firstRound ? (slotEnd[round - 1] as number) : (slotStart[k] as number);
    for (; arrival >= firstArrival; arrival -= 1) {
      const from = arrivalSlot[arrival] as number;
      const worse = (onward[arrivalPool[arrival] as number] as number) + (slotCost[from] as number);
      ofArrival[arrival] = worse;
      if (worse < (ofSlot[from] as number)) ofSlot[from] = worse;
    }
    for (; slot >= firstSlot; slot -= 1) {
      if ((slotDeparture[slot] as number) < 0) continue;
      const pool = slotPool[slot] as number;
      onward[pool] = Math.min(onward[pool] as number, (ofSlot[slot] as number) - (before[slot] as number));
    }
  }
}
