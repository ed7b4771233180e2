// What can be asked of need: the report of an instant. Pure questions; counts, census and parameters go in as facts.

import { ok, type Result } from '../../domain/result.ts';
import type { Asked, DeskFailure } from '../desk.ts';
import type { WithFacts } from '../look.ts';
import type { Clock } from '../ports.ts';
import { needOfOperation } from './forecast.ts';
import type { NeedReport } from './shape.ts';

/** `item`: of this one alone; absent: of all that the method has figures for. */
export interface NeedAsk extends Asked {
  readonly item?: string | undefined;
}

type Answer<T> = Promise<Result<T, DeskFailure>>;

export interface NeedDesk {
  /** Who is short of what at an instant, how sure that is, and what it rests on. */
  report(operation: string, ask: NeedAsk): Answer<NeedReport>;
}

export const needDesk = (withFacts: WithFacts, clock: Clock): NeedDesk => ({
  report: (operation, { item, ...asked }) =>
    withFacts(operation, (facts) => {
      const report = needOfOperation(facts, asked, clock);
      return report.ok && item !== undefined ? ok(ofItem(report.value, item)) : report;
    }),
});

const ofItem = (report: NeedReport, item: string): NeedReport => ({ ...report, areas: report.areas.filter((it) => it.item === item) });
