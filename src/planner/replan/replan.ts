// Planning anew after an event. What the event cannot touch stays as it is; what it touches is planned again, from the prices
// that stand, in the room that the others leave; what has been handed over or is on its way is not undone. One hard scan
// over the whole says how far the new plan can be from the best. Where that is too far, or the network is so small that it
// makes no odds, everything is planned again.
// Pure: the same standing plan, events and options give the same answer.

import { ok, type Result } from '../../domain/result.ts';
import { buildInstance } from '../scan/build.ts';
import { waysOf, type Way } from '../scan/decompose.ts';
import { alone, Dual } from '../scan/dual.ts';
import { emptyLabels } from '../scan/labels.ts';
import { ended, scan } from '../scan/scan.ts';
import { MEASURES, unitCost, type ScanProblem } from '../scan/scan-problem.ts';
import { affectedBlocks } from './affected.ts';
import { jointBound, jointPrices } from './certify.ts';
import { changed, recalledBy, type ReplanEvent, type ReplanFailure } from './events.ts';
import { actedOn, keptOf, type Acted, type Kept, type Stability } from './kept.ts';
import { takeWhatIsFree, type Taken } from './others.ts';
import { remaining, takenWith, type Remaining } from './remaining.ts';
import { limitsOf, wayValue, type Limits, type Standing } from './standing.ts';
import { foreignAboard, travelled, type Aboard, type Travelled } from './travelled.ts';
import { wholeWays, type NewWays } from './whole-ways.ts';

export interface ReplanOptions {
  readonly events: readonly ReplanEvent[];
  /** When they are known, in hours: what departs before has left. */
  readonly hour: number;
  /** Everything is planned again where the part alone leaves a wider gap. */
  readonly gap: number;
  /** Instances of so many values and more try what is affected alone first; left out: 400 000. */
  readonly partFrom?: number;
  /** What it costs to change what people act on; left out: nothing. */
  readonly stability?: Stability;
}

export interface AnswerWays extends NewWays {
  /** What blocks that are not affected get besides the ways that they have. */
  readonly others: readonly Way[];
}

export interface ReplanAnswer {
  /** With the events; numbers are the standing problem's. */
  readonly problem: ScanProblem;
  /** 1 by block of the standing plan: the ways to these are those below, the ways to the others still stand. */
  readonly affected: Uint8Array;
  /** Followed when it is asked for: the plan's flows stand before. */
  ways(): AnswerWays;
  /** Euros that the whole plan relieves, transport paid, that of stranded goods too. */
  readonly value: number;
  /** Euros for kg that were taken off departures that people act on. */
  readonly penalty: number;
  /** Euros that no plan's value less penalty passes, given what cannot be undone. */
  readonly bound: number;
  /** (bound − value + penalty) ÷ bound. */
  readonly gap: number;
  /** Of the whole, to go on from. */
  readonly prices: Float64Array;
  readonly acted: Acted;
  /** Everything was planned again. */
  readonly whole: boolean;
}

const NO_PENALTY: Stability = { hours: 0, eurosPerKg: 0 };
const NOTHING: Taken = { value: 0, ways: () => [] };
/** What is planned again is brought nearer than was asked for: in a part because the rest keeps its own distance, in the whole because people count penalties otherwise. */
const NEARER = { part: 0.5, whole: 0.95 } as const;
const TEMPERATURES = [0.0025, 0.0015, 0.001] as const;
/** Values of an instance from which it takes longer to lay it out than to plan a part. */
const PART_FROM = 400_000;

export function replan(standing: Standing, options: ReplanOptions): Result<ReplanAnswer, ReplanFailure> {
  const after = changed(standing.problem, options.events, options.hour);
  if (!after.ok) return after;
  const affected = affectedBlocks(standing.dual.instance, after.value, options.events);
  if (standing.dual.instance.value.length < (options.partFrom ?? PART_FROM)) affected.fill(1);
  const part = new Attempt(standing, after.value, affected, options).answer(standing.prices);
  if (part.gap <= options.gap || part.whole) return ok(part);
  const whole = new Attempt(standing, after.value, affected.slice().fill(1), options).answer(part.prices);
  return ok(whole.gap < part.gap ? whole : part);
}

/** Several futures of one standing plan beside each other; each has its own events, the plan stays. */
export const whatIfs = (standing: Standing, futures: readonly ReplanOptions[]): readonly Result<ReplanAnswer, ReplanFailure>[] => futures.map((options) => replan(standing, options));

class Attempt {
  readonly #standing: Standing;
  readonly #problem: ScanProblem;
  readonly #affected: Uint8Array;
  readonly #options: ReplanOptions;
  readonly #stability: Stability;
  readonly #ways: readonly Way[];
  readonly #travelled: Travelled;
  readonly #kept: readonly Kept[];
  readonly #rest: Remaining;
  readonly #gone: ReadonlySet<number>;
  readonly #limits: Limits;

  constructor(standing: Standing, problem: ScanProblem, affected: Uint8Array, options: ReplanOptions) {
    const recalled = recalledBy(options.events);
    const limits = problem.capacities === standing.problem.capacities ? standing.limits : limitsOf(problem);
    this.#limits = limits;
    this.#standing = standing;
    this.#problem = problem;
    this.#affected = affected;
    this.#options = options;
    this.#stability = options.stability ?? NO_PENALTY;
    this.#ways = affectedWays(standing, affected);
    this.#travelled = travelled(problem, limits, this.#ways, options.hour, recalled);
    this.#kept = keptOf(problem, this.#ways.filter(({ stock }) => !recalled.has(stock)), options.hour, this.#stability).filter(({ departure, commodity }) => problem.commodities.open[problem.commodities.kind[commodity] as number]?.[departure] === 1);
    this.#rest = remaining({ problem, limits, standing, hour: options.hour, affected, ways: this.#ways, travelled: this.#travelled, foreign: affected.includes(0) ? foreignAboard(standing, problem, affected, options.hour) : [], recalled, kept: this.#kept, stability: this.#stability });
    this.#gone = goneWith(options.events, problem, limits);
  }

  answer(prices: Float64Array): ReplanAnswer {
    const instance = buildInstance(this.#rest.problem);
    const labels = emptyLabels(instance);
    const dual = new Dual(instance, labels, alone(instance, labels), this.#rest.supply);
    const whole = !this.#affected.includes(0);
    const from = this.#localPrices(prices);
    const found = ended(scan(dual, { gap: this.#options.gap * (whole ? NEARER.whole : NEARER.part), prices: from, temperatures: TEMPERATURES }));
    const acted = actedOn(instance, this.#rest, this.#kept, found.plan?.shipped ?? null);
    const penalty = acted.off * this.#stability.eurosPerKg;
    const { bound, prices: joint } = this.#bound(dual, [found.prices, from], acted);
    const others = whole ? NOTHING : takeWhatIsFree(this.#standing, this.#problem, this.#affected, takenWith(this.#rest, this.#problem, instance, found.plan?.shipped ?? null), this.#options.hour);
    const value = this.#stays() + this.#travelled.all.euros + found.value - acted.gained + others.value;
    return {
      problem: this.#problem, affected: this.#affected, value, penalty, bound, gap: bound > 0 ? Math.max(0, bound - value + penalty) / bound : 0,
      prices: joint, acted, whole,
      ways: () => ({ ...wholeWays(this.#rest, found.plan === null ? [] : waysOf(instance, found.plan), this.#travelled), others: [...others.ways()] }),
    };
  }

  /** The least bound of some prices of what remains, with the prices of the whole that give it. */
  #bound(dual: Dual, candidates: readonly Float64Array[], acted: Acted): { readonly bound: number; readonly prices: Float64Array } {
    const parts = { anew: this.#affected.includes(0), standing: this.#standing, problem: this.#problem, affected: this.#affected, travelled: this.#travelled, rest: this.#rest, dual };
    // The engine counts what is kept as gained; people count what is taken off as lost.
    const kept = acted.planned * this.#stability.eurosPerKg;
    const bounds = candidates.map((local) => {
      const prices = jointPrices(this.#standing, this.#rest, local, this.#gone);
      return { bound: jointBound(parts, this.#alsoForOthers(local, prices), prices) - kept, prices };
    });
    return bounds.reduce((least, it) => (it.bound < least.bound ? it : least));
  }

  /**
   * Where blocks are not affected, the bound has to hold for what they could do too. Goods aboard, whoever they are for, cost
   * what they have cost so far: as if they were sent anew, in room and from stock that are priced already. What is kept gains
   * nothing, for others could keep it instead.
   */
  #alsoForOthers(local: Float64Array, prices: Float64Array): Float64Array {
    const own = local.slice();
    if (!this.#affected.includes(0)) return own;
    const { aboardOf, capacityOf, problem } = this.#rest;
    for (const [capacity, of] of capacityOf.entries()) if (of < 0) own[capacity] = this.#stability.eurosPerKg;
    for (const [stock, aboard] of aboardOf.entries()) if (aboard !== null) own[problem.capacities.count + stock] = this.#worthAboard(aboard, prices);
    return own;
  }

  /** Euros of the ways that are not affected. */
  #stays(): number {
    let euros = this.#standing.value;
    for (const way of this.#ways) euros -= wayValue(this.#standing.problem, way);
    return euros;
  }

  #localPrices(prices: Float64Array): Float64Array {
    const { capacityOf, stockOf, aboardOf } = this.#rest;
    const first = this.#problem.capacities.count;
    const ofStock = (stock: number, index: number): number => (stock < 0 ? this.#worthAboard(aboardOf[index] as Aboard, prices) : (prices[first + stock] as number));
    return Float64Array.from([...Array.from(capacityOf, (capacity) => (capacity < 0 ? this.#stability.eurosPerKg : (prices[capacity] as number))), ...Array.from(stockOf, ofStock)]);
  }

  /** What goods that are on their way have cost so far, at these prices: by the prices, that is what they are worth. The least, of those that came by several ways. */
  #worthAboard({ commodity, ways }: Aboard, prices: Float64Array): number {
    let least = Infinity;
    for (const { stock, departures } of ways) {
      let euros = prices[this.#problem.capacities.count + stock] as number;
      for (const leg of departures) euros += unitCost(this.#problem, commodity, leg) + pricesOn(this.#problem, this.#limits, commodity, leg, prices);
      least = Math.min(least, euros);
    }
    return least;
  }
}

/** What room for a unit of the commodity costs on the departure, euros. */
function pricesOn({ commodities }: ScanProblem, { start, capacity, measure }: Limits, commodity: number, departure: number, prices: Float64Array): number {
  let euros = 0;
  for (let at = start[departure] as number; at < (start[departure + 1] as number); at += 1) euros += (prices[capacity[at] as number] as number) * (commodities.load[commodity * MEASURES + (measure[at] as number)] as number);
  return euros;
}


function affectedWays({ ways, wayStart }: Standing, affected: Uint8Array): Way[] {
  const found: Way[] = [];
  for (let block = 0; block < affected.length; block += 1)
    if (affected[block] === 1) for (let at = wayStart[block] as number; at < (wayStart[block + 1] as number); at += 1) found.push(ways[at] as Way);
  return found;
}

/** Prices of what nobody can use any more: room of cancelled departures alone, stocks that were recalled. */
function goneWith(events: readonly ReplanEvent[], { capacities }: ScanProblem, limits: Limits): ReadonlySet<number> {
  const gone = new Set<number>();
  for (const event of events) {
    if (event.kind === 'recalled') gone.add(capacities.count + event.stock);
    if (event.kind !== 'cancelled') continue;
    for (let at = limits.start[event.departure] as number; at < (limits.start[event.departure + 1] as number); at += 1) {
      const capacity = limits.capacity[at] as number;
      if ((capacities.start[capacity + 1] as number) - (capacities.start[capacity] as number) === 1) gone.add(capacity);
    }
  }
  return gone;
}

/** The whole plan: what still stands, and what is new. */
export function* mergedWays(standing: Standing, affected: Uint8Array, { ways, others }: AnswerWays): Iterable<Way> {
  for (const way of standing.ways) if (affected[standing.blockOf[way.segment] as number] !== 1) yield way;
  yield* ways;
  yield* others;
}
