import { expect, test } from 'vitest';
import { instantAt, wallClock } from './wall-clock.ts';

const ZONE = 'Europe/Brussels';

test('an instant is shown by the clocks of the zone, and read back', () => {
  expect(wallClock('2020-03-16T19:40:00.000Z', ZONE)).toBe('2020-03-16T20:40');
  for (const at of ['2020-03-16T19:40:00.000Z', '2020-03-29T00:30:00.000Z', '2020-03-29T01:30:00.000Z', '2020-10-25T02:30:00.000Z']) expect(instantAt(wallClock(at, ZONE), ZONE)).toBe(at);
});

test('what is no date and time is no instant', () => {
  expect(instantAt('soon', ZONE)).toBeNull();
});
