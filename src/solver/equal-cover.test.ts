// Equal cover by cuts against one program after the other on the complete model, and against its checker, over random small
// networks with every constraint.

import { afterAll, describe, expect, test } from 'vitest';
import type { Charters } from '../planner/charters/charters.ts';
import { checkEqual, type EqualClaim } from '../planner/equal/check-equal.ts';
import { equalCover, type EqualCover } from '../planner/equal/equal-cover.ts';
import { askingProblem } from '../planner/equal/demand.ts';
import { holding } from '../planner/equal/holding.ts';
import { checkScan } from '../planner/scan/check-scan.ts';
import { completeModel } from '../planner/scan/complete-model.ts';
import { ended } from '../planner/scan/scan.ts';
import { generate, SCALES } from '../planner/scan/generate.fixture.ts';
import type { Floors, ScanProblem } from '../planner/scan/scan-problem.ts';
import { highsSolver } from './highs.ts';
import { levelsByPrograms } from './levels-by-programs.fixture.ts';

const NO_CHARTERS: Charters = { count: 0, start: new Int32Array(1), departures: new Int32Array(0), most: new Int32Array(0), cost: new Float64Array(0) };
const solver = highsSolver();
afterAll(() => solver.close());

function found(problem: ScanProblem, delta = 0): { cover: EqualCover; claim: EqualClaim } {
  const cover = ended(equalCover(problem, { delta }));
  const levels = new Float64Array(problem.recipients.count * problem.items.count).fill(Number.NaN);
  for (const [group, level] of cover.levels.entries()) levels[(cover.groups.recipient[group] ?? 0) * problem.items.count + (cover.groups.item[group] ?? 0)] = level;
  return { cover, claim: { levels, ways: cover.ways, cuts: cover.cuts.map(({ prices }) => prices) } };
}

describe.each(['bare', 'full'] as const)('small networks, %s', (constraints) => {
  test.each(Array.from({ length: 12 }, (_, index) => index + 1))('seed %i: the levels are the lexicographic maximum', async (seed) => {
    const problem = generate({ scale: SCALES.tiny, seed, constraints });
    const { cover, claim } = found(problem);
    expect(checkEqual(problem, claim)).toEqual({ delta: expect.closeTo(0, 5), faults: [] });
    const ones = new Float64Array(cover.groups.count).fill(1);
    const theirs = await levelsByPrograms(completeModel(askingProblem(problem, cover.groups, ones)), cover.groups, solver);
    for (const [group, level] of cover.levels.entries()) expect(level, `group ${group}`).toBeCloseTo(theirs[group] ?? -1, 5);
  });
});

test.each([0.3, 0.6])('asked for %d: no group is further below what is proven, and fewer programs are solved', (delta) => {
  const rounds = { near: 0, exact: 0 };
  for (let seed = 1; seed <= 12; seed += 1) {
    const problem = generate({ scale: SCALES.tiny, seed, constraints: 'full' });
    const [near, exact] = [found(problem, delta), found(problem)];
    const check = checkEqual(problem, near.claim);
    expect(check.faults).toEqual([]);
    expect(check.delta).toBeLessThanOrEqual(delta + 1e-6);
    // What is proven is never below what can be had: neither the lowest of it, nor then the lowest of the plan by more than delta.
    expect(Math.min(...near.cover.levels)).toBeGreaterThanOrEqual(Math.min(...exact.cover.levels) - 1e-6);
    expect(Math.min(...near.cover.shares)).toBeGreaterThanOrEqual(Math.min(...exact.cover.levels) - delta - 1e-6);
    rounds.near += near.cover.rounds;
    rounds.exact += exact.cover.rounds;
  }
  expect(rounds.near).toBeLessThan(rounds.exact);
});

test('asked for 0.02 on 60 recipients: the plan is so near to what is proven, what is proven is what the exact way finds, and a program less is solved', () => {
  const problem = generate({ scale: SCALES.S, seed: 13, constraints: 'bare' });
  const [near, exact] = [found(problem, 0.02), found(problem)];
  const check = checkEqual(problem, near.claim);
  expect(check.faults).toEqual([]);
  expect(check.delta).toBeLessThanOrEqual(0.02 + 1e-6);
  for (const [group, level] of near.cover.levels.entries()) expect(level, `group ${group}`).toBeCloseTo(exact.cover.levels[group] ?? -1, 3);
  expect(near.cover.rounds).toBeLessThan(exact.cover.rounds);
});

test.each([[17, 'full', 0.02], [8, 'bare', 0.1]] as const)('seed %i, %s, asked for %d: once levels stand a little less is asked for, and all of it can be had', (seed, constraints, delta) => {
  const problem = generate({ scale: SCALES.tiny, seed, constraints });
  const { cover, claim } = found(problem, delta);
  const check = checkEqual(problem, claim);
  expect(check.faults).toEqual([]);
  expect(check.delta).toBeLessThanOrEqual(delta + 1e-6);
  expect(check.delta).toBeGreaterThan(delta / 2);
  expect(cover.rounds).toBeLessThanOrEqual(found(problem).cover.rounds);
});

/** Each need in two halves, of which one is worth three times the other. */
function inTwo(problem: ScanProblem): ScanProblem {
  const { count, recipient, item, from, until, units, worth, decay } = problem.segments;
  const whole = (of: Int32Array): Int32Array => Int32Array.from([...of, ...of]);
  const halves = (of: Float64Array, first: number, second: number): Float64Array => Float64Array.from([...of.map((it) => it * first), ...of.map((it) => it * second)]);
  return { ...problem, segments: { count: 2 * count, recipient: whole(recipient), item: whole(item), from: halves(from, 1, 1), until: halves(until, 1, 1), units: halves(units, 0.5, 0.5), worth: halves(worth, 1.5, 0.5), decay: halves(decay, 0.5, 0.5) } };
}

test.each(Array.from({ length: 6 }, (_, index) => index + 1))('seed %i: the plan that holds the levels is worth what the complete model is, and its ways are worth that', async (seed) => {
  const problem = inTwo(generate({ scale: SCALES.tiny, seed, constraints: 'full' }));
  const { cover, claim } = found(problem);
  const floors: Floors = { ofSegment: cover.groups.ofSegment, units: cover.levels.map((level, group) => Math.max(0, level - 1e-6) * (cover.groups.need[group] ?? 0)) };
  const held = await holding(problem, floors, { charters: NO_CHARTERS, gap: 0, seed: 1 }, solver);
  if (held === null) throw new Error('no plan');
  const { value, faults } = checkScan(problem, held.ways);
  expect(faults).toEqual([]);
  expect(value / held.value).toBeCloseTo(1, 6);
  expect(held.bound / held.value).toBeCloseTo(1, 6);
  expect(-(await solver.solve(completeModel(problem, 0, floors), { relativeGap: 0, seed: 1 })).objective / held.value).toBeCloseTo(1, 6);
  expect(checkEqual(problem, { ...claim, ways: held.ways }).delta).toBeLessThanOrEqual(3e-6);
  expect(Math.max(...held.floorPrices)).toBeGreaterThan(0);
});

describe('the checker', () => {
  const problem = generate({ scale: SCALES.tiny, seed: 4, constraints: 'full' });
  const faultsOf = (change: (claim: EqualClaim) => Partial<EqualClaim>): string => {
    const { claim } = found(problem);
    const { delta, faults } = checkEqual(problem, { ...claim, ...change(claim) });
    return [...faults, ...(delta > 1e-3 ? [`delta ${delta.toFixed(2)}`] : [])].join('; ');
  };
  const lowest = ({ levels }: EqualClaim): number => [...levels.entries()].reduce((least, [key, level]) => (level > 0.01 && !(level >= (levels[least] ?? Infinity)) ? key : least), -1);

  test('finds nothing to say of what is found', () => {
    expect(faultsOf(() => ({}))).toBe('');
  });
  test('finds a group that is left lower than it could be', () => {
    expect(faultsOf((claim) => ({ levels: claim.levels.with(lowest(claim), (claim.levels[lowest(claim)] ?? 0) / 2) }))).toContain('nothing shows');
  });
  test('finds a level that the plan does not hold', () => {
    expect(faultsOf((claim) => ({ levels: claim.levels.with(lowest(claim), (claim.levels[lowest(claim)] ?? 0) + 0.2) }))).toContain('delta 0.20');
  });
  test('finds a proof that is missing, and prices below 0', () => {
    expect(faultsOf(() => ({ cuts: [] }))).toContain('nothing shows');
    expect(faultsOf(({ cuts }) => ({ cuts: cuts.map((prices) => prices.map(([index, price]) => [index, -price] as const)) }))).toContain('nothing shows');
  });
  test('finds goods that are too many', () => {
    expect(faultsOf(({ ways }) => ({ ways: [...ways].map((way) => ({ ...way, units: way.units * 2 })) }))).toContain('drawn of');
  });
});
