import { describe, expect, test } from 'vitest';
import { NEED_PARAMETERS } from '../domain/need/parameters.ts';
import { censusFromCases, counted, dailyUse, daysOfSupply, unmetOver, type Census } from './essential-supplies.ts';
import { band, type Parameter } from './parameter.ts';
import { parameterKey, PUBLISHED, published, type NeedParameters } from './supply-parameters.ts';

const beds = (wards: number, intensiveCare: number): Census => ({ wards, intensiveCare, isolation: null, healthWorkers: null, screening: null });
/** 16 March 2020, Protezione Civile. */
const ITALY = beds(11_025, 1_851);
const perDay = (census: Census, item: string, parameters: NeedParameters = PUBLISHED) => dailyUse(counted(census), item, parameters)?.perDay ?? null;

describe('Italy on 16 March', () => {
  // By hand: 11,025 × 11.6 = 127,890 masks on wards; 1,851 × 19.0 = 35,169 in intensive care; together 163,059.
  const BY_HAND = 11_025 * 11.6 + 1_851 * 19;
  const masks = perDay(ITALY, 'surgical-mask');

  test('needs about 163,000 masks a day, as the hand calculation says', () => {
    expect(BY_HAND).toBeCloseTo(163_059, 6);
    expect(masks?.central).toBeCloseTo(BY_HAND, 6);
    expect(Math.abs((masks?.central ?? 0) / 163_000 - 1)).toBeLessThan(0.02);
  });
  test('has three days of 500,000', () => {
    const lasts = masks === null ? null : daysOfSupply(500_000, masks);
    expect(lasts?.central).toBeCloseTo(3.07, 2);
    expect(lasts?.low).toBeCloseTo(500_000 / (BY_HAND * 1.25), 6);
    expect(lasts?.high).toBeCloseTo(500_000 / (BY_HAND * 0.75), 6);
  });
  test('respirators and gowns by the same beds', () => {
    expect(perDay(ITALY, 'ffp2')?.central).toBeCloseTo(11_025 * 2.3 + 1_851 * 4.1, 6);
    expect(perDay(ITALY, 'gown')?.central).toBeCloseTo(11_025 * 2.4 + 1_851 * 4.3, 6);
  });
});

describe('all five uses', () => {
  test('add up, each with its people and what one of them uses a day', () => {
    const use = dailyUse(counted({ wards: 100, intensiveCare: 10, isolation: 50, healthWorkers: 200, screening: 300 }), 'surgical-mask', PUBLISHED);
    // 100 × 11.6 + 10 × 19 + 50 × 1 + 200 × 3 + 300 × 1.
    expect(use?.perDay.central).toBeCloseTo(1160 + 190 + 50 + 600 + 300, 9);
    expect(use?.parts.map(({ use: name, people, perPerson }) => [name, people, perPerson])).toEqual([['wards', 100, 11.6], ['intensiveCare', 10, 19], ['isolation', 50, 1], ['healthWorkers', 200, 3], ['screening', 300, 1]]);
    expect(use?.left).toEqual([]);
  });
  test('those that nobody counted contribute nothing, and are named', () => expect(dailyUse(counted(ITALY), 'surgical-mask', PUBLISHED)?.left).toEqual(['isolation', 'healthWorkers', 'screening']));
});

test('an item that the method does not know has no figure, not nought', () => expect(perDay(ITALY, 'ventilator')).toBeNull());

test('from cases: 15 % of a week’s on wards, 5 % of a fortnight’s in intensive care, 80 % of a fortnight’s isolated', () => {
  const all = (n: number) => band(() => n);
  expect(censusFromCases({ withinIsolation: all(1600), withinSevereStay: all(1000), withinCriticalStay: all(1600) }, PUBLISHED).central).toEqual({ wards: 150, intensiveCare: 80, isolation: 1280, healthWorkers: null, screening: null });
});

test('parameters are the reader’s to change, each with its source', () => {
  const counted3days = (value: number, note: string): Parameter => ({ value, unit: 'units a bed-day', source: 'ward count, 3 days', note });
  const own = new Map([...PUBLISHED, [parameterKey('use-ward', 'surgical-mask'), counted3days(6, 'two a shift')], [parameterKey('use-intensive-care', 'surgical-mask'), counted3days(9, 'three a shift')]]);
  expect(perDay(beds(10, 2), 'surgical-mask', own)?.central).toBe(78);
});

test('every parameter is published with a source and a unit, and a guess says so', () => {
  const all = published();
  expect(new Set(all.map(({ name }) => name))).toEqual(new Set(NEED_PARAMETERS));
  expect(all).toHaveLength(PUBLISHED.size);
  expect(all.filter(({ parameter: { unit, source, note } }) => unit === '' || source === '' || note === '')).toEqual([]);
  expect(all.filter(({ name }) => name.startsWith('severity-')).reduce((sum, { parameter }) => sum + parameter.value, 0)).toBeCloseTo(1, 12);
  const guessed = new Set(all.flatMap(({ name, parameter }) => (parameter.source === 'assumption' ? [name] : [])));
  expect([...guessed]).toEqual(['use-isolation', 'use-health-worker', 'use-screened', 'spread-low', 'spread-high', 'out-of-band-below', 'out-of-band-above', 'stock-out-days', 'estimated-severity']);
});

describe('what is missing over a week', () => {
  const use = { low: 75, central: 100, high: 125 };
  test('is net of stock and of what is under way', () => expect(unmetOver(7, use, { stock: 200, underWay: 300 })).toEqual({ low: 25, central: 200, high: 375 }));
  test('is nothing where they suffice, and never less', () => expect(unmetOver(7, use, { stock: 900, underWay: 0 })).toEqual({ low: 0, central: 0, high: 0 }));
  test('is whole pieces, rounded up', () => expect(unmetOver(3, band(() => 33.4), { stock: 0, underWay: 0 }).central).toBe(101));
  test('is not rounded up for what a computer makes of a tenth', () => expect(unmetOver(3, band(() => 0.1 + 0.2), { stock: 0, underWay: 0 }).central).toBe(1));
});

test('a stock of which nothing is used has no days', () => expect(daysOfSupply(100, band(() => 0))).toBeNull());
