import { expect, test } from 'vitest';
import { instantOf, wallClock } from './moment.ts';

test.each([
  ['2020-03-16T20:40', '2020-03-16T19:40:00.000Z'],
  ['2020-07-01T00:15', '2020-06-30T22:15:00.000Z'],
])('%s in Brussels is %s, and back', (wall, instant) => {
  expect(instantOf(wall, 'Europe/Brussels')).toBe(instant);
  expect(wallClock(instant, 'Europe/Brussels')).toBe(wall);
});

test('an hour that is repeated is the first; one that is skipped is the hour after', () => {
  expect(instantOf('2020-10-25T02:30', 'Europe/Brussels')).toBe('2020-10-25T00:30:00.000Z');
  expect(instantOf('2020-03-29T02:30', 'Europe/Brussels')).toMatch(/^2020-03-29T0[01]:30/);
});

test('what is no date and time is nothing', () => expect(instantOf('tomorrow', 'Europe/Brussels')).toBeNull());
