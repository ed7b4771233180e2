// The hub's board: everything that the people at the hub look at, at an instant, in one answer.

import type { Instant } from '../../domain/time.ts';
import type { Situation } from '../plan/situation.ts';
import { arrivalsOf, type Arrival } from './arrivals.ts';
import { handlingAhead, type HandlingAhead } from './handling-load.ts';
import { openQuestions, type OpenQuestion } from './questions.ts';
import { recallsOf, type Recall } from './recalls.ts';
import { stockOf, type LotInStock } from './stock.ts';

export interface HubBoard {
  readonly operation: string;
  readonly hub: string;
  readonly asOf: Instant;
  readonly arrivals: readonly Arrival[];
  readonly stock: readonly LotInStock[];
  readonly questions: readonly OpenQuestion[];
  readonly handling: HandlingAhead | null;
  readonly recalls: readonly Recall[];
}

export const boardOf = (now: Situation): HubBoard => ({
  operation: now.operation.id,
  hub: now.operation.hub,
  asOf: now.asOf,
  arrivals: arrivalsOf(now),
  stock: stockOf(now),
  questions: openQuestions(now),
  handling: handlingAhead(now, now.operation.hub),
  recalls: recallsOf(now),
});
