// What can be asked of the promises: the report of an instant, how a figure came about over time; and a position, taken.

import { ok, type Result } from '../../domain/result.ts';
import type { When } from '../../domain/asof.ts';
import type { Fact } from '../../domain/facts.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import type { Instant } from '../../domain/time.ts';
import type { Asked, DeskFailure } from '../desk.ts';
import type { WithFacts } from '../look.ts';
import { operationOf, whenOf } from '../journal.ts';
import type { KeptEvidence } from '../onward/proof.ts';
import type { Present } from '../plan/present.ts';
import type { Clock } from '../ports.ts';
import type { Recorded } from '../record-draft.ts';
import { historyOf, type HistoryAsk, type HistoryPoint } from './meter-report.ts';
import { meterOf } from './meter.ts';
import { promisesIn, type PromisesReport } from './promises.ts';
import type { PositionAsk } from './take-position.ts';

export interface HistoryReport {
  readonly operation: string;
  readonly asOf: Instant;
  readonly item: string;
  readonly pledge: string | null;
  readonly donor: string | null;
  readonly country: string | null;
  /** How it stood after each fact that moved units, oldest first. */
  readonly points: readonly HistoryPoint[];
}

type Answer<T> = Promise<Result<T, DeskFailure>>;

export interface PromisesDesk {
  report(operation: string, when: Asked): Answer<PromisesReport>;
  history(operation: string, ask: Asked & HistoryAsk): Answer<HistoryReport>;
  /** Once under its key. */
  takePosition(operation: string, ask: PositionAsk, key: string): Answer<Recorded>;
  /** A page as it was read, to be named by a claim. */
  keepSnapshot(operation: string, content: Uint8Array): Answer<KeptEvidence>;
}

export type PlanAt = (journal: readonly Fact[], when: When & { readonly asOf: Instant }) => PlanProposed | null;

export function promisesDesk(withFacts: WithFacts, seen: Present, clock: Clock, planAt: PlanAt): Pick<PromisesDesk, 'report' | 'history'> {
  return {
    report: (operation, asked) =>
      withFacts(operation, (facts) => {
        const when = whenOf(operationOf(facts), asked, clock);
        return when.ok ? ok(promisesIn(facts, seen(facts, when.value), when.value, planAt(facts, when.value))) : when;
      }),
    history: (operation, { item, pledge, donor, country, ...asked }) =>
      withFacts(operation, (facts) => {
        const when = whenOf(operationOf(facts), asked, clock);
        if (!when.ok) return when;
        const now = seen(facts, when.value);
        return ok({ operation: now.operation.id, asOf: now.asOf, item, pledge: pledge ?? null, donor: donor ?? null, country: country ?? null, points: historyOf(now, meterOf(now), { item, pledge, donor, country }) });
      }),
  };
}
