// Which charters to fly, and the plan with them. First the relaxation, in which a part of a flight can be had; then a bound
// that decides each region by itself, and says what is likely best. From there changes and swaps of which the cuts promise more
// are tried, each from the prices at hand, and give a cut of their own, until no promise is worth a try. The best few are
// planned at falling temperatures. Pure; the same problem and options, the same answer.

import { invariant } from '../../domain/result.ts';
import { PriceSearch } from '../scan/price-search.ts';
import { scan, type ScanAnswer } from '../scan/scan.ts';
import type { CharterDual } from './charter-dual.ts';
import { costOf } from './charters.ts';
import { Cuts, keyOf } from './cuts.ts';
import { tightened } from './tighten.ts';

export interface ChooseOptions {
  /** Stop when (bound − value) ÷ bound is at most this. */
  readonly gap: number;
  /** Choices tried at most; left out: 20. */
  readonly tries?: number;
}

export interface Chosen {
  /** By charter, how often it is flown. */
  readonly flown: Float64Array;
  /** Euros that the plan relieves, transport and charters paid. */
  readonly value: number;
  /** Of every choice. */
  readonly bound: number;
  /** The same of the relaxation, in which a part of a flight can be had. */
  readonly relaxed: number;
  readonly gap: number;
  /** Its bound is of this choice alone, charters not paid. */
  readonly answer: ScanAnswer;
  /** Choices tried. */
  readonly tries: number;
}

const RELAX = [0.006, 0.0025, 0.0015] as const;
/** Temperatures of a try. */
const TRIAL = [0.0015, 0.0008] as const;
const STEPS = { relax: { most: 80, least: 6 }, trial: { most: 40, least: 4 } } as const;
/** A step that lowers the dual by less than this part of the bound ends a temperature. */
const LEAST_FALL = { relax: 1e-6, trial: 1.5e-6 } as const;
/** A promise, or a gain, below this part of the bound is not worth a try. */
const WORTH_A_TRY = 1e-4;
const PLAN = [0.0008, 0.0004, 0.0002, 0.0001] as const;
const MOST_TRIES = 20;
/** After so many tries the best choice is planned, then after twice as many, and so on. */
const FIRST_TRIES = 5;
/** Choices that are planned at most. */
const PLANNED = 4;

export function choose(dual: CharterDual, options: ChooseOptions): Chosen {
  const cuts = new Cuts(dual.charters);
  const relaxed = relax(dual, cuts);
  const tight = tightened(dual, relaxed.prices);
  if (tight !== null) cuts.addRegions(tight.lines);
  const bound = Math.min(relaxed.bound, tight?.lines.most ?? Infinity);
  const first = tight === null ? { flown: relaxed.flown, prices: relaxed.prices } : { flown: tight.likely, prices: tight.prices };
  const close = (value: number): boolean => bound - value <= options.gap * bound;
  const search = new Choices(dual, cuts, first, bound);
  const planned = new Set<Trial>();
  let best: Pick<Chosen, 'flown' | 'value' | 'answer'> | null = null;
  const plan = (choice: Trial): void => {
    planned.add(choice);
    dual.decide(choice.flown);
    const cost = costOf(dual.charters, choice.flown);
    const answer = plannedTo(dual, choice.prices, (value) => close(value - cost));
    if (best === null || answer.value - cost > best.value) best = { flown: choice.flown, value: answer.value - cost, answer };
  };
  const value = (): number => best?.value ?? -Infinity;
  for (let tries = FIRST_TRIES; ; tries *= 2) {
    const more = search.seek(Math.min(tries, options.tries ?? MOST_TRIES));
    if (!close(value()) && !planned.has(search.best)) plan(search.best);
    if (close(value()) || !more || tries >= (options.tries ?? MOST_TRIES)) break;
  }
  // What a choice is worth at most need not be what its plan is worth: where prices had not settled, the next best may be better.
  for (const choice of search.trials.toSorted((x, y) => y.most - x.most).slice(0, PLANNED)) if (!planned.has(choice) && !close(value()) && choice.most > value()) plan(choice);
  invariant(best !== null, 'a choice was tried');
  const found: Pick<Chosen, 'flown' | 'value' | 'answer'> = best;
  return { ...found, bound, relaxed: relaxed.bound, gap: bound > 0 ? Math.max(0, bound - found.value) / bound : 0, tries: search.trials.length };
}

interface Trial {
  readonly flown: Float64Array;
  readonly prices: Float64Array;
  /** Euros that a plan with these flights is worth at most, their cost paid. */
  readonly most: number;
}

/** The choices that were tried: the likely one, none at all, and what promised more. */
class Choices {
  readonly trials: Trial[];
  best: Trial;
  readonly #dual: CharterDual;
  readonly #cuts: Cuts;
  readonly #bound: number;
  readonly #seen = new Set<string>();

  constructor(dual: CharterDual, cuts: Cuts, first: Pick<Trial, 'flown' | 'prices'>, bound: number) {
    [this.#dual, this.#cuts, this.#bound] = [dual, cuts, bound];
    this.best = trial(dual, cuts, first.flown, first.prices, bound);
    this.trials = [this.best];
    this.#seen.add(keyOf(first.flown));
    const none = new Float64Array(dual.charters.count);
    if (!this.#seen.has(keyOf(none)) && cuts.at(none) > this.best.most) this.#consider(none);
  }

  /** Goes on until so many were tried. @returns is there more to try? */
  seek(tries: number): boolean {
    while (this.best.most < (1 - WORTH_A_TRY) * this.#bound) {
      if (this.trials.length >= tries) return true;
      const step = this.#cuts.step(this.best.flown, this.#seen);
      if (step === null || step.promise < this.best.most + WORTH_A_TRY * this.#bound) return false;
      this.#consider(step.flown);
    }
    return false;
  }

  #consider(flown: Float64Array): void {
    const other = trial(this.#dual, this.#cuts, flown, this.best.prices, this.#bound);
    this.#seen.add(keyOf(flown));
    this.trials.push(other);
    if (other.most > this.best.most) this.best = other;
  }
}

interface Relaxed {
  readonly prices: Float64Array;
  readonly bound: number;
  /** Parts of flights made whole. */
  readonly flown: Float64Array;
}

function relax(dual: CharterDual, cuts: Cuts): Relaxed {
  const { count, most } = dual.charters;
  dual.decide(new Float64Array(count).fill(Number.NaN));
  const search = new PriceSearch(dual, new Float64Array(dual.instance.prices));
  let bound = dual.bound(search.prices);
  for (const share of RELAX) {
    search.settle(share * dual.instance.scale, { ...STEPS.relax, fall: LEAST_FALL.relax * bound });
    cuts.add(dual.cut(search.prices));
    bound = Math.min(bound, dual.bound(search.prices));
  }
  return { prices: search.prices, bound, flown: dual.shares.map((share, charter) => Math.round(share * (most[charter] as number))) };
}

function trial(dual: CharterDual, cuts: Cuts, flown: Float64Array, from: Float64Array, bound: number): Trial {
  dual.decide(flown);
  const search = new PriceSearch(dual, from.slice());
  for (const share of TRIAL) search.settle(share * dual.instance.scale, { ...STEPS.trial, fall: LEAST_FALL.trial * bound });
  cuts.add(dual.cut(search.prices));
  return { flown, prices: search.prices, most: cuts.at(flown) };
}

/** Planned until the value is near enough. */
function plannedTo(dual: CharterDual, prices: Float64Array, enough: (value: number) => boolean): ScanAnswer {
  const run = scan(dual, { gap: 0, prices, temperatures: PLAN });
  for (let step = run.next(); ; step = run.next()) {
    if (step.done === true) return step.value;
    if (enough(step.value.answer.value)) return step.value.answer;
  }
}
