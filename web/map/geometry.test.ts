import { describe, expect, test } from 'vitest';
import { bendOf, clearBend, wayBetween, type Point } from './geometry.ts';

const [FROM, TO]: [Point, Point] = [[0, 0], [0, 200]];

describe('a way on the map', () => {
  test('bends as its mode does where nothing is closed', () => {
    expect(clearBend(FROM, TO, 'road', () => false)).toBe(bendOf('road'));
  });

  test('goes round a closed country', () => {
    const isClosed = ([x, y]: Point): boolean => Math.hypot(x, y - 100) < 30;
    const { along } = wayBetween(FROM, TO, 'road', clearBend(FROM, TO, 'road', isClosed));
    const points = Array.from({ length: 99 }, (_, n) => along((n + 1) / 100).point);
    expect(points.some(isClosed)).toBe(false);
  });

  test('crosses as little as it can where there is no way round', () => {
    const isClosed = ([, y]: Point): boolean => y > 90 && y < 110;
    expect(clearBend(FROM, TO, 'rail', isClosed)).toBe(bendOf('rail'));
  });
});
