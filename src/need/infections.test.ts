import { describe, expect, test } from 'vitest';
import { growthOf } from './growth.ts';
import { TO_DEATH, TO_ONSET } from './infection-parameters.ts';
import { infectionsFrom, presentFactor, roundSum } from './infections.ts';

/** Deaths in Italy, 2 to 16 March 2020, Protezione Civile. */
const ITALY = [52, 79, 107, 148, 197, 233, 366, 463, 631, 827, 1016, 1266, 1441, 1809, 2158];

describe('Italy on 16 March', () => {
  const found = infectionsFrom(ITALY, 'IT');
  test('the floor: 2,158 ÷ 1.245 % = 173,333, infected by 23 days before', () => {
    expect(found?.floor.show).toBe(Math.round(2158 / 0.01245));
    expect(found?.floor.show).toBe(173_333);
    expect(found?.lagDays).toBe(23);
  });
  test.each([5, 7, 10])('without a cap millions, over a window of %d days', (window) => {
    const uncapped = infectionsFrom(ITALY, 'IT', window)?.uncapped?.show ?? 0;
    expect(uncapped).toBeGreaterThan(4_000_000);
    expect(uncapped).toBeLessThan(12_000_000);
  });
  test('the figure without a cap says by which growth and window', () => {
    expect(found?.growth?.windowDays).toBe(7);
    expect(found?.growth?.rate).toBeCloseTo(0.2133, 3);
    expect(found?.growth?.standardError).toBeGreaterThan(0);
    expect(found?.growth?.standardError).toBeLessThan(0.02);
  });
  test('the band holds growth down, and says so', () => {
    expect(found?.isCapped).toBe(true);
    // Doubling in 14 and in 7 days: (1 + r·θ)^k of both delays, times the floor.
    const by = (days: number): number => Math.round((2158 / 0.01245) * presentFactor(Math.LN2 / days));
    expect(found?.band?.low.show).toBe(by(14));
    expect(found?.band?.high.show).toBe(by(7));
    expect(by(14)).toBeGreaterThan(500_000);
    expect(by(7)).toBeLessThan(1_300_000);
  });
  test('it says what it must not be used for, and is no number', () => {
    expect(found?.use).toBe('never-for-allocation');
    expect(Number.isNaN(Number(found?.floor))).toBe(true);
  });
});

test('the round sum of 16 March: hundreds of thousands, with its arithmetic', () => {
  const { people, arithmetic } = roundSum(6705);
  expect(people.show).toBe(670_500);
  expect(arithmetic).toBe('6,705 deaths ÷ 1 % = 670,500');
});

test('the factor is the Laplace transform of the delays: it agrees with adding them up day by day', () => {
  // By numbers: deaths of a growing epidemic are Σ over delays of density × e^(−r·delay); both gammas, in steps of a hundredth of a day.
  const STEP = 0.01;
  const transform = (mean: number, cv: number, rate: number): number => {
    const [k, theta] = [1 / cv ** 2, mean * cv ** 2];
    let [mass, sum] = [0, 0];
    for (let x = STEP / 2; x < 200; x += STEP) {
      const density = x ** (k - 1) * Math.exp(-x / theta);
      mass += density;
      sum += density * Math.exp(-rate * x);
    }
    return sum / mass;
  };
  for (const rate of [0.02, 0.1, 0.21]) {
    const byNumbers = 1 / (transform(TO_ONSET.mean.value, TO_ONSET.cv.value, rate) * transform(TO_DEATH.mean.value, TO_DEATH.cv.value, rate));
    expect(presentFactor(rate) / byNumbers).toBeCloseTo(1, 2);
  }
  expect(presentFactor(0)).toBe(1);
});

describe('growth', () => {
  test('of a series that grows by a constant share is that share, without error', () => {
    const growth = growthOf(Array.from({ length: 8 }, (_, k) => 100 * Math.exp(0.2 * k)), 7);
    expect(growth.ok && growth.value.rate).toBeCloseTo(0.2, 10);
    expect(growth.ok && growth.value.standardError).toBeCloseTo(0, 8);
  });
  test('sees the window only', () => {
    const growth = growthOf([1, 1, 1, 1, 100, 200, 400, 800], 3);
    expect(growth.ok && growth.value.rate).toBeCloseTo(Math.LN2, 10);
  });
  test('gaps stay gaps', () => {
    const growth = growthOf([100, null, 400, 800], 3);
    expect(growth.ok && growth.value.rate).toBeCloseTo(Math.LN2, 10);
  });
  test('two days are too few', () => expect(growthOf([0, 0, 10, 20], 3).ok).toBe(false));
});

describe('elsewhere', () => {
  test('a region has the ratio of its country', () => expect(infectionsFrom([50], 'IT-25')?.fatality.value).toBe(0.01245));
  test('a country without a published ratio has one in a hundred, which says that it is a guess', () => expect(infectionsFrom([50], 'PT')?.fatality).toMatchObject({ value: 0.01, source: 'assumption' }));
  test('few deaths tell a floor and no present day', () => expect(infectionsFrom([1, 2, 3, 4, 5], 'AT')).toMatchObject({ growth: null, band: null, uncapped: null }));
  test('where deaths have stopped the band begins at the floor', () => {
    const found = infectionsFrom(Array.from({ length: 10 }, () => 500), 'KR');
    expect(found?.band?.low.show).toBe(found?.floor.show);
    expect(found?.isCapped).toBe(false);
  });
  test('a day without a count has none', () => expect(infectionsFrom([10, null], 'IT')).toBeNull());
});
