// Which charters to fly, and the plan with them. First the relaxation, in which a part of a flight can be had: its bound holds
// for every choice. A dive decides charter after charter, the least doubtful first. Then changes and swaps of which the
// cuts promise more are tried, each from the prices at hand, and give a cut of their own, until no promise is worth a try.
// The best few are planned at falling temperatures. Pure; the same problem and options, the same answer.
// Not here: a bound better than the relaxation's, which is as far from the best choice as parts of flights are worth.

import { invariant } from '../../domain/result.ts';
import { PriceSearch } from '../scan/price-search.ts';
import { scan, type ScanAnswer } from '../scan/scan.ts';
import type { CharterDual } from './charter-dual.ts';
import { costOf } from './charters.ts';
import { Cuts, keyOf } from './cuts.ts';

export interface ChooseOptions {
  /** Stop when (bound − value) ÷ bound is at most this. */
  readonly gap: number;
  /** Choices tried at most; left out: 60. */
  readonly tries?: number;
}

export interface Chosen {
  /** By charter, how often it is flown. */
  readonly flown: Float64Array;
  /** Euros that the plan relieves, transport and charters paid. */
  readonly value: number;
  /** Of every choice. */
  readonly bound: number;
  readonly gap: number;
  readonly answer: ScanAnswer;
  /** Choices tried. */
  readonly tries: number;
}

const RELAX = [0.006, 0.0025, 0.0015, 0.0008] as const;
const RELAX_STEPS = 80;
/** Temperatures of a dive and of a try, and their steps at most; a dive takes fewer, since it goes on from there. */
const DIVE = 0.0008;
const TRIAL = [0.0025, 0.0008] as const;
const STEPS = { dive: 12, trial: 40 } as const;
/** A step that lowers the dual by less than this part of the bound ends a temperature. */
const LEAST_FALL = { relax: 1e-6, dive: 3e-6, trial: 1.5e-6 } as const;
/** Shares that a dive takes as decided; and the part of what is open that it decides at least. */
const DECIDED = 0.04;
const LEAST_DECIDED = 0.12;
/** A promise, or a gain, below this part of the bound is not worth a try. */
const WORTH_A_TRY = 2e-5;
const PLAN = [0.0015, 0.0008, 0.0004, 0.0002] as const;
const MOST_TRIES = 60;
/** Choices that are planned at most. */
const PLANNED = 4;

export function choose(dual: CharterDual, options: ChooseOptions): Chosen {
  const cuts = new Cuts(dual.charters);
  const relaxed = relax(dual, cuts);
  const trials = sought(dual, cuts, relaxed, options.tries ?? MOST_TRIES);
  const close = (value: number): boolean => relaxed.bound - value <= options.gap * relaxed.bound;
  let best: Omit<Chosen, 'bound' | 'gap' | 'tries'> | null = null;
  // What a choice is worth at most need not be what its plan is worth: where prices had not settled, the next best may be better.
  for (const { flown, prices, most } of trials.toSorted((a, b) => b.most - a.most).slice(0, PLANNED)) {
    if (best !== null && (most <= best.value || close(best.value))) break;
    dual.decide(flown);
    const cost = costOf(dual.charters, flown);
    const answer = planned(dual, prices, (value) => close(value - cost));
    if (best === null || answer.value - cost > best.value) best = { flown, value: answer.value - cost, answer };
  }
  invariant(best !== null, 'a dive ends with a choice');
  return { ...best, bound: relaxed.bound, gap: relaxed.bound > 0 ? Math.max(0, relaxed.bound - best.value) / relaxed.bound : 0, tries: trials.length };
}

/** The choices that were tried. */
function sought(dual: CharterDual, cuts: Cuts, relaxed: Relaxed, most: number): readonly Trial[] {
  let best = dive(dual, cuts, relaxed);
  const none = trial(dual, cuts, new Float64Array(dual.charters.count), relaxed.prices, relaxed.bound);
  const trials = [best, none];
  if (none.most > best.most) best = none;
  const seen = new Set(trials.map(({ flown }) => keyOf(flown)));
  while (trials.length < most) {
    const step = cuts.step(best.flown, seen);
    if (step === null || step.promise < best.most + WORTH_A_TRY * relaxed.bound) break;
    const other = trial(dual, cuts, step.flown, best.prices, relaxed.bound);
    seen.add(keyOf(step.flown));
    trials.push(other);
    if (other.most > best.most) best = other;
  }
  return trials;
}

/** Decides what is nearly decided, lets the prices answer, and so on until nothing is open. */
function dive(dual: CharterDual, cuts: Cuts, { prices, bound }: Relaxed): Trial {
  const { most, count } = dual.charters;
  const flown = new Float64Array(count).fill(Number.NaN);
  const search = new PriceSearch(dual, prices.slice());
  const doubt = (charter: number): number => {
    const times = (dual.shares[charter] as number) * (most[charter] as number);
    return Math.abs(times - Math.round(times));
  };
  for (;;) {
    dual.decide(flown);
    search.begin(DIVE * dual.instance.scale);
    for (let step = 1; step <= STEPS.dive; step += 1) if (search.step() <= LEAST_FALL.dive * bound && step > 3) break;
    const open = [...flown.keys()].filter((charter) => Number.isNaN(flown[charter])).sort((a, b) => doubt(a) - doubt(b) || a - b);
    if (open.length === 0) return trial(dual, cuts, flown, search.prices, bound);
    const least = Math.ceil(open.length * LEAST_DECIDED);
    for (const [index, charter] of open.entries()) if (index < least || doubt(charter) < DECIDED) flown[charter] = Math.round((dual.shares[charter] as number) * (most[charter] as number));
    invariant(open.some((charter) => !Number.isNaN(flown[charter])), 'shares are numbers');
  }
}

interface Relaxed {
  readonly prices: Float64Array;
  readonly bound: number;
}

function relax(dual: CharterDual, cuts: Cuts): Relaxed {
  dual.decide(new Float64Array(dual.charters.count).fill(Number.NaN));
  const search = new PriceSearch(dual, new Float64Array(dual.instance.prices));
  let best = { prices: search.prices.slice(), bound: dual.bound(search.prices) };
  for (const share of RELAX) {
    search.begin(share * dual.instance.scale);
    for (let step = 1; step <= RELAX_STEPS; step += 1) {
      const fall = search.step();
      if (fall <= LEAST_FALL.relax * best.bound && step > 5) break;
    }
    cuts.add(dual.cut(search.prices));
    const bound = dual.bound(search.prices);
    if (bound < best.bound) best = { prices: search.prices.slice(), bound };
  }
  return best;
}

interface Trial {
  readonly flown: Float64Array;
  readonly prices: Float64Array;
  /** Euros that a plan with these flights is worth at most, their cost paid. */
  readonly most: number;
}

function trial(dual: CharterDual, cuts: Cuts, flown: Float64Array, from: Float64Array, bound: number): Trial {
  dual.decide(flown);
  const search = new PriceSearch(dual, from.slice());
  for (const share of TRIAL) {
    search.begin(share * dual.instance.scale);
    for (let step = 1; step <= STEPS.trial; step += 1) if (search.step() <= LEAST_FALL.trial * bound && step > 3) break;
  }
  cuts.add(dual.cut(search.prices));
  return { flown, prices: search.prices, most: cuts.at(flown) };
}

/** Planned until the value is near enough. */
function planned(dual: CharterDual, prices: Float64Array, enough: (value: number) => boolean): ScanAnswer {
  const run = scan(dual, { gap: 0, prices, temperatures: PLAN });
  for (let step = run.next(); ; step = run.next()) {
    if (step.done === true) return step.value;
    if (enough(step.value.answer.value)) return step.value.answer;
  }
}
