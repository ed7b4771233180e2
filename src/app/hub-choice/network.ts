// The planning problem of an operation that works through one hub or several. With several, each flight's goods lie at a place of
// their own where the flight begins, with a free run to each hub: so the planner chooses what lands where.

import type { HubCandidate } from '../../domain/hub/candidate.ts';
import { DepartureId, PlaceCode } from '../../domain/ids.ts';
import type { Place } from '../../domain/places.ts';
import { expectedArrival, type ConsignmentOnRecord, type Register } from '../../domain/register.ts';
import { invariant } from '../../domain/result.ts';
import { localDateIn, nextOpen, plusMinutes, startOfDay, type Instant } from '../../domain/time.ts';
import { Minutes } from '../../domain/units.ts';
import type { PlanningProblem, Run } from '../../planner/problem.ts';
import { problemOf } from '../plan/problem.ts';
import type { Situation } from '../plan/situation.ts';
import type { Before } from './before.ts';
import { relocated } from './relocate.ts';
import { shocked } from './shocks.ts';
import type { Shock } from './report.ts';
import type { WayRules } from './way-rules.ts';

export interface Network {
  readonly hubs: readonly HubCandidate[];
  readonly rules: WayRules;
  readonly problem: PlanningProblem;
  /** By hub, in their order: the operation as if it went through that one alone. */
  readonly situations: readonly Situation[];
}

/** @param shock what strikes it; of several hubs the first is the one that is closed. */
export function networkThrough(before: Before, hubs: readonly HubCandidate[], rules: WayRules, shock?: Shock): Network {
  const situations = hubs.map((hub, k) => {
    const moved = relocated(before, hub, rules);
    return shock === undefined || (shock.kind === 'hub-closed' && k > 0) ? moved : shocked(moved, hub.place.place, shock);
  });
  const problems = situations.map((it) => problemOf(it).problem);
  const [only] = problems;
  invariant(only !== undefined, 'there is at least one hub');
  return { hubs, rules, situations, problem: problems.length === 1 ? only : joined(hubs, situations, problems, before) };
}

function joined(hubs: readonly HubCandidate[], situations: readonly Situation[], problems: readonly PlanningProblem[], before: Before): PlanningProblem {
  const [first] = problems;
  invariant(first !== undefined, 'there is at least one hub');
  const { known } = before.situation;
  const flights = [...known.consignments.values()].filter(({ announced }) => announced.to === before.hub.place);
  const runs = new Map(problems.flatMap((problem) => problem.runs.map((run): [string, Run] => [run.id, run])));
  const landings = hubs.map(({ place }, k): Landing => ({
    hub: place,
    at: (flight) => {
      const there = situations[k]?.known.consignments.get(flight.announced.consignment);
      invariant(there !== undefined, 'each hub has its situation, with the same flights');
      return expectedArrival(there);
    },
  }));
  return withChoice({ ...first, runs: [...runs.values()], handling: [] }, known, flights, landings);
}

export interface Landing {
  readonly hub: Place;
  readonly at: (flight: ConsignmentOnRecord) => Instant;
}

/** The problem in which each of these flights may land at any of the hubs, in whole or in part. Their handling must not stand in it yet. */
export function withChoice(problem: PlanningProblem, known: Register, flights: readonly ConsignmentOnRecord[], landings: readonly Landing[]): PlanningProblem {
  const places = new Map(problem.places);
  // Goods that lie at a single hub need no time for a change of mode; nor do these, which come there by a run.
  for (const { hub } of landings) places.set(hub.place, { ...hub, changeMinutes: Minutes.parse(0) });
  const runs = [...problem.runs];
  const beginnings = new Map<string, { readonly origin: Place; readonly departs: Instant }>();
  for (const [k, flight] of flights.entries()) {
    const origin = beginningOf(flight, k, known);
    places.set(origin.place, origin);
    beginnings.set(flight.announced.consignment, { origin, departs: flight.announced.plannedDeparture });
    runs.push(...landings.flatMap((landing) => hops(flight, origin, landing)));
  }
  const supplies = problem.supplies.map((supply) => {
    const beginning = beginnings.get(known.lots.get(supply.lot)?.consignment ?? '');
    return beginning === undefined ? supply : { ...supply, place: beginning.origin.place, availableAt: beginning.departs };
  });
  return { ...problem, places, supplies, runs };
}

/** Where one flight's goods lie before it leaves: XZ is UN/LOCODE's code for what lies in no country. */
function beginningOf({ announced }: ConsignmentOnRecord, k: number, { places }: Register): Place {
  const from = places.get(announced.from);
  invariant(from !== undefined, 'a consignment comes from a known place');
  const { iata: _iata, opens: _opens, closes: _closes, palletsPerHour: _rate, ...rest } = from;
  return { ...rest, place: PlaceCode.parse(`XZ${String(k).padStart(3, '0')}`), role: 'origin', dwellMinutes: Minutes.parse(0), changeMinutes: Minutes.parse(0) };
}

/** A hub takes in a day what its handling allows: the rest of a flight is taken in on the days after it. */
const TAKEN_IN_OVER_DAYS = 4;

function hops(flight: ConsignmentOnRecord, origin: Place, { hub, at }: Landing): Run[] {
  const { consignment, mode, plannedDeparture } = flight.announced;
  const lands = nextOpen(at(flight), hub);
  return Array.from({ length: TAKEN_IN_OVER_DAYS }, (_, day): Run => ({
    id: DepartureId.parse(`${consignment}-TO-${hub.place}-${day + 1}`),
    mode,
    from: origin.place,
    to: hub.place,
    departsAt: plannedDeparture,
    arrivesAt: day === 0 ? lands : morning(lands, day, hub),
    allotment: {},
    eurosPerChargeableKg: 0,
    eurosPerPallet: 0,
    co2KgPerKg: 0,
    keeps: ['cool', 'frozen'],
    charter: null,
  }));
}

/** When the hub opens so many days after. */
function morning(lands: Instant, days: number, { zone, opens, closes }: Place): Instant {
  const midnight = startOfDay(localDateIn(plusMinutes(lands, days * 24 * 60), zone), zone);
  return nextOpen(midnight, { opens, closes, zone });
}
