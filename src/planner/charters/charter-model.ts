// The problem with charters as one mixed program for other solvers: the complete model, with an integer column for each
// charter that gives its capacities their room. Shares nothing with the choosing.

import type { LinearModel } from '../solver.ts';
import { completeModel } from '../scan/complete-model.ts';
import type { Floors, ScanProblem } from '../scan/scan-problem.ts';
import { roomsOf, type Charters } from './charters.ts';

/** @param base euros that are there whatever is planned. */
export function charterModel(problem: ScanProblem, charters: Charters, base = 0, floors?: Floors): LinearModel {
  const model = completeModel(problem, base, floors);
  const { start, capacity, room } = roomsOf(problem, charters);
  const capacityRows = [...model.rowNames.keys()].filter((row) => model.rowNames[row]?.startsWith('c') === true);
  const rowUpper = model.rowUpper.slice();
  const rows = Int32Array.from(capacity, (of) => capacityRows[of] as number);
  for (const row of rows) rowUpper[row] = 0;
  const first = model.cost.length;
  const added = <T extends Float64Array | Int32Array | Uint8Array>(list: T, more: ArrayLike<number>): T => {
    const all = new (list.constructor as new (length: number) => T)(list.length + more.length);
    all.set(list);
    all.set(more, list.length);
    return all;
  };
  const zeros = new Float64Array(charters.count);
  return {
    ...model, rowUpper,
    columnNames: [...model.columnNames, ...Array.from(zeros, (_, charter) => `z${first + charter}`)],
    cost: added(model.cost, charters.cost), columnLower: added(model.columnLower, zeros), columnUpper: added(model.columnUpper, charters.most),
    integer: added(model.integer, zeros.map(() => 1)),
    starts: added(model.starts, Int32Array.from(start.subarray(1), (end) => model.rows.length + end)),
    rows: added(model.rows, rows), values: added(model.values, room.map((each) => -each)),
  };
}
