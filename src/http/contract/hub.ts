// What the routes of the hub answer: its board, stock cards, and who holds units of a lot.

import { z } from 'zod';
import { WhenQuery } from './operation.ts';

const units = z.int().min(0);
const instant = z.string().describe('An instant, UTC.');

const ArrivingLot = z.looseObject({
  lot: z.string(), item: z.string(), units, cartons: units, pallets: units, batch: z.string().nullable(), expires: z.string().nullable(), pledge: z.string(), earmark: z.string().nullable(),
  consigned: units, airborne: units, uncounted: units.describe('Landed and not yet counted.'),
});

const Arrival = z.looseObject({
  consignment: z.string(), run: z.string().nullable(), carrier: z.string(), mode: z.string(), aircraft: z.string().nullable(), from: z.string(), to: z.string(),
  plannedDeparture: instant, plannedArrival: instant, estimatedDeparture: instant.nullable(), estimatedArrival: instant.nullable(), departedAt: instant.nullable(), arrivedAt: instant.nullable(), expected: instant,
  state: z.enum(['announced', 'departed', 'arrived', 'counted']),
  waybills: z.array(z.object({ waybill: z.string(), kind: z.enum(['master', 'house']), pieces: units, grams: units })),
  lots: z.array(ArrivingLot),
  load: z.object({ grams: units, volume: units.describe('cm³'), chargeableKg: z.number(), pallets: units, payload: units.nullable(), capacity: units.nullable().describe('cm³'), positions: units.nullable() }),
  overflow: z.array(z.object({ lot: z.string(), cartons: units, onto: z.string().nullable(), fits: units })).describe('What does not fit, and the next consignment with room.'),
});

const States = z.object({ landed: units, held: units, quarantined: units, available: units, allocated: units });

const LotInStock = z.looseObject({
  place: z.string(), lot: z.string(), item: z.string(), consignment: z.string(), pledge: z.string(), earmark: z.string().nullable(), batch: z.string().nullable(), expires: z.string().nullable(), expired: z.boolean(), recalled: z.boolean(),
  units: States, total: units, cartons: units, turn: z.int().nullable().describe('First expired, first out: its place in line among the lots of its item.'),
});

const Holder = z.looseObject({
  kind: z.enum(['place', 'consignment', 'dispatch', 'recipient']), holder: z.string(), name: z.string(), tell: z.string(),
  lots: z.array(z.object({ lot: z.string(), item: z.string(), state: z.string(), units })), units,
  handlingUnits: z.array(z.object({ unit: z.string(), type: z.string(), bin: z.string().nullable(), in: z.string().nullable(), lot: z.string(), units })),
  notifiedAt: instant.nullable(),
});

const Recall = z.looseObject({
  recall: z.string(), lots: z.array(z.string()), reason: z.string(), authority: z.string().nullable(), reference: z.string().nullable(), at: instant, liftedAt: instant.nullable(), holders: z.array(Holder),
  units: z.object({ held: units, recovered: units, lost: units }),
});

export const HubBoard = z
  .looseObject({
    operation: z.string(), hub: z.string(), asOf: instant,
    arrivals: z.array(Arrival).describe('By expected arrival.'),
    stock: z.array(LotInStock),
    questions: z.array(z.looseObject({ opened: z.string(), seq: z.int(), at: instant, lot: z.string(), item: z.string(), kind: z.enum(['beyond-pledge', 'short', 'surplus']), expected: units, found: units, where: z.string(), missing: units })).describe('Discrepancies that nobody has resolved.'),
    handling: z.looseObject({ place: z.string(), palletsPerHour: z.int().nullable(), docks: z.int().nullable(), hours: z.array(z.object({ from: instant, due: z.number(), handled: z.number(), waiting: z.number() })), worst: z.object({ from: instant, waiting: z.number() }).nullable() }).nullable(),
    recalls: z.array(Recall),
  })
  .meta({ id: 'HubBoard' });

export const StockCardParams = z.object({ op: z.string().min(1).max(64), lot: z.string().min(1).max(64) });
export const StockCardQuery = WhenQuery.extend({ place: z.string().length(5).optional().describe('A place; absent: the hub.') });
export const StockCard = z
  .looseObject({
    lot: z.string(), item: z.string(), place: z.string(), batch: z.string().nullable(), expires: z.string().nullable(),
    movements: z.array(z.looseObject({ seq: z.int(), at: instant, recordedAt: instant, kind: z.string(), by: z.string(), reference: z.string().nullable(), other: z.string().nullable(), in: units, out: units, balance: units, states: States })),
  })
  .meta({ id: 'StockCard' });

const codes = z.string().max(4000).transform((text) => text.split(',').filter((it) => it !== ''));
export const HoldersQuery = WhenQuery.extend({ lots: codes.optional().describe('Lots, with commas between them.'), batch: z.string().max(120).optional().describe("All lots of a maker's batch.") });
export const HoldersReport = z.looseObject({ lots: z.array(z.string()), holders: z.array(Holder) }).meta({ id: 'HoldersReport' });
