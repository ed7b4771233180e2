// The plan that holds floors of equal cover and relieves the most besides, as one program over the arcs of an instance: exact
// without charters, to a gap with them. Its bound is the solver's own, of the program with the floors as rows, and so a bound
// for every plan that holds them. Not here: what the floors are (equal-cover.ts).

import type { Charters } from '../charters/charters.ts';
import { buildInstance } from '../scan/build.ts';
import { waysOf } from '../scan/decompose.ts';
import { alone, Dual } from '../scan/dual.ts';
import type { ScanFound } from '../scan/engine.ts';
import { emptyLabels } from '../scan/labels.ts';
import type { Floors, ScanProblem } from '../scan/scan-problem.ts';
import type { Solver } from '../solver.ts';
import { arcProgram } from './arc-program.ts';

export interface Held extends ScanFound {
  /** By floor: euros that a unit less of it would relieve. */
  readonly floorPrices: Float64Array;
}

/** @param gap (bound − value) ÷ value at which a program with charters may stop. @returns null where the solver has no answer. */
export async function holding(problem: ScanProblem, floors: Floors, options: { readonly charters: Charters; readonly gap: number; readonly seed: number }, solver: Solver, watch?: Parameters<Solver['solve']>[2]): Promise<Held | null> {
  const instance = buildInstance(problem);
  const labels = emptyLabels(instance);
  const program = arcProgram(new Dual(instance, labels, alone(instance, labels)), { floors, charters: options.charters });
  const nothing = new Float64Array(instance.prices);
  if (program.model.cost.length === 0) return { value: 0, bound: 0, ways: [], flown: new Float64Array(0), prices: nothing, floorPrices: new Float64Array(floors.units.length) };
  const solved = await solver.solve(program.model, { relativeGap: options.gap, seed: options.seed, method: 'interior' }, watch);
  if (solved.status !== 'optimal' && solved.status !== 'feasible') return null;
  const { plan, prices, floorPrices, flown } = program.read(solved, nothing);
  return { value: -solved.objective, bound: -solved.bound, ways: [...waysOf(instance, plan)], flown, prices, floorPrices };
}
