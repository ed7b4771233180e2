// Plans what is too large for the exact program by the dual scan (scan/), and puts its answer where the exact engine puts its
// own: paths for whole cartons, and prices for reasons.
// Not here: levels of equal cover and the plan that holds them (levels-by-scan.ts).

import type { LotId } from '../domain/ids.ts';
import type { PlanPrices } from '../domain/plan/plan.ts';
import { charterModel } from './charters/charter-model.ts';
import { equalByScan, type EqualByScan } from './levels-by-scan.ts';
import { NO_LEVELS, type Levels } from './levels.ts';
import { itemOf, type Commodity, type Group } from './commodities.ts';
import type { Answers } from './change.ts';
import { answersByScan, type Kept } from './kept-by-scan.ts';
import { priceOfAll } from './kept-lines.ts';
import { serves } from './frozen.ts';
import type { Parts } from './model.ts';
import { namedPrices, pricesByName } from './named-prices.ts';
import { cartonPrice, unservedEuros } from './objective.ts';
import type { Path } from './paths.ts';
import type { PlanOptions } from './plan.ts';
import { bridge, charteredLegs, type Bridge } from './scan/bridge.ts';
import type { ScanEngine, ScanFound } from './scan/engine.ts';
import type { PlanWatch } from './progress.ts';
import type { Shadow } from './shadow.ts';
import type { LinearModel, Solver } from './solver.ts';
import type { HandlingKey, Leg } from './timetable.ts';

/** Pairs of a departure and a commodity beyond which the exact program takes minutes: reference size has some 27,000. */
const MOST_EXACT = 40_000;
/** The gap to which the scan goes where none is asked for: proof of the optimum is not to be had at this size. */
const USUAL_GAP = 0.005;
/** A piece of need that lacks less than this part of itself is full. */
const FULL = 1e-6;

/** Needs beyond which exact levels take minutes, and how far a group may then be below its own. */
const MOST_EXACT_LEVELS = 2_000;
const DELTA = 0.02;

/** Is it the scan's? */
export function isLarge(parts: Parts, goods: readonly Commodity[], options: PlanOptions): boolean {
  return options.engine === 'scan' || (options.engine === undefined && parts.table.legs.length * goods.length > MOST_EXACT);
}

export interface ScanPlanned {
  readonly levels: Levels;
  /** Those of standing lines first, also where nothing is kept on them. */
  readonly paths: readonly Path[];
  readonly standing: { readonly kept: readonly Kept[]; readonly answers: Answers };
  /** May goods ride on this leg? False for charters that stay closed. */
  readonly opens: (leg: Leg) => boolean;
  readonly shadow: Shadow;
  /** Of the complete model, with cartons continuous: what the plan comes to, and what no plan comes below. */
  readonly objective: number;
  readonly bound: number;
  /** Of the scan's own search; left out of equal cover, whose prices are a program's with floors. */
  readonly prices?: PlanPrices;
  /** Built when it is asked for: it is large. */
  readonly model: () => LinearModel;
}

/** @returns null where there is no answer: levels that a solver could not find. */
export async function planByScan(parts: Parts, goods: readonly Commodity[], options: PlanOptions, { solver, engine }: { readonly solver: Solver; readonly engine: ScanEngine }, watch: PlanWatch | undefined): Promise<ScanPlanned | null> {
  const across = bridge(parts, goods);
  const nothing = atLeast(parts);
  if (options.policy === 'equal-cover') {
    const { equity = 1, gap, seed } = options;
    const delta = parts.groups.length > MOST_EXACT_LEVELS ? DELTA : 0;
    const equal = await equalByScan(across, { delta, equity, gap: gap > 0 ? gap : USUAL_GAP, seed, fixed: parts.fixed }, { solver, engine }, nothing, watch);
    return equal === null ? null : planned(parts, across, equal.found, nothing, equal);
  }
  const from = options.from === undefined ? undefined : pricesByName(across, options.from, parts.problem);
  const found = await scanned(across, nothing, options, engine, from, watch);
  return { ...planned(parts, across, found, nothing, null), prices: namedPrices(across, found.prices) };
}

function scanned(across: Bridge, nothing: number, options: PlanOptions, engine: ScanEngine, prices: Float64Array | undefined, watch: PlanWatch | undefined): Promise<ScanFound> {
  const { onProgress, signal, enough } = watch ?? {};
  return engine.scan({ problem: across.problem, charters: across.charters, gap: options.gap > 0 ? options.gap : USUAL_GAP, ...(prices !== undefined && { prices }) }, {
    ...(signal && { signal }),
    ...(enough && { enough }),
    ...(onProgress && { onProgress: ({ value, bound, seconds }) => onProgress({ phase: 'plan', settled: 0, groups: 0, part: 1, parts: 1, objective: nothing - value, bound: nothing - bound, seconds }) }),
  });
}

function planned(parts: Parts, across: Bridge, found: ScanFound, nothing: number, equal: EqualByScan | null): ScanPlanned {
  const paths = notTwice(parts, across.paths(found.ways));
  const closed = new Set(across.chartered.filter((_, charter) => found.flown[charter] === 0));
  return {
    levels: equal?.levels ?? NO_LEVELS, opens: (leg) => !closed.has(leg), paths: [...across.kept.map(({ way }) => ({ ...way, cartons: 0 })), ...paths],
    standing: { kept: across.kept, answers: answersByScan(across.kept, keptByTwin(across, found.ways), paths) },
    shadow: { ...shadowOfScan(across, found), floor: equal?.floorPrice ?? (() => 0) },
    objective: nothing - found.value, bound: nothing - found.bound - across.unsaid, model: () => charterModel(across.problem, across.charters, nothing, equal?.floors),
  };
}

/** Cartons by kept way. */
function keptByTwin({ kept, standOf }: Bridge, ways: ScanFound['ways']): number[] {
  const cartons = kept.map(() => 0);
  for (const way of ways) {
    const stand = standOf(way);
    if (stand >= 0) cartons[stand] = (cartons[stand] as number) + way.units / (kept[stand] as Kept).way.commodity.unitsPerCarton;
  }
  return cartons;
}

/** What frozen lines bring is not brought again, even where it could come sooner: the earliest goods fill the rest of the need. */
function notTwice({ fixed, groups }: Parts, paths: readonly Path[]): Path[] {
  const rest = new Map<Group, number>();
  for (const line of fixed) {
    const { frozen, supply } = line;
    const group = groups.find((candidate) => serves(line, candidate));
    if (group !== undefined) rest.set(group, (rest.get(group) ?? group.units) - frozen.cartons * supply.unitsPerCarton);
  }
  return paths.toSorted((a, b) => a.arrives - b.arrives).flatMap((path) => {
    const left = rest.get(path.group);
    if (left === undefined) return [path];
    const cartons = Math.min(path.cartons, Math.max(0, left) / path.commodity.unitsPerCarton);
    rest.set(path.group, left - cartons * path.commodity.unitsPerCarton);
    return cartons > 0 ? [{ ...path, cartons }] : [];
  });
}

/** The objective with nothing shipped but what is frozen, and all that stands taken off. */
function atLeast(parts: Parts): number {
  const { groups, fixed, problem } = parts;
  const deprivation = groups.reduce((sum, group) => sum + group.needs.reduce((each, need) => each + unservedEuros(need.weights, need.units), 0), 0);
  const frozen = fixed.reduce((sum, { frozen: { cartons }, legs, supply }) => sum + cartons * legs.reduce((each, leg) => each + cartonPrice(leg.run, itemOf(problem, supply.item), problem.weights), 0), 0);
  return deprivation + frozen + priceOfAll(problem) + problem.weights.costWeight * charteredLegs(parts).flown.reduce((sum, { run }) => sum + (run.charter?.fixedEuros ?? 0), 0);
}

function shadowOfScan({ capacities, sources, groups, problem }: Bridge, { prices, ways }: ScanFound): Omit<Shadow, 'floor'> {
  const legs = new Map<Leg, (number | null)[]>();
  const handling = new Map<HandlingKey, number>();
  for (const [index, limited] of capacities.entries()) {
    const price = prices[index] ?? 0;
    if ('handling' in limited) handling.set(limited.handling, price);
    else legs.set(limited.leg, (legs.get(limited.leg) ?? [null, null, null]).with(limited.of, price));
  }
  const lots = new Map<LotId, number[]>();
  for (const [stock, source] of sources.entries()) for (const { supply } of source?.lots ?? []) lots.set(supply.lot, [...(lots.get(supply.lot) ?? []), (prices[capacities.length + stock] ?? 0) * supply.unitsPerCarton]);
  const short = worthOfShort(problem, groups, ways);
  return { capacity: (leg) => legs.get(leg) ?? [], handling: (key) => handling.get(key) ?? 0, lot: (lot) => lots.get(lot) ?? [], need: (group) => short.get(group) ?? 0 };
}

/** What a further unit in time is worth to a group: that of its weightiest piece which is not full. */
function worthOfShort({ segments }: Bridge['problem'], groups: readonly Group[], ways: ScanFound['ways']): ReadonlyMap<Group, number> {
  const served = new Float64Array(segments.count);
  for (const { segment, units } of ways) served[segment] = (served[segment] ?? 0) + units;
  const worth = new Map<Group, number>();
  for (const [segment, group] of groups.entries())
    if ((served[segment] ?? 0) < (1 - FULL) * (segments.units[segment] ?? 0)) worth.set(group, Math.max(worth.get(group) ?? 0, segments.worth[segment] ?? 0));
  return worth;
}
