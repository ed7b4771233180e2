// What the tests of steadiness share: two trucks with a sum by hand, random operations whose plan of before stands, and a plan that
// the checker has been over.

import { expect } from 'vitest';
import type { Policy } from '../domain/plan/plan.ts';
import { checkPlan } from '../planner/check.ts';
import { generator } from '../planner/mulberry.fixture.ts';
import { plan, type Planned } from '../planner/plan.ts';
import type { PlanningProblem, StandingLine } from '../planner/problem.ts';
import { randomProblem } from '../planner/random.fixture.ts';
import type { Solver } from '../planner/solver.ts';
import { LOM, need, run, supply, tiny } from '../planner/tiny.fixture.ts';

export async function plannedBy(solver: Solver, problem: PlanningProblem, policy: Policy = 'deprivation', engine?: 'scan'): Promise<Planned> {
  const result = await plan(problem, { policy, seed: 1, gap: 0, ...(engine && { engine }) }, solver);
  if (!result.ok) throw new Error(result.error.limit);
  const check = checkPlan(problem, result.value, policy);
  expect(check.violations).toEqual([]);
  expect(check.figures.objective).toBeCloseTo(result.value.objective, 6);
  expect(check.figures.change).toBeCloseTo(result.value.change?.euros ?? 0, 6);
  return result.value;
}

export const ways = ({ lines }: Planned): string[] => lines.map(({ lot, recipient, cartons, route }) => `${cartons} ${lot} ${recipient} ${route.join(' ')}`).toSorted();
export const stands = (lot: string, recipient: StandingLine['recipient'], route: string, cartons: number, eurosPerCarton: number): StandingLine =>
  ({ lot: supply(lot, 1, []).lot, recipient, route: [run(route, '14T08:00', '14T20:00', 1, 0).id], cartons, eurosPerCarton });

// Five cartons for Lombardy; T1 and B1 leave at the same hour. A carton on T1 counts €10.10, on B1 €0.10 or €5.00 less.
export const twoTrucks = (rate: number, room = 10, more: Partial<PlanningProblem> = {}): PlanningProblem =>
  ({ ...tiny, supplies: [supply('LOT-A', 5, [LOM])], needs: [need(LOM, 5000, 1)], runs: [run('T1', '14T08:00', '14T20:00', 10, 1), run('B1', '14T08:00', '14T20:00', room, rate)], ...more });
export const onT1 = (eurosPerCarton: number): StandingLine => stands('LOT-A', LOM, 'T1', 5, eurosPerCarton);

export const CASES = Array.from({ length: 16 }, (_, k) => k + 1);
export const POLICIES = ['equal-cover', 'deprivation', 'severity'] as const;

/** The plan of before stands; then rates, needs and stock have changed a little. */
export async function shaken(solver: Solver, seed: number, policy: Policy, euros: (roll: number) => number): Promise<PlanningProblem> {
  const problem = randomProblem(seed);
  const before = await plannedBy(solver, problem, policy);
  const random = generator(seed);
  const factor = (): number => 0.7 + 0.6 * random();
  const standing = before.lines.map(({ lot, recipient, route, cartons }): StandingLine => ({ lot, recipient, route, cartons, eurosPerCarton: euros(random()) })).filter(() => random() < 0.8);
  return {
    ...problem, standing,
    runs: problem.runs.filter(() => random() < 0.95).map((each) => ({ ...each, eurosPerChargeableKg: each.eurosPerChargeableKg * factor() })),
    needs: problem.needs.map((each) => ({ ...each, units: Math.round(each.units * factor()) })),
    supplies: problem.supplies.map((each) => ({ ...each, cartons: Math.round(each.cartons * factor()) })),
  };
}

/** The plan of before stands, every line at that price; then rates alone change. */
export async function dearer(solver: Solver, seed: number, eurosPerCarton: number): Promise<PlanningProblem> {
  const problem = randomProblem(seed);
  const before = await plannedBy(solver, problem);
  const random = generator(seed);
  const standing = before.lines.map(({ lot, recipient, route, cartons }): StandingLine => ({ lot, recipient, route, cartons, eurosPerCarton }));
  return { ...problem, standing, runs: problem.runs.map((each) => ({ ...each, eurosPerChargeableKg: each.eurosPerChargeableKg * (0.3 + random()) })) };
}
