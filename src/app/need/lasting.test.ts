import { describe, expect, test } from 'vitest';
import { hour, journal, type Line } from '../../../test/support/journal.ts';
import { SMALL } from '../../../test/support/small-operation.ts';
import { alertsOf } from '../alerts/alert.ts';
import { picture } from '../picture/picture.ts';
import { situation } from '../plan/situation.ts';
import { areaRows } from './area-rows.ts';
import { lastingIn } from './lasting.ts';

/** Italy asks for 5,000 in the week from hour 24 on: 714.3 a day. 10 masks a ward bed-day. */
const USE: Line = ['need.parameter-set', 2, { parameter: 'use-ward', item: 'mask', value: 10, source: 'by hand' }];
const stock = (at: number, units: number): Line => ['stock.reported', at, { recipient: 'IT', item: 'mask', units }];
const census: Line = ['census.reported', 3, { area: 'IT', wards: 20, intensiveCare: 0 }];
const lasts = (lines: readonly Line[], asOf = 30, of = 'IT') => {
  const now = situation(journal([...SMALL, USE, ...lines]), { asOf: hour(asOf), knownAt: null });
  return lastingIn(now, areaRows(now))(of, 'mask');
};
const raised = (lines: readonly Line[], asOf = 30) => {
  const seen = picture(journal([...SMALL, USE, ...lines]), hour(asOf), null, []);
  return alertsOf({ picture: seen, orders: [] }).filter(({ kind }) => kind === 'stock-out' || kind === 'out-of-stock').map(({ kind, recipient, units, deadline }) => ({ kind, recipient, units, deadline }));
};

describe('a stock lasts at the rate', () => {
  test('of the patients where a census stands: 500 ÷ 200 a day are sixty hours', () => expect(lasts([census, stock(26, 500)])).toMatchObject({ until: hour(26 + 60), perDay: 200, basis: 'census' }));
  test('of what is asked where none does: 500 ÷ 714.3 a day are 16.8 hours', () => expect(lasts([stock(26, 500)])).toMatchObject({ until: hour(26 + 16.8), basis: 'asked' }));
  test('of cases only where nothing is asked either', () => {
    // All 100 cases are new, 15 of them on wards: 150 a day.
    const cases = (at: number, of: number): Line => ['count.reported', at, { area: 'ES', cases: of }];
    expect(lasts([cases(3, 0), cases(27, 100), ['stock.reported', 26, { recipient: 'ES', item: 'mask', units: 300 }]], 30, 'ES')).toMatchObject({ basis: 'cases', perDay: 150, until: hour(26 + 48) });
  });
  test('at which the store was really emptied, where that is to be believed', () => {
    // 1,000 in four days are 250 a day: within 150 to 250 of the census.
    expect(lasts([census, stock(4, 2000), stock(100, 1000)], 110)).toMatchObject({ basis: 'burn-rate', perDay: 250, until: hour(100 + 96) });
  });
  test('and where none was reported nothing is said', () => expect(lasts([census])).toBeNull());
});

describe('somebody hears of it before it runs out', () => {
  const lines = [census, stock(26, 500)];
  test('three days ahead, by the same figure', () => expect(raised(lines)).toEqual([{ kind: 'stock-out', recipient: 'IT', units: 200, deadline: hour(86) }]));
  test('as many days ahead as the parameter says', () => {
    const days = (value: number): Line => ['need.parameter-set', 2, { parameter: 'stock-out-days', value, source: 'the planner' }];
    expect(raised([...lines, days(2)])).toEqual([]);
    expect(raised([...lines, days(2)], 38.5)).toHaveLength(1);
    expect(raised([census, stock(26, 1200), days(6)])).toHaveLength(1);
  });
  test('once it is over, that it is', () => expect(raised(lines, 90)).toMatchObject([{ kind: 'out-of-stock', recipient: 'IT' }]));
});
