// Equal cover of a network of the scan engine: levels that no plan can better, and a plan that comes as near to them as is
// asked for. Cuts say what levels are possible at most (filling.ts); a program asks whether all of them can be had at once
// (asking.ts); where not, its prices are new cuts, until the levels can be had: then they are the lexicographic max-min.
// Not here: what else a plan does with the room that is left, and charters. Source: Kelley 1960, on the levels alone.

import { waysOf, type Way } from '../scan/decompose.ts';
import type { Dual } from '../scan/dual.ts';
import type { ScanInstance } from '../scan/instance.ts';
import type { ScanPlan } from '../scan/ship.ts';
import { heatOfMeasures } from '../scan/price-search.ts';
import { MEASURES, type ScanProblem } from '../scan/scan-problem.ts';
import { Asking } from './asking.ts';
import { cutAt, partedPrices, reachable, type Cut } from './cuts.ts';
import { groupsOf, type Groups } from './demand.ts';
import { filled } from './filling.ts';

export interface EqualOptions {
  /** Stop when no group is more than this below its level, 0 to 1. */
  readonly delta: number;
  /** By group (demand.ts): shares that no level is above; left out: 1. */
  readonly most?: Float64Array;
}

export interface EqualCover {
  readonly groups: Groups;
  /** By group: the share that can reach it at all. */
  readonly reachable: Float64Array;
  /** By group: no plan has these levels and better ones, whoever has more losing it. */
  readonly levels: Float64Array;
  /** By group: the share of the plan that arrives in time. At least level − delta. */
  readonly shares: Float64Array;
  readonly delta: number;
  /** What proves the levels: each group stands at what can reach it at all, or in a cut that is used up by groups no higher. */
  readonly cuts: readonly Cut[];
  /** To the segments of the problem, each filled before the next of the same window. */
  readonly ways: readonly Way[];
  readonly rounds: number;
}

/** Levels within this are the same. */
const EXACT = 1e-6;
/**
 * How far programs are solved: what is left between plan and prices, as a share of all that is asked for. Ways within `near` of the
 * best, as a share of the heat, join prices to one piece; prices below `dust` of it are what a program has not let go yet.
 * Finer than the fine one, the factor's rounding is in the way.
 */
interface Precision {
  readonly open: number;
  readonly near: number;
  readonly dust: number;
}
const ROUGH: Precision = { open: 1e-7, near: 1e-4, dust: 1e-2 };
const FINE: Precision = { open: 1e-9, near: 1e-5, dust: 0 };
/** Once no level moves by more than what is asked for, groups are asked for less by this part of it: what a program cannot bring is not left to a few of them. */
const SHARE = 0.9;
const MOST_ROUNDS = 200;
/**
 * Where two bottlenecks are short by the same, the middle of their prices is a weak cut, and levels fall slowly. Then a little less
 * is asked for, by a part of the distance that is another for each group: one of the two is shorter, and prices are its own.
 */
const FEW = 2;
const FALLEN = 0.7;
const SHIFT = 0.05;
const GOLDEN = 0.618_033_988_75;

export interface EqualProgress {
  /** The furthest that a group was below its level in the last program. */
  readonly delta: number;
  /** Groups that had theirs. */
  readonly settled: number;
  readonly groups: number;
}

/** Yields after each step of a program, so that whoever runs it can stop. */
export function* equalCover(problem: ScanProblem, options: EqualOptions): Generator<EqualProgress, EqualCover> {
  const groups = groupsOf(problem);
  const asking = new Asking(problem, groups);
  const reached = reachable(asking.whole, groups);
  const most = reached.map((share, group) => Math.min(share, options.most?.[group] ?? 1));
  const cuts: Cut[] = [];
  let levels: Float64Array = most;
  let [slow, moved] = [false, 1];
  let precision = options.delta > 0 ? ROUGH : FINE;
  let told: EqualProgress = { delta: 1, settled: 0, groups: groups.count };
  for (let rounds = 1; ; rounds += 1) {
    const before = told.delta;
    const asked = moved <= options.delta ? levels.map((level) => Math.max(0, level - SHARE * options.delta)) : levels;
    const run = asking.ask(slow ? asked.map((level, group) => level * (1 - SHIFT * before * (((group + 1) * GOLDEN) % 1))) : asked, precision.open);
    let step = run.next();
    for (; step.done !== true; step = run.next()) yield told;
    const answer = step.value;
    const shares = answer === null ? new Float64Array(groups.count) : sharesOf(answer.dual, groups, answer.plan);
    const delta = levels.reduce((furthest, level, group) => Math.max(furthest, level - (shares[group] as number)), 0);
    told = { ...told, delta, settled: levels.reduce((count, level, group) => count + (level - (shares[group] as number) <= EXACT ? 1 : 0), 0) };
    yield told;
    const enough = delta <= Math.max(options.delta, EXACT);
    const fresh = answer === null || enough ? [] : broken(answer.dual, groups, answer.prices, asked, precision);
    if (answer === null || rounds === MOST_ROUNDS || (fresh.length === 0 && (enough || (precision === FINE && !(answer.overlooked || slow)))))
      return { groups, reachable: reached, levels, shares, delta, cuts, ways: answer === null ? [] : toSegments(problem, groups, waysOf(answer.dual.instance, answer.plan)), rounds };
    cuts.push(...fresh);
    slow = fresh.length > 0 && fresh.length <= FEW && delta > FALLEN * before;
    if (fresh.length === 0) precision = FINE;
    else {
      const earlier = levels;
      ({ levels } = filled(cuts, most));
      moved = levels.reduce((furthest, level, group) => Math.max(furthest, Math.abs(level - (earlier[group] as number))), 0);
    }
  }
}

/** Ways to windows → ways to the segments that are due by then. */
function toSegments({ segments }: ScanProblem, groups: Groups, ways: Iterable<Way>): Way[] {
  const key = (group: number, until: number): string => `${group} ${until}`;
  const due = Map.groupBy(groups.ofSegment.keys(), (segment) => key(groups.ofSegment[segment] as number, segments.until[segment] as number));
  const groupOf = new Int32Array(groups.until.length);
  for (let group = 0; group < groups.count; group += 1) groupOf.fill(group, groups.start[group], groups.start[group + 1]);
  const left = segments.units.slice();
  return [...ways].flatMap((way) => {
    let open = way.units;
    return (due.get(key(groupOf[way.segment] as number, groups.until[way.segment] as number)) ?? []).flatMap((segment) => {
      const units = Math.min(open, left[segment] as number);
      left[segment] = (left[segment] as number) - units;
      open -= units;
      return units > 0 ? [{ ...way, segment, units }] : [];
    });
  });
}

/** By group, the share of the need that the plan brings in time. */
function sharesOf({ instance: { optionStart, valueStart } }: Dual, groups: Groups, plan: ScanPlan): Float64Array {
  return Float64Array.from({ length: groups.count }, (_, group) => {
    const [from, to] = [valueStart[groups.start[group] as number] as number, valueStart[groups.start[group + 1] as number] as number];
    if (optionStart[group] === optionStart[group + 1]) return 0;
    return plan.delivered.subarray(from, to).reduce((sum, units) => sum + units, 0) / (groups.need[group] as number);
  });
}

/** Cuts of the prices' pieces, and of all of them where no piece alone says anything, that the levels break. */
function broken(dual: Dual, groups: Groups, prices: Float64Array, levels: Float64Array, { near, dust }: Precision): Cut[] {
  const breaks = ({ groups: of, weights, limit }: Cut): boolean => {
    let [paid, all] = [0, 0];
    for (const [at, group] of of.entries()) {
      paid += (weights[at] as number) * (levels[group] as number);
      all += weights[at] as number;
    }
    return paid - limit > (EXACT / 10) * all;
  };
  const perKg = pricesPerKg(dual.instance, prices);
  const kept = prices.map((price, index) => ((perKg[index] as number) > dust ? price : 0));
  const found = partedPrices(dual, kept, near).map((piece) => cutAt(dual, groups, piece, levels)).filter(breaks);
  if (found.length > 0) return found;
  const whole = [...kept.entries()].filter(([, price]) => price > 0);
  return [cutAt(dual, groups, whole, levels)].filter(breaks);
}

/** What a price comes to for the goods that go with a kg of heat. */
function pricesPerKg(instance: ScanInstance, prices: Float64Array): Float64Array {
  const { capacities, draws, commodities, items } = instance.problem;
  const heat = heatOfMeasures(instance);
  const perKg = prices.slice();
  for (let capacity = 0; capacity < capacities.count; capacity += 1) {
    const measure = (capacities.targets[capacities.start[capacity] as number] ?? 0) % MEASURES;
    perKg[capacity] = (prices[capacity] as number) / Math.max(heat[measure] as number, Number.MIN_VALUE);
  }
  for (let draw = 0; draw < draws.count; draw += 1) {
    const at = capacities.count + (draws.stock[draw] as number);
    perKg[at] = (prices[at] as number) / (items.heat[commodities.item[draws.commodity[draw] as number] as number] as number);
  }
  return perKg;
}
