// What a repaired plan leaves over goes where it still does good: at the prices at hand each piece that is short looks for the
// cheapest way with room, the greatest gains go first, and so on for some rounds. Greedy, and never worse than before.

import type { Dual } from './dual.ts';
import type { ScanInstance } from './instance.ts';
import { loadOf, MEASURES, unitCost } from './scan-problem.ts';
import type { Rest, ScanPlan } from './ship.ts';
import type { Traffic } from './traffic.ts';

const MOST_ROUNDS = 6;
/** A round that adds less than this part of the plan's value is the last. */
const LEAST_GAIN = 5e-5;
/** What is left below this part of a whole does not count as left. */
const CRUMB = 1e-4;
/** Less than this part of a piece is not worth sending. */
const LEAST_SENT = 1e-6;
const NOWHERE = Infinity;

export class Filler {
  readonly #dual: Dual;
  readonly #traffic: Traffic;
  readonly #cost: Float64Array;
  /** By slot: the arrival that its cheapest goods came by; −1: it is a draw. */
  readonly #before: Int32Array;
  readonly #full: Uint8Array;
  /** By capacity: what a unit takes of it along a way. */
  readonly #along: Float64Array;
  /** Is there a capacity that limits more than one departure? */
  readonly #shares: boolean;
  readonly #blockOf: Int32Array;
  readonly #gain: Float64Array;
  readonly #option: Int32Array;

  constructor(dual: Dual, traffic: Traffic) {
    const { instance } = dual;
    this.#dual = dual;
    this.#traffic = traffic;
    this.#cost = new Float64Array(instance.slotDeparture.length);
    this.#before = new Int32Array(instance.slotDeparture.length);
    this.#full = new Uint8Array(instance.problem.departures.count);
    this.#along = new Float64Array(instance.problem.capacities.count);
    this.#shares = instance.problem.capacities.targets.length > instance.problem.capacities.count;
    this.#blockOf = blocksOfPieces(instance);
    this.#gain = new Float64Array(instance.pieceUnits.length);
    this.#option = new Int32Array(instance.pieceUnits.length);
  }

  /** Adds to the plan and takes off what is left. The labels' prices are those last quoted. @param value the plan's, in euros. @returns euros gained */
  fill(plan: ScanPlan, rest: Rest, value: number): number {
    let gained = 0;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      this.#findFull(rest);
      for (let k = 0; k < this.#dual.instance.problem.commodities.count; k += 1) this.#cheapest(k, rest);
      const more = this.#serve(this.#candidates(rest), plan, rest);
      gained += more;
      if (more < LEAST_GAIN * (value + gained)) break;
    }
    return gained;
  }

  #findFull(rest: Rest): void {
    const { limitStart, limits } = this.#traffic;
    const { departures } = this.#dual.instance.problem;
    for (let departure = 0; departure < departures.count; departure += 1) {
      let full = 0;
      for (let at = limitStart[departure] as number; at < (limitStart[departure + 1] as number); at += 1) {
        const capacity = limits[at] as number;
        if ((rest.capacity[capacity] as number) <= CRUMB * (this.#dual.supply[capacity] as number)) full = 1;
      }
      this.#full[departure] = full;
    }
  }

  /** Least cost of each slot over what still has room, and how its goods come there. */
  #cheapest(k: number, rest: Rest): void {
    const { slotStart, arrivalStart, roundStart, slotEnd, arrivalEnd, slotDeparture, slotPool, arrivalSlot, arrivalPool, problem, line } = this.#dual.instance;
    const { price } = this.#dual.labels;
    const [kg, m3, positions, chargeable] = loadOf(problem.commodities, k);
    const stockPrices = problem.departures.count * MEASURES;
    const least = new Float64Array(line.pools).fill(NOWHERE);
    const by = new Int32Array(line.pools).fill(-1);
    let slot = slotStart[k] as number;
    let arrival = arrivalStart[k] as number;
    for (let round = roundStart[k] as number; round < (roundStart[k + 1] as number); round += 1) {
      for (const end = slotEnd[round] as number; slot < end; slot += 1) {
        const departure = slotDeparture[slot] as number;
        if (departure < 0) {
          const stock = -1 - departure;
          const left = (rest.stock[stock] as number) > CRUMB * (problem.stocks.units[stock] as number);
          this.#cost[slot] = left ? (price[stockPrices + stock] as number) : NOWHERE;
          this.#before[slot] = -1;
          continue;
        }
        const pool = slotPool[slot] as number;
        const at = departure * MEASURES;
        this.#before[slot] = by[pool] as number;
        this.#cost[slot] = this.#full[departure] === 1 ? NOWHERE : (least[pool] as number) + (price[at] as number) * kg + (price[at + 1] as number) * m3 + (price[at + 2] as number) * positions + (price[at + 3] as number) * chargeable;
      }
      for (const end = arrivalEnd[round] as number; arrival < end; arrival += 1) {
        const pool = arrivalPool[arrival] as number;
        const cost = this.#cost[arrivalSlot[arrival] as number] as number;
        if (cost >= (least[pool] as number)) continue;
        least[pool] = cost;
        by[pool] = arrival;
      }
    }
  }

  /** Pieces that are short and have a way that gains, the greatest gain a kg first. */
  #candidates(rest: Rest): Int32Array {
    const { instance } = this.#dual;
    const { optionStart, optionSlot, pieceStart, pieceUnits, pieceBest, valueStart, value, blockItem, problem } = instance;
    const found: number[] = [];
    for (let block = 0; block < instance.blocks; block += 1) {
      const [first, end] = [optionStart[block] as number, optionStart[block + 1] as number];
      let least = NOWHERE;
      for (let option = first; option < end; option += 1) least = Math.min(least, this.#cost[optionSlot[option] as number] as number);
      for (let piece = pieceStart[block] as number; piece < (pieceStart[block + 1] as number); piece += 1) {
        if ((rest.piece[piece] as number) <= CRUMB * (pieceUnits[piece] as number) || (pieceBest[piece] as number) <= least) continue;
        const at = (valueStart[piece] as number) - first;
        let [most, best] = [0, -1];
        for (let option = first; option < end; option += 1) {
          const gain = (value[at + option] as number) - (this.#cost[optionSlot[option] as number] as number);
          if (gain > most) [most, best] = [gain, option];
        }
        if (best < 0) continue;
        this.#gain[piece] = most / (problem.items.heat[blockItem[block] as number] as number);
        this.#option[piece] = best;
        found.push(piece);
      }
    }
    return Int32Array.from(found).sort((a, b) => (this.#gain[b] as number) - (this.#gain[a] as number) || a - b);
  }

  #serve(pieces: Int32Array, plan: ScanPlan, rest: Rest): number {
    const { instance } = this.#dual;
    const { optionSlot, optionStart, pieceUnits, valueStart, value } = instance;
    let gained = 0;
    for (const piece of pieces) {
      const option = this.#option[piece] as number;
      const least = LEAST_SENT * (pieceUnits[piece] as number);
      const units = this.#roomTo(optionSlot[option] as number, rest, rest.piece[piece] as number, least);
      if (units <= least) continue;
      const at = (valueStart[piece] as number) + option - (optionStart[this.#blockOf[piece] as number] as number);
      gained += units * ((value[at] as number) - this.#book(optionSlot[option] as number, units, plan, rest));
      plan.delivered[at] = (plan.delivered[at] as number) + units;
      rest.piece[piece] = (rest.piece[piece] as number) - units;
    }
    return gained;
  }

  /** Units that the cheapest way to a slot has room for; 0 as soon as there are fewer than `least`. */
  #roomTo(last: number, rest: Rest, most: number, least: number): number {
    const { slotDeparture, slotCommodity, arrivalSlot, problem } = this.#dual.instance;
    const { limitStart, limits, limitMeasure } = this.#traffic;
    const { load } = problem.commodities;
    const k = (slotCommodity[last] as number) * MEASURES;
    let units = most;
    for (let slot = last; ; slot = arrivalSlot[this.#before[slot] as number] as number) {
      const departure = slotDeparture[slot] as number;
      if (departure < 0) {
        units = Math.min(units, rest.stock[-1 - departure] as number);
        break;
      }
      for (let at = limitStart[departure] as number; at < (limitStart[departure + 1] as number); at += 1) {
        const takes = load[k + (limitMeasure[at] as number)] as number;
        if (takes > 0) units = Math.min(units, (rest.capacity[limits[at] as number] as number) / takes);
      }
      if (units <= least) return 0;
    }
    return this.#shares && units > least ? this.#roomShared(last, rest, units) : units;
  }

  /** The same where a capacity may limit several departures of a way: it counts each time. */
  #roomShared(last: number, rest: Rest, most: number): number {
    let units = most;
    this.#each(last, (capacity, takes) => void (this.#along[capacity] = (this.#along[capacity] as number) + takes));
    this.#each(last, (capacity) => {
      const along = this.#along[capacity] as number;
      if (along > 0) units = Math.min(units, (rest.capacity[capacity] as number) / along);
    });
    this.#each(last, (capacity) => void (this.#along[capacity] = 0));
    return units;
  }

  /** @returns euros a unit that the way costs, rates alone */
  #book(last: number, units: number, plan: ScanPlan, rest: Rest): number {
    const { slotDeparture, slotCommodity, arrivalSlot, problem } = this.#dual.instance;
    let euros = 0;
    this.#each(last, (capacity, takes) => void (rest.capacity[capacity] = Math.max(0, (rest.capacity[capacity] as number) - units * takes)));
    for (let slot = last; ; ) {
      plan.shipped[slot] = (plan.shipped[slot] as number) + units;
      const departure = slotDeparture[slot] as number;
      if (departure < 0) {
        rest.stock[-1 - departure] = (rest.stock[-1 - departure] as number) - units;
        return euros;
      }
      euros += unitCost(problem, slotCommodity[slot] as number, departure);
      const arrival = this.#before[slot] as number;
      plan.forwarded[arrival] = (plan.forwarded[arrival] as number) + units;
      slot = arrivalSlot[arrival] as number;
    }
  }

  /** Every capacity along the cheapest way to a slot, as often as it limits a departure of it, with what a unit takes. */
  #each(last: number, of: (capacity: number, takes: number) => void): void {
    const { slotDeparture, slotCommodity, arrivalSlot, problem } = this.#dual.instance;
    const { limitStart, limits, limitMeasure } = this.#traffic;
    const k = (slotCommodity[last] as number) * MEASURES;
    for (let slot = last; (slotDeparture[slot] as number) >= 0; slot = arrivalSlot[this.#before[slot] as number] as number) {
      const departure = slotDeparture[slot] as number;
      for (let at = limitStart[departure] as number; at < (limitStart[departure + 1] as number); at += 1) of(limits[at] as number, problem.commodities.load[k + (limitMeasure[at] as number)] as number);
    }
  }
}

function blocksOfPieces({ blocks, pieceStart, pieceUnits }: ScanInstance): Int32Array {
  const of = new Int32Array(pieceUnits.length);
  for (let block = 0; block < blocks; block += 1) of.fill(block, pieceStart[block], pieceStart[block + 1]);
  return of;
}
