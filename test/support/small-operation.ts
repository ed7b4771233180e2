// A small operation for tests of use cases: a hub, Rome by truck, one item, one donor. Every figure is by hand.

import { hour, type Line } from './journal.ts';

const SETTINGS = [
  ['name', 'A small operation'], ['hub', 'BELGG'], ['zone', 'Europe/Brussels'], ['opened_at', '2020-03-01T00:00:00Z'], ['horizon_days', '21'],
].map(([key, value]) => ({ key, value }));

const place = (code: string, role: string, area: string, dwellMinutes: number): Line => [
  'place.registered', 0, { place: code, name: code, area, latitude: 50, longitude: 5, zone: 'Europe/Brussels', role, dwellMinutes, changeMinutes: 60 },
];

/** Hub dwell 2 h, Rome dwell 1 h. Carton: 100 masks, 0.1 m³ (500 × 500 × 400 mm), 10 kg, 10 on a pallet. Hour 24 is 2 March, 01:00 in Brussels. */
export const SMALL: readonly Line[] = [
  ['operation.opened', 0, { operation: 'test', settings: SETTINGS }],
  ['item.registered', 0, {
    item: 'mask', name: 'Mask', class: 'ppe', unitsPerCarton: 100, cartonsPerPallet: 10, lengthMm: 500, widthMm: 500, heightMm: 400,
    cartonGrams: 10_000, leastCartonGrams: 5_000, mostCartonGrams: 15_000, leastUnitsPerCarton: 50, mostUnitsPerCarton: 200, temperature: 'ambient', worthCents: 100,
  }],
  place('CNHGH', 'origin', 'CN', 60),
  place('BELGG', 'hub', 'BE', 120),
  place('ITROM', 'gateway', 'IT', 60),
  place('ESZAZ', 'gateway', 'ES', 60),
  ['recipient.registered', 0, { recipient: 'IT', name: 'Italy', area: 'IT', place: 'ITROM' }],
  ['recipient.registered', 0, { recipient: 'ES', name: 'Spain', area: 'ES', place: 'ESZAZ' }],
  ['service.registered', 0, {
    service: 'ROAD', mode: 'road', carrier: 'x', from: 'BELGG', to: 'ITROM', days: '1234567', departs: '07:00', arrives: '07:00', arrivesAfterDays: 1,
    allotment: { positions: 2 }, rate: 50_000, liftCents: 0, co2: 150_000, keeps: [],
  }],
  // Departures at hours 30 (2 March), 54, 78; each arrives 24 h later.
  ...[2, 3, 4].map((day): Line => ['departure.scheduled', 0, { departure: `ROAD-${day}`, service: 'ROAD', departs: `2020-03-0${day}T07:00`, arrives: `2020-03-0${day + 1}T07:00` }]),
  ['pledge.made', 1, { pledge: 'P1', item: 'mask', donor: 'a foundation', units: 1000, scope: 'EUROPE', due: '2020-03-10', viaHub: true }],
  ['earmark.set', 1, { earmark: 'P1-IT', pledge: 'P1', item: 'mask', units: 600, areas: ['IT'], recipients: [] }],
  ['consignment.announced', 2, { consignment: 'C1', mode: 'air', carrier: 'x', from: 'CNHGH', to: 'BELGG', plannedDeparture: hour(3), plannedArrival: hour(20) }],
  ['lot.announced', 2, { lot: 'A', consignment: 'C1', pledge: 'P1', earmark: 'P1-IT', item: 'mask', units: 600 }],
  ['need.reported', 2, { recipient: 'IT', item: 'mask', units: 5000, from: hour(24), until: hour(24 + 168), severity: 3 }],
];
export const LANDED: readonly Line[] = [...SMALL, ['consignment.departed', 3, { consignment: 'C1' }], ['consignment.arrived', 20, { consignment: 'C1' }]];
export const STOCK: readonly Line[] = [...LANDED, ['goods.tallied', 22, { place: 'BELGG', lot: 'A', units: 600 }]];
export const SENT: readonly Line[] = [
  ...STOCK,
  ['dispatch.released', 24, { dispatch: 'D1', place: 'BELGG', recipient: 'IT', lot: 'A', units: 400, route: ['ROAD-2'] }],
  ['dispatch.departed', 30, { dispatch: 'D1' }],
];
