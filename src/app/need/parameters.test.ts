import { describe, expect, test } from 'vitest';
import { hour, journal, type Line } from '../../../test/support/journal.ts';
import { SMALL } from '../../../test/support/small-operation.ts';
import { AreaCode } from '../../domain/ids.ts';
import { NeedParameterSet } from '../../domain/need/parameters.ts';
import { situation } from '../plan/situation.ts';
import { areaRows } from './area-rows.ts';
import { parameterFaults } from './faults.ts';
import { effectiveIn, parameterRows, settingsOf } from './parameters.ts';

const set = (at: number, body: object): Line => ['need.parameter-set', at, { source: 'ward count', ...body }];
const settings = (lines: readonly Line[]) => settingsOf(journal(lines));
const low = (lines: readonly Line[], area: string | null): number | undefined => effectiveIn(settings(lines), area === null ? null : AreaCode.parse(area)).parameters.get('spread-low')?.value;

describe('a value that was set', () => {
  const lines = [set(1, { parameter: 'spread-low', value: 0.5 }), set(2, { parameter: 'spread-low', area: 'IT-25', value: 0.9 }), set(3, { parameter: 'spread-low', area: 'IT', value: 0.6 }), set(4, { parameter: 'spread-low', area: 'EU', value: 0.4 })];
  test.each([['IT-25', 0.9], ['IT-34', 0.6], ['ES', 0.4], ['US', 0.5], [null, 0.5]] as const)('holds in %s as the narrowest area says: %d', (area, value) => expect(low(lines, area)).toBe(value));
  test('is replaced by a later one for the same area', () => expect(low([...lines, set(5, { parameter: 'spread-low', area: 'IT-25', value: 0.8 })], 'IT-25')).toBe(0.8));
  test('is told with what is published, since when, and the fact', () => expect(effectiveIn(settings(lines), AreaCode.parse('IT-34')).changed).toEqual([{ name: 'spread-low', item: null, area: 'IT', value: 0.6, published: 0.75, since: hour(3), facts: [3] }]));
  test('that is the published one again is no change', () => expect(effectiveIn(settings([set(1, { parameter: 'spread-low', value: 0.75 })]), null).changed).toEqual([]));
});

test('the list has every published parameter once, and each setting with what it differs from', () => {
  const rows = parameterRows(settings([set(1, { parameter: 'use-ward', item: 'surgical-mask', value: 8 }), set(2, { parameter: 'use-ward', item: 'surgical-mask', area: 'IT', value: 9 }), set(3, { parameter: 'use-ward', item: 'gloves', value: 20 })]));
  const ofWard = rows.filter(({ name }) => name === 'use-ward').map(({ item, area, value, published, source }) => [item, area, value, published, source]);
  expect(ofWard).toEqual([
    ['ffp2', null, 2.3, 2.3, 'WHO COVID-19 Essential Supplies Forecasting Tool'],
    ['gloves', null, 20, null, 'ward count'],
    ['gown', null, 2.4, 2.4, 'WHO COVID-19 Essential Supplies Forecasting Tool'],
    ['surgical-mask', null, 8, 11.6, 'ward count'],
    ['surgical-mask', 'IT', 9, 11.6, 'ward count'],
  ]);
  expect(rows.filter(({ name }) => name === 'severity-mild')).toHaveLength(1);
});

describe('a value that cannot be', () => {
  test.each([
    ['a share above 1', { parameter: 'severity-mild', value: 1.1 }, 'value'],
    ['a negative share', { parameter: 'severity-mild', value: -0.1 }, 'value'],
    ['half a day', { parameter: 'stay-severe', value: 6.5 }, 'value'],
    ['a negative use', { parameter: 'use-ward', item: 'gown', value: -1 }, 'value'],
    ['a low end above the central figure', { parameter: 'spread-low', value: 1.2 }, 'value'],
    ['a high end below it', { parameter: 'spread-high', value: 0.9 }, 'value'],
    ['a severity of 6', { parameter: 'estimated-severity', value: 6 }, 'value'],
    ['a use of no item', { parameter: 'use-ward', value: 1 }, 'item'],
    ['a stay of an item', { parameter: 'stay-severe', item: 'gown', value: 7 }, 'item'],
    ['no source', { parameter: 'stay-severe', value: 7, source: '' }, 'source'],
    ['a name that is not in the list', { parameter: 'beds', value: 7 }, 'parameter'],
  ])('%s is refused', (_, body, field) => {
    const read = NeedParameterSet.safeParse({ source: 'x', ...body });
    expect(read.success ? [] : read.error.issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });
});

describe('in a report', () => {
  const lines: readonly Line[] = [
    ...SMALL,
    ['census.reported', 10, { area: 'IT', wards: 100, intensiveCare: 10 }],
    set(5, { parameter: 'use-ward', item: 'mask', value: 10 }),
    set(5, { parameter: 'use-intensive-care', item: 'mask', value: 20 }),
    set(30, { parameter: 'use-ward', item: 'mask', area: 'IT', value: 6 }),
  ];
  const row = (at: number) => areaRows(situation(journal(lines), { asOf: hour(at), knownAt: null })).find(({ area, item }) => area === 'IT' && item === 'mask');
  test('it changes the row, and only from its instant on', () => {
    expect(row(29)).toMatchObject({ perDay: { central: 1200 }, arithmetic: '100 × 10 + 10 × 20 = 1,200' });
    expect(row(30)).toMatchObject({ perDay: { central: 800 }, arithmetic: '100 × 6 + 10 × 20 = 800' });
  });
  test('the row names what differs from what is published', () => expect(row(30)?.changed.map(({ name, area, value, published }) => [name, area, value, published])).toEqual([['use-ward', 'IT', 6, null], ['use-intensive-care', null, 20, null]]));
  test('an item that nobody published a use for has what was set, and names what is left out', () => expect(row(30)?.notIncluded).toEqual(['isolation', 'healthWorkers', 'screening']));
  test('shares of severity that do not make a whole are named', () => {
    const now = situation(journal([...lines, set(6, { parameter: 'severity-severe', area: 'IT', value: 0.25 })]), { asOf: hour(12), knownAt: null });
    expect(parameterFaults(now)).toMatchObject([{ kind: 'shares-differ', area: 'IT', problem: 'the shares of mild, moderate, severe and critical cases in IT add up to 110%' }]);
  });
});
