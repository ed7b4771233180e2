// A good choice by exchange: from any choice on, the best swap of an open candidate for a shut one, until none helps; where the
// number is free, also openings and closings. What a move gains is kept up to date instead of worked out anew, so that a move costs
// only what it touches. Without a proof. Source: Whitaker 1983; Resende & Werneck 2007 (gain, loss, extra).

import type { Lists } from './lists.ts';
import type { Choice } from './relaxation.ts';

/** Smaller gains are rounding. */
const DUST = 1e-9;

export interface Exchange {
  readonly lists: Lists;
  /** What opening costs, for each candidate. */
  readonly fixed: Float64Array;
  /** Exactly so many open; null: as many as pay. */
  readonly p: number | null;
  /** What a customer counts whom nobody open reaches: more than any choice that serves everybody. */
  readonly unserved: number;
}

/** @param from not empty; with exactly p open where there is a p. */
export function interchange(exchange: Exchange, from: Uint8Array): Choice {
  const search = new Interchange(exchange, from);
  while (search.move());
  return { objective: search.objective(), open: search.open };
}

class Interchange {
  readonly open: Uint8Array;
  readonly #exchange: Exchange;
  /** For each customer the nearest open candidate, or −1, with its cost, and the cost of the second nearest. */
  readonly #nearest: Int32Array;
  readonly #cost: Float64Array;
  readonly #second: Float64Array;
  /** What opening a candidate would save; what closing one would cost, if nothing else changed. */
  readonly #gain: Float64Array;
  readonly #loss: Float64Array;
  /** By how much closing `slot` for `candidate` is better than gain − loss says: `extra[candidate · slots + slot]`. */
  readonly #extra: Float64Array;
  readonly #slots: number;
  readonly #slotOf: Int32Array;
  readonly #inSlot: Int32Array;
  #count = 0;

  constructor(exchange: Exchange, from: Uint8Array) {
    const { customers, candidates } = exchange.lists;
    this.#exchange = exchange;
    this.open = Uint8Array.from(from);
    this.#nearest = new Int32Array(customers).fill(-1);
    this.#cost = new Float64Array(customers);
    this.#second = new Float64Array(customers);
    this.#gain = new Float64Array(candidates);
    this.#loss = new Float64Array(candidates);
    this.#slots = exchange.p ?? candidates;
    this.#extra = new Float64Array(candidates * this.#slots);
    this.#slotOf = new Int32Array(candidates).fill(-1);
    this.#inSlot = new Int32Array(this.#slots).fill(-1);
    for (let j = 0; j < candidates; j += 1) if (from[j] === 1) this.#enter(j);
    for (let i = 0; i < customers; i += 1) this.#look(i);
  }

  objective(): number {
    let sum = 0;
    for (const cost of this.#cost) sum += cost;
    for (let j = 0; j < this.open.length; j += 1) if (this.open[j] === 1) sum += this.#exchange.fixed[j] as number;
    return sum;
  }

  /** Makes the best move. @returns false where none helps. */
  move(): boolean {
    const { p, fixed } = this.#exchange;
    let best = DUST * Math.max(1, this.#exchange.unserved * 1e-6);
    let opening = -1;
    let closing = -1;
    for (let j = 0; j < this.open.length; j += 1) {
      if (this.open[j] === 1) {
        const saved = (fixed[j] as number) - (this.#loss[j] as number);
        if (p === null && this.#count > 1 && saved > best) [best, opening, closing] = [saved, -1, j];
        continue;
      }
      const gained = (this.#gain[j] as number) - (fixed[j] as number);
      if (p === null && gained > best) [best, opening, closing] = [gained, j, -1];
      for (let slot = 0; slot < this.#count; slot += 1) {
        const other = this.#inSlot[slot] as number;
        const saved = gained - (this.#loss[other] as number) + (fixed[other] as number) + (this.#extra[j * this.#slots + slot] as number);
        if (saved > best) {
          best = saved;
          opening = j;
          closing = other;
        }
      }
    }
    if (opening < 0 && closing < 0) return false;
    this.#exchangeFor(opening, closing);
    return true;
  }

  #exchangeFor(opening: number, closing: number): void {
    const { starts, candidate, cost } = this.#exchange.lists;
    const touched: number[] = [];
    for (let i = 0; i < this.#nearest.length; i += 1) {
      // Within the second nearest lie all that the customer counts for; a move farther out does not touch it.
      const reach = this.#second[i] as number;
      for (let at = starts[i] as number; at < (starts[i + 1] as number) && (cost[at] as number) <= reach; at += 1) {
        const j = candidate[at] as number;
        if (j === opening || j === closing) {
          touched.push(i);
          break;
        }
      }
    }
    for (const i of touched) this.#weigh(i, -1);
    if (closing >= 0) this.#leave(closing);
    if (opening >= 0) this.#enter(opening);
    for (const i of touched) this.#look(i);
  }

  /** Finds a customer's two nearest, and counts it in. */
  #look(i: number): void {
    const { starts, candidate, cost } = this.#exchange.lists;
    this.#nearest[i] = -1;
    this.#cost[i] = this.#exchange.unserved;
    this.#second[i] = this.#exchange.unserved;
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at += 1) {
      if (this.open[candidate[at] as number] !== 1) continue;
      if (this.#nearest[i] === -1) {
        this.#nearest[i] = candidate[at] as number;
        this.#cost[i] = cost[at] as number;
      } else {
        this.#second[i] = cost[at] as number;
        break;
      }
    }
    this.#weigh(i, 1);
  }

  /** Adds a customer to the gains and losses of all moves that touch it, or takes it off. */
  #weigh(i: number, sign: 1 | -1): void {
    const { starts, candidate, cost } = this.#exchange.lists;
    const nearest = this.#nearest[i] as number;
    const first = this.#cost[i] as number;
    const second = this.#second[i] as number;
    if (nearest >= 0) this.#loss[nearest] = (this.#loss[nearest] as number) + sign * (second - first);
    const slot = nearest < 0 ? -1 : (this.#slotOf[nearest] as number);
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at += 1) {
      const c = cost[at] as number;
      if (c >= second) break;
      const j = candidate[at] as number;
      if (j === nearest) continue;
      if (c < first) this.#gain[j] = (this.#gain[j] as number) + sign * (first - c);
      if (slot >= 0) this.#extra[j * this.#slots + slot] = (this.#extra[j * this.#slots + slot] as number) + sign * (second - Math.max(first, c));
    }
  }

  #enter(j: number): void {
    this.open[j] = 1;
    this.#slotOf[j] = this.#count;
    this.#inSlot[this.#count] = j;
    this.#count += 1;
  }

  /** The last slot moves into the one that becomes free. */
  #leave(j: number): void {
    const slot = this.#slotOf[j] as number;
    const last = this.#count - 1;
    const moved = this.#inSlot[last] as number;
    this.open[j] = 0;
    this.#inSlot[slot] = moved;
    this.#slotOf[moved] = slot;
    this.#slotOf[j] = -1;
    this.#count = last;
    for (let k = 0; k < this.open.length; k += 1) {
      this.#extra[k * this.#slots + slot] = this.#extra[k * this.#slots + last] as number;
      this.#extra[k * this.#slots + last] = 0;
    }
  }
}
