// From a solution that holds its rows nearly, and capacities that it does not know of not at all, to a plan that can be
// carried out: what is too much for a departure, a stock or a piece of need is cut in proportion, then each commodity is
// followed forward in time and takes what is there; and backward, so that nothing is carried which nobody takes. Not here: what is left over (fill.ts).

import type { Dual } from '../dual.ts';
import { emptyPlan, type Rest, type ScanPlan } from '../ship.ts';
import type { Traffic } from '../traffic.ts';
import { loadOfPlan } from './near.ts';

/** Units by arrival and by value, as a solution has them. */
export type Wanted = Pick<ScanPlan, 'forwarded' | 'delivered'>;

export interface Repaired {
  readonly plan: ScanPlan;
  readonly rest: Rest;
  /** Before it was cut: the solution as flows, and what it takes of each capacity. */
  readonly wanted: ScanPlan;
  readonly asked: Float64Array;
}

export function repaired(dual: Dual, traffic: Traffic, { forwarded, delivered }: Wanted): Repaired {
  const { instance, supply } = dual;
  const { capacities, stocks } = instance.problem;
  const plan = emptyPlan(instance);
  plan.delivered.set(delivered);
  plan.forwarded.set(forwarded);
  cutToPieces(instance, plan.delivered);
  const wanted = outOf(instance, plan);
  const asked = loadOfPlan(dual, traffic, wanted);
  const fits = fitting(dual, traffic, asked, wanted);
  for (let k = 0; k < instance.problem.commodities.count; k += 1) follow(instance, k, wanted, fits, plan);
  handOver(instance, wanted, plan);
  const handed = handedBySlot(instance, plan.delivered);
  for (let k = 0; k < instance.problem.commodities.count; k += 1) trim(instance, k, handed, plan);
  const rest: Rest = { capacity: supply.slice(0, capacities.count), stock: supply.slice(capacities.count, capacities.count + stocks.count), piece: instance.pieceUnits.slice() };
  const load = loadOfPlan(dual, traffic, plan.shipped);
  for (let capacity = 0; capacity < load.length; capacity += 1) rest.capacity[capacity] = Math.max(0, (rest.capacity[capacity] as number) - (load[capacity] as number));
  for (let slot = 0; slot < wanted.length; slot += 1) {
    const stock = -1 - (instance.slotDeparture[slot] as number);
    if (stock >= 0) rest.stock[stock] = Math.max(0, (rest.stock[stock] as number) - (plan.shipped[slot] as number));
  }
  eachPiece(instance, (piece, from, to) => {
    for (let at = from; at < to; at += 1) rest.piece[piece] = Math.max(0, (rest.piece[piece] as number) - (plan.delivered[at] as number));
  });
  return { plan, rest, wanted: { shipped: wanted, forwarded, delivered }, asked };
}

type Instance = Dual['instance'];

function eachPiece({ blocks, optionStart, pieceStart, valueStart }: Instance, of: (piece: number, from: number, to: number, firstOption: number) => void): void {
  for (let block = 0; block < blocks; block += 1) {
    const first = optionStart[block] as number;
    const options = (optionStart[block + 1] as number) - first;
    if (options > 0) for (let piece = pieceStart[block] as number; piece < (pieceStart[block + 1] as number); piece += 1) of(piece, valueStart[piece] as number, (valueStart[piece] as number) + options, first);
  }
}

function cutToPieces(instance: Instance, delivered: Float64Array): void {
  eachPiece(instance, (piece, from, to) => {
    let units = 0;
    for (let at = from; at < to; at += 1) units += delivered[at] as number;
    const most = instance.pieceUnits[piece] as number;
    if (units > most) for (let at = from; at < to; at += 1) delivered[at] = (delivered[at] as number) * (most / units);
  });
}

/** By slot: what goes on, and what is handed over. */
function outOf(instance: Instance, { forwarded, delivered }: ScanPlan): Float64Array {
  const wanted = handedBySlot(instance, delivered);
  for (let arrival = 0; arrival < forwarded.length; arrival += 1) wanted[instance.arrivalSlot[arrival] as number] = (wanted[instance.arrivalSlot[arrival] as number] as number) + (forwarded[arrival] as number);
  return wanted;
}

function handedBySlot(instance: Instance, delivered: Float64Array): Float64Array {
  const handed = new Float64Array(instance.slotDeparture.length);
  eachPiece(instance, (_, from, to, first) => {
    for (let at = from; at < to; at += 1) {
      const slot = instance.optionSlot[first + at - from] as number;
      handed[slot] = (handed[slot] as number) + (delivered[at] as number);
    }
  });
  return handed;
}

/** By slot: the part of what is wanted of its departure, or its stock, that there is. */
function fitting({ instance, supply }: Dual, { limitStart, limits }: Traffic, asked: Float64Array, wanted: Float64Array): Float64Array {
  const { slotDeparture, problem: { capacities, departures, stocks } } = instance;
  const part = (most: number, of: number): number => (of > most ? most / of : 1);
  const drawn = new Float64Array(stocks.count);
  for (let slot = 0; slot < wanted.length; slot += 1) {
    const stock = -1 - (slotDeparture[slot] as number);
    if (stock >= 0) drawn[stock] = (drawn[stock] as number) + (wanted[slot] as number);
  }
  const ofDeparture = new Float64Array(departures.count).fill(1);
  for (let departure = 0; departure < departures.count; departure += 1)
    for (let at = limitStart[departure] as number; at < (limitStart[departure + 1] as number); at += 1)
      ofDeparture[departure] = Math.min(ofDeparture[departure] as number, part(supply[limits[at] as number] as number, asked[limits[at] as number] as number));
  return wanted.map((_, slot) => {
    const departure = slotDeparture[slot] as number;
    return departure >= 0 ? (ofDeparture[departure] as number) : part(supply[capacities.count - 1 - departure] as number, drawn[-1 - departure] as number);
  });
}

/** Forward in time: a slot takes what it wants of its pool, or what is there. */
function follow({ slotStart, arrivalStart, roundStart, slotEnd, arrivalEnd, slotDeparture, slotPool, arrivalSlot, arrivalPool, line }: Instance, k: number, wanted: Float64Array, fits: Float64Array, { shipped, forwarded }: ScanPlan): void {
  const there = new Float64Array(line.pools);
  let slot = slotStart[k] as number;
  let arrival = arrivalStart[k] as number;
  for (let round = roundStart[k] as number; round < (roundStart[k + 1] as number); round += 1) {
    for (; slot < (slotEnd[round] as number); slot += 1) {
      const most = (wanted[slot] as number) * (fits[slot] as number);
      const pool = slotPool[slot] as number;
      const taken = (slotDeparture[slot] as number) < 0 ? most : Math.min(most, there[pool] as number);
      shipped[slot] = taken;
      if ((slotDeparture[slot] as number) >= 0) there[pool] = Math.max(0, (there[pool] as number) - taken);
    }
    for (; arrival < (arrivalEnd[round] as number); arrival += 1) {
      const from = arrivalSlot[arrival] as number;
      if ((wanted[from] as number) <= 0) continue;
      forwarded[arrival] = (forwarded[arrival] as number) * ((shipped[from] as number) / (wanted[from] as number));
      there[arrivalPool[arrival] as number] = (there[arrivalPool[arrival] as number] as number) + (forwarded[arrival] as number);
    }
  }
}

/** Backward in time: of what comes in, a pool keeps what later rides take and the latest can bring. @param out by slot, what is handed over; what goes on is added */
function trim({ slotStart, arrivalStart, roundStart, slotEnd, arrivalEnd, slotDeparture, slotPool, arrivalSlot, arrivalPool, line }: Instance, k: number, out: Float64Array, { shipped, forwarded }: ScanPlan): void {
  const asked = new Float64Array(line.pools);
  const first = roundStart[k] as number;
  let slot = (slotStart[k + 1] as number) - 1;
  let arrival = (arrivalStart[k + 1] as number) - 1;
  for (let round = (roundStart[k + 1] as number) - 1; round >= first; round -= 1) {
    const firstArrival = round > first ? (arrivalEnd[round - 1] as number) : (arrivalStart[k] as number);
    const firstSlot = round > first ? (slotEnd[round - 1] as number) : (slotStart[k] as number);
    for (; arrival >= firstArrival; arrival -= 1) {
      const pool = arrivalPool[arrival] as number;
      const from = arrivalSlot[arrival] as number;
      const taken = Math.min(forwarded[arrival] as number, asked[pool] as number);
      forwarded[arrival] = taken;
      asked[pool] = (asked[pool] as number) - taken;
      out[from] = (out[from] as number) + taken;
    }
    for (; slot >= firstSlot; slot -= 1) {
      const rides = Math.min(shipped[slot] as number, out[slot] as number);
      shipped[slot] = rides;
      if ((slotDeparture[slot] as number) >= 0) asked[slotPool[slot] as number] = (asked[slotPool[slot] as number] as number) + rides;
    }
  }
}

function handOver(instance: Instance, wanted: Float64Array, { shipped, delivered }: ScanPlan): void {
  eachPiece(instance, (_, from, to, first) => {
    for (let at = from; at < to; at += 1) {
      const slot = instance.optionSlot[first + at - from] as number;
      if ((delivered[at] as number) > 0) delivered[at] = (delivered[at] as number) * ((shipped[slot] as number) / (wanted[slot] as number));
    }
  });
}
