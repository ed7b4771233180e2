// Promise: what was said (claims), what the operation accepts (pledges), and whom a part of it is bound to (earmarks).
// Claim ≠ pledge ≠ earmark ≠ shipment.

import { z } from 'zod';
import { AreaCode, ClaimId, ConsignmentId, EarmarkId, ItemCode, PlaceCode, PledgeId, RecipientId, Sha256 } from '../ids.ts';
import type { Phrase } from '../phrase.ts';
import { Mode } from '../places.ts';
import { Instant, LocalDate } from '../time.ts';
import { Units } from '../units.ts';

/** What a claim tells: what is promised in all; one shipment that has come; all that has come so far; where or how goods go; how many people. */
export const ClaimSubject = z.enum(['total', 'arrival', 'arrivals', 'way', 'count']);
export type ClaimSubject = z.infer<typeof ClaimSubject>;

/** What somebody said in public at a time. The summary is ours; the words of the source stay with its link and its snapshot. */
export const ClaimRecorded = z.strictObject({
  claim: ClaimId,
  author: z.string().min(1),
  channel: z.string().min(1),
  language: z.string().regex(/^[a-z]{2}$/, 'a language is an ISO 639-1 code such as fr'),
  link: z.url().optional(),
  /** The page as it was read: the evidence that was kept of it. */
  snapshot: Sha256.optional(),
  summary: z.string().min(1),
  item: ItemCode.optional(),
  units: Units.optional(),
  scope: AreaCode.optional(),
  pledge: PledgeId.optional(),
  /** What it does to the pledge that it is about. */
  stance: z.enum(['supports', 'contradicts', 'context']),
  /** Without it no figure is held against others. */
  about: ClaimSubject.optional(),
  /** Which shipment it tells of, as somebody matched it. */
  consignment: ConsignmentId.optional(),
  /** What it says of the way: by road or air, under which flight number, where to or where it arrived, on which day. */
  mode: Mode.optional(),
  run: z.string().min(1).optional(),
  place: PlaceCode.optional(),
  day: LocalDate.optional(),
});
export type ClaimRecorded = z.infer<typeof ClaimRecorded>;

/**
 * Among readings that contradict each other one is accepted, for a reason. Taken again, it replaces what stood; a claim that
 * joins later opens the question again. Which contradictions and readings there are is found by rules (app/promise/contradictions/).
 */
export const PositionTaken = z.strictObject({
  contradiction: z.string().min(1).max(200),
  /** The accepted one. */
  reading: z.string().min(1).max(200),
  /** The claims that were weighed. */
  claims: z.array(ClaimId).min(1),
  reason: z.string().min(1),
});
export type PositionTaken = z.infer<typeof PositionTaken>;

/** One item of a pledge; a pledge of several items is several facts under one id. */
export const PledgeMade = z.strictObject({
  pledge: PledgeId,
  item: ItemCode,
  donor: z.string().min(1),
  units: Units.refine((n) => n > 0, 'a pledge is of at least one unit'),
  scope: AreaCode,
  /** The last day, local to the operation, by which it is due; absent where none was named. */
  due: LocalDate.optional(),
  /** False where the goods never pass the hub of this operation. */
  viaHub: z.boolean(),
});
export type PledgeMade = z.infer<typeof PledgeMade>;

/** The pledge now stands at `units`. */
export const PledgeAmended = z.strictObject({ pledge: PledgeId, item: ItemCode, units: Units, due: LocalDate.optional(), reason: z.string().min(1) });
export type PledgeAmended = z.infer<typeof PledgeAmended>;

/** What is still outstanding will not come. */
export const PledgeWithdrawn = z.strictObject({ pledge: PledgeId, item: ItemCode, reason: z.string().min(1) });
export type PledgeWithdrawn = z.infer<typeof PledgeWithdrawn>;

/** Binds part of a pledge to recipients, named or by area. Set again under the same id, it replaces what stood. */
export const EarmarkSet = z.strictObject({
  earmark: EarmarkId,
  pledge: PledgeId,
  item: ItemCode,
  units: Units,
  areas: z.array(AreaCode),
  recipients: z.array(RecipientId),
});
export type EarmarkSet = z.infer<typeof EarmarkSet>;

/** `kept`: all delivered. `on-course`: the plan delivers all by the due date. `at-risk`: it does not, or what is due is late. `broken`: date passed or withdrawn with units outstanding. */
export const Verdict = z.enum(['kept', 'on-course', 'at-risk', 'broken']);
export type Verdict = z.infer<typeof Verdict>;

export interface PromiseVerdict {
  readonly verdict: Verdict;
  readonly expectedBy: Instant | null;
  /** In English: `because`, said. */
  readonly why: string;
  readonly because: readonly Phrase[];
}
