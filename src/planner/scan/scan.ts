// The dual scan: prices are sought at falling temperatures; at times the flows of the moment are made into a plan and the
// prices into a bound; when the two are near enough, it is done. Whoever runs it sees each step and may stop at any: the best
// plan and the best bound so far are then the answer. No clock, no chance: the same instance and options, the same answer.

import type { Dual } from './dual.ts';
import { Filler } from './fill.ts';
import type { ScanInstance } from './instance.ts';
import { PriceSearch } from './price-search.ts';
import { unitCost } from './scan-problem.ts';
import { emptyPlan, Shipper, type ScanPlan } from './ship.ts';
import { trafficOf } from './traffic.ts';

export interface ScanOptions {
  /** Stop when (bound − value) ÷ bound is at most this. */
  readonly gap: number;
  /** Prices to begin from, of an earlier answer; left out: 0. Copied, not changed. */
  readonly prices?: Float64Array;
  /** Temperatures, the highest first, as shares of what a kg of need is worth. */
  readonly temperatures?: readonly number[];
}

export interface ScanAnswer {
  /** Euros that the plan relieves, transport paid: 0 where nothing is shipped. */
  readonly value: number;
  /** Euros that no plan relieves more than. */
  readonly bound: number;
  /** (bound − value) ÷ bound; 0 where the bound is 0. */
  readonly gap: number;
  /** Null until there is a plan. */
  readonly plan: ScanPlan | null;
  /** The prices of the best bound: of each capacity, then of each stock. */
  readonly prices: Float64Array;
}

export interface ScanProgress {
  readonly scans: number;
  /** Share of what a kg of need is worth. */
  readonly temperature: number;
  readonly answer: ScanAnswer;
}

const TEMPERATURES = [0.006, 0.002, 0.001, 0.0005, 0.0002] as const;
const MOST_STEPS = 100;
const LEAST_STEPS = 6;
/** A temperature is done when a step lowers the dual by less than this part of the bound. */
const LEAST_FALL = { first: 2e-5, later: 5e-7 } as const;
/** Between tries to make a plan, steps; and what part of all freight may be over capacity for it to be worth a try. */
const STEPS_BETWEEN = 10;
const MOST_OVER = 0.004;

/** Yields after each step of the search; stop it by not going on. Ends with the last answer. */
export function* scan(dual: Dual, options: ScanOptions): Generator<ScanProgress, ScanAnswer> {
  const { instance } = dual;
  const best = new Best(dual, options.prices ?? new Float64Array(instance.prices));
  const search = new PriceSearch(dual, best.answer.prices.slice());
  const temperatures = options.temperatures ?? TEMPERATURES;
  // From no prices the first temperature only finds the way; from given ones it may be near enough.
  const cold = (stage: number): boolean => stage === 0 && options.prices === undefined;
  for (const [stage, share] of temperatures.entries()) {
    const temperature = share * instance.scale;
    search.begin(temperature);
    let tried = 0;
    for (let step = 1; step <= MOST_STEPS; step += 1) {
      const fall = search.step();
      yield { scans: dual.scans, temperature: share, answer: best.answer };
      if (!cold(stage) && step - tried >= STEPS_BETWEEN && overload(instance, dual.supply, search.slack) < MOST_OVER) {
        tried = step;
        best.certify(search, temperature);
        if (best.answer.gap <= options.gap) return best.answer;
      }
      if (fall <= 0 || (step >= LEAST_STEPS && fall < (cold(stage) ? LEAST_FALL.first : LEAST_FALL.later) * best.answer.bound)) break;
    }
    if (cold(stage) && temperatures.length > 1) best.raise(search.prices);
    else best.certify(search, temperature);
    if (best.answer.gap <= options.gap) return best.answer;
  }
  return best.answer;
}

/** What stands after each step of a scan, for searches that go on from its answer. */
export function* answersOf(run: Generator<ScanProgress, ScanAnswer>): Generator<ScanAnswer, ScanAnswer> {
  let step = run.next();
  for (; step.done !== true; step = run.next()) yield step.value.answer;
  return step.value;
}

/** The answer of a search that nobody stops. */
export function ended<Answer>(run: Generator<unknown, Answer>): Answer {
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value;
}

/** The best plan and the best bound so far. */
class Best {
  readonly #dual: Dual;
  readonly #shipper: Shipper;
  readonly #filler: Filler;
  #spare: ScanPlan;
  answer: ScanAnswer;

  constructor(dual: Dual, prices: Float64Array) {
    this.#dual = dual;
    const traffic = trafficOf(dual.instance);
    this.#shipper = new Shipper(dual, traffic);
    this.#filler = new Filler(dual, traffic);
    this.#spare = emptyPlan(dual.instance);
    const bound = dual.bound(prices);
    this.answer = { value: 0, bound, gap: gapOf(0, bound), plan: null, prices: prices.slice() };
  }

  /** A bound by these prices. */
  raise(prices: Float64Array): void {
    const bound = this.#dual.bound(prices);
    if (bound < this.answer.bound) this.answer = { ...this.answer, bound, gap: gapOf(this.answer.value, bound), prices: prices.slice() };
  }

  certify(search: PriceSearch, temperature: number): void {
    this.raise(search.prices);
    const rest = this.#shipper.ship(search.slack, temperature, this.#spare);
    const shipped = planValue(this.#dual.instance, this.#spare);
    const value = shipped + this.#filler.fill(this.#spare, rest, shipped);
    if (value <= this.answer.value) return;
    const plan = this.#spare;
    this.#spare = this.answer.plan ?? emptyPlan(this.#dual.instance);
    this.answer = { ...this.answer, value, plan, gap: gapOf(value, this.answer.bound) };
  }
}

/** (bound − value) ÷ bound; 0 where the bound is 0. */
export const gapOf = (value: number, bound: number): number => (bound > 0 ? Math.max(0, bound - value) / bound : 0);

/** Of all that rides, the part that is beyond capacity. */
function overload({ problem: { capacities } }: ScanInstance, supply: Float64Array, slack: Float64Array): number {
  let [over, all] = [0, 0];
  for (let capacity = 0; capacity < capacities.count; capacity += 1) {
    const most = supply[capacity] as number;
    if (most <= 0) continue;
    all += 1 - (slack[capacity] as number) / most;
    over += Math.max(0, -(slack[capacity] as number) / most);
  }
  return all > 0 ? over / all : 0;
}

/** Euros that a plan relieves, transport paid. */
export function planValue(instance: ScanInstance, plan: ScanPlan): number {
  let euros = 0;
  for (let at = 0; at < plan.delivered.length; at += 1) if ((plan.delivered[at] as number) > 0) euros += (plan.delivered[at] as number) * (instance.value[at] as number);
  for (let slot = 0; slot < plan.shipped.length; slot += 1) {
    const departure = instance.slotDeparture[slot] as number;
    if (departure >= 0 && (plan.shipped[slot] as number) > 0) euros -= (plan.shipped[slot] as number) * unitCost(instance.problem, instance.slotCommodity[slot] as number, departure);
  }
  return euros;
}
