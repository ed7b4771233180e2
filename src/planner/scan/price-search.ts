// Seeks the prices at which the smoothed dual is least: projected L-BFGS over the prices that are free to move, with the
// memory of the last steps. The value of the dual is never asked for, only its slope: on a convex function the slope at
// both ends of a step says whether the step went down, and how far to the third order.
// Sources: Liu & Nocedal 1989; Bertsekas 1982 for the projection; Hager & Zhang 2005 for judging a step by slopes.

import type { Dual } from './dual.ts';
import type { ScanInstance } from './instance.ts';
import { MEASURES } from './scan-problem.ts';

/** Steps that are remembered. */
const MEMORY = 12;
/** A step is shortened to this part of itself while it goes too far, and at most so often. */
const SHORTEN = 0.35;
const MOST_SHORTENED = 8;
/** A step has gone too far when the slope at its end rises by more than this part of its fall at the beginning. */
const TOO_FAR = 0.9998;

export class PriceSearch {
  /** Euros for a unit of each capacity's measure, and of each stock. Never below 0. */
  readonly prices: Float64Array;
  /** What is left of each supply at the prices: the gradient. */
  readonly slack: Float64Array;
  readonly #dual: Dual;
  readonly #steepness: Float64Array;
  readonly #direction: Float64Array;
  readonly #next: Float64Array;
  readonly #nextSlack: Float64Array;
  readonly #free: Int32Array;
  readonly #steps: Float64Array[];
  readonly #turns: Float64Array[];
  readonly #curvature = new Float64Array(MEMORY);
  readonly #alpha = new Float64Array(MEMORY);
  #freeCount = 0;
  #kept = 0;
  #head = 0;
  #temperature = 0;

  constructor(dual: Dual, prices: Float64Array) {
    const count = prices.length;
    this.#dual = dual;
    this.prices = prices;
    this.slack = new Float64Array(count);
    this.#steepness = new Float64Array(count);
    this.#direction = new Float64Array(count);
    this.#next = new Float64Array(count);
    this.#nextSlack = new Float64Array(count);
    this.#free = new Int32Array(count);
    this.#steps = Array.from({ length: MEMORY }, () => new Float64Array(count));
    this.#turns = Array.from({ length: MEMORY }, () => new Float64Array(count));
  }

  /** Goes on at another temperature from the prices at hand. @param temperature euros a kg */
  begin(temperature: number): void {
    this.#rescale(this.#temperature / temperature);
    this.#temperature = temperature;
    this.#dual.slack(this.prices, temperature, this.slack);
    scaleOfPrices(this.#dual.instance, this.#dual.supply, temperature, this.#steepness);
  }

  /** Steps at a temperature until one lowers the dual by no more than `fall` euros; at least `least` steps and at most `most`. Yields after each that is not the last. */
  *settle(temperature: number, { most, least, fall }: { readonly most: number; readonly least: number; readonly fall: number }): Generator<void, void> {
    this.begin(temperature);
    for (let step = 1; step <= most; step += 1) {
      if (this.step() <= fall && step >= least) return;
      yield;
    }
  }

  /** One step. @returns euros by which the smoothed dual fell; 0: it cannot fall further. */
  step(): number {
    this.#findFree();
    this.#aim();
    let length = 1;
    for (let shortened = 0; shortened < MOST_SHORTENED; shortened += 1, length *= SHORTEN) {
      const before = this.#move(length);
      this.#dual.slack(this.#next, this.#temperature, this.#nextSlack);
      const after = this.#slopeAlong(this.#nextSlack);
      if (after <= -TOO_FAR * before) {
        this.#remember();
        return -(before + after) / 2;
      }
    }
    this.#dual.slack(this.prices, this.#temperature, this.slack);
    if (this.#kept === 0) return 0;
    this.#kept = 0;
    return this.step();
  }

  /** The dual bends in proportion to 1 ÷ temperature, and so do the turns that are remembered. */
  #rescale(ratio: number): void {
    for (const turn of this.#turns.slice(0, this.#kept)) for (let at = 0; at < turn.length; at += 1) turn[at] = (turn[at] as number) * ratio;
    for (let which = 0; which < this.#kept; which += 1) this.#curvature[which] = (this.#curvature[which] as number) / ratio;
  }

  #findFree(): void {
    let count = 0;
    for (let price = 0; price < this.prices.length; price += 1) if ((this.prices[price] as number) > 0 || (this.slack[price] as number) < 0) this.#free[count++] = price;
    this.#freeCount = count;
  }

  /** The quasi-Newton direction, by the two loops of L-BFGS; each pass changes the direction and forms the next pass's product. */
  #aim(): void {
    const { slack } = this;
    const direction = this.#direction;
    const free = this.#free;
    const count = this.#freeCount;
    const which = (back: number): number => (this.#head - 1 - back + 2 * MEMORY) % MEMORY;
    let product = 0;
    const latest = this.#steps[which(0)] as Float64Array;
    for (let index = 0; index < count; index += 1) {
      const at = free[index] as number;
      const falls = -(slack[at] as number);
      direction[at] = falls;
      product += (latest[at] as number) * falls;
    }
    for (let back = 0; back < this.#kept; back += 1) {
      const alpha = product * (this.#curvature[which(back)] as number);
      this.#alpha[which(back)] = alpha;
      product = changed(direction, free, count, -alpha, this.#turns[which(back)] as Float64Array, this.#steps[which(back + 1)] as Float64Array);
    }
    const stretch = this.#stretch(free, count);
    const oldest = this.#turns[which(this.#kept - 1)] as Float64Array;
    product = 0;
    for (let index = 0; index < count; index += 1) {
      const at = free[index] as number;
      const scaled = (direction[at] as number) * stretch * (this.#steepness[at] as number);
      direction[at] = scaled;
      product += (oldest[at] as number) * scaled;
    }
    for (let back = this.#kept - 1; back >= 0; back -= 1) {
      const rest = (this.#alpha[which(back)] as number) - product * (this.#curvature[which(back)] as number);
      product = changed(direction, free, count, rest, this.#steps[which(back)] as Float64Array, back > 0 ? (this.#turns[which(back - 1)] as Float64Array) : slack);
    }
    if (this.#kept === 0 || product < 0) return;
    this.#kept = 0;
    for (let index = 0; index < count; index += 1) {
      const at = free[index] as number;
      direction[at] = -(slack[at] as number) * (this.#steepness[at] as number);
    }
  }

  /** The size of a step, from the last one. */
  #stretch(free: Int32Array, count: number): number {
    if (this.#kept === 0) return 1;
    const which = (this.#head - 1 + MEMORY) % MEMORY;
    const step = this.#steps[which] as Float64Array;
    const turn = this.#turns[which] as Float64Array;
    let [along, across] = [0, 0];
    for (let index = 0; index < count; index += 1) {
      const at = free[index] as number;
      const turned = turn[at] as number;
      along += (step[at] as number) * turned;
      across += turned * turned * (this.#steepness[at] as number);
    }
    return across > 0 && along > 0 ? along / across : 1;
  }

  /** Into `#next`. @returns the slope along the step where it begins; never above 0. */
  #move(length: number): number {
    const next = this.#next;
    next.set(this.prices);
    for (let index = 0; index < this.#freeCount; index += 1) {
      const at = this.#free[index] as number;
      next[at] = Math.max(0, (this.prices[at] as number) + length * (this.#direction[at] as number));
    }
    return this.#slopeAlong(this.slack);
  }

  #slopeAlong(slack: Float64Array): number {
    let slope = 0;
    for (let index = 0; index < this.#freeCount; index += 1) {
      const at = this.#free[index] as number;
      slope += (slack[at] as number) * ((this.#next[at] as number) - (this.prices[at] as number));
    }
    return slope;
  }

  #remember(): void {
    const step = this.#steps[this.#head] as Float64Array;
    const turn = this.#turns[this.#head] as Float64Array;
    const { prices, slack } = this;
    let curvature = 0;
    for (let at = 0; at < prices.length; at += 1) {
      const moved = (this.#next[at] as number) - (prices[at] as number);
      const turned = (this.#nextSlack[at] as number) - (slack[at] as number);
      step[at] = moved;
      turn[at] = turned;
      curvature += moved * turned;
      prices[at] = this.#next[at] as number;
      slack[at] = this.#nextSlack[at] as number;
    }
    if (curvature <= 0) return;
    this.#curvature[this.#head] = 1 / curvature;
    this.#head = (this.#head + 1) % MEMORY;
    this.#kept = Math.min(MEMORY, this.#kept + 1);
  }
}

/** Adds `part` of a vector to the direction, over the free prices. @returns the product of the direction with another vector then */
function changed(direction: Float64Array, free: Int32Array, count: number, part: number, by: Float64Array, other: Float64Array): number {
  let product = 0;
  for (let index = 0; index < count; index += 1) {
    const at = free[index] as number;
    const now = (direction[at] as number) + part * (by[at] as number);
    direction[at] = now;
    product += (other[at] as number) * now;
  }
  return product;
}

/** How far a price moves for a unit of slack: the inverse of the dual's second derivative, guessed from what goods weigh in a measure. */
function scaleOfPrices(instance: ScanInstance, supply: Float64Array, temperature: number, into: Float64Array): void {
  const { capacities, stocks, draws, commodities, items } = instance.problem;
  const perHeat = heatOfMeasures(instance);
  for (let capacity = 0; capacity < capacities.count; capacity += 1) {
    const measure = (capacities.targets[capacities.start[capacity] as number] ?? 0) % MEASURES;
    into[capacity] = (temperature * (perHeat[measure] as number)) / Math.max(supply[capacity] as number, LEAST_SUPPLY * (instance.supply[capacity] as number), Number.MIN_VALUE);
  }
  for (let draw = 0; draw < draws.count; draw += 1) {
    const heat = items.heat[commodities.item[draws.commodity[draw] as number] as number] as number;
    const at = capacities.count + (draws.stock[draw] as number);
    into[at] = (temperature * heat) / Math.max(supply[at] as number, LEAST_SUPPLY * (stocks.units[draws.stock[draw] as number] as number), Number.MIN_VALUE);
  }
}

/** A supply that is nearly gone still scales its price by this part of what it was. */
const LEAST_SUPPLY = 0.02;

/** kg of heat that go with one unit of each measure, over the goods that are there; 0 where none takes of it. */
export function heatOfMeasures({ problem: { commodities, items } }: Pick<ScanInstance, 'problem'>): Float64Array {
  const ratio = new Float64Array(MEASURES);
  const counts = new Float64Array(MEASURES);
  for (let k = 0; k < commodities.count; k += 1)
    for (let measure = 0; measure < MEASURES; measure += 1) {
      const load = commodities.load[k * MEASURES + measure] as number;
      if (load <= 0) continue;
      ratio[measure] = (ratio[measure] as number) + (items.heat[commodities.item[k] as number] as number) / load;
      counts[measure] = (counts[measure] as number) + 1;
    }
  return ratio.map((sum, measure) => sum / Math.max(1, counts[measure] as number));
}
