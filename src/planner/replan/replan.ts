// Planning anew after an event. What the event cannot touch stays as it is; what it touches is planned again, from the prices
// that stand, in the room that the others leave; what has been handed over or is on its way is not undone. One hard scan
// over the whole says how far the new plan can be from the best. Where that is too far, everything is planned again.
// Pure: the same standing plan, events and options give the same answer.

import { ok, type Result } from '../../domain/result.ts';
import { buildInstance } from '../scan/build.ts';
import { waysOf, type Way } from '../scan/decompose.ts';
import { alone, Dual } from '../scan/dual.ts';
import { emptyLabels } from '../scan/labels.ts';
import { scan, type ScanAnswer } from '../scan/scan.ts';
import { MEASURES, unitCost, type ScanProblem } from '../scan/scan-problem.ts';
import { affectedBlocks } from './affected.ts';
import { jointBound, jointPrices } from './certify.ts';
import { changed, recalledBy, type ReplanEvent, type ReplanFailure } from './events.ts';
import { keptOf, takenOff, type Kept, type Stability } from './kept.ts';
import { remaining, type Remaining } from './remaining.ts';
import { freight, limitsOf, wayValue, type Limits, type Standing } from './standing.ts';
import { travelled, type Aboard, type Travelled } from './travelled.ts';
import { wholeWays } from './whole-ways.ts';

export interface ReplanOptions {
  readonly events: readonly ReplanEvent[];
  /** When they are known, in hours: what departs before has left. */
  readonly hour: number;
  /** Everything is planned again where the part alone leaves a wider gap. */
  readonly gap: number;
  /** What it costs to change what people act on; left out: nothing. */
  readonly stability?: Stability;
}

export interface ReplanAnswer {
  /** With the events; numbers are the standing problem's. */
  readonly problem: ScanProblem;
  /** 1 by block of the standing plan: the ways to these are those below, the ways to the others still stand. */
  readonly affected: Uint8Array;
  readonly ways: readonly Way[];
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
  /** kg that people were acting on, and of these what now rides otherwise or not at all. */
  readonly acted: { readonly planned: number; readonly off: number };
  /** Goods that are on their way and for which there is no use any more. */
  readonly stranded: readonly Way[];
  /** Everything was planned again. */
  readonly whole: boolean;
}

const NO_PENALTY: Stability = { hours: 0, eurosPerKg: 0 };
/** The part is brought nearer than the whole has to be: the rest keeps its own distance. */
const LOCAL_PART = 0.5;
const TEMPERATURES = [0.003, 0.0015, 0.0008] as const;

export function replan(standing: Standing, options: ReplanOptions): Result<ReplanAnswer, ReplanFailure> {
  const after = changed(standing.problem, options.events, options.hour);
  if (!after.ok) return after;
  const affected = affectedBlocks(standing.dual.instance, after.value, options.events);
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
    this.#rest = remaining({ problem, limits, standing, hour: options.hour, affected, ways: this.#ways, travelled: this.#travelled, recalled, kept: this.#kept, stability: this.#stability });
    this.#gone = goneWith(options.events, problem, limits);
  }

  answer(prices: Float64Array): ReplanAnswer {
    const instance = buildInstance(this.#rest.problem);
    const labels = emptyLabels(instance);
    const dual = new Dual(instance, labels, alone(instance, labels), this.#rest.supply);
    const found = solved(dual, this.#localPrices(prices), this.#options.gap * LOCAL_PART);
    const { ways, stranded } = wholeWays(this.#rest, found.plan === null ? [] : waysOf(instance, found.plan), this.#travelled);
    const joint = jointPrices(this.#standing, this.#rest, found.prices, this.#gone);
    const parts = { standing: this.#standing, problem: this.#problem, affected: this.#affected, travelled: this.#travelled, rest: this.#rest, dual };
    const acted = takenOff(this.#problem, this.#kept, ways, this.#options.hour, this.#stability);
    const penalty = acted.off * this.#stability.eurosPerKg;
    const value = this.#value(ways, stranded);
    // The engine counts what is kept as gained; people count what is taken off as lost.
    const bound = jointBound(parts, found.prices, joint) - acted.planned * this.#stability.eurosPerKg;
    return {
      problem: this.#problem, affected: this.#affected, ways, value, penalty, bound, gap: bound > 0 ? Math.max(0, bound - value + penalty) / bound : 0,
      prices: joint, acted, stranded, whole: !this.#affected.includes(0),
    };
  }

  #localPrices(prices: Float64Array): Float64Array {
    const { capacityOf, stockOf, aboardOf } = this.#rest;
    const first = this.#problem.capacities.count;
    const ofStock = (stock: number, index: number): number => (stock < 0 ? this.#worthAboard(aboardOf[index] as Aboard, prices) : (prices[first + stock] as number));
    return Float64Array.from([...Array.from(capacityOf, (capacity) => (capacity < 0 ? 0 : (prices[capacity] as number))), ...Array.from(stockOf, ofStock)]);
  }

  /** What goods that are on their way have cost so far, at these prices: by the prices, that is what they are worth. */
  #worthAboard({ commodity, ways }: Aboard, prices: Float64Array): number {
    const [first] = ways;
    if (first === undefined) return 0;
    let euros = prices[this.#problem.capacities.count + first.stock] as number;
    for (const leg of first.departures) euros += unitCost(this.#problem, commodity, leg) + pricesOn(this.#problem, this.#limits, commodity, leg, prices);
    return euros;
  }

  #value(ways: readonly Way[], stranded: readonly Way[]): number {
    let euros = this.#standing.value;
    for (const way of this.#ways) euros -= wayValue(this.#standing.problem, way);
    for (const way of ways) euros += wayValue(this.#problem, way);
    for (const way of stranded) euros -= freight(this.#problem, way);
    return euros;
  }
}

/** What room for a unit of the commodity costs on the departure, euros. */
function pricesOn({ commodities }: ScanProblem, { start, capacity, measure }: Limits, commodity: number, departure: number, prices: Float64Array): number {
  let euros = 0;
  for (let at = start[departure] as number; at < (start[departure + 1] as number); at += 1) euros += (prices[capacity[at] as number] as number) * (commodities.load[commodity * MEASURES + (measure[at] as number)] as number);
  return euros;
}

function solved(dual: Dual, prices: Float64Array, gap: number): ScanAnswer {
  const run = scan(dual, { gap, prices, temperatures: TEMPERATURES });
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value;
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
export function* mergedWays(standing: Standing, { affected, ways }: Pick<ReplanAnswer, 'affected' | 'ways'>): Iterable<Way> {
  for (const way of standing.ways) if (affected[standing.blockOf[way.segment] as number] !== 1) yield way;
  yield* ways;
}
