// The frontier on random problems: every point proven and checked; less equality asked for never costs more by the same weights.

import { afterAll, expect, test } from 'vitest';
import { frontier } from '../planner/frontier.ts';
import { randomProblem } from '../planner/random.fixture.ts';
import { highsSolver } from './highs.ts';

const solver = highsSolver();
afterAll(() => solver.close());

test.each([1, 2, 3, 4, 5, 6])('problem %d: proven, checked, and the objective falls as the floors do', async (seed) => {
  const found = await frontier(randomProblem(seed), 1, solver);
  if (!found.ok) throw new Error(found.error.limit);
  for (const { check, modelObjective, bound } of found.value.points) {
    expect(check).toEqual({ ok: true, violations: [] });
    expect(Math.min(modelObjective, bound)).toBe(bound);
  }
  const falling = found.value.points.filter(({ costTimes, delayTimes }) => costTimes === 1 && delayTimes === 1);
  expect(falling.map(({ equity }) => equity)).toEqual([1, 0.9, 0.75, 0.5, 0]);
  for (const [index, { modelObjective }] of falling.entries()) expect(modelObjective).toBeLessThanOrEqual((falling[index - 1]?.modelObjective ?? Infinity) + 1e-6 * Math.abs(modelObjective));
  expect(found.value.points.some(({ dominated }) => !dominated)).toBe(true);
  // The policy equal cover is the point that holds every level.
  const [equal] = found.value.policies;
  expect(equal).toMatchObject({ policy: 'equal-cover', cost: falling[0]?.cost, worstOff: falling[0]?.worstOff });
});
