import { describe, expect, test } from 'vitest';
import { hour, journal, type Line } from '../../../test/support/journal.ts';
import { SMALL } from '../../../test/support/small-operation.ts';
import { needReport } from '../need/forecast.ts';
import { situation } from '../plan/situation.ts';
import { ownIn } from './own.ts';
import { ownNeed } from './own-need.ts';
import type { Role } from './permissions.ts';

const LINES: readonly Line[] = [
  ...SMALL,
  ['need.parameter-set', 2, { parameter: 'use-ward', item: 'mask', value: 10, source: 'by hand' }],
  ...['IT', 'ES'].flatMap((area): Line[] => [['census.reported', 3, { area, wards: 10, intensiveCare: 0 }], ['stock.reported', 4, { recipient: area, item: 'mask', units: 500 }]]),
];
const now = situation(journal(LINES), { asOf: hour(24), knownAt: null });
const seenBy = (role: Role, subject: string) => {
  const { areas, demand, shortages } = ownNeed(ownIn(now.known, role, new Set([subject])), needReport(now, { now: () => hour(24) }));
  const masks = areas.filter(({ item }) => item === 'mask');
  return { perDay: masks.map(({ area, perDay }) => [area, perDay?.central]), stock: masks.map(({ area, stock, unmet }) => [area, stock, unmet?.central ?? null]), demand: demand.map(({ recipient }) => recipient), nextFlight: shortages?.nextFlight ?? null, ranked: shortages?.rows.some(({ rank }) => rank.unmet !== null || rank.daysOfSupply !== null) };
};

describe('what was counted is everybody’s, whose store holds what is not', () => {
  test('the planner’s report has both countries’ stores', () => expect(needReport(now, { now: () => hour(24) }).areas.filter(({ item }) => item === 'mask').map(({ area, stock }) => [area, stock])).toEqual([['IT', 500], ['ES', 500]]));
  // A week's 700 less what is left of 500 after 20 hours at 100 a day, 416.7.
  test('a consignee sees its own store and its own demand', () => expect(seenBy('consignee', 'IT')).toEqual({ perDay: [['IT', 100], ['ES', 100]], stock: [['IT', 500, 284], ['ES', null, null]], demand: ['IT'], nextFlight: null, ranked: false }));
  test.each(['donor', 'carrier'] as const)('a %s sees nobody’s', (role) => expect(seenBy(role, 'a foundation')).toEqual({ perDay: [['IT', 100], ['ES', 100]], stock: [['IT', null, null], ['ES', null, null]], demand: [], nextFlight: null, ranked: false }));
});
