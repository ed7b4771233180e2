// What the use cases about alerts work with.

import type { Desk } from '../desk.ts';
import type { PeopleTools } from '../people/tools.ts';
import type { Clock } from '../ports.ts';
import type { AlertBook } from './book.ts';
import type { Chance, Courier } from './courier.ts';

export interface AlertTools {
  /** The whole one, of nobody in particular. */
  readonly desk: Desk;
  readonly book: AlertBook;
  readonly courier: Courier;
  readonly chance: Chance;
  readonly clock: Clock;
  /** Null without accounts. */
  readonly people: PeopleTools | null;
  /** The address that people type, for the links in messages. */
  readonly home: () => string;
}
