import { describe, expect, test } from 'vitest';
import { censusFromCases, counted, daysOfSupply, unitsPerDay, unmetOver } from './essential-supplies.ts';
import { band } from './parameter.ts';
import { ESFT_DEFAULTS, type SupplyParameters } from './supply-parameters.ts';

/** 16 March 2020, Protezione Civile. */
const ITALY = { wards: 11_025, intensiveCare: 1_851 };

describe('Italy on 16 March', () => {
  // By hand: 11,025 × 11.6 = 127,890 masks on wards; 1,851 × 19.0 = 35,169 in intensive care; together 163,059.
  const BY_HAND = 11_025 * 11.6 + 1_851 * 19;
  const masks = unitsPerDay(counted(ITALY), 'surgical-mask', ESFT_DEFAULTS);

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
    expect(unitsPerDay(counted(ITALY), 'ffp2', ESFT_DEFAULTS)?.central).toBeCloseTo(11_025 * 2.3 + 1_851 * 4.1, 6);
    expect(unitsPerDay(counted(ITALY), 'gown', ESFT_DEFAULTS)?.central).toBeCloseTo(11_025 * 2.4 + 1_851 * 4.3, 6);
  });
});

test('an item that the method does not know has no figure, not nought', () => expect(unitsPerDay(counted(ITALY), 'ventilator', ESFT_DEFAULTS)).toBeNull());

test('from cases: 15 % of a week’s on wards, 5 % of a fortnight’s in intensive care', () => {
  const all = (n: number) => band(() => n);
  expect(censusFromCases({ withinSevereStay: all(1000), withinCriticalStay: all(1600) }, ESFT_DEFAULTS).central).toEqual({ wards: 150, intensiveCare: 80 });
});

test('parameters are the reader’s to change, each with its source', () => {
  const own: SupplyParameters = { ...ESFT_DEFAULTS, perBedDay: new Map([['surgical-mask', { severe: { value: 6, unit: 'units a bed-day', source: 'ward count, 3 days', note: 'two a shift' }, critical: { value: 9, unit: 'units a bed-day', source: 'ward count, 3 days', note: 'three a shift' } }]]) };
  expect(unitsPerDay(counted({ wards: 10, intensiveCare: 2 }), 'surgical-mask', own)?.central).toBe(78);
});

test('every parameter has a source and a unit, and a guess says so', () => {
  const { severity, stay, perBedDay, spread } = ESFT_DEFAULTS;
  const all = [severity, stay, spread, ...perBedDay.values()].flatMap((group) => Object.values(group));
  expect(all.filter(({ unit, source, note }) => unit === '' || source === '' || note === '')).toEqual([]);
  expect(Object.values(severity).reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12);
  expect(Object.values(spread).map(({ source }) => source)).toEqual(['assumption', 'assumption']);
});

describe('what is missing over a week', () => {
  const perDay = { low: 75, central: 100, high: 125 };
  test('is net of stock and of what is under way', () => expect(unmetOver(7, perDay, { stock: 200, underWay: 300 })).toEqual({ low: 25, central: 200, high: 375 }));
  test('is nothing where they suffice, and never less', () => expect(unmetOver(7, perDay, { stock: 900, underWay: 0 })).toEqual({ low: 0, central: 0, high: 0 }));
  test('is whole pieces, rounded up', () => expect(unmetOver(3, band(() => 33.4), { stock: 0, underWay: 0 }).central).toBe(101));
  test('is not rounded up for what a computer makes of a tenth', () => expect(unmetOver(3, band(() => 0.1 + 0.2), { stock: 0, underWay: 0 }).central).toBe(1));
});

test('a stock of which nothing is used has no days', () => expect(daysOfSupply(100, band(() => 0))).toBeNull());
