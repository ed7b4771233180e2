// The bridge from an operation to the arrays of the scan, held against hundreds of random operations of any shape: nothing is
// lost on the way there (HiGHS finds the same optimum in both models) nor on the way back (what the arrays' plan becomes is
// admissible and worth what the scan says). The engine runs here on the test's own thread, so that hundreds are affordable.

import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { checkPlan } from '../planner/check.ts';
import { engineHere } from '../planner/engine-here.ts';
import { plan, type Planned } from '../planner/plan.ts';
import type { FrozenLine, PlanningProblem } from '../planner/problem.ts';
import { randomProblem, type Size } from '../planner/random.fixture.ts';
import type { Solver } from '../planner/solver.ts';
import { highsSolver } from './highs.ts';

const OPERATIONS = 300;

const highs = highsSolver();
afterAll(() => highs.close());

const scanHere = engineHere({ now: () => 0, rest: () => Promise.resolve() });
const solver: Solver = { solve: (...given) => highs.solve(...given), large: scanHere };

const operation = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  size: fc.record<Size>({ gateways: fc.integer({ min: 1, max: 5 }), recipients: fc.integer({ min: 1, max: 8 }), items: fc.integer({ min: 1, max: 4 }), days: fc.integer({ min: 2, max: 10 }), headway: fc.integer({ min: 12, max: 60 }), charters: fc.constant(0), lots: fc.integer({ min: 1, max: 8 }) }),
  policy: fc.constantFrom('deprivation' as const, 'severity' as const),
  frozen: fc.integer({ min: 0, max: 3 }),
});

async function planned(problem: PlanningProblem, policy: 'deprivation' | 'severity', engine: 'exact' | 'scan'): Promise<Planned> {
  const found = await plan(problem, { policy, seed: 1, gap: engine === 'scan' ? 0.002 : 0, engine }, solver);
  if (!found.ok) throw new Error(found.error.limit);
  return found.value;
}

test(`${OPERATIONS} operations there and back`, { timeout: 300_000 }, async () => {
  const seen = { lines: 0, frozen: 0, free: 0 };
  await fc.assert(fc.asyncProperty(operation, async ({ seed, size, policy, frozen: count }) => {
    const free = randomProblem(seed, size);
    const first = await planned(free, policy, 'scan');
    const frozen = first.lines.slice(0, count).map(({ lot, recipient, cartons, route }): FrozenLine => ({ lot, recipient, cartons, route }));
    const problem = { ...free, frozen };
    const [exact, scanned] = [await planned(problem, policy, 'exact'), frozen.length === 0 ? first : await planned(problem, policy, 'scan')];
    const dust = 1e-6 * Math.max(1, Math.abs(exact.modelObjective));
    const complete = scanned.model();
    const there = complete.cost.length === 0 ? 0 : (await highs.solve(complete, { relativeGap: 0, seed: 1 })).objective;
    // Frozen goods that come late may be left unused in the arrays, where the exact engine brings nothing sooner in their place: a bound all the same.
    if (frozen.length === 0) expect(Math.abs(there - exact.modelObjective), `the optimum of both models, seed ${seed}`).toBeLessThanOrEqual(dust);
    else expect(there, `the arrays' optimum, seed ${seed}`).toBeLessThanOrEqual(exact.modelObjective + dust);
    expect(scanned.bound).toBeLessThanOrEqual(exact.modelObjective + dust);
    expect(scanned.modelObjective).toBeGreaterThanOrEqual(exact.modelObjective - dust);
    expect(checkPlan(problem, scanned, policy).violations).toEqual([]);
    expect(scanned.lines.filter((line) => line.frozen)).toHaveLength(frozen.length);
    seen.lines += scanned.lines.length;
    seen.frozen += frozen.length;
    if (frozen.length === 0) seen.free += 1;
  }), { numRuns: OPERATIONS, seed: 20200313 });
  // Not three hundred empty operations.
  expect(seen.lines).toBeGreaterThan(OPERATIONS);
  expect(seen.frozen).toBeGreaterThan(OPERATIONS / 4);
  expect(seen.free).toBeGreaterThan(OPERATIONS / 4);
});
