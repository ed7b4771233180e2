// Hubs without capacities, relaxed: the rule that each customer is served once gets a multiplier. What is left falls apart by
// candidate: open one where its opening and the customers that pay more than they cost add up to less than 0, or the p least.
// Source: Cornuéjols, Fisher & Nemhauser 1977; Beasley 1993.

import { grainOf } from './grain.ts';
import { interchange, type Exchange } from './interchange.ts';
import { withoutShut, type Lists } from './lists.ts';
import { FREE, OPEN, SHUT, type Choice, type Evaluation, type Relaxation, type Standing } from './relaxation.ts';

/** Lists are written anew once this share of the candidates in them is shut. */
const WORTH_CUTTING = 0.3;

/** @param p exactly so many open; null: as many as pay. */
export function relaxUncapacitated(lists: Lists, fixed: Float64Array, p: number | null): Relaxation {
  let most = 1;
  for (const cost of lists.cost) most = Math.max(most, cost);
  let openings = 0;
  for (const cost of fixed) openings += cost;
  const unserved = most * lists.customers + openings + 1;
  return new UncapacitatedRelaxation({ lists, fixed, p, unserved }, lists, grainOf([lists.cost, fixed]));
}

class UncapacitatedRelaxation implements Relaxation {
  readonly customers: number;
  readonly candidates: number;
  readonly grain: number;
  readonly start: Float64Array;
  readonly #exchange: Exchange;
  readonly #lists: Lists;
  /** 1 where a candidate stands in a list. */
  readonly #isListed: Uint8Array;
  /** For each candidate its opening less what customers pay over their cost. */
  readonly #reduced: Float64Array;
  readonly #ranked: Float64Array;

  constructor(exchange: Exchange, lists: Lists, grain: number) {
    this.customers = lists.customers;
    this.candidates = lists.candidates;
    this.grain = grain;
    this.#exchange = exchange;
    this.#lists = lists;
    this.#isListed = new Uint8Array(lists.candidates);
    for (const j of lists.candidate) this.#isListed[j] = 1;
    this.#reduced = new Float64Array(lists.candidates);
    this.#ranked = new Float64Array(lists.candidates);
    this.start = this.#middling();
  }

  /** With n candidates, p of them open, a hub is about every n ÷ p places down a customer's list: what the first of them costs. */
  #middling(): Float64Array {
    const { customers, candidates, starts, cost } = this.#lists;
    const start = new Float64Array(customers);
    const rank = this.#exchange.p === null ? 1 : Math.floor(candidates / this.#exchange.p);
    for (let i = 0; i < customers; i += 1) {
      const [first, end] = [starts[i] as number, starts[i + 1] as number];
      start[i] = end === first ? 0 : (cost[Math.min(end - 1, first + rank)] as number);
    }
    return start;
  }

  follow(standing: Standing): boolean {
    const { customers, starts, candidate } = this.#lists;
    for (let i = 0; i < customers; i += 1) {
      let only = -1;
      let reached = 0;
      for (let at = starts[i] as number; at < (starts[i + 1] as number) && reached < 2; at += 1) {
        if (standing[candidate[at] as number] === SHUT) continue;
        reached += 1;
        only = candidate[at] as number;
      }
      if (reached === 0) return false;
      if (reached === 1) standing[only] = OPEN;
    }
    const { p } = this.#exchange;
    if (p === null) return true;
    let [opened, free] = [0, 0];
    for (const it of standing) {
      if (it === OPEN) opened += 1;
      else if (it === FREE) free += 1;
    }
    if (opened > p || opened + free < p) return false;
    if (opened === p) fill(standing, SHUT);
    else if (opened + free === p) fill(standing, OPEN);
    return true;
  }

  evaluate(multipliers: Float64Array, standing: Standing, into: Evaluation): number {
    const { customers, starts, candidate, cost } = this.#lists;
    const reduced = this.#reduced;
    reduced.set(this.#exchange.fixed);
    let value = 0;
    for (let i = 0; i < customers; i += 1) {
      const pays = multipliers[i] as number;
      value += pays;
      for (let at = starts[i] as number, end = starts[i + 1] as number; at < end; at += 1) {
        const over = (cost[at] as number) - pays;
        if (over >= 0) break;
        const j = candidate[at] as number;
        reduced[j] = (reduced[j] as number) + over;
      }
    }
    if (this.#exchange.p === null) this.#openWhatPays(standing, into);
    else this.#openLeast(standing, this.#exchange.p, into);
    const { open, slack } = into;
    for (let j = 0; j < open.length; j += 1) if (open[j] === 1) value += reduced[j] as number;
    for (let i = 0; i < customers; i += 1) {
      const pays = multipliers[i] as number;
      let left = 1;
      for (let at = starts[i] as number, end = starts[i + 1] as number; at < end && (cost[at] as number) < pays; at += 1) left -= open[candidate[at] as number] as number;
      slack[i] = left;
    }
    return value;
  }

  #openWhatPays(standing: Standing, { open, turned }: Evaluation): void {
    for (let j = 0; j < open.length; j += 1) {
      const value = this.#reduced[j] as number;
      open[j] = standing[j] === OPEN || (standing[j] === FREE && value < 0) ? 1 : 0;
      turned[j] = Math.abs(value);
    }
  }

  #openLeast(standing: Standing, p: number, { open, turned }: Evaluation): void {
    const ranked = this.#ranked;
    let [free, wanted] = [0, p];
    for (let j = 0; j < open.length; j += 1) {
      open[j] = standing[j] === OPEN ? 1 : 0;
      wanted -= open[j] as number;
      if (standing[j] === FREE) ranked[free++] = this.#reduced[j] as number;
    }
    const sorted = ranked.subarray(0, free).sort();
    const last = wanted > 0 ? (sorted[wanted - 1] ?? Infinity) : -Infinity;
    const next = sorted[wanted] ?? Infinity;
    for (let j = 0; j < open.length; j += 1) {
      if (standing[j] !== FREE) continue;
      const value = this.#reduced[j] as number;
      if (value < last) {
        open[j] = 1;
        wanted -= 1;
      }
    }
    for (let j = 0; j < open.length; j += 1) {
      if (standing[j] !== FREE) continue;
      const value = this.#reduced[j] as number;
      if (value === last && wanted > 0) {
        open[j] = 1;
        wanted -= 1;
      }
      turned[j] = open[j] === 1 ? next - value : value - last;
    }
  }

  near(open: Uint8Array): Choice | null {
    const { p, unserved } = this.#exchange;
    const from = Uint8Array.from(open);
    let count = from.reduce((sum, it) => sum + it, 0);
    for (let j = 0; j < from.length && count < (p ?? 1); j += 1) {
      if (from[j] === 1) continue;
      from[j] = 1;
      count += 1;
    }
    const found = interchange(this.#exchange, from);
    return found.objective < unserved ? found : null;
  }

  exactly(open: Uint8Array): Choice | null {
    const { customers, starts, candidate, cost } = this.#exchange.lists;
    let objective = 0;
    for (let j = 0; j < open.length; j += 1) if (open[j] === 1) objective += this.#exchange.fixed[j] as number;
    for (let i = 0; i < customers; i += 1) {
      let at = starts[i] as number;
      while (at < (starts[i + 1] as number) && open[candidate[at] as number] !== 1) at += 1;
      if (at === starts[i + 1]) return null;
      objective += cost[at] as number;
    }
    return { objective, open };
  }

  narrowed(standing: Standing): Relaxation {
    let [shut, listed] = [0, 0];
    for (let j = 0; j < standing.length; j += 1) {
      if (this.#isListed[j] !== 1) continue;
      listed += 1;
      if (standing[j] === SHUT) shut += 1;
    }
    return shut < WORTH_CUTTING * listed ? this : new UncapacitatedRelaxation(this.#exchange, withoutShut(this.#lists, (j) => standing[j] === SHUT), this.grain);
  }
}

function fill(standing: Standing, as: typeof OPEN | typeof SHUT): void {
  for (let j = 0; j < standing.length; j += 1) if (standing[j] === FREE) standing[j] = as;
}
