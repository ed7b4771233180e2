// Levels of equal cover the plain way: one program for each level over a complete model, then one for each group at it. Slow.

import type { Groups } from '../planner/equal/demand.ts';
import type { LinearModel, Solver } from '../planner/solver.ts';

const NEAR = 1e-7;

/** @param model of `askingProblem` with all shares 1: its segment rows `k` are the groups' windows. @returns by group */
export async function levelsByPrograms(model: LinearModel, groups: Groups, solver: Solver): Promise<Float64Array> {
  const windowRows = [...model.rowNames.keys()].filter((row) => model.rowNames[row]?.startsWith('k') === true);
  const groupOf = new Map<number, number>();
  for (let group = 0; group < groups.count; group += 1) for (const row of windowRows.slice(groups.start[group], groups.start[group + 1])) groupOf.set(row, group);
  const floors = new Float64Array(groups.count);
  const settled = new Uint8Array(groups.count);
  while (settled.includes(0)) {
    const open = [...settled.keys()].filter((group) => settled[group] === 0);
    const level = await most(new Set(open));
    let any = false;
    for (const group of open) floors[group] = Math.max(0, level - NEAR);
    for (const group of open) {
      if (level < 1 - NEAR && (await most(new Set([group]))) > level + 10 * NEAR) continue;
      settled[group] = 1;
      any = true;
    }
    if (!any) throw new Error('a level settles nobody');
  }
  return floors;

  /** The most that these groups can all have while the others keep their floors. */
  async function most(rising: ReadonlySet<number>): Promise<number> {
    const columns = model.cost.length;
    const rows = model.rowLower.length;
    const [starts, list, values] = [[0], [] as number[], [] as number[]];
    for (let column = 0; column < columns; column += 1) {
      for (let at = model.starts[column] as number; at < (model.starts[column + 1] as number); at += 1) {
        list.push(model.rows[at] as number);
        values.push(model.values[at] as number);
        const group = groupOf.get(model.rows[at] as number);
        if (group === undefined || (model.cost[column] as number) === 0) continue;
        list.push(rows + group);
        values.push((model.values[at] as number) / (groups.need[group] as number));
      }
      starts.push(list.length);
    }
    for (const group of rising) {
      list.push(rows + group);
      values.push(-1);
    }
    starts.push(list.length);
    const program: LinearModel = {
      columnNames: [...model.columnNames, 't'], rowNames: [...model.rowNames, ...Array.from(floors, (_, group) => `g${group}`)],
      cost: Float64Array.from({ length: columns + 1 }, (_, column) => (column === columns ? -1 : 0)),
      columnLower: Float64Array.of(...model.columnLower, 0), columnUpper: Float64Array.of(...model.columnUpper, 1),
      rowLower: Float64Array.of(...model.rowLower, ...Array.from(floors, (floor, group) => (rising.has(group) ? 0 : Math.max(0, floor - NEAR)))),
      rowUpper: Float64Array.of(...model.rowUpper, ...new Float64Array(groups.count).fill(Infinity)),
      starts: Int32Array.from(starts), rows: Int32Array.from(list), values: Float64Array.from(values), integer: new Uint8Array(columns + 1),
    };
    const solved = await solver.solve(program, { relativeGap: 0, seed: 1 });
    if (solved.status !== 'optimal') throw new Error(`a level is ${solved.status}`);
    return solved.columns[columns] as number;
  }
}
