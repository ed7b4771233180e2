// Decisions about a plan, from the asking to the journal: what is pinned stands, what is set has that number and no more, what
// is forbidden stays forbidden; all of it is recorded at once under one key, or nothing is.

import { describe, expect, test } from 'vitest';
import type { PlanReport } from '../../src/app/desk.ts';
import { NO_DECISIONS, PlanDecisions } from '../../src/domain/plan/decisions.ts';
import { invariant } from '../../src/domain/result.ts';
import { deskOfReference, OP } from '../support/reference-desk.ts';

const desk = await deskOfReference();

const ASK = { policy: 'equal-cover', seed: 1, gap: 0 } as const;
async function replanned(decisions?: PlanDecisions): Promise<PlanReport> {
  const answer = await desk.plan(OP, { ...ASK, decisions });
  invariant(answer.ok, answer.ok ? '' : JSON.stringify(answer.error));
  expect(answer.value.report.check).toEqual({ ok: true, violations: [] });
  return answer.value.report;
}
const facts = async (): Promise<number> => {
  const all = await desk.operations();
  return all.ok ? (all.value[0]?.facts ?? 0) : 0;
};
type Line = PlanReport['lines'][number];
const nameOf = ({ lot, recipient, route }: Line): Pick<Line, 'lot' | 'recipient' | 'route'> => ({ lot, recipient, route });
const onLast = (plan: PlanReport, { lot, recipient, route }: Line): number[] => plan.lines.filter((line) => line.lot === lot && line.recipient === recipient && line.route.at(-1) === route.at(-1)).map(({ cartons }) => cartons);

describe('decisions about the reference plan', () => {
  test('go into the next plan, are approved with it, and stand in the one after', async () => {
    const before = await replanned();
    const [pinned, set, struck] = before.lines.filter(({ cartons, route }) => cartons > 4 && route.length === 1).slice(0, 3);
    invariant(pinned !== undefined && set !== undefined && struck !== undefined, 'the plan has lines');
    const unused = before.lines.find(({ route, recipient }) => route.length === 1 && ![pinned, set, struck].some((line) => line.route[0] === route[0] || line.recipient === recipient));
    const departure = unused?.route[0];
    invariant(unused !== undefined && departure !== undefined, 'the plan uses another departure');
    const decisions: PlanDecisions = {
      frozen: [{ ...nameOf(pinned), cartons: pinned.cartons, reason: 'promised by telephone' }],
      overridden: [{ ...nameOf(set), cartons: set.cartons - 2 as Line['cartons'], reason: 'two cartons are wet' }, { ...nameOf(struck), cartons: 0 as Line['cartons'], reason: 'the ward is closed' }],
      forbidden: [{ departure, recipient: unused.recipient, reason: 'no ramp there' }],
      released: [],
    };
    const after = await replanned(decisions);
    expect(onLast(after, pinned)[0]).toBeGreaterThanOrEqual(pinned.cartons);
    expect(onLast(after, set)).toEqual([set.cartons - 2]);
    expect(onLast(after, struck)).toEqual([]);
    expect(after.lines.filter(({ recipient, route }) => recipient === unused.recipient && route.includes(departure))).toEqual([]);

    // Beside the standing plan, recipient by recipient; the parts make up the whole.
    expect(after.beside?.plan).toBe(before.plan);
    const euros = (when: 'before' | 'after'): number => (after.beside?.recipients ?? []).reduce((sum, recipient) => sum + recipient[when].euros, 0);
    expect(euros('before')).toBeCloseTo(before.cost, 4);
    expect(euros('after')).toBeCloseTo(after.cost, 4);
    expect(after.beside?.recipients.find(({ recipient }) => recipient === struck.recipient)?.before.cartons).toBeGreaterThanOrEqual(struck.cartons);

    const held = await facts();
    const approval = { plan: after.plan, by: 'planner', reason: 'seen by the cell', freeze: 'decided', decisions } as const;
    expect(await desk.approve(OP, { ...approval, plan: `${before.policy}-0123456789ab` }, 'k0')).toMatchObject({ ok: false, error: { code: 'plan-changed' } });
    expect(await facts()).toBe(held);
    // Two prohibitions (one of them the struck line), the plan, the line set, the line pinned, the approval.
    expect(await desk.approve(OP, approval, 'k1')).toEqual({ ok: true, value: { plan: after.plan, facts: 6, frozen: 2 } });
    expect(await desk.approve(OP, approval, 'k1')).toEqual({ ok: true, value: { plan: after.plan, facts: 0, frozen: 2 } });
    expect(await facts()).toBe(held + 6);

    const next = await replanned();
    expect(onLast(next, set)).toEqual([set.cartons - 2]);
    expect(onLast(next, struck)).toEqual([]);
    expect(next.lines.filter(({ frozen }) => frozen).length).toBe(2);
    expect(next.noted).toContainEqual({ say: 'note.forbidden', with: { run: departure, lot: null, recipient: expect.objectContaining({ recipient: unused.recipient }) as unknown, reason: 'no ramp there' } });
    expect(next.notes).toContainEqual(expect.stringMatching(new RegExp(`^Departure ${departure} is forbidden for .*: no ramp there\\.$`)));
    const released = await replanned({ ...NO_DECISIONS, released: [nameOf(pinned), nameOf(set)] });
    expect(released.lines.filter(({ frozen }) => frozen)).toEqual([]);
    const standing = await desk.standingPlan(OP, { policy: 'equal-cover' });
    expect(standing.ok && standing.value.plan).toBe(after.plan);
  }, 90_000);

  test('that ask for more than there is are refused with the most that fits, and what to release', async () => {
    const before = await replanned();
    const line = before.lines.find(({ route, frozen }) => route.length === 1 && !frozen);
    invariant(line !== undefined, 'the plan has lines');
    const held = await facts();
    const answer = await desk.plan(OP, { ...ASK, decisions: { ...NO_DECISIONS, overridden: [{ ...nameOf(line), cartons: 100_000 as Line['cartons'], reason: 'all of it' }] } });
    invariant(!answer.ok && answer.error.code === 'decisions-refused', 'it is refused');
    expect(answer.error.release).toEqual([{ ...nameOf(line), cartons: 100_000 }]);
    expect(answer.error.most).toBeGreaterThanOrEqual(line.cartons);
    expect(answer.error.most).toBeLessThan(100_000);
    const fits = await replanned({ ...NO_DECISIONS, overridden: [{ ...nameOf(line), cartons: answer.error.most as Line['cartons'], reason: 'all of it' }] });
    expect(onLast(fits, line)).toEqual([answer.error.most]);
    expect(await facts()).toBe(held);
  }, 60_000);

  test('that name a departure nobody knows are refused with the nearest', async () => {
    const known = (await replanned()).lines.flatMap(({ route }) => route)[0] ?? '';
    const decisions = PlanDecisions.parse({ forbidden: [{ departure: known.slice(0, -1), reason: 'x' }] });
    expect(await desk.plan(OP, { ...ASK, decisions })).toMatchObject({ ok: false, error: { code: 'decisions-refused', remedy: expect.stringContaining('did you mean') as string } });
  }, 60_000);
});
