// Who serves whom once it is known which candidates are open and how much each can serve: a transport problem, solved to its optimum
// by cheapest augmenting paths. A path goes from a customer to a candidate, and on while a full candidate passes part of another
// customer to the next. Source: Busacker & Gowen 1960; paths by Bellman 1958 over the open candidates alone.

import type { Capacitated } from './instance.ts';

export interface Transported {
  /** Of service alone, without openings. */
  readonly cost: number;
  /** Row by row: the share of a customer's demand that a candidate serves. */
  readonly shares: Float64Array;
}

/** Customers who cannot all be served by the candidates that they reach, which are full. */
export interface Overfull {
  readonly customers: readonly number[];
  readonly candidates: readonly number[];
}

/** Shares of a demand below this are rounding. */
const DUST = 1e-9;

/** O(augmentations · (open² + customers of the candidates on the path · open)). */
export function transport(problem: Capacitated, open: readonly number[]): Transported | Overfull {
  const network = new Network(problem, open);
  const waiting = network.serveAtTheNearest();
  for (const customer of waiting) {
    const stuck = network.serve(customer);
    if (stuck !== null) return stuck;
  }
  return network.transported();
}

export const isOverfull = (it: Transported | Overfull): it is Overfull => 'candidates' in it;

class Network {
  readonly #problem: Capacitated;
  readonly #open: readonly number[];
  /** By customer, then place in `open`: served, in units of demand. */
  readonly #flow: Float64Array;
  readonly #room: Float64Array;
  readonly #left: Float64Array;
  /** What passing a unit from one open candidate to another costs, and whose unit that is. */
  readonly #pass: Float64Array;
  readonly #passed: Int32Array;
  readonly #distance: Float64Array;
  readonly #before: Int32Array;

  constructor(problem: Capacitated, open: readonly number[]) {
    const k = open.length;
    this.#problem = problem;
    this.#open = open;
    this.#flow = new Float64Array(problem.customers * k);
    this.#room = Float64Array.from(open, (j) => problem.capacity[j] as number);
    this.#left = Float64Array.from(problem.demand);
    this.#pass = new Float64Array(k * k).fill(Infinity);
    this.#passed = new Int32Array(k * k).fill(-1);
    this.#distance = new Float64Array(k);
    this.#before = new Int32Array(k);
  }

  /** Of a unit; of the whole where there is no demand. */
  #unit(customer: number, at: number): number {
    const { cost, candidates, demand } = this.#problem;
    const whole = cost[customer * candidates + (this.#open[at] as number)] as number;
    const asked = demand[customer] as number;
    return asked > 0 ? whole / asked : whole;
  }

  /** Whoever finds room at the nearest open candidate is served best there. @returns those who did not. */
  serveAtTheNearest(): readonly number[] {
    const { customers, demand } = this.#problem;
    const k = this.#open.length;
    const waiting: number[] = [];
    for (let i = 0; i < customers; i += 1) {
      const asked = demand[i] as number;
      let nearest = -1;
      let least = Infinity;
      for (let at = 0; at < k; at += 1) {
        const unit = this.#unit(i, at);
        if (unit < least) [nearest, least] = [at, unit];
      }
      if (nearest >= 0 && (this.#room[nearest] as number) >= asked) this.#put(i, nearest, asked);
      else waiting.push(i);
    }
    for (let at = 0; at < k; at += 1) this.#price(at);
    return waiting;
  }

  #put(customer: number, at: number, units: number): void {
    const cell = customer * this.#open.length + at;
    this.#flow[cell] = (this.#flow[cell] as number) + units;
    this.#room[at] = (this.#room[at] as number) - units;
    this.#left[customer] = (this.#left[customer] as number) - units;
  }

  /** Works out anew what passing from this candidate costs. */
  #price(from: number): void {
    const k = this.#open.length;
    this.#pass.fill(Infinity, from * k, (from + 1) * k);
    for (let i = 0; i < this.#problem.customers; i += 1) {
      if ((this.#flow[i * k + from] as number) <= DUST * (this.#problem.demand[i] as number)) continue;
      const here = this.#unit(i, from);
      for (let to = 0; to < k; to += 1) {
        const more = this.#unit(i, to) - here;
        if (to !== from && more < (this.#pass[from * k + to] as number)) {
          this.#pass[from * k + to] = more;
          this.#passed[from * k + to] = i;
        }
      }
    }
  }

  /** @returns null when all of the customer's demand is served. */
  serve(customer: number): Overfull | null {
    while ((this.#left[customer] as number) > DUST * (this.#problem.demand[customer] as number)) {
      const end = this.#cheapestEnd(customer);
      if (end < 0) return this.#overfull(customer);
      this.#augment(customer, end);
    }
    return null;
  }

  /** Cheapest way from the customer to a candidate with room; −1: there is none. */
  #cheapestEnd(customer: number): number {
    const k = this.#open.length;
    for (let at = 0; at < k; at += 1) {
      this.#distance[at] = this.#unit(customer, at);
      this.#before[at] = -1;
    }
    for (let round = 0, better = true; better && round <= k; round += 1) {
      better = false;
      for (let from = 0; from < k; from += 1) {
        const there = this.#distance[from] as number;
        if (there === Infinity) continue;
        for (let to = 0; to < k; to += 1) {
          const through = there + (this.#pass[from * k + to] as number);
          // Rounding must not make a way round and round look cheaper.
          if (through < (this.#distance[to] as number) - 1e-12 * Math.max(1, Math.abs(through))) {
            this.#distance[to] = through;
            this.#before[to] = from;
            better = true;
          }
        }
      }
    }
    let [end, least] = [-1, Infinity];
    for (let at = 0; at < k; at += 1) {
      const there = this.#distance[at] as number;
      if (there < least && (this.#room[at] as number) > DUST * (this.#problem.capacity[this.#open[at] as number] as number)) [end, least] = [at, there];
    }
    return end;
  }

  #augment(customer: number, end: number): void {
    const k = this.#open.length;
    const way = [end];
    for (let at = end; (this.#before[at] as number) >= 0; at = this.#before[at] as number) way.unshift(this.#before[at] as number);
    let units = Math.min(this.#left[customer] as number, this.#room[end] as number);
    for (let step = 1; step < way.length; step += 1) {
      const [from, to] = [way[step - 1] as number, way[step] as number];
      units = Math.min(units, this.#flow[(this.#passed[from * k + to] as number) * k + from] as number);
    }
    for (let step = 1; step < way.length; step += 1) {
      const [from, to] = [way[step - 1] as number, way[step] as number];
      const moved = (this.#passed[from * k + to] as number) * k;
      this.#flow[moved + from] = (this.#flow[moved + from] as number) - units;
      this.#flow[moved + to] = (this.#flow[moved + to] as number) + units;
    }
    const first = customer * k + (way[0] as number);
    this.#flow[first] = (this.#flow[first] as number) + units;
    this.#left[customer] = (this.#left[customer] as number) - units;
    this.#room[end] = (this.#room[end] as number) - units;
    for (const at of way) this.#price(at);
  }

  /** The candidates that the customer's demand could come to, all full, and whoever is served there. */
  #overfull(customer: number): Overfull {
    const k = this.#open.length;
    const full = [...this.#distance.keys()].filter((at) => this.#distance[at] !== Infinity);
    const customers = [...this.#left.keys()].filter((i) => i === customer || full.some((at) => (this.#flow[i * k + at] as number) > DUST * (this.#problem.demand[i] as number)));
    return { customers, candidates: full.map((at) => this.#open[at] as number) };
  }

  transported(): Transported {
    const { customers, candidates, demand, cost } = this.#problem;
    const k = this.#open.length;
    const shares = new Float64Array(customers * candidates);
    let sum = 0;
    for (let i = 0; i < customers; i += 1) {
      for (let at = 0; at < k; at += 1) {
        const share = (this.#flow[i * k + at] as number) / (demand[i] as number);
        if (!(share > DUST)) continue;
        const cell = i * candidates + (this.#open[at] as number);
        shares[cell] = share;
        sum += share * (cost[cell] as number);
      }
    }
    return { cost: sum, shares };
  }
}
