// The known name that somebody most likely meant: for "did you mean …?" beside a refusal. Never used to accept a value.
// Edit distance by Levenshtein (1966), as the package fastest-levenshtein computes it.

import { distance } from 'fastest-levenshtein';

/** How many edits still make a suggestion helpful: short codes (P1, P2) differ by one character on purpose. */
const edits = (length: number): number => (length <= 2 ? 0 : length <= 4 ? 1 : length <= 8 ? 2 : 3);

const letters = (word: string): string => Array.from(word).toSorted().join('');

/** Edit distance, except that the same letters in another order count as one slip: `itme` for `item`. */
const slips = (a: string, b: string): number => (a !== b && letters(a) === letters(b) ? 1 : distance(a, b));

/**
 * The known value closest to `value`, ignoring case and surrounding space; null where none is close. Among equally close
 * ones the first in the order given. O(known × length²).
 */
export function nearest(value: string, known: Iterable<string>): string | null {
  const sought = value.trim().toLowerCase();
  let best: string | null = null;
  let fewest = edits(sought.length) + 1;
  for (const candidate of known) {
    const apart = slips(sought, candidate.toLowerCase());
    if (apart < fewest) [best, fewest] = [candidate, apart];
  }
  return best;
}
