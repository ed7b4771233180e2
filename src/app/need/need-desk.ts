// What can be asked of need: the report of an instant, and what it rests on. Questions only; counts, census and parameters go in
// as facts.

import { ok, type Result } from '../../domain/result.ts';
import type { Asked, DeskFailure } from '../desk.ts';
import { operationOf, whenOf } from '../journal.ts';
import type { WithFacts } from '../look.ts';
import type { Present } from '../plan/present.ts';
import type { Clock } from '../ports.ts';
import type { PlanAt } from '../promise/promises-desk.ts';
import { needReport } from './forecast.ts';
import type { MethodReport } from './method-shape.ts';
import { methodReport } from './method.ts';
import { parameterRows, settingsOf } from './parameters.ts';
import type { NeedReport, ParametersReport } from './shape.ts';

/** `item`: of this one alone; absent: of all that the method has figures for. */
export interface NeedAsk extends Asked {
  readonly item?: string | undefined;
}

type Answer<T> = Promise<Result<T, DeskFailure>>;

export interface NeedDesk {
  /** Who is short of what at an instant, how sure that is, and what it rests on. */
  report(operation: string, ask: NeedAsk): Answer<NeedReport>;
  /** Every parameter as it holds, beside what is published. */
  parameters(operation: string, when: Asked): Answer<ParametersReport>;
  /** How good the projections were, and what estimates of infections rest on. */
  method(operation: string, when: Asked): Answer<MethodReport>;
}

export const needDesk = (withFacts: WithFacts, seen: Present, clock: Clock, planAt: PlanAt): NeedDesk => ({
  report: (operation, { item, ...asked }) =>
    withFacts(operation, (facts) => {
      const when = whenOf(operationOf(facts), asked, clock);
      if (!when.ok) return when;
      const report = needReport(seen(facts, when.value), clock, planAt(facts, when.value));
      return ok(item === undefined ? report : ofItem(report, item));
    }),
  parameters: (operation, asked) =>
    withFacts(operation, (facts) => {
      const when = whenOf(operationOf(facts), asked, clock);
      if (!when.ok) return when;
      const now = seen(facts, when.value);
      return ok({ operation: now.operation.id, asOf: now.asOf, parameters: parameterRows(settingsOf(now.facts)) });
    }),
  method: (operation, asked) =>
    withFacts(operation, (facts) => {
      const when = whenOf(operationOf(facts), asked, clock);
      return when.ok ? ok(methodReport(seen(facts, when.value))) : when;
    }),
});

function ofItem(report: NeedReport, item: string): NeedReport {
  const of = <T extends { readonly item: string }>(rows: readonly T[]): T[] => rows.filter((row) => row.item === item);
  const { shortages } = report;
  const nextFlight = shortages?.nextFlight ?? null;
  return {
    ...report,
    areas: of(report.areas),
    demand: of(report.demand),
    shortages: shortages === null ? null : { ...shortages, rows: of(shortages.rows), nextFlight: nextFlight === null ? null : { ...nextFlight, load: of(nextFlight.load), areas: of(nextFlight.areas) } },
  };
}
