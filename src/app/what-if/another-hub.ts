// What if some areas had a hub of their own: flights that have not left may land there too, in whole or in part, and services drawn by
// the way rules lead from it to those areas. What has landed, or is in the air, stays with the operation's hub.

import { liesIn } from '../../domain/areas.ts';
import type { HubCandidate } from '../../domain/hub/candidate.ts';
import type { Change } from '../../domain/plan/what-if.ts';
import { expectedArrival } from '../../domain/register.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { latest } from '../../domain/time.ts';
import type { PlanningProblem } from '../../planner/problem.ts';
import type { Failure } from '../failure.ts';
import { withChoice } from '../hub-choice/network.ts';
import { landing, relocated } from '../hub-choice/relocate.ts';
import { valuesOf, WAY_RULES } from '../hub-choice/way-rules.ts';
import { problemOf } from '../plan/problem.ts';
import type { Situation } from '../plan/situation.ts';

export function throughAnotherHub(now: Situation, { place, areas }: Extract<Change, { kind: 'hub' }>, candidates: readonly HubCandidate[]): Result<PlanningProblem, Failure> {
  const { known, operation, asOf } = now;
  const candidate = candidates.find((it) => it.place.place === place);
  const own = known.places.get(operation.hub);
  if (own === undefined || candidate === undefined) return err({ code: 'bad-change', message: `${place} is not among the candidates for a hub`, remedy: `name one of ${candidates.map((it) => it.place.place).join(', ')}, or hand in a sheet of candidates` });
  if (place === own.place) return err({ code: 'bad-change', message: `${own.name} is the hub already`, remedy: 'name another candidate' });
  const rules = valuesOf(WAY_RULES);
  const moved = relocated({ situation: now, hub: own }, candidate, rules).known;
  const leadsThere = (to: string): boolean => { const area = known.places.get(to as typeof place)?.area; return area !== undefined && areas.some((it) => liesIn(area, it)); };
  const services = new Map([...known.services, ...[...moved.services].filter(([, it]) => it.from === place && leadsThere(it.to))]);
  const departures = new Map([...known.departures, ...[...moved.departures].filter(([, it]) => services.has(it.service))]);
  const charters = new Map([...known.charters, ...[...moved.charters].filter(([, it]) => it.from === place && leadsThere(it.to))]);
  if (services.size === known.services.size) return err({ code: 'bad-change', message: `no way leads from ${candidate.place.name} to ${areas.join(', ')}`, remedy: 'name areas in which the operation has gateways' });
  const places = new Map([...known.places, [place, candidate.place] as const]);
  const { problem } = problemOf({ ...now, known: { ...known, services, departures, charters, places } });
  const flights = [...known.consignments.values()].filter(({ announced, departedAt }) => announced.to === own.place && departedAt === null && announced.plannedDeparture >= asOf);
  // What they take of handling depends on where they land.
  const handled = new Set(flights.map((flight) => `${own.place} ${latest(expectedArrival(flight), asOf)}`));
  const handling = problem.handling.filter((load) => !handled.has(`${load.place} ${load.at}`));
  return ok(withChoice({ ...problem, handling }, known, flights, [
    { hub: own, at: expectedArrival },
    { hub: candidate.place, at: (flight) => landing(flight, own, candidate, known.places, rules).at },
  ]));
}
