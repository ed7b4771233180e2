// What if: the operation as it stands, and as it would be with some changes, both planned whole and laid side by side. Nothing is
// written: a link that carries the changes asks the same question again. Several futures at once: several.ts.

import type { Fact } from '../../domain/facts.ts';
import type { Change } from '../../domain/plan/what-if.ts';
import { invariant, ok, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { PlanWatch } from '../../planner/progress.ts';
import type { Failure } from '../failure.ts';
import { candidatesFor, type HubTools } from '../hub-choice/candidates.ts';
import type { HandedSheet } from '../hub-choice/report.ts';
import { operationOf, whenOf } from '../journal.ts';
import { recipientsBeside, type PlanBeside } from '../plan/beside.ts';
import { situation } from '../plan/situation.ts';
import { futureOf, planBeside, type WhatIfPlan } from './futures.ts';

export interface WhatIfAsk {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly changes: readonly Change[];
  /** Candidates for another hub; left out: those that Airbridge brings. */
  readonly sheet?: HandedSheet | undefined;
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
  const operation = operationOf(journal);
  const when = whenOf(operation, ask, tools.clock);
  if (!when.ok) return when;
  const { asOf } = when.value;
  const now = situation(journal, when.value);
  const future = await futureOf(now, ask.changes, () => candidatesFor(ask, tools));
  if (!future.ok) return future;
  const both = await planBeside(now, [future], tools.solver, watch);
  if (!both.ok) return both;
  const { standing, futures: [tried] } = both.value;
  invariant(tried !== undefined, 'one future was asked for');
  if (!tried.ok) return tried;
  const { value: after } = tried;
  return ok({
    operation: operation.id,
    asOf,
    changes: ask.changes,
    before: standing.figures,
    after: after.figures,
    recipients: recipientsBeside([standing.problem, { ...standing.planned, asOf }], [after.problem, { ...after.planned, asOf }]),
  });
}
