// What a finished plan says of its pallets: on each departure, what goes on together, its places and how much of them is filled.
// Not here: what is said of a line (reasons.ts).

import { itemOf } from '../commodities.ts';
import { consignments } from '../consignments.ts';
import type { PlanningProblem } from '../problem.ts';
import type { Timetable } from '../timetable.ts';
import type { PlanLine, PlanPallets } from '../../domain/plan/plan.ts';

/** @returns null where pallets are counted by the part. */
export function palletsOf(problem: PlanningProblem, table: Timetable, lines: readonly PlanLine[]): PlanPallets[] | null {
  if (problem.pallets !== 'whole') return null;
  const cargo = lines.map(({ line, recipient, item, cartons, route }) => ({ line, recipient, item: itemOf(problem, item), cartons, legs: route.flatMap((run) => table.byId.get(run) ?? []) }));
  return consignments(cargo).map(({ leg, recipient, cargo: these, places, parts }) => ({ departure: leg.run.id, recipient, lines: these.map(({ line }) => line), places, filled: parts }));
}
