import { expect, test } from 'vitest';
import { count, decimal, moment, percent } from './figures.ts';

test('thousands are grouped, shares are percentages, moments name their day and zone', () => {
  expect(count(2_000_000)).toBe('2,000,000');
  expect(decimal(15.46)).toBe('15.5');
  expect(percent(1 / 3)).toBe('33.3%');
  expect(moment('2020-03-13T23:00:00.000Z')).toBe('Fri 13 Mar 2020, 23:00 UTC');
});
