// The planning problem: what the planner is given, and all that it is given. Built from the journal by app/plan; the
// instants are resolved, the needs are net, the earmarks are sets of recipients. See docs/concepts/planner.md.

import type { Item } from '../domain/catalogue.ts';
import type { CharterId, DepartureId, EarmarkId, ItemCode, LotId, PlaceCode, PledgeId, RecipientId } from '../domain/ids.ts';
import type { ObjectiveWeights } from '../domain/operation.ts';
import type { Allotment, Mode, Paper, Place, Recipient, Rule } from '../domain/places.ts';
import type { Pallets } from '../domain/plan/plan.ts';
import type { Temperature } from '../domain/catalogue.ts';
import type { Instant } from '../domain/time.ts';

/** Whole cartons of one lot that can leave a place from an instant on. */
export interface Supply {
  readonly lot: LotId;
  readonly item: ItemCode;
  readonly pledge: PledgeId;
  readonly earmark: EarmarkId | null;
  readonly place: PlaceCode;
  readonly availableAt: Instant;
  readonly cartons: number;
  readonly unitsPerCarton: number;
  /** Who may have it: the earmark, or the pledge's scope, resolved to recipients. */
  readonly recipients: readonly RecipientId[];
  /** The first instant at which it may no longer be handed over; null: it keeps. */
  readonly expiresAt: Instant | null;
  /** False while it is still announced or in the air. */
  readonly onHand: boolean;
}

/** Net need of a recipient for an item in a due window [from, until): what is asked less stock and what is already on its way. */
export interface NetNeed {
  readonly recipient: RecipientId;
  readonly item: ItemCode;
  readonly units: number;
  readonly from: Instant;
  readonly until: Instant;
  /** 1–5 */
  readonly severity: number;
}

/** One dated departure, or one copy of a charter (`charter` set: it exists only if opened, for `fixedEuros`). */
export interface Run {
  readonly id: DepartureId;
  readonly mode: Mode;
  readonly from: PlaceCode;
  readonly to: PlaceCode;
  readonly departsAt: Instant;
  readonly arrivesAt: Instant;
  /** What is left of the allotment after everything already released onto it. Absent figures do not bind. */
  readonly allotment: Allotment;
  readonly eurosPerChargeableKg: number;
  readonly eurosPerPallet: number;
  readonly co2KgPerKg: number;
  readonly keeps: readonly Temperature[];
  readonly charter: { readonly id: CharterId; readonly fixedEuros: number } | null;
}

/** A line that people froze: the plan takes it as it is, first, with its supply, capacity, handling and charter. */
export interface FrozenLine {
  readonly lot: LotId;
  readonly recipient: RecipientId;
  readonly cartons: number;
  readonly route: readonly DepartureId[];
}

/**
 * A line of the plan that stands, on which people act already. Nothing binds the plan to it, but each of its cartons that the
 * plan takes off its way costs so much. No two have lot, recipient and route alike, and none is frozen.
 */
export interface StandingLine {
  readonly lot: LotId;
  readonly recipient: RecipientId;
  readonly route: readonly DepartureId[];
  readonly cartons: number;
  /** The price of change: objective euros for each carton taken off, 0 or more. */
  readonly eurosPerCarton: number;
}

/** People forbid a departure: to all goods, to one recipient's, to one lot, or to one lot on its way to one recipient. */
export interface ForbiddenRun {
  readonly run: DepartureId;
  readonly recipient: RecipientId | null;
  readonly lot: LotId | null;
}

/** Pallets that a place must handle anyway in the window: inbound consignments being broken down. */
export interface HandlingLoad {
  readonly place: PlaceCode;
  readonly at: Instant;
  readonly pallets: number;
}

export interface PlanningProblem {
  readonly asOf: Instant;
  /** Nothing departs after it. */
  readonly until: Instant;
  readonly weights: ObjectiveWeights;
  readonly pallets: Pallets;
  readonly items: ReadonlyMap<ItemCode, Item>;
  readonly places: ReadonlyMap<PlaceCode, Place>;
  readonly recipients: readonly Recipient[];
  readonly supplies: readonly Supply[];
  readonly needs: readonly NetNeed[];
  readonly runs: readonly Run[];
  readonly rules: readonly Rule[];
  readonly papers: readonly Paper[];
  readonly frozen: readonly FrozenLine[];
  /** Empty: nothing costs to change. */
  readonly standing: readonly StandingLine[];
  readonly forbidden: readonly ForbiddenRun[];
  readonly handling: readonly HandlingLoad[];
}
