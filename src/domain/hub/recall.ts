// Recall: an authority, a maker or a donor says that a lot must not be used. At once nothing of it may go out; what is out
// is known, and each holder is told. What comes back or is destroyed is recorded as such (receipt/loss.ts).

import { z } from 'zod';
import { LotId, RecallId } from '../ids.ts';

/** The hub's stock of these lots goes into quarantine, units that wait under a release order with it. */
export const LotsRecalled = z.strictObject({ recall: RecallId, lots: z.array(LotId).min(1), reason: z.string().min(1), authority: z.string().min(1).optional(), reference: z.string().min(1).optional() });
export type LotsRecalled = z.infer<typeof LotsRecalled>;

/** A notice has gone to a holder: a recipient, a place or the carrier of a dispatch, by its code. */
export const RecallNotified = z.strictObject({ recall: RecallId, holder: z.string().min(1), channel: z.string().min(1) });
export type RecallNotified = z.infer<typeof RecallNotified>;

/** The lots may be used again; stock in quarantine stays there until it is released. */
export const RecallLifted = z.strictObject({ recall: RecallId, reason: z.string().min(1) });
export type RecallLifted = z.infer<typeof RecallLifted>;
