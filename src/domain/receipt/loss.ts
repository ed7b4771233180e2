// Receipt: what did not arrive as it was sent. Short, damaged, seized, recalled, lost, destroyed are recorded, never silently gone.

import { z } from 'zod';
import { ConsignmentId, DispatchId, FactId, LotId, PlaceCode, RecipientId } from '../ids.ts';
import { Units } from '../units.ts';

/** Where the units were: exactly one of the four. */
const where = { consignment: ConsignmentId.optional(), place: PlaceCode.optional(), dispatch: DispatchId.optional(), recipient: RecipientId.optional() };
const count = (body: Record<string, unknown>): number => ['consignment', 'place', 'dispatch', 'recipient'].filter((key) => body[key] !== undefined).length;
const ONE = 'say where the units were: a consignment, a place, a dispatch or a recipient, exactly one';

/** States in which units of a lot can stand; see ledger/accounts.ts. */
export const HeldState = z.enum(['consigned', 'airborne', 'landed', 'held', 'quarantined', 'available', 'allocated', 'onward', 'delivered', 'accepted']);
export type HeldState = z.infer<typeof HeldState>;

export const Loss = z
  .strictObject({
    ...where,
    lot: LotId,
    units: Units.refine((n) => n > 0, 'at least one unit'),
    /** Which of the lot's units there; absent: the ones furthest from the receiver first. */
    state: HeldState.optional(),
    /** Report number of police, customs, carrier. */
    reference: z.string().min(1).optional(),
    reason: z.string().min(1).optional(),
  })
  .refine((body) => count(body) === 1, ONE);
export type Loss = z.infer<typeof Loss>;

/** Units come back into a hub's stock, from the road, from a receiver, or from a loss that was found again. */
export const Returned = z
  .strictObject({
    place: PlaceCode,
    dispatch: DispatchId.optional(),
    recipient: RecipientId.optional(),
    lossOf: z.enum(['lost', 'seized', 'refused', 'damaged']).optional(),
    lot: LotId,
    units: Units.refine((n) => n > 0, 'at least one unit'),
    reference: z.string().min(1).optional(),
    reason: z.string().min(1).optional(),
  })
  .refine((body) => [body.dispatch, body.recipient, body.lossOf].filter((x) => x !== undefined).length === 1, 'say what the units come back from: a dispatch, a recipient or a loss, exactly one');
export type Returned = z.infer<typeof Returned>;

/** Somebody has looked into a discrepancy (named by the fact that opened it, and the lot) and says what it was. */
export const DiscrepancyResolved = z.strictObject({ opened: FactId, lot: LotId, how: z.string().min(1) });
export type DiscrepancyResolved = z.infer<typeof DiscrepancyResolved>;
