// What the use cases about people work with.

import type { Clock, Store } from '../ports.ts';
import type { Randomness, Roster, Sessions } from './roster.ts';

export interface PeopleTools {
  readonly roster: Roster;
  readonly sessions: Sessions;
  readonly store: Store;
  readonly clock: Clock;
  readonly randomness: Randomness;
}
