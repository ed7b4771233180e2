// The factor against the product it was made of, and interior point against an optimum worked out by hand.

import { describe, expect, test } from 'vitest';
import { generator } from '../../mulberry.fixture.ts';
import { Cholesky } from './cholesky.ts';
import { InteriorPoint } from './interior.ts';
import { minimumDegree, type Pattern } from './ordering.ts';
import { panelsOf } from './symbolic.ts';

/** A random symmetric pattern in which each row meets some others. */
function randomPattern(rows: number, each: number, roll: () => number): { pattern: Pattern; meets: Set<number>[] } {
  const meets = Array.from({ length: rows }, () => new Set<number>());
  for (let row = 0; row < rows; row += 1)
    for (let k = 0; k < each; k += 1) {
      const other = Math.floor(roll() * rows);
      if (other === row) continue;
      meets[row]?.add(other);
      meets[other]?.add(row);
    }
  const start = [0];
  for (const others of meets) start.push((start.at(-1) ?? 0) + others.size);
  return { pattern: { start: Int32Array.from(start), list: Int32Array.from(meets.flatMap((others) => [...others])) }, meets };
}

describe.each([1, 2, 3, 4, 5, 6])('a random matrix, seed %i', (seed) => {
  const roll = generator(seed);
  const rows = 20 + seed * 37;
  const { pattern, meets } = randomPattern(rows, seed % 3 === 0 ? 6 : 2, roll);

  test('the order has every row once', () => {
    expect([...minimumDegree(pattern)].toSorted((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, row) => row));
  });

  test('what the factor solves, times the matrix, is the right side', () => {
    const matrix = meets.map((others) => new Map([...others].map((other) => [other, 0])));
    for (const [row, others] of meets.entries())
      for (const other of others) {
        if (other > row) continue;
        const value = roll() - 0.5;
        matrix[row]?.set(other, value);
        matrix[other]?.set(row, value);
      }
    const factor = new Cholesky(panelsOf(pattern));
    factor.numbers.fill(0);
    for (const [row, values] of matrix.entries()) {
      const diagonal = 1 + [...values.values()].reduce((sum, value) => sum + Math.abs(value), 0);
      for (const [other, value] of values) if (other < row) factor.numbers[factor.at(row, other)] = value;
      values.set(row, diagonal);
      factor.numbers[factor.at(row, row)] = diagonal;
    }
    factor.factor();
    const right = Float64Array.from({ length: rows }, () => roll() - 0.5);
    const solution = right.slice();
    factor.solve(solution);
    for (const [row, values] of matrix.entries()) expect([...values].reduce((sum, [column, value]) => sum + value * (solution[column] ?? Number.NaN), 0)).toBeCloseTo(right[row] ?? Number.NaN, 9);
  });
});

test('min −3x − 2y, x + y ≤ 4, x + 3y ≤ 6.5, x ≤ 3: x = 3, y = 1, prices 2, 0, 1', () => {
  const program = { starts: Int32Array.of(0, 3, 5), rows: Int32Array.of(0, 1, 2, 0, 1), values: Float64Array.of(1, 1, 1, 1, 3), cost: Float64Array.of(-3, -2), most: Float64Array.of(4, 6.5, 3) };
  const point = new InteriorPoint(program, { x: new Float64Array(2).fill(1), z: new Float64Array(2).fill(1), s: new Float64Array(3).fill(1), y: new Float64Array(3).fill(1) });
  for (let step = 0; step < 40 && point.gap() > 1e-9; step += 1) point.step();
  expect(point.gap()).toBeLessThanOrEqual(1e-9);
  for (const [index, value] of [3, 1].entries()) expect(point.iterate.x[index]).toBeCloseTo(value, 6);
  for (const [index, price] of [2, 0, 1].entries()) expect(point.iterate.y[index]).toBeCloseTo(price, 6);
});
