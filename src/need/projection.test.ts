import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LocalDate } from '../domain/time.ts';
import { backtest } from './backtest.ts';
import { carriedOn } from './projection-methods.ts';
import { panelOf, panelUntil, projectionNow, walk, type Panel } from './projection.ts';

const FROM = LocalDate.parse('2020-03-01');
const panel = (...series: readonly (readonly (number | null)[])[]): Panel => {
  const made = panelOf(series.map((values, k) => ({ area: `A${k}`, measure: 'wards' as const, from: FROM, values })));
  if (made === null) throw new Error('a panel has series');
  return made;
};
const days = (n: number, of: (k: number) => number): number[] => Array.from({ length: n }, (_, k) => of(k));

describe('a method, by hand', () => {
  const series = Float64Array.from([10, 20, 30, 40, 50, 60]);
  const people = (method: Parameters<typeof carriedOn>[0]): number => Math.expm1(carriedOn(method, series, 5, 3));
  test('last value', () => expect(people({ method: 'last-value', damping: null })).toBeCloseTo(60, 9));
  test('same increments: ten a day', () => expect(people({ method: 'same-increments', damping: null })).toBeCloseTo(90, 9));
  // Growth of log(1 + n) over five days: ln(61 ÷ 11) ÷ 5; three days more.
  test('same growth', () => expect(people({ method: 'same-growth', damping: null })).toBeCloseTo(61 * (61 / 11) ** (3 / 5) - 1, 9));
  // Half of the growth on the first day, a quarter on the second, an eighth on the third: 0.875 days of it.
  test('damped trend', () => expect(people({ method: 'damped-trend', damping: 0.5 })).toBeCloseTo(61 * (61 / 11) ** (0.875 / 5) - 1, 9));
  test('a day that is not known gives nothing', () => expect(carriedOn({ method: 'same-growth', damping: null }, Float64Array.from([Number.NaN, 1, 2, 3, 4, 5]), 5, 3)).toBeNaN());
});

describe('which method is used', () => {
  test('a baseline, where it was clearly better in the past', () => {
    expect(projectionNow(panel(days(40, (k) => 1000 + 100 * k), days(40, (k) => 300 + 20 * k)), 7)?.way.method).toBe('same-increments');
    expect(projectionNow(panel(days(40, (k) => 10 * 1.2 ** k)), 7)?.way.method).toBe('same-growth');
  });
  test('the trend, where its growth fades by 15 % a day', () => {
    const way = projectionNow(panel(days(40, (k) => 1000 * Math.exp(-5 * 0.85 ** k)), days(40, (k) => 4000 * Math.exp(-6 * 0.85 ** k))), 7)?.way;
    expect(way?.method).toBe('damped-trend');
    // Growth is taken over five days, in which it was higher than it is now: so more of it is taken off than 15 %.
    expect(way?.damping).toBeGreaterThan(0.7);
    expect(way?.damping).toBeLessThanOrEqual(0.85);
  });
  test('the trend, where nothing is known of the past yet, without a band', () => {
    const first = walk(panel(days(8, (k) => 10 + k)), 3)[0];
    expect(first).toMatchObject({ way: { method: 'damped-trend', damping: 0.9 }, pastErrors: { 'damped-trend': null, 'last-value': null } });
    expect(first?.areas[0]?.projected).toMatchObject({ low: null, high: null });
  });
});

describe('what a projection can see', () => {
  const wild = fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 5000 }), { nil: null, freq: 12 }), { minLength: 30, maxLength: 30 }), { minLength: 3, maxLength: 5 });
  test('is that day and those before, whatever comes after', () => {
    fc.assert(fc.property(wild, wild, fc.integer({ min: 6, max: 28 }), fc.constantFrom(3, 7, 14), (past, other, day, horizon) => {
      const mixed = past.map((series, k) => series.map((value, at) => (at <= day ? value : (other[k % other.length]?.[at] ?? null))));
      const then = projectionNow(panelUntil(panel(...past), day), horizon);
      expect(walk(panel(...mixed), horizon).find((made) => made.day === day)).toEqual(then);
    }), { numRuns: 60 });
  });
  test('makes a band around the expected figure, in whole people, never below nought', () => {
    fc.assert(fc.property(wild, fc.constantFrom(3, 7, 14), (series, horizon) => {
      for (const { areas } of walk(panel(...series), horizon)) for (const { projected } of areas) {
        if (projected === null || projected.low === null || projected.high === null) continue;
        expect(projected.low).toBeLessThanOrEqual(projected.central);
        expect(projected.high).toBeGreaterThanOrEqual(projected.central);
        expect(projected.low).toBeGreaterThanOrEqual(0);
        expect([projected.low, projected.central, projected.high].every(Number.isInteger)).toBe(true);
      }
    }), { numRuns: 60 });
  });
});

test('a cumulative count is not projected to fall', () => {
  const made = panelOf([{ area: 'A', measure: 'deaths', from: FROM, values: days(30, (k) => (k < 20 ? 100 + k : 110 - k)) }, { area: 'B', measure: 'deaths', from: FROM, values: days(30, (k) => 50 + k) }]);
  const now = made === null ? null : projectionNow(made, 7);
  expect(now?.areas[0]?.projected?.central).toBeGreaterThanOrEqual(81);
});

test('series that begin on different days lie in one panel by their dates', () => {
  const made = panelOf([{ area: 'A', measure: 'wards', from: FROM, values: [1, 2, 3] }, { area: 'B', measure: 'wards', from: LocalDate.parse('2020-03-02'), values: [7, 8, 9] }]);
  expect(made?.values.map((values) => [...values])).toEqual([[1, 2, 3, Number.NaN], [Number.NaN, 7, 8, 9]]);
});

test('the back-test adds up what the walk projected, by hand', () => {
  const made = panel(days(40, (k) => 100 + 10 * k), days(40, (k) => 50 + 5 * k), days(40, (k) => 30 + 3 * k));
  const score = backtest(made, 3, { first: LocalDate.parse('2020-03-20'), last: LocalDate.parse('2020-04-09') });
  // Projected on 20 March to 6 April, compared on 23 March to 9 April: 18 days, three areas. Last value is 30, 15 and 9 behind.
  expect(score).toMatchObject({ horizon: 3, areas: 3, forecasts: 54, banded: 54 });
  expect(score.errors['last-value']).toBeCloseTo(18, 9);
  expect(score.errors['same-increments']).toBeCloseTo(0, 9);
  expect(score.usedShare['same-increments']).toBe(1);
  expect(score.errors.used).toBeCloseTo(0, 9);
  expect(score.coverage).toBe(1);
});
