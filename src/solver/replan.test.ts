// Replanning against its checker and against HiGHS on all that is left to decide, over random small networks.

import { afterAll, describe, expect, test } from 'vitest';
import { buildInstance } from '../planner/scan/build.ts';
import { checkScan } from '../planner/scan/check-scan.ts';
import { completeModel } from '../planner/scan/complete-model.ts';
import { waysOf } from '../planner/scan/decompose.ts';
import { alone, Dual } from '../planner/scan/dual.ts';
import { generate, SCALES } from '../planner/scan/generate.fixture.ts';
import { emptyLabels } from '../planner/scan/labels.ts';
import { ended, scan } from '../planner/scan/scan.ts';
import { unitCost, type ScanProblem } from '../planner/scan/scan-problem.ts';
import { changed, recalledBy, type ReplanEvent } from '../planner/replan/events.ts';
import { keptOf, type Stability } from '../planner/replan/kept.ts';
import { remaining } from '../planner/replan/remaining.ts';
import { mergedWays, replan, whatIfs, type ReplanAnswer } from '../planner/replan/replan.ts';
import { limitsOf, standing, type Standing } from '../planner/replan/standing.ts';
import { travelled } from '../planner/replan/travelled.ts';
import { highsSolver } from './highs.ts';

const solver = highsSolver();
afterAll(() => solver.close());

function planned(problem: ScanProblem): Standing {
  const instance = buildInstance(problem);
  const labels = emptyLabels(instance);
  const dual = new Dual(instance, labels, alone(instance, labels));
  const answer = ended(scan(dual, { gap: 0.001 }));
  return standing(dual, answer, answer.plan === null ? [] : waysOf(instance, answer.plan));
}

/** A departure that is still to come and carries something, a later one of the same kind, a stock. */
function eventsOf({ problem, ways }: Standing, hour: number, seed: number): Readonly<Record<string, ReplanEvent>> {
  const { departs, ready, to } = problem.departures;
  const ahead = [...new Set(ways.flatMap(({ departures }) => departures))].filter((departure) => (departs[departure] ?? 0) >= hour);
  const departure = ahead[seed % Math.max(1, ahead.length)] ?? problem.departures.count - 1;
  const same = [...departs.keys()].filter((other) => to[other] === to[departure] && (departs[other] ?? 0) >= hour);
  return {
    moved: { kind: 'moved', departure, departs: (departs[departure] ?? 0) + 24, ready: (ready[departure] ?? 0) + 24 },
    cancelled: { kind: 'cancelled', departure },
    closed: { kind: 'closed', departures: same, commodities: [0, 1] },
    recalled: { kind: 'recalled', stock: seed % problem.stocks.count },
  };
}

/** Of everything that is left to decide: the optimum of value less penalty, by HiGHS. */
async function optimum(plan: Standing, event: ReplanEvent, hour: number, stability: Stability): Promise<number> {
  const after = changed(plan.problem, [event], hour);
  if (!after.ok) throw new Error(after.error.remedy);
  const problem = after.value;
  const limits = limitsOf(problem);
  const recalled = recalledBy([event]);
  const gone = travelled(problem, limits, plan.ways, hour, recalled);
  const kept = keptOf(problem, plan.ways.filter(({ stock }) => !recalled.has(stock)), hour, stability).filter(({ departure, commodity }) => problem.commodities.open[problem.commodities.kind[commodity] ?? -1]?.[departure] === 1);
  const affected = new Uint8Array(plan.dual.instance.blocks).fill(1);
  const rest = remaining({ problem, limits, standing: plan, hour, affected, ways: plan.ways, travelled: gone, foreign: [], recalled, kept, stability });
  const { capacities, stocks } = rest.problem;
  const left: ScanProblem = { ...rest.problem, capacities: { ...capacities, most: rest.supply.slice(0, capacities.count) }, stocks: { ...stocks, units: rest.supply.slice(capacities.count) } };
  const exact = await solver.solve(completeModel(left), { relativeGap: 0, seed: 1 });
  return -exact.objective + gone.all.euros - kept.reduce((sum, { kg }) => sum + kg * stability.eurosPerKg, 0);
}

function check(plan: Standing, answer: ReplanAnswer): void {
  const ways = answer.ways();
  const checked = checkScan(answer.problem, mergedWays(plan, answer.affected, ways));
  const stranded = ways.stranded.reduce((sum, way) => sum + way.departures.reduce((cost, departure) => cost + unitCost(answer.problem, way.commodity, departure), 0) * way.units, 0);
  expect(checked.faults).toEqual([]);
  expect(checked.value - stranded).toBeCloseTo(answer.value, 2);
}

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);

describe.each([
  { hour: 0, stability: { hours: 0, eurosPerKg: 0 } },
  { hour: 30, stability: { hours: 0, eurosPerKg: 0 } },
  { hour: 30, stability: { hours: 24, eurosPerKg: 0.5 } },
])('at hour $hour, where a kg that leaves its departure costs $stability.eurosPerKg €', ({ hour, stability }) => {
  test.each(SEEDS)('seed %i: the plan holds, and the optimum of what is left lies between plan and bound', async (seed) => {
    const plan = planned(generate({ scale: SCALES.tiny, seed, constraints: seed % 2 === 0 ? 'bare' : 'full' }));
    for (const [name, event] of Object.entries(eventsOf(plan, hour, seed)))
      for (const partFrom of [0, Infinity]) {
        const answer = replan(plan, { events: [event], hour, gap: 0.002, stability, partFrom });
        if (!answer.ok) throw new Error(answer.error.remedy);
        check(plan, answer.value);
        const best = await optimum(plan, event, hour, stability);
        const dust = 1e-5 * (1 + Math.abs(best));
        expect(answer.value.value - answer.value.penalty).toBeLessThanOrEqual(best + dust);
        expect(answer.value.bound, `bound, ${name}, ${answer.value.whole ? 'whole' : 'in part'}`).toBeGreaterThanOrEqual(best - dust);
      }
  });
});

describe('what has happened stands', () => {
  const plan = planned(generate({ scale: SCALES.tiny, seed: 4, constraints: 'full' }));
  const departed = plan.ways.find(({ departures }) => departures.length > 1)?.departures[0] ?? -1;
  const hour = (plan.problem.departures.departs[departed] ?? 0) + 1;

  test('a departure that has left cannot be cancelled', () => {
    const answer = replan(plan, { events: [{ kind: 'cancelled', departure: departed }], hour, gap: 0.01 });
    expect(answer).toMatchObject({ ok: false, error: { code: 'departed', event: 0, remedy: expect.stringContaining('say when it is ready') } });
  });

  test('it can be late, and what is aboard comes later or goes elsewhere', () => {
    const ready = (plan.problem.departures.ready[departed] ?? 0) + 12;
    const answer = replan(plan, { events: [{ kind: 'moved', departure: departed, departs: plan.problem.departures.departs[departed] ?? 0, ready }], hour, gap: 0.01 });
    if (!answer.ok) throw new Error(answer.error.remedy);
    check(plan, answer.value);
    const { ways, stranded } = answer.value.ways();
    const aboard = (of: readonly { readonly departures: readonly number[]; readonly units: number }[]): number => of.reduce((sum, way) => sum + (way.departures.includes(departed) ? way.units : 0), 0);
    expect(aboard(ways) + aboard(stranded)).toBeCloseTo(aboard(plan.ways), 6);
  });

  test('a departure or a stock that does not exist is refused with the range', () => {
    expect(replan(plan, { events: [{ kind: 'recalled', stock: 99_999 }], hour, gap: 0.01 })).toMatchObject({ ok: false, error: { code: 'unknown', remedy: expect.stringContaining('name one from 0 to') } });
  });
});

test('a higher price of change changes less', () => {
  const plan = planned(generate({ scale: SCALES.tiny, seed: 6, constraints: 'bare' }));
  const { cancelled } = eventsOf(plan, 0, 6);
  const off = (eurosPerKg: number): number => {
    const answer = replan(plan, { events: cancelled === undefined ? [] : [cancelled], hour: 0, gap: 0.001, stability: { hours: 96, eurosPerKg } });
    if (!answer.ok) throw new Error(answer.error.remedy);
    return answer.value.acted.off;
  };
  expect(off(5)).toBeLessThan(off(0.01));
});

test('several futures of one plan are each what they are alone, and leave the plan as it is', () => {
  const plan = planned(generate({ scale: SCALES.tiny, seed: 3, constraints: 'full' }));
  const futures = Object.values(eventsOf(plan, 20, 3)).map((event) => ({ events: [event], hour: 20, gap: 0.005 }));
  const together = whatIfs(plan, futures).map((it) => (it.ok ? [it.value.value, it.value.bound] : it.error));
  const apart = futures.toReversed().map((options) => replan(plan, options)).map((it) => (it.ok ? [it.value.value, it.value.bound] : it.error)).toReversed();
  expect(together).toEqual(apart);
});
