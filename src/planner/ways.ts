// Ways of cartons: from one source by these legs to one group. On given routes, all that goods may take. Not here: how many
// cartons take them (cartons.ts), routes that are found anew (reach.ts).

import type { Commodity, Group, Source } from './commodities.ts';
import type { PlanningProblem } from './problem.ts';
import { mayRide } from './reach.ts';
import type { Leg, Timetable } from './timetable.ts';

/** A way for cartons of one source to one group. */
export interface Way {
  readonly commodity: Commodity;
  readonly source: Source;
  readonly legs: readonly Leg[];
  readonly group: Group;
  /** Milliseconds since 1970. */
  readonly arrives: number;
}

const known = new WeakMap<object, string>();
/** What tells one way from another. */
export function wayKey(way: Pick<Way, 'commodity' | 'source' | 'legs' | 'group'>): string {
  const key = known.get(way) ?? [way.commodity.index, way.commodity.sources.indexOf(way.source), way.group.index, ...way.legs.map((leg) => leg.index)].join(' ');
  known.set(way, key);
  return key;
}

/** Routes by the place where they end, each once. */
export type RoutesTo = ReadonlyMap<string, readonly (readonly Leg[])[]>;

export function routesTo(ways: readonly Pick<Way, 'legs'>[]): RoutesTo {
  const byKey = new Map(ways.filter(({ legs }) => legs.length > 0).map(({ legs }) => [legs.map((leg) => leg.index).join(' '), legs]));
  return Map.groupBy(byKey.values(), (legs) => legs.at(-1)?.run.to ?? '');
}

interface Ground {
  readonly problem: PlanningProblem;
  readonly table: Timetable;
  readonly commodities: readonly Commodity[];
  /** May goods ride on this leg? */
  readonly opens: (leg: Leg) => boolean;
}

/** Every way to a group on these routes, with any stock that may go there. */
export function waysOn(ground: Ground, group: Group, routes: readonly (readonly Leg[])[]): Way[] {
  return ground.commodities.flatMap((commodity) => {
    if (commodity.item.item !== group.item.item || !commodity.recipients.has(group.recipient.recipient)) return [];
    return commodity.sources.flatMap((source): Way[] => {
      const direct: Way[] = source.place === group.recipient.place ? [{ commodity, source, legs: [], group, arrives: source.availableAt }] : [];
      const ridden = routes.flatMap((legs): Way[] => (canRide(ground, commodity, source, legs) ? [{ commodity, source, legs, group, arrives: legs.at(-1)?.ready ?? 0 }] : []));
      return [...direct, ...ridden].filter((way) => counts(way, ground.problem.weights));
    });
  });
}

/** Handed over before it expires, and at a moment at which it still counts for something. */
export const counts = (way: Way, { lateShare }: PlanningProblem['weights']): boolean => way.arrives < way.commodity.expiresAt && (lateShare > 0 || way.group.needs.some((need) => way.arrives < need.until));

function canRide({ table, opens }: Ground, commodity: Commodity, source: Source, legs: readonly Leg[]): boolean {
  const first = legs[0];
  if (first === undefined || first.run.from !== source.place || first.departs < source.availableAt) return false;
  return legs.every((leg) => opens(leg) && mayRide(table, commodity, leg));
}
