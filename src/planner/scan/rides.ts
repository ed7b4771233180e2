// Slots and arrivals of all commodities as the instance lays them: each commodity's after the last's, within it by round.

import type { ScanInstance } from './instance.ts';
import { Wholes, type Memory } from './memory.ts';
import type { Trace } from './trace.ts';

export type Laid = Pick<ScanInstance, 'slotStart' | 'arrivalStart' | 'roundStart' | 'slotEnd' | 'arrivalEnd' | 'slotDeparture' | 'slotPool' | 'slotCommodity' | 'arrivalSlot' | 'arrivalPool' | 'arrivalEntry'>;

/** Slots and arrivals of all commodities, each commodity's in order of round. */
export class Rides {
  readonly #start = { slotStart: new Wholes(), arrivalStart: new Wholes(), roundStart: new Wholes(), slotEnd: new Wholes(), arrivalEnd: new Wholes() };
  readonly #lists = { slotDeparture: new Wholes(), slotPool: new Wholes(), slotCommodity: new Wholes(), arrivalSlot: new Wholes(), arrivalPool: new Wholes(), arrivalEntry: new Wholes() };
  readonly optionSlot = new Wholes();
  readonly optionBlock = new Wholes();

  constructor() {
    for (const list of [this.#start.slotStart, this.#start.arrivalStart, this.#start.roundStart]) list.push(0);
  }

  add(commodity: number, trace: Trace): void {
    const { slotDeparture, slotPool, slotCommodity, arrivalSlot, arrivalPool, arrivalEntry } = this.#lists;
    const [firstSlot, firstArrival] = [slotDeparture.length, arrivalSlot.length];
    const rounds = Math.max(greatest(trace.slotRound), greatest(trace.arrivalRound)) + 1;
    const slots = byRound(trace.slotRound, rounds);
    const arrivals = byRound(trace.arrivalRound, rounds);
    const place = new Int32Array(slots.order.length);
    for (const [to, slot] of slots.order.entries()) {
      place[slot] = firstSlot + to;
      slotDeparture.push(trace.slotDeparture.at(slot));
      slotPool.push(trace.slotPool.at(slot));
      slotCommodity.push(commodity);
    }
    for (const arrival of arrivals.order) {
      arrivalSlot.push(place[trace.arrivalSlot.at(arrival)] as number);
      arrivalPool.push(trace.arrivalPool.at(arrival));
      arrivalEntry.push(trace.arrivalEntry.at(arrival));
    }
    for (let round = 0; round < rounds; round += 1) {
      this.#start.slotEnd.push(firstSlot + (slots.end[round] as number));
      this.#start.arrivalEnd.push(firstArrival + (arrivals.end[round] as number));
    }
    for (let option = 0; option < trace.optionSlot.length; option += 1) {
      this.optionSlot.push(place[trace.optionSlot.at(option)] as number);
      this.optionBlock.push(trace.optionBlock.at(option));
    }
    this.#start.slotStart.push(slotDeparture.length);
    this.#start.arrivalStart.push(arrivalSlot.length);
    this.#start.roundStart.push(this.#start.slotEnd.length);
  }

  laid(memory: Memory): Laid {
    const { slotStart, arrivalStart, roundStart, slotEnd, arrivalEnd } = this.#start;
    const { slotDeparture, slotPool, slotCommodity, arrivalSlot, arrivalPool, arrivalEntry } = this.#lists;
    return {
      slotStart: slotStart.into(memory), arrivalStart: arrivalStart.into(memory), roundStart: roundStart.into(memory), slotEnd: slotEnd.into(memory), arrivalEnd: arrivalEnd.into(memory),
      slotDeparture: slotDeparture.into(memory), slotPool: slotPool.into(memory), slotCommodity: slotCommodity.into(memory), arrivalSlot: arrivalSlot.into(memory), arrivalPool: arrivalPool.into(memory), arrivalEntry: arrivalEntry.into(memory),
    };
  }
}

const greatest = (list: Wholes): number => {
  let most = -1;
  for (let index = 0; index < list.length; index += 1) most = Math.max(most, list.at(index));
  return most;
};

/** Numbers 0 … in order of their round, the earlier first, and where each round ends. */
function byRound(roundOf: Wholes, rounds: number): { readonly order: Int32Array; readonly end: Int32Array } {
  const end = new Int32Array(rounds);
  for (let index = 0; index < roundOf.length; index += 1) end[roundOf.at(index)] = (end[roundOf.at(index)] as number) + 1;
  const next = new Int32Array(rounds);
  for (let round = 0, sum = 0; round < rounds; round += 1) {
    next[round] = sum;
    sum += end[round] as number;
    end[round] = sum;
  }
  const order = new Int32Array(roundOf.length);
  for (let index = 0; index < order.length; index += 1) {
    const to = next[roundOf.at(index)] as number;
    order[to] = index;
    next[roundOf.at(index)] = to + 1;
  }
  return { order, end };
}
