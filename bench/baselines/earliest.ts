// First come, first served: the most severe needs first, then in the order of the list; each filled as far as it goes, by
// the earliest way with room, a charter like any other departure. What a dispatcher does who has one day to answer.

import type { PlanningProblem } from '../../src/planner/problem.ts';
import { Dispatch, type BaselinePlan } from './dispatch.ts';

export function earliestFirst(problem: PlanningProblem): BaselinePlan {
  const dispatch = new Dispatch(problem);
  const severest = (needs: readonly { readonly severity: number }[]): number => Math.max(...needs.map(({ severity }) => severity));
  for (const group of dispatch.groups.toSorted((a, b) => severest(b.asked) - severest(a.asked) || a.index - b.index)) {
    while (dispatch.open(group) > 0) {
      const ways = dispatch.eligible(group).flatMap((supply) => { const way = dispatch.earliest(supply, group); return way === null ? [] : [{ supply, way }]; });
      const [first] = ways.toSorted((a, b) => a.way.arrives - b.way.arrives || a.supply - b.supply);
      if (first === undefined || dispatch.send(first.supply, group, first.way, Infinity) === 0) break;
    }
  }
  return dispatch.plan();
}
