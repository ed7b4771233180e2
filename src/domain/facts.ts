// The journal's vocabulary: every kind of fact with the schema of its body, in the order of the way that a box takes.
// A fact is immutable; a mistake is corrected by a further fact that names the one it corrects.

import { z } from 'zod';
import { ConsignmentAnnounced, LotAnnounced } from './airlift/consignment.ts';
import { DocumentFiled } from './airlift/papers.ts';
import { SenderMappingLearned } from './airlift/sender.ts';
import { ConsignmentEstimated, LotOffloaded, WaybillIssued } from './airlift/flight.ts';
import { CommuniqueApproved, CommuniquePublished } from './announce/communique.ts';
import { Item } from './catalogue.ts';
import { HandlingUnitBrokenDown, HandlingUnitBuilt, HandlingUnitMoved, HandlingUnitsPacked, HandlingUnitsUnpacked } from './hub/handling-unit.ts';
import { GoodsTallied, StockMoved } from './hub/hub.ts';
import { LotsRecalled, RecallLifted, RecallNotified } from './hub/recall.ts';
import { Actor, ConsignmentId, FactId, IdempotencyKey, LotId, OperationId, PlaceCode, Sha256 } from './ids.ts';
import { NeedParameterSet } from './need/parameters.ts';
import { CensusReported, CountReported, NeedReported, StockReported } from './need/need.ts';
import { NeedRequested, RequestAccepted, RequestAnswered, RequestAsked, RequestDeclined, RequestWithdrawn } from './need/request.ts';
import { CountFeedAsked, CountFeedSet, CountsImported, CountsMappingLearned, CountsPublished } from './need/publication.ts';
import { Delivered, DispatchMoved, DispatchReleased, Judged, ReleaseJudged } from './onward/dispatch.ts';
import { OperationOpened, SourceRecorded } from './operation.ts';
import { Charter, Departure, Paper, Place, Recipient, Rule, Service } from './places.ts';
import { PlanForbidden } from './plan/decisions.ts';
import { PlanApproved, PlanFrozen, PlanOverridden, PlanProposed } from './plan/plan.ts';
import { WhatIfKept } from './plan/what-if.ts';
import { ClaimRecorded, EarmarkSet, PledgeAmended, PledgeMade, PledgeWithdrawn, PositionTaken } from './promise/promise.ts';
import { DiscrepancyResolved, Loss, Returned } from './receipt/loss.ts';
import { Instant } from './time.ts';
import { Units } from './units.ts';

/** A step of a consignment on its way in: of one lot, or of all that it holds. */
const ConsignmentMoved = z.strictObject({ consignment: ConsignmentId, lot: LotId.optional(), units: Units.refine((n) => n > 0, 'at least one unit').optional(), place: PlaceCode.optional(), reference: z.string().min(1).optional() });
export type ConsignmentMoved = z.infer<typeof ConsignmentMoved>;

/**
 * Kind → body. The order is the order of the way: where two facts occurred at the same instant, the one whose kind stands
 * first here came first.
 */
export const FACT_BODIES = {
  'operation.opened': OperationOpened,
  'source.recorded': SourceRecorded,
  'item.registered': Item,
  'place.registered': Place,
  'recipient.registered': Recipient,
  'service.registered': Service,
  'departure.scheduled': Departure,
  'charter.offered': Charter,
  'rule.set': Rule,
  'paper.held': Paper,
  'claim.recorded': ClaimRecorded,
  'position.taken': PositionTaken,
  'pledge.made': PledgeMade,
  'pledge.amended': PledgeAmended,
  'pledge.withdrawn': PledgeWithdrawn,
  'earmark.set': EarmarkSet,
  'consignment.announced': ConsignmentAnnounced,
  'lot.announced': LotAnnounced,
  'document.filed': DocumentFiled,
  'sender.mapping-learned': SenderMappingLearned,
  'lot.offloaded': LotOffloaded,
  'waybill.issued': WaybillIssued,
  'consignment.estimated': ConsignmentEstimated,
  'handling-unit.built': HandlingUnitBuilt,
  'handling-unit.packed': HandlingUnitsPacked,
  'consignment.handed-over': ConsignmentMoved,
  'consignment.departed': ConsignmentMoved,
  'consignment.arrived': ConsignmentMoved,
  'handling-unit.unpacked': HandlingUnitsUnpacked,
  'handling-unit.broken-down': HandlingUnitBrokenDown,
  'goods.tallied': GoodsTallied,
  'customs.held': StockMoved,
  'customs.cleared': StockMoved,
  'goods.quarantined': StockMoved,
  'goods.released': StockMoved,
  'goods.surplus': StockMoved,
  'lot.recalled': LotsRecalled,
  'recall.notified': RecallNotified,
  'recall.lifted': RecallLifted,
  'count.reported': CountReported,
  'census.reported': CensusReported,
  'counts.published': CountsPublished,
  'counts.imported': CountsImported,
  'counts.mapping-learned': CountsMappingLearned,
  'count-feed.set': CountFeedSet,
  'count-feed.asked': CountFeedAsked,
  'need.parameter-set': NeedParameterSet,
  'stock.reported': StockReported,
  'need.reported': NeedReported,
  'need.requested': NeedRequested,
  'request.asked': RequestAsked,
  'request.answered': RequestAnswered,
  'request.accepted': RequestAccepted,
  'request.declined': RequestDeclined,
  'request.withdrawn': RequestWithdrawn,
  'plan.proposed': PlanProposed,
  'plan.approved': PlanApproved,
  'plan.overridden': PlanOverridden,
  'plan.frozen': PlanFrozen,
  'plan.forbidden': PlanForbidden,
  'what-if.kept': WhatIfKept,
  'dispatch.released': DispatchReleased,
  'release.verified': ReleaseJudged,
  'release.accepted': ReleaseJudged,
  'release.refused': ReleaseJudged,
  'dispatch.loaded': DispatchMoved,
  'dispatch.departed': DispatchMoved,
  'dispatch.arrived': DispatchMoved,
  'dispatch.delivered': Delivered,
  'dispatch.accepted': Judged,
  'dispatch.refused': Judged,
  'handling-unit.moved': HandlingUnitMoved,
  'goods.short': Loss,
  'goods.damaged': Loss,
  'goods.lost': Loss,
  'goods.seized': Loss,
  'goods.recalled': Loss,
  'goods.destroyed': Loss,
  'goods.returned': Returned,
  'discrepancy.resolved': DiscrepancyResolved,
  'communique.approved': CommuniqueApproved,
  'communique.published': CommuniquePublished,
  'correction.made': z.strictObject({
    /** The fact that was wrong; never itself a correction: correct the original again. */
    corrects: FactId,
    reason: z.string().min(1),
    /** What stands in its place, of the same kind; absent: it never happened. */
    replacement: z.strictObject({ occurredAt: Instant, body: z.json() }).optional(),
  }),
} as const satisfies Record<string, z.ZodType>;

export type FactKind = keyof typeof FACT_BODIES;
export type BodyOf<K extends FactKind> = z.infer<(typeof FACT_BODIES)[K]>;
export const FACT_KINDS = Object.keys(FACT_BODIES) as FactKind[];
/** A question and its answer may come at one instant, and the next question after them: a request's steps take effect as they were recorded. */
const FIRST_OF_REQUEST: FactKind = 'need.requested';
const RANK: ReadonlyMap<string, number> = new Map(FACT_KINDS.map((kind, rank) => [kind, kind.startsWith('request.') ? FACT_KINDS.indexOf(FIRST_OF_REQUEST) : rank]));
export const rankOf = (kind: FactKind): number => RANK.get(kind) ?? FACT_KINDS.length;
export const FactKindName = z.enum(FACT_KINDS as [FactKind, ...FactKind[]]);

/** A document, photo or link that bears a fact out. A file is named by the hash of its content. */
export const Evidence = z.strictObject({ link: z.url().optional(), sha256: Sha256.optional(), title: z.string().min(1).optional() }).refine((it) => it.link !== undefined || it.sha256 !== undefined, 'evidence is a link or a file');
export type Evidence = z.infer<typeof Evidence>;

interface Envelope {
  readonly occurredAt: Instant;
  /** When it became known to the operation; a pack brings its own, else the store's clock sets it. */
  readonly recordedAt: Instant;
  readonly by: Actor;
  readonly key: IdempotencyKey;
  /** Ids of sources, as recorded by `source.recorded`. */
  readonly sources: readonly string[];
  readonly note: string | null;
  readonly evidence: readonly Evidence[];
}

/** What somebody wants to add to the journal. */
export type NewFact<K extends FactKind = FactKind> = { [Kind in K]: Envelope & { readonly kind: Kind; readonly body: BodyOf<Kind> } }[K];

/** What stands in the journal. */
export type Fact<K extends FactKind = FactKind> = { [Kind in K]: NewFact<Kind> & { readonly id: FactId; readonly operation: OperationId; readonly seq: number } }[K];

export const isKind = <K extends FactKind>(fact: Fact, kind: K): fact is Extract<Fact, { kind: K }> => fact.kind === kind;

/** The order in which facts take effect: by occurrence, then by the way, then as they were recorded. */
export const byOccurrence = (a: Fact, b: Fact): number => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : rankOf(a.kind) - rankOf(b.kind) || a.seq - b.seq);
