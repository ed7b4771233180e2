// By hand: 173,333 at least, 0.5 to 1.3 million now, 7.3 million without a cap, on an axis from 100,000 to 10 million, 200 px wide.

import { expect, test } from 'vitest';
import { infectionsDrawn } from './infections-scale.ts';

test('each power of ten is as wide as the last', () => {
  const drawn = infectionsDrawn({ floor: 173_333, low: 500_000, high: 1_300_000, uncapped: 7_300_000 }, 200);
  expect(drawn.ticks).toEqual([{ value: 100_000, x: 0 }, { value: 1_000_000, x: 100 }, { value: 10_000_000, x: 200 }]);
  expect(drawn.floor).toBeCloseTo(23.888, 2);
  expect(drawn.band?.from).toBeCloseTo(69.897, 2);
  expect(drawn.band?.until).toBeCloseTo(111.394, 2);
  expect(drawn.uncapped).toBeCloseTo(186.332, 2);
});

test('of a floor alone there is an axis, and no band', () => expect(infectionsDrawn({ floor: 7500, low: null, high: null, uncapped: null }, 100)).toMatchObject({ ticks: [{ value: 1000, x: 0 }, { value: 10_000, x: 100 }], band: null, uncapped: null }));
test('of a single death the axis still has two ends', () => expect(infectionsDrawn({ floor: 1, low: null, high: null, uncapped: null }, 100).ticks).toHaveLength(2));
