// Equal cover: the lexicographic max-min of covered shares. Raise the share t that all open groups can reach together;
// settle those that hold it down; raise t again for the others; until all are settled. Costs play no part, every charter
// is free, and only what arrives inside its due window counts.
//
// Which groups hold t down: those whose row has a non-zero dual. By complementary slackness such a row is tight in every
// optimal solution, so the group can never have more while the others keep t. A group that is stuck with a zero dual
// (degenerate) is found by the next round, at the same t: so the levels are exact, and each round settles at least one.
// Source: progressive filling, e.g. Nace & Pióro 2008, section 4.

import { err, ok, type Result } from '../domain/result.ts';
import type { Group } from './commodities.ts';
import { serves, type PlanningFailure } from './frozen.ts';
import { SHARE_COLUMN, buildModel, type Parts } from './model.ts';
import { inPhase, type PlanWatch } from './progress.ts';
import type { Basis, LinearModel, Solution, Solver } from './solver.ts';

/** A dual above this is not rounding: the duals of open groups add up to 1. */
const DUAL = 1e-7;
/** Shares this near to 1 are 1; a settled level is let go by a tenth of it, so that rounds stay feasible. */
const NEAR = 1e-7;

export interface Levels {
  readonly floors: ReadonlyMap<Group, number>;
  /** Groups that nothing can reach in time. */
  readonly unreachable: readonly Group[];
  /** Programs solved. */
  readonly rounds: number;
  /** How far a floor is below its level, at most; 0 where levels are exact. */
  readonly delta: number;
}

export const NO_LEVELS: Levels = { floors: new Map(), unreachable: [], rounds: 0, delta: 0 };

/** @param parts with networks of what arrives in time. Solves at most one program for each group. */
export async function equalLevels(parts: Parts, solver: Solver, seed: number, watch: PlanWatch | undefined): Promise<Result<Levels, PlanningFailure>> {
  const floors = new Map<Group, number>();
  const unreachable = parts.groups.filter((group) => !reached(parts, group));
  for (const group of unreachable) floors.set(group, 0);
  const { model, open, own } = buildModel(parts, { kind: 'levels' });
  const bounds = { rowLower: model.rowLower.slice(), columnLower: model.columnLower.slice() };
  const settle = (group: Group, level: number): void => {
    floors.set(group, level);
    bounds.rowLower[open.get(group) ?? -1] = -Infinity;
    bounds.columnLower[own.get(group) ?? -1] = Math.max(0, level - NEAR / 10);
  };
  for (const group of unreachable) settle(group, 0);
  let rounds = 0;
  let basis: Basis | null = null;
  while (floors.size < parts.groups.length) {
    const program: LinearModel = { ...model, rowLower: bounds.rowLower.slice(), columnLower: bounds.columnLower.slice() };
    const solved: Solution = await solver.solve(program, { relativeGap: 0, seed, ...(basis === null ? {} : { start: basis }) }, inPhase(watch, 'levels', floors.size, parts.groups.length));
    basis = solved.basis;
    rounds += 1;
    if (solved.status !== 'optimal') {
      const limit = `a level of equal cover could not be found (${solved.status})`;
      return err({ code: 'solver', line: null, limit, remedy: 'plan with the policy deprivation, and report the problem with the pack' });
    }
    const share = Math.min(1, Math.max(0, solved.columns[SHARE_COLUMN] ?? 0));
    const left = parts.groups.filter((group) => !floors.has(group));
    for (const group of share >= 1 - NEAR ? left : holding(left, open, solved.duals)) settle(group, share >= 1 - NEAR ? 1 : share);
  }
  return ok({ floors, unreachable, rounds, delta: 0 });
}

function holding(groups: readonly Group[], open: ReadonlyMap<Group, number>, duals: Float64Array): readonly Group[] {
  const weight = (group: Group): number => Math.abs(duals[open.get(group) ?? -1] ?? 0);
  const found = groups.filter((group) => weight(group) > DUAL);
  return found.length > 0 ? found : groups.toSorted((a, b) => weight(b) - weight(a)).slice(0, 1);
}

const reached = (parts: Parts, group: Group): boolean =>
  parts.networks.some((net) => net.events.some((event) => event.groups.includes(group))) ||
  parts.fixed.some((line) => serves(line, group) && group.needs.some((need) => line.arrives < need.until));
