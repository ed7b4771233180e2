// Problems at the edge: a plan that can be carried out, with the reason for what stays short; never a wrong plan, never no end.

import { afterAll, describe, expect, test } from 'vitest';
import { EarmarkId } from '../domain/ids.ts';
import { Allotment } from '../domain/places.ts';
import type { Policy } from '../domain/plan/plan.ts';
import { checkPlan } from '../planner/check.ts';
import { plan, type Planned } from '../planner/plan.ts';
import type { PlanningProblem } from '../planner/problem.ts';
import { randomProblem } from '../planner/random.fixture.ts';
import { at, LOM, mask, need, PIE, run, supply, tiny, zurich, ZRH } from '../planner/tiny.fixture.ts';
import { highsSolver } from './highs.ts';

const solver = highsSolver();
afterAll(() => solver.close());
const POLICIES = ['equal-cover', 'deprivation', 'severity'] as const satisfies readonly Policy[];

async function planned(problem: PlanningProblem, policy: Policy): Promise<Planned> {
  const result = await plan(problem, { policy, seed: 1, gap: 0 }, solver);
  if (!result.ok) throw new Error(`${result.error.limit}: ${result.error.remedy}`);
  expect(checkPlan(problem, result.value, policy).violations).toEqual([]);
  expect(result.value.bound).toBeLessThanOrEqual(result.value.objective * (1 + 1e-9) + 1e-6);
  return result.value;
}
const moved = ({ lines }: Planned): number => lines.reduce((sum, { units }) => sum + units, 0);
const whyShort = ({ unserved }: Planned, recipient: string): string => unserved.find((it) => it.recipient === recipient)?.why ?? 'nothing is short';
const [milan, liege] = [tiny.runs[0]?.to as never, tiny.runs[0]?.from as never];

describe.each(POLICIES)('%s', (policy) => {
  test('a cycle of connections: goods go round no longer than they must', async () => {
    const round = { ...tiny, runs: [...tiny.runs, run('B1', '15T00:00', '15T06:00', 10, 1, { from: milan, to: liege }), run('B2', '15T21:00', '16T03:00', 10, 1, { from: milan, to: liege }), run('T3', '16T08:00', '16T20:00', 10, 1)] };
    const found = await planned(round, policy);
    expect(found.lines.every(({ route }) => route.length === 1)).toBe(true);
  });
  test('room for nothing: nothing moves, and the full departures are named', async () => {
    const none = { ...tiny, runs: tiny.runs.map((it) => ({ ...it, allotment: Allotment.parse({ grams: 0 }) })) };
    const found = await planned(none, policy);
    expect(found.lines).toEqual([]);
    expect(whyShort(found, LOM)).toMatch(/full|room|places|weight/i);
  });
  test('a need a thousand times the supply: all that there is goes', async () => {
    const found = await planned({ ...tiny, needs: [need(LOM, 10_000_000, 1), need(PIE, 5_000_000, 2)] }, policy);
    expect(moved(found)).toBe(10_000);
  });
  test('supply a thousand times the need: no more goes than whole cartons ask for', async () => {
    const found = await planned({ ...tiny, supplies: [supply('LOT-A', 6000, [LOM, PIE, ZRH])], needs: [need(LOM, 900, 1)] }, policy);
    expect(moved(found)).toBe(1000);
  });
  test('all of it earmarked to nobody: nothing moves, and the earmark is named', async () => {
    const found = await planned({ ...tiny, supplies: [supply('LOT-A', 6, [], { earmark: EarmarkId.parse('E-NONE') })] }, policy);
    expect(found.lines).toEqual([]);
    expect(whyShort(found, LOM)).toMatch(/earmark/i);
  });
  test('a recipient that no departure reaches is named, and holds nobody down', async () => {
    const found = await planned({ ...tiny, needs: [...tiny.needs, need(ZRH, 5000, 5)] }, policy);
    expect(moved(found)).toBe(10_000);
    expect(whyShort(found, ZRH)).toContain('Zürich');
  });
  test('one item, one recipient, one departure', async () => {
    const found = await planned({ ...tiny, recipients: tiny.recipients.slice(0, 1), supplies: [supply('LOT-A', 6, [LOM])], needs: [need(LOM, 10_000, 1)], runs: tiny.runs.slice(0, 1) }, policy);
    expect(moved(found)).toBe(6000);
  });
  test('from one carton to a thousand million units in one problem', async () => {
    const vast = { ...mask, unitsPerCarton: 1_000_000 as never, mostUnitsPerCarton: 2_000_000 as never, worthCents: 1 as never };
    const found = await planned(
      {
        ...tiny,
        items: new Map([[mask.item, vast]]),
        supplies: [supply('LOT-A', 1000, [LOM, PIE, ZRH], { unitsPerCarton: 1_000_000 }), supply('LOT-B', 1, [PIE], { unitsPerCarton: 1 })],
        needs: [need(LOM, 1_000_000_000, 5), need(PIE, 1, 1)],
        runs: [run('T1', '14T08:00', '14T20:00', 2000, 0.001)],
      },
      policy,
    );
    expect(found.lines.reduce((sum, { cartons }) => sum + cartons, 0)).toBeGreaterThanOrEqual(1000);
  });
  test('nothing at all', async () => {
    const found = await planned({ ...tiny, supplies: [], needs: [], runs: [], recipients: [] }, policy);
    expect([found.lines, found.unserved, found.gap]).toEqual([[], [], 0]);
  });
  test('a lot that has expired at dawn helps nobody', async () => {
    const found = await planned({ ...tiny, supplies: [supply('LOT-A', 6, [LOM, PIE], { expiresAt: at('13T06:00') })] }, policy);
    expect(found.lines).toEqual([]);
  });
});

test('a horizon that ends before it begins moves nothing', async () => {
  const found = await planned({ ...tiny, until: tiny.asOf }, 'equal-cover');
  expect(found.lines).toEqual([]);
});
test('places that are never reached are no obstacle', async () => {
  const problem = randomProblem(3);
  const found = await planned({ ...problem, places: new Map([...problem.places, [zurich.place, zurich]]) }, 'equal-cover');
  expect(found.coverage.mean).toBeGreaterThan(0);
});
