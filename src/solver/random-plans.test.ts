// The planner over random problems: what must hold for every plan, whatever the problem.

import { afterAll, describe, expect, test } from 'vitest';
import { Policy } from '../domain/plan/plan.ts';
import { checkPlan } from '../planner/check.ts';
import { writeMps } from '../planner/mps.ts';
import { plan, type Planned } from '../planner/plan.ts';
import type { PlanningProblem } from '../planner/problem.ts';
import { randomProblem, REFERENCE } from '../planner/random.fixture.ts';
import { cbcOptimum, hasCbc } from '../../test/support/cbc.ts';
import { highsSolver } from './highs.ts';

const SEEDS = Array.from({ length: 24 }, (_, k) => k + 1);
const solver = highsSolver();
afterAll(() => solver.close());

async function planned(problem: PlanningProblem, policy: Policy): Promise<Planned> {
  const result = await plan(problem, { policy, seed: 1, gap: 0 }, solver);
  if (!result.ok) throw new Error(result.error.limit);
  return result.value;
}

/** Within 10⁻⁹ of each other, relative to their size. */
const near = (a: number | null, b: number | null): boolean => (a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)));

describe.each(SEEDS)('random problem %i', (seed) => {
  const problem = randomProblem(seed);

  test('every plan can be carried out, and its figures are what the independent check finds', async () => {
    for (const policy of Policy.options) {
      const found = await planned(problem, policy);
      const check = checkPlan(problem, found, policy);
      expect(check.violations).toEqual([]);
      const { figures } = check;
      expect({
        objective: near(found.objective, figures.objective), cost: near(found.cost, figures.cost), co2Kg: near(found.co2Kg, figures.co2Kg),
        min: near(found.coverage.min, figures.coverage.min), mean: near(found.coverage.mean, figures.coverage.mean), gini: near(found.coverage.gini, figures.coverage.gini),
        median: near(found.hours.median, figures.hours.median), last: near(found.hours.last, figures.hours.last),
      }).toEqual({ objective: true, cost: true, co2Kg: true, min: true, mean: true, gini: true, median: true, last: true });
      expect(found.bound).toBeLessThanOrEqual(found.modelObjective);
      expect(found.bound).toBeLessThanOrEqual(found.objective);
      expect(found.gap).toBeGreaterThanOrEqual(0);
      expect(found.gap).toBeLessThan(0.1);
    }
  });

  test('the model of deprivation alone is never worse than the one held to equal cover', async () => {
    const [equal, alone] = [await planned(problem, 'equal-cover'), await planned(problem, 'deprivation')];
    expect(alone.modelObjective).toBeLessThanOrEqual(equal.modelObjective * (1 + 1e-9));
  });

  test('the same problem and seed give the same plan, byte for byte', async () => {
    expect(JSON.stringify(await planned(problem, 'equal-cover'))).toBe(JSON.stringify(await planned(problem, 'equal-cover')));
  });

  test('what is frozen of a plan stands in the next one', async () => {
    const first = await planned(problem, 'equal-cover');
    const frozen = first.lines.filter((_, index) => index % 2 === 0).map(({ lot, recipient, cartons, route }) => ({ lot, recipient, cartons, route }));
    for (const policy of Policy.options) {
      const next = await planned({ ...problem, frozen }, policy);
      expect(checkPlan({ ...problem, frozen }, next, policy).violations).toEqual([]);
      expect(next.lines.filter((line) => line.frozen)).toHaveLength(frozen.length);
      expect(next.bound).toBeLessThanOrEqual(next.modelObjective);
    }
  });

  test.skipIf(!hasCbc)('cbc finds the same optimum of the exported model', async () => {
    for (const policy of Policy.options) {
      const found = await planned(problem, policy);
      const theirs = cbcOptimum(writeMps(found.model(), `${seed}-${policy}`));
      expect(Math.abs(theirs - found.modelObjective) / Math.max(1, Math.abs(theirs)), `${policy}: cbc ${theirs}, ours ${found.modelObjective}`).toBeLessThan(1e-6);
    }
  });
});

test('at the size of the reference operation the model is solved to the end, and the plan can be carried out', async () => {
  const problem = randomProblem(3, REFERENCE);
  const found = await planned(problem, 'equal-cover');
  expect(checkPlan(problem, found, 'equal-cover').violations).toEqual([]);
  expect((found.modelObjective - found.bound) / found.modelObjective).toBeLessThan(2e-7);
  expect(found.gap).toBeLessThan(0.01);
});

test('over all of them, equal cover lifts the worst-off in the sum of cases', async () => {
  const least = { 'equal-cover': 0, deprivation: 0, severity: 0 };
  for (const seed of SEEDS) for (const policy of Policy.options) least[policy] += (await planned(randomProblem(seed), policy)).coverage.min;
  expect(least['equal-cover']).toBeGreaterThan(least.deprivation);
  expect(least['equal-cover']).toBeGreaterThan(least.severity);
});
