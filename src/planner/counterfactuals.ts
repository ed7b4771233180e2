// Counterfactuals: each alternative is planned like the plan itself, levels and all, and set beside it. Nothing is
// estimated from prices. Not here: which alternatives there are (alternatives.ts).

import type { DepartureId, ItemCode, RecipientId } from '../domain/ids.ts';
import type { Alternative, AlternativeKind, RouteDifference } from './alternatives.ts';
import { checkPlan } from './check.ts';
import { groupKey } from './commodities.ts';
import { plan, type Planned, type PlanOptions } from './plan.ts';
import type { PlanWatch } from './progress.ts';
import { coveredShares } from './reasons.ts';
import type { Solver } from './solver.ts';
import { euros, percent } from './wording.ts';

/** The other plan less this one. */
export interface Delta {
  /** € of the model's optimum, cartons continuous: proven where `proven` says so. */
  readonly objective: number;
  /** Of the plans with whole cartons: € of the objective, */
  readonly planObjective: number;
  /** least covered share among the needs that this plan can reach in time, */
  readonly worstOff: number;
  /** covered share of the need asked about, */
  readonly share: number;
  /** mean covered share, */
  readonly meanCover: number;
  /** € of transport and charters, */
  readonly cost: number;
  /** hours to the middle carton and to the last; null where one plan sends nothing. */
  readonly hoursMedian: number | null;
  readonly hoursLast: number | null;
}

export interface Counterfactual {
  readonly kind: AlternativeKind;
  readonly what: string;
  /** Null where there is no such plan. */
  readonly delta: Delta | null;
  /** Solved to its optimum, and gone over by the checker. */
  readonly proven: boolean;
  readonly route: (RouteDifference & { readonly departures: readonly DepartureId[] }) | null;
  readonly reading: string;
}

/** What is between a bound and an optimum that is proven. */
const PROVEN = 1e-6;

interface Asked {
  readonly recipient: RecipientId;
  readonly item: ItemCode;
}

export async function counterfactual(alternative: Alternative, base: Planned, asked: Asked, options: PlanOptions, solver: Solver, watch?: PlanWatch): Promise<Counterfactual> {
  const { kind, what, route, problem } = alternative;
  const other = await plan(problem, options, solver, watch);
  if (!other.ok) return { kind, what, delta: null, proven: false, route, reading: `${what} there is no plan: ${other.error.limit}.` };
  const delta = difference(base, other.value, asked);
  const clean = checkPlan(problem, other.value, options.policy).violations.length === 0;
  return { kind, what, delta, proven: clean && isProven(base) && isProven(other.value), route, reading: reading(what, delta, route) };
}

const isProven = ({ modelObjective, bound, objective }: Planned): boolean => Math.min(modelObjective, objective) - bound <= PROVEN * Math.max(1, Math.abs(modelObjective));

function difference(base: Planned, other: Planned, { recipient, item }: Asked): Delta {
  const [mine, theirs] = [sharesOf(base), sharesOf(other)];
  const reached = new Set(mine.keys());
  for (const { recipient: unreached, item: its } of base.workings.outcome.unreachable) reached.delete(groupKey(unreached.recipient, its.item));
  const least = (shares: ReadonlyMap<string, number>): number => Math.min(1, ...[...reached].map((key) => shares.get(key) ?? 0));
  const share = (shares: ReadonlyMap<string, number>): number => shares.get(groupKey(recipient, item)) ?? 0;
  return {
    objective: other.modelObjective - base.modelObjective,
    planObjective: other.objective - base.objective,
    worstOff: least(theirs) - least(mine),
    share: share(theirs) - share(mine),
    meanCover: other.coverage.mean - base.coverage.mean,
    cost: other.cost - base.cost,
    hoursMedian: between(other.hours.median, base.hours.median),
    hoursLast: between(other.hours.last, base.hours.last),
  };
}

const between = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

const sharesOf = ({ workings: { outcome } }: Planned): Map<string, number> => new Map([...coveredShares(outcome)].map(([{ recipient, item }, share]) => [groupKey(recipient.recipient, item.item), share]));

/** `Without departure T1 the objective is €120.00 higher; the worst-off stay where they are; cost −€40.00; the last carton comes 12 h later.` */
function reading(what: string, delta: Delta, route: RouteDifference | null): string {
  const way = route === null ? [] : [`the way itself costs ${signed(route.euros, euros)} and arrives ${hours(route.hours)}`];
  const objective = Math.abs(delta.objective) < 0.005 ? 'the objective is the same' : `the objective is ${euros(Math.abs(delta.objective))} ${delta.objective > 0 ? 'higher' : 'lower'}`;
  const worst = Math.abs(delta.worstOff) < 5e-4 ? 'the worst-off stay where they are' : `the worst-off have ${points(delta.worstOff)}`;
  const share = Math.abs(delta.share) < 5e-4 ? 'so does this need' : `this need has ${points(delta.share)}`;
  const last = delta.hoursLast === null || Math.abs(delta.hoursLast) < 0.05 ? [] : [`the last carton comes ${hours(delta.hoursLast)}`];
  const parts = [...way, objective, worst, share === 'so does this need' && worst !== 'the worst-off stay where they are' ? 'this need stays where it is' : share, `cost ${signed(delta.cost, euros)}`, ...last];
  return `${what}: ${parts.join('; ')}.`;
}

const signed = (n: number, text: (n: number) => string): string => (Math.abs(n) < 0.005 ? '± €0' : `${n > 0 ? '+' : '−'}${text(Math.abs(n))}`);
const hours = (n: number): string => (Math.abs(n) < 0.05 ? 'at the same hour' : `${Math.abs(n).toFixed(1)} h ${n > 0 ? 'later' : 'earlier'}`);
const points = (share: number): string => (Math.abs(share) >= 0.01 ? `${percent(Math.abs(share))} of need ${share > 0 ? 'more' : 'less'}` : `${(Math.abs(share) * 100).toFixed(2)} % of need ${share > 0 ? 'more' : 'less'}`);
