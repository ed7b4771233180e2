// What a plan comes to, from its deliveries: objective, coverage, hours, cost, CO₂. The planner's own reckoning;
// check-figures.ts does it again by other means. Not here: bound and gap (plan.ts).

import type { Arrival } from './attribution.ts';
import { mostRelief } from './attribution.ts';
import type { Group } from './commodities.ts';
import { consignments, type Cargo } from './consignments.ts';
import { carriedEuros, cartonCo2, cartonEuros, unservedEuros } from './objective.ts';
import type { Item } from '../domain/catalogue.ts';
import type { PlanFigures } from '../domain/plan/plan.ts';
import type { PlanningProblem } from './problem.ts';
import type { Leg } from './timetable.ts';

const MS_PER_HOUR = 3_600_000;

/** Cartons on their way to a group, whether planned or frozen. `group` is null where nobody asked for them. */
export interface Delivery extends Cargo {
  readonly group: Group | null;
  readonly unitsPerCarton: number;
  /** Milliseconds since 1970. */
  readonly arrives: number;
}

export type OwnFigures = Pick<PlanFigures, 'objective' | 'coverage' | 'hours' | 'cost' | 'co2Kg'>;

export function figures(problem: PlanningProblem, groups: readonly Group[], deliveries: readonly Delivery[], charterEuros: number, asOf: number): OwnFigures {
  const arrivals = arrivalsByGroup(deliveries);
  const deprivation = groups.reduce((sum, group) => sum + deprived(group, arrivals.get(group) ?? [], asOf, problem), 0);
  const cost = charterEuros + (problem.pallets === 'whole' ? sumOverLegs(deliveries, (leg, item) => carriedEuros(leg.run, item)) + liftEuros(deliveries) : sumOverLegs(deliveries, (leg, item) => cartonEuros(leg.run, item)));
  const co2Kg = sumOverLegs(deliveries, (leg, item) => cartonCo2(leg.run, item));
  return {
    objective: deprivation + problem.weights.costWeight * cost + problem.weights.co2Weight * co2Kg,
    coverage: coverage(groups.map((group) => coveredShare(group, arrivals.get(group) ?? []))),
    hours: hours(deliveries, asOf),
    cost,
    co2Kg,
  };
}

export function arrivalsByGroup(deliveries: readonly Delivery[]): Map<Group, Arrival[]> {
  const arrivals = new Map<Group, Arrival[]>();
  for (const { group, arrives, cartons, unitsPerCarton } of deliveries) if (group !== null) arrivals.set(group, [...(arrivals.get(group) ?? []), { at: arrives, units: cartons * unitsPerCarton }]);
  return arrivals;
}

/** € of deprivation of a group to which these arrive. */
export const deprived = (group: Group, arrivals: readonly Arrival[], asOf: number, problem: PlanningProblem): number =>
  group.needs.reduce((sum, need) => sum + unservedEuros(need.weights, need.units), 0) - mostRelief(group.needs, arrivals, asOf, problem.weights);

/** Share of the group's need that these arrivals can cover inside the due windows, at most. Latest arrivals first: whatever window is still open to them is open to the earlier ones too. */
export function coveredShare(group: Pick<Group, 'units'> & { readonly needs: readonly Pick<Group['needs'][number], 'units' | 'until'>[] }, arrivals: readonly Arrival[]): number {
  let covered = 0;
  for (const arrival of arrivals.toSorted((a, b) => b.at - a.at)) {
    const open = group.needs.reduce((sum, need) => sum + (arrival.at < need.until ? need.units : 0), 0);
    covered += Math.max(0, Math.min(arrival.units, open - covered));
  }
  return covered / group.units;
}

/** Least, mean and Gini coefficient of covered shares, each group counting once. With no groups everything is covered. */
export function coverage(shares: readonly number[]): PlanFigures['coverage'] {
  if (shares.length === 0) return { min: 1, mean: 1, gini: 0 };
  const rising = shares.toSorted((a, b) => a - b);
  const total = rising.reduce((sum, share) => sum + share, 0);
  const ranked = rising.reduce((sum, share, rank) => sum + (2 * (rank + 1) - rising.length - 1) * share, 0);
  return { min: rising[0] ?? 1, mean: total / rising.length, gini: total === 0 ? 0 : ranked / (rising.length * total) };
}

/** Hours from the as-of instant until the recipient has the middle carton, and the last. */
function hours(deliveries: readonly Delivery[], asOf: number): PlanFigures['hours'] {
  const inOrder = deliveries.toSorted((a, b) => a.arrives - b.arrives);
  const total = inOrder.reduce((sum, delivery) => sum + delivery.cartons, 0);
  if (total === 0) return { median: null, last: null };
  let seen = 0;
  const middle = inOrder.find((delivery) => (seen += delivery.cartons) * 2 >= total);
  const after = (delivery: Delivery | undefined): number | null => (delivery === undefined ? null : (delivery.arrives - asOf) / MS_PER_HOUR);
  return { median: after(middle), last: after(inOrder.at(-1)) };
}

/** € of whole pallet places. */
const liftEuros = (deliveries: readonly Delivery[]): number => consignments(deliveries).reduce((sum, { leg, places }) => sum + places * leg.run.eurosPerPallet, 0);

const sumOverLegs = (deliveries: readonly Delivery[], each: (leg: Leg, item: Item) => number): number =>
  deliveries.reduce((sum, delivery) => sum + delivery.cartons * delivery.legs.reduce((route, leg) => route + each(leg, delivery.item), 0), 0);
