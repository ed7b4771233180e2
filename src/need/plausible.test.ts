// The plausible band, with figures by hand. A week of 90 to 110 a day, about 100: low 630, central 700, high 770; so asked about
// below a third of 630 = 210, and above three times 770 = 2,310.

import { describe, expect, test } from 'vitest';
import { LEAST_SHARE, MOST_TIMES, plausibility } from './plausible.ts';

const PER_DAY = { low: 90, central: 100, high: 110 };

describe('a quantity', () => {
  test.each([
    [209, 'below'],
    [210, 'within'],
    [700, 'within'],
    [2310, 'within'],
    [2311, 'above'],
  ] as const)('of %i over a week is %s the band', (asked, verdict) =>
    expect(plausibility(asked, PER_DAY, 7, 'whole')).toEqual({ asked, estimate: { low: 630, central: 700, high: 770 }, share: 'whole', least: 210, most: 2310, verdict }));

  // A hospital in a region of several recipients: one mask is not too few, but more than three regions' worth is too many.
  test('of a recipient that shares its area is held against the upper bound alone', () => {
    expect(plausibility(1, PER_DAY, 7, 'part')).toMatchObject({ least: 0, most: 2310, verdict: 'within' });
    expect(plausibility(2311, PER_DAY, 7, 'part').verdict).toBe('above');
  });

  test('over half a day is held against half of a day’s estimate', () => expect(plausibility(50, PER_DAY, 0.5, 'whole')).toMatchObject({ estimate: { low: 45, central: 50, high: 55 }, least: 15, most: 165 }));

  test('where nothing is needed: anything is too much, nothing is not too little', () => expect([plausibility(0, { low: 0, central: 0, high: 0 }, 7, 'whole').verdict, plausibility(1, { low: 0, central: 0, high: 0 }, 7, 'whole').verdict]).toEqual(['within', 'above']));

  test('is bounded by guesses, which say so', () => expect([LEAST_SHARE.source, MOST_TIMES.source]).toEqual(['assumption', 'assumption']));
});
