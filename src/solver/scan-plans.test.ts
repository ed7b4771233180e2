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
  const problem = seed % 2 === 0 ? randomProblem(seed) : withoutCharters(randomProblem(seed));
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

// Seed 30 opens a copy, and flies it anyway when a line that rides on it is frozen; for seed 4 it would be worth little.
test('charters: opened where they are worth it, and flown anyway under a frozen line', async () => {
  const plans = await Promise.all([4, 30].map(async (seed) => ({ problem: randomProblem(seed), found: await planned(randomProblem(seed), 'deprivation', 'scan') })));
  const opened = plans.filter(({ found }) => found.charters.length > 0);
  expect(opened).not.toEqual([]);
  for (const { problem, found } of opened) {
    const rides = new Set(problem.runs.filter(({ charter }) => charter !== null).map(({ id }) => id));
    const line = found.lines.find(({ route }) => route.some((run) => rides.has(run)));
    if (line === undefined) throw new Error('an opened charter carries a line');
    const frozen = [{ lot: line.lot, recipient: line.recipient, cartons: line.cartons, route: line.route }];
    const again = await planned({ ...problem, frozen }, 'deprivation', 'scan');
    const exact = await planned({ ...problem, frozen }, 'deprivation', 'exact');
    const dust = 1e-6 * Math.max(1, Math.abs(exact.modelObjective));
    expect(checkPlan({ ...problem, frozen }, again, 'deprivation').violations).toEqual([]);
    expect(again.bound).toBeLessThanOrEqual(exact.modelObjective + dust);
    expect(again.modelObjective).toBeGreaterThanOrEqual(exact.modelObjective - dust);
    expect(Math.abs((await solver.solve(again.model(), { relativeGap: 0, seed: 1 })).objective - exact.modelObjective)).toBeLessThanOrEqual(dust);
  }
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
