// The register: what is known of things, beside where units lie (ledger/). A fold of facts that hold (asof.ts); the
// latest fact about a thing is the one that counts.

import type { ConsignmentAnnounced, LotAnnounced } from './airlift/consignment.ts';
import type { DocumentFiled } from './airlift/papers.ts';
import type { SenderMappingLearned } from './airlift/sender.ts';
import type { ConsignmentEstimated, WaybillIssued } from './airlift/flight.ts';
import type { Item } from './catalogue.ts';
import { isKind, type BodyOf, type Fact } from './facts.ts';
import type { ConsignmentId, DepartureId, EarmarkId, ItemCode, LotId, PlaceCode, PlanId, RecipientId, RequestId, ServiceId } from './ids.ts';
import type { LotsRecalled } from './hub/recall.ts';
import { enterNeed, enterRequest, isOfRequest, type NeedOnRecord, type RequestFault, type RequestOnRecord } from './need/requests-on-record.ts';
import type { SourceRecorded } from './operation.ts';
import type { Charter, Departure, Paper, Place, Recipient, Rule, Service } from './places.ts';
import type { PlanForbidden } from './plan/decisions.ts';
import type { PlanProposed } from './plan/plan.ts';
import type { EarmarkSet } from './promise/promise.ts';
import { hoursBetween, plusMinutes, type Instant, type LocalDate } from './time.ts';
import { cubicCm, grams, units as unitCount } from './units.ts';

export interface PledgeOnRecord {
  readonly pledge: string;
  readonly item: ItemCode;
  readonly donor: string;
  readonly scope: BodyOf<'pledge.made'>['scope'];
  readonly viaHub: boolean;
  readonly madeAt: Instant;
  readonly units: number;
  readonly due: LocalDate | null;
  /** When the donor withdrew what was outstanding; null: it stands, or stands again. */
  readonly withdrawnAt: Instant | null;
}

export interface ConsignmentOnRecord {
  readonly announced: ConsignmentAnnounced;
  readonly lots: LotAnnounced[];
  readonly documents: DocumentFiled[];
  readonly waybills: WaybillIssued[];
  departedAt: Instant | null;
  arrivedAt: Instant | null;
  /** The carrier's latest estimates. */
  estimated: Omit<ConsignmentEstimated, 'consignment'>;
}

/** What the hub says of a release order. */
export type ReleaseState = 'ordered' | 'verified' | 'accepted' | 'refused';

export interface RecallOnRecord {
  readonly at: Instant;
  readonly recalled: LotsRecalled;
  readonly notified: { readonly at: Instant; readonly holder: string; readonly channel: string }[];
  liftedAt: Instant | null;
}

export interface PlanOnRecord {
  readonly proposed: PlanProposed;
  /** Line → why it stands. */
  readonly frozen: Map<string, string>;
  /** Line → cartons that a person set, and why. */
  readonly overridden: Map<string, { readonly cartons: number; readonly reason: string }>;
  approvedAt: Instant | null;
}

export interface Register {
  opened: BodyOf<'operation.opened'> | null;
  readonly sources: Map<string, SourceRecorded>;
  readonly items: Map<ItemCode, Item>;
  readonly places: Map<PlaceCode, Place>;
  readonly recipients: Map<RecipientId, Recipient>;
  readonly services: Map<ServiceId, Service>;
  readonly departures: Map<DepartureId, Departure>;
  readonly charters: Map<string, Charter>;
  readonly rules: Map<string, Rule>;
  readonly papers: Map<string, Paper>;
  readonly claims: { readonly at: Instant; readonly claim: BodyOf<'claim.recorded'> }[];
  /** By pledge, tab, item. */
  readonly pledges: Map<string, PledgeOnRecord>;
  readonly earmarks: Map<EarmarkId, EarmarkSet>;
  readonly consignments: Map<ConsignmentId, ConsignmentOnRecord>;
  readonly lots: Map<LotId, LotAnnounced>;
  /** What was learned of each sender, oldest first. */
  readonly senders: Map<string, SenderMappingLearned[]>;
  /** By recipient, item and beginning of the due window. */
  readonly needs: Map<string, NeedOnRecord>;
  readonly requests: Map<RequestId, RequestOnRecord>;
  /** Steps of requests that cannot be; empty in a journal that was admitted. */
  readonly requestFaults: RequestFault[];
  /** By recipient, tab, item. */
  readonly stock: Map<string, { readonly units: number; readonly reportedAt: Instant }>;
  readonly plans: Map<PlanId, PlanOnRecord>;
  /** The plan that was approved last. */
  approved: PlanId | null;
  readonly forbidden: PlanForbidden[];
  readonly releases: { readonly at: Instant; readonly release: BodyOf<'dispatch.released'> }[];
  /** By dispatch. */
  readonly releaseStates: Map<string, { readonly state: ReleaseState; readonly at: Instant; readonly reason: string | null }>;
  readonly recalls: Map<string, RecallOnRecord>;
  readonly deliveries: { readonly at: Instant; readonly delivery: BodyOf<'dispatch.delivered'> }[];
}

const emptyRegister = (): Register => ({
  opened: null,
  sources: new Map(),
  items: new Map(),
  places: new Map(),
  recipients: new Map(),
  services: new Map(),
  departures: new Map(),
  charters: new Map(),
  rules: new Map(),
  papers: new Map(),
  claims: [],
  pledges: new Map(),
  earmarks: new Map(),
  consignments: new Map(),
  lots: new Map(),
  senders: new Map(),
  needs: new Map(),
  requests: new Map(),
  requestFaults: [],
  stock: new Map(),
  plans: new Map(),
  approved: null,
  forbidden: [],
  releases: [],
  releaseStates: new Map(),
  recalls: new Map(),
  deliveries: [],
});

export const pledgeKey = (pledge: string, item: string): string => `${pledge}\t${item}`;
export const holdingKey = (recipient: string, item: string): string => `${recipient}\t${item}`;

/** When a consignment arrives by the latest word: it has; the carrier's estimate; its departure and the planned time under way; the plan. */
export function expectedArrival({ announced: { plannedDeparture, plannedArrival }, departedAt, arrivedAt, estimated }: Pick<ConsignmentOnRecord, 'announced' | 'departedAt' | 'arrivedAt' | 'estimated'>): Instant {
  return arrivedAt ?? estimated.arrival ?? (departedAt === null ? plannedArrival : plusMinutes(departedAt, hoursBetween(plannedDeparture, plannedArrival) * 60));
}

/** The charter that a run on a route is, or is a copy of: `CH-MXP-2` is the second copy of `CH-MXP`. */
export const charterOfRun = ({ charters }: Pick<Register, 'charters'>, run: string): Charter | undefined => charters.get(run) ?? charters.get(run.replace(/-\d+$/, ''));

/** Folds facts in the order in which they take effect. O(n). */
export function register(facts: readonly Fact[]): Register {
  const known = emptyRegister();
  for (const fact of facts) enter(known, fact);
  return known;
}

/** Enters further facts, in place, that take effect after all that it has seen. */
export function extendRegister(known: Register, later: readonly Fact[]): void {
  for (const fact of later) enter(known, fact);
}

function enter(known: Register, fact: Fact): void {
  switch (fact.kind) {
    case 'operation.opened': known.opened = fact.body; break;
    case 'source.recorded': known.sources.set(fact.body.id, fact.body); break;
    case 'item.registered': known.items.set(fact.body.item, fact.body); break;
    case 'place.registered': known.places.set(fact.body.place, fact.body); break;
    case 'recipient.registered': known.recipients.set(fact.body.recipient, fact.body); break;
    case 'service.registered': known.services.set(fact.body.service, fact.body); break;
    case 'departure.scheduled': known.departures.set(fact.body.departure, fact.body); break;
    case 'charter.offered': known.charters.set(fact.body.charter, fact.body); break;
    case 'rule.set': known.rules.set(fact.body.rule, fact.body); break;
    case 'paper.held': known.papers.set(`${fact.body.paper}\t${fact.body.reference}`, fact.body); break;
    case 'need.reported': enterNeed(known, fact.body, { reportedAt: fact.occurredAt, fact: fact.id, request: null }); break;
    case 'stock.reported': known.stock.set(holdingKey(fact.body.recipient, fact.body.item), { units: fact.body.units, reportedAt: fact.occurredAt }); break;
    default: if (isOfRequest(fact)) enterRequest(known, fact); else { enterPromise(known, fact); enterWay(known, fact); enterPlan(known, fact); }
  }
}

function enterPromise(known: Register, fact: Fact): void {
  if (isKind(fact, 'claim.recorded')) known.claims.push({ at: fact.occurredAt, claim: fact.body });
  else if (isKind(fact, 'earmark.set')) known.earmarks.set(fact.body.earmark, fact.body);
  else if (isKind(fact, 'pledge.made')) {
    const { pledge, item, donor, scope, viaHub, units, due } = fact.body;
    known.pledges.set(pledgeKey(pledge, item), { pledge, item, donor, scope, viaHub, madeAt: fact.occurredAt, units, due: due ?? null, withdrawnAt: null });
  } else if (isKind(fact, 'pledge.amended') || isKind(fact, 'pledge.withdrawn')) {
    const key = pledgeKey(fact.body.pledge, fact.body.item);
    const standing = known.pledges.get(key);
    if (standing === undefined) return;
    if (fact.kind === 'pledge.withdrawn') known.pledges.set(key, { ...standing, withdrawnAt: fact.occurredAt });
    else known.pledges.set(key, { ...standing, units: fact.body.units, due: fact.body.due ?? standing.due, withdrawnAt: null });
  }
}

function enterWay(known: Register, fact: Fact): void {
  if (isKind(fact, 'consignment.announced')) known.consignments.set(fact.body.consignment, { announced: fact.body, lots: [], documents: [], waybills: [], departedAt: null, arrivedAt: null, estimated: {} });
  else if (isKind(fact, 'lot.announced')) {
    known.lots.set(fact.body.lot, fact.body);
    known.consignments.get(fact.body.consignment)?.lots.push(fact.body);
  } else if (isKind(fact, 'document.filed')) known.consignments.get(fact.body.consignment)?.documents.push(fact.body);
  else if (isKind(fact, 'sender.mapping-learned')) known.senders.set(fact.body.sender, [...(known.senders.get(fact.body.sender) ?? []), fact.body]);
  else if (isKind(fact, 'consignment.departed') || isKind(fact, 'consignment.arrived')) {
    const consignment = known.consignments.get(fact.body.consignment);
    if (consignment === undefined) return;
    if (fact.kind === 'consignment.departed') consignment.departedAt ??= fact.occurredAt;
    else consignment.arrivedAt ??= fact.occurredAt;
  } else if (isKind(fact, 'waybill.issued')) known.consignments.get(fact.body.consignment)?.waybills.push(fact.body);
  else if (isKind(fact, 'consignment.estimated')) {
    const consignment = known.consignments.get(fact.body.consignment);
    const { consignment: _, ...estimated } = fact.body;
    if (consignment !== undefined) consignment.estimated = { ...consignment.estimated, ...estimated };
  } else if (isKind(fact, 'lot.offloaded')) offload(known, fact.body);
  else if (isKind(fact, 'dispatch.released')) {
    known.releases.push({ at: fact.occurredAt, release: fact.body });
    if (!known.releaseStates.has(fact.body.dispatch)) known.releaseStates.set(fact.body.dispatch, { state: 'ordered', at: fact.occurredAt, reason: null });
  } else if (isKind(fact, 'dispatch.delivered')) known.deliveries.push({ at: fact.occurredAt, delivery: fact.body });
  else enterHub(known, fact);
}

function enterHub(known: Register, fact: Fact): void {
  if (isKind(fact, 'release.verified') || isKind(fact, 'release.accepted') || isKind(fact, 'release.refused')) {
    const state = fact.kind === 'release.verified' ? 'verified' : fact.kind === 'release.accepted' ? 'accepted' : 'refused';
    known.releaseStates.set(fact.body.dispatch, { state, at: fact.occurredAt, reason: fact.body.reason ?? null });
  } else if (isKind(fact, 'lot.recalled')) known.recalls.set(fact.body.recall, { at: fact.occurredAt, recalled: fact.body, notified: [], liftedAt: null });
  else if (isKind(fact, 'recall.notified')) known.recalls.get(fact.body.recall)?.notified.push({ at: fact.occurredAt, holder: fact.body.holder, channel: fact.body.channel });
  else if (isKind(fact, 'recall.lifted')) {
    const recall = known.recalls.get(fact.body.recall);
    if (recall !== undefined) recall.liftedAt ??= fact.occurredAt;
  }
}

/** Pieces that stayed behind become a lot of the consignment that takes them; the declared weight and volume go along by share. */
function offload(known: Register, { lot: name, units: moved, onto, as }: BodyOf<'lot.offloaded'>): void {
  const lot = known.lots.get(name);
  if (lot === undefined || moved > lot.units) return;
  const share = (of: LotAnnounced['gross'] | LotAnnounced['volume'], part: number): number | undefined => (of === undefined ? undefined : Math.round((of * part) / lot.units));
  const cut = (part: number, rest: Partial<LotAnnounced>): LotAnnounced => {
    const [gross, volume] = [share(lot.gross, part), share(lot.volume, part)];
    return { ...lot, ...rest, units: unitCount(part), ...(gross !== undefined && { gross: grams(gross) }), ...(volume !== undefined && { volume: cubicCm(volume) }) };
  };
  const left = cut(lot.units - moved, {});
  const pieces = cut(moved, { lot: as, consignment: onto });
  known.lots.set(name, left);
  known.lots.set(as, pieces);
  const own = known.consignments.get(lot.consignment)?.lots;
  const at = own?.findIndex((it) => it.lot === name) ?? -1;
  if (own !== undefined && at >= 0) own[at] = left;
  known.consignments.get(onto)?.lots.push(pieces);
}

function enterPlan(known: Register, fact: Fact): void {
  if (isKind(fact, 'plan.proposed')) known.plans.set(fact.body.plan, { proposed: fact.body, frozen: new Map(), overridden: new Map(), approvedAt: null });
  else if (isKind(fact, 'plan.frozen')) for (const line of fact.body.lines) known.plans.get(fact.body.plan)?.frozen.set(line, fact.body.reason);
  else if (isKind(fact, 'plan.overridden')) known.plans.get(fact.body.plan)?.overridden.set(fact.body.line, { cartons: fact.body.cartons, reason: fact.body.reason });
  else if (isKind(fact, 'plan.approved')) {
    const plan = known.plans.get(fact.body.plan);
    if (plan !== undefined) plan.approvedAt ??= fact.occurredAt;
    known.approved = fact.body.plan;
  }
  else if (isKind(fact, 'plan.forbidden')) known.forbidden.push(fact.body);
}
