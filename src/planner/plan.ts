// The planner: problem → who gets what, how, when, and why. Exact at the size of the reference operation: the model is
// solved to proven optimality. What is much larger is planned by the dual scan, to a proven gap. Then cartons are made whole.
// Not here: where the problem comes from (app/), who may approve.

import { charterOf, openBook, type Book } from './book.ts';
import { isLarge, planByScan } from './by-scan.ts';
import { groupsByKey, wholeCartons, type Booked, type Rounding } from './cartons.ts';
import { answersOf, changeNotes, changeOf, type Answers } from './change.ts';
import { commodities, groupKey, groups, itemOf, type Commodity, type Group } from './commodities.ts';
import { figures, type Delivery } from './figures.ts';
import { takeFrozen, type FixedLine, type PlanningFailure } from './frozen.ts';
import { equalLevels, NO_LEVELS, type Levels } from './levels.ts';
import { keptPaths, priceOfAll } from './kept-lines.ts';
import { lines, openedCharters } from './lines.ts';
import type { Kept } from './kept-by-scan.ts';
import { buildModel, type Parts } from './model.ts';
import { manyCartons } from './many-cartons.ts';
import { network } from './network.ts';
import { unservedEuros } from './objective.ts';
import type { Outcome } from './outcome.ts';
import { paths, type Path } from './paths.ts';
import type { PlanningProblem } from './problem.ts';
import { inPhase, type PlanWatch } from './progress.ts';
import { shadowOf, type Shadow } from './shadow.ts';
import { planNotes, shortfalls } from './shortfalls.ts';
import type { LinearModel, Solution, Solver } from './solver.ts';
import { everyWay } from './pallets/every-way.ts';
import { wholePalletLoads } from './pallets/load.ts';
import { palletsOf } from './pallets/told.ts';
import { wholeModel } from './pallets/whole-model.ts';
import { timetable } from './timetable.ts';
import type { Way } from './ways.ts';
import type { PlanPrices, PlanProposed, Policy } from '../domain/plan/plan.ts';
import { err, ok, type Result } from '../domain/result.ts';

import { english } from '../words/en/english.ts';
import { say } from '../words/say.ts';
export type { PlanningFailure } from './frozen.ts';

export interface PlanOptions {
  readonly policy: Policy;
  readonly seed: number;
  /** Relative gap at which the solver may stop; 0: proven optimal. */
  readonly gap: number;
  /** Under equal cover, the share of every level that is held as a floor; left out: all of it. Below 1 the rest goes where it relieves most. */
  readonly equity?: number;
  /** Left out: chosen by size. */
  readonly engine?: 'exact' | 'scan';
  /** To begin from, of an earlier plan under the same policy: the dual scan is done sooner. Its answer may be another, within the same gap. */
  readonly from?: PlanPrices;
}

/** Everything of a proposed plan but its name, its instant and its check; and the model that was solved, for export. */
export type Planned = Omit<PlanProposed, 'plan' | 'asOf' | 'seed' | 'check' | 'began'> & { /** The model that was solved, made anew where it is large. */ readonly model: () => LinearModel; readonly workings: Workings };

/** What a plan came out of: for its prices, and for what else could have been. */
export interface Workings {
  readonly outcome: Outcome;
  readonly shadow: Shadow;
}

/** What an engine found: paths of fractional cartons, a bound, prices. */
interface Found {
  readonly paths: readonly Path[];
  /** Ways of lines that stand, and what the engine makes of them. */
  readonly standing: { readonly kept: readonly Kept[]; readonly answers: Answers };
  /** So many needs that cartons are made whole in the quick way. */
  readonly many: boolean;
  readonly opens: (leg: Parts['table']['legs'][number]) => boolean;
  /** Ways that goods may go besides those paths, for whole pallets. */
  readonly ways: () => readonly Way[];
  readonly shadow: Shadow;
  readonly objective: number;
  readonly bound: number;
  /** Where the next plan can begin from them. */
  readonly prices?: PlanPrices;
  readonly model: () => LinearModel;
}

/**
 * Plans. Deterministic: the same problem, options and solver give the same plan, byte for byte.
 * @returns a failure where frozen lines cannot be honoured or the solver has no answer; never for want of supply or routes.
 */
export async function plan(problem: PlanningProblem, options: PlanOptions, solver: Solver, watch?: PlanWatch): Promise<Result<Planned, PlanningFailure>> {
  const table = timetable(problem);
  const book = openBook(table);
  const left = problem.supplies.map((supply) => supply.cartons);
  const fixed = takeFrozen(problem, table, book, left);
  if (!fixed.ok) return fixed;
  const wanted = groups(problem, options.policy);
  const goods = commodities(problem, left);
  const whole: Parts = { problem, table, book, groups: wanted, fixed: fixed.value, networks: [] };
  const { large } = solver;
  if (large !== undefined && isLarge(whole, goods, options)) {
    const scanned = await planByScan(whole, goods, options, { solver, engine: large }, watch);
    if (scanned !== null) return ok(propose(whole, goods, scanned.levels, { many: wanted.length > MANY, ways: () => [], ...scanned }, options));
  }
  return exactly({ ...whole, networks: goods.map((commodity) => network(problem, table, commodity, wanted)) }, goods, options, solver, watch);
}

async function exactly(parts: Parts, goods: readonly Commodity[], options: PlanOptions, solver: Solver, watch: PlanWatch | undefined): Promise<Result<Planned, PlanningFailure>> {
  const levels = await levelsOf(parts, goods, options, solver, watch);
  if (!levels.ok) return levels;
  const model = buildModel(parts, { kind: 'plan', floors: levels.value.floors });
  const solution = await solve(model.model, options, solver, inPhase(watch, 'plan'));
  if (solution.status !== 'optimal' && solution.status !== 'feasible')
    return err({ code: 'solver', line: null, limit: `the solver found no plan (${solution.status})`, remedy: 'plan again with a gap such as 0.001, and report the problem with the pack' });
  const opens: Found['opens'] = (leg) => charterOf(leg) === null || (solution.columns[model.charters.get(leg) ?? -1] ?? 0) > 0.5;
  return ok(propose(parts, goods, levels.value, { paths: [...keptPaths(model.kept, solution.columns), ...paths(model, solution.columns)], standing: { kept: model.kept, answers: answersOf(model, solution) }, many: false, opens, ways: () => everyWay(parts.networks, FEW_WAYS) ?? [], shadow: shadowOf(model, solution), objective: solution.objective, bound: solution.bound, model: () => model.model }, options));
}

/** Groups of needs from which on moving single cartons between them takes longer than it gains. */
const MANY = 150;

async function levelsOf(parts: Parts, goods: readonly Commodity[], options: PlanOptions, solver: Solver, watch: PlanWatch | undefined): Promise<Result<Levels, PlanningFailure>> {
  if (options.policy !== 'equal-cover') return ok(NO_LEVELS);
  const timely = goods.map((commodity) => network(parts.problem, parts.table, commodity, parts.groups, true));
  const found = await equalLevels({ ...parts, networks: timely }, solver, options.seed, watch);
  const { equity } = options;
  return equity === undefined || !found.ok ? found : ok({ ...found.value, floors: new Map([...found.value.floors].map(([group, level]) => [group, equity * level])) });
}

/** Where there are so few ways that goods could go, pallets are tried on all of them; else on those that the model uses for anything. */
const FEW_WAYS = 2_000;

/** A model without columns is one in which there is nothing to decide. */
async function solve(model: LinearModel, options: PlanOptions, solver: Solver, watch: Parameters<Solver['solve']>[2]): Promise<Solution> {
  if (model.cost.length === 0) return { status: 'optimal', objective: 0, bound: 0, columns: new Float64Array(0), duals: new Float64Array(model.rowLower.length), basis: null };
  return solver.solve(model, { relativeGap: options.gap, seed: options.seed }, watch);
}

function propose(parts: Parts, goods: readonly Commodity[], levels: Levels, found: Found, { policy, equity = 1 }: PlanOptions): Planned {
  const { problem, table } = parts;
  const book: Book = parts.book.copy();
  const byKey = groupsByKey(parts.groups);
  const fixed = parts.fixed.map((line) => fixedDelivery(problem, byKey, line));
  const rounding: Rounding = { problem, table, lowestFirst: policy === 'equal-cover' && equity === 1, commodities: goods, groups: parts.groups, floors: levels.floors, paths: found.paths, kept: found.standing.kept, opens: found.opens, fixed };
  const rounded = found.many ? manyCartons(rounding, book) : wholeCartons(rounding, book);
  const booked = problem.pallets === 'whole' ? wholePalletLoads(rounding, found.ways(), rounded, book) : rounded;
  const deliveries = [...fixed, ...booked.map(bookedDelivery)];
  const charters = openedCharters(deliveries);
  const own = figures(problem, parts.groups, deliveries, charters.reduce((sum, charter) => sum + charter.cost, 0), table.asOf);
  // Where pallets are whole, a charter may pay that the model by the part leaves closed, or not pay.
  const ridden = new Set(deliveries.flatMap(({ legs }) => legs));
  const opens: Found['opens'] = (leg) => (problem.pallets === 'whole' && leg.run.charter !== null ? ridden.has(leg) : found.opens(leg));
  const outcome: Outcome = { problem, table, policy, groups: parts.groups, commodities: goods, floors: levels.floors, unreachable: levels.unreachable, delta: levels.delta, booked, fixed: parts.fixed, deliveries, book, opens };
  const workings: Workings = { outcome, shadow: found.shadow };
  const planned = lines(workings);
  const pallets = palletsOf(problem, table, planned);
  const change = changeOf(problem, planned, found.standing.answers);
  const objective = own.objective + (change?.euros ?? 0);
  const noted = [...planNotes(outcome), ...changeNotes(change)];
  return {
    policy,
    ...own,
    objective,
    ...gaps(objective, found.bound, parts),
    modelObjective: found.objective,
    charters,
    lines: planned,
    unserved: shortfalls(outcome),
    notes: noted.map((note) => say(note, english)),
    noted,
    ...(pallets !== null && { pallets }),
    ...(change !== null && { change }),
    ...(found.prices !== undefined && { prices: found.prices }),
    model: problem.pallets === 'whole' ? () => wholeModel(parts, goods, levels.floors) ?? found.model() : found.model,
    workings,
  };
}

/** What a solver's bound falls short of the optimum by its tolerances, relative: no good that could have been done. */
const DUST = 2e-7;

/**
 * The bound is never above the model's optimum, nor above the plan's own objective: whole cartons may miss a floor of equal cover
 * by part of a carton, and what the floor would have cost is then not paid.
 */
function gaps(objective: number, solverBound: number, { groups: wanted, problem }: Pick<Parts, 'groups' | 'problem'>): { bound: number; gap: number; relativeGap: number } {
  const bound = Math.min(solverBound, objective);
  const nothing = wanted.reduce((sum, group) => sum + group.needs.reduce((each, need) => each + unservedEuros(need.weights, need.units), 0), priceOfAll(problem));
  const good = nothing - bound;
  return { bound, gap: good > DUST * Math.max(1, nothing) ? (objective - bound) / good : 0, relativeGap: objective === 0 ? 0 : (objective - bound) / Math.abs(objective) };
}

function fixedDelivery(problem: PlanningProblem, byKey: ReadonlyMap<string, Group>, line: FixedLine): Delivery {
  const { supply, frozen, legs, arrives } = line;
  return { group: byKey.get(groupKey(frozen.recipient, supply.item)) ?? null, recipient: frozen.recipient, item: itemOf(problem, supply.item), unitsPerCarton: supply.unitsPerCarton, cartons: frozen.cartons, legs, arrives };
}

const bookedDelivery = ({ commodity, group, cartons, legs, arrives }: Booked): Delivery => ({ group, recipient: group.recipient.recipient, item: commodity.item, unitsPerCarton: commodity.unitsPerCarton, cartons, legs, arrives });
