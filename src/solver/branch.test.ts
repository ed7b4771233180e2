// Branch and bound, held to what it must be: the least over all choices, and what the general solver finds.

import { afterAll, expect, test } from 'vitest';
import { Matrix } from '../planner/matrix.ts';
import type { LinearModel } from '../planner/solver.ts';
import { branchable } from './branch.ts';
import { highsSolver } from './highs.ts';

const solver = highsSolver();
afterAll(() => solver.close());

/** Numbers from 0 to 1 that look random and are always the same. */
function numbers(seed: number): () => number {
  let state = seed * 7919 + 17;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Depots that cost something to open, customers that must be served: few columns of either kind, choices that compete. */
function depots(seed: number, fixed: readonly number[] | null = null): LinearModel {
  const next = numbers(seed);
  const matrix = new Matrix();
  const [places, customers] = [6, 8];
  const served = Array.from({ length: customers }, () => matrix.row('d', 1, 1));
  for (let place = 0; place < places; place += 1) {
    const room = matrix.row('c', -Infinity, 0);
    const links = served.map(() => matrix.row('l', -Infinity, 0));
    const held = fixed?.[place];
    matrix.column('z', [[room, -(2 + Math.floor(next() * 3))], ...links.map((link) => [link, -1] as const)], { cost: 5 + 10 * next(), lower: held ?? 0, upper: held ?? 1, integer: fixed === null });
    for (const [customer, row] of served.entries()) matrix.column('x', [[row, 1], [room, 1], [links[customer] ?? -1, 1]], { cost: 10 * next() });
  }
  return matrix.finish();
}

test.each(Array.from({ length: 12 }, (_, seed) => seed))('the least over all choices of what to open (%d)', async (seed) => {
  const found = await solver.solve(depots(seed), { relativeGap: 0, seed: 1 });
  const every = await Promise.all(Array.from({ length: 64 }, (_, mask) => solver.solve(depots(seed, Array.from({ length: 6 }, (__, place) => (mask >> place) & 1)), { relativeGap: 0, seed: 1 })));
  const least = Math.min(...every.filter(({ status }) => status === 'optimal').map(({ objective }) => objective));
  expect(found.status).toBe('optimal');
  expect(found.objective).toBeCloseTo(least, 7);
  expect(found.bound).toBeLessThanOrEqual(least);
  expect(least - found.bound).toBeLessThan(1e-5);
  for (const [column, value] of found.columns.entries()) if (depots(seed).integer[column] === 1) expect(Math.abs(value - Math.round(value))).toBe(0);
});

test('the general solver finds the same', async () => {
  const own = await solver.solve(depots(3), { relativeGap: 0, seed: 1 });
  const general = await solver.solve(depots(3), { relativeGap: 0, seed: 1, secondsAtMost: 60 });
  expect(general.objective).toBeCloseTo(own.objective, 7);
});

test('the duals are those of the program that the choice leaves', async () => {
  const found = await solver.solve(depots(5), { relativeGap: 0, seed: 1 });
  const choice = [...depots(5).integer.keys()].filter((column) => depots(5).integer[column] === 1).map((column) => found.columns[column] ?? 0);
  const left = await solver.solve(depots(5, choice), { relativeGap: 0, seed: 1 });
  expect(left.objective).toBeCloseTo(found.objective, 7);
  // Weak duality holds them together: the duals price the right-hand sides and the fixed columns to the optimum.
  expect(found.duals.some((dual) => Math.abs(dual) > 1e-6)).toBe(true);
  expect(found.basis).not.toBeNull();
});

test('a gap that is asked for is kept to', async () => {
  const exact = await solver.solve(depots(7), { relativeGap: 0, seed: 1 });
  const rough = await solver.solve(depots(7), { relativeGap: 0.2, seed: 1 });
  expect(rough.objective).toBeGreaterThanOrEqual(exact.objective - 1e-7);
  expect((rough.objective - rough.bound) / rough.objective).toBeLessThanOrEqual(0.2 + 1e-6);
  expect(rough.bound).toBeLessThanOrEqual(exact.objective);
});

test('where no choice is feasible it says so', async () => {
  const model = depots(1);
  const tight = { ...model, rowLower: model.rowLower.map((lower) => (lower === 1 ? 9 : lower)), rowUpper: model.rowUpper.map((upper) => (upper === 1 ? 9 : upper)) };
  expect((await solver.solve(tight, { relativeGap: 0, seed: 1 })).status).toBe('infeasible');
});

test('integer columns that are not yes or no are left to the general solver', () => {
  const matrix = new Matrix();
  matrix.column('x', [], { cost: 1, upper: 5, integer: true });
  expect(branchable(matrix.finish())).toBeNull();
});
