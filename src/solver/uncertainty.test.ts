// How plans fare, and plans that hedge, with HiGHS behind the planner. On the tiny problem, with a way from Milan on to Zürich:
//
//   Liège ──T1 14 March 08:00–20:00──▶ Milan, ready 21:00 ──Z1 23:00–03:00──▶ Zürich, handed over 04:00
//                                                        ──Z2 15 March 10:00–14:00──▶          15:00

import { afterAll, describe, expect, test } from 'vitest';
import type { Policy } from '../domain/plan/plan.ts';
import { plan, type Planned } from '../planner/plan.ts';
import type { PlanningProblem } from '../planner/problem.ts';
import { randomProblem } from '../planner/random.fixture.ts';
import { at, need, run, supply, tiny, zurich, ZRH } from '../planner/tiny.fixture.ts';
import { factorAt, scenarios, type Outlook, type Scenario } from '../planner/uncertainty/outlook.ts';
import { robust } from '../planner/uncertainty/robust.ts';
import { fares } from '../planner/uncertainty/simulate.ts';
import { highsSolver } from './highs.ts';

const solver = highsSolver();
afterAll(() => solver.close());

const AS_PLANNED: Outlook = { needBand: () => ({ low: 1, central: 1, high: 1 }), hoursLate: () => 0, supplyHoursLate: () => 0 };
const ONE: readonly Scenario[] = [{ need: 0.5, share: () => 0.5 }];
const onward = (departs: string, arrives: string, id: string, cartons = 10) => run(id, departs, arrives, cartons, 0.1, { from: tiny.runs[0]?.to as never, to: zurich.place });

/** 5,000 masks for Zürich by 18 March, over Milan. */
const overMilan: PlanningProblem = { ...tiny, supplies: [supply('LOT-A', 5, [ZRH])], needs: [need(ZRH, 5000, 1)], runs: [run('T1', '14T08:00', '14T20:00', 10, 1), onward('14T23:00', '15T03:00', 'Z1')] };
const late = (hours: number): Outlook => ({ ...AS_PLANNED, hoursLate: ({ id }) => (id === 'T1' ? hours : 0) });

async function planned(problem: PlanningProblem, policy: Policy = 'equal-cover'): Promise<Planned> {
  const result = await plan(problem, { policy, seed: 1, gap: 0 }, solver);
  if (!result.ok) throw new Error(result.error.limit);
  return result.value;
}
const fareOf = async (problem: PlanningProblem, outlook: Outlook, drawn = ONE) => fares(problem, (await planned(problem)).lines, outlook, drawn).expected;

describe('how a plan fares', () => {
  test('as planned, where all comes as planned: on random problems the mean cover is the plan’s own', async () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const problem = randomProblem(seed);
      const found = await planned(problem);
      const fare = fares(problem, found.lines, AS_PLANNED, ONE).expected;
      expect(fare.mean).toBeCloseTo(found.coverage.mean, 9);
      expect(fare.missedConnections).toBe(0);
    }
  });
  test('when the need is half as large again, a third of it stays', async () => {
    const outlook: Outlook = { ...AS_PLANNED, needBand: () => ({ low: 1.5, central: 1.5, high: 1.5 }) };
    expect((await fareOf(overMilan, outlook)).mean).toBeCloseTo(1 / 1.5, 9);
  });
  test('a train that is missed is followed by the next', async () => {
    const next = { ...overMilan, runs: [...overMilan.runs, onward('15T10:00', '15T14:00', 'Z2')] };
    expect(await fareOf(next, late(2))).toMatchObject({ mean: 1, missedConnections: 0 });
    expect(await fareOf(next, late(3))).toMatchObject({ mean: 1, unitsLate: 0, missedConnections: 1 });
  });
  test('where the next has no room, or there is none, the goods do not come', async () => {
    const full = { ...overMilan, runs: [...overMilan.runs, onward('15T10:00', '15T14:00', 'Z2', 4)] };
    for (const problem of [overMilan, full]) expect(await fareOf(problem, late(3))).toMatchObject({ mean: 0, unitsLate: 5000, missedConnections: 1 });
  });
  test('what comes after its window counts as late', async () => {
    const urgent = { ...overMilan, needs: [need(ZRH, 5000, 1, { until: at('15T06:00') })], runs: [...overMilan.runs, onward('15T10:00', '15T14:00', 'Z2')] };
    expect(await fareOf(urgent, late(3))).toMatchObject({ mean: 0, unitsLate: 5000 });
  });
});

describe('a plan that hedges', () => {
  // The direct truck hands over at midnight, for ten times the price; by Milan the goods are there at four, unless T1 is three hours late.
  const choice: PlanningProblem = { ...overMilan, needs: [need(ZRH, 5000, 1, { until: at('15T06:00') })], runs: [...overMilan.runs, run('R1', '14T09:00', '14T23:00', 10, 11, { to: zurich.place })] };
  const often = (share: number): Outlook => ({ ...AS_PLANNED, hoursLate: ({ id }, drawn) => (id === 'T1' && drawn > 1 - share ? 3 : 0) });
  const drawn = scenarios(200, 7);

  test('takes the dearer way where the cheaper one often fails', async () => {
    const found = await robust(choice, { policy: 'equal-cover', seed: 1, gap: 0 }, often(0.3), drawn, solver);
    if (!found.ok) throw new Error(found.error.limit);
    const [plain] = found.value.plans;
    expect(plain?.lines.map(({ route }) => route)).toEqual([['T1', 'Z1']]);
    expect(plain?.fares.worstTenth.mean).toBe(0);
    // 200 draws of three in ten.
    expect(plain?.fares.expected.mean).toBeGreaterThan(0.6);
    expect(plain?.fares.expected.mean).toBeLessThan(0.8);
    expect(found.value.best.lines.map(({ route }) => route)).toEqual([['R1']]);
    expect(found.value.best.fares.worstTenth.mean).toBe(1);
    expect(found.value.best.inHand).toBe(0.75);
  });
  test('keeps to the cheaper one where that never fails, and every plan can be carried out as the problem stands', async () => {
    for (const [problem, outlook] of [[choice, AS_PLANNED], [randomProblem(11), often(0.2)], [randomProblem(12), { ...AS_PLANNED, hoursLate: (_: unknown, share: number) => 12 * share, supplyHoursLate: (_: unknown, share: number) => 6 * share }]] as const) {
      const found = await robust(problem, { policy: 'equal-cover', seed: 1, gap: 0 }, outlook, drawn, solver);
      if (!found.ok) throw new Error(found.error.limit);
      expect(found.value.plans.flatMap(({ check }) => check.violations)).toEqual([]);
      if (outlook === AS_PLANNED) expect(found.value.best.inHand).toBeNull();
      for (const { fares: each } of found.value.plans) expect(each.worstTenth.mean).toBeLessThanOrEqual(each.expected.mean + 1e-12);
    }
  });
});

describe('scenarios', () => {
  test('are the same under the same seed and others under another', () => {
    const of = (seed: number) => scenarios(3, seed).map(({ need: share, share: of2 }) => [share, of2('T1'), of2('T2')]);
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
  });
  test('draw shares evenly', () => {
    const draws = scenarios(2000, 3).map(({ share }) => share('AIR-LGG-MXP-20200314'));
    for (const edge of [0.1, 0.25, 0.5, 0.75, 0.9]) expect(draws.filter((it) => it < edge).length / draws.length).toBeCloseTo(edge, 1);
  });
  test('a triangle has its middle where half of it lies', () => {
    // Low 0, peak 1, high 1: the distribution function is x².
    expect(factorAt({ low: 0, central: 1, high: 1 }, 0.25)).toBeCloseTo(0.5, 12);
    expect(factorAt({ low: 0.75, central: 1, high: 1.25 }, 0.5)).toBeCloseTo(1, 12);
    expect(factorAt({ low: 1, central: 1, high: 1 }, 0.9)).toBe(1);
  });
});
