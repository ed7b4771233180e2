// The checker's own count of pallet places on each run: by the part, or whole where the problem says so. Shares no code with the
// planner. Not here: what a run has room for (check.ts), what a place costs (check-figures.ts).

import type { DepartureId } from '../domain/ids.ts';
import type { PlanLine } from '../domain/plan/plan.ts';
import type { PlanningProblem } from './problem.ts';

/** A sum of parts of pallets that is above a whole number by less is that number. */
const ROUNDING = 1e-7;

/**
 * Pallet places by run. Whole: of all cartons that ride on to one recipient by the same runs to the end, at one temperature, the
 * pallets that they fill are added up, and the last is a whole place however little stands on it.
 */
export function placesByRun({ items, pallets }: PlanningProblem, lines: readonly PlanLine[]): Map<DepartureId, number> {
  const together = new Map<string, { run: DepartureId; pallets: number }>();
  for (const line of lines) {
    const item = items.get(line.item);
    if (item === undefined) continue;
    line.route.forEach((run, at) => {
      const key = JSON.stringify([line.recipient, item.temperature, ...line.route.slice(at)]);
      together.set(key, { run, pallets: (together.get(key)?.pallets ?? 0) + line.cartons / item.cartonsPerPallet });
    });
  }
  const places = new Map<DepartureId, number>();
  for (const each of together.values()) places.set(each.run, (places.get(each.run) ?? 0) + (pallets === 'whole' ? Math.ceil(each.pallets - ROUNDING) : each.pallets));
  return places;
}
