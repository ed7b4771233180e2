// From the scan's prices and plan to any gap that is asked for: the program of what is near the best at these prices is solved
// by interior point; at its prices a hard scan bounds the whole problem, and its flows, repaired, are a plan. What its
// prices bring near, and what its flows overload, joins the program for the next round. No clock, no chance.

import type { Dual } from '../dual.ts';
import { Filler } from '../fill.ts';
import type { ScanInstance } from '../instance.ts';
import { gapOf, planValue, type ScanAnswer } from '../scan.ts';
import type { ScanPlan } from '../ship.ts';
import { trafficOf, type Traffic } from '../traffic.ts';
import { InteriorPoint } from './interior.ts';
import { keepFull, keepNear, loadOfPlan, nothingKept } from './near.ts';
import { repaired } from './repair.ts';
import { restricted, type Restricted } from './restricted.ts';
import { flowsOf, pricesOf } from './solution.ts';
import { startOf } from './start.ts';

export interface PolishOptions {
  /** (bound − value) ÷ bound to stop at. */
  readonly gap: number;
  /** How near to the best a way must be to be kept, round by round, as shares of what a kg of need is worth. */
  readonly within?: readonly number[];
}

/** Slots and values beyond which it takes minutes: 500 recipients × 10 items × 14 days have 125,000, 500 × 20 × 30 have 625,000. */
const MOST = 250_000;
export const isPolishable = ({ slotDeparture, value }: ScanInstance): boolean => slotDeparture.length + value.length <= MOST;

const WITHIN = [0.03, 0.02, 0.02, 0.02] as const;
/** A capacity of which a plan takes this part may be short. */
const NEARLY_FULL = 0.5;
const MOST_STEPS = 50;
/** A solution is tried when its own gap is at most this part of the one asked for; when it is less by far, it can do no more. */
const TRY = 0.9;
const DONE = 0.1;
/** What comes anew opens a solved program again by so much. */
const AGAIN = 5;
/** Nearer than this the factor's rounding is in the way. */
const FINEST = 1e-9;

/** Yields after each step of a program, so that whoever runs it can stop. @param answer of the scan. @returns one that is at least as good, and at the gap if the rounds were enough. */
export function* polish(dual: Dual, answer: ScanAnswer, options: PolishOptions): Generator<ScanAnswer, ScanAnswer> {
  const polisher = new Polisher(dual, answer);
  for (const within of options.within ?? WITHIN) {
    if (polisher.best.gap <= options.gap || polisher.best.bound <= 0) break;
    yield* polisher.round(within, options.gap);
  }
  return polisher.best;
}

class Polisher {
  best: ScanAnswer;
  readonly #dual: Dual;
  readonly #traffic: Traffic;
  readonly #filler: Filler;
  readonly #kept;
  /** Of the last program, or the scan: prices, load of each capacity, flows, and euros between primal and dual. */
  #prices: Float64Array;
  #asked: Float64Array;
  #flows: ScanPlan | null;
  #open: number;

  constructor(dual: Dual, answer: ScanAnswer) {
    this.best = answer;
    this.#dual = dual;
    this.#traffic = trafficOf(dual.instance);
    this.#filler = new Filler(dual, this.#traffic);
    this.#kept = nothingKept(dual.instance);
    this.#prices = answer.prices;
    this.#flows = answer.plan;
    this.#open = answer.bound - answer.value;
    this.#asked = answer.plan === null ? new Float64Array(dual.instance.problem.capacities.count) : loadOfPlan(dual, this.#traffic, answer.plan.shipped);
  }

  *round(within: number, gap: number): Generator<ScanAnswer> {
    keepNear(this.#dual, this.#prices, within * this.#dual.instance.scale, this.#kept);
    keepFull(this.#dual, this.#prices, this.#asked, NEARLY_FULL, this.#kept);
    const program = restricted(this.#dual, this.#traffic, this.#kept, this.#flows, this.#prices);
    if (program.program.cost.length === 0) return;
    const point = new InteriorPoint(program.program, startOf(program, this.#open));
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const went = point.step();
      yield this.best;
      const open = point.gap();
      const stuck = Math.max(...went) < 1e-3;
      if (open > Math.max(TRY * gap, FINEST) && !stuck) continue;
      this.#take(program, point, open);
      if (this.best.gap <= gap || stuck || open <= Math.max(DONE * gap, FINEST)) return;
    }
  }

  /** A bound by the program's prices, a plan by its flows. */
  #take(program: Restricted, { iterate: { x, y } }: InteriorPoint, open: number): void {
    const { instance } = this.#dual;
    this.#prices = pricesOf(program, y);
    const bound = this.#dual.bound(this.#prices);
    if (bound < this.best.bound) this.best = { ...this.best, bound, prices: this.#prices };
    const { plan, rest, wanted, asked } = repaired(this.#dual, this.#traffic, flowsOf(instance, program, x));
    this.#asked = asked;
    this.#flows = wanted;
    this.#open = AGAIN * open * this.best.bound;
    const carried = planValue(instance, plan);
    const value = carried + this.#filler.fill(plan, rest, carried);
    if (value > this.best.value) this.best = { ...this.best, value, plan };
    this.best = { ...this.best, gap: gapOf(this.best.value, this.best.bound) };
  }
}
