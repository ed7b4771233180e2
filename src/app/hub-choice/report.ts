// Hub choice: what is asked, and what comes back. Money in euros, CO₂ in kg; hours run from a flight's departure to the handover.

import type { HubCandidate } from '../../domain/hub/candidate.ts';
import type { PlaceCode } from '../../domain/ids.ts';
import type { Phrase } from '../../domain/phrase.ts';
import type { Mode } from '../../domain/places.ts';
import type { PlanFigures } from '../../domain/plan/plan.ts';
import type { Instant } from '../../domain/time.ts';
import type { Model } from '../../location/instance.ts';
import type { Parameter } from '../../need/parameter.ts';
import type { WayRules } from './way-rules.ts';

/** What the hubs are ranked by: the plan's own objective, or one figure of the same plan. */
export const HUB_ORDERS = ['objective', 'cost', 'hours', 'co2', 'coverage'] as const;
export type HubOrder = (typeof HUB_ORDERS)[number];

/** A file that somebody hands in; its bytes in base64, so that the question is plain text. */
export interface HandedSheet {
  readonly name: string;
  readonly content: string;
}

export interface HubAsk {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  /** Candidates; left out: those that Airbridge brings. */
  readonly sheet?: HandedSheet | undefined;
  /** How many hubs at once; left out: one. */
  readonly hubs?: number | undefined;
  readonly by?: HubOrder | undefined;
  /** € of transport that a plan may cost at most. */
  readonly budget?: number | undefined;
  /** Also look for the values at which another hub would come first. */
  readonly sensitivity?: boolean | undefined;
}

export interface HubHours {
  /** Over cartons; null where nothing is handed over. */
  readonly mean: number | null;
  /** The carton that is longest on its way. */
  readonly last: number | null;
}

/** Handed over so many hours after the first departure: the share of all that is needed. */
export interface CoverageStep {
  readonly hours: number;
  readonly share: number;
}

export interface PlanMarks extends Pick<PlanFigures, 'objective' | 'bound' | 'gap' | 'relativeGap' | 'coverage' | 'cost' | 'co2Kg'> {
  readonly hours: HubHours;
  readonly check: { readonly ok: boolean; readonly violations: readonly string[] };
}

export type ShockKind = 'hub-closed' | 'border-shut' | 'rail-strike';

export interface Shock {
  readonly kind: ShockKind;
  readonly from: Instant;
  readonly until: Instant;
  /** Whose borders are shut: a country by its code; null for the other kinds. */
  readonly area: string | null;
}

export interface HubOutcome extends PlanMarks {
  /** `BELGG`, or several joined by `+`. */
  readonly hub: string;
  readonly places: readonly PlaceCode[];
  readonly rank: number;
  readonly over: readonly CoverageStep[];
  /** Hours that its flights wait in all until they may land. */
  readonly waitingHours: number;
  /** Share of the cartons that leave the hub by each mode. */
  readonly modes: Readonly<Partial<Record<Mode, number>>>;
  /** Gateways of the operation to which no way leads from here. */
  readonly unconnected: readonly PlaceCode[];
  readonly overBudget: boolean;
  /** The same after each shock; empty where it was not tried. */
  readonly shocks: readonly (PlanMarks & { readonly shock: ShockKind })[];
  /** Against the first of the ranking; for the first itself: where it stands. */
  readonly reasons: readonly string[];
  readonly because: readonly Phrase[];
}

/** A way rule, or a figure of one candidate. */
export interface Assumption extends Parameter {
  readonly name: string;
  /** The candidate whose figure it is; null: a rule for all. */
  readonly place: PlaceCode | null;
}

export interface Threshold {
  readonly assumption: Assumption;
  /** The lowest and the highest value that were tried. */
  readonly from: number;
  readonly until: number;
  /** Another hub comes first from this value on, away from the present one; null: nowhere between those two. */
  readonly at: number | null;
  readonly hub: string | null;
  /** Planned again at 1 % before the threshold and 1 % beyond it. */
  readonly verified: { readonly before: string; readonly beyond: string; readonly holds: boolean } | null;
  readonly reading: string;
  readonly because: Phrase;
}

/** A classic question of location, solved exactly. p-median: the mean over what is needed; p-centre: the gateway that is served worst. */
export interface ClassicAnswer {
  readonly model: Extract<Model, 'pmedian' | 'pcentre'>;
  readonly of: 'cost' | 'hours' | 'co2';
  /** €/kg, hours, or kg of CO₂ a kg. */
  readonly objective: number;
  readonly bound: number;
  readonly places: readonly PlaceCode[];
}

/** So far, as the crow flies, goods get within so many hours of leaving the hub, by the way rules. */
export interface Isochrone {
  readonly mode: Mode;
  readonly hours: number;
  readonly km: number;
}

export interface HubChoiceReport {
  readonly operation: string;
  /** The first departure: what is compared begins there. */
  readonly asOf: Instant;
  /** The operation's own hub. */
  readonly hub: PlaceCode;
  readonly by: HubOrder;
  readonly hubs: number;
  readonly candidates: readonly HubCandidate[];
  readonly gateways: readonly { readonly place: PlaceCode; readonly name: string; readonly latitude: number; readonly longitude: number }[];
  readonly ranking: readonly HubOutcome[];
  readonly reasons: readonly string[];
  readonly because: readonly Phrase[];
  readonly shocks: readonly Shock[];
  readonly sensitivity: readonly Threshold[] | null;
  readonly classic: readonly ClassicAnswer[];
  /** Sets of hubs that there are, and that were planned whole. */
  readonly sets: { readonly all: number; readonly planned: number };
  readonly isochrones: readonly Isochrone[];
  readonly rules: Readonly<Record<keyof WayRules, Parameter>>;
}
