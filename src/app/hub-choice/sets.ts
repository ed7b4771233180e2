// Which sets of hubs are planned whole: every single candidate, every pair; of three and more only those that serve the gateways at
// least cost as the crow flies, each from its nearest, weighted by what is needed there (the p-median's measure).

import { greatCircleKm } from '../../domain/great-circle.ts';
import type { HubCandidate } from '../../domain/hub/candidate.ts';
import type { PlaceCode } from '../../domain/ids.ts';
import type { Before } from './before.ts';
import { demandAt } from './demand.ts';
import { byRoad, type WayRules } from './way-rules.ts';

/** Of three hubs and more. */
const PLANNED_AT_MOST = 20;

export interface HubSets {
  readonly all: number;
  readonly planned: readonly (readonly HubCandidate[])[];
}

export function setsOf(before: Before, candidates: readonly HubCandidate[], hubs: number, rules: WayRules): HubSets {
  const all = combinations(candidates, hubs);
  if (hubs <= 2) return { all: all.length, planned: all };
  const demand = demandAt(before);
  const cost = (set: readonly HubCandidate[]): number => [...demand].reduce((sum, [gateway, cartons]) => sum + cartons * Math.min(...set.map((hub) => euros(before, hub, gateway, rules))), 0);
  const byCost = all.map((set) => ({ set, cost: cost(set) })).toSorted((a, b) => a.cost - b.cost);
  return { all: all.length, planned: byCost.slice(0, PLANNED_AT_MOST).map(({ set }) => set) };
}

function euros({ situation: { known } }: Before, { place }: HubCandidate, gateway: PlaceCode, rules: WayRules): number {
  const to = known.places.get(gateway);
  return to === undefined ? Infinity : byRoad(rules, greatCircleKm(place, to)).eurosPerKg;
}

function combinations<T>(things: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return things.flatMap((thing, k) => combinations(things.slice(k + 1), size - 1).map((rest) => [thing, ...rest]));
}
