import { expect, test } from 'vitest';
import { intervalOf } from './interval.ts';

test.each([
  ['inside the axis', { low: 3.5, central: 7, high: 10.5 }, { from: 0.25, middle: 0.5, until: 0.75, isBeyond: false }],
  ['beyond it', { low: 7, central: 21, high: 28 }, { from: 0.5, middle: 1, until: 1, isBeyond: true }],
  ['used up', { low: 0, central: 0, high: 0 }, { from: 0, middle: 0, until: 0, isBeyond: false }],
])('%s', (_, band, drawn) => expect(intervalOf(band, 14)).toEqual(drawn));
