import { expect, test } from 'vitest';
import { randomMedian, randomUncapacitated, shapeOf } from '../../test/support/random-locations.ts';
import type { PMedian, Uncapacitated } from './instance.ts';
import { interchange, type Exchange } from './interchange.ts';
import { listsOf } from './lists.ts';

const UNSERVED = 1e6;

/** What a choice costs, in the plainest way. */
function costOf({ customers, candidates, cost, ...more }: PMedian | Uncapacitated, open: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < customers; i += 1) sum += Math.min(UNSERVED, ...Array.from(open, (it, j) => (it === 1 ? (cost[i * candidates + j] ?? Infinity) : Infinity)));
  return 'fixed' in more ? more.fixed.reduce((total, it, j) => total + (open[j] === 1 ? it : 0), sum) : sum;
}

/** The least cost after one move: a swap, and where the number is free an opening or a closing. */
function bestNeighbour(instance: PMedian | Uncapacitated, open: Uint8Array): number {
  let best = Infinity;
  const judge = (turned: readonly number[]): void => {
    const after = Uint8Array.from(open, (it, j) => (turned.includes(j) ? 1 - it : it));
    if (after.includes(1)) best = Math.min(best, costOf(instance, after));
  };
  for (let a = 0; a < open.length; a += 1) {
    if (instance.model === 'ufl') judge([a]);
    for (let b = 0; b < a; b += 1) if (open[a] !== open[b]) judge([a, b]);
  }
  return best;
}

test.each(['pmedian', 'ufl'] as const)('%s: it says what its choice costs, and no single move is better', (model) => {
  for (let seed = 0; seed < 40; seed += 1) {
    const shape = shapeOf(seed, 25, 14);
    const instance = model === 'ufl' ? randomUncapacitated(seed, shape) : randomMedian(seed, shape);
    const exchange: Exchange = { lists: listsOf(instance), fixed: 'fixed' in instance ? instance.fixed : new Float64Array(shape.candidates), p: 'p' in instance ? instance.p : null, unserved: UNSERVED };
    const from = Uint8Array.from({ length: shape.candidates }, (_, j) => (j < ('p' in instance ? instance.p : 1) ? 1 : 0));
    const found = interchange(exchange, from);
    expect({ seed, cost: found.objective }).toEqual({ seed, cost: expect.closeTo(costOf(instance, found.open), 6) as number });
    expect(bestNeighbour(instance, found.open)).toBeGreaterThanOrEqual(found.objective - 1e-6);
    if (model === 'pmedian') expect(found.open.filter((it) => it === 1)).toHaveLength('p' in instance ? instance.p : -1);
  }
});
