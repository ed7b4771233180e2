// The same operation with another hub: flights re-routed, onward services drawn anew from it to every gateway, handling and hours of
// the candidate. Frequencies and allotments are those that the operation has from its own hub, so that only the place differs.

import { greatCircleKm } from '../../domain/great-circle.ts';
import type { HubCandidate } from '../../domain/hub/candidate.ts';
import { CharterId, DepartureId, ServiceId, type PlaceCode } from '../../domain/ids.ts';
import type { Allotment, Charter, Departure, Mode, Place, Service } from '../../domain/places.ts';
import { timed } from '../../domain/places.ts';
import type { ConsignmentOnRecord, Register } from '../../domain/register.ts';
import { invariant } from '../../domain/result.ts';
import { atZone, hoursBetween, localIn, LocalDateTime, LocalTime, nextOpen, plusMinutes, type Instant } from '../../domain/time.ts';
import { CubicCm, EuroCents, Grams, MicroEurosPerKg, MilligramsCo2PerKg, Positions } from '../../domain/units.ts';
import type { Situation } from '../plan/situation.ts';
import type { Before } from './before.ts';
import { byAir, byRail, byRoad, truckEuros, type Way, type WayRules } from './way-rules.ts';

/** One departure a day of a service that the operation has from its own hub. */
interface Pattern {
  readonly service: Service;
  readonly departures: readonly Departure[];
}

/** What the least that flies anywhere has: for gateways that are too near the operation's own hub to have a flight from it. */
const LEAST_BY_AIR: Allotment = { positions: Positions.parse(1), grams: Grams.parse(400_000), volume: CubicCm.parse(2_000_000) };

export function relocated({ situation, hub }: Before, candidate: HubCandidate, rules: WayRules): Situation {
  const { known } = situation;
  const place = candidate.place;
  const places = new Map(known.places);
  if (place.place !== hub.place) places.set(hub.place, { ...hub, role: 'gateway' });
  places.set(place.place, place);
  const patterns = patternsOf(known, hub.place);
  const services = [...known.services.values()].filter(({ from, to }) => from !== hub.place && to !== hub.place);
  const departures = [...known.departures.values()].filter(({ service }) => services.some((it) => it.service === service));
  for (const { service, runs } of drawn(patterns, candidate, places, rules)) {
    services.push(service);
    departures.push(...runs);
  }
  const charters = [...known.charters.values()].flatMap((charter) => (charter.from === hub.place ? redrawnCharter(charter, place, places, rules) : [charter]));
  return {
    ...situation,
    known: {
      ...known,
      places,
      services: new Map(services.map((it) => [it.service, it])),
      departures: new Map(departures.map((it) => [it.departure, it])),
      charters: new Map(charters.map((it) => [it.charter, it])),
      consignments: new Map([...known.consignments].map(([id, it]) => [id, rerouted(it, hub, candidate, places, rules)])),
    },
  };
}

/** The places to which the operation has services from its own hub, in the order of the sheet. */
export const gatewaysOf = ({ situation, hub }: Before): PlaceCode[] => [...new Set(patternsOf(situation.known, hub.place).map(({ service }) => service.to))];

/** When a flight touches down at the candidate, and how many hours it waits until it may. */
export function landing(consignment: ConsignmentOnRecord, hub: Place, candidate: HubCandidate, places: ReadonlyMap<PlaceCode, Place>, rules: WayRules): { readonly at: Instant; readonly waitingHours: number } {
  const { announced } = consignment;
  const from = places.get(announced.from);
  invariant(from !== undefined, 'a consignment comes from a known place');
  const { place, landsFrom, landsUntil } = candidate;
  const further = announced.mode === 'air' ? (greatCircleKm(from, place) - greatCircleKm(from, hub)) / rules.longHaulKmPerHour : 0;
  const touches = plusMinutes(announced.plannedArrival, Math.round(further * 60));
  const at = nextOpen(touches, { opens: landsFrom, closes: landsUntil, zone: place.zone });
  return { at, waitingHours: hoursBetween(touches, at) };
}

/** By mode and gateway. */
function patternsOf(known: Register, hub: PlaceCode): Pattern[] {
  const byService = Map.groupBy(known.departures.values(), ({ service }) => service);
  return [...known.services.values()].flatMap((service) => (service.from === hub ? [{ service, departures: byService.get(service.service) ?? [] }] : []));
}

interface Drawn {
  readonly service: Service;
  readonly runs: readonly Departure[];
}

function drawn(patterns: readonly Pattern[], candidate: HubCandidate, places: ReadonlyMap<PlaceCode, Place>, rules: WayRules): Drawn[] {
  const gateways = [...new Set(patterns.map(({ service }) => service.to))];
  return gateways.flatMap((gateway) => {
    const to = places.get(gateway);
    if (to === undefined || gateway === candidate.place.place) return [];
    const own = patterns.filter(({ service }) => service.to === gateway);
    const byMode = (mode: Mode): Pattern | undefined => own.find(({ service }) => service.mode === mode);
    const daily = byMode('road');
    const km = greatCircleKm(candidate.place, to);
    const rail = byMode('rail');
    const air = byMode('air') ?? (daily && flying(daily));
    const flight = byAir(rules, km);
    return [
      ...(daily === undefined ? [] : [redrawn(daily, candidate.place, to, byRoad(rules, km))]),
      ...(rail === undefined || !candidate.hasRail ? [] : [redrawn(rail, candidate.place, to, byRail(rules, km))]),
      ...(air === undefined || flight === null ? [] : [redrawn(air, candidate.place, to, flight)]),
    ];
  });
}

/** A daily flight where the operation has only a truck. */
const flying = ({ service, departures }: Pattern): Pattern => ({ service: { ...service, service: ServiceId.parse(`${service.service}-AIR`), mode: 'air', allotment: LEAST_BY_AIR }, departures: departures.map((it) => ({ ...it, departure: DepartureId.parse(`${it.departure}-AIR`), allotment: LEAST_BY_AIR })) });

export function redrawn({ service, departures }: Pattern, from: Place, to: Place, way: Way): Drawn {
  const time = departureTime(service.mode, way.hours);
  const name = ServiceId.parse(`${service.service}@${from.place}`.replace('@', '-AT-'));
  const runs = departures.flatMap((departure): Departure[] => {
    const departs = LocalDateTime.parse(`${departure.departs.slice(0, 10)}T${time}`);
    const arrives = arrival(departs, from, to, way.hours);
    return arrives === null ? [] : [{ ...departure, departure: DepartureId.parse(`${departure.departure}-AT-${from.place}`), service: name, departs, arrives }];
  });
  const arrives = runs[0]?.arrives.slice(11) ?? service.arrives;
  return {
    service: { ...service, service: name, from: from.place, departs: time, arrives: LocalTime.parse(arrives), rate: MicroEurosPerKg.parse(Math.round(way.eurosPerKg * 1e6)), liftCents: EuroCents.parse(Math.round(way.eurosPerPallet * 100)), co2: MilligramsCo2PerKg.parse(Math.round(way.co2KgPerKg * 1e6)) },
    runs,
  };
}

/** As the operation's own timetable has it: near by in the morning, a night's drive in the evening, further from noon on. */
function departureTime(mode: Mode, hours: number): LocalTime {
  if (mode === 'rail') return LocalTime.parse('20:00');
  if (mode === 'air') return LocalTime.parse('16:00');
  return LocalTime.parse(Math.round(hours) <= 10 ? '07:00' : Math.round(hours) < 20 ? '18:00' : '14:00');
}

/** Null where the wall-clock time of departure does not exist. Whole minutes. */
export function arrival(departs: LocalDateTime, from: Place, to: Place, hours: number): LocalDateTime | null {
  const at = atZone(departs, from.zone);
  return at.ok ? localIn(plusMinutes(at.value, Math.round(hours * 60)), to.zone) : null;
}

function redrawnCharter(charter: Charter, from: Place, places: ReadonlyMap<PlaceCode, Place>, rules: WayRules): Charter[] {
  const to = places.get(charter.to);
  if (to === undefined || charter.to === from.place) return [];
  const km = greatCircleKm(from, to);
  const way = charter.mode === 'road' ? byRoad(rules, km) : null;
  if (way === null) return [];
  const arrives = arrival(charter.departs, from, to, way.hours);
  if (arrives === null || !timed({ departs: charter.departs, arrives }, from, to).ok) return [];
  return [{ ...charter, charter: CharterId.parse(`${charter.charter}-AT-${from.place}`), from: from.place, arrives, fixedCents: EuroCents.parse(Math.round(truckEuros(rules, km, charter.allotment.positions) * 100)), co2: MilligramsCo2PerKg.parse(Math.round(way.co2KgPerKg * 1e6)) }];
}

/** The flight leaves at its hour, flies further or less far, and waits for the airport to open. */
function rerouted(consignment: ConsignmentOnRecord, hub: Place, candidate: HubCandidate, places: ReadonlyMap<PlaceCode, Place>, rules: WayRules): ConsignmentOnRecord {
  const { announced } = consignment;
  if (announced.to !== hub.place) return consignment;
  return { ...consignment, announced: { ...announced, to: candidate.place.place, plannedArrival: landing(consignment, hub, candidate, places, rules).at } };
}
