// Cuts: what no plan can give. At any prices, what groups get costs at least its cheapest ways, and all there is to pay with is
// prices × supply; hence Σ weight · share ≤ limit holds for the shares of every plan, whatever the prices are. A cut is as good
// as its prices: those of what is really short. Prices fall apart into pieces that share no goods (a lorry's round, a lot),
// and each piece is a cut of its own. Not here: how prices are found (equal-cover.ts), what follows for levels (filling.ts).
// Source: Benders 1962, for the cut.

import type { Dual } from '../scan/dual.ts';
import { reducedCosts } from '../scan/polish/reduced.ts';
import { MEASURES } from '../scan/scan-problem.ts';
import { limitsOf } from '../scan/traffic.ts';
import type { Groups } from './demand.ts';

export interface Cut {
  /** Groups with a weight above 0. */
  readonly groups: Int32Array;
  readonly weights: Float64Array;
  readonly limit: number;
  /** The prices that it comes of: for whoever wants to reckon it again. */
  readonly prices: readonly (readonly [index: number, price: number])[];
}

/** Costs below this part of a group's heat are nothing: its weight would be rounding. */
const LEAST_WEIGHT = 1e-9;
const NOWHERE = 1e299;

/** @param dual of an `askingProblem`. @param at shares where the cut is to be sharp: of a share that spans windows it is the tangent there. */
export function cutAt(dual: Dual, groups: Groups, prices: readonly (readonly [index: number, price: number])[], at: Float64Array): Cut {
  const all = new Float64Array(dual.instance.prices);
  for (const [index, price] of prices) all[index] = price;
  dual.bound(all);
  const { heat } = dual.instance.problem.items;
  let limit = prices.reduce((sum, [index, price]) => sum + price * (dual.supply[index] as number), 0);
  const [found, weights]: [number[], number[]] = [[], []];
  for (let group = 0; group < groups.count; group += 1) {
    const { slope, intercept } = tangent(windowCosts(dual, groups, group), groups, group, at[group] as number);
    if (!(slope > LEAST_WEIGHT * (heat[groups.item[group] as number] as number) * (groups.need[group] as number))) continue;
    found.push(group);
    weights.push(slope);
    limit -= intercept;
  }
  return { groups: Int32Array.from(found), weights: Float64Array.from(weights), limit, prices };
}

/** Least cost, by the last hard scan, of a unit in each window of a group; huge: nothing comes in time. */
function windowCosts({ instance: { optionStart, optionSlot, valueStart, value }, labels: { slotCost } }: Dual, groups: Groups, group: number): number[] {
  const costs: number[] = [];
  const first = optionStart[group] as number;
  for (let window = groups.start[group] as number; window < (groups.start[group + 1] as number); window += 1) {
    let least = NOWHERE;
    for (let option = first; option < (optionStart[group + 1] as number); option += 1) {
      const cost = slotCost[optionSlot[option] as number] as number;
      if (cost < least && (value[(valueStart[window] as number) + option - first] as number) > 0) least = cost;
    }
    costs.push(least);
  }
  return costs;
}

/** What a share costs is a convex line of as many pieces as there are windows; here its tangent at a share: euros = intercept + slope · share. */
function tangent(costs: readonly number[], groups: Groups, group: number, at: number): { slope: number; intercept: number } {
  const need = groups.need[group] as number;
  let [from, paid, slope] = [0, 0, 0];
  for (const [index, cost] of costs.entries()) {
    if (cost >= NOWHERE) break;
    slope = cost * need;
    const until = from + (groups.units[(groups.start[group] as number) + index] as number) / need;
    if (at <= until) break;
    paid += slope * (until - from);
    from = until;
  }
  return { slope, intercept: paid - slope * from };
}

/** The largest share that anything could come in time for. */
export function reachable({ instance: { optionStart, valueStart, value } }: Dual, groups: Groups): Float64Array {
  return Float64Array.from({ length: groups.count }, (_, group) => {
    const options = (optionStart[group + 1] as number) - (optionStart[group] as number);
    let units = 0;
    for (let window = groups.start[group] as number; window < (groups.start[group + 1] as number); window += 1)
      if (value.subarray(valueStart[window], (valueStart[window] as number) + options).some((worth) => worth > 0)) units += groups.units[window] as number;
    return Math.min(1, units / (groups.need[group] as number));
  });
}

/**
 * Parts prices into pieces that share no goods on ways that are within `near` (a share of the heat) of the best.
 * @returns for each piece its prices; pieces that no group pays for are left out
 */
export function partedPrices(dual: Dual, prices: Float64Array, near: number): (readonly (readonly [index: number, price: number])[])[] {
  const { instance } = dual;
  const { slotStart, arrivalStart, slotDeparture, slotPool, arrivalSlot, arrivalPool, optionStart, optionSlot, pieceStart, valueStart, blockItem, blocks, line, problem } = instance;
  const { capacities, commodities, items, stocks } = problem;
  const { reduced } = reducedCosts(dual, prices);
  const { slotCost } = dual.labels;
  const [priceNode, poolNode, slotNode] = [0, instance.prices, instance.prices + commodities.count * line.pools];
  const tree = new Int32Array(slotNode + slotDeparture.length + blocks).map((_, index) => index);
  const blockNode = slotNode + slotDeparture.length;
  const { limitStart, limits, limitMeasure } = limitsOf(instance);
  for (let k = 0; k < commodities.count; k += 1) {
    const heat = items.heat[commodities.item[k] as number] as number;
    const [dust, most] = [1e-7 * heat, near * heat];
    for (let slot = slotStart[k] as number; slot < (slotStart[k + 1] as number); slot += 1) {
      if ((reduced.slot[slot] as number) > most || (slotCost[slot] as number) <= dust) continue;
      const departure = slotDeparture[slot] as number;
      if (departure < 0) {
        join(tree, slotNode + slot, priceNode + capacities.count - 1 - departure);
        continue;
      }
      let own = 0;
      for (let at = limitStart[departure] as number; at < (limitStart[departure + 1] as number); at += 1) {
        const capacity = limits[at] as number;
        const takes = (commodities.load[k * MEASURES + (limitMeasure[at] as number)] as number) * (prices[capacity] as number);
        if (takes <= dust) continue;
        own += takes;
        join(tree, slotNode + slot, priceNode + capacity);
      }
      if ((slotCost[slot] as number) - own > dust) join(tree, slotNode + slot, poolNode + k * line.pools + (slotPool[slot] as number));
    }
    for (let arrival = arrivalStart[k] as number; arrival < (arrivalStart[k + 1] as number); arrival += 1) {
      const slot = arrivalSlot[arrival] as number;
      if ((reduced.arrival[arrival] as number) <= most && (slotCost[slot] as number) > dust) join(tree, slotNode + slot, poolNode + k * line.pools + (arrivalPool[arrival] as number));
    }
  }
  const paying = new Set<number>();
  for (let block = 0; block < blocks; block += 1) {
    const heat = items.heat[blockItem[block] as number] as number;
    const first = optionStart[block] as number;
    for (let option = first; option < (optionStart[block + 1] as number); option += 1) {
      const slot = optionSlot[option] as number;
      if ((slotCost[slot] as number) <= 1e-7 * heat) continue;
      let least = Infinity;
      for (let piece = pieceStart[block] as number; piece < (pieceStart[block + 1] as number); piece += 1) least = Math.min(least, reduced.value[(valueStart[piece] as number) + option - first] as number);
      if (least <= near * heat) join(tree, blockNode + block, slotNode + slot);
    }
  }
  for (let block = 0; block < blocks; block += 1) paying.add(rootOf(tree, blockNode + block));
  const pieces = new Map<number, [number, number][]>();
  for (let index = 0; index < capacities.count + stocks.count; index += 1) {
    const root = rootOf(tree, priceNode + index);
    if ((prices[index] as number) <= 0 || !paying.has(root)) continue;
    const piece = pieces.get(root) ?? [];
    piece.push([index, prices[index] as number]);
    pieces.set(root, piece);
  }
  return [...pieces.values()];
}

function rootOf(tree: Int32Array, node: number): number {
  let root = node;
  while (tree[root] !== root) root = tree[root] = tree[tree[root] as number] as number;
  return root;
}

function join(tree: Int32Array, a: number, b: number): void {
  tree[rootOf(tree, a)] = rootOf(tree, b);
}
