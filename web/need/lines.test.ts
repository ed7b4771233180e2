// The chart's lines, by hand: a box of 100 × 50 px for ten days and 0 … 200 people.

import { describe, expect, test } from 'vitest';
import { aheadPath, across, bandPath, dayOf, instantOf, linePath, namedDays, spaced, ticks, up, type Box } from './lines.ts';

const box: Box = { width: 100, height: 50, from: 100, until: 110, most: 200, scale: 'linear' };
const log: Box = { ...box, most: 10_000, scale: 'log' };

test('a day of the calendar and back', () => {
  expect(dayOf('1970-01-03')).toBe(2);
  expect(dayOf('1970-01-03T12:00:00Z')).toBe(2.5);
  expect(instantOf(2.5)).toBe('1970-01-03T12:00:00.000Z');
});

test('beyond the edges is at the edge', () => expect([90, 105, 200].map((day) => across(day, box))).toEqual([0, 50, 100]));

test.each([
  ['linear', box, [[0, 50], [100, 25], [200, 0], [400, 0]]],
  ['logarithmic: each power of ten as high as the last', log, [[0, 50], [1, 50], [10, 37.5], [100, 25], [10_000, 0]]],
] as const)('a value stands at its height, %s', (_, in_, pairs) => {
  for (const [value, y] of pairs) expect(up(value, in_)).toBeCloseTo(y, 9);
});

describe('a line', () => {
  test('goes through its counts, over days that nobody counted', () => expect(linePath([{ day: 100, value: 0 }, { day: 102, value: 100 }, { day: 107.5, value: 200 }], box)).toBe('M0 50L20 25L75 0'));
  test('leaves out what lies beyond the days that are shown', () => expect(linePath([{ day: 99, value: 10 }, { day: 105, value: 100 }, { day: 111, value: 10 }], box)).toBe('M50 25'));
  test('of nothing is none', () => expect(linePath([], box)).toBe(''));
});

describe('a fan', () => {
  const last = { day: 103, value: 100 };
  const ahead = [{ day: 106, value: 120, low: 100, high: 160 }, { day: 110, value: 150, low: 80, high: 200 }];
  test('begins at the last count', () => expect(aheadPath(last, ahead, box)).toBe('M30 25L60 20L100 12.5'));
  test('goes out along the high ends and back along the low ones', () => expect(bandPath(last, ahead, box)).toBe('M30 25L60 10L100 0L100 30L60 25Z'));
  test('without a band is a line alone', () => expect(bandPath(last, [{ day: 106, value: 120, low: null, high: null }], box)).toBe(''));
  test('of nothing is none', () => expect(aheadPath(last, [], box)).toBe(''));
});

test.each([
  [{ most: 200, scale: 'linear' }, [0, 100, 200]],
  [{ most: 10_000, scale: 'log' }, [1, 10, 100, 1000, 10_000]],
  [{ most: 50_000_000, scale: 'log' }, [1, 100, 10_000, 1_000_000]],
] as const)('rules of %o', (in_, at) => expect(ticks(in_)).toEqual(at));

test('days are named as far apart as their names need', () => {
  expect(namedDays({ width: 100, from: 100.5, until: 104 }, 20)).toEqual([101, 102, 103, 104]);
  expect(namedDays({ width: 100, from: 100, until: 130 }, 40)).toEqual([100, 114, 128]);
});

test('names at the ends of lines do not cover one another, and stay inside', () => {
  expect(spaced([10, 40], 12, 50)).toEqual([10, 40]);
  expect(spaced([12, 10, 11], 12, 50)).toEqual([34, 10, 22]);
  expect(spaced([49, 50], 12, 50)).toEqual([38, 50]);
});
