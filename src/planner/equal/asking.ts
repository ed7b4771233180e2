// How much of what levels ask for can be had at once, and at what prices: one program after the other over the same arcs, by
// interior point. Each begins where the last one ended; the first at what a short scan finds. Capacities join when flows come
// near them, so that a program may overlook one: its plan is then cut to what there is, and the next program knows it.
// Prices are the middle of those that are best, not a corner: pieces of them that share no goods are all above 0.
// Not here: what follows for levels (equal-cover.ts).

import { buildInstance, revalued } from '../scan/build.ts';
import { alone, Dual } from '../scan/dual.ts';
import { emptyLabels } from '../scan/labels.ts';
import { scan } from '../scan/scan.ts';
import type { ScanProblem } from '../scan/scan-problem.ts';
import { emptyPlan, type ScanPlan } from '../scan/ship.ts';
import { trafficOf, type Traffic } from '../scan/traffic.ts';
import { InteriorPoint } from '../scan/polish/interior.ts';
import { keepFull, loadOfPlan, nothingKept } from '../scan/polish/near.ts';
import { repaired } from '../scan/polish/repair.ts';
import { restricted, type Kept } from '../scan/polish/restricted.ts';
import { flowsOf, pricesOf } from '../scan/polish/solution.ts';
import { startOf } from '../scan/polish/start.ts';
import { askedSegments, askingProblem, type Groups } from './demand.ts';

export interface Answer {
  /** Of the problem that was asked. */
  readonly dual: Dual;
  readonly plan: ScanPlan;
  readonly prices: Float64Array;
  /** Did the program overlook a capacity? Asked again, the answer is another. */
  readonly overlooked: boolean;
}

/** The first prices need not be good. */
const SCANNED = { gap: 0.01, temperatures: [0.006, 0.002] } as const;
/** A capacity of which this part is taken joins the program. */
const NEARLY_FULL = 0.95;
/** Below this a step that leaves more than half is a step for nothing; so many of them, and no more are gone. */
const FINE = 1e-6;
const MOST_IDLE = 3;
const MOST_STEPS = 80;
/** What levels ask for anew opens a solved program again, at least by so much of all that is asked for. */
const LEAST_OPEN = 1e-3;

export class Asking {
  readonly #problem: ScanProblem;
  readonly #groups: Groups;
  readonly #kept: Kept;
  readonly #traffic: Traffic;
  /** With everything asked for. */
  readonly whole: Dual;
  /** Of the last program. */
  #plan: ScanPlan | null = null;
  #prices: Float64Array;

  constructor(problem: ScanProblem, groups: Groups) {
    const instance = buildInstance(askingProblem(problem, groups, new Float64Array(groups.count).fill(1)));
    const labels = emptyLabels(instance);
    this.#problem = problem;
    this.#groups = groups;
    this.whole = new Dual(instance, labels, alone(instance, labels));
    this.#traffic = trafficOf(instance);
    this.#prices = new Float64Array(instance.prices);
    this.#kept = nothingKept(instance);
    this.#kept.slot.fill(1);
    this.#kept.arrival.fill(1);
    for (const [at, value] of instance.value.entries()) this.#kept.value[at] = value > 0 ? 1 : 0;
  }

  /**
   * Yields after each step, so that whoever runs it can stop.
   * @param levels shares by group @param most what may be between plan and prices when it ends, as a share of all that is asked for @returns null where nothing can be had
   */
  *ask(levels: Float64Array, most: number): Generator<void, Answer | null> {
    const { labels } = this.whole;
    const instance = revalued(this.whole.instance, askedSegments(this.#problem, this.#groups, levels));
    const dual = new Dual(instance, labels, alone(instance, labels));
    const from = this.#plan === null ? yield* this.#scanned(dual) : repaired(dual, this.#traffic, this.#plan).plan;
    keepFull(dual, this.#prices, loadOfPlan(dual, this.#traffic, from.shipped), NEARLY_FULL, this.#kept);
    const bound = dual.bound(this.#prices);
    const program = restricted(dual, this.#traffic, this.#kept, from, this.#prices);
    if (program.program.cost.length === 0) return null;
    const point = new InteriorPoint(program.program, startOf(program, Math.max(LEAST_OPEN * bound, bound - relieved(dual, from))));
    for (let [step, idle, last] = [0, 0, Infinity]; step < MOST_STEPS && idle < MOST_IDLE; step += 1) {
      point.step();
      yield;
      const open = point.gap();
      if (open <= most) break;
      if (open < FINE && open > last / 2) idle += 1;
      last = open;
    }
    this.#prices = pricesOf(program, point.iterate.y);
    const { plan, wanted, asked } = repaired(dual, this.#traffic, flowsOf(instance, program, point.iterate.x));
    this.#plan = wanted;
    const known = this.#kept.price.reduce((sum, it) => sum + it, 0);
    keepFull(dual, this.#prices, asked, NEARLY_FULL, this.#kept);
    return { dual, plan, prices: this.#prices, overlooked: this.#kept.price.reduce((sum, it) => sum + it, 0) > known };
  }

  *#scanned(dual: Dual): Generator<void, ScanPlan> {
    const run = scan(dual, SCANNED);
    let step = run.next();
    for (; step.done !== true; step = run.next()) yield;
    this.#prices = step.value.prices;
    return step.value.plan ?? emptyPlan(dual.instance);
  }
}

/** Riding is free: what a plan hands over. */
function relieved({ instance: { value } }: Dual, { delivered }: ScanPlan): number {
  let euros = 0;
  for (let at = 0; at < delivered.length; at += 1) euros += (delivered[at] as number) * (value[at] as number);
  return euros;
}
