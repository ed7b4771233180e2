// Which sets of hubs are planned whole: every single candidate, every pair; of three and more only those that serve the gateways at
// least cost in the mean of what is needed (the p-median's measure), so that nobody waits for hundreds of plans.

import type { HubCandidate } from '../../domain/hub/candidate.ts';
import type { Table } from './classic.ts';

/** Of three hubs and more. */
const PLANNED_AT_MOST = 20;

export interface HubSets {
  readonly all: number;
  readonly planned: readonly (readonly HubCandidate[])[];
}

export function setsOf({ candidates, weights, cost }: Table, hubs: number): HubSets {
  const all = combinations([...candidates.keys()], hubs);
  const costOf = (set: readonly number[]): number => weights.reduce((sum, weight, i) => sum + weight * Math.min(...set.map((j) => cost.cost[i * candidates.length + j] ?? Infinity)), 0);
  const wanted = hubs <= 2 ? all : all.map((set) => ({ set, cost: costOf(set) })).toSorted((a, b) => a.cost - b.cost).slice(0, PLANNED_AT_MOST).map(({ set }) => set);
  return { all: all.length, planned: wanted.map((set) => set.flatMap((j) => candidates[j] ?? [])) };
}

function combinations<T>(things: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return things.flatMap((thing, k) => combinations(things.slice(k + 1), size - 1).map((rest) => [thing, ...rest]));
}
