// The lines of the approved plan on which people act: what leaves within the next hours, is neither released nor frozen, and can
// still be done. A plan made anew pays for each carton that it takes off them (docs/concepts/steadiness.md).
// Not here: lines that must stand (decisions.ts); how a plan weighs a change (planner/kept-lines.ts).

import { cartonLoad } from '../../domain/catalogue.ts';
import type { DepartureId, PlanId } from '../../domain/ids.ts';
import type { Operation } from '../../domain/operation.ts';
import { lineKey } from '../../domain/plan/line-key.ts';
import type { PlanDecisions } from '../../domain/plan/decisions.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import { plusMinutes } from '../../domain/time.ts';
import { kg } from '../../domain/units.ts';
import { couldStand } from '../../planner/frozen.ts';
import type { PlanningProblem, StandingLine } from '../../planner/problem.ts';
import { timetable } from '../../planner/timetable.ts';
import { releasedLines } from './decisions.ts';
import type { Situation } from './situation.ts';

/** Hours ahead where steadiness is asked for and the operation names none. An assumption: today's and tomorrow's departures are packed and announced. */
const USUAL_HOURS = 24;

/** True: as far ahead as the operation says, or 24 h where it says nothing. A number: so many hours. False: nothing costs to change. Absent: as the operation says. */
export type SteadyAsk = boolean | number | undefined;

export const hoursAhead = ({ steady: { hours } }: Pick<Operation, 'steady'>, asked: SteadyAsk): number => (asked === undefined ? hours : asked === true ? (hours > 0 ? hours : USUAL_HOURS) : asked === false ? 0 : asked);

/** @param problem with its frozen lines. @param hours ahead of the as-of instant; 0: none. */
export function actedOn({ known, operation, asOf }: Situation, problem: PlanningProblem, released: PlanDecisions['released'], hours: number): StandingLine[] {
  const approved = known.approved === null ? undefined : known.plans.get(known.approved);
  if (approved === undefined || hours <= 0) return [];
  const until = plusMinutes(asOf, hours * 60);
  const gone = releasedLines(known);
  const bound = new Set([...problem.frozen, ...released].map(lineKey));
  const leaves = new Map<DepartureId, string>(problem.runs.map((run) => [run.id, run.departsAt]));
  const near = approved.proposed.lines.filter((line) => {
    const departs = leaves.get(line.route[0] as DepartureId);
    return departs !== undefined && departs < until && !bound.has(lineKey(line)) && !gone.has(`${approved.proposed.plan}\t${lineKey(line)}`);
  });
  if (near.length === 0) return [];
  const table = timetable(problem);
  return near.flatMap(({ lot, item, recipient, route, cartons }): StandingLine[] => {
    const master = problem.items.get(item);
    if (master === undefined || !couldStand(problem, table, { lot, recipient, route, cartons: 1 })) return [];
    return [{ lot, recipient, route, cartons, eurosPerCarton: operation.steady.eurosPerKg * kg(cartonLoad(master).grams) }];
  });
}

/** What a plan says of the terms on which it was made steady; null where nothing was asked for. */
export function steadyTerms({ known, operation }: Situation, { standing }: PlanningProblem, hours: number): NonNullable<PlanProposed['steady']> | null {
  const plan: PlanId | null = known.approved;
  return hours <= 0 ? null : { plan, hours, eurosPerKg: operation.steady.eurosPerKg, lines: standing.length };
}
