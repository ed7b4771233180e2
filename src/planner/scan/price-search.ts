// Seeks the prices at which the smoothed dual is least: projected L-BFGS over the prices that are free to move, with the
// memory of the last steps. The value of the dual is never asked for, only its slope: on a convex function the slope at
// both ends of a step says whether the step went down, and how far to the third order.
// Sources: Liu & Nocedal 1989; Bertsekas 1982 for the projection; Hager & Zhang 2005 for judging a step by slopes.

import { vectorsFor } from './compiled/compiled.ts';
import type { Dual } from './dual.ts';
import type { ScanInstance } from './instance.ts';
import { MEASURES } from './scan-problem.ts';
import type { Vectors } from './vectors.ts';

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
  readonly #vectors: Vectors;
  readonly #steepness: Float64Array;
  readonly #direction: Float64Array;
  readonly #next: Float64Array;
  readonly #nextSlack: Float64Array;
  readonly #free: Float64Array;
  readonly #steps: Float64Array[];
  readonly #turns: Float64Array[];
  readonly #curvature = new Float64Array(MEMORY);
  readonly #alpha = new Float64Array(MEMORY);
  #kept = 0;
  #head = 0;
  #temperature = 0;

  /** @param prices to begin from; copied */
  constructor(dual: Dual, prices: Float64Array) {
    const vectors = vectorsFor(dual.instance.compiled, prices.length);
    this.#dual = dual;
    this.#vectors = vectors;
    this.prices = vectors.zeros();
    this.prices.set(prices);
    this.slack = vectors.zeros();
    this.#steepness = vectors.zeros();
    this.#direction = vectors.zeros();
    this.#next = vectors.zeros();
    this.#nextSlack = vectors.zeros();
    this.#free = vectors.zeros();
    this.#steps = Array.from({ length: MEMORY }, () => vectors.zeros());
    this.#turns = Array.from({ length: MEMORY }, () => vectors.zeros());
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
    const vectors = this.#vectors;
    vectors.findFree(this.prices, this.slack, this.#free);
    this.#aim();
    let length = 1;
    for (let shortened = 0; shortened < MOST_SHORTENED; shortened += 1, length *= SHORTEN) {
      vectors.move(this.#next, this.prices, this.#direction, length);
      const before = vectors.along(this.slack, this.#next, this.prices);
      this.#dual.slack(this.#next, this.#temperature, this.#nextSlack);
      const after = vectors.along(this.#nextSlack, this.#next, this.prices);
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

  /** The quasi-Newton direction, by the two loops of L-BFGS; each pass changes the direction and forms the next pass's product. */
  #aim(): void {
    const { slack } = this;
    const vectors = this.#vectors;
    const direction = this.#direction;
    const free = this.#free;
    const which = (back: number): number => (this.#head - 1 - back + 2 * MEMORY) % MEMORY;
    const [step, turn] = [(back: number) => this.#steps[which(back)] as Float64Array, (back: number) => this.#turns[which(back)] as Float64Array];
    let product = vectors.fall(direction, slack, free, step(0));
    for (let back = 0; back < this.#kept; back += 1) {
      const alpha = product * (this.#curvature[which(back)] as number);
      this.#alpha[which(back)] = alpha;
      product = vectors.add(direction, free, -alpha, turn(back), step(back + 1));
    }
    product = vectors.stretch(direction, this.#stretch(step(0), turn(0)), this.#steepness, turn(this.#kept - 1));
    for (let back = this.#kept - 1; back >= 0; back -= 1) {
      const rest = (this.#alpha[which(back)] as number) - product * (this.#curvature[which(back)] as number);
      product = vectors.add(direction, free, rest, step(back), back > 0 ? turn(back - 1) : slack);
    }
    if (this.#kept === 0 || product < 0) return;
    this.#kept = 0;
    vectors.fall(direction, slack, free, slack);
    vectors.stretch(direction, 1, this.#steepness, slack);
  }

  /** The size of a step, from the last one. */
  #stretch(step: Float64Array, turn: Float64Array): number {
    if (this.#kept === 0) return 1;
    const along = this.#vectors.product(this.#free, step, turn);
    const across = this.#vectors.square(this.#free, turn, this.#steepness);
    return across > 0 && along > 0 ? along / across : 1;
  }

  #remember(): void {
    const vectors = this.#vectors;
    const [step, turn] = [this.#steps[this.#head] as Float64Array, this.#turns[this.#head] as Float64Array];
    vectors.difference(step, this.#next, this.prices);
    vectors.difference(turn, this.#nextSlack, this.slack);
    const curvature = vectors.product(this.#free, step, turn);
    this.prices.set(this.#next);
    this.slack.set(this.#nextSlack);
    if (curvature <= 0) return;
    this.#curvature[this.#head] = 1 / curvature;
    this.#head = (this.#head + 1) % MEMORY;
    this.#kept = Math.min(MEMORY, this.#kept + 1);
  }
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
