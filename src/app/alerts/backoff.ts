// How long to wait before a message is tried again: four times as long each time, spread by chance so that many do not knock at
// the same moment. After the last try it is a dead letter, and a person decides.

import { plusMinutes, type Instant } from '../../domain/time.ts';

/** Spread over about half a day. */
export const MOST_TRIES = 8;
const FIRST_SECONDS = 10;
const FACTOR = 4;
const MOST_SECONDS = 6 * 60 * 60;

/** `tries`: how often it was tried already, from 1. `chance`: from 0 up to 1. */
export function nextTry(now: Instant, tries: number, chance: number): Instant {
  const seconds = Math.min(MOST_SECONDS, FIRST_SECONDS * FACTOR ** (tries - 1));
  return plusMinutes(now, (seconds * (0.5 + chance)) / 60);
}
