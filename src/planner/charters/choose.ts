// Which charters to fly, and the plan with them. First the relaxation, in which a part of a flight can be had; then a bound
// that decides each region by itself, and says what is likely best. From there changes and swaps of which the cuts promise more
// are tried, each from the prices at hand, and give a cut of their own, until no promise is worth a try. The best few are
// planned at falling temperatures, and polished where that is not enough. Whoever runs it sees each step and may stop at any:
// the best choice and the best bound so far are then the answer. Pure; the same problem and options, the same answer.

import type { Dual } from '../scan/dual.ts';
import { isPolishable, polish } from '../scan/polish/polish.ts';
import { PriceSearch } from '../scan/price-search.ts';
import { answersOf, ended, gapOf, scan, type ScanAnswer } from '../scan/scan.ts';
import type { CharterDual } from './charter-dual.ts';
import { costOf } from './charters.ts';
import { Cuts, keyOf } from './cuts.ts';
import { tightened } from './tighten.ts';

export interface ChooseOptions {
  /** Stop when (bound − value) ÷ bound is at most this. */
  readonly gap: number;
  /** Choices tried at most; left out: 20. */
  readonly tries?: number;
  /** To begin from, of an earlier answer; left out: 0. */
  readonly prices?: Float64Array;
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
  /** Its bound is of this choice alone, charters not paid. Without a plan where nothing is shipped. */
  readonly answer: ScanAnswer;
  /** Choices tried. */
  readonly tries: number;
}

const RELAX = { cold: [0.006, 0.0025, 0.0015], warm: [0.0025, 0.0015] } as const;
/** Temperatures of a try. */
const TRIAL = [0.0015, 0.0008] as const;
const STEPS = { relax: { most: 80, least: 6 }, trial: { most: 40, least: 4 } } as const;
/** A step that lowers the dual by less than this part of the bound ends a temperature. */
const LEAST_FALL = { relax: 1e-6, trial: 1.5e-6 } as const;
/** A promise, or a gain, below this part of the bound is not worth a try. */
const WORTH_A_TRY = 1e-4;
/** Of a plan that is polished where they are not enough, and of one that is not. */
const PLAN = { polished: [0.0008, 0.0004], alone: [0.0008, 0.0004, 0.0002, 0.0001] } as const;
/** Of what a choice's plan may miss of its best, the part at which polish stops. */
const POLISHED = 0.7;
const MOST_TRIES = 20;
/** After so many tries the best choice is planned, then after twice as many, and so on. */
const FIRST_TRIES = 5;
/** Choices that are planned at most. */
const PLANNED = 4;

/** The last choice of a search that nobody stops. */
export const choose = (dual: CharterDual, options: ChooseOptions): Chosen => ended(choosing(dual, options));

/** Yields what stands after each step of a search for prices; stop it by not going on. What was yielded before is no longer to be used. */
export function* choosing(dual: CharterDual, { gap, tries: most = MOST_TRIES, prices }: ChooseOptions): Generator<Chosen, Chosen> {
  const cuts = new Cuts(dual.charters);
  const best = new Best(dual);
  const relaxed = yield* best.during(relax(dual, cuts, best, prices));
  const tight = yield* best.during(tightened(dual, relaxed.prices));
  if (tight !== null) {
    cuts.addRegions(tight.lines);
    best.lower(tight.lines.most);
  }
  const { bound } = best.stands;
  const first = yield* best.during(trial(dual, cuts, tight?.likely ?? relaxed.flown, tight?.prices ?? relaxed.prices, bound));
  const search = new Choices(dual, cuts, first, bound);
  yield* best.during(search.tryNone());
  const planned = new Set<Trial>();
  const isClose = (): boolean => best.isWithin(gap);
  for (let tries = FIRST_TRIES; ; tries *= 2) {
    const more = yield* best.during(search.seek(Math.min(tries, most)));
    best.stands = { ...best.stands, tries: search.trials.length };
    if (!isClose() && !planned.has(search.best)) yield* best.plan(search.best, gap, planned);
    if (isClose() || !more || tries >= most) break;
  }
  // What a choice is worth at most need not be what its plan is worth: where prices had not settled, the next best may be better.
  for (const choice of search.trials.toSorted((x, y) => y.most - x.most).slice(0, PLANNED)) if (!planned.has(choice) && !isClose() && choice.most > best.stands.value) yield* best.plan(choice, gap, planned);
  return best.stands;
}

/** The best choice that was planned, and the least bound of all; before anything is planned, nothing flown and nothing shipped. */
class Best {
  readonly #dual: CharterDual;
  stands: Chosen;

  constructor(dual: CharterDual) {
    const { count } = dual.charters;
    const prices = new Float64Array(dual.instance.prices);
    dual.decide(new Float64Array(count).fill(Number.NaN));
    const bound = dual.bound(prices);
    this.#dual = dual;
    this.stands = { flown: new Float64Array(count), value: 0, bound, relaxed: bound, gap: gapOf(0, bound), answer: { value: 0, bound, gap: gapOf(0, bound), plan: null, prices }, tries: 0 };
  }

  isWithin = (gap: number): boolean => this.stands.bound - this.stands.value <= gap * this.stands.bound;

  lower(bound: number): void {
    if (bound < this.stands.bound) this.stands = { ...this.stands, bound, gap: gapOf(this.stands.value, bound) };
  }

  /** What stands, at each step of something that does not change it. */
  *during<T>(run: Generator<void, T>): Generator<Chosen, T> {
    for (let step = run.next(); ; step = run.next()) {
      if (step.done === true) return step.value;
      yield this.stands;
    }
  }

  /** Plans a choice until its value is near enough. A plan that stands is followed as it grows, for its arrays are used again. */
  *plan(choice: Trial, gap: number, planned: Set<Trial>): Generator<Chosen, void> {
    planned.add(choice);
    this.#dual.decide(choice.flown);
    const cost = costOf(this.#dual.charters, choice.flown);
    const run = planning(this.#dual.decided(), choice.prices, { wanted: (1 - gap) * this.stands.bound + cost, most: choice.most + cost });
    for (let step = run.next(); ; step = run.next()) {
      const value = step.value.value - cost;
      if (this.stands.flown === choice.flown || value > this.stands.value) this.stands = { ...this.stands, flown: choice.flown, value, answer: step.value, gap: gapOf(value, this.stands.bound) };
      if (step.done === true || this.isWithin(gap)) return;
      yield this.stands;
    }
  }
}

/** By the scan, and where that ends short of what is wanted and more could be had, by interior point. @param wanted euros, and the most that can be had; charters not paid */
function* planning(dual: Dual, prices: Float64Array, { wanted, most }: { readonly wanted: number; readonly most: number }): Generator<ScanAnswer, ScanAnswer> {
  const polishes = most > wanted && isPolishable(dual.instance);
  const scanned = yield* answersOf(scan(dual, { gap: 0, prices, temperatures: polishes ? PLAN.polished : PLAN.alone }));
  const spare = (scanned.bound - wanted) / scanned.bound;
  return polishes && scanned.value < wanted && spare > 0 ? yield* polish(dual, scanned, { gap: POLISHED * spare }) : scanned;
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

  constructor(dual: CharterDual, cuts: Cuts, first: Trial, bound: number) {
    [this.#dual, this.#cuts, this.#bound] = [dual, cuts, bound];
    this.best = first;
    this.trials = [first];
    this.#seen.add(keyOf(first.flown));
  }

  /** Nothing flown, where that may be better. */
  *tryNone(): Generator<void, void> {
    const none = new Float64Array(this.#dual.charters.count);
    if (!this.#seen.has(keyOf(none)) && this.#cuts.at(none) > this.best.most) yield* this.#consider(none);
  }

  /** Goes on until so many were tried. @returns is there more to try? */
  *seek(tries: number): Generator<void, boolean> {
    while (this.best.most < (1 - WORTH_A_TRY) * this.#bound) {
      if (this.trials.length >= tries) return true;
      const step = this.#cuts.step(this.best.flown, this.#seen);
      if (step === null || step.promise < this.best.most + WORTH_A_TRY * this.#bound) return false;
      yield* this.#consider(step.flown);
    }
    return false;
  }

  *#consider(flown: Float64Array): Generator<void, void> {
    const other = yield* trial(this.#dual, this.#cuts, flown, this.best.prices, this.#bound);
    this.#seen.add(keyOf(flown));
    this.trials.push(other);
    if (other.most > this.best.most) this.best = other;
  }
}

interface Relaxed {
  readonly prices: Float64Array;
  /** Parts of flights made whole. */
  readonly flown: Float64Array;
}

/** Lowers the bound of what stands as it goes. */
function* relax(dual: CharterDual, cuts: Cuts, best: Best, prices: Float64Array | undefined): Generator<void, Relaxed> {
  const { most } = dual.charters;
  const search = new PriceSearch(dual, prices?.slice() ?? new Float64Array(dual.instance.prices));
  for (const share of prices === undefined ? RELAX.cold : RELAX.warm) {
    yield* search.settle(share * dual.instance.scale, { ...STEPS.relax, fall: LEAST_FALL.relax * best.stands.bound });
    cuts.add(dual.cut(search.prices));
    best.lower(dual.bound(search.prices));
  }
  best.stands = { ...best.stands, relaxed: best.stands.bound };
  return { prices: search.prices, flown: dual.shares.map((share, charter) => Math.round(share * (most[charter] as number))) };
}

function* trial(dual: CharterDual, cuts: Cuts, flown: Float64Array, from: Float64Array, bound: number): Generator<void, Trial> {
  dual.decide(flown);
  const search = new PriceSearch(dual, from.slice());
  for (const share of TRIAL) yield* search.settle(share * dual.instance.scale, { ...STEPS.trial, fall: LEAST_FALL.trial * bound });
  cuts.add(dual.cut(search.prices));
  return { flown, prices: search.prices, most: cuts.at(flown) };
}
