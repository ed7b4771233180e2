// The planning problem of an operation that works through one hub or several. With several, each flight's goods lie at a place of
// their own where the flight begins, with a free run to each hub: so the planner chooses what lands where.

import type { HubCandidate } from '../../domain/hub/candidate.ts';
import { DepartureId, PlaceCode } from '../../domain/ids.ts';
import type { Place } from '../../domain/places.ts';
import { expectedArrival, type ConsignmentOnRecord } from '../../domain/register.ts';
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
  const places = new Map(first.places);
  // Goods that lie at a single hub need no time for a change of mode; nor do these, which come there by a run.
  for (const { place } of hubs) places.set(place.place, { ...place, changeMinutes: Minutes.parse(0) });
  const runs = new Map(problems.flatMap((problem) => problem.runs.map((run): [string, Run] => [run.id, run])));
  const flights = [...before.situation.known.consignments.values()].filter(({ announced }) => announced.to === before.hub.place);
  const beginnings = new Map<string, Place>();
  for (const [k, flight] of flights.entries()) {
    const origin = beginningOf(flight, k, before);
    beginnings.set(flight.announced.consignment, origin);
    places.set(origin.place, origin);
    for (const run of situations.flatMap((situation, at) => hops(flight, origin, hubs[at], situation))) runs.set(run.id, run);
  }
  const supplies = first.supplies.map((supply) => {
    const consignment = before.situation.known.lots.get(supply.lot)?.consignment ?? '';
    const origin = beginnings.get(consignment);
    const flight = flights.find(({ announced }) => announced.consignment === consignment);
    invariant(origin !== undefined && flight !== undefined, 'what is given before the first flight comes by a flight');
    return { ...supply, place: origin.place, availableAt: flight.announced.plannedDeparture };
  });
  return { ...first, places, supplies, runs: [...runs.values()], handling: [] };
}

/** Where one flight's goods lie before it leaves: XZ is UN/LOCODE's code for what lies in no country. */
function beginningOf({ announced }: ConsignmentOnRecord, k: number, { situation }: Before): Place {
  const from = situation.known.places.get(announced.from);
  invariant(from !== undefined, 'a consignment comes from a known place');
  const { iata: _iata, opens: _opens, closes: _closes, palletsPerHour: _rate, ...rest } = from;
  return { ...rest, place: PlaceCode.parse(`XZ${String(k).padStart(3, '0')}`), role: 'origin', dwellMinutes: Minutes.parse(0), changeMinutes: Minutes.parse(0) };
}

/** A hub takes in a day what its handling allows: the rest of a flight is taken in on the days after it. */
const TAKEN_IN_OVER_DAYS = 4;

function hops({ announced }: ConsignmentOnRecord, origin: Place, hub: HubCandidate | undefined, situation: Situation): Run[] {
  const there = situation.known.consignments.get(announced.consignment);
  invariant(hub !== undefined && there !== undefined, 'each hub has its situation, with the same flights');
  const lands = nextOpen(expectedArrival(there), hub.place);
  return Array.from({ length: TAKEN_IN_OVER_DAYS }, (_, day): Run => ({
    id: DepartureId.parse(`${announced.consignment}-TO-${hub.place.place}-${day + 1}`),
    mode: announced.mode,
    from: origin.place,
    to: hub.place.place,
    departsAt: announced.plannedDeparture,
    arrivesAt: day === 0 ? lands : morning(lands, day, hub.place),
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
