import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostRelief, type Arrival, type Wanted } from './attribution.ts';
import type { ObjectiveWeights } from '../domain/operation.ts';
import { relief } from './objective.ts';
import { tiny } from './tiny.fixture.ts';

const DAY = 86_400_000;
const weights: ObjectiveWeights = { ...tiny.weights, delayPerDay: 0.02 };
const need = (units: number, from: number, until: number, euros = 1): Wanted => ({ units, from: from * DAY, until: until * DAY, weights: { euros, segments: tiny.weights.segments, lightest: 1 } });

/** Every way to give each unit to a place or to none: exponential, obviously right. */
function bruteForce(needs: readonly Wanted[], arrivals: readonly Arrival[]): number {
  const units = arrivals.flatMap((arrival) => Array.from({ length: arrival.units }, () => arrival.at));
  const places = needs.flatMap((wanted) => wanted.weights.segments.flatMap((segment) => Array.from({ length: segment.share * wanted.units }, () => ({ wanted, segment }))));
  const used = new Set<number>();
  const best = (unit: number): number => {
    const arrival = units[unit];
    if (arrival === undefined) return 0;
    return places.reduce((most, { wanted, segment }, place) => {
      if (used.has(place)) return most;
      used.add(place);
      const found = relief(wanted.weights, segment, wanted, arrival, 0, weights) + best(unit + 1);
      used.delete(place);
      return Math.max(most, found);
    }, best(unit + 1));
  };
  return best(0);
}

describe('units serve the needs of their recipient in the way that relieves most', () => {
  test('an early unit leaves the pressing need to the late one, where only one of them can serve it in time', () => {
    // Day 1 and day 3; a need until day 2 and one until day 4, of two units each. In time: 2 + 2 at weight 2, less 2 % and 6 %.
    const found = mostRelief([need(2, 0, 2), need(2, 0, 4)], [{ at: 1 * DAY, units: 1 }, { at: 3 * DAY, units: 1 }], 0, weights);
    expect(found).toBeCloseTo(2 - 0.02 + (2 - 0.06), 9);
  });

  test('what comes beyond the need relieves nothing', () => {
    const whole = mostRelief([need(4, 0, 5)], [{ at: 0, units: 4 }], 0, weights);
    expect(mostRelief([need(4, 0, 5)], [{ at: 0, units: 9 }], 0, weights)).toBeCloseTo(whole, 9);
  });

  test('it is as good as the best of all ways', () => {
    const smallNeed = fc.record({ units: fc.constantFrom(2, 4), from: fc.integer({ min: 0, max: 4 }), length: fc.integer({ min: 1, max: 4 }), euros: fc.constantFrom(1, 2, 3, 5, 7_000_000.1) }).map(({ units, from, length, euros }) => need(units, from, from + length, euros));
    const arrival = fc.record({ at: fc.integer({ min: 0, max: 8 }).map((day) => day * DAY), units: fc.integer({ min: 1, max: 2 }) });
    fc.assert(
      fc.property(fc.array(smallNeed, { minLength: 1, maxLength: 2 }), fc.array(arrival, { minLength: 1, maxLength: 3 }), (needs, arrivals) => {
        if (arrivals.reduce((sum, { units }) => sum + units, 0) > 4) return;
        const best = bruteForce(needs, arrivals);
        expect(Math.abs(mostRelief(needs, arrivals, 0, weights) - best)).toBeLessThanOrEqual(1e-9 * Math.max(1, best));
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});
