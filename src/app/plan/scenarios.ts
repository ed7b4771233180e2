// How a plan fares if the need is at the low or at the high end of what is known of it: the same shipments held against the other
// demand, and, where somebody asks for it, what the best plan for that demand would have done.

import type { PlanLine } from '../../domain/plan/plan.ts';
import { fareOf, type Fare } from '../../planner/fares.ts';
import { plan, type PlanOptions } from '../../planner/plan.ts';
import type { PlanningProblem } from '../../planner/problem.ts';
import { inPart, type PlanWatch } from '../../planner/progress.ts';
import type { Solver } from '../../planner/solver.ts';
import { demandIn } from '../need/demand.ts';
import { netNeeds } from './needs.ts';
import type { Situation } from './situation.ts';

const SCENARIOS = ['low', 'central', 'high'] as const;

export interface ScenarioFare extends Fare {
  /** Which end of the demand's band. A plan is made for the central one. */
  readonly scenario: (typeof SCENARIOS)[number];
  /** What the best plan for that need does; null: nobody asked, or what people froze leaves no plan. */
  readonly replanned: Fare | null;
}

/** Milliseconds: nothing is planned anew. */
export function faresOf(now: Situation, lines: readonly PlanLine[]): ScenarioFare[] {
  const demand = demandIn(now);
  return SCENARIOS.map((scenario) => ({ scenario, ...fareOf(netNeeds(now, demand, scenario), lines), replanned: null }));
}

/** The problem with each need in turn, planned on the same terms: seconds. */
export async function faresReplanned(now: Situation, lines: readonly PlanLine[], problem: PlanningProblem, terms: PlanOptions, solver: Solver, watch?: PlanWatch): Promise<ScenarioFare[]> {
  const demand = demandIn(now);
  const fares: ScenarioFare[] = [];
  for (const [part, scenario] of SCENARIOS.entries()) {
    const needs = netNeeds(now, demand, scenario);
    const held = fareOf(needs, lines);
    const best = scenario === 'central' ? null : await plan({ ...problem, needs }, terms, solver, inPart(watch, part + 1, SCENARIOS.length));
    fares.push({ scenario, ...held, replanned: best === null ? held : best.ok ? fareOf(needs, best.value.lines) : null });
  }
  return fares;
}
