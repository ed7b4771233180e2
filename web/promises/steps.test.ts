// The chart's lines, by hand: a box of 100 × 50 px for 0 … 10 ms and 0 … 200 units.

import { expect, test } from 'vitest';
import { stepPath } from './steps.ts';

const box = { width: 100, height: 50, from: 0, until: 10, most: 200 };

test.each<[string, { at: number; value: number }[], number, string]>([
  ['nothing', [], 10, ''],
  ['one figure stands to the end', [{ at: 2, value: 200 }], 10, 'M20 0H100'],
  ['a step: along, then up', [{ at: 0, value: 0 }, { at: 5, value: 100 }], 8, 'M0 50H50V25H80'],
  ['what lies before stands at the edge', [{ at: -4, value: 50 }, { at: 5, value: 100 }], 10, 'M0 37.5H50V25H100'],
])('%s', (_, steps, end, path) => expect(stepPath(steps, end, box)).toBe(path));
