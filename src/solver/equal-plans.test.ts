// Equal cover of operations by both engines, over random operations of any shape: the same levels, the same optimum under them
// (HiGHS finds it on the complete model, too), and plans in whole cartons that the checker of plans finds nothing in.

import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { DepartureId, LotId } from '../domain/ids.ts';
import { phrase } from '../domain/phrase.ts';
import { openBook } from '../planner/book.ts';
import { checkPlan } from '../planner/check.ts';
import { engineHere } from '../planner/engine-here.ts';
import { commodities, groups, type Group } from '../planner/commodities.ts';
import { arrivalsByGroup, coveredShare } from '../planner/figures.ts';
import { equalByScan } from '../planner/levels-by-scan.ts';
import type { Parts } from '../planner/model.ts';
import { plan, type Planned, type PlanOptions } from '../planner/plan.ts';
import type { FrozenLine, PlanningProblem } from '../planner/problem.ts';
import type { PlanProgress } from '../planner/progress.ts';
import { randomProblem, type Size } from '../planner/random.fixture.ts';
import { bridge } from '../planner/scan/bridge.ts';
import { planNotes } from '../planner/shortfalls.ts';
import type { Solver } from '../planner/solver.ts';
import { at, LOM, need, PIE, supply, tiny } from '../planner/tiny.fixture.ts';
import { timetable } from '../planner/timetable.ts';
import { highsSolver } from './highs.ts';

const OPERATIONS = 60;
/** Shares that are the same: both engines take a little off what their solvers hold to 1e-7. */
const SAME = 3e-6;

const scanHere = engineHere({ now: () => 0, rest: () => Promise.resolve() });
const solver = highsSolver();
const onThisThread: Solver = { solve: (...given) => solver.solve(...given), large: scanHere };
afterAll(() => solver.close());

const operation = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  size: fc.record<Size>({ gateways: fc.integer({ min: 1, max: 5 }), recipients: fc.integer({ min: 1, max: 8 }), items: fc.integer({ min: 1, max: 4 }), days: fc.integer({ min: 2, max: 10 }), headway: fc.integer({ min: 12, max: 60 }), charters: fc.integer({ min: 0, max: 2 }), lots: fc.integer({ min: 1, max: 8 }) }),
  equity: fc.constantFrom(1, 1, 0.75),
  frozen: fc.integer({ min: 0, max: 3 }),
});

async function planned(problem: PlanningProblem, engine: 'exact' | 'scan', more: Partial<PlanOptions> = {}): Promise<Planned> {
  const found = await plan(problem, { policy: 'equal-cover', seed: 1, gap: engine === 'scan' ? 1e-6 : 0, engine, ...more }, onThisThread);
  if (!found.ok) throw new Error(found.error.limit);
  return found.value;
}
const floorsOf = ({ workings: { outcome: { floors } } }: Planned): ReadonlyMap<string, number> => new Map([...floors].map(([{ recipient, item }, floor]) => [`${recipient.recipient} ${item.item}`, floor]));
const unreachable = ({ workings: { outcome } }: Planned): string[] => outcome.unreachable.map(({ recipient, item }) => `${recipient.recipient} ${item.item}`).toSorted();

test(`${OPERATIONS} operations by both engines`, { timeout: 600_000 }, async () => {
  const seen = { lines: 0, frozen: 0, charters: 0, levels: 0, unreachable: 0 };
  await fc.assert(fc.asyncProperty(operation, async ({ seed, size, equity, frozen: count }) => {
    const free = randomProblem(seed, size);
    const frozen = (await planned(free, 'scan')).lines.slice(0, count).map(({ lot, recipient, cartons, route }): FrozenLine => ({ lot, recipient, cartons, route }));
    const problem = { ...free, frozen };
    const [exact, scanned] = [await planned(problem, 'exact', { equity }), await planned(problem, 'scan', { equity })];
    const theirs = floorsOf(exact);
    expect(floorsOf(scanned).size).toBe(theirs.size);
    for (const [group, floor] of floorsOf(scanned)) expect(Math.abs(floor - (theirs.get(group) ?? Number.NaN)), `${group}, seed ${seed}`).toBeLessThanOrEqual(SAME);
    expect(unreachable(scanned)).toEqual(unreachable(exact));
    const dust = 1e-5 * Math.max(1, Math.abs(exact.modelObjective));
    const complete = scanned.model();
    const there = complete.cost.length === 0 ? 0 : (await solver.solve(complete, { relativeGap: 0, seed: 1 })).objective;
    if (frozen.length === 0) expect(Math.abs(there - exact.modelObjective), `the optimum of both models, seed ${seed}`).toBeLessThanOrEqual(dust);
    else expect(there, `the arrays' optimum, seed ${seed}`).toBeLessThanOrEqual(exact.modelObjective + dust);
    expect(scanned.bound).toBeLessThanOrEqual(exact.modelObjective + dust);
    expect(scanned.modelObjective).toBeGreaterThanOrEqual(there - dust);
    expect(scanned.modelObjective).toBeLessThanOrEqual(there + dust);
    expect(checkPlan(problem, scanned, 'equal-cover').violations).toEqual([]);
    expect(scanned.lines.filter((line) => line.frozen)).toHaveLength(frozen.length);
    seen.lines += scanned.lines.length;
    seen.frozen += frozen.length;
    seen.charters += scanned.charters.length;
    seen.levels += new Set([...floorsOf(scanned).values()].map((floor) => floor.toFixed(4))).size;
    seen.unreachable += unreachable(scanned).length;
  }), { numRuns: OPERATIONS, seed: 20200313 });
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(what === 'charters' ? 0 : OPERATIONS / 10);
});

describe('the tiny problem, by hand', () => {
  test('both have two thirds, and what a point of the floor costs', async () => {
    const found = await planned(tiny, 'scan');
    expect([...floorsOf(found)]).toEqual([['LOM mask', expect.closeTo(2 / 3, 5)], ['PIE mask', expect.closeTo(2 / 3, 5)]]);
    expect(found.modelObjective).toBeCloseTo(742.67, 2);
    expect(found.objective).toBeCloseTo(776, 6);
    // A point less for Lombardy is 0.1 carton: € 10 there, for € 20 in Piedmont.
    const [lombardy, piedmont] = found.workings.outcome.groups;
    if (lombardy === undefined || piedmont === undefined) throw new Error('two needs');
    expect(found.workings.shadow.floor(lombardy)).toBeCloseTo(10, 3);
    expect(found.workings.shadow.floor(piedmont)).toBeCloseTo(0, 3);
  });
  test('what is frozen and comes too late is not brought again', async () => {
    const frozen: FrozenLine[] = [{ lot: LotId.parse('LOT-A'), recipient: LOM, cartons: 5, route: [DepartureId.parse('T2')] }];
    const problem = { ...tiny, frozen, supplies: [supply('LOT-A', 30, [LOM, PIE])], needs: [need(LOM, 10_000, 1, { until: at('15T00:00') }), need(PIE, 5_000, 2)] };
    const wanted = [['LOM mask', expect.closeTo(0.5, 5)], ['PIE mask', expect.closeTo(1, 5)]];
    for (const engine of ['exact', 'scan'] as const) expect([...floorsOf(await planned(problem, engine))], engine).toEqual(wanted);
  });
  test('tells how far levels are, and can be stopped', async () => {
    const told: PlanProgress[] = [];
    const watched = await plan(tiny, { policy: 'equal-cover', seed: 1, gap: 0, engine: 'scan' }, solver, { onProgress: (progress) => void told.push(progress) });
    expect(watched.ok).toBe(true);
    expect(told.filter(({ phase }) => phase === 'levels').map(({ settled, groups: all }) => [settled, all])).toEqual([[0, 2], [0, 2], [0, 2], [2, 2]]);
    expect(told.at(-1)?.phase).toBe('plan');
    await expect(plan(tiny, { policy: 'equal-cover', seed: 1, gap: 0, engine: 'scan' }, solver, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });
  test('the exact engine plans where the levels have no answer', async () => {
    const without: Solver = { ...solver, solve: async (model, options, watch) => ({ ...(await solver.solve(model, options, watch)), ...(options.method === 'interior' && { status: 'stopped' }) }) };
    const found = await plan(tiny, { policy: 'equal-cover', seed: 1, gap: 0, engine: 'scan' }, without);
    expect(found.ok && found.value.objective).toBeCloseTo(776, 6);
  });
});

describe('levels that are not exact', () => {
  const problem = randomProblem(11, { gateways: 5, recipients: 12, items: 3, days: 10, headway: 20, charters: 1, lots: 9 });
  test('floors are what can be held together, and the lowest is as near as was asked for', async () => {
    const table = timetable(problem);
    const goods = commodities(problem, problem.supplies.map((supplied) => supplied.cartons));
    const parts: Parts = { problem, table, book: openBook(table), groups: groups(problem, 'equal-cover'), fixed: [], networks: [] };
    const near = await equalByScan(bridge(parts, goods), { delta: 0.999, equity: 1, gap: 0, seed: 1, fixed: [] }, { solver, engine: scanHere }, 0, undefined);
    const { levels: { delta, floors } } = near ?? { levels: { delta: -1, floors: new Map<Group, number>() } };
    expect(delta).toBeGreaterThan(0.01);
    expect(delta).toBeLessThanOrEqual(0.999);
    const exact = floorsOf(await planned(problem, 'scan'));
    expect(Math.min(...floors.values())).toBeGreaterThanOrEqual(Math.min(...exact.values()) - delta - SAME);
    expect([...floors.values()].reduce((sum, floor) => sum + floor, 0)).toBeGreaterThan(0);
  });
  test('a note says how near they are, rounded up', async () => {
    const { outcome } = (await planned(problem, 'scan')).workings;
    expect(planNotes({ ...outcome, delta: 0.013 })).toContainEqual(phrase('note.levels', { within: { share: 0.02 } }));
    expect(planNotes(outcome)).not.toContainEqual(expect.objectContaining({ say: 'note.levels' }));
  });
});

test('many needs: whole cartons keep nearly all floors up to a carton, and the same plan each time', async () => {
  const problem = randomProblem(11, { gateways: 12, recipients: 40, items: 7, days: 12, headway: 20, charters: 0, lots: 20 });
  const [found, again] = [await planned(problem, 'scan'), await planned(problem, 'scan')];
  const { outcome } = found.workings;
  expect(outcome.groups.length).toBeGreaterThan(150);
  expect(checkPlan(problem, found, 'equal-cover').violations).toEqual([]);
  const arrivals = arrivalsByGroup(outcome.deliveries);
  const below = [...outcome.floors].map(([group, floor]) => ((floor - coveredShare(group, arrivals.get(group) ?? [])) * group.units) / group.item.unitsPerCarton);
  expect(below.filter((cartons) => cartons > 1).length).toBeLessThanOrEqual(0.02 * below.length);
  expect(Math.max(...below)).toBeLessThan(2);
  expect(again.lines).toEqual(found.lines);
});
