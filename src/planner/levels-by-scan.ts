// Equal cover of an operation that is too large for the exact program: levels over the arrays of the scan (equal/), then the
// plan that holds them. Floors are what the plan of the levels brings, so that they can be held together, whatever δ.
// Not here: the levels of small operations (levels.ts), whole cartons.

import type { Group } from './commodities.ts';
import { groupsOf, type Groups } from './equal/demand.ts';
import { holding, type Held } from './equal/holding.ts';
import { coveredShare } from './figures.ts';
import { serves, unitsBrought, type FixedLine } from './frozen.ts';
import type { Levels } from './levels.ts';
import { FLOOR_SLACK } from './need-rows.ts';
import { inPhase, type PlanWatch } from './progress.ts';
import type { Bridge } from './scan/bridge.ts';
import type { ScanEngine } from './scan/engine.ts';
import type { Floors } from './scan/scan-problem.ts';
import type { SolveProgress, Solver } from './solver.ts';

/** Levels that are so much further away than was asked for are no answer. */
const POOR = 1e-3;

export interface EqualByScan {
  readonly levels: Levels;
  readonly found: Held;
  readonly floors: Floors;
  /** € that a percentage point less of the group's floor would take off the objective. */
  readonly floorPrice: (group: Group) => number;
}

export interface EqualAsked {
  readonly delta: number;
  /** The share of every level that is held. */
  readonly equity: number;
  readonly gap: number;
  readonly seed: number;
  readonly fixed: readonly FixedLine[];
}

/** @param nothing the objective with nothing shipped. @returns null where a solver has no answer. */
export async function equalByScan(across: Bridge, asked: EqualAsked, { solver, engine }: { readonly solver: Solver; readonly engine: ScanEngine }, nothing: number, watch: PlanWatch | undefined): Promise<EqualByScan | null> {
  const { problem, plain, charters } = across;
  // What stands changes what a plan counts, never what can be brought: levels are the same without.
  const groups = groupsOf(plain);
  const operation = operationGroups(across, groups);
  const { signal } = watch ?? {};
  const onProgress = ({ settled }: { readonly settled: number }): void => void inPhase(watch, 'levels', settled, groups.count);
  onProgress({ settled: 0 });
  const cover = await engine.levels({ problem: plain, delta: asked.delta, most: mostOf(operation, asked.fixed) }, { onProgress, ...(signal && { signal }) });
  if (cover.delta > asked.delta + POOR) return null;
  const shares = cover.levels.map((level, group) => asked.equity * Math.min(level, cover.shares[group] as number));
  const floors: Floors = { ofSegment: groups.ofSegment, units: shares.map((share, group) => Math.max(0, share - FLOOR_SLACK) * (groups.need[group] as number)) };
  const found = await holding(problem, floors, { charters, gap: asked.gap, seed: asked.seed }, solver, watching(watch, nothing));
  if (found === null) return null;
  const index = new Map(operation.map((group, at) => [group, at]));
  return {
    found, floors,
    levels: { floors: new Map(operation.map((group, at) => [group, shares[at] as number])), unreachable: operation.filter((_, at) => cover.reachable[at] === 0), rounds: cover.rounds, delta: cover.delta },
    floorPrice: (group) => ((found.floorPrices[index.get(group) ?? -1] ?? 0) * group.units) / 100,
  };
}

/** The operation's groups in the order of the arrays'. */
function operationGroups(across: Bridge, groups: Groups): Group[] {
  const found: Group[] = [];
  for (const [segment, of] of groups.ofSegment.entries()) found[of] = across.groups[segment] as Group;
  return found;
}

/** What frozen lines bring too late is not brought again: no share is above what comes of them in time and the rest of the need. */
function mostOf(groups: readonly Group[], fixed: readonly FixedLine[]): Float64Array {
  return Float64Array.from(groups, (group) => {
    const list = fixed.filter((line) => serves(line, group)).map(({ arrives, frozen, supply }) => ({ at: arrives, units: frozen.cartons * supply.unitsPerCarton }));
    const rest = Math.max(0, group.units - unitsBrought(fixed, group));
    return Math.min(1, coveredShare(group, list) + rest / group.units);
  });
}

function watching(watch: PlanWatch | undefined, nothing: number): Parameters<Solver['solve']>[2] {
  const { onProgress, signal } = inPhase(watch, 'plan') ?? {};
  const there = (euros: number | null): number | null => (euros === null ? null : nothing + euros);
  return { ...(signal && { signal }), ...(onProgress && { onProgress: ({ objective, bound, seconds }: SolveProgress) => onProgress({ objective: there(objective), bound: there(bound), seconds }) }) };
}
