// Frontier: the operation at an instant → a few certified plans between equity, hours and cost.

import type { Fact } from '../../domain/facts.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { frontier as frontierOf, type Frontier } from '../../planner/frontier.ts';
import type { Failure } from '../failure.ts';
import { operationOf, whenOf } from '../journal.ts';
import { problemOf } from './problem.ts';
import { DEFAULTS, type PlanOptions, type Tools } from './propose.ts';
import { situation } from './situation.ts';
import type { PlanWatch } from '../../planner/progress.ts';

export interface FrontierReport extends Frontier {
  readonly operation: string;
  readonly asOf: Instant;
}

export async function frontier(journal: readonly Fact[], asked: Pick<PlanOptions, 'asOf' | 'knownAt'>, { solver, clock }: Tools, watch?: PlanWatch): Promise<Result<FrontierReport, Failure>> {
  const when = whenOf(operationOf(journal), asked, clock);
  if (!when.ok) return when;
  const { problem } = problemOf(situation(journal, when.value));
  const found = await frontierOf(problem, DEFAULTS.seed, solver, watch);
  if (!found.ok) return err({ code: 'planning-failed', message: found.error.limit, remedy: found.error.remedy });
  return ok({ operation: operationOf(journal).id, asOf: problem.asOf, ...found.value });
}
