// The levels of equal cover, against their definition: no group can have more unless a group that has no more than it loses.

import { afterAll, expect, test } from 'vitest';
import { openBook } from '../planner/book.ts';
import { commodities, groups, type Group } from '../planner/commodities.ts';
import { equalLevels } from '../planner/levels.ts';
import { buildModel, SHARE_COLUMN, type Parts } from '../planner/model.ts';
import { network } from '../planner/network.ts';
import { randomProblem } from '../planner/random.fixture.ts';
import { timetable } from '../planner/timetable.ts';
import { highsSolver } from './highs.ts';

const solver = highsSolver();
afterAll(() => solver.close());

function partsOf(seed: number): Parts {
  const problem = randomProblem(seed);
  const table = timetable(problem);
  const wanted = groups(problem, 'equal-cover');
  const goods = commodities(problem, problem.supplies.map((supply) => supply.cartons));
  return { problem, table, book: openBook(table), groups: wanted, fixed: [], networks: goods.map((commodity) => network(problem, table, commodity, wanted, true)) };
}

/** The most that one group can have while every group of no higher level keeps its own. */
async function mostFor(parts: Parts, floors: ReadonlyMap<Group, number>, group: Group): Promise<number> {
  const { model, open, own } = buildModel(parts, { kind: 'levels' });
  const [rowLower, columnLower, cost] = [model.rowLower.slice(), model.columnLower.slice(), model.cost.slice()];
  for (const other of parts.groups) {
    rowLower[open.get(other) ?? -1] = -Infinity;
    if (other !== group && (floors.get(other) ?? 0) <= (floors.get(group) ?? 0)) columnLower[own.get(other) ?? -1] = Math.max(0, (floors.get(other) ?? 0) - 1e-8);
  }
  cost[SHARE_COLUMN] = 0;
  cost[own.get(group) ?? -1] = -1;
  return -(await solver.solve({ ...model, rowLower, columnLower, cost }, { relativeGap: 0, seed: 1 })).objective;
}

test.each([1, 2, 3, 5, 8, 13, 21, 34])('random problem %i: the levels are the lexicographic maximum', async (seed) => {
  const parts = partsOf(seed);
  const levels = await equalLevels(parts, solver, 1, undefined);
  if (!levels.ok) throw new Error(levels.error.limit);
  expect(levels.value.floors.size).toBe(parts.groups.length);
  for (const group of parts.groups) expect(await mostFor(parts, levels.value.floors, group), `${group.recipient.recipient} ${group.item.item}`).toBeCloseTo(levels.value.floors.get(group) ?? 0, 4);
});
