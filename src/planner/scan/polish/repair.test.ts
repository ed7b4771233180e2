// Flows that keep nothing, repaired: the checker of ways finds no fault, and the ways come to what the plan says.

import { expect, test } from 'vitest';
import { generator } from '../../mulberry.fixture.ts';
import { buildInstance } from '../build.ts';
import { checkScan } from '../check-scan.ts';
import { waysOf } from '../decompose.ts';
import { alone, Dual } from '../dual.ts';
import { generate, SCALES } from '../generate.fixture.ts';
import { emptyLabels } from '../labels.ts';
import { planValue } from '../scan.ts';
import { trafficOf } from '../traffic.ts';
import { repaired } from './repair.ts';

test.each(Array.from({ length: 20 }, (_, index) => index + 1))('seed %i: flows thrown at random', (seed) => {
  const problem = generate({ scale: SCALES.tiny, seed, constraints: seed % 2 === 0 ? 'full' : 'bare' });
  const instance = buildInstance(problem);
  const labels = emptyLabels(instance);
  const dual = new Dual(instance, labels, alone(instance, labels));
  const roll = generator(seed);
  const units = Math.max(...instance.pieceUnits);
  const thrown = (length: number): Float64Array => Float64Array.from({ length }, () => Math.max(0, roll() - 0.4) * units);
  const { plan, rest } = repaired(dual, trafficOf(instance), { forwarded: thrown(instance.arrivalSlot.length), delivered: thrown(instance.value.length) });
  const check = checkScan(problem, waysOf(instance, plan));
  const handed = plan.delivered.reduce((sum, it) => sum + it, 0);
  expect(check.faults).toEqual([]);
  expect([...waysOf(instance, plan)].reduce((sum, way) => sum + way.units, 0)).toBeCloseTo(handed, 5);
  // Nothing rides that nobody takes: it would cost freight, which ways do not have.
  expect(Math.abs(check.value - planValue(instance, plan))).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(check.value)));
  for (const left of [rest.capacity, rest.stock, rest.piece]) expect(Math.min(...left)).toBeGreaterThanOrEqual(0);
});
