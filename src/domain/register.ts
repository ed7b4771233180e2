// The register: what is known of things, beside where units lie (ledger/). A fold of facts that hold (asof.ts); the
// latest fact about a thing is the one that counts.

import type { ConsignmentAnnounced, LotAnnounced } from './airlift/consignment.ts';
import type { Item } from './catalogue.ts';
import { isKind, type BodyOf, type Fact } from './facts.ts';
import type { ConsignmentId, DepartureId, EarmarkId, ItemCode, LotId, PlaceCode, PlanId, RecipientId, ServiceId } from './ids.ts';
import type { NeedReported } from './need/need.ts';
import type { SourceRecorded } from './operation.ts';
import type { Charter, Departure, Paper, Place, Recipient, Rule, Service } from './places.ts';
import type { PlanForbidden } from './plan/decisions.ts';
import type { PlanProposed } from './plan/plan.ts';
import type { EarmarkSet } from './promise/promise.ts';
import type { Instant, LocalDate } from './time.ts';

export interface PledgeOnRecord {
  readonly pledge: string;
  readonly item: ItemCode;
  readonly donor: string;
  readonly scope: BodyOf<'pledge.made'>['scope'];
  readonly viaHub: boolean;
  readonly madeAt: Instant;
  readonly units: number;
  readonly due: LocalDate | null;
  /** When the donor withdrew what was outstanding; null: it stands. */
  readonly withdrawnAt: Instant | null;
}

export interface ConsignmentOnRecord {
  readonly announced: ConsignmentAnnounced;
  readonly lots: LotAnnounced[];
  departedAt: Instant | null;
  arrivedAt: Instant | null;
}

export interface PlanOnRecord {
  readonly proposed: PlanProposed;
  /** Line → why it stands. */
  readonly frozen: Map<string, string>;
  /** Line → cartons that a person set, and why. */
  readonly overridden: Map<string, { readonly cartons: number; readonly reason: string }>;
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
  /** By recipient, item and beginning of the due window. */
  readonly needs: Map<string, { readonly need: NeedReported; readonly reportedAt: Instant }>;
  /** By recipient, tab, item. */
  readonly stock: Map<string, { readonly units: number; readonly reportedAt: Instant }>;
  readonly plans: Map<PlanId, PlanOnRecord>;
  /** The plan that was approved last. */
  approved: PlanId | null;
  readonly forbidden: PlanForbidden[];
  readonly releases: { readonly at: Instant; readonly release: BodyOf<'dispatch.released'> }[];
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
  needs: new Map(),
  stock: new Map(),
  plans: new Map(),
  approved: null,
  forbidden: [],
  releases: [],
  deliveries: [],
});

export const pledgeKey = (pledge: string, item: string): string => `${pledge}\t${item}`;
export const holdingKey = (recipient: string, item: string): string => `${recipient}\t${item}`;

/** The charter that a run on a route is, or is a copy of: `CH-MXP-2` is the second copy of `CH-MXP`. */
export const charterOfRun = ({ charters }: Pick<Register, 'charters'>, run: string): Charter | undefined => charters.get(run) ?? charters.get(run.replace(/-\d+$/, ''));

/** Folds facts in the order in which they take effect. O(n). */
export function register(facts: readonly Fact[]): Register {
  const known = emptyRegister();
  for (const fact of facts) enter(known, fact);
  return known;
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
    case 'need.reported': known.needs.set(`${holdingKey(fact.body.recipient, fact.body.item)}\t${fact.body.from}`, { need: fact.body, reportedAt: fact.occurredAt }); break;
    case 'stock.reported': known.stock.set(holdingKey(fact.body.recipient, fact.body.item), { units: fact.body.units, reportedAt: fact.occurredAt }); break;
    default: enterPromise(known, fact); enterWay(known, fact); enterPlan(known, fact);
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
    else known.pledges.set(key, { ...standing, units: fact.body.units, due: fact.body.due ?? standing.due });
  }
}

function enterWay(known: Register, fact: Fact): void {
  if (isKind(fact, 'consignment.announced')) known.consignments.set(fact.body.consignment, { announced: fact.body, lots: [], departedAt: null, arrivedAt: null });
  else if (isKind(fact, 'lot.announced')) {
    known.lots.set(fact.body.lot, fact.body);
    known.consignments.get(fact.body.consignment)?.lots.push(fact.body);
  } else if (isKind(fact, 'consignment.departed') || isKind(fact, 'consignment.arrived')) {
    const consignment = known.consignments.get(fact.body.consignment);
    if (consignment === undefined) return;
    if (fact.kind === 'consignment.departed') consignment.departedAt ??= fact.occurredAt;
    else consignment.arrivedAt ??= fact.occurredAt;
  } else if (isKind(fact, 'dispatch.released')) known.releases.push({ at: fact.occurredAt, release: fact.body });
  else if (isKind(fact, 'dispatch.delivered')) known.deliveries.push({ at: fact.occurredAt, delivery: fact.body });
}

function enterPlan(known: Register, fact: Fact): void {
  if (isKind(fact, 'plan.proposed')) known.plans.set(fact.body.plan, { proposed: fact.body, frozen: new Map(), overridden: new Map() });
  else if (isKind(fact, 'plan.frozen')) for (const line of fact.body.lines) known.plans.get(fact.body.plan)?.frozen.set(line, fact.body.reason);
  else if (isKind(fact, 'plan.overridden')) known.plans.get(fact.body.plan)?.overridden.set(fact.body.line, { cartons: fact.body.cartons, reason: fact.body.reason });
  else if (isKind(fact, 'plan.approved')) known.approved = fact.body.plan;
  else if (isKind(fact, 'plan.forbidden')) known.forbidden.push(fact.body);
}
