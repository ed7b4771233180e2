import { expect, test } from 'vitest';
import { hour, journal, type Line } from '../../../test/support/journal.ts';
import { SMALL, STOCK } from '../../../test/support/small-operation.ts';
import { operationOf } from '../journal.ts';
import { numbersOf } from './numbers.ts';

const numbers = (lines: readonly Line[]) => {
  const facts = journal(lines);
  return numbersOf(facts, operationOf(facts));
};
const SECOND: readonly Line[] = [
  ['consignment.announced', 30, { consignment: 'C2', mode: 'air', carrier: 'x', from: 'CNHGH', to: 'BELGG', plannedDeparture: hour(31), plannedArrival: hour(40) }],
];

test('a number is kind, hub, year, and the place in the line of the journal', () => {
  expect(numbers([...SMALL, ...SECOND]).of('packing-list', 'C2')).toBe('PL-BELGG-2020-0002');
  expect(numbers(STOCK).of('goods-received-note', 'C1')).toBe('GRN-BELGG-2020-0001');
});

test('what is recorded late renumbers nothing, though it happened first', () => {
  const early: Line = ['consignment.announced', 1, { consignment: 'C0', mode: 'air', carrier: 'x', from: 'CNHGH', to: 'BELGG', plannedDeparture: hour(1), plannedArrival: hour(2) }, 90];
  const late = numbers([...SMALL, ...SECOND, early]);
  expect([late.of('packing-list', 'C1'), late.of('packing-list', 'C2'), late.of('packing-list', 'C0')]).toEqual(['PL-BELGG-2020-0001', 'PL-BELGG-2020-0002', 'PL-BELGG-2020-0003']);
});

test('a recall has one number, and a notice for each holder', () => {
  const recalled: readonly Line[] = [...STOCK, ['lot.recalled', 50, { recall: 'R1', lots: ['A'], reason: 'torn' }]];
  expect(numbers(recalled).of('recall-notice', 'R1:IT')).toBe('RN-BELGG-2020-0001-IT');
});
