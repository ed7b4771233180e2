// The scan engine against its checker and against HiGHS on the complete model, over random small networks with every constraint.

import { afterAll, describe, expect, test } from 'vitest';
import { highsSolver } from './highs.ts';
import { buildInstance, revalued } from '../planner/scan/build.ts';
import { checkScan } from '../planner/scan/check-scan.ts';
import { completeModel } from '../planner/scan/complete-model.ts';
import { waysOf } from '../planner/scan/decompose.ts';
import { alone, Dual } from '../planner/scan/dual.ts';
import { generate, SCALES } from '../planner/scan/generate.fixture.ts';
import { emptyLabels } from '../planner/scan/labels.ts';
import { ended, scan, type ScanAnswer } from '../planner/scan/scan.ts';
import { polish } from '../planner/scan/polish/polish.ts';
import type { ScanProblem } from '../planner/scan/scan-problem.ts';

const solver = highsSolver();
afterAll(() => solver.close());

function answerOf(problem: ScanProblem, gap: number): { dual: Dual; answer: ScanAnswer; check: ReturnType<typeof checkScan> } {
  const instance = buildInstance(problem);
  const labels = emptyLabels(instance);
  const dual = new Dual(instance, labels, alone(instance, labels));
  const answer = ended(scan(dual, { gap }));
  return { dual, answer, check: checkScan(problem, answer.plan === null ? [] : waysOf(instance, answer.plan)) };
}

describe.each(['bare', 'full'] as const)('small networks, %s', (constraints) => {
  test.each(Array.from({ length: 60 }, (_, index) => index + 1))('seed %i: the optimum lies between plan and bound, and the plan holds', async (seed) => {
    const problem = generate({ scale: SCALES.tiny, seed, constraints });
    const { answer, check } = answerOf(problem, 0);
    const exact = await solver.solve(completeModel(problem), { relativeGap: 0, seed: 1 });
    expect(check.faults).toEqual([]);
    expect(check.value).toBeCloseTo(answer.value, 3);
    const dust = 1e-6 * (1 + Math.abs(exact.objective));
    expect(answer.value).toBeLessThanOrEqual(-exact.objective + dust);
    expect(answer.bound).toBeGreaterThanOrEqual(-exact.objective - dust);
  });
});

describe('polish', () => {
  test.each(Array.from({ length: 12 }, (_, index) => index + 101))('seed %i: to the optimum, with a plan that holds', async (seed) => {
    const problem = generate({ scale: SCALES.tiny, seed, constraints: seed % 2 === 0 ? 'full' : 'bare' });
    const { dual, answer } = answerOf(problem, 0.005);
    const polished = ended(polish(dual, answer, { gap: 1e-6 }));
    const check = checkScan(problem, polished.plan === null ? [] : waysOf(dual.instance, polished.plan));
    const optimum = -(await solver.solve(completeModel(problem), { relativeGap: 0, seed: 1 })).objective;
    expect(check.faults).toEqual([]);
    expect(polished.gap).toBeLessThanOrEqual(1e-4);
    expect(polished.bound).toBeGreaterThanOrEqual(optimum - 1e-6 * (1 + Math.abs(optimum)));
    expect(check.value).toBeGreaterThanOrEqual(optimum * (1 - 1e-4) - 1e-6);
  });
});

describe('prices and supply', () => {
  const problem = generate({ scale: SCALES.S, seed: 5, constraints: 'full' });
  const instance = buildInstance(problem);
  const labels = emptyLabels(instance);
  const answered = (dual: Dual, options: Parameters<typeof scan>[1]): ScanAnswer => ended(scan(dual, options));
  const cold = answered(new Dual(instance, labels, alone(instance, labels)), { gap: 0.005 });

  test('the same problem gives the same answer', () => {
    const again = buildInstance(problem);
    const fresh = emptyLabels(again);
    const twice = answered(new Dual(again, fresh, alone(again, fresh)), { gap: 0.005 });
    expect([twice.value, twice.bound]).toEqual([cold.value, cold.bound]);
    expect(twice.prices).toEqual(cold.prices);
  });

  test('to begin from the prices of an answer takes fewer scans', () => {
    const [first, second] = [new Dual(instance, labels, alone(instance, labels)), new Dual(instance, labels, alone(instance, labels))];
    answered(first, { gap: 0.005 });
    const warm = answered(second, { gap: 0.005, prices: cold.prices, temperatures: [0.0025, 0.001, 0.0005] });
    expect(warm.gap).toBeLessThanOrEqual(0.005);
    expect(second.scans).toBeLessThan(first.scans);
  });

  test('a departure without room carries nothing, and no plan is worth more for it', () => {
    const busiest = cold.prices.subarray(0, problem.capacities.count).reduce((most, price, capacity, all) => (price > (all[most] ?? 0) ? capacity : most), 0);
    const supply = instance.supply.slice();
    supply[busiest] = 0;
    const without = answered(new Dual(instance, labels, alone(instance, labels), supply), { gap: 0.005 });
    const cancelled = { ...problem, capacities: { ...problem.capacities, most: problem.capacities.most.with(busiest, 0) } };
    expect(checkScan(cancelled, without.plan === null ? [] : waysOf(instance, without.plan)).faults).toEqual([]);
    expect(without.value).toBeLessThanOrEqual(cold.bound);
  });

  test('the same rides asked for other needs: half of everything is worth less, and as if it had been built so', () => {
    const halved = { ...problem.segments, units: problem.segments.units.map((units) => units / 2) };
    const other = revalued(instance, halved);
    const built = buildInstance({ ...problem, segments: halved });
    const [one, two] = [other, built].map((it) => { const own = emptyLabels(it); return answered(new Dual(it, own, alone(it, own)), { gap: 0.005 }); });
    expect(one?.value).toBeLessThan(cold.value);
    expect(one?.value).toBeLessThanOrEqual((two?.bound ?? 0) * (1 + 1e-9));
    expect(two?.value).toBeLessThanOrEqual((one?.bound ?? 0) * (1 + 1e-9));
  });

  test('stopped at any step there is a bound, and the plan that there is holds', () => {
    const dual = new Dual(instance, labels, alone(instance, labels));
    const seen: number[] = [];
    for (const { answer } of scan(dual, { gap: 0 })) {
      seen.push(answer.bound);
      if (answer.plan !== null) {
        expect(checkScan(problem, waysOf(instance, answer.plan)).faults).toEqual([]);
        break;
      }
    }
    expect(seen.every((bound, index) => bound <= (seen[index - 1] ?? Infinity))).toBe(true);
  });
});
