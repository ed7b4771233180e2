// How much of the approved plan people act on at an instant: what a plan that is asked to be steady would pay to change.

import type { PlanId } from '../../domain/ids.ts';
import { NO_DECISIONS } from '../../domain/plan/decisions.ts';
import { problemOf } from './problem.ts';
import type { Situation } from './situation.ts';
import { hoursAhead } from './steady.ts';

/** What a plan that is asked to be steady would be beside. */
export interface ActedOn {
  readonly plan: PlanId;
  readonly hours: number;
  readonly lines: number;
  readonly cartons: number;
}

/** @returns null where no plan was approved. */
export function actedOnIn(now: Situation): ActedOn | null {
  const { approved } = now.known;
  if (approved === null) return null;
  const hours = hoursAhead(now.operation, true);
  const { standing } = problemOf(now, NO_DECISIONS, hours).problem;
  return { plan: approved, hours, lines: standing.length, cartons: standing.reduce((sum, { cartons }) => sum + cartons, 0) };
}
