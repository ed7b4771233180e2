// Whole pallets over tiny random problems: every plan passes the checker, which counts places by itself; and HiGHS on the exported
// model, places and cartons in whole numbers, says how good the best plan is. bound ≤ optimum ≤ plan, and the plan is near.

import { afterAll, describe, expect, test } from 'vitest';
import { Policy } from '../domain/plan/plan.ts';
import { checkPlan } from '../planner/check.ts';
import { readProblem } from '../planner/file/read-problem.ts';
import { writeProblem } from '../planner/file/write-problem.ts';
import { palletProblem } from '../planner/pallets/pallets.fixture.ts';
import { plan, type Planned, type PlanOptions } from '../planner/plan.ts';
import type { PlanningProblem } from '../planner/problem.ts';
import type { LinearModel } from '../planner/solver.ts';
import { writeMps } from '../planner/mps.ts';
import { cbcOptimum, hasCbc } from '../../test/support/cbc.ts';
import { highsSolver } from './highs.ts';

const SEEDS = Array.from({ length: 24 }, (_, k) => k + 1);
const solver = highsSolver();
afterAll(() => solver.close());

async function planned(problem: PlanningProblem, policy: Policy, more: Partial<PlanOptions> = {}): Promise<Planned> {
  const result = await plan(problem, { policy, seed: 1, gap: 0, ...more }, solver);
  if (!result.ok) throw new Error(result.error.limit);
  return result.value;
}

/** The model with cartons in whole numbers too. */
const wholeCartons = (model: LinearModel): LinearModel => ({ ...model, integer: model.integer.map((integer, column) => (model.columnNames[column]?.startsWith('x') === true ? 1 : integer)) });

async function optimum(model: LinearModel): Promise<number> {
  const solution = await solver.solve(model, { relativeGap: 0, seed: 1 });
  expect(solution.status).toBe('optimal');
  return solution.objective;
}

/** Some lines of a plan frozen, some made dear to change. */
async function decided(problem: PlanningProblem): Promise<PlanningProblem> {
  const lines = (await planned(problem, 'deprivation')).lines.map(({ lot, recipient, cartons, route }) => ({ lot, recipient, cartons, route }));
  return { ...problem, frozen: lines.filter((_, index) => index % 3 === 0), standing: lines.filter((_, index) => index % 3 === 1).map((line) => ({ ...line, eurosPerCarton: 40 })) };
}

function sound(problem: PlanningProblem, found: Planned, policy: Policy): void {
  const check = checkPlan(problem, found, policy);
  expect(check.violations).toEqual([]);
  expect(Math.abs(found.objective - check.figures.objective)).toBeLessThanOrEqual(1e-9 * Math.max(1, found.objective));
  expect(Math.abs(found.cost - check.figures.cost)).toBeLessThanOrEqual(1e-9 * Math.max(1, found.cost));
  expect(found.bound).toBeLessThanOrEqual(found.objective);
}

describe.each(SEEDS.slice(0, 12))('random problem %i', (seed) => {
  const problem = palletProblem(seed);

  test('every plan can be carried out on whole pallets, by either engine, also around frozen lines and with a price of change', async () => {
    for (const policy of Policy.options) sound(problem, await planned(problem, policy), policy);
    sound(problem, await planned(problem, 'deprivation', { engine: 'scan', gap: 0.01 }), 'deprivation');
    const around = await decided(problem);
    for (const policy of ['equal-cover', 'deprivation'] as const) sound(around, await planned(around, policy), policy);
  });

  test('the optimum lies between bound and plan', async () => {
    for (const asked of [problem, await decided(problem)])
      for (const policy of asked === problem ? (['severity'] as const) : (['deprivation'] as const)) {
        const found = await planned(asked, policy);
        const model = found.model();
        const [places, cartons] = [await optimum(model), await optimum(wholeCartons(model))];
        const dust = 1e-6 * Math.max(1, Math.abs(cartons));
        expect(found.bound).toBeLessThanOrEqual(places + dust);
        expect(places).toBeLessThanOrEqual(cartons + dust);
        expect(cartons).toBeLessThanOrEqual(found.objective + dust);
      }
  });

  test('what it says of its pallets is what its lines come to', async () => {
    const found = await planned(problem, 'deprivation');
    const pallets = found.pallets ?? [];
    for (const { places, filled, lines } of pallets) {
      expect(places).toBe(Math.ceil(filled - 1e-7));
      const cartons = found.lines.filter(({ line }) => lines.includes(line));
      expect(filled).toBeCloseTo(cartons.reduce((sum, { item, cartons: own }) => sum + own / (problem.items.get(item)?.cartonsPerPallet ?? 0), 0), 9);
    }
    const lift = pallets.reduce((sum, { departure, places }) => sum + places * (problem.runs.find(({ id }) => id === departure)?.eurosPerPallet ?? 0), 0);
    const weight = checkPlan({ ...problem, runs: problem.runs.map((run) => ({ ...run, eurosPerPallet: 0 })) }, found, 'deprivation').figures.cost;
    expect(found.cost).toBeCloseTo(weight + lift, 4);
    expect(found.lines.filter(({ route }) => route.length > 0).every(({ because = [] }) => because.some(({ say }) => say === 'line.pallets'))).toBe(true);
  });
});

test('in the median the plan is within a hundredth of what the best one does, and half of them are the best', async () => {
  const above: number[] = [];
  for (const seed of SEEDS) {
    const problem = palletProblem(seed);
    const found = await planned(problem, 'deprivation');
    const best = await optimum(wholeCartons(found.model()));
    const nothing = checkPlan(problem, { lines: [], charters: [], unserved: [] }, 'deprivation').figures.objective;
    above.push((found.objective - best) / Math.max(1, nothing - best));
  }
  const sorted = above.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? 1;
  if (process.env['PALLETS_PRINT'] !== undefined) process.stdout.write(`above the optimum, of the good: half ${at(0.5)}, three quarters ${at(0.75)}, nine tenths ${at(0.9)}, most ${at(0.999)}\n`);
  expect(at(0.5)).toBeLessThan(0.001);
  expect(at(0.9)).toBeLessThan(0.02);
}, 120_000);

test.skipIf(!hasCbc)('cbc finds the same optimum of the exported file', async () => {
  for (const seed of [1, 7, 13]) {
    const found = await planned(palletProblem(seed), 'deprivation');
    const [theirs, ours] = [cbcOptimum(writeMps(found.model(), `pallets-${seed}`)), await optimum(found.model())];
    expect(Math.abs(theirs - ours) / Math.max(1, Math.abs(theirs))).toBeLessThan(1e-6);
  }
});

test('the same problem gives the same plan, also out of its file; by the part it is another problem', async () => {
  const problem = palletProblem(5);
  const text = [...writeProblem(problem)].join('');
  const read = readProblem(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  expect(read.value).toEqual(problem);
  const json = async (asked: PlanningProblem): Promise<string> => JSON.stringify(await planned(asked, 'equal-cover'));
  expect(await json(read.value)).toBe(await json(problem));
  const parts: PlanningProblem = { ...problem, pallets: 'parts' };
  expect([...writeProblem(parts)].join('')).not.toContain('pallets');
  expect(await planned(parts, 'equal-cover')).not.toHaveProperty('pallets');
});

test('loading whole pallets is better than paying them for a plan by the part', async () => {
  let [loaded, paid, kept] = [0, 0, 0];
  for (const seed of SEEDS.slice(0, 12)) {
    const problem = palletProblem(seed);
    const asIf = checkPlan(problem, await planned({ ...problem, pallets: 'parts' }, 'deprivation'), 'deprivation');
    kept += asIf.violations.length === 0 ? 1 : 0;
    if (asIf.violations.length > 0) continue;
    paid += asIf.figures.objective;
    loaded += (await planned(problem, 'deprivation')).objective;
  }
  expect(kept).toBeGreaterThan(0);
  expect(loaded).toBeLessThan(paid);
}, 60_000);
