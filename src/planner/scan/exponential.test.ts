// Our own exp and log beside the engine's, over all that they are asked for.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decay, ln, logistic, softplus } from './exponential.ts';

const near = (own: number, theirs: number, dust: number): boolean => Math.abs(own - theirs) <= dust * Math.max(1, Math.abs(theirs));
const runs = { numRuns: 5000 } as const;

test('ln is log, from the least double to the largest', () => {
  fc.assert(fc.property(fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true }), (x) => near(ln(x), Math.log(x), 1e-15)), runs);
  fc.assert(fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => near(ln(x), Math.log(x), 1e-15)), runs);
  expect([1, 2, 0.5, Math.SQRT2, Math.SQRT1_2, Number.MIN_VALUE, 2 ** -1022, Number.MAX_VALUE].filter((x) => !near(ln(x), Math.log(x), 1e-15))).toEqual([]);
  expect([ln(1), ln(0)]).toEqual([0, -Infinity]);
});

test('decay is exp of minus, to 5e-11 of itself', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 700, noNaN: true }), (a) => Math.abs(decay(a) / Math.exp(-a) - 1) < 5e-11), runs);
  expect([decay(0), decay(701), decay(Infinity)]).toEqual([1, 0, 0]);
});

test('the logistic function and softplus, at any distance', () => {
  fc.assert(fc.property(fc.double({ min: -800, max: 800, noNaN: true }), (x) => near(logistic(x), 1 / (1 + Math.exp(-x)), 1e-10) && near(softplus(x), Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x))), 1e-10)), runs);
  expect([logistic(Infinity), logistic(-Infinity), softplus(Infinity), softplus(-Infinity)]).toEqual([1, 0, Infinity, 0]);
});
