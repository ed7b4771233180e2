// Flights: air waybills, estimates, and what was left behind. A consignment is one flight's freight; pieces that did not get
// on it fly on another under a lot of their own, so that a lot never spans two consignments.

import { z } from 'zod';
import { ConsignmentId, LotId, WaybillNumber } from '../ids.ts';
import { Instant } from '../time.ts';
import { Grams, Units } from '../units.ts';

/** A master air waybill (carrier's), or a house one under it (forwarder's). */
export const WaybillIssued = z
  .strictObject({
    waybill: WaybillNumber,
    kind: z.enum(['master', 'house']),
    /** Of a house waybill: the master that it travels under. */
    master: WaybillNumber.optional(),
    consignment: ConsignmentId,
    lots: z.array(LotId).optional(),
    pieces: z.int().min(1),
    gross: Grams,
    /** Chargeable weight: the larger of gross and volume × 167 kg/m³, as the carrier billed it. */
    chargeable: Grams.optional(),
    goods: z.string().min(1),
    shipper: z.string().min(1).optional(),
    consignee: z.string().min(1).optional(),
  })
  .refine(({ kind, master }) => (kind === 'house') === (master !== undefined), 'a house waybill names its master; a master waybill names none');
export type WaybillIssued = z.infer<typeof WaybillIssued>;

/** The carrier's present estimate; the plan of the announcement stays beside it. */
export const ConsignmentEstimated = z
  .strictObject({ consignment: ConsignmentId, departure: Instant.optional(), arrival: Instant.optional(), reason: z.string().min(1).optional() })
  .refine(({ departure, arrival }) => departure !== undefined || arrival !== undefined, 'give an estimated departure, an arrival, or both');
export type ConsignmentEstimated = z.infer<typeof ConsignmentEstimated>;

/** Units of a lot that stayed behind are booked onto another consignment, there as a lot with a name of its own. */
export const LotOffloaded = z.strictObject({
  lot: LotId,
  units: Units.refine((n) => n > 0, 'at least one unit'),
  onto: ConsignmentId,
  as: LotId,
  /** Which pieces, as the carrier names them. */
  pieces: z.string().min(1).optional(),
  reason: z.string().min(1).optional(),
});
export type LotOffloaded = z.infer<typeof LotOffloaded>;
