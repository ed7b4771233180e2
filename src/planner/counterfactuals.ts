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
import { phrase, type PhraseOf } from '../domain/phrase.ts';
import { english } from '../words/en/english.ts';
import { say } from '../words/say.ts';

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
  /** What is otherwise, in English: `Without departure T1`. */
  readonly what: string;
  /** Null where there is no such plan. */
  readonly delta: Delta | null;
  /** Solved to its optimum, and gone over by the checker. */
  readonly proven: boolean;
  readonly route: (RouteDifference & { readonly departures: readonly DepartureId[] }) | null;
  /** In English: `because`, said. */
  readonly reading: string;
  readonly because: PhraseOf<'then.none' | 'then.plan'>;
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
  const told = (because: Counterfactual['because'], delta: Delta | null, proven: boolean): Counterfactual => ({ kind, what: say(what, english), delta, proven, route, reading: say(because, english), because });
  if (!other.ok) return told(phrase('then.none', { what, limit: other.error.limit }), null, false);
  const delta = difference(base, other.value, asked);
  const clean = checkPlan(problem, other.value, options.policy).violations.length === 0;
  return told(reading(what, delta, route), delta, clean && isProven(base) && isProven(other.value));
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

/** Differences below these are not written: € and hours, shares of a need. */
const NOTHING = { euros: 0.005, share: 5e-4, hours: 0.05 };
const above = (least: number, n: number): number => (Math.abs(n) < least ? 0 : n);

/** `Without departure T1: the objective is €120.00 higher; the worst-off stay where they are; cost −€40.00; the last carton comes 12 hours later.` */
function reading(what: Alternative['what'], delta: Delta, route: RouteDifference | null): PhraseOf<'then.plan'> {
  const euros = (n: number): { euros: number } => ({ euros: above(NOTHING.euros, n) });
  const points = (n: number): { points: number } => ({ points: above(NOTHING.share, n) });
  return phrase('then.plan', {
    what,
    way: route === null ? null : phrase('then.way', { euros: euros(route.euros), later: { hours: above(NOTHING.hours, route.hours) } }),
    objective: euros(delta.objective),
    worst: points(delta.worstOff),
    need: points(delta.share),
    cost: euros(delta.cost),
    last: { hours: above(NOTHING.hours, delta.hoursLast ?? 0) },
  });
}
