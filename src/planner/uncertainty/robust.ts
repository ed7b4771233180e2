// A plan that hedges: the problem is planned several times with more and more time in hand at every handover, and each plan is carried
// out in the same scenarios. The one whose worst tenth fares best is taken. What the time in hand costs is told beside it.
// Not a stochastic program: the plans are few, and the best of them is the best of these.

import { epochMs, instantFromMs } from '../../domain/time.ts';
import { readyAt } from '../../domain/places.ts';
import type { PlanLine } from '../../domain/plan/plan.ts';
import { invariant, ok, type Result } from '../../domain/result.ts';
import { checkPlan, type PlanCheck } from '../check.ts';
import { plan, type Planned, type PlanningFailure, type PlanOptions } from '../plan.ts';
import type { PlanningProblem, Run } from '../problem.ts';
import { inPart, type PlanWatch } from '../progress.ts';
import type { Solver } from '../solver.ts';
import { placeOf } from '../timetable.ts';
import type { Outlook, Scenario } from './outlook.ts';
import { fares, type Fares } from './simulate.ts';

/** Shares of all runs that are in time within the time in hand; null: none is kept. */
export const IN_HAND = [null, 0.75, 0.9, 0.97] as const;

export interface Hedged {
  readonly inHand: (typeof IN_HAND)[number];
  /** Its lines' hours are those of the timetable. Its figures are the checker's, of the problem as it is. */
  readonly lines: readonly PlanLine[];
  readonly planned: Planned;
  readonly check: PlanCheck;
  readonly fares: Fares;
}

export interface Robust {
  /** By rising time in hand; the first is the plan that keeps none. */
  readonly plans: readonly Hedged[];
  readonly best: Hedged;
}

export async function robust(problem: PlanningProblem, options: PlanOptions, outlook: Outlook, drawn: readonly Scenario[], solver: Solver, watch?: PlanWatch): Promise<Result<Robust, PlanningFailure>> {
  const plans: Hedged[] = [];
  for (const [part, inHand] of IN_HAND.entries()) {
    const from = plans[0]?.planned.prices ?? options.from;
    const planned = await plan(inHand === null ? problem : withTimeInHand(problem, outlook, inHand), { ...options, ...(from !== undefined && { from }) }, solver, inPart(watch, part + 1, IN_HAND.length));
    if (!planned.ok) return planned;
    const lines = planned.value.lines.map((line) => retimed(problem, line));
    plans.push({ inHand, lines, planned: planned.value, check: checkPlan(problem, { ...planned.value, lines }, options.policy), fares: fares(problem, lines, outlook, drawn) });
  }
  const [first] = plans;
  invariant(first !== undefined, 'there is a plan without time in hand');
  return ok({ plans, best: plans.reduce((best, it) => (isBetter(it.fares, best.fares) ? it : best), first) });
}

/** Differences below this are noise of few scenarios. */
const DUST = 1e-9;
const isBetter = (a: Fares, b: Fares): boolean => a.worstTenth.mean > b.worstTenth.mean + DUST || (a.worstTenth.mean > b.worstTenth.mean - DUST && a.expected.mean > b.expected.mean + DUST);

/** Runs arrive, and supplies come, as late as that share of them is at most. What is frozen stays as it is: its hours are people's. */
function withTimeInHand(problem: PlanningProblem, outlook: Outlook, share: number): PlanningProblem {
  const frozen = new Set(problem.frozen.flatMap(({ route }) => route));
  const later = (run: Run): Run => {
    const hours = frozen.has(run.id) ? 0 : Math.max(0, outlook.hoursLate(run, share));
    return hours === 0 ? run : { ...run, arrivesAt: instantFromMs(Math.round(epochMs(run.arrivesAt) + hours * 3_600_000)) };
  };
  return {
    ...problem,
    runs: problem.runs.map(later),
    supplies: problem.supplies.map((supply) => ({ ...supply, availableAt: instantFromMs(Math.round(epochMs(supply.availableAt) + Math.max(0, outlook.supplyHoursLate(supply, share)) * 3_600_000)) })),
  };
}

/** The line with the hours of the timetable: what was kept in hand is not in them. */
function retimed(problem: PlanningProblem, line: PlanLine): PlanLine {
  const last = problem.runs.find(({ id }) => id === line.route.at(-1));
  return last === undefined ? line : { ...line, arrives: readyAt(placeOf(problem, last.to), last.arrivesAt, last.mode) };
}
