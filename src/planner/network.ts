// For each commodity, the part of the timetable that its goods can use: a time-expanded network of chains, pruned of legs
// that no stock reaches and of legs after which no need follows.
//
// A chain is a place together with the mode by which the goods came (or: they lie there as stock), because a change of
// mode takes longer. Along a chain stand nodes, and goods wait from node to node. Where a place has no change time its
// chains are one.
// Source: Connection Scan (Dibbelt et al. 2013) for the two passes; arc-flow for the rest.

import { canKeep, type Mode } from '../domain/places.ts';
import type { PlaceCode } from '../domain/ids.ts';
import type { Commodity, Group, Source } from './commodities.ts';
import { changeMs, placeOf, type Leg, type Timetable } from './timetable.ts';
import type { PlanningProblem } from './problem.ts';

/** A leg as goods of one chain take it. */
interface Ride {
  readonly leg: Leg;
  readonly chain: Chain;
  readonly node: number;
}

export interface Chain {
  /** How many nodes it has, in order of time. */
  readonly nodes: number;
}

/** Goods come up somewhere: out of a source or off a leg. */
export interface Event {
  /** What brings them: a source, or a leg with all its rides. */
  readonly source: Source | null;
  readonly leg: Leg | null;
  readonly rides: readonly Ride[];
  /** When they would be handed over here, in milliseconds. */
  readonly at: number;
  /** Whose needs they may serve here. */
  readonly groups: readonly Group[];
  /** Where they go on, if they can. */
  readonly onward: { readonly chain: Chain; readonly node: number } | null;
}

export interface Network {
  readonly commodity: Commodity;
  readonly chains: readonly Chain[];
  readonly events: readonly Event[];
}

/** Which groups a commodity may serve at each place. */
function servable(commodity: Commodity, all: readonly Group[]): Map<PlaceCode, Group[]> {
  const byPlace = new Map<PlaceCode, Group[]>();
  for (const group of all) {
    if (group.item.item !== commodity.item.item || !commodity.recipients.has(group.recipient.recipient)) continue;
    byPlace.set(group.recipient.place, [...(byPlace.get(group.recipient.place) ?? []), group]);
  }
  return byPlace;
}

/** Does an arrival at that moment serve any of the group's needs at all? */
const serves = (group: Group, at: number, lateShare: number): boolean => lateShare > 0 || group.needs.some((need) => at < need.until);

/** @param onlyInTime leaves out whatever arrives after the last due window: for the levels of equal cover. */
export function network(problem: PlanningProblem, table: Timetable, commodity: Commodity, all: readonly Group[], onlyInTime = false): Network {
  const lateShare = onlyInTime ? 0 : problem.weights.lateShare;
  const targets = servable(commodity, all);
  const groupsAt = (place: PlaceCode, at: number): Group[] => (at >= commodity.expiresAt ? [] : (targets.get(place) ?? []).filter((group) => serves(group, at, lateShare)));
  const slow = (place: PlaceCode): boolean => placeOf(problem, place).changeMinutes > 0;
  const chainKey = (place: PlaceCode, by: Mode | null): string => (slow(place) ? `${place} ${by ?? ''}` : place);
  const keysAt = new Map<PlaceCode, Set<string>>();
  const byOf = new Map<string, Mode | null>();
  const earliest = new Map<string, number>();
  const reach = (place: PlaceCode, by: Mode | null, at: number): void => {
    const key = chainKey(place, by);
    keysAt.set(place, (keysAt.get(place) ?? new Set()).add(key));
    byOf.set(key, slow(place) ? by : null);
    earliest.set(key, Math.min(earliest.get(key) ?? Infinity, at));
  };
  const attach = (key: string, leg: Leg): number => leg.departs - (slow(leg.run.from) ? changeMs(placeOf(problem, leg.run.from), byOf.get(key) ?? null, leg.run.mode) : 0);

  for (const source of commodity.sources) reach(source.place, null, source.availableAt);
  const forward: { leg: Leg; keys: string[] }[] = [];
  for (const leg of table.legs) {
    if (!canKeep(leg.run.keeps, commodity.item) || table.hindrances(leg, commodity.item.class).length > 0) continue;
    const keys = [...(keysAt.get(leg.run.from) ?? [])].filter((key) => (earliest.get(key) ?? Infinity) <= attach(key, leg));
    if (keys.length === 0) continue;
    reach(leg.run.to, leg.run.mode, leg.ready);
    forward.push({ leg, keys });
  }

  const latest = new Map<string, number>();
  const useful: { leg: Leg; keys: string[] }[] = [];
  for (const candidate of forward.toReversed()) {
    const { leg, keys } = candidate;
    const goesOn = (latest.get(chainKey(leg.run.to, leg.run.mode)) ?? -Infinity) >= leg.ready;
    if (!goesOn && groupsAt(leg.run.to, leg.ready).length === 0) continue;
    for (const key of keys) latest.set(key, Math.max(latest.get(key) ?? -Infinity, attach(key, leg)));
    useful.push(candidate);
  }
  useful.reverse();

  const ins = new Map<string, Set<number>>();
  const outs = new Map<string, Set<number>>();
  const note = (times: Map<string, Set<number>>, key: string, at: number): void => void times.set(key, (times.get(key) ?? new Set()).add(at));
  for (const source of commodity.sources) note(ins, chainKey(source.place, null), source.availableAt);
  for (const { leg, keys } of useful) {
    note(ins, chainKey(leg.run.to, leg.run.mode), leg.ready);
    for (const key of keys) note(outs, key, attach(key, leg));
  }
  const chains = new Map([...outs].map(([key, times]) => [key, layChain(ins.get(key) ?? new Set(), times)]));
  const enter = (key: string, at: number): Event['onward'] => {
    const laid = chains.get(key);
    const node = laid?.enters.get(at);
    return laid === undefined || node === undefined ? null : { chain: laid.chain, node };
  };
  const fromSources = commodity.sources.map((source): Event => ({ source, leg: null, rides: [], at: source.availableAt, groups: groupsAt(source.place, source.availableAt), onward: enter(chainKey(source.place, null), source.availableAt) }));
  const fromLegs = useful.map(({ leg, keys }): Event => {
    const rides = keys.flatMap((key): Ride[] => {
      const laid = chains.get(key);
      return laid === undefined ? [] : [{ leg, chain: laid.chain, node: laid.leaves.get(attach(key, leg)) ?? -1 }];
    });
    return { source: null, leg, rides, at: leg.ready, groups: groupsAt(leg.run.to, leg.ready), onward: enter(chainKey(leg.run.to, leg.run.mode), leg.ready) };
  });
  return { commodity, chains: [...chains.values()].map(({ chain }) => chain), events: [...fromSources, ...fromLegs].filter((event) => event.groups.length > 0 || event.onward !== null) };
}

/**
 * Nodes of a chain: a new one begins where something comes in after something could leave. What comes in while nothing can
 * leave, and what leaves while nothing comes in, share a node; so a hub with all its stock on hand has one.
 */
function layChain(ins: ReadonlySet<number>, outs: ReadonlySet<number>): { chain: Chain; enters: ReadonlyMap<number, number>; leaves: ReadonlyMap<number, number> } {
  const last = Math.max(...outs);
  const moments = [...[...ins].filter((at) => at <= last).map((at) => ({ at, out: 0 })), ...[...outs].map((at) => ({ at, out: 1 }))].toSorted((a, b) => a.at - b.at || a.out - b.out);
  const enters = new Map<number, number>();
  const leaves = new Map<number, number>();
  let nodes = 0;
  let leaving = true;
  for (const { at, out } of moments) {
    if (out === 0 && leaving) nodes += 1;
    leaving = out === 1;
    (leaving ? leaves : enters).set(at, nodes - 1);
  }
  return { chain: { nodes }, enters, leaves };
}
