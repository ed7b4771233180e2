// A change tried on the situation of an operation → the situation as it would be. What cannot be tried is said with a remedy.
// Another hub is more than a situation: another-hub.ts.

import { liesIn } from '../../domain/areas.ts';
import { CharterId, ConsignmentId, DepartureId, LotId, ServiceId } from '../../domain/ids.ts';
import { greatCircleKm } from '../../domain/great-circle.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Charter, Place } from '../../domain/places.ts';
import type { Change } from '../../domain/plan/what-if.ts';
import type { ConsignmentOnRecord } from '../../domain/register.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { plusMinutes } from '../../domain/time.ts';
import { EuroCents, MilligramsCo2PerKg, units } from '../../domain/units.ts';
import type { Failure } from '../failure.ts';
import { moment } from '../figures.ts';
import { arrival, redrawn } from '../hub-choice/relocate.ts';
import { byRail, valuesOf, WAY_RULES } from '../hub-choice/way-rules.ts';
import type { Pile, Situation } from '../plan/situation.ts';

export type SituationChange = Exclude<Change, { readonly kind: 'hub' }>;

export function changed(now: Situation, change: SituationChange): Result<Situation, Failure> {
  switch (change.kind) {
    case 'need':
      return moreNeed(now, change);
    case 'flight':
      return anotherFlight(now, change);
    case 'rail':
      return trainsForTrucks(now, change);
  }
}

const refused = (message: string, remedy: string): Result<never, Failure> => err({ code: 'bad-change', message, remedy });

function moreNeed(now: Situation, { times, area, item }: Extract<Change, { kind: 'need' }>): Result<Situation, Failure> {
  const { known } = now;
  if (item !== undefined && !known.items.has(item)) return refused(`there is no item ${item}`, `name one of ${[...known.items.keys()].join(', ')}`);
  let meant = 0;
  const needs = new Map([...known.needs].map(([key, it]) => {
    const of = known.recipients.get(it.need.recipient)?.area;
    if ((item !== undefined && it.need.item !== item) || (area !== undefined && (of === undefined || !liesIn(of, area)))) return [key, it];
    meant += 1;
    return [key, { ...it, need: { ...it.need, units: units(Math.ceil(it.need.units * times)) } }];
  }));
  if (meant === 0) return refused('no need is reported for that area and item', 'leave out the area or the item, or report the need first');
  return ok({ ...now, known: { ...known, needs } });
}

function anotherFlight(now: Situation, { like, days, times }: Extract<Change, { kind: 'flight' }>): Result<Situation, Failure> {
  const { known } = now;
  const model = known.consignments.get(like);
  if (model === undefined) {
    const close = nearest(like, known.consignments.keys());
    return refused(`there is no consignment ${like}`, close === null ? 'name one that is announced' : `did you mean ${close}?`);
  }
  const consignments = new Map(known.consignments);
  const lots = new Map(known.lots);
  const piles: Pile[] = [...now.piles];
  for (let n = 1; n <= times; n += 1) {
    const copy = later(model, n, days);
    if (copy.announced.plannedDeparture < now.asOf) return refused(`${days === 1 ? 'a day' : `${days} days`} after ${like} lies before ${moment(now.asOf)}`, 'name more days, or a later flight');
    consignments.set(copy.announced.consignment, copy);
    for (const lot of copy.lots) {
      lots.set(lot.lot, lot);
      piles.push({ pledge: lot.pledge, item: lot.item, lot: lot.lot, state: 'consigned', at: copy.announced.consignment, units: lot.units });
    }
  }
  return ok({ ...now, piles, known: { ...known, consignments, lots } });
}

function later({ announced, lots, departedAt, arrivedAt }: ConsignmentOnRecord, n: number, days: number): ConsignmentOnRecord {
  const minutes = n * days * 24 * 60;
  const consignment = ConsignmentId.parse(`${announced.consignment}-PLUS-${n}`);
  return {
    announced: { ...announced, consignment, plannedDeparture: plusMinutes(departedAt ?? announced.plannedDeparture, minutes), plannedArrival: plusMinutes(arrivedAt ?? announced.plannedArrival, minutes) },
    lots: lots.map((lot) => ({ ...lot, lot: LotId.parse(`${lot.lot}-PLUS-${n}`), consignment })),
    documents: [], waybills: [], departedAt: null, arrivedAt: null, estimated: {},
  };
}

function trainsForTrucks(now: Situation, { to }: Extract<Change, { kind: 'rail' }>): Result<Situation, Failure> {
  const { known, operation } = now;
  const hub = known.places.get(operation.hub);
  const trucks = [...known.services.values()].filter(({ from, to: there, mode }) => from === operation.hub && mode === 'road' && (to === undefined || to.includes(there)));
  if (hub === undefined || trucks.length === 0) return refused(`no truck leaves the hub${to === undefined ? '' : ` for ${to.join(', ')}`}`, 'name places to which the hub has a service by road');
  const replaced = new Set<string>(trucks.map(({ service }) => service));
  const services = new Map([...known.services].filter(([id]) => !replaced.has(id)));
  const departures = new Map([...known.departures].filter(([, { service }]) => !replaced.has(service)));
  for (const truck of trucks) {
    const gateway = known.places.get(truck.to);
    if (gateway === undefined) continue;
    const own = [...known.departures.values()].filter(({ service }) => service === truck.service).map((it) => ({ ...it, departure: DepartureId.parse(`${it.departure}-RAIL`) }));
    const train = { ...truck, mode: 'rail' as const, service: ServiceId.parse(`${truck.service}-RAIL`) };
    const drawn = redrawn({ service: train, departures: own }, hub, gateway, byRail(valuesOf(WAY_RULES), greatCircleKm(hub, gateway)));
    services.set(drawn.service.service, drawn.service);
    for (const run of drawn.runs) departures.set(run.departure, run);
  }
  const isMeant = ({ from, mode, to: there }: Charter): boolean => from === operation.hub && mode === 'road' && (to === undefined || to.includes(there));
  const charters = new Map([...known.charters].flatMap(([id, charter]): [string, Charter][] => { const gateway = known.places.get(charter.to); return !isMeant(charter) ? [[id, charter]] : gateway === undefined ? [] : byTrain(charter, hub, gateway); }));
  return ok({ ...now, known: { ...known, services, departures, charters } });
}

/** A charter of trucks as one of wagons that hold as much, at the price of a full load; none where it would arrive at no hour that exists. */
function byTrain(charter: Charter, from: Place, to: Place): [string, Charter][] {
  const way = byRail(valuesOf(WAY_RULES), greatCircleKm(from, to));
  const arrives = arrival(charter.departs, from, to, way.hours);
  if (arrives === null) return [];
  const { grams: load = 0, positions = 0 } = charter.allotment;
  const euros = (way.eurosPerKg * load) / 1000 + way.eurosPerPallet * positions;
  const name = CharterId.parse(`${charter.charter}-RAIL`);
  return [[name, { ...charter, charter: name, mode: 'rail', arrives, fixedCents: EuroCents.parse(Math.round(euros * 100)), co2: MilligramsCo2PerKg.parse(Math.round(way.co2KgPerKg * 1e6)) }]];
}
