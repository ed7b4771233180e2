import { describe, expect, test } from 'vitest';
import { randomCentre, randomMedian, randomUncapacitated, shapeOf } from '../../test/support/random-locations.ts';
import { bruteForce } from './brute.fixture.ts';
import { checkLocated } from './check.ts';
import type { PCentre, PMedian, Uncapacitated } from './instance.ts';
import { locate } from './locate.ts';

const SEEDS = [...Array(60).keys()];
const QUESTIONS: readonly (readonly [string, (seed: number) => PMedian | PCentre | Uncapacitated])[] = [
  ['p-median', (seed) => randomMedian(seed, shapeOf(seed, 14, 10))],
  ['p-centre', (seed) => randomCentre(seed, shapeOf(seed, 14, 10))],
  ['without capacities', (seed) => randomUncapacitated(seed, shapeOf(seed, 14, 10))],
];

describe('stopped early', () => {
  test.each(QUESTIONS)('%s: there is a choice that holds, and the optimum lies between it and the bound', (_, make) => {
    let unproven = 0;
    for (const seed of SEEDS) {
      const instance = make(seed);
      const least = bruteForce(instance);
      for (const looks of [0, 3, 30]) {
        let left = looks;
        const answer = locate(instance, { stop: () => (left -= 1) < 0 });
        if (!answer.ok) {
          expect(answer.error.map(({ code }) => code)).toEqual([least === Infinity ? expect.stringMatching(/^(too-few|no-time)$/) : 'no-time']);
          continue;
        }
        const { located } = answer.value;
        expect({ seed, wrong: checkLocated(instance, located) }).toEqual({ seed, wrong: [] });
        expect(located.objective).toBeGreaterThanOrEqual(least - 1e-6);
        expect(located.bound).toBeLessThanOrEqual(least + 1e-6);
        if (located.status === 'stopped') unproven += 1;
        else expect(located.objective).toBeCloseTo(least, 6);
      }
    }
    expect(unproven).toBeGreaterThan(5);
  });
});

describe('the optimum is the least of all choices, proven', () => {
  test.each(QUESTIONS)('%s, 60 random instances', (_, make) => {
    let without = 0;
    for (const seed of SEEDS) {
      const instance = make(seed);
      const least = bruteForce(instance);
      const answer = locate(instance);
      if (!answer.ok) {
        without += 1;
        expect({ seed, least, codes: answer.error.map(({ code }) => code) }).toEqual({ seed, least: Infinity, codes: ['too-few'] });
        continue;
      }
      const { located } = answer.value;
      expect({ seed, wrong: checkLocated(instance, located), status: located.status }).toEqual({ seed, wrong: [], status: 'optimal' });
      expect(located.objective).toBeCloseTo(least, 6);
      expect(located.bound).toBeCloseTo(least, 5);
    }
    expect(without).toBeLessThan(SEEDS.length / 3);
  });
});
