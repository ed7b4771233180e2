// The objective: one function, in euros, minimised by every policy.
//
//   Σ deprivation of need n  +  costWeight · (transport + charters in €)  +  co2Weight · CO₂ in kg  +  price of change
//
// price of change = Σ over lines that stand of eurosPerCarton · cartons taken off them (change.ts); 0 where none stands
// deprivation of need n = W · ( Σ over segments k of g_k · unserved_k  +  Σ over late units of (1 − lateShare) · g_k
//                              + Σ over delivered units of counted · g_last · min(0.9, delayPerDay · days) )
//   W       worth of one unit in € × weight of the need's severity
//   k       the need's units cut into segments of falling weight g_k, the heaviest served first
//   counted 1 for a unit that arrives before the due window ends (before it begins is no fault), else lateShare
//   days    from the as-of instant to the arrival, or to the window's beginning where that is later
//   0.9     keeps any delivery better than none: a delay never eats up the lightest segment
//
// Under the policy severity the segments are one, of the mean weight, and the severity weights are severityFirst.
// A delivery names a recipient, not a need: units go to that recipient's needs in the way that relieves most (attribution.ts).

import { cartonLoad, chargeableKg, type Item } from '../domain/catalogue.ts';
import { kg } from '../domain/units.ts';
import type { ObjectiveWeights, Segment } from '../domain/operation.ts';
import type { Policy } from '../domain/plan/plan.ts';
import type { NetNeed, Run } from './problem.ts';

const MS_PER_DAY = 86_400_000;
/** The part of a unit's lightest weight that waiting can eat up, at most. */
export const MOST_DELAY = 0.9;

/** What the objective makes of one need. */
export interface NeedWeights {
  /** € for one unit at segment weight 1. */
  readonly euros: number;
  readonly segments: readonly Segment[];
  /** Weight of the last, lightest segment. */
  readonly lightest: number;
}

export function needWeights(need: Pick<NetNeed, 'severity'>, item: Pick<Item, 'worthCents'>, weights: ObjectiveWeights, policy: Policy): NeedWeights {
  const bySeverity = policy === 'severity' ? weights.severityFirst : weights.severity;
  const mean = weights.segments.reduce((sum, { share, weight }) => sum + share * weight, 0);
  const segments = policy === 'severity' ? [{ share: 1, weight: mean }] : weights.segments;
  return { euros: (item.worthCents / 100) * (bySeverity[need.severity - 1] ?? 1), segments, lightest: segments.at(-1)?.weight ?? 0 };
}

/** A need's due window in milliseconds since 1970: what decides whether an arrival counts whole. */
export interface Due {
  readonly from: number;
  readonly until: number;
}

export const inTime = (due: Due, arrival: number): boolean => arrival < due.until;
/** What one unit that arrives then counts: 1 in time, lateShare after. */
export const counted = (due: Due, arrival: number, weights: ObjectiveWeights): number => (inTime(due, arrival) ? 1 : weights.lateShare);

/** € that the wait costs for one delivered unit. */
export function delayEuros(need: NeedWeights, due: Due, arrival: number, asOf: number, weights: ObjectiveWeights): number {
  const days = Math.max(0, Math.max(arrival, due.from) - asOf) / MS_PER_DAY;
  return counted(due, arrival, weights) * need.euros * need.lightest * Math.min(MOST_DELAY, weights.delayPerDay * days);
}

/** € of deprivation that one unit takes away when it arrives then and fills a place in segment `segment`. Never negative. */
export const relief = (need: NeedWeights, segment: Segment, due: Due, arrival: number, asOf: number, weights: ObjectiveWeights): number =>
  counted(due, arrival, weights) * need.euros * segment.weight - delayEuros(need, due, arrival, asOf, weights);

/** € of deprivation of a need of which nothing is served. */
export const unservedEuros = (need: NeedWeights, units: number): number => need.euros * units * need.segments.reduce((sum, { share, weight }) => sum + share * weight, 0);

/** € that one carton pays on a run: by chargeable weight and by its share of a pallet place. */
export const cartonEuros = (run: Pick<Run, 'eurosPerChargeableKg' | 'eurosPerPallet'>, item: Item): number => carriedEuros(run, item) + run.eurosPerPallet * cartonLoad(item).positions;

/** € of that by chargeable weight: all that a further carton pays on a whole pallet that is begun. */
export function carriedEuros(run: Pick<Run, 'eurosPerChargeableKg'>, item: Item): number {
  const load = cartonLoad(item);
  return run.eurosPerChargeableKg * chargeableKg(load.grams, load.volume);
}

/** kg of CO₂ for one carton on a run, by gross weight. */
export const cartonCo2 = (run: Pick<Run, 'co2KgPerKg'>, item: Item): number => run.co2KgPerKg * kg(cartonLoad(item).grams);

/** What one carton on a run adds to the objective, where pallets are whole: the places apart. */
export const carriedPrice = (run: Run, item: Item, weights: ObjectiveWeights): number => weights.costWeight * carriedEuros(run, item) + weights.co2Weight * cartonCo2(run, item);

/** What one carton on a run adds to the objective. */
export const cartonPrice = (run: Run, item: Item, weights: ObjectiveWeights): number => weights.costWeight * cartonEuros(run, item) + weights.co2Weight * cartonCo2(run, item);
