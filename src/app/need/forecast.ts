// The need of an operation at an instant: from its counts and census, net of reported stock and of what is under way to the
// recipients there. Counts of several sources for one area stand side by side; the one that is used is the latest.

import type { Fact } from '../../domain/facts.ts';
import type { Measure } from '../../domain/need/counts.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import { ok, type Result } from '../../domain/result.ts';
import { localDateIn } from '../../domain/time.ts';
import { seriesOf, type DailySeries } from '../../need/series.ts';
import type { Failure } from '../failure.ts';
import { operationOf, whenOf } from '../journal.ts';
import { situation, type Situation } from '../plan/situation.ts';
import type { Clock } from '../ports.ts';
import { areaRows } from './area-rows.ts';
import { demandIn } from './demand.ts';
import { countFaults, levelFaults, parameterFaults } from './faults.ts';
import { projectionsOf } from './projections.ts';
import type { NeedReport } from './shape.ts';
import { shortagesIn } from './shortages.ts';
import { toldIn, usedOf } from './tellings.ts';

const MEASURES = ['cases', 'deaths', 'wards', 'intensiveCare'] as const satisfies readonly Measure[];

export function needOfOperation(journal: readonly Fact[], asked: { readonly asOf?: string | undefined; readonly knownAt?: string | undefined }, clock: Clock): Result<NeedReport, Failure> {
  const when = whenOf(operationOf(journal), asked, clock);
  return when.ok ? ok(needReport(situation(journal, when.value), clock)) : when;
}

/** @param plan the standing plan of that instant, where one is at hand. */
export function needReport(now: Situation, clock: Clock, plan: PlanProposed | null = null): NeedReport {
  const { zone } = now.operation;
  const told = toldIn(now.facts, zone);
  const used = [...told.areas.values()].map((all) => usedOf(all).telling);
  const areas = areaRows(now, told);
  const demand = demandIn(now, areas);
  // One source's areas learn from one another; two sources count by other rules, at other hours.
  const bySource = [...Map.groupBy(used, ({ sources }) => sources.join(' ')).values()];
  const series = (measure: Measure): DailySeries[][] => bySource.map((tellings) => tellings.flatMap(({ counts }) => seriesOf(counts, measure)));
  return {
    operation: now.operation.id,
    asOf: now.asOf,
    areas,
    demand,
    shortages: shortagesIn(now, areas, demand, plan),
    world: null,
    projections: MEASURES.flatMap((measure) => series(measure).flatMap((of) => projectionsOf(measure, of))),
    faults: [...countFaults(used, localDateIn(clock.now(), zone)), ...levelFaults(areas), ...parameterFaults(now)],
  };
}
