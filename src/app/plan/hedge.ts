// Hedge: the operation at an instant → plans with more and more time in hand, each carried out in the same scenarios of need and delay.

import type { Fact } from '../../domain/facts.ts';
import type { PlanFigures, PlanLine, Policy } from '../../domain/plan/plan.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { PlanWatch } from '../../planner/progress.ts';
import { robust, type Hedged } from '../../planner/uncertainty/robust.ts';
import { scenarios } from '../../planner/uncertainty/outlook.ts';
import type { Fares } from '../../planner/uncertainty/simulate.ts';
import type { Failure } from '../failure.ts';
import { operationOf, whenOf } from '../journal.ts';
import { outlookOf } from './outlook.ts';
import { problemOf } from './problem.ts';
import { DEFAULTS, type Tools } from './propose.ts';
import { situation } from './situation.ts';

export interface HedgeAsk {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly policy?: Policy | undefined;
  /** How many ways that things may come each plan is carried out in. */
  readonly scenarios?: number | undefined;
  readonly seed?: number | undefined;
}

export interface HedgedPlan extends Pick<PlanFigures, 'coverage' | 'hours' | 'cost' | 'co2Kg'> {
  /** Share of all runs that are in time within the time kept in hand at every handover; null: none is kept. */
  readonly inHand: number | null;
  readonly lines: number;
  /** Share of the cartons whose way is another than in the plan without time in hand. */
  readonly otherWay: number;
  readonly fares: Fares;
  readonly check: { readonly ok: boolean; readonly violations: readonly string[] };
  readonly best: boolean;
}

export interface HedgeReport {
  readonly operation: string;
  readonly asOf: Instant;
  readonly policy: Policy;
  readonly seed: number;
  readonly plans: readonly HedgedPlan[];
}

export const SCENARIOS = 200;

export async function hedge(journal: readonly Fact[], ask: HedgeAsk, { solver, clock }: Tools, watch?: PlanWatch): Promise<Result<HedgeReport, Failure>> {
  const operation = operationOf(journal);
  const when = whenOf(operation, ask, clock);
  if (!when.ok) return when;
  const { policy = DEFAULTS.policy, seed = DEFAULTS.seed } = ask;
  const now = situation(journal, when.value);
  const { problem } = problemOf(now);
  const found = await robust(problem, { policy, seed, gap: DEFAULTS.gap }, outlookOf(now), scenarios(ask.scenarios ?? SCENARIOS, seed), solver, watch);
  if (!found.ok) return err({ code: 'planning-failed', message: found.error.limit, remedy: found.error.remedy });
  const { plans, best } = found.value;
  return ok({ operation: operation.id, asOf: problem.asOf, policy, seed, plans: plans.map((it) => shown(it, plans[0]?.lines ?? [], it === best)) });
}

const shown = ({ inHand, lines, check, fares }: Hedged, plain: readonly PlanLine[], best: boolean): HedgedPlan => ({
  inHand, lines: lines.length, otherWay: otherWay(lines, plain), fares, check: { ok: check.ok, violations: check.violations }, best,
  coverage: check.figures.coverage, hours: check.figures.hours, cost: check.figures.cost, co2Kg: check.figures.co2Kg,
});

function otherWay(lines: readonly PlanLine[], plain: readonly PlanLine[]): number {
  const left = new Map<string, number>();
  const keyOf = ({ item, recipient, route }: PlanLine): string => [item, recipient, ...route].join(' ');
  for (const line of plain) left.set(keyOf(line), (left.get(keyOf(line)) ?? 0) + line.cartons);
  let [same, all] = [0, 0];
  for (const line of lines) {
    const here = Math.min(line.cartons, left.get(keyOf(line)) ?? 0);
    left.set(keyOf(line), (left.get(keyOf(line)) ?? 0) - here);
    same += here;
    all += line.cartons;
  }
  return all === 0 ? 0 : 1 - same / all;
}
