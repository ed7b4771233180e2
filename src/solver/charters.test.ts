// Charters against HiGHS' search over the same choices, over random small networks.

import { afterAll, describe, expect, test } from 'vitest';
import { CharterDual } from '../planner/charters/charter-dual.ts';
import { charterModel } from '../planner/charters/charter-model.ts';
import { costOf, roomsOf, withFlown, type Charters } from '../planner/charters/charters.ts';
import { withCharters } from '../planner/charters/charters.fixture.ts';
import { OWNER, withCopies } from '../planner/charters/copies.ts';
import { CopiesDual } from '../planner/charters/copies-dual.ts';
import type { Copy } from '../planner/charters/layout.ts';
import { regionsOf } from '../planner/charters/regions.ts';
import { generator } from '../planner/mulberry.fixture.ts';
import { choose, type Chosen } from '../planner/charters/choose.ts';
import { buildInstance } from '../planner/scan/build.ts';
import { checkScan } from '../planner/scan/check-scan.ts';
import { waysOf } from '../planner/scan/decompose.ts';
import { alone } from '../planner/scan/dual.ts';
import { generate, SCALES } from '../planner/scan/generate.fixture.ts';
import { PriceSearch } from '../planner/scan/price-search.ts';
import { emptyLabels } from '../planner/scan/labels.ts';
import type { ScanProblem } from '../planner/scan/scan-problem.ts';
import { highsSolver } from './highs.ts';

const solver = highsSolver();
afterAll(() => solver.close());

function chosen(problem: ScanProblem, charters: Charters): Chosen {
  const instance = buildInstance(problem);
  const labels = emptyLabels(instance);
  const dual = new CharterDual(instance, labels, alone(instance, labels), charters);
  const answer = choose(dual, { gap: 0 });
  const ways = answer.answer.plan === null ? [] : waysOf(instance, answer.answer.plan);
  const check = checkScan(withFlown(problem, charters, answer.flown), ways);
  expect(check.faults).toEqual([]);
  expect(check.value - costOf(charters, answer.flown)).toBeCloseTo(answer.value, 3);
  return answer;
}

/** Each charter made cheaper, and twice as many flights of it. */
const often = (problem: ScanProblem, charters: Charters): { problem: ScanProblem; charters: Charters } => {
  const twice: Charters = { ...charters, most: charters.most.map((most) => 2 * most), cost: charters.cost.map((cost) => cost / 4) };
  return { problem: withFlown(problem, charters, new Float64Array(charters.count).fill(2)), charters: twice };
};

describe.each(['bare', 'full'] as const)('small networks, %s', (constraints) => {
  test.each(Array.from({ length: 20 }, (_, index) => index + 1))('seed %i: the best choice lies between plan and bound', async (seed) => {
    const once = withCharters(generate({ scale: SCALES.tiny, seed, constraints }), 4, seed);
    const { problem, charters } = seed % 2 === 0 ? often(once.problem, once.charters) : { ...once, charters: { ...once.charters, cost: once.charters.cost.map((cost) => cost / 3) } };
    const answer = chosen(problem, charters);
    const exact = await solver.solve(charterModel(problem, charters), { relativeGap: 0, seed: 1 });
    const dust = 1e-6 * (1 + Math.abs(exact.objective));
    expect(answer.value).toBeLessThanOrEqual(-exact.objective + dust);
    expect(answer.bound).toBeGreaterThanOrEqual(-exact.objective - dust);
    expect(answer.bound).toBeLessThanOrEqual(answer.relaxed);
    for (const [charter, times] of answer.flown.entries()) {
      expect(Number.isInteger(times)).toBe(true);
      expect(times).toBeLessThanOrEqual(charters.most[charter] ?? 0);
    }
  });
});

// On a handful of recipients the scan itself is loose, which is why those are planned exactly; on some dozens it is not.
test.each([1, 2, 3])('some dozens of recipients, seed %i: the choice is within a fiftieth of the best', async (seed) => {
  const { problem, charters } = withCharters(generate({ scale: { recipients: 40, items: 3, days: 10 }, seed, constraints: 'bare' }), 10, seed);
  const answer = chosen(problem, charters);
  const exact = await solver.solve(charterModel(problem, charters), { relativeGap: 1e-6, seed: 1 });
  expect(answer.value).toBeGreaterThanOrEqual(-exact.objective * 0.98);
  expect(answer.bound).toBeGreaterThanOrEqual(-exact.objective * (1 - 1e-6));
});

// Goods that come through another region, limits over several, stocks that lie in one: the bound holds whatever prices it is asked at.
describe.each(['bare', 'full'] as const)('the bound of regions, %s', (constraints) => {
  test.each([1, 2, 3, 4, 5, 6])('seed %i: at any prices no less than the best choice', async (seed) => {
    const made = withCharters(generate({ scale: { recipients: 24, items: 2, days: 6 }, seed, constraints }), 12, seed);
    const charters = made.charters;
    const inland = made.problem.departures.to[charters.departures[0] ?? 0] ?? 0;
    const problem: ScanProblem = { ...made.problem, stocks: { ...made.problem.stocks, place: made.problem.stocks.place.map((place, stock) => (stock % 5 === 0 ? inland : place)) } };
    const regions = regionsOf(problem, charters);
    const copies = Array.from({ length: regions.count }, (_, region) => [0, 1].map((times): Copy => ({ region, flown: charters.cost.map((__, charter) => (charter % 3 === 0 ? Number.NaN : times)) }))).flat();
    const laid = withCopies(problem, charters, regions, copies);
    const instance = buildInstance(laid.problem);
    const labels = emptyLabels(instance);
    const dual = new CopiesDual(laid, instance, labels, alone(instance, labels));
    const exact = await solver.solve(charterModel(problem, charters), { relativeGap: 1e-9, seed: 1 });
    const roll = generator(seed);
    const prices = Float64Array.from(laid.limits, () => (roll() < 0.5 ? 0 : roll() * instance.scale));
    const search = new PriceSearch(dual, new Float64Array(instance.prices));
    for (const share of [0.01, 0.002]) {
      search.begin(share * instance.scale);
      for (let step = 0; step < 60; step += 1) search.step();
    }
    const found = dual.lines(search.prices);
    expect(dual.bound(prices)).toBeGreaterThanOrEqual(-exact.objective * (1 - 1e-6));
    expect(found.most).toBeGreaterThanOrEqual(-exact.objective * (1 - 1e-6));
    expect(found.most).toBeLessThanOrEqual(-exact.objective * 1.1);
    // The choice that HiGHS found is worth no more than its own lines allow.
    const best = exact.columns.slice(exact.columns.length - charters.count).map(Math.round);
    expect(found.at(best)).toBeGreaterThanOrEqual(-exact.objective * (1 - 1e-6));
    expect(found.at(best)).toBeLessThanOrEqual(found.most);
  });
});

test.each([1, 3, 4])('seed %i: what others pay on their way is what a region takes', async (seed) => {
  const made = withCharters(generate({ scale: { recipients: 24, items: 2, days: 6 }, seed, constraints: 'bare' }), 6, seed);
  const { problem, charters } = made;
  const regions = regionsOf(problem, charters);
  const laid = withCopies(problem, charters, regions, Array.from({ length: regions.count }, (_, region) => ({ region, flown: charters.cost.map(() => Number.NaN) })));
  const instance = buildInstance(laid.problem);
  const labels = emptyLabels(instance);
  const dual = new CopiesDual(laid, instance, labels, alone(instance, labels));
  const search = new PriceSearch(dual, new Float64Array(instance.prices));
  for (const share of [0.01, 0.002, 0.0005]) {
    search.begin(share * instance.scale);
    for (let step = 0; step < 80; step += 1) search.step();
  }
  const exact = await solver.solve(charterModel(problem, charters), { relativeGap: 1e-9, seed: 1 });
  const dear = search.prices.map((price, index) => (laid.limits[index]?.owner === OWNER.others ? 1e3 * instance.scale : price));
  expect(dual.bound(search.prices)).toBeGreaterThanOrEqual(-exact.objective * (1 - 1e-6));
  // Room that nobody buys at such a price is offered at it all the same: else the bound would give it away.
  expect(dual.bound(dear)).toBeGreaterThan(dual.bound(search.prices));
});

test('a charter that nobody would pay for stays, one that is free flies', () => {
  const { problem, charters } = withCharters(generate({ scale: { recipients: 40, items: 3, days: 10 }, seed: 5, constraints: 'bare' }), 8, 5);
  const dear = chosen(problem, { ...charters, cost: charters.cost.map(() => 1e9) });
  const free = chosen(problem, { ...charters, cost: charters.cost.map(() => 0) });
  expect([...dear.flown].every((times) => times === 0)).toBe(true);
  expect(free.value).toBeGreaterThan(dear.value);
});

test('a shared limit is nobody’s room', () => {
  const { problem, charters } = withCharters(generate({ scale: SCALES.tiny, seed: 1, constraints: 'full' }), 4, 1);
  expect(roomsOf(problem, charters).capacity).toHaveLength(2 * charters.count);
});
