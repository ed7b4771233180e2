// Departures that people forbid are hard limits of the model, of whole cartons and of the check; with HiGHS behind the planner.

import { afterAll, describe, expect, test } from 'vitest';
import { DepartureId, LotId } from '../domain/ids.ts';
import { checkPlan } from '../planner/check.ts';
import { plan, type Planned } from '../planner/plan.ts';
import type { ForbiddenRun, PlanningProblem } from '../planner/problem.ts';
import { randomProblem } from '../planner/random.fixture.ts';
import { LOM, PIE, tiny } from '../planner/tiny.fixture.ts';
import { writeMps } from '../planner/mps.ts';
import { cbcOptimum, hasCbc } from '../../test/support/cbc.ts';
import { highsSolver } from './highs.ts';

const solver = highsSolver();
afterAll(() => solver.close());

const T1 = DepartureId.parse('T1');
const forbid = (more: Partial<ForbiddenRun> = {}): ForbiddenRun => ({ run: T1, recipient: null, lot: null, ...more });

async function planned(problem: PlanningProblem): Promise<Planned> {
  const result = await plan(problem, { policy: 'equal-cover', seed: 1, gap: 0 }, solver);
  if (!result.ok) throw new Error(`${result.error.limit}: ${result.error.remedy}`);
  expect(checkPlan(problem, result.value, 'equal-cover').violations).toEqual([]);
  return result.value;
}
const by = (found: Planned, run: string, recipient?: string): number => found.lines.filter((line) => line.route.some((id) => id === run) && (recipient === undefined || line.recipient === recipient)).reduce((sum, { cartons }) => sum + cartons, 0);

describe('a departure that is forbidden', () => {
  test('altogether: everything goes by T2, which takes five cartons', async () => {
    const found = await planned({ ...tiny, forbidden: [forbid()] });
    expect([by(found, 'T1'), by(found, 'T2')]).toEqual([0, 5]);
  });

  test('for one recipient: the others may still ride on it, and both draw on the same stock', async () => {
    // 10 cartons: Piedmont may only have those of lot A by T2 (5 places), Lombardy the rest.
    const found = await planned({ ...tiny, forbidden: [forbid({ recipient: PIE })] });
    expect(by(found, 'T1', PIE)).toBe(0);
    expect(by(found, 'T2', PIE)).toBeGreaterThan(0);
    expect(found.lines.reduce((sum, { cartons }) => sum + cartons, 0)).toBe(10);
  });

  test('of one lot: the other lot rides on it', async () => {
    const found = await planned({ ...tiny, forbidden: [forbid({ lot: LotId.parse('LOT-A') })] });
    expect(found.lines.filter(({ lot, route }) => lot === 'LOT-A' && route.includes(T1))).toEqual([]);
    expect(by(found, 'T1')).toBe(4);
  });

  test('and nothing else there: the need is said to be forbidden, by name', async () => {
    const found = await planned({ ...tiny, forbidden: [forbid({ recipient: PIE }), forbid({ run: DepartureId.parse('T2'), recipient: PIE })] });
    expect(found.lines.filter(({ recipient }) => recipient === PIE)).toEqual([]);
    expect(found.unserved.find(({ recipient }) => recipient === PIE)?.why).toBe('People forbid every way to Milan for Piedmont: departures T1 and T2.');
  });

  test('contradicts a line that was frozen on it, which is named', async () => {
    const frozen = [{ lot: LotId.parse('LOT-A'), recipient: LOM, cartons: 2, route: [T1] }];
    const result = await plan({ ...tiny, frozen, forbidden: [forbid()] }, { policy: 'equal-cover', seed: 1, gap: 0 }, solver);
    expect(result).toMatchObject({ ok: false, error: { code: 'frozen-forbidden', line: 0, release: [0] } });
  });

  test('to the very lot and recipient of a frozen line caps that line: it stands, and no carton more', async () => {
    const frozen = [{ lot: LotId.parse('LOT-A'), recipient: LOM, cartons: 2, route: [T1] }];
    const found = await planned({ ...tiny, frozen, forbidden: [forbid({ recipient: LOM, lot: LotId.parse('LOT-A') })] });
    expect(found.lines.filter(({ lot, recipient, route }) => lot === 'LOT-A' && recipient === LOM && route.includes(T1)).map(({ cartons }) => cartons)).toEqual([2]);
  });
});

test.skipIf(!hasCbc)('cbc finds the same optimum of a model with departures forbidden, in part and altogether', async () => {
  const { model, modelObjective } = await planned({ ...tiny, forbidden: [forbid({ recipient: PIE }), forbid({ run: DepartureId.parse('T2'), lot: LotId.parse('LOT-A') })] });
  expect(cbcOptimum(writeMps(model(), 'FORBIDDEN'))).toBeCloseTo(modelObjective, 6);
  const problem = randomProblem(11);
  const free = await planned(problem);
  const [busiest] = [...Map.groupBy(free.lines.flatMap(({ route }) => route), (run) => run).values()].toSorted((a, b) => b.length - a.length);
  if (busiest?.[0] === undefined) throw new Error('the plan uses departures');
  const found = await planned({ ...problem, forbidden: [forbid({ run: busiest[0] })] });
  const theirs = cbcOptimum(writeMps(found.model(), 'FORBIDDEN-11'));
  expect(Math.abs(theirs - found.modelObjective) / Math.max(1, Math.abs(theirs)), `cbc ${theirs}, ours ${found.modelObjective}`).toBeLessThan(1e-6);
  expect(found.modelObjective).not.toBeCloseTo(free.modelObjective, 6);
});

test('the checker objects to a line on a forbidden departure', async () => {
  const found = await planned(tiny);
  const { violations } = checkPlan({ ...tiny, forbidden: [forbid({ recipient: LOM })] }, found, 'equal-cover');
  expect(violations).toContainEqual(expect.stringContaining('T1 is forbidden to it'));
});

test.each([3, 11, 29])('random problem %i: with what the plan uses most forbidden, the new plan is clean and no better', async (seed) => {
  const problem = randomProblem(seed);
  const free = await planned(problem);
  const busiest = [...Map.groupBy(free.lines.filter(({ route }) => route.length > 0), ({ route, recipient }) => `${route[0]} ${recipient}`).values()].toSorted((a, b) => b.length - a.length).slice(0, 3);
  const forbidden = busiest.flatMap(([line], index) => (line?.route[0] === undefined ? [] : [{ run: line.route[0], recipient: index === 0 ? null : line.recipient, lot: index === 2 ? line.lot : null }]));
  expect(forbidden.length).toBeGreaterThan(0);
  // Under equal cover the floors move too, so deprivation alone is compared.
  const solve = async (given: PlanningProblem): Promise<number> => {
    const result = await plan(given, { policy: 'deprivation', seed: 1, gap: 0 }, solver);
    if (!result.ok) throw new Error(result.error.limit);
    expect(checkPlan(given, result.value, 'deprivation').violations).toEqual([]);
    return result.value.modelObjective;
  };
  await planned({ ...problem, forbidden });
  expect(await solve({ ...problem, forbidden })).toBeGreaterThanOrEqual((await solve(problem)) * (1 - 1e-6));
});
