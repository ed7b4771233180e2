// The spreadsheet: each lot is split over those who may have it in proportion to what they ask for, in whole cartons by the
// largest remainder; each share goes by the earliest ways with room. What finds no way stays where it is: a spreadsheet
// gives it to nobody else.

import type { PlanningProblem } from '../../src/planner/problem.ts';
import type { Group } from '../../src/planner/commodities.ts';
import { Dispatch, type BaselinePlan } from './dispatch.ts';

export function proportionalSplit(problem: PlanningProblem): BaselinePlan {
  const dispatch = new Dispatch(problem);
  for (const [index, supply] of problem.supplies.entries()) {
    const asking = dispatch.groups.filter((group) => dispatch.open(group) > 0 && dispatch.eligible(group).includes(index));
    for (const [group, cartons] of shares(asking, supply.cartons)) {
      for (let rest = cartons; rest > 0; ) {
        const way = dispatch.earliest(index, group);
        const sent = way === null ? 0 : dispatch.send(index, group, way, rest);
        if (sent === 0) break;
        rest -= sent;
      }
    }
  }
  return dispatch.plan();
}

/** Whole cartons in proportion to need, by the largest remainder; ties in the order of the list. */
function shares(asking: readonly Group[], cartons: number): Map<Group, number> {
  const asked = asking.reduce((sum, { units }) => sum + units, 0);
  const exact = asking.map((group) => ({ group, share: asked === 0 ? 0 : (cartons * group.units) / asked }));
  const whole = new Map(exact.map(({ group, share }) => [group, Math.floor(share)]));
  let rest = asked === 0 ? 0 : cartons - [...whole.values()].reduce((sum, each) => sum + each, 0);
  for (const { group } of exact.toSorted((a, b) => (b.share % 1) - (a.share % 1) || a.group.index - b.group.index)) {
    if (rest-- <= 0) break;
    whole.set(group, (whole.get(group) ?? 0) + 1);
  }
  return whole;
}
