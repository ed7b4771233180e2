// Departures that people forbid, as the planner sees them: for each lot and recipient the runs that its goods may not take.
// Frozen lines stand against a prohibition of their own lot for their own recipient, since that is how a line is capped.

import type { DepartureId, LotId, RecipientId } from '../domain/ids.ts';
import type { PlanningProblem } from './problem.ts';

/** Runs that goods of a lot may not take on their way to a recipient. */
export function forbiddenRuns({ forbidden }: Pick<PlanningProblem, 'forbidden'>, lot: LotId, recipient: RecipientId): ReadonlySet<DepartureId> {
  return new Set(forbidden.flatMap((each) => ((each.recipient ?? recipient) === recipient && (each.lot ?? lot) === lot ? [each.run] : [])));
}

/** Is this run forbidden to a frozen line? A cap on its very lot and recipient is not meant for it. */
export const forbidsFrozen = ({ forbidden }: Pick<PlanningProblem, 'forbidden'>, run: DepartureId, lot: LotId, recipient: RecipientId): boolean =>
  forbidden.some((each) => each.run === run && (each.recipient ?? recipient) === recipient && (each.lot ?? lot) === lot && (each.recipient === null || each.lot === null));
