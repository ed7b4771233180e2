import { describe, expect, test } from 'vitest';
import { Instant } from '../domain/time.ts';
import { burnRate, disagreement, type BurnRate } from './burn-rate.ts';

const at = (day: number, units: number) => ({ at: Instant.parse(`2020-03-${String(day).padStart(2, '0')}T18:00:00.000Z`), units });
const rate = (...of: Parameters<typeof burnRate>): BurnRate => {
  const found = burnRate(...of);
  if (!found.ok) throw new Error(found.error.problem);
  return found.value;
};

describe('burn rate', () => {
  test('two reports: what is gone, by the days between', () => {
    // 60,000 − 45,000 over three days: 5,000 a day; 45,000 last nine days.
    expect(rate([at(13, 60_000), at(16, 45_000)], [])).toEqual({ perDay: { low: 5000, central: 5000, high: 5000 }, overDays: 3, reports: 2, stock: 45_000, daysOfSupply: { low: 9, central: 9, high: 9 } });
  });
  test('what came in between them was used too', () => expect(rate([at(13, 60_000), at(16, 45_000)], [at(14, 30_000)]).perDay.central).toBe(15_000));
  test('what came in before the first, or after the last, was not', () => expect(rate([at(13, 60_000), at(16, 45_000)], [at(12, 99), at(13, 99), at(17, 99)]).perDay.central).toBe(5000));
  test('three reports: the band is the slowest and the fastest stretch', () => {
    // 2,000 a day, then 6,000 a day; over four days 16,000.
    const found = rate([at(17, 4000), at(13, 20_000), at(15, 16_000)], []);
    expect(found.perDay).toEqual({ low: 2000, central: 4000, high: 6000 });
    expect(found.daysOfSupply).toEqual({ low: 4000 / 6000, central: 1, high: 2 });
  });
  test('of what is not used there is no last day', () => expect(rate([at(13, 500), at(14, 500)], []).daysOfSupply.central).toBeNull());
  test.each([
    ['one report', [at(13, 500)], 'two stock reports'],
    ['twice the same hour', [at(13, 500), at(13, 400)], 'two stock reports'],
    ['more than is known to have come', [at(13, 500), at(14, 700)], '200 units more'],
  ])('%s is refused with what to do', (_, reports, problem) => {
    const found = burnRate(reports, []);
    expect(found.ok ? '' : found.error.problem).toContain(problem);
    expect(found.ok ? '' : found.error.remedy).not.toBe('');
  });
});

describe('where burn rate and forecast disagree', () => {
  const burnt = (perDay: number, days: number): BurnRate => rate([at(1, perDay * days), at(1 + days, 0)], []);
  const forecast = { low: 75, central: 100, high: 125 };
  test.each([
    [110, 2, 1.1, 10, 'burn-rate', 'within-the-band'],
    [40, 9, 0.4, -60, 'forecast', 'below-the-band'],
    [300, 9, 3, 200, 'burn-rate', 'above-the-band'],
    [300, 2, 3, 200, 'forecast', 'above-the-band-for-too-short'],
  ])('%d a day over %d days: %d times, %d units, and the %s is used', (perDay, days, ratio, difference, used, why) => {
    expect(disagreement(burnt(perDay, days), forecast)).toEqual({ ratio, difference, used, why });
  });
  test('of a forecast of nothing it is no multiple', () => expect(disagreement(burnt(10, 3), { low: 0, central: 0, high: 0 }).ratio).toBeNull());
});
