// What if: the operation as it stands, and as it would be with some changes, both planned whole and laid side by side. Nothing is
// written: a link that carries the changes asks the same question again.

import type { Fact } from '../../domain/facts.ts';
import type { PlanFigures, PlanProposed } from '../../domain/plan/plan.ts';
import type { Change } from '../../domain/plan/what-if.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { checkPlan } from '../../planner/check.ts';
import { plan, type Planned } from '../../planner/plan.ts';
import type { PlanningProblem } from '../../planner/problem.ts';
import { inPart, type PlanWatch } from '../../planner/progress.ts';
import type { Solver } from '../../planner/solver.ts';
import type { Failure } from '../failure.ts';
import { candidatesFor, type HubTools } from '../hub-choice/candidates.ts';
import type { HandedSheet } from '../hub-choice/report.ts';
import { sideBySide } from '../hub-choice/side-by-side.ts';
import { operationOf, whenOf } from '../journal.ts';
import { recipientsBeside, type PlanBeside } from '../plan/beside.ts';
import { problemOf } from '../plan/problem.ts';
import { DEFAULTS } from '../plan/propose.ts';
import { situation } from '../plan/situation.ts';
import { throughAnotherHub } from './another-hub.ts';
import { changed, type SituationChange } from './changes.ts';

export interface WhatIfAsk {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly changes: readonly Change[];
  /** Candidates for another hub; left out: those that Airbridge brings. */
  readonly sheet?: HandedSheet | undefined;
}

export interface WhatIfPlan extends PlanFigures {
  readonly cartons: number;
  readonly check: PlanProposed['check'];
}

export interface WhatIfReport {
  readonly operation: string;
  readonly asOf: Instant;
  readonly changes: readonly Change[];
  readonly before: WhatIfPlan;
  readonly after: WhatIfPlan;
  readonly recipients: PlanBeside['recipients'];
}

export async function whatIf(journal: readonly Fact[], ask: WhatIfAsk, tools: HubTools, watch?: PlanWatch): Promise<Result<WhatIfReport, Failure>> {
  const when = whenOf(operationOf(journal), ask, tools.clock);
  if (!when.ok) return when;
  const now = situation(journal, when.value);
  const { problem: present } = problemOf(now);
  const other = await problemWith(now, ask, tools);
  if (!other.ok) return other;
  const both = await sideBySide([present, other.value], (problem) => planned(problem, tools.solver, inPart(watch, problem === present ? 1 : 2, 2)));
  if (!both.ok) return both;
  const [was, is] = both.value as [Planned, Planned];
  return ok({
    operation: operationOf(journal).id,
    asOf: present.asOf,
    changes: ask.changes,
    before: figuresOf(present, was),
    after: figuresOf(other.value, is),
    recipients: recipientsBeside([present, { ...was, asOf: present.asOf }], [other.value, { ...is, asOf: present.asOf }]),
  });
}

/** Changes of the situation come first, in their order; then another hub, of which there may be one. */
async function problemWith(now: ReturnType<typeof situation>, ask: WhatIfAsk, tools: HubTools): Promise<Result<PlanningProblem, Failure>> {
  let there = now;
  for (const change of ask.changes.filter((it): it is SituationChange => it.kind !== 'hub')) {
    const next = changed(there, change);
    if (!next.ok) return next;
    there = next.value;
  }
  const hubs = ask.changes.filter((it): it is Extract<Change, { kind: 'hub' }> => it.kind === 'hub');
  const [hub] = hubs;
  if (hub === undefined) return ok(problemOf(there).problem);
  if (hubs.length > 1) return err({ code: 'bad-change', message: `${hubs.length} other hubs are asked for at once`, remedy: 'try one at a time; airbridge hub OP --p 2 tries every pair' });
  const candidates = await candidatesFor(ask, tools);
  return candidates.ok ? throughAnotherHub(there, hub, candidates.value) : candidates;
}

async function planned(problem: PlanningProblem, solver: Solver, watch: PlanWatch): Promise<Result<Planned, Failure>> {
  const found = await plan(problem, DEFAULTS, solver, watch);
  return found.ok ? found : err({ code: 'planning-failed', message: found.error.limit, remedy: found.error.remedy });
}

function figuresOf(problem: PlanningProblem, { objective, bound, gap, relativeGap, modelObjective, coverage, hours, cost, co2Kg, lines, charters, unserved }: Planned): WhatIfPlan {
  const { ok: isClean, violations } = checkPlan(problem, { lines, charters, unserved }, DEFAULTS.policy);
  return { objective, bound, gap, relativeGap, modelObjective, coverage, hours, cost, co2Kg, cartons: lines.reduce((sum, line) => sum + line.cartons, 0), check: { ok: isClean, violations } };
}
