// Operations' problems by both engines: the scan's bound and plan enclose the exact optimum, HiGHS finds that optimum on the
// complete model which the scan exports, and the checker of plans finds nothing in the scan's lines.

import { afterAll, describe, expect, test } from 'vitest';
import { checkPlan } from '../planner/check.ts';
import { plan, type Planned } from '../planner/plan.ts';
import type { PlanningProblem } from '../planner/problem.ts';
import { randomProblem } from '../planner/random.fixture.ts';
import { tiny } from '../planner/tiny.fixture.ts';
import { highsSolver } from './highs.ts';

const solver = highsSolver();
afterAll(() => solver.close());

async function planned(problem: PlanningProblem, policy: 'deprivation' | 'severity', engine: 'exact' | 'scan'): Promise<Planned> {
  const found = await plan(problem, { policy, seed: 1, gap: 0, engine }, solver);
  if (!found.ok) throw new Error(found.error.limit);
  return found.value;
}
const withoutCharters = (problem: PlanningProblem): PlanningProblem => ({ ...problem, runs: problem.runs.filter(({ charter }) => charter === null) });

describe.each(Array.from({ length: 25 }, (_, index) => index + 1))('random problem %i', (seed) => {
  const problem = withoutCharters(randomProblem(seed));
  test.each(['deprivation', 'severity'] as const)('%s', async (policy) => {
    const [exact, scanned] = [await planned(problem, policy, 'exact'), await planned(problem, policy, 'scan')];
    const dust = 1e-6 * Math.max(1, Math.abs(exact.modelObjective));
    expect(checkPlan(problem, scanned, policy).violations).toEqual([]);
    expect(scanned.bound).toBeLessThanOrEqual(exact.modelObjective + dust);
    expect(scanned.modelObjective).toBeGreaterThanOrEqual(exact.modelObjective - dust);
    const complete = await solver.solve(scanned.model(), { relativeGap: 0, seed: 1 });
    expect(Math.abs(complete.objective - exact.modelObjective)).toBeLessThanOrEqual(dust);
  });
});

test('with lines that people froze, and the same plan each time', async () => {
  const problem = withoutCharters(randomProblem(3));
  const first = await planned(problem, 'deprivation', 'scan');
  const frozen = first.lines.slice(0, 3).map(({ lot, recipient, cartons, route }) => ({ lot, recipient, cartons, route }));
  const [again, twice] = [await planned({ ...problem, frozen }, 'deprivation', 'scan'), await planned({ ...problem, frozen }, 'deprivation', 'scan')];
  expect(checkPlan({ ...problem, frozen }, again, 'deprivation').violations).toEqual([]);
  expect(again.lines.filter((line) => line.frozen)).toHaveLength(frozen.length);
  expect(again.lines).toEqual(twice.lines);
  const exact = await planned({ ...problem, frozen }, 'deprivation', 'exact');
  expect(again.bound).toBeLessThanOrEqual(exact.modelObjective + 1e-6 * Math.abs(exact.modelObjective));
});

test('the tiny problem: by hand, € 576 under deprivation; the lots are what is short', async () => {
  const found = await planned(tiny, 'deprivation', 'scan');
  expect(found.objective).toBeCloseTo(576, 6);
  expect(found.bound).toBeLessThanOrEqual(576);
  const lots = ['LOT-A', 'LOT-B'].map((lot) => Math.max(...found.workings.shadow.lot(lot as never)));
  expect(Math.max(...lots)).toBeGreaterThan(0);
});
