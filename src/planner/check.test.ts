import { describe, expect, test } from 'vitest';
import { DepartureId, LotId } from '../domain/ids.ts';
import { Paper, Rule } from '../domain/places.ts';
import { LineId, type PlanLine } from '../domain/plan/plan.ts';
import { cartons, units } from '../domain/units.ts';
import { checkPlan, type PlanToCheck } from './check.ts';
import type { PlanningProblem } from './problem.ts';
import { at, charterRuns, LOM, mask, PIE, supply, tiny, ZRH } from './tiny.fixture.ts';

const line = (name: string, more: Partial<PlanLine> = {}): PlanLine => ({
  line: LineId.parse(name), lot: LotId.parse('LOT-A'), item: mask.item, recipient: PIE, cartons: cartons(5), units: units(5000), route: [DepartureId.parse('T1')],
  departs: at('14T08:00'), arrives: at('14T21:00'), frozen: false, why: 'because', ...more,
});
const unserved = (lom: number, pie: number): PlanToCheck['unserved'] => [{ recipient: LOM, item: mask.item, units: units(lom), why: 'x' }, { recipient: PIE, item: mask.item, units: units(pie), why: 'x' }];
const good: PlanToCheck = {
  lines: [line('L1'), line('L2', { lot: LotId.parse('LOT-B'), recipient: LOM, cartons: cartons(4), units: units(4000) })],
  charters: [],
  unserved: unserved(6000, 0),
};
const withLine = (more: Partial<PlanLine>): PlanToCheck => ({ ...good, lines: [line('L1', more), ...good.lines.slice(1)] });

test('a plan that can be carried out has no violation, and its figures come by hand', () => {
  const check = checkPlan(tiny, good, 'deprivation');
  expect(check.violations).toEqual([]);
  // PIE whole. LOM 4 of 10 cartons: one of the first half (200) and the second half (5 × 100) missing. 9 cartons at €10 and 1 kg of CO₂.
  expect(check.figures.objective).toBeCloseTo(700 + 90 + 0.9, 9);
  expect(check.figures.cost).toBeCloseTo(90, 9);
  expect(check.figures.co2Kg).toBeCloseTo(9, 9);
  expect(check.figures.coverage).toEqual({ min: 0.4, mean: 0.7, gini: expect.closeTo(0.6 / (2 * 2 * 0.7), 9) });
  expect(check.figures.hours).toEqual({ median: 39, last: 39 });
});

describe('each rule that a plan can break is found', () => {
  const T2 = DepartureId.parse('T2');
  const paper = Rule.parse({ rule: 'EXPORT', classes: ['ppe'], fromArea: 'BE', toArea: 'IT', validFrom: '2020-03-14', effect: 'paper', paper: 'LICENCE' });
  test.each<[string, PlanningProblem, PlanToCheck, string]>([
    ['a departure that is not there', tiny, withLine({ route: [DepartureId.parse('T9')] }), 'there is no departure T9'],
    ['an arrival that is too good', tiny, withLine({ arrives: at('14T20:00') }), 'it arrives at 2020-03-14T21:00:00.000Z, not 2020-03-14T20:00:00.000Z'],
    ['a time of leaving that is not the run’s', tiny, withLine({ departs: at('14T07:00') }), 'it leaves at'],
    ['a route that ends elsewhere', tiny, withLine({ recipient: ZRH }), 'it ends at ITMXP, not at CHZRH'],
    ['a chain that is broken', tiny, withLine({ route: [DepartureId.parse('T1'), T2] }), 'T2 leaves from BELGG, the goods are at ITMXP'],
    ['a lot whose earmark leaves the recipient out', tiny, withLine({ lot: LotId.parse('LOT-B'), cartons: cartons(1), units: units(1000) }), 'lot LOT-B has nothing for PIE'],
    ['a lot that comes after the departure', { ...tiny, supplies: [supply('LOT-A', 6, [LOM, PIE], { availableAt: at('14T09:00') }), ...tiny.supplies.slice(1)] }, good, 'lot LOT-A has nothing for PIE'],
    ['more cartons than the lot holds', { ...tiny, supplies: [supply('LOT-A', 4, [LOM, PIE]), ...tiny.supplies.slice(1)] }, good, 'lot LOT-A at BELGG: 1 cartons more leave than there are'],
    ['units that are not the cartons’', tiny, withLine({ units: units(4999) }), '5 cartons of lot LOT-A are not 4999 units'],
    ['a lot that has expired on arrival', { ...tiny, supplies: [supply('LOT-A', 6, [LOM, PIE], { expiresAt: at('14T21:00') }), ...tiny.supplies.slice(1)] }, good, 'lot LOT-A has expired'],
    ['too much weight on a run', tiny, withLine({ route: [T2], departs: at('15T08:00'), arrives: at('15T21:00'), cartons: cartons(6), units: units(6000) }), 'T2 carries 60 kg, its allotment is 50 kg'],
    ['a border that asks for a paper', { ...tiny, rules: [paper] }, good, 'rule EXPORT stands against T1'],
    ['a paper that is not valid yet', { ...tiny, rules: [paper], papers: [Paper.parse({ paper: 'LICENCE', reference: 'x', classes: ['ppe'], fromArea: 'BE', toArea: 'IT', validFrom: '2020-03-15' })] }, good, 'rule EXPORT stands against T1'],
    ['a vehicle that is not cold', { ...tiny, items: new Map([[mask.item, { ...mask, temperature: 'cool' as const }]]) }, good, 'T1 cannot keep cool goods'],
    ['a departure after the horizon', { ...tiny, until: at('14T07:00') }, good, 'T1 leaves after the horizon'],
    ['a departure in the past', { ...tiny, asOf: at('14T09:00') }, good, 'T1 has left already'],
    ['more than is asked for, by a carton', tiny, { ...withLine({ cartons: cartons(6), units: units(6000) }), unserved: unserved(6000, 0) }, '6000 units of mask for PIE: only 5000 are asked for'],
    ['an unserved quantity that is not true', tiny, { ...good, unserved: unserved(5000, 0) }, '6000 units of mask for LOM stay unserved, the plan says 5000'],
    ['a charter that is used and not opened', { ...tiny, runs: [...tiny.runs, ...charterRuns(50)] }, withLine({ route: [DepartureId.parse('CH-MXP-1')], departs: at('14T09:00'), arrives: at('14T22:00') }), '1 copies of charter CH-MXP are used, 0 opened'],
    ['a charter whose price is wrong', { ...tiny, runs: [...tiny.runs, ...charterRuns(50)] }, { ...good, charters: [{ charter: 'CH-MXP' as never, copies: 1, cost: 40 }] }, 'charter CH-MXP costs €50, not €40'],
    ['a frozen line that is left out', { ...tiny, frozen: [{ lot: LotId.parse('LOT-A'), recipient: PIE, cartons: 2, route: [T2] }] }, good, 'frozen lot LOT-A to PIE by T2: 2 cartons, the plan has 0'],
    ['hands for half a pallet', { ...tiny, places: new Map([...tiny.places].map(([code, place]) => [code, code === 'BELGG' ? { ...place, palletsPerHour: 1 } : place])), handling: [{ place: tiny.runs[0]?.from as never, at: at('14T12:00'), pallets: 23.5 }] }, good, 'BELGG handles 0.9 pallets on 2020-03-14, it has hands for 0.5'],
  ])('%s', (_, problem, plan, violation) => {
    expect(checkPlan(problem, plan, 'deprivation').violations.join('\n')).toContain(violation);
  });

  test('a missed connection', () => {
    const [first] = tiny.runs;
    if (first === undefined) throw new Error('the tiny problem has runs');
    const train = { ...first, id: DepartureId.parse('R1'), mode: 'rail' as const, from: first.to, to: 'CHZRH' as never, departsAt: at('14T22:00'), arrivesAt: at('15T02:00') };
    const plan = withLine({ recipient: ZRH, route: [first.id, train.id], arrives: at('15T03:00') });
    expect(checkPlan({ ...tiny, runs: [...tiny.runs, train] }, plan, 'deprivation').violations.join('\n')).toContain('the goods are ready at ITMXP at 2020-03-14T23:00:00.000Z, after R1 has left');
  });
});
