// Several what-ifs at once: futures of the operation, each with a name, all asked of one instant and laid beside the operation as it
// stands, which is planned once. One that cannot be tried says why, and does not spoil the others. Recipient by recipient: try.ts.

import type { Fact } from '../../domain/facts.ts';
import type { Operation } from '../../domain/operation.ts';
import { FUTURES_AT_MOST, type Change } from '../../domain/plan/what-if.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { PlanWatch } from '../../planner/progress.ts';
import type { Failure } from '../failure.ts';
import { candidatesFor, type HubTools } from '../hub-choice/candidates.ts';
import type { HandedSheet } from '../hub-choice/report.ts';
import { operationOf, whenOf } from '../journal.ts';
import { situation } from '../plan/situation.ts';
import { futureOf, planBeside, type Candidates, type WhatIfPlan } from './futures.ts';

export interface Future {
  readonly name: string;
  readonly changes: readonly Change[];
  /** The instant that it was kept with, null: where the operation stands; absent: it was not kept. It is compared, never asked. */
  readonly keptAsOf?: string | null | undefined;
}

export interface WhatIfsAsk {
  /** Of all of them. */
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly futures: readonly Future[];
  readonly sheet?: HandedSheet | undefined;
}

export interface FutureTried {
  readonly name: string;
  readonly changes: readonly Change[];
  /** The instant that it was kept with, where that is another than the one all are asked of; else null. */
  readonly keptAsOf: Instant | null;
  /** Null where it cannot be tried, or planned. */
  readonly plan: WhatIfPlan | null;
  readonly failure: { readonly code: Failure['code']; readonly message: string; readonly remedy: string } | null;
}

export interface WhatIfsReport {
  readonly operation: string;
  readonly asOf: Instant;
  readonly standing: WhatIfPlan;
  /** In the order in which they were asked for. */
  readonly futures: readonly FutureTried[];
}

export async function whatIfs(journal: readonly Fact[], ask: WhatIfsAsk, tools: HubTools, watch?: PlanWatch): Promise<Result<WhatIfsReport, Failure>> {
  const refused = refusalOf(ask.futures);
  if (refused !== null) return err(refused);
  const operation = operationOf(journal);
  const when = whenOf(operation, ask, tools.clock);
  if (!when.ok) return when;
  const { asOf } = when.value;
  const kept = keptInstants(operation, ask, asOf, tools);
  if (!kept.ok) return kept;
  const now = situation(journal, when.value);
  const candidates = readOnce(() => candidatesFor(ask, tools));
  const problems = await Promise.all(ask.futures.map(({ changes }) => futureOf(now, changes, candidates)));
  const beside = await planBeside(now, problems, tools.solver, watch);
  if (!beside.ok) return beside;
  const { standing, futures } = beside.value;
  const tried = ask.futures.map(({ name, changes }, k): FutureTried => {
    const [answer, keptAsOf] = [futures[k], kept.value[k] ?? null];
    const plan = answer?.ok === true ? answer.value.figures : null;
    return { name, changes, keptAsOf, plan, failure: answer?.ok === false ? failureOf(answer.error) : null };
  });
  return ok({ operation: operation.id, asOf, standing: standing.figures, futures: tried });
}

function refusalOf(futures: readonly Future[]): Failure | null {
  const refused = (message: string, remedy: string): Failure => ({ code: 'bad-change', message, remedy });
  if (futures.length === 0) return refused('no what-if is named', 'name one at least');
  if (futures.length > FUTURES_AT_MOST) return refused(`${futures.length} what-ifs are asked for at once, and ${FUTURES_AT_MOST} are the most`, `choose ${FUTURES_AT_MOST} of them, and ask for the others afterwards`);
  const twice = futures.find(({ name }, k) => futures.findIndex((it) => it.name === name) < k);
  return twice === undefined ? null : refused(`two what-ifs are named ${twice.name}`, 'give each a name of its own, or name it once');
}

/** Of each future the instant that it was kept with, where that is another than the asked one. */
function keptInstants(operation: Operation, { futures, asOf: asked }: WhatIfsAsk, asOf: Instant, { clock }: HubTools): Result<readonly (Instant | null)[], Failure> {
  const instants: (Instant | null)[] = [];
  for (const { keptAsOf } of futures) {
    // Where the operation stands is where all are asked, unless somebody named an instant.
    const isSame = keptAsOf === undefined || (keptAsOf === null && asked === undefined);
    const own = isSame ? null : whenOf(operation, { asOf: keptAsOf ?? undefined }, clock);
    if (own?.ok === false) return own;
    instants.push(own === null || own.value.asOf === asOf ? null : own.value.asOf);
  }
  return ok(instants);
}

/** A sheet is read by the first future that needs it. */
function readOnce(read: Candidates): Candidates {
  let reading: ReturnType<Candidates> | null = null;
  return () => (reading ??= read());
}

const failureOf = ({ code, message, remedy }: Failure): NonNullable<FutureTried['failure']> => ({ code, message, remedy });
