import { afterEach, describe, expect, test } from 'vitest';
import { Matrix } from '../planner/matrix.ts';
import type { LinearModel, SolveProgress } from '../planner/solver.ts';
import { highsSolver } from './highs.ts';

const solver = highsSolver();
afterEach(() => solver.close());

/** min −3x − 2y, x + y ≤ 4, x + 3y ≤ 6.5, x ≤ 3: x = 3, y = 1, −11; the second row does not bind. */
function small(integer = false): LinearModel {
  const matrix = new Matrix();
  const first = matrix.row('r', -Infinity, 4);
  const second = matrix.row('r', -Infinity, 6.5);
  matrix.column('x', [[first, 1], [second, 1]], { cost: -3, upper: 3, integer });
  matrix.column('x', [[first, 1], [second, 3]], { cost: -2, integer });
  return matrix.finish();
}

/** A knapsack that takes a solver long: equal weights and values but for a little. */
function long(): LinearModel {
  const matrix = new Matrix();
  const rows = Array.from({ length: 12 }, (_, row) => matrix.row('r', -Infinity, 1000 + row));
  for (let column = 0; column < 90; column += 1) matrix.column('z', rows.map((row) => [row, 20 + ((column * 37 + row * 101) % 53)]), { cost: -(40 + ((column * 61) % 29)), upper: 1, integer: true });
  return matrix.finish();
}

describe('the solver on HiGHS', () => {
  test('solves a linear program, with duals and a basis', async () => {
    const found = await solver.solve(small(), { relativeGap: 0, seed: 1 });
    expect(found.status).toBe('optimal');
    expect([...found.columns]).toEqual([3, 1]);
    expect(found.objective).toBeCloseTo(-11, 9);
    expect(found.bound).toBeLessThanOrEqual(-11);
    expect(found.duals[0]).toBeCloseTo(-2, 9);
    expect(found.basis?.columns).toHaveLength(2);
  });

  test('goes on from a basis and finds the same', async () => {
    const first = await solver.solve(small(), { relativeGap: 0, seed: 1 });
    if (first.basis === null) throw new Error('a solved linear program has a basis');
    expect((await solver.solve(small(), { relativeGap: 0, seed: 1, start: first.basis })).objective).toBeCloseTo(-11, 9);
  });

  test('solves integer columns, and has no duals for them', async () => {
    const found = await solver.solve(small(true), { relativeGap: 0, seed: 1 });
    expect([...found.columns]).toEqual([3, 1]);
    expect([...found.duals]).toEqual([0, 0]);
  });

  test('says that a program has no solution', async () => {
    const model = small();
    expect((await solver.solve({ ...model, rowLower: Float64Array.of(5, 0), rowUpper: Float64Array.of(9, 1) }, { relativeGap: 0, seed: 1 })).status).toBe('infeasible');
  });

  test('is stopped by a signal, and solves the next program all the same', async () => {
    const controller = new AbortController();
    const stopped = solver.solve(long(), { relativeGap: 0, seed: 1 }, { signal: controller.signal });
    const queued = solver.solve(small(), { relativeGap: 0, seed: 1 });
    setTimeout(() => controller.abort(new Error('enough')), 50);
    await expect(stopped).rejects.toThrow('enough');
    expect((await queued).objective).toBeCloseTo(-11, 9);
  });

  test('reports while it searches: what it has, and a bound that is not above it', async () => {
    const reports: SolveProgress[] = [];
    await solver.solve(long(), { relativeGap: 0, seed: 1, secondsAtMost: 1.5 }, { onProgress: (progress) => reports.push(progress) });
    expect(reports.length).toBeGreaterThan(0);
    for (const { objective, bound } of reports) expect(bound ?? -Infinity).toBeLessThanOrEqual(objective ?? Infinity);
  });

  test('stops after the seconds that it is given, with a bound below what it has', async () => {
    const found = await solver.solve(long(), { relativeGap: 0, seed: 1, secondsAtMost: 0.2 });
    expect(found.bound).toBeLessThanOrEqual(found.objective);
  });

  test('rejects what is under way when it is closed', async () => {
    const open = solver.solve(long(), { relativeGap: 0, seed: 1 });
    await Promise.all([expect(open).rejects.toThrow('the solver was closed'), solver.close()]);
  });
});
