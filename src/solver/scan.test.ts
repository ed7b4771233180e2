// The scan engine against its checker and against HiGHS on the complete model, over random small networks with every constraint.

import { afterAll, describe, expect, test } from 'vitest';
import { highsSolver } from './highs.ts';
import { buildInstance } from '../planner/scan/build.ts';
import { checkScan } from '../planner/scan/check-scan.ts';
import { completeModel } from '../planner/scan/complete-model.ts';
import { waysOf } from '../planner/scan/decompose.ts';
import { alone, Dual } from '../planner/scan/dual.ts';
import { generate, SCALES } from '../planner/scan/generate.fixture.ts';
import { emptyLabels } from '../planner/scan/labels.ts';
import { scan, type ScanAnswer } from '../planner/scan/scan.ts';
import type { ScanProblem } from '../planner/scan/scan-problem.ts';

const solver = highsSolver();
afterAll(() => solver.close());

function answerOf(problem: ScanProblem, gap: number): { answer: ScanAnswer; check: ReturnType<typeof checkScan> } {
  const instance = buildInstance(problem);
  const labels = emptyLabels(instance);
  const run = scan(new Dual(instance, labels, alone(instance, labels)), { gap });
  let step = run.next();
  while (step.done !== true) step = run.next();
  const answer = step.value;
  return { answer, check: checkScan(problem, answer.plan === null ? [] : waysOf(instance, answer.plan)) };
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
