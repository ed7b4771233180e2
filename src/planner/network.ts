// For each commodity, the part of the timetable that its goods can use: a time-expanded network of chains, pruned of legs
// that no stock reaches and of legs after which no need follows.
//
// A chain is a place together with the mode by which the goods came (or: they lie there as stock), because a change of
// mode takes longer. Along a chain stand nodes, and goods wait from node to node. Where a place has no change time its
// chains are one.
// Source: Connection Scan (Dibbelt et al. 2013) for the two passes; arc-flow for the rest.

import type { Mode } from '../domain/places.ts';
import type { PlaceCode } from '../domain/ids.ts';
import type { Commodity, Group, Source } from './commodities.ts';
import { mayRide } from './reach.ts';
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
  const scan = new Scan(problem, table, commodity, all, onlyInTime ? 0 : problem.weights.lateShare);
  return scan.network();
}

/** A leg with the chains from which the goods can board it. */
interface Boarding {
  readonly leg: Leg;
  readonly keys: readonly ChainKey[];
}
/** Place, and the mode of arrival where a change of mode takes time there. */
type ChainKey = string;

class Scan {
  readonly #problem: PlanningProblem;
  readonly #table: Timetable;
  readonly #commodity: Commodity;
  readonly #lateShare: number;
  readonly #targets: ReadonlyMap<PlaceCode, Group[]>;
  readonly #keysAt = new Map<PlaceCode, Set<ChainKey>>();
  readonly #byOf = new Map<ChainKey, Mode | null>();
  readonly #earliest = new Map<ChainKey, number>();

  constructor(problem: PlanningProblem, table: Timetable, commodity: Commodity, all: readonly Group[], lateShare: number) {
    this.#problem = problem;
    this.#table = table;
    this.#commodity = commodity;
    this.#lateShare = lateShare;
    this.#targets = servable(commodity, all);
  }

  network(): Network {
    const useful = this.#backward(this.#forward());
    const chains = this.#chains(useful);
    const enter = (key: ChainKey, at: number): Event['onward'] => {
      const laid = chains.get(key);
      const node = laid?.enters.get(at);
      return laid === undefined || node === undefined ? null : { chain: laid.chain, node };
    };
    const fromSources = this.#commodity.sources.map((source): Event => {
      const { place, availableAt: at } = source;
      return { source, leg: null, rides: [], at, groups: this.#groupsAt(place, at), onward: enter(this.#key(place, null), at) };
    });
    const fromLegs = useful.map(({ leg, keys }): Event => {
      const rides = keys.flatMap((key): Ride[] => {
        const laid = chains.get(key);
        return laid === undefined ? [] : [{ leg, chain: laid.chain, node: laid.leaves.get(this.#attach(key, leg)) ?? -1 }];
      });
      const { to, mode } = leg.run;
      return { source: null, leg, rides, at: leg.ready, groups: this.#groupsAt(to, leg.ready), onward: enter(this.#key(to, mode), leg.ready) };
    });
    const events = [...fromSources, ...fromLegs].filter((event) => event.groups.length > 0 || event.onward !== null);
    return { commodity: this.#commodity, chains: [...chains.values()].map(({ chain }) => chain), events };
  }

  #slow(place: PlaceCode): boolean {
    return placeOf(this.#problem, place).changeMinutes > 0;
  }

  #key(place: PlaceCode, by: Mode | null): ChainKey {
    return this.#slow(place) ? `${place} ${by ?? ''}` : place;
  }

  /** The moment by which goods must be ready in a chain to board a leg: its departure, less the change of mode. */
  #attach(key: ChainKey, leg: Leg): number {
    return leg.departs - changeMs(placeOf(this.#problem, leg.run.from), this.#byOf.get(key) ?? null, leg.run.mode);
  }

  #groupsAt(place: PlaceCode, at: number): Group[] {
    if (at >= this.#commodity.expiresAt) return [];
    return (this.#targets.get(place) ?? []).filter((group) => serves(group, at, this.#lateShare));
  }

  #reach(place: PlaceCode, by: Mode | null, at: number): void {
    const key = this.#key(place, by);
    this.#keysAt.set(place, (this.#keysAt.get(place) ?? new Set()).add(key));
    this.#byOf.set(key, this.#slow(place) ? by : null);
    this.#earliest.set(key, Math.min(this.#earliest.get(key) ?? Infinity, at));
  }

  /** Legs that some stock reaches, in order of departure. */
  #forward(): Boarding[] {
    for (const source of this.#commodity.sources) this.#reach(source.place, null, source.availableAt);
    const boardings: Boarding[] = [];
    for (const leg of this.#table.legs) {
      const there = this.#keysAt.get(leg.run.from);
      if (there === undefined || !mayRide(this.#table, this.#commodity, leg)) continue;
      const keys = [...there].filter((key) => (this.#earliest.get(key) ?? Infinity) <= this.#attach(key, leg));
      if (keys.length === 0) continue;
      this.#reach(leg.run.to, leg.run.mode, leg.ready);
      boardings.push({ leg, keys });
    }
    return boardings;
  }

  /** Of these, the ones after which a need follows, in order of departure. */
  #backward(boardings: readonly Boarding[]): Boarding[] {
    const latest = new Map<ChainKey, number>();
    const useful: Boarding[] = [];
    for (const boarding of boardings.toReversed()) {
      const { leg, keys } = boarding;
      const goesOn = (latest.get(this.#key(leg.run.to, leg.run.mode)) ?? -Infinity) >= leg.ready;
      if (!goesOn && this.#groupsAt(leg.run.to, leg.ready).length === 0) continue;
      for (const key of keys) latest.set(key, Math.max(latest.get(key) ?? -Infinity, this.#attach(key, leg)));
      useful.push(boarding);
    }
    return useful.reverse();
  }

  #chains(useful: readonly Boarding[]): Map<ChainKey, ReturnType<typeof layChain>> {
    const ins = new Map<ChainKey, Set<number>>();
    const outs = new Map<ChainKey, Set<number>>();
    const note = (times: Map<ChainKey, Set<number>>, key: ChainKey, at: number): void => void times.set(key, (times.get(key) ?? new Set()).add(at));
    for (const source of this.#commodity.sources) note(ins, this.#key(source.place, null), source.availableAt);
    for (const { leg, keys } of useful) {
      note(ins, this.#key(leg.run.to, leg.run.mode), leg.ready);
      for (const key of keys) note(outs, key, this.#attach(key, leg));
    }
    return new Map([...outs].map(([key, times]) => [key, layChain(ins.get(key) ?? new Set(), times)]));
  }
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
