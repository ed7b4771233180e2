// Onward: a dispatch takes units of lots from a place towards one recipient, along the departures of a plan's line.

import { z } from 'zod';
import { ConsignmentId, DepartureId, DispatchId, FactId, LotId, PlaceCode, PlanId, RecipientId, Sha256 } from '../ids.ts';
import { Units } from '../units.ts';

const Some = Units.refine((n) => n > 0, 'at least one unit');

/** The release order: from now on these units are allocated to this recipient. */
export const DispatchReleased = z.strictObject({
  dispatch: DispatchId,
  place: PlaceCode,
  recipient: RecipientId,
  lot: LotId,
  units: Some,
  plan: PlanId.optional(),
  route: z.array(DepartureId),
  reference: z.string().min(1).optional(),
  /** The loss, seizure, refusal or shortage that it makes good. */
  replaces: FactId.optional(),
});
export type DispatchReleased = z.infer<typeof DispatchReleased>;

/**
 * The hub's word on a release order. `release.verified`: stock and papers are there. `release.accepted`: it will be loaded.
 * `release.refused`, with a reason: its units are free again.
 */
export const ReleaseJudged = z.strictObject({ dispatch: DispatchId, reason: z.string().min(1).optional(), reference: z.string().min(1).optional() });
export type ReleaseJudged = z.infer<typeof ReleaseJudged>;

/** Loaded, departed, or arrived at a place on the way. Of one lot, or of all that the dispatch holds. */
export const DispatchMoved = z.strictObject({ dispatch: DispatchId, lot: LotId.optional(), units: Some.optional(), place: PlaceCode.optional(), reference: z.string().min(1).optional() });
export type DispatchMoved = z.infer<typeof DispatchMoved>;

/** What brings goods to a recipient: a dispatch from the hub, or a consignment that never touched it. */
/** Who signed: a salted commitment; the name itself is in the vault and can be erased. */
const signature = { signedBy: Sha256.optional() };
const carrier = { dispatch: DispatchId.optional(), consignment: ConsignmentId.optional() };
const oneCarrier = (body: { dispatch?: unknown; consignment?: unknown }): boolean => (body.dispatch === undefined) !== (body.consignment === undefined);
const ONE = 'name the dispatch or the consignment that brought it, not both';

/** What the receiver counted. More than was sent is surplus, less leaves a discrepancy open, unless unloading goes on (`partial`). */
export const Delivered = z.strictObject({ ...carrier, lot: LotId, recipient: RecipientId, units: Units, partial: z.boolean().optional(), reference: z.string().min(1).optional(), ...signature }).refine(oneCarrier, ONE);
export type Delivered = z.infer<typeof Delivered>;

/** Accepted after inspection (of what was delivered), or refused (on the way or after delivery). */
export const Judged = z.strictObject({ ...carrier, lot: LotId, recipient: RecipientId, units: Some, reference: z.string().min(1).optional(), reason: z.string().min(1).optional() }).refine(oneCarrier, ONE);
export type Judged = z.infer<typeof Judged>;
