// Handling units: what people lift, scan and count. A carton, pallet or ULD holds units of lots, other handling units, or
// both; moving the outer moves the inner. Check digits are examined at admission (standards/gs1, standards/iata); what may
// be packed into what, by the ledger (ledger/handling.ts).

import { z } from 'zod';
import { ConsignmentId, DispatchId, HandlingUnitId, LotId, PlaceCode, RecipientId } from '../ids.ts';
import { Grams, Units } from '../units.ts';

export const HandlingUnitType = z.enum(['carton', 'crate', 'pallet', 'uld']);
export type HandlingUnitType = z.infer<typeof HandlingUnitType>;

/** Where a handling unit stands: exactly one of the four. `bin` is the spot within a place: `A-03-2`, `dock 4`, `cold room`. */
export const Standing = z
  .strictObject({ place: PlaceCode.optional(), bin: z.string().min(1).max(40).optional(), consignment: ConsignmentId.optional(), dispatch: DispatchId.optional(), recipient: RecipientId.optional() })
  .refine(({ place, consignment, dispatch, recipient }) => [place, consignment, dispatch, recipient].filter((it) => it !== undefined).length === 1, 'say where it stands: a place, a consignment, a dispatch or a recipient, exactly one')
  .refine(({ place, bin }) => bin === undefined || place !== undefined, 'a bin lies within a place: name the place too');
export type Standing = z.infer<typeof Standing>;

const Content = z.strictObject({ lot: LotId, units: Units.refine((n) => n > 0, 'at least one unit') });

/** A handling unit comes into being, with what lies loose in it; a pallet of cartons holds none itself. */
export const HandlingUnitBuilt = z.strictObject({
  unit: HandlingUnitId,
  type: HandlingUnitType,
  at: Standing,
  contents: z.array(Content),
  /** Gross, as weighed. */
  gross: Grams.optional(),
  /** Shipping marks, as written on it. */
  marks: z.string().min(1).optional(),
});
export type HandlingUnitBuilt = z.infer<typeof HandlingUnitBuilt>;

/** These go into that one, wherever it stands. */
export const HandlingUnitsPacked = z.strictObject({ units: z.array(HandlingUnitId).min(1), into: HandlingUnitId });
export type HandlingUnitsPacked = z.infer<typeof HandlingUnitsPacked>;

/** These come out of the one that they are in, and stand where it stands. */
export const HandlingUnitsUnpacked = z.strictObject({ units: z.array(HandlingUnitId).min(1) });
export type HandlingUnitsUnpacked = z.infer<typeof HandlingUnitsUnpacked>;

/** It is no more: what was in it stands loose where it stood. */
export const HandlingUnitBrokenDown = z.strictObject({ unit: HandlingUnitId });
export type HandlingUnitBrokenDown = z.infer<typeof HandlingUnitBrokenDown>;

/** The outermost is moved, and all that it holds goes with it. */
export const HandlingUnitMoved = z.strictObject({ unit: HandlingUnitId, to: Standing });
export type HandlingUnitMoved = z.infer<typeof HandlingUnitMoved>;
