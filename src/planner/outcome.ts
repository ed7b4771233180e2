// What planning has come to, before it is put into lines and words: the common ground of lines, reasons and shortfalls.

import type { Policy } from '../domain/plan/plan.ts';
import type { Book } from './book.ts';
import type { Booked } from './cartons.ts';
import type { Commodity, Group } from './commodities.ts';
import type { Delivery } from './figures.ts';
import type { FixedLine } from './frozen.ts';
import type { PlanningProblem } from './problem.ts';
import type { Leg, Timetable } from './timetable.ts';

export interface Outcome {
  readonly problem: PlanningProblem;
  readonly table: Timetable;
  readonly policy: Policy;
  readonly groups: readonly Group[];
  /** What frozen lines leave of the supplies. */
  readonly commodities: readonly Commodity[];
  /** Covered shares that equal cover settled; empty under other policies. */
  readonly floors: ReadonlyMap<Group, number>;
  readonly unreachable: readonly Group[];
  /** How far a floor is below its level, at most; 0 where levels are exact. */
  readonly delta: number;
  readonly booked: readonly Booked[];
  readonly fixed: readonly FixedLine[];
  /** Booked and frozen. */
  readonly deliveries: readonly Delivery[];
  /** What is left of runs and handling when everything is booked. */
  readonly book: Book;
  /** May goods ride on this leg? False for charters that stay closed. */
  readonly opens: (leg: Leg) => boolean;
}
