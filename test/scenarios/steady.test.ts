// A departure falls out of the approved plan of the reference operation: a plan made anew that is asked to be steady changes far
// less of what people act on, for next to nothing; it is approved and explained on the terms on which it was made.

import { describe, expect, test } from 'vitest';
import type { PlanAsk, PlanReport } from '../../src/app/desk.ts';
import { NO_DECISIONS } from '../../src/domain/plan/decisions.ts';
import { lineKey } from '../../src/domain/plan/line-key.ts';
import { invariant } from '../../src/domain/result.ts';
import { instantFromMs } from '../../src/domain/time.ts';
import { deskOfReference, OP } from '../support/reference-desk.ts';

const desk = await deskOfReference();

async function planned(ask: Partial<PlanAsk> = {}): Promise<PlanReport> {
  const answer = await desk.plan(OP, { policy: 'equal-cover', seed: 1, gap: 0, ...ask });
  invariant(answer.ok, answer.ok ? '' : JSON.stringify(answer.error));
  expect(answer.value.report.check).toEqual({ ok: true, violations: [] });
  return answer.value.report;
}

/** Cartons of these lines that a plan has no more. */
function off(lines: PlanReport['lines'], plan: PlanReport): number {
  const there = new Map(plan.lines.map((line) => [lineKey(line), line.cartons as number]));
  return lines.reduce((sum, line) => sum + Math.max(0, line.cartons - (there.get(lineKey(line)) ?? 0)), 0);
}

describe('steadiness', () => {
  test('where no plan was approved, there is nothing to keep', async () => {
    const before = await planned();
    const steady = await planned({ steady: true });
    expect(steady.lines).toEqual(before.lines);
    expect(steady.steady).toEqual({ plan: null, hours: 24, eurosPerKg: 0.5, lines: 0 });
    expect(before).not.toHaveProperty('steady');
    expect(steady).not.toHaveProperty('change');
  }, 60_000);

  test('the plan around a cancelled departure keeps what leaves in the next three days, is approved and explained so', async () => {
    const before = await planned();
    expect(await desk.approve(OP, { plan: before.plan, by: 'planner', reason: 'seen by the cell', freeze: 'decided' }, 'k1')).toMatchObject({ ok: true, value: { frozen: 0 } });
    const standing = await desk.standingPlan(OP, { policy: 'equal-cover' });
    invariant(standing.ok, 'there is a plan');
    expect(standing.value.acted).toMatchObject({ plan: before.plan, hours: 24 });
    expect(standing.value.acted?.lines).toBeGreaterThan(0);

    const until = instantFromMs(Date.parse(before.asOf) + 72 * 3_600_000);
    const near = before.lines.filter(({ route, departs }) => route.length > 0 && departs < until);
    const loads = Map.groupBy(near, ({ route }) => route[0] ?? '');
    const [cancelled] = [...loads].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
    invariant(cancelled !== undefined && cancelled !== '', 'something leaves soon');
    const decisions = { ...NO_DECISIONS, forbidden: [{ departure: cancelled, reason: 'cancelled' }] };
    const others = near.filter(({ route }) => !route.includes(cancelled));

    const free = await planned({ decisions, steady: false });
    const steady = await planned({ decisions, steady: 72 });
    expect(free).not.toHaveProperty('change');
    expect(steady.steady).toEqual({ plan: before.plan, hours: 72, eurosPerKg: 0.5, lines: others.length });
    expect(steady.change?.cartons).toBe(others.reduce((sum, { cartons }) => sum + cartons, 0));
    expect(steady.change?.off).toBe(off(others, steady));
    expect(steady.change?.off).toBeLessThan(off(others, free) / 4);
    // The same floors are held; what is kept counts less than 0.01 % of the objective.
    expect((steady.modelObjective - free.modelObjective) / free.modelObjective).toBeLessThan(1e-4);
    expect(steady.beside?.plan).toBe(before.plan);

    const approval = { plan: steady.plan, by: 'planner', reason: 'around the cancelled departure', freeze: 'decided', decisions } as const;
    expect(await desk.approve(OP, approval, 'k2')).toMatchObject({ ok: false, error: { code: 'plan-changed' } });
    expect(await desk.approve(OP, { ...approval, steady: 72 }, 'k2')).toMatchObject({ ok: true, value: { plan: steady.plan } });

    // Planned again, hardly anything moves: floors are held in parts of cartons, which whole cartons of before may miss.
    const again = await planned({ steady: 72, record: true });
    expect(again.steady?.plan).toBe(steady.plan);
    invariant(again.change !== undefined, 'something stood');
    expect(again.change.off).toBeLessThan(again.change.cartons / 100);
    const line = again.lines.find((it) => it.because?.some(({ say }) => say === 'line.kept') === true);
    invariant(line !== undefined, 'a line was kept');
    const explained = await desk.explain(OP, { plan: again.plan, line: line.line });
    expect(explained).toMatchObject({ ok: true, value: { plan: again.plan, notes: [], why: expect.stringContaining('people act on it') as string } });
  });
});
