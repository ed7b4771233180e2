// The frontier between equity, hours and cost: a few plans of the same problem, each solved to its optimum and gone over by
// the checker, from the most equal to the one that relieves most, and the cheaper and faster ways of being most equal.
// Not here: which of them to take.

import { POLICIES, type PlanFigures, type Policy } from '../domain/plan/plan.ts';
import { checkPlan } from './check.ts';
import { groupKey } from './commodities.ts';
import type { PlanningFailure } from './frozen.ts';
import { plan, type Planned } from './plan.ts';
import { inPart, type PlanWatch } from './progress.ts';
import type { PlanningProblem } from './problem.ts';
import { coveredShares } from './reasons.ts';
import type { Solver } from './solver.ts';
import { ok, type Result } from '../domain/result.ts';

export type FrontierPointName = 'most-equal' | 'equal-90' | 'equal-75' | 'equal-50' | 'most-relief' | 'equal-cheaper' | 'equal-faster';

export interface FrontierPoint extends Omit<PlanFigures, 'objective' | 'bound' | 'modelObjective'> {
  readonly point: FrontierPointName;
  /** Share of every level of equal cover that was held as a floor. */
  readonly equity: number;
  /** What the weights of cost and of delay were multiplied by. */
  readonly costTimes: number;
  readonly delayTimes: number;
  /** € under the weights of this point; its bound and gap go with it. */
  readonly objective: number;
  readonly bound: number;
  readonly modelObjective: number;
  /** Least covered share among the needs that can be reached in time. */
  readonly worstOff: number;
  readonly lines: number;
  readonly charters: number;
  /** Another point is as good in worst-off share, mean cover, hours and cost, and better in one. */
  readonly dominated: boolean;
  readonly check: { readonly ok: boolean; readonly violations: readonly string[] };
}

/** Where the plan of a policy stands among the points. */
export interface PolicyMark extends Pick<PlanFigures, 'coverage' | 'hours' | 'cost' | 'gap'> {
  readonly policy: Policy;
  /** Over the same needs as the points'. */
  readonly worstOff: number;
}

export interface Frontier {
  readonly points: readonly FrontierPoint[];
  readonly policies: readonly PolicyMark[];
}

const POINTS: readonly { readonly point: FrontierPointName; readonly equity: number; readonly costTimes: number; readonly delayTimes: number }[] = [
  { point: 'most-equal', equity: 1, costTimes: 1, delayTimes: 1 },
  { point: 'equal-90', equity: 0.9, costTimes: 1, delayTimes: 1 },
  { point: 'equal-75', equity: 0.75, costTimes: 1, delayTimes: 1 },
  { point: 'equal-50', equity: 0.5, costTimes: 1, delayTimes: 1 },
  { point: 'most-relief', equity: 0, costTimes: 1, delayTimes: 1 },
  { point: 'equal-cheaper', equity: 1, costTimes: 20, delayTimes: 1 },
  { point: 'equal-faster', equity: 1, costTimes: 0.05, delayTimes: 5 },
];

const PLANS = POINTS.length + POLICIES.length;

/** Plans every point and every policy; some seconds at reference size. */
export async function frontier(problem: PlanningProblem, seed: number, solver: Solver, watch?: PlanWatch): Promise<Result<Frontier, PlanningFailure>> {
  const points: FrontierPoint[] = [];
  for (const [index, { point, equity, costTimes, delayTimes }] of POINTS.entries()) {
    const weights = { ...problem.weights, costWeight: problem.weights.costWeight * costTimes, delayPerDay: problem.weights.delayPerDay * delayTimes };
    const weighed = { ...problem, weights };
    const planned = await plan(weighed, { policy: 'equal-cover', seed, gap: 0, equity }, solver, inPart(watch, index + 1, PLANS));
    if (!planned.ok) return planned;
    const { objective, bound, gap, relativeGap, modelObjective, coverage, hours, cost, co2Kg, lines, charters } = planned.value;
    const check = checkPlan(weighed, planned.value, 'equal-cover');
    points.push({
      point, equity, costTimes, delayTimes, objective, bound, gap, relativeGap, modelObjective, coverage, hours, cost, co2Kg,
      worstOff: worstOff(planned.value, unreachableIn(planned.value)), lines: lines.length, charters: charters.reduce((sum, { copies }) => sum + copies, 0), dominated: false, check: { ok: check.ok, violations: check.violations },
    });
  }
  const policies = await policyMarks(problem, seed, solver, watch);
  if (!policies.ok) return policies;
  return ok({ points: points.map((point) => ({ ...point, dominated: points.some((other) => beats(other, point)) })), policies: policies.value });
}

/** Equal cover comes first, and says which needs can be reached at all. */
async function policyMarks(problem: PlanningProblem, seed: number, solver: Solver, watch?: PlanWatch): Promise<Result<PolicyMark[], PlanningFailure>> {
  const marks: PolicyMark[] = [];
  let unreachable: ReadonlySet<string> | null = null;
  for (const [index, policy] of POLICIES.entries()) {
    const planned = await plan(problem, { policy, seed, gap: 0 }, solver, inPart(watch, POINTS.length + index + 1, PLANS));
    if (!planned.ok) return planned;
    unreachable ??= unreachableIn(planned.value);
    const { coverage, hours, cost, gap } = planned.value;
    marks.push({ policy, worstOff: worstOff(planned.value, unreachable), coverage, hours, cost, gap });
  }
  return ok(marks);
}

/** Needs that no departure reaches in time, by recipient and item. */
export const unreachableIn = ({ workings: { outcome } }: Planned): ReadonlySet<string> => new Set(outcome.unreachable.map(({ recipient, item }) => groupKey(recipient.recipient, item.item)));

/** Least covered share among the others; 1 where there is none. */
export const worstOff = ({ workings: { outcome } }: Planned, unreachable: ReadonlySet<string>): number =>
  Math.min(1, ...[...coveredShares(outcome)].flatMap(([{ recipient, item }, share]) => (unreachable.has(groupKey(recipient.recipient, item.item)) ? [] : [share])));

/** Differences below this are rounding. */
const DUST = 1e-9;

/** Less is better in all four. */
const marks = ({ worstOff: least, coverage, hours, cost }: FrontierPoint): readonly number[] => [-least, -coverage.mean, hours.median ?? 0, cost];

function beats(a: FrontierPoint, b: FrontierPoint): boolean {
  const [own, theirs] = [marks(a), marks(b)];
  return own.every((mark, which) => mark <= (theirs[which] ?? 0) + DUST) && own.some((mark, which) => mark < (theirs[which] ?? 0) - DUST);
}
