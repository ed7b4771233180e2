// What people decide about a plan before it is made again: lines that stand, lines set to another number of cartons, and
// departures that are not to be used. A line is named by what it moves, not by its number, which is another in each plan.
// Not here: the facts that approval makes of them (app/plan/approve.ts).

import { z } from 'zod';
import { DepartureId, LotId, RecipientId } from '../ids.ts';
import { Cartons } from '../units.ts';

/** Which line: the lot, whom it goes to, and by which departures. */
export const LineName = z.strictObject({ lot: LotId, recipient: RecipientId, route: z.array(DepartureId).max(20) });
export type LineName = z.infer<typeof LineName>;

/** A line that is to stand as it is. */
const FrozenDecision = z.strictObject({ ...LineName.shape, cartons: Cartons.refine((n) => n > 0, 'at least one carton'), reason: z.string().min(1).max(500) });
/** A line set to so many cartons, no more and no less by its last departure; 0 strikes it. */
const OverriddenDecision = z.strictObject({ ...LineName.shape, cartons: Cartons, reason: z.string().min(1).max(500) });

/** Nothing rides on this departure: at all, for this recipient, of this lot, or of this lot for this recipient. It stands until it is corrected. */
export const PlanForbidden = z.strictObject({ departure: DepartureId, recipient: RecipientId.optional(), lot: LotId.optional(), reason: z.string().min(1).max(500) });
export type PlanForbidden = z.infer<typeof PlanForbidden>;

/** The most decisions of a kind that are taken at once. */
const MOST = 500;

export const PlanDecisions = z.strictObject({
  frozen: z.array(FrozenDecision).max(MOST).default([]),
  overridden: z.array(OverriddenDecision).max(MOST).default([]),
  forbidden: z.array(PlanForbidden).max(MOST).default([]),
  /** Lines that an earlier plan froze and that need not stand any more. */
  released: z.array(LineName).max(MOST).default([]),
});
export type PlanDecisions = z.infer<typeof PlanDecisions>;
/** The same before it is read. */
export type DecisionsAsked = z.input<typeof PlanDecisions>;

export const NO_DECISIONS: PlanDecisions = { frozen: [], overridden: [], forbidden: [], released: [] };
