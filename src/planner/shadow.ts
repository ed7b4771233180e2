// What one more of each thing would take off the objective, as the engine found it: a view that prices and reasons read,
// whichever engine planned. Not here: what is said of them (prices.ts).

import type { LotId } from '../domain/ids.ts';
import type { Group } from './commodities.ts';
import type { PlanModel } from './model.ts';
import type { LinearModel, Solution } from './solver.ts';
import type { HandlingKey, Leg } from './timetable.ts';

/** Euros, never below 0. */
export interface Shadow {
  /** A kg, an m³, a pallet place of the leg; null: it cannot bind. */
  capacity(leg: Leg): readonly (number | null)[];
  /** A pallet of a place's handling on a day. */
  handling(key: HandlingKey): number;
  /** A carton of the lot, at each place and instant where it lies; empty: it is in nobody's way. */
  lot(lot: LotId): readonly number[];
  /** A unit at the recipient in time. */
  need(group: Group): number;
  /** A percentage point less of the group's floor. */
  floor(group: Group): number;
}

/** € that one more of a column would add to the objective at the prices of the rows; below 0: take off. */
export function reducedCost(model: LinearModel, duals: Float64Array, column: number): number {
  let reduced = model.cost[column] ?? 0;
  for (let at = model.starts[column] ?? 0; at < (model.starts[column + 1] ?? 0); at += 1) reduced -= (model.values[at] ?? 0) * (duals[model.rows[at] ?? -1] ?? 0);
  return reduced;
}

/** By the duals of the linear program that is left when the charters are fixed. */
export function shadowOf({ model, networks, rows }: PlanModel, { duals }: Pick<Solution, 'duals'>): Shadow {
  /** A row that limits from above has a dual of at most 0. */
  const relief = (row: number): number => Math.max(0, -(duals[row] ?? 0));
  /** A source whose goods only go on has no row of its own: its price is the reduced cost of what enters. */
  const enterPrice = (enter: number | null): number => (enter === null ? 0 : Math.max(0, -reducedCost(model, duals, enter)));
  return {
    capacity: (leg) => (rows.capacity.get(leg) ?? []).map((row) => (row === null ? null : relief(row))),
    handling: (key) => relief(rows.handling.get(key) ?? -1),
    lot: (lot) => networks.flatMap(({ events }) => events.flatMap(({ event, row, enter }) => (event.source?.lots.some(({ supply }) => supply.lot === lot) === true ? [row === null ? enterPrice(enter) : relief(row)] : []))),
    // The row of a need counts cartons of the item master; its dual is what one more of them, there and then, would relieve.
    need: (group) => Math.max(0, ...(rows.inTime.get(group) ?? []).map((row) => Math.abs(duals[row] ?? 0))) / group.item.unitsPerCarton,
    floor: (group) => Math.max(0, duals[rows.floors.get(group) ?? -1] ?? 0) / 100,
  };
}
