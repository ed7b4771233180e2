import { describe, expect, test } from 'vitest';
import type { Capacitated } from './instance.ts';
import { isOverfull, transport } from './transport.ts';

const problem = (cost: number[], demand: number[], capacity: number[]): Capacitated => ({ model: 'cfl', customers: demand.length, candidates: capacity.length, cost: Float64Array.from(cost), fixed: new Float64Array(capacity.length), demand: Float64Array.from(demand), capacity: Float64Array.from(capacity) });

describe('who serves whom', () => {
  test('the nearest, while there is room', () => expect(transport(problem([10, 20, 30, 5], [1, 1], [9, 9]), [0, 1])).toEqual({ cost: 15, shares: Float64Array.of(1, 0, 0, 1) }));

  // Both are nearest to the first, which holds 10 of 20: 10 · 1 + 10 · 2 if the first customer moves, 10 · 1 + 10 · 9 if the second does.
  test('a full one passes on whoever loses least', () => expect(transport(problem([10, 20, 10, 90], [10, 10], [10, 20]), [0, 1])).toEqual({ cost: 30, shares: Float64Array.of(0, 1, 1, 0) }));

  // 10 units, 6 fit: 6 · 1 + 4 · 3.
  test('a customer is split', () => expect(transport(problem([10, 30], [10], [6, 6]), [0, 1])).toEqual({ cost: 18, shares: Float64Array.of(0.6, 0.4) }));

  // The third takes what the second had, which takes what the first had.
  test('passing goes on over several', () => {
    const served = transport(problem([1, 2, 99, 99, 1, 2, 1, 99, 99], [1, 1, 1], [1, 1, 1]), [0, 1, 2]);
    expect(served).toEqual({ cost: 5, shares: Float64Array.of(0, 1, 0, 0, 0, 1, 1, 0, 0) });
  });

  test('without room it names who cannot be served together, and by whom', () => {
    // The third customer reaches the second candidate alone, and is no part of it.
    const served = transport(problem([1, Infinity, 2, Infinity, Infinity, 3], [5, 5, 5], [8, 50]), [0, 1]);
    expect(isOverfull(served) && served).toEqual({ customers: [0, 1], candidates: [0] });
  });
});
