// What the routes of the hub answer: its board, stock cards, and who holds units of a lot.

import { z } from 'zod';
import { DocumentKind } from '../../domain/airlift/papers.ts';
import { WhenQuery } from './operation.ts';

const units = z.int().min(0);
const instant = z.string().describe('An instant, UTC.');

const ArrivingLot = z.looseObject({
  lot: z.string(), item: z.string(), units, cartons: units, unitsPerCarton: units, pallets: units, batch: z.string().nullable(), expires: z.string().nullable(), pledge: z.string(), earmark: z.string().nullable(),
  consigned: units, airborne: units, uncounted: units.describe('Landed and not yet counted.'),
});

const Arrival = z.looseObject({
  consignment: z.string(), run: z.string().nullable(), carrier: z.string(), mode: z.string(), aircraft: z.string().nullable(), from: z.string(), to: z.string(),
  plannedDeparture: instant, plannedArrival: instant, estimatedDeparture: instant.nullable(), estimatedArrival: instant.nullable(), departedAt: instant.nullable(), arrivedAt: instant.nullable(), expected: instant,
  state: z.enum(['announced', 'departed', 'arrived', 'counted']),
  waybills: z.array(z.object({ waybill: z.string(), kind: z.enum(['master', 'house']), pieces: units, grams: units })),
  lots: z.array(ArrivingLot),
  papers: z.array(DocumentKind).describe('Filed or issued.'), missingPapers: z.array(z.array(DocumentKind)).describe('Each as the papers of which one would do.'),
  load: z.object({ grams: units, volume: units.describe('cm³'), chargeableKg: z.number(), pallets: units, payload: units.nullable(), capacity: units.nullable().describe('cm³'), positions: units.nullable(), positionsTaken: units.nullable().describe('What is built by what it stands on, the rest by volume.'), built: z.object({ ulds: units, pallets: units }) }),
  overflow: z.array(z.object({ lot: z.string(), cartons: units, binding: z.enum(['payload', 'volume', 'positions']).describe('What its aircraft has too little of.'), onto: z.string().nullable(), fits: units })).describe('What does not fit, and the next consignment with room.'),
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

export const UnitsQuery = WhenQuery.extend({ in: z.string().min(1).max(40).optional().describe('A handling unit: those that stand in it. Absent: the outermost at places and on flights.') });
export const UnitsReport = z
  .looseObject({
    in: z.string().nullable(), count: units.describe('Of which at most 500 are listed.'),
    units: z.array(z.looseObject({
      unit: z.string(), type: z.enum(['carton', 'crate', 'pallet', 'uld']), in: z.string().nullable(), holds: units,
      at: z.looseObject({ place: z.string().optional(), bin: z.string().optional(), consignment: z.string().optional(), dispatch: z.string().optional(), recipient: z.string().optional() }),
      contents: z.array(z.object({ lot: z.string(), item: z.string(), units, recalled: z.boolean() })), gross: units.nullable(), marks: z.string().nullable(),
      size: z.object({ mostGross: units.nullable(), positions: z.number().nullable() }).nullable(),
    })),
  })
  .meta({ id: 'UnitsReport' });

export const BuildRequest = z.strictObject({
  lot: z.string().min(1).max(64),
  units: z.int().min(1),
  place: z.string().length(5).describe('Where they stand.'),
  bin: z.string().min(1).max(40).optional(),
  unitsPerCarton: z.int().min(1).optional().describe('Absent: as the lot or its item is packed.'),
  cartonsPerPallet: z.int().min(0).max(1000).optional().describe('Absent: as the item is palletised; 0: no pallets.'),
  at: z.string().max(40).optional(),
  by: z.string().min(1).max(120).default('http').describe('The role that packs; never a person.'),
});
export const BuildReport = z.looseObject({ lot: z.string(), cartons: z.array(z.object({ unit: z.string(), units, on: z.string().nullable() })), pallets: z.array(z.string()), facts: z.array(z.string()).describe('Ids of what was recorded, in that order.') }).meta({ id: 'BuildReport' });

export const ScanRequest = z.strictObject({
  code: z.string().min(1).max(200).describe('As the scanner sent it or a person typed it: SSCC, element string, Digital Link, ULD.'),
  doing: z.enum(['find', 'receive', 'put', 'load', 'deliver']),
  place: z.string().length(5).optional().describe('Absent: the hub.'),
  bin: z.string().min(1).max(40).optional(),
  dispatch: z.string().min(1).max(64).optional().describe('The release order that is being loaded.'),
  at: z.string().max(40).optional().describe('When it was scanned; a scanner that was offline sends it later.'),
  by: z.string().min(1).max(120).default('http').describe('The role that scans; never a person.'),
});
export const ScanReport = z
  .looseObject({
    unit: z.looseObject({
      unit: z.string(), type: z.enum(['carton', 'crate', 'pallet', 'uld']), in: z.string().nullable(), holds: z.array(z.string()),
      at: z.looseObject({ place: z.string().optional(), bin: z.string().optional(), consignment: z.string().optional(), dispatch: z.string().optional(), recipient: z.string().optional() }),
      contents: z.array(z.looseObject({ lot: z.string(), item: z.string(), units, batch: z.string().nullable(), expires: z.string().nullable(), recalled: z.boolean() })),
    }),
    entered: units.describe('Facts that this scan entered; 0: it was known, or it only asked.'),
  })
  .meta({ id: 'ScanReport' });
