// The planner with HiGHS behind it. It stands here and not in planner/, because the planner knows no solver.

import { afterAll, describe, expect, test } from 'vitest';
import { DepartureId, EarmarkId, LotId } from '../domain/ids.ts';
import type { Policy } from '../domain/plan/plan.ts';
import { Paper, Rule } from '../domain/places.ts';
import { checkPlan } from '../planner/check.ts';
import { plan, type Planned } from '../planner/plan.ts';
import type { PlanningProblem } from '../planner/problem.ts';
import { at, charterRuns, LOM, mask, need, PIE, run, supply, tiny, zurich, ZRH } from '../planner/tiny.fixture.ts';
import { highsSolver } from './highs.ts';

const solver = highsSolver();
afterAll(() => solver.close());

async function planned(problem: PlanningProblem, policy: Policy = 'equal-cover'): Promise<Planned> {
  const result = await plan(problem, { policy, seed: 1, gap: 0 }, solver);
  if (!result.ok) throw new Error(`${result.error.limit}: ${result.error.remedy}`);
  expect(checkPlan(problem, result.value, policy).violations).toEqual([]);
  return result.value;
}

const cartonsOf = (of: Planned, recipient: string): number => of.lines.filter((line) => line.recipient === recipient).reduce((sum, line) => sum + line.cartons, 0);
const whyShort = (of: Planned, recipient: string): string => of.unserved.find((entry) => entry.recipient === recipient)?.why ?? 'nothing is short';

describe('the tiny problem, against its arithmetic by hand', () => {
  test('equal cover gives both two thirds, and the odd carton to the first of equals', async () => {
    const found = await planned(tiny);
    expect(found.modelObjective).toBeCloseTo(742.6667, 2);
    expect(found.objective).toBeCloseTo(776, 6);
    expect(found.bound).toBeLessThanOrEqual(found.modelObjective);
    expect(found.gap).toBeCloseTo((776 - 742.6667) / (3000 - 742.6667), 4);
    expect([cartonsOf(found, LOM), cartonsOf(found, PIE)]).toEqual([7, 3]);
    expect(found.coverage.min).toBeCloseTo(0.6, 9);
    expect(found.unserved.map(({ recipient, units }) => [recipient, units])).toEqual([[LOM, 3000], [PIE, 2000]]);
  });

  test('deprivation gives where it relieves most', async () => {
    const found = await planned(tiny, 'deprivation');
    expect(found.modelObjective).toBeCloseTo(576, 6);
    expect(found.objective).toBeCloseTo(576, 6);
    expect([cartonsOf(found, LOM), cartonsOf(found, PIE)]).toEqual([5, 5]);
  });

  test('severity first weighs the severe need tenfold, in a straight line', async () => {
    const found = await planned(tiny, 'severity');
    expect(found.objective).toBeCloseTo(826, 6);
    expect([cartonsOf(found, LOM), cartonsOf(found, PIE)]).toEqual([5, 5]);
  });

  test('a charter opens where it costs less than the places that it saves: €50 against €75', async () => {
    const found = await planned({ ...tiny, runs: [...tiny.runs, ...charterRuns(50)] }, 'deprivation');
    expect(found.charters).toEqual([{ charter: 'CH-MXP', copies: 1, cost: 50 }]);
    expect(found.objective).toBeCloseTo(500 + 50 + 1, 6);
    const dear = await planned({ ...tiny, runs: [...tiny.runs, ...charterRuns(80)] }, 'deprivation');
    expect(dear.charters).toEqual([]);
    expect(dear.modelObjective).toBeCloseTo(576, 6);
  });

  test('an earmark is a hard limit: what is bound to Lombardy never goes to Piedmont', async () => {
    const found = await planned({ ...tiny, supplies: [supply('LOT-B', 10, [LOM], { earmark: EarmarkId.parse('E-LOM') })] });
    expect(cartonsOf(found, PIE)).toBe(0);
    expect(whyShort(found, PIE)).toContain('bound to others: earmark E-LOM');
  });

  test('the line says whose goods they are, the way, and why not an earlier one', async () => {
    const found = await planned(tiny, 'deprivation');
    const late = found.lines.find((line) => line.route.includes(DepartureId.parse('T2')));
    expect(late?.why).toMatch(/^(Lombardy|Piedmont) gets \d cartons of mask by road from Liège to Milan \(T2\), handed over on Sun 15 March, 21:00 local time\. .*(free stock of pledge P1|Earmark E-LOM of pledge P1 binds the lot to Lombardy|scope takes this recipient in)\.$/);
    expect(late?.why).toContain('By T1 there is room and the cartons would be there 24 hours earlier, but that counts €5.00 a carton more in cost and CO₂, and the hours are worth nothing here: it would pay if that way counted €5.00 less.');
  });

  test('where the early truck is full, the line on the next one says so', async () => {
    const found = await planned({ ...tiny, runs: [run('T1', '14T08:00', '14T20:00', 5, 0.5), run('T2', '15T08:00', '15T20:00', 5, 1)] }, 'deprivation');
    expect(found.lines.find((line) => line.route[0] === 'T2')?.why).toContain('It is the first way with room: the cartons would be there 24 hours earlier by T1, which counts €5.00 a carton less in cost and CO₂, but T1 (weight) is full.');
  });
});

describe('time', () => {
  test('a unit that comes after its window counts half; the same truck a day earlier counts whole', async () => {
    const late = { ...tiny, needs: [need(LOM, 10_000, 1, { until: at('15T00:00') })], runs: [run('T2', '15T08:00', '15T20:00', 20, 0)] };
    const found = await planned(late, 'deprivation');
    expect(found.coverage.min).toBe(0);
    expect(found.modelObjective).toBeCloseTo(750 + 1, 6);
  });

  test('goods that change the mode wait for it, and miss the train that leaves too soon', async () => {
    const onward = (departs: string): PlanningProblem => ({
      ...tiny,
      needs: [need(ZRH, 5_000, 1)],
      runs: [tiny.runs[0] ?? run('T1', '14T08:00', '14T20:00', 10, 1), run('R1', departs, '15T12:00', 10, 0, { mode: 'rail', from: tiny.runs[0]?.to ?? zurich.place, to: zurich.place })],
    });
    // Off the truck at 20:00, dwell 1 h, change 2 h: ready at 23:00.
    expect(cartonsOf(await planned(onward('14T23:00')), ZRH)).toBe(5);
    const missed = await planned(onward('14T22:59'));
    expect(cartonsOf(missed, ZRH)).toBe(0);
    expect(whyShort(missed, ZRH)).toContain('No departure from Liège reaches Zürich');
  });

  test('handling binds by place and local day', async () => {
    // One pallet an hour, one hour a day: ten cartons may leave on the 14th, the truck would take twenty.
    const slow = { ...tiny, places: new Map([...tiny.places].map(([code, where]) => [code, code === 'BELGG' ? { ...where, palletsPerHour: 1, opens: '08:00' as never, closes: '09:00' as never } : where])), supplies: [supply('LOT-A', 20, [LOM])], needs: [need(LOM, 20_000, 1)], runs: [run('T1', '14T08:00', '14T20:00', 20, 0)] };
    const found = await planned(slow);
    expect(cartonsOf(found, LOM)).toBe(10);
    expect(whyShort(found, LOM)).toContain('handling at Liège on 14 March 2020');
    const busy = await planned({ ...slow, handling: [{ place: tiny.runs[0]?.from ?? zurich.place, at: at('14T12:00'), pallets: 0.5 }] });
    expect(cartonsOf(busy, LOM)).toBe(5);
  });
});

describe('what stands in the way is named, the structural before the scarce', () => {
  const toZurich = { ...tiny, needs: [need(ZRH, 5_000, 1)], runs: [run('T3', '14T08:00', '14T20:00', 10, 1, { to: zurich.place })] };
  const paperRule = Rule.parse({ rule: 'EU-EXPORT', classes: ['ppe'], fromArea: 'EU', toArea: 'CH', validFrom: '2020-03-14', effect: 'paper', paper: 'EXPORT-LICENCE' });

  test('no supply of the item', async () => {
    const found = await planned({ ...tiny, supplies: [] });
    expect(found.lines).toEqual([]);
    expect(found.objective).toBeCloseTo(3000, 6);
    expect(found.gap).toBe(0);
    expect(whyShort(found, LOM)).toBe('There is no supply of mask, neither on hand nor announced.');
  });

  test('no departure before the horizon', async () => {
    const found = await planned({ ...tiny, until: at('14T07:00') });
    expect(whyShort(found, LOM)).toContain('No departure from Liège reaches Milan');
  });

  test('a paper that nobody holds, by its name and rule; with the paper the goods go', async () => {
    const barred = await planned({ ...toZurich, rules: [paperRule] });
    expect(whyShort(barred, ZRH)).toBe('Every way to Zürich is barred at a border: it needs paper EXPORT-LICENCE (rule EU-EXPORT) that nobody holds.');
    const paper = Paper.parse({ paper: 'EXPORT-LICENCE', reference: 'BE-1', classes: ['ppe'], fromArea: 'EU', toArea: 'CH', validFrom: '2020-03-14' });
    expect(cartonsOf(await planned({ ...toZurich, rules: [paperRule], papers: [paper] }), ZRH)).toBe(5);
  });

  test('a closed border', async () => {
    const found = await planned({ ...toZurich, rules: [Rule.parse({ rule: 'SHUT', classes: ['ppe'], fromArea: 'BE', toArea: 'CH', validFrom: '2020-03-10', validUntil: '2020-03-31', effect: 'closed' })] });
    expect(whyShort(found, ZRH)).toContain('rule SHUT closes the border from Belgium to Switzerland until 31 March 2020');
  });

  test('a vehicle that cannot keep the goods cool', async () => {
    const cool = { ...tiny, items: new Map([[mask.item, { ...mask, temperature: 'cool' as const }]]) };
    expect(whyShort(await planned(cool), LOM)).toBe('No chain of departures to Milan keeps cool goods.');
  });

  test('a lot that has expired on arrival', async () => {
    const found = await planned({ ...tiny, supplies: [supply('LOT-A', 6, [LOM, PIE], { expiresAt: at('14T12:00') })] });
    expect(found.lines).toEqual([]);
    expect(whyShort(found, LOM)).toContain('has expired by the time it could be handed over (LOT-A expires Sat 14 March, 12:00)');
  });

  test('departures that are full', async () => {
    const found = await planned({ ...tiny, supplies: [supply('LOT-A', 15, [LOM, PIE])], runs: [run('T1', '14T08:00', '14T20:00', 6, 1)] });
    expect(whyShort(found, LOM)).toBe('9 cartons of mask are left, but what leads to Milan is full: T1 (weight).');
  });

  test('no need, no plan: nothing moves and nothing is short', async () => {
    const found = await planned({ ...tiny, needs: [] });
    expect([found.lines, found.unserved, found.objective, found.gap]).toEqual([[], [], 0, 0]);
    expect(found.coverage).toEqual({ min: 1, mean: 1, gini: 0 });
  });

  test('under equal cover a recipient that nothing reaches holds nobody else down', async () => {
    const found = await planned({ ...tiny, needs: [...tiny.needs, need(ZRH, 5_000, 5)] });
    expect(found.modelObjective - 0.1 * 16 * 7_500).toBeCloseTo(742.6667, 2);
    expect(found.notes.some((note) => note.includes('Zürich canton'))).toBe(true);
  });
});

describe('frozen lines come first', () => {
  const frozen = { lot: LotId.parse('LOT-A'), recipient: PIE, cartons: 5, route: [DepartureId.parse('T1')] };

  test('they stand in the plan as they are, and the rest is planned around them', async () => {
    const found = await planned({ ...tiny, frozen: [frozen] });
    expect(found.lines.filter((line) => line.frozen).map(({ lot, cartons }) => [lot, cartons])).toEqual([['LOT-A', 5]]);
    expect([cartonsOf(found, LOM), cartonsOf(found, PIE)]).toEqual([5, 5]);
  });

  test('a frozen line draws on a lot that comes in two parts', async () => {
    const parts = [supply('LOT-A', 3, [LOM, PIE]), supply('LOT-A', 3, [LOM, PIE], { availableAt: at('14T06:00'), onHand: false })];
    const found = await planned({ ...tiny, supplies: parts, frozen: [frozen] });
    expect(found.lines.filter((line) => line.frozen).map(({ cartons }) => cartons)).toEqual([5]);
    expect(cartonsOf(found, LOM)).toBe(1);
  });

  test('a frozen charter is open whatever it costs', async () => {
    const found = await planned({ ...tiny, runs: [...tiny.runs, ...charterRuns(10_000, 2)], frozen: [{ ...frozen, route: [DepartureId.parse('CH-MXP-2')] }] });
    expect(found.charters).toEqual([{ charter: 'CH-MXP', copies: 1, cost: 10_000 }]);
  });

  test.each([
    ['more cartons than the run takes', { ...frozen, lot: LotId.parse('LOT-A'), cartons: 6, route: [DepartureId.parse('T2')] }, 'frozen-capacity', 'T2 (weight) has room for 5 cartons only'],
    ['more cartons than the lot has', { ...frozen, cartons: 7 }, 'frozen-supply', '6 cartons of the lot are left'],
    ['a departure that is not there', { ...frozen, route: [DepartureId.parse('T9')] }, 'frozen-route', 'there is no departure T9'],
    ['a recipient that the earmark leaves out', { ...frozen, lot: LotId.parse('LOT-B'), cartons: 1 }, 'frozen-recipient', 'does not include that recipient'],
    ['a lot that does not exist', { ...frozen, lot: LotId.parse('LOT-Z') }, 'frozen-lot', 'there is no lot LOT-Z'],
    ['a route that ends elsewhere', { ...frozen, recipient: ZRH }, 'frozen-route', 'the route does not end at CHZRH'],
  ])('%s is a failure that names line and limit', async (_, line, code, limit) => {
    const result = await plan({ ...tiny, frozen: [line] }, { policy: 'equal-cover', seed: 1, gap: 0 }, solver);
    if (result.ok) throw new Error('it was planned all the same');
    expect(result.error).toMatchObject({ code, line: 0 });
    expect(result.error.limit).toContain(limit);
    expect(result.error.remedy).not.toBe('');
  });
});
