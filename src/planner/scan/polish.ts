// From the scan's prices to any gap that is asked for: the program of what is near the best at these prices is solved exactly;
// its duals, mixed with the prices at hand, give a better bound; what they bring near joins the program; and so on.
// Source: column generation with reduced costs, here over whole rides at once.

import type { Basis, SolveOptions, Solver } from '../solver.ts';
import { carriedBasis } from './carried-basis.ts';
import type { Dual } from './dual.ts';
import { reducedCosts } from './reduced.ts';
import { keepNear, nothingKept, restrictedModel, type Numbers } from './restricted.ts';
import { planValue, type ScanAnswer } from './scan.ts';

export interface PolishOptions {
  /** (bound − value) ÷ bound to stop at. */
  readonly gap: number;
  readonly seed: number;
  /** How the first program is solved; the others go on from its basis. */
  readonly method?: SolveOptions['method'];
  /** How near to the best a way must be to be kept, round by round, as shares of what a kg of need is worth. */
  readonly within?: readonly number[];
}

const WITHIN = [0.006, 0.002, 0.001, 0.001] as const;
/** How far to go from the prices at hand to the program's, in search of the best bound. */
const MIXTURES = [0.02, 0.05, 0.1, 0.2, 0.35, 0.55, 0.8, 1] as const;

/** @param answer of the scan. @returns one that is at least as good, and at the gap if the rounds were enough. */
export async function polish(dual: Dual, answer: ScanAnswer, options: PolishOptions, solver: Solver, signal?: AbortSignal): Promise<ScanAnswer> {
  const { instance } = dual;
  const kept = nothingKept(instance);
  let best = answer;
  let prices = answer.prices;
  let before: { readonly numbers: Numbers; readonly basis: Basis } | null = null;
  for (const within of options.within ?? WITHIN) {
    if (best.gap <= options.gap) break;
    for (const near of prices === best.prices ? [prices] : [prices, best.prices]) keepNear(instance, reducedCosts(dual, near).reduced, within * instance.scale, kept);
    const restricted = restrictedModel(dual, kept);
    if (restricted.model.cost.length === 0) break;
    const start = before === null ? { method: options.method ?? 'interior' } : { start: carriedBasis(before.numbers, before.basis, restricted.numbers) };
    const solution = await solver.solve(restricted.model, { relativeGap: 0, seed: options.seed, ...start }, signal === undefined ? undefined : { signal });
    if (solution.status !== 'optimal') return best;
    before = solution.basis === null ? null : { numbers: restricted.numbers, basis: solution.basis };
    const found = restricted.read(solution, best.prices);
    const value = planValue(instance, found.plan);
    if (value > best.value) best = { ...best, value, plan: found.plan };
    best = mixed(dual, best, found.prices);
    prices = found.prices;
  }
  return best;
}

/** The best bound on the line between the prices at hand and others. */
function mixed(dual: Dual, best: ScanAnswer, others: Float64Array): ScanAnswer {
  let [bound, prices] = [best.bound, best.prices];
  for (const part of MIXTURES) {
    const between = best.prices.map((price, index) => price + part * ((others[index] as number) - price));
    const reached = dual.bound(between);
    if (reached < bound) [bound, prices] = [reached, between];
  }
  return { ...best, bound, prices, gap: bound > 0 ? Math.max(0, bound - best.value) / bound : 0 };
}
