// Hubs with capacities, relaxed: the rule that each customer is served gets a multiplier, and each candidate is left with a knapsack
// of its own, filled with the customers that pay most over their cost, the last one in part. As many candidates are opened as it takes
// to hold all demand. Source: Christofides & Beasley 1983; Beasley 1988.

import type { Capacitated } from './instance.ts';
import { listsOf, type Lists } from './lists.ts';
import { FREE, OPEN, SHUT, type Choice, type Evaluation, type Relaxation, type Standing } from './relaxation.ts';
import { isOverfull, transport } from './transport.ts';

/** Demand may be above capacity by this share: sums of decimals. */
const DUST = 1e-9;

/** @param problem each demand above 0. */
export const relaxCapacitated = (problem: Capacitated): Relaxation => new CapacitatedRelaxation(problem);

class CapacitatedRelaxation implements Relaxation {
  readonly customers: number;
  readonly candidates: number;
  readonly start: Float64Array;
  /** A customer's cost may be split at any share, so objectives have no grain. */
  readonly grain = 0;
  readonly #problem: Capacitated;
  readonly #lists: Lists;
  readonly #demand: number;
  /** Candidates, largest capacity first. */
  readonly #largestFirst: Int32Array;
  readonly #reduced: Float64Array;
  /** For each candidate the customers that pay more than they cost: `#filled[j]` of them from `#customer[j · customers]` on. */
  readonly #filled: Int32Array;
  readonly #customer: Int32Array;
  readonly #over: Float64Array;
  /** How much of the last of them fits; 1 where all do. */
  readonly #lastShare: Float64Array;

  constructor(problem: Capacitated) {
    const { customers, candidates, demand, capacity } = problem;
    this.#problem = problem;
    this.customers = customers;
    this.candidates = candidates;
    this.#lists = listsOf(problem);
    this.#demand = demand.reduce((sum, it) => sum + it, 0);
    this.#largestFirst = Int32Array.from([...capacity.keys()].sort((a, b) => (capacity[b] as number) - (capacity[a] as number)));
    this.#reduced = new Float64Array(candidates);
    this.#filled = new Int32Array(candidates);
    this.#customer = new Int32Array(candidates * customers);
    this.#over = new Float64Array(candidates * customers);
    this.#lastShare = new Float64Array(candidates);
    this.start = this.#second();
  }

  #second(): Float64Array {
    const { starts, cost } = this.#lists;
    return Float64Array.from({ length: this.customers }, (_, i) => cost[Math.min((starts[i] as number) + 1, (starts[i + 1] as number) - 1)] ?? 0);
  }

  follow(standing: Standing): boolean {
    const { capacity } = this.#problem;
    const { starts, candidate } = this.#lists;
    let all = 0;
    for (let j = 0; j < standing.length; j += 1) if (standing[j] !== SHUT) all += capacity[j] as number;
    const needed = this.#demand * (1 - DUST);
    if (all < needed) return false;
    for (let j = 0; j < standing.length; j += 1) if (standing[j] === FREE && all - (capacity[j] as number) < needed) standing[j] = OPEN;
    for (let i = 0; i < this.customers; i += 1) {
      let [reached, only] = [0, -1];
      for (let at = starts[i] as number; at < (starts[i + 1] as number) && reached < 2; at += 1) {
        if (standing[candidate[at] as number] === SHUT) continue;
        reached += 1;
        only = candidate[at] as number;
      }
      if (reached === 0) return false;
      if (reached === 1) standing[only] = OPEN;
    }
    return true;
  }

  evaluate(multipliers: Float64Array, standing: Standing, into: Evaluation): number {
    let value = this.#gather(multipliers, standing);
    for (let j = 0; j < this.candidates; j += 1) if (standing[j] !== SHUT) this.#fill(j);
    this.#choose(standing, into);
    const { slack, open } = into;
    slack.fill(1);
    for (let j = 0; j < this.candidates; j += 1) {
      if (open[j] !== 1) continue;
      value += this.#reduced[j] as number;
      const first = j * this.customers;
      const last = first + (this.#filled[j] as number) - 1;
      for (let at = first; at <= last; at += 1) {
        const i = this.#customer[at] as number;
        slack[i] = (slack[i] as number) - (at === last ? (this.#lastShare[j] as number) : 1);
      }
    }
    return value;
  }

  /** Gathers for each candidate who pays more than they cost. @returns the sum of the multipliers. */
  #gather(multipliers: Float64Array, standing: Standing): number {
    const { starts, candidate, cost } = this.#lists;
    this.#filled.fill(0);
    let value = 0;
    for (let i = 0; i < this.customers; i += 1) {
      const pays = multipliers[i] as number;
      value += pays;
      for (let at = starts[i] as number, end = starts[i + 1] as number; at < end; at += 1) {
        const over = pays - (cost[at] as number);
        if (over <= 0) break;
        const j = candidate[at] as number;
        if (standing[j] === SHUT) continue;
        const slot = j * this.customers + (this.#filled[j] as number);
        this.#customer[slot] = i;
        this.#over[slot] = over;
        this.#filled[j] = (this.#filled[j] as number) + 1;
      }
    }
    return value;
  }

  /** Fills a candidate's knapsack. */
  #fill(j: number): void {
    const { demand, capacity, fixed } = this.#problem;
    const first = j * this.customers;
    const end = first + (this.#filled[j] as number);
    let [asked, over] = [0, 0];
    for (let at = first; at < end; at += 1) {
      asked += demand[this.#customer[at] as number] as number;
      over += this.#over[at] as number;
    }
    this.#lastShare[j] = 1;
    this.#reduced[j] = (fixed[j] as number) - over;
    if (asked <= (capacity[j] as number)) return;
    this.#reduced[j] = (fixed[j] as number) - this.#fillBest(j, first, end, capacity[j] as number);
  }

  /** Brings those to the front who pay most for each unit of demand, as many as there is room for. @returns what they pay over. */
  #fillBest(j: number, from: number, to: number, room: number): number {
    const { demand } = this.#problem;
    let [low, high, left, sum] = [from, to, room, 0];
    // Quickselect by weight: what is left of `low` is taken whole, what is right of `high` not at all.
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      const pivot = this.#rate(middle);
      let [store, asked, over] = [low, 0, 0];
      this.#swap(middle, high - 1);
      for (let at = low; at < high - 1; at += 1) {
        if (this.#rate(at) <= pivot) continue;
        asked += demand[this.#customer[at] as number] as number;
        over += this.#over[at] as number;
        this.#swap(at, store);
        store += 1;
      }
      this.#swap(store, high - 1);
      const size = demand[this.#customer[store] as number] as number;
      if (asked > left) high = store;
      else if (asked + size <= left) {
        left -= asked + size;
        sum += over + (this.#over[store] as number);
        low = store + 1;
      } else {
        left -= asked;
        sum += over;
        low = store;
        break;
      }
    }
    const share = low < to ? Math.min(1, left / (demand[this.#customer[low] as number] as number)) : 0;
    if (low < to && low < high && share > 0) {
      this.#filled[j] = low - from + 1;
      this.#lastShare[j] = share;
      return sum + share * (this.#over[low] as number);
    }
    this.#filled[j] = low - from;
    return sum;
  }

  #rate(at: number): number {
    return (this.#over[at] as number) / (this.#problem.demand[this.#customer[at] as number] as number);
  }

  #swap(a: number, b: number): void {
    const [customer, over] = [this.#customer[a] as number, this.#over[a] as number];
    this.#customer[a] = this.#customer[b] as number;
    this.#over[a] = this.#over[b] as number;
    this.#customer[b] = customer;
    this.#over[b] = over;
  }

  /** Opens what pays, and the least dear beyond until there are as many as hold all demand. */
  #choose(standing: Standing, { open, turned }: Evaluation): void {
    let lacking = this.#fewest(standing);
    const dear: number[] = [];
    for (let j = 0; j < open.length; j += 1) {
      const value = this.#reduced[j] as number;
      const opens = standing[j] === OPEN || (standing[j] === FREE && value < 0);
      open[j] = opens ? 1 : 0;
      turned[j] = Math.abs(value);
      if (standing[j] !== FREE) continue;
      if (opens) lacking -= 1;
      else dear.push(j);
    }
    if (lacking <= 0) return;
    dear.sort((a, b) => (this.#reduced[a] as number) - (this.#reduced[b] as number));
    const last = this.#reduced[dear[lacking - 1] ?? -1] ?? Infinity;
    const next = this.#reduced[dear[lacking] ?? -1] ?? Infinity;
    for (const j of dear.slice(0, lacking)) open[j] = 1;
    for (let j = 0; j < open.length; j += 1) {
      if (standing[j] !== FREE) continue;
      turned[j] = open[j] === 1 ? next - (this.#reduced[j] as number) : (this.#reduced[j] as number) - last;
    }
  }

  /** How many free candidates it takes at least beside the open ones to hold all demand. */
  #fewest(standing: Standing): number {
    const { capacity } = this.#problem;
    let lacking = this.#demand * (1 - DUST);
    for (let j = 0; j < standing.length; j += 1) if (standing[j] === OPEN) lacking -= capacity[j] as number;
    let count = 0;
    for (const j of this.#largestFirst) {
      if (lacking <= 0) break;
      if (standing[j] !== FREE) continue;
      lacking -= capacity[j] as number;
      count += 1;
    }
    return count;
  }

  near(open: Uint8Array): Choice | null {
    const { capacity, fixed } = this.#problem;
    const chosen = new Set(open.keys().filter((j) => open[j] === 1));
    let room = 0;
    for (const j of chosen) room += capacity[j] as number;
    const others = [...capacity.keys()].filter((j) => !chosen.has(j) && (capacity[j] as number) > 0).sort((a, b) => (fixed[a] as number) / (capacity[a] as number) - (fixed[b] as number) / (capacity[b] as number));
    for (const j of others) {
      if (room >= this.#demand) break;
      chosen.add(j);
      room += capacity[j] as number;
    }
    const found = this.exactly(Uint8Array.from(open, (_, j) => (chosen.has(j) ? 1 : 0)));
    return found === null ? this.exactly(new Uint8Array(this.candidates).fill(1)) : found;
  }

  /** A candidate that nobody is served from is not opened. */
  exactly(open: Uint8Array): Choice | null {
    const { customers, candidates, fixed } = this.#problem;
    const served = transport(this.#problem, [...open.keys()].filter((j) => open[j] === 1));
    if (isOverfull(served)) return null;
    const used = new Uint8Array(candidates);
    for (let cell = 0; cell < customers * candidates; cell += 1) if ((served.shares[cell] as number) > 0) used[cell % candidates] = 1;
    let objective = served.cost;
    for (let j = 0; j < candidates; j += 1) if (used[j] === 1) objective += fixed[j] as number;
    return { objective, open: used };
  }

  narrowed(): Relaxation {
    return this;
  }
}
