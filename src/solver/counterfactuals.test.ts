// Alternatives, counterfactuals and prices on the tiny problem (planner/tiny.fixture.ts), against arithmetic by hand.

import { afterAll, describe, expect, test } from 'vitest';
import { EarmarkId, type RecipientId } from '../domain/ids.ts';
import type { Policy } from '../domain/plan/plan.ts';
import { Rule } from '../domain/places.ts';
import { lineAlternatives, needAlternatives } from '../planner/alternatives.ts';
import { counterfactual, type Counterfactual } from '../planner/counterfactuals.ts';
import { plan, type Planned } from '../planner/plan.ts';
import { pricesOf } from '../planner/prices.ts';
import type { PlanningProblem } from '../planner/problem.ts';
import { LOM, mask, need, PIE, run, supply, tiny, zurich, ZRH } from '../planner/tiny.fixture.ts';
import { highsSolver } from './highs.ts';

const solver = highsSolver();
afterAll(() => solver.close());

async function planned(problem: PlanningProblem, policy: Policy): Promise<Planned> {
  const result = await plan(problem, { policy, seed: 1, gap: 0 }, solver);
  if (!result.ok) throw new Error(result.error.limit);
  return result.value;
}

async function forLine(problem: PlanningProblem, policy: Policy, departure: string): Promise<Counterfactual[]> {
  const base = await planned(problem, policy);
  const line = base.lines.find(({ route }) => route[0] === departure);
  if (line === undefined) throw new Error(`no line goes by ${departure}`);
  return Promise.all(lineAlternatives(problem, line).map((alternative) => counterfactual(alternative, base, line, { policy, seed: 1, gap: 0 }, solver)));
}

async function forNeed(problem: PlanningProblem, recipient: RecipientId): Promise<Counterfactual[]> {
  const base = await planned(problem, 'equal-cover');
  return Promise.all(needAlternatives(problem, { recipient, item: mask.item }).map((alternative) => counterfactual(alternative, base, { recipient, item: mask.item }, { policy: 'equal-cover', seed: 1, gap: 0 }, solver)));
}

describe('for a line, under deprivation (€576)', () => {
  test('without T1 five cartons are left to send: they relieve 1,500 and cost €25.50', async () => {
    const without = (await forLine(tiny, 'deprivation', 'T1')).find(({ kind }) => kind === 'without-departure');
    expect(without?.delta?.objective).toBeCloseTo(1525.5 - 576, 6);
    expect(without?.delta?.cost).toBeCloseTo(25 - 75, 6);
    expect(without?.proven).toBe(true);
    expect(without?.reading).toContain('€949.50 higher');
  });

  test('one more carton relieves €100 and costs €10.10 on T1', async () => {
    const more = (await forLine(tiny, 'deprivation', 'T1')).find(({ kind }) => kind === 'another-carton');
    expect(more?.delta?.objective).toBeCloseTo(10.1 - 100, 6);
  });

  test('five cartons by T1 instead of T2 cost €25 more and arrive a day earlier', async () => {
    const base = await planned(tiny, 'deprivation');
    const late = base.lines.find(({ route }) => route[0] === 'T2');
    const other = (await forLine(tiny, 'deprivation', 'T2')).find(({ kind }) => kind === 'another-route');
    expect(other?.route?.departures).toEqual(['T1']);
    expect(other?.route?.euros).toBeCloseTo(5 * (late?.cartons ?? 0), 6);
    expect(other?.route?.hours).toBeCloseTo(-24, 9);
    expect(other?.delta?.objective).toBeGreaterThanOrEqual(-1e-6);
  });

  test('the price of the lot is what one more carton takes off: €89.90', async () => {
    const base = await planned(tiny, 'deprivation');
    const price = pricesOf({ recipient: LOM, item: mask.item, lot: supply('LOT-A', 6, []).lot, legs: [] }, base.workings).find(({ of }) => of === 'lot');
    expect(price?.euros).toBeCloseTo(89.9, 4);
  });

  test('a full truck has a price, an empty one has none', async () => {
    const base = await planned(tiny, 'deprivation');
    const legs = base.workings.outcome.table.legs;
    const prices = pricesOf({ recipient: LOM, item: mask.item, lot: null, legs }, base.workings).filter(({ of }) => of === 'departure');
    // T2 takes 50 kg and is €0.50 a kg cheaper than T1, which has room.
    expect(prices.map(({ id, unit }) => [id, unit])).toEqual([['T2', 'kg']]);
    expect(prices[0]?.euros).toBeCloseTo(0.5, 6);
  });
});

describe('for a need that stays short, under equal cover', () => {
  const toZurich: PlanningProblem = { ...tiny, needs: [...tiny.needs, need(ZRH, 5_000, 1)], runs: [...tiny.runs, run('T3', '14T08:00', '14T20:00', 10, 1, { to: zurich.place })], supplies: [supply('LOT-A', 10, [LOM, PIE, ZRH])] };

  test('with the paper the border is open, and the others give way to it', async () => {
    const rules = [Rule.parse({ rule: 'EU-EXPORT', classes: ['ppe'], fromArea: 'EU', toArea: 'CH', validFrom: '2020-03-14', effect: 'paper', paper: 'EXPORT-LICENCE' })];
    const held = (await forNeed({ ...toZurich, rules }, ZRH)).find(({ kind }) => kind === 'paper-held');
    // 10 cartons for needs of 20 in place of 15: from two thirds to a half; whole cartons from 0.6 and 0.7 to 0.4 at least.
    expect(held?.delta?.share).toBeGreaterThanOrEqual(0.4);
    expect(held?.delta?.worstOff).toBeLessThan(0);
    expect(held?.proven).toBe(true);
  });

  test('with the rule gone a closed border is open', async () => {
    const rules = [Rule.parse({ rule: 'CLOSED', classes: ['ppe'], fromArea: 'EU', toArea: 'CH', validFrom: '2020-03-14', effect: 'closed' })];
    const open = (await forNeed({ ...toZurich, rules }, ZRH)).find(({ kind }) => kind === 'border-open');
    expect(open?.what).toContain('CLOSED');
    expect(open?.delta?.share).toBeGreaterThanOrEqual(0.4);
  });

  test('an earmark that takes in the recipient too shares what it bound', async () => {
    const bound = { ...tiny, supplies: [supply('LOT-B', 10, [LOM], { earmark: EarmarkId.parse('E-LOM') })] };
    const opened = (await forNeed(bound, PIE)).find(({ kind }) => kind === 'earmark-open');
    expect(opened?.what).toBe('If earmark E-LOM took in Piedmont too');
    expect(opened?.delta?.share).toBeGreaterThanOrEqual(0.6);
  });
});

test('a line that was frozen has the plan without the freeze set beside it', async () => {
  const frozen = { ...tiny, frozen: [{ lot: supply('LOT-A', 6, []).lot, recipient: LOM, cartons: 5, route: [run('T1', '14T08:00', '14T20:00', 1, 0).id] }] };
  const [first] = await forLine(frozen, 'deprivation', 'T1');
  expect(first?.kind).toBe('unfrozen');
  expect(first?.delta?.objective).toBeLessThanOrEqual(0);
});
