// Plans that begin from the prices of an earlier one: as near the optimum as any other, the same each time, and they say so.

import { afterAll, describe, expect, test } from 'vitest';
import { solve } from '../app/plan/solve.ts';
import { PlanId } from '../domain/ids.ts';
import { PlanProposed } from '../domain/plan/plan.ts';
import { plusMinutes } from '../domain/time.ts';
import { checkPlan } from '../planner/check.ts';
import { generatedProblem } from '../planner/generated.fixture.ts';
import { plan, type Planned, type PlanOptions } from '../planner/plan.ts';
import type { PlanningProblem } from '../planner/problem.ts';
import { randomProblem } from '../planner/random.fixture.ts';
import { SCALES } from '../planner/scan/generate.fixture.ts';
import { highsSolver } from './highs.ts';

const solver = highsSolver();
afterAll(() => solver.close());

const OPTIONS: PlanOptions = { policy: 'deprivation', seed: 1, gap: 0, engine: 'scan' };
async function planned(problem: PlanningProblem, more: Partial<PlanOptions> = {}): Promise<Planned> {
  const found = await plan(problem, { ...OPTIONS, ...more }, solver);
  if (!found.ok) throw new Error(found.error.limit);
  expect(checkPlan(problem, found.value, OPTIONS.policy).violations).toEqual([]);
  return found.value;
}
/** Half a day later; a departure is cancelled, another leaves four hours later, the first lot is recalled. */
function moved(problem: PlanningProblem): PlanningProblem {
  const asOf = plusMinutes(problem.asOf, 720);
  const [cancelled, late] = problem.runs.filter(({ departsAt }) => departsAt >= asOf);
  const runs = problem.runs.filter((run) => run !== cancelled).map((run) => (run === late ? { ...run, departsAt: plusMinutes(run.departsAt, 240), arrivesAt: plusMinutes(run.arrivesAt, 240) } : run));
  return { ...problem, asOf, runs, supplies: problem.supplies.slice(1) };
}

describe.each(Array.from({ length: 8 }, (_, index) => index + 1))('random problem %i', (seed) => {
  test('from the prices of a plan of half a day before, the exact optimum lies between plan and bound', async () => {
    const before = await planned(randomProblem(seed));
    const after = moved(randomProblem(seed));
    const { prices: from } = before;
    if (from === undefined) throw new Error('the scan has prices');
    const [warm, exact] = [await planned(after, { from }), await planned(after, { engine: 'exact' })];
    const dust = 1e-6 * Math.max(1, Math.abs(exact.modelObjective));
    expect(warm.bound).toBeLessThanOrEqual(exact.modelObjective + dust);
    expect(warm.modelObjective).toBeGreaterThanOrEqual(exact.modelObjective - dust);
  });
});

describe('a network of 60 recipients, a train cancelled', () => {
  const problem = generatedProblem(SCALES.S, 1);
  const train = problem.runs.find(({ mode }) => mode === 'rail');
  const after: PlanningProblem = { ...problem, asOf: plusMinutes(problem.asOf, 60), runs: problem.runs.filter((run) => run !== train) };

  test('is planned to the same gap, the same each time; its record says from which plan it began, and holds its own prices', async () => {
    const before = await solve(problem, OPTIONS, solver);
    if (!before.ok) throw new Error(before.error.limit);
    const { plan: began, prices: from } = before.value.proposal;
    if (from === undefined) throw new Error('the scan has prices');
    const again = async (): Promise<PlanProposed> => {
      const found = await solve(after, { ...OPTIONS, from }, solver, undefined, { notes: [], began });
      if (!found.ok) throw new Error(found.error.limit);
      return found.value.proposal;
    };
    const [one, other] = [await again(), await again()];
    expect(one).toEqual(other);
    expect(one.check).toEqual({ ok: true, violations: [] });
    expect(one.began).toBe(began);
    expect(one.modelObjective - one.bound).toBeLessThanOrEqual(0.005 * (one.objective - one.bound) / one.gap);
    expect(PlanProposed.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
    const cold = await solve(after, OPTIONS, solver);
    if (!cold.ok) throw new Error(cold.error.limit);
    expect(cold.value.proposal.began).toBeUndefined();
    expect(cold.value.proposal.plan).not.toBe(one.plan);
  });

  test('by the exact engine it has no prices, and says of no plan that it began there', async () => {
    const found = await solve(randomProblem(1), { ...OPTIONS, engine: 'exact', from: { rooms: {}, handling: {}, stocks: [] } }, solver, undefined, { notes: [], began: PlanId.parse('deprivation-0') });
    expect(found).toMatchObject({ ok: true });
    if (!found.ok) return;
    expect(found.value.proposal).not.toHaveProperty('prices');
    expect(found.value.proposal).not.toHaveProperty('began');
  });
});
