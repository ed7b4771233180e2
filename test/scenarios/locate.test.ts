// Hub choice beside HiGHS on the textbook's models, which share no code with it: 200 random instances, the same optimum in each.

import { afterAll, describe, expect, test } from 'vitest';
import { checkLocated } from '../../src/location/check.ts';
import type { Instance } from '../../src/location/instance.ts';
import { locate } from '../../src/location/locate.ts';
import { highsSolver } from '../../src/solver/highs.ts';
import { randomCapacitated, randomCentre, randomMedian, randomUncapacitated, shapeOf } from '../support/random-locations.ts';
import { textbook } from '../support/textbook-locations.ts';

const solver = highsSolver();
afterAll(() => solver.close());

const QUESTIONS: readonly (readonly [string, (seed: number) => Instance, number])[] = [
  ['p-median', (seed) => randomMedian(seed, shapeOf(seed, 18, 12)), 50],
  ['p-centre', (seed) => randomCentre(seed, shapeOf(seed, 10, 7)), 30],
  ['without capacities', (seed) => randomUncapacitated(seed, shapeOf(seed, 18, 12)), 50],
  ['with capacities', (seed) => randomCapacitated(seed, shapeOf(seed, 18, 12)), 70],
];

describe('the same optimum as HiGHS on the textbook model', () => {
  test.each(QUESTIONS)('%s', async (_, make, count) => {
    let impossible = 0;
    for (let seed = 1000; seed < 1000 + count; seed += 1) {
      const instance = make(seed);
      const theirs = await solver.solve(textbook(instance), { relativeGap: 0, seed: 1, secondsAtMost: 60 });
      const ours = locate(instance);
      if (!ours.ok) {
        impossible += 1;
        expect({ seed, status: theirs.status, said: ours.error.map(({ code }) => code) }).toMatchObject({ seed, status: 'infeasible' });
        continue;
      }
      const { located } = ours.value;
      expect({ seed, status: theirs.status }).toEqual({ seed, status: 'optimal' });
      expect({ seed, wrong: checkLocated(instance, located), status: located.status }).toEqual({ seed, wrong: [], status: 'optimal' });
      expect(Math.abs(located.objective - theirs.objective), `seed ${seed}: ${located.objective} and ${theirs.objective}`).toBeLessThanOrEqual(1e-6 * Math.max(1, theirs.objective));
    }
    expect(impossible).toBeLessThan(count / 3);
  }, 240_000);
});
