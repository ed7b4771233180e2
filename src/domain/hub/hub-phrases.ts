// What can be said of the choice of a hub: which comes first and why, what would change that.

import type { Area, Euros, Hours, Measure, PhraseOf, PlaceNamed, Points, Share, Tonnes } from '../phrase.ts';

/** What a choice of hub rests on: the rules by which ways are drawn, and figures of a candidate. */
export type AssumptionName =
  | 'detour' | 'roadKmPerHour' | 'roadHoursAtEnds' | 'crewDrivingHours' | 'crewRestHours' | 'roadEurosPerKm' | 'truckChargeableKg' | 'roadCo2'
  | 'railKmPerRoadKm' | 'railKmPerHour' | 'railHoursAtEnds' | 'railEurosPerTkm' | 'railEurosPerPallet' | 'railCo2'
  | 'airKmPerHour' | 'airHoursBlock' | 'airHoursAtEnds' | 'airEurosPerKg' | 'airCo2' | 'airFromRoadKm' | 'longHaulKmPerHour'
  | 'dwellMinutes' | 'palletsPerHour';

type Advantage = PhraseOf<'hub.sooner' | 'hub.mean' | 'hub.euros' | 'hub.co2' | 'hub.cover' | 'hub.waiting'>;

export interface HubPhrases {
  /** Several hubs work together. `margin`: what the plan of the second counts more. */
  'hub.first': { hubs: readonly PlaceNamed[]; euros: Euros; second: readonly PlaceNamed[]; margin: Euros; share: Share };
  'hub.first-by': { hubs: readonly PlaceNamed[]; by: 'cost' | 'hours' | 'co2' | 'coverage'; second: readonly PlaceNamed[] };
  /** Whole cartons leave open whether these are as good; `same`: by their proven bounds the first is the same. */
  'hub.close': { hubs: readonly PlaceNamed[]; rivals: readonly PhraseOf<'hub.hubs'>[]; same: boolean };
  'hub.hubs': { hubs: readonly PlaceNamed[] };
  'hub.only': { hubs: readonly PlaceNamed[] };
  /** Where the operation's own hub stands. */
  'hub.own-first': { hub: PlaceNamed; of: number };
  'hub.own': { hub: PlaceNamed; rank: number; of: number };
  /** Of several hubs: what the best set counts less than the operation's own hub alone; below 0: more. */
  'hub.beside-own': { hubs: readonly PlaceNamed[]; hub: PlaceNamed; less: Euros; share: Share };
  'hub.best-by': { by: 'cost' | 'hours' | 'co2' | 'coverage'; hubs: readonly PlaceNamed[] };
  /** The first beside another: in what it is better, and in what it is not. */
  'hub.against': { hubs: readonly PlaceNamed[]; rivals: readonly PlaceNamed[]; wins: readonly Advantage[]; loses: readonly Advantage[] };
  'hub.same': { hubs: readonly PlaceNamed[]; rivals: readonly PlaceNamed[] };
  'hub.sooner': { hours: Hours; place: PlaceNamed };
  'hub.mean': { hours: Hours };
  'hub.euros': { euros: Euros };
  'hub.co2': { tonnes: Tonnes };
  'hub.cover': { points: Points };
  /** Hours that flights wait until they may land. */
  'hub.waiting': { hours: Hours };
  'hub.no-rail': { hubs: readonly PlaceNamed[] };
  'hub.unconnected': { hubs: readonly PlaceNamed[]; gateways: readonly PlaceNamed[] };
  'hub.over-budget': { hubs: readonly PlaceNamed[]; euros: Euros; budget: Euros };
  /** After a shock another may be first; `least`: the one that it costs least. */
  'hub.shock': { shock: 'hub-closed' | 'border-shut' | 'rail-strike'; area: Area | null; first: readonly PlaceNamed[]; least: readonly PlaceNamed[] };
  'hub.screened': { sets: number; planned: number };
  'hub.holds': { assumption: PhraseOf<'hub.assumption'>; from: Measure; until: Measure; hub: readonly PlaceNamed[] };
  'hub.turns': { assumption: PhraseOf<'hub.assumption'>; now: Measure; at: Measure; change: Share; hub: readonly PlaceNamed[]; holds: boolean };
  'hub.assumption': { name: AssumptionName; place: PlaceNamed | null };
}
