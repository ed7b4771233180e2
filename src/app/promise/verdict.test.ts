// The verdict on a promise, row by row: what has happened, what the plan would deliver, and what is therefore said.

import { expect, test } from 'vitest';
import { LineId } from '../../domain/plan/plan.ts';
import type { PlanLine } from '../../domain/plan/plan.ts';
import { partition } from '../../ledger/partition.ts';
import { factIdOf, hour, journal, type Line } from '../../../test/support/journal.ts';
import { LANDED, SENT, SMALL, STOCK } from '../../../test/support/small-operation.ts';
import { situation } from '../plan/situation.ts';
import { english } from '../../words/en/english.ts';
import { sayAll } from '../../words/say.ts';
import { verdictOf } from './verdict.ts';

const line = (units: number, arrives: number): PlanLine =>
  ({ line: LineId.parse('L1'), lot: 'A', item: 'mask', recipient: 'IT', cartons: units / 100, units, route: [], departs: hour(arrives - 24), arrives: hour(arrives), frozen: false, why: 'x' }) as unknown as PlanLine;
const amended: Line = ['pledge.amended', 2, { pledge: 'P1', item: 'mask', units: 600, reason: 'all that comes' }];
const delivered: Line[] = [...SENT, ['dispatch.released', 40, { dispatch: 'D2', place: 'BELGG', recipient: 'IT', lot: 'A', units: 200, route: ['ROAD-3'] }], ['dispatch.departed', 54, { dispatch: 'D2' }],
  ['dispatch.delivered', 55, { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 400 }], ['dispatch.delivered', 79, { dispatch: 'D2', lot: 'A', recipient: 'IT', units: 200 }]];

/** The same lot, sent to Spain instead of the hub. */
const away: Line[] = [
  ['correction.made', 2, { corrects: factIdOf(SMALL.findIndex(([kind]) => kind === 'consignment.announced') + 1), reason: 'sent to Spain', replacement: { occurredAt: hour(2), body: { consignment: 'C1', mode: 'air', carrier: 'x', from: 'CNHGH', to: 'ESZAZ', plannedDeparture: hour(3), plannedArrival: hour(20) } } }],
  ['consignment.departed', 3, { consignment: 'C1' }],
  ['consignment.arrived', 20, { consignment: 'C1' }],
];

// 10 March ends in Brussels at hour 239.
test.each<[string, readonly Line[], number, readonly PlanLine[], string, number | null, RegExp]>([
  ['part of it is on no consignment', SMALL, 10, [line(600, 55)], 'at-risk', null, /400 units are on no consignment/],
  ['the plan delivers all in time', [...SMALL, amended], 10, [line(600, 55)], 'on-course', 55, /Nothing has landed yet; the plan delivers it by Tue 3 March, 08:00 CET, before the due date 10 March 2020/],
  ['the plan delivers all too late', [...SMALL, amended], 10, [line(600, 250)], 'at-risk', 250, /after the due date 10 March 2020/],
  ['the plan leaves some', [...SMALL, amended], 10, [line(500, 55)], 'at-risk', null, /does not deliver 100 units/],
  ['the aircraft is overdue', [...SMALL, amended], 21, [line(600, 55)], 'at-risk', 55, /C1 is due and has not arrived/],
  ['some is on the road, the rest planned', [...SENT, amended], 31, [line(200, 79)], 'on-course', 79, /All 600 units have landed/],
  ['some was lost', [...STOCK, amended, ['goods.lost', 23, { place: 'BELGG', lot: 'A', units: 100 }]], 24, [line(500, 55)], 'at-risk', null, /100 units were lost/],
  ['all delivered', [...delivered, amended], 80, [], 'kept', null, /All 600 units have been delivered/],
  ['the date has passed', [...LANDED, amended], 240, [], 'broken', null, /due on 10 March 2020; 600 units/],
  ['arrived elsewhere, not yet receipted', [...SMALL, ['pledge.amended', 2, { pledge: 'P1', item: 'mask', units: 600, reason: 'r' }], ...away], 30, [], 'on-course', 30, /600 units have arrived where they were sent; their receipt/],
  ['withdrawn with units outstanding', [...LANDED, ['pledge.withdrawn', 21, { pledge: 'P1', item: 'mask', reason: 'r' }]], 22, [], 'broken', null, /withdrew 400 units on Sun 1 March, 22:00 CET before they were shipped; the 600 that had left go on/],
  ['withdrawn when all had been shipped', [...LANDED, amended, ['pledge.withdrawn', 21, { pledge: 'P1', item: 'mask', reason: 'r' }]], 22, [line(600, 55)], 'on-course', 55, /All 600 units have landed/],
  ['withdrawn when all had been shipped, and delivered', [...delivered, amended, ['pledge.withdrawn', 79, { pledge: 'P1', item: 'mask', reason: 'r' }]], 80, [], 'kept', null, /All 600 units/],
  ['withdrawn, and promised again', [...LANDED, ['pledge.withdrawn', 21, { pledge: 'P1', item: 'mask', reason: 'r' }], ['pledge.amended', 22, { pledge: 'P1', item: 'mask', units: 700, reason: 'again' }]], 23, [line(600, 55)], 'at-risk', null, /100 units are on no consignment/],
])('%s', (_, lines, asOf, plan, verdict, expected, why) => {
  const now = situation(journal(lines), { asOf: hour(asOf), knownAt: null });
  const [row] = partition(now.ledger);
  const said = row === undefined ? null : verdictOf(now, row, { lines: [...plan] });
  expect(said).toMatchObject({ verdict, expectedBy: expected === null ? null : hour(expected) });
  expect(said?.why).toMatch(why);
  expect(said?.why).toBe(sayAll(said?.because ?? [], english));
});
