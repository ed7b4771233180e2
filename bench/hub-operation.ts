// An operation with a large hall: lots that have landed and been counted, ready to be packed into cartons on pallets; and one
// consignment that has landed and not been counted, its cartons labelled by the sender.

import { FACT_BODIES, type FactKind, type NewFact } from '../src/domain/facts.ts';
import { Actor, IdempotencyKey } from '../src/domain/ids.ts';
import { instantFromMs, type Instant } from '../src/domain/time.ts';

export const UNITS_PER_CARTON = 100;
export const CARTONS_PER_PALLET = 50;
export const HALL = 'BELGG';
export const FRESH_LOT = 'FRESH';
const START_MS = Date.UTC(2020, 2, 1);

export const instantAt = (seconds: number): Instant => instantFromMs(START_MS + seconds * 1_000);
export const lotName = (n: number): string => `LOT-${n + 1}`;

const SETTINGS = { name: 'A large hall', hub: HALL, zone: 'Europe/Brussels', opened_at: '2020-03-01T00:00:00Z', horizon_days: '21' };

const place = (code: string, role: string, area: string): object => ({ place: code, name: code, area, latitude: 50, longitude: 5, zone: 'Europe/Brussels', role, dwellMinutes: 60, changeMinutes: 60 });

/** `fresh`: cartons that are still to be received. */
export function hallFacts(operation: string, lots: number, cartonsPerLot: number, fresh: number): NewFact[] {
  const units = cartonsPerLot * UNITS_PER_CARTON;
  const flight = { mode: 'air', carrier: 'a carrier', from: 'CNHGH', to: HALL, plannedDeparture: instantAt(3_600), plannedArrival: instantAt(36_000) };
  const lot = (name: string, consignment: string, count: number): Line => ['lot.announced', 4, { lot: name, consignment, pledge: 'P1', item: 'mask', units: count }];
  const names = Array.from({ length: lots }, (_, n) => lotName(n));
  const lines: Line[] = [
    ['operation.opened', 0, { operation, settings: Object.entries(SETTINGS).map(([key, value]) => ({ key, value })) }],
    ['item.registered', 1, { item: 'mask', name: 'Mask', class: 'ppe', unitsPerCarton: UNITS_PER_CARTON, cartonsPerPallet: CARTONS_PER_PALLET, lengthMm: 400, widthMm: 300, heightMm: 250, cartonGrams: 5_000, leastCartonGrams: 2_000, mostCartonGrams: 9_000, leastUnitsPerCarton: 50, mostUnitsPerCarton: 200, temperature: 'ambient', worthCents: 100 }],
    ['place.registered', 1, place('CNHGH', 'origin', 'CN')],
    ['place.registered', 1, place(HALL, 'hub', 'BE')],
    ['place.registered', 1, place('ITROM', 'gateway', 'IT')],
    ['recipient.registered', 2, { recipient: 'IT', name: 'Italy', area: 'IT', place: 'ITROM' }],
    ['pledge.made', 2, { pledge: 'P1', item: 'mask', donor: 'a foundation', units: units * lots + fresh * UNITS_PER_CARTON, scope: 'EUROPE', viaHub: true }],
    ['consignment.announced', 3, { consignment: 'C1', ...flight }],
    ['consignment.announced', 3, { consignment: 'C2', ...flight }],
    ...names.map((name) => lot(name, 'C1', units)),
    lot(FRESH_LOT, 'C2', fresh * UNITS_PER_CARTON),
    ...['C1', 'C2'].flatMap((consignment): Line[] => [['consignment.departed', 5, { consignment }], ['consignment.arrived', 6, { consignment }]]),
    ...names.map((name): Line => ['goods.tallied', 7, { place: HALL, lot: name, units }]),
    ['dispatch.released', 8, { dispatch: 'D1', place: HALL, recipient: 'IT', lot: lotName(0), units, route: [] }],
  ];
  return lines.map(([kind, second, body], n) => ({ kind, occurredAt: instantAt(second), recordedAt: instantAt(second), by: Actor.parse('bench'), key: IdempotencyKey.parse(`hall-${n}`), sources: [], note: null, evidence: [], body: FACT_BODIES[kind].parse(body) }) as NewFact);
}

type Line = readonly [kind: FactKind, second: number, body: object];
