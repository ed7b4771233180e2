// The baselines that plans are set beside: a comparison is worth nothing unless they too can be carried out, and do as they say.

import { describe, expect, test } from 'vitest';
import { earliestFirst } from '../../bench/baselines/earliest.ts';
import { proportionalSplit } from '../../bench/baselines/proportional.ts';
import { checkPlan } from '../../src/planner/check.ts';
import { randomProblem } from '../../src/planner/random.fixture.ts';
import { LOM, PIE, tiny } from '../../src/planner/tiny.fixture.ts';
import type { BaselinePlan } from '../../bench/baselines/dispatch.ts';

const BASELINES = { 'earliest way first': earliestFirst, 'proportional split': proportionalSplit } as const;
const cartonsOf = ({ lines }: BaselinePlan, recipient: string): number => lines.filter((line) => line.recipient === recipient).reduce((sum, { cartons }) => sum + cartons, 0);

describe.each(Object.entries(BASELINES))('%s', (_, baseline) => {
  // Frozen lines are a plan's own concern: these problems have none.
  test.each(Array.from({ length: 15 }, (__, seed) => seed + 1))('can be carried out on random problem %d', (seed) => {
    const problem = { ...randomProblem(seed), frozen: [] };
    const plan = baseline(problem);
    expect(checkPlan(problem, plan, 'equal-cover').violations).toEqual([]);
    expect(baseline(problem)).toEqual(plan);
  });
});

describe('the tiny problem: 6 cartons for both, 4 for Lombardy alone; needs of 10 and 5', () => {
  test('earliest way first fills Piedmont, the more severe, then Lombardy with the rest, all on the first truck', () => {
    const plan = earliestFirst(tiny);
    expect([cartonsOf(plan, PIE), cartonsOf(plan, LOM)]).toEqual([5, 5]);
    expect(new Set(plan.lines.flatMap(({ route }) => route))).toEqual(new Set(['T1']));
  });
  test('the split gives two thirds of the free lot to Lombardy, and its own lot besides', () => {
    const plan = proportionalSplit(tiny);
    expect([cartonsOf(plan, LOM), cartonsOf(plan, PIE)]).toEqual([4 + 4, 2]);
  });
});
