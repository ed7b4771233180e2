// Compiled loops against their definition, to the last bit: every label, flow, tally, bound and vector.

import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { compiledCode } from '../../../../scripts/kernels.ts';
import { generator } from '../../mulberry.fixture.ts';
import { buildInstance } from '../build.ts';
import { alone, Dual } from '../dual.ts';
import { generate, SCALES } from '../generate.fixture.ts';
import { emptyLabels, type Labels } from '../labels.ts';
import { compiledMemory, ownMemory, type Memory } from '../memory.ts';
import type { ScanProblem } from '../scan-problem.ts';
import { plainVectors, type Vectors } from '../vectors.ts';
import { CODE } from './code.ts';
import { vectorsFor } from './compiled.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];

const dualIn = (problem: ScanProblem, memory: Memory): Dual => {
  const instance = buildInstance(problem, memory);
  const labels = emptyLabels(instance);
  return new Dual(instance, labels, alone(instance, labels));
};

const arraysOf = (labels: Labels): Record<string, readonly number[]> => ({
  ...Object.fromEntries(Object.entries(labels).flatMap(([name, array]) => (ArrayBuffer.isView(array) ? [[name, [...(array as Float64Array)]]] : []))),
  usage: labels.usage.flatMap((usage) => [...usage]),
});

describe.each(SEEDS)('compiled loops, seed %i', (seed) => {
  const problem = generate({ scale: { ...SCALES.S, recipients: 12 + seed }, seed, constraints: seed % 2 === 0 ? 'full' : 'bare' });
  const [plain, compiled] = [dualIn(problem, ownMemory), dualIn(problem, compiledMemory())];
  const random = generator(seed);
  const { prices: count, scale } = plain.instance;
  const guesses = [new Float64Array(count), ...[0.05, 1, 30].map((most) => Float64Array.from({ length: count }, () => (random() < 0.4 ? 0 : most * random() * scale)))];

  test('the one is compiled, the other is not', () => {
    expect(compiled.instance.compiled).not.toBeNull();
    expect(plain.instance.compiled).toBeNull();
  });

  test.each([0.02, 0.002, 1e-5])('smoothed at %d of the scale: all labels, flows and what is left', (share) => {
    let lost = 0;
    for (const prices of guesses) {
      const [one, two] = [new Float64Array(count), new Float64Array(count)];
      plain.slack(prices, share * scale, one);
      compiled.slack(prices, share * scale, two);
      expect([...two]).toEqual([...one]);
      expect(arraysOf(compiled.labels)).toEqual(arraysOf(plain.labels));
      lost += plain.labels.pools.reduce((sum, pools) => sum + pools.lost.filter((piece) => piece > 0).length, 0);
    }
    if (share === 1e-5) expect(lost).toBeGreaterThan(0);
  });

  test('the bound', () => {
    for (const prices of guesses) {
      expect(compiled.bound(prices)).toBe(plain.bound(prices));
      expect([...compiled.labels.slotCost]).toEqual([...plain.labels.slotCost]);
    }
  });
});

describe.each([1, 2, 7, 64])('compiled vectors of %i', (count) => {
  test('every operation', () => {
    const random = generator(count);
    const memory = compiledMemory();
    const numbers = Array.from({ length: 6 }, () => Array.from({ length: count }, () => (random() < 0.2 ? 0 : random() - 0.3)));
    const outcome = (vectors: Vectors): unknown => {
      const [direction, prices, slack, free, other, next] = numbers.map((values) => {
        const vector = vectors.zeros();
        vector.set(values);
        return vector;
      }) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
      vectors.findFree(prices, slack, free);
      const sums = [
        vectors.fall(direction, slack, free, other), vectors.add(direction, free, 0.7, other, slack), vectors.stretch(direction, 1.3, prices, other),
        vectors.product(free, slack, other), vectors.square(free, slack, prices),
      ];
      vectors.move(next, prices, direction, 0.35);
      sums.push(vectors.along(slack, next, prices));
      vectors.difference(other, next, prices);
      return { sums, all: [direction, prices, slack, free, other, next].map((vector) => [...vector]) };
    };
    expect(outcome(vectorsFor(memory.compiled, count))).toEqual(outcome(plainVectors(count)));
  });
});

test('what a memory takes is counted, so that it is collected in time', () => {
  const before = process.memoryUsage().arrayBuffers;
  const memory = compiledMemory();
  expect(memory.floats(10_000_000).length).toBe(10_000_000);
  expect(process.memoryUsage().arrayBuffers - before).toBeGreaterThan(40_000_000);
});

test('code.ts is what kernels/ compiles to', () => {
  expect(compiledCode()).toContain(`'${CODE}'`);
});
