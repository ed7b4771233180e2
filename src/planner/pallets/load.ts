// Whole cartons → whole pallets: begun pallets are filled with what gains, hardly begun ones are emptied onto others or given up,
// and where a departure is full, the pallet that does least makes room for one that does more. Each trial is undone unless the
// plan is better by it; nobody falls below a floor of equal cover but to the good of somebody who is worse off.
// Not here: what a plan comes to (loading.ts), filling and emptying (filling.ts), what may be loaded together (lanes.ts).
// Source: ruin and recreate, Schrimpf et al. 2000; ejection chains, Glover 1996.

import type { Book } from '../book.ts';
import type { Booked, Rounding } from '../cartons.ts';
import { routesTo, waysOn, type Way } from '../ways.ts';
import { restOfPallet, wholePallets } from '../consignments.ts';
import type { Leg } from '../timetable.ts';
import { Filler, MOST_LOADS } from './filling.ts';
import { lanesOf, type Lane, type Lanes } from './lanes.ts';
import { Loading } from './loading.ts';

/** Rounds over all that is tried, at most. */
const MOST_ROUNDS = 8;
/** A round that gains less than this part of all that was gained is the last. */
const LEAST_ROUND = 0.02;
/** So many trials in a row without a gain end what is gone through: the most promising come first. */
const PATIENCE = 120;
/** Of the pallets on a full departure, so many of those that do least are tried as the one that makes room. */
const VICTIMS = 3;
/** Pallets that are filled again in a trial, at most. */
const MOST_REFILLS = 3;
const DUST = 1e-7;

/** @param book in which `booked` is taken; used up by what is booked. @param ways that may be used besides those on the routes of the given paths. */
export function wholePalletLoads(given: Rounding, ways: readonly Way[], booked: readonly Booked[], book: Book): Booked[] {
  const loading = new Loading(given, book, booked);
  const routes = routesTo([...given.paths, ...booked]);
  const besides = given.groups.flatMap((group) => waysOn(given, group, routes.get(group.recipient.place) ?? []));
  new Search(loading, lanesOf([...booked, ...ways, ...besides], given.problem), given).run();
  return loading.booked();
}

/** A consignment that has something on a leg. */
interface There {
  readonly key: string;
  readonly leg: Leg;
  readonly parts: number;
}

class Search {
  readonly #loading: Loading;
  readonly #lanes: Lanes;
  readonly #filler: Filler;
  #trials = 0;

  constructor(loading: Loading, lanes: Lanes, given: Rounding) {
    this.#loading = loading;
    this.#lanes = lanes;
    this.#filler = new Filler(loading, lanes, given);
  }

  run(): void {
    this.#filler.fillAll();
    const begun = this.#loading.mark();
    for (let round = 0; round < MOST_ROUNDS && this.#loading.loads < MOST_LOADS; round += 1) {
      const mark = this.#loading.mark();
      const better = [this.#eachWithout(), this.#eachWith(), this.#eachAnew(), this.#eachCharter()];
      if (!better.includes(true) || this.#loading.gained(mark) < LEAST_ROUND * this.#loading.gained(begun)) return;
    }
  }

  /** Keeps what `change` does where the plan is better by it. */
  #try(change: (mark: ReturnType<Loading['mark']>) => void): boolean {
    this.#trials += 1;
    const mark = this.#loading.mark();
    change(mark);
    if (this.#loading.better(mark)) return true;
    this.#loading.undo(mark);
    return false;
  }

  /** Goes through what is to be tried, with so large a share of all loads at most. */
  #go<T>(what: readonly T[], share: number, each: (one: T) => boolean): boolean {
    const last = Math.min(MOST_LOADS, this.#loading.loads + MOST_LOADS * share);
    let better = false;
    let gained = this.#trials;
    for (const one of what) {
      if (this.#loading.loads >= last || this.#trials - gained > PATIENCE) break;
      if (!each(one)) continue;
      better = true;
      gained = this.#trials;
    }
    return better;
  }

  /** One pallet less of each consignment, or none of it; the least filled first. What is freed is filled with what gains most. */
  #eachWithout(): boolean {
    const there = this.#there(this.#lanes.all).toSorted((a, b) => a.parts - wholePallets(a.parts) - (b.parts - wholePallets(b.parts)));
    return this.#go(there, 0.3, ({ key, leg, parts }) => {
      const levels = wholePallets(parts) > 1 ? [wholePallets(parts) - 1, 0] : [0];
      return levels.some((level) => [key, null].some((barred) => this.#try((mark) => {
        this.#filler.empty(key, leg, level);
        this.#filler.refill(mark, MOST_REFILLS, barred);
      })));
    });
  }

  /** Consignments of these lanes that have something. */
  #there(lanes: readonly Lane[]): There[] {
    const found = new Map<string, There>();
    for (const lane of lanes)
      for (const [at, key] of lane.keys.entries()) {
        const leg = lane.legs[at];
        if (leg === undefined || found.has(key)) continue;
        const parts = this.#filler.parts(lane, leg);
        if (parts > DUST) found.set(key, { key, leg, parts });
      }
    return [...found.values()];
  }

  /** One pallet more on each lane, those first that could do most with it. */
  #eachWith(): boolean {
    const lanes = this.#lanes.all.map((lane) => ({ lane, merit: this.#merit(lane) }));
    return this.#go(lanes.toSorted((a, b) => b.merit - a.merit), 0.5, ({ lane }) => this.#tryWith(lane));
  }

  /** € that a pallet of what a lane's recipient lacks most would do, at most. */
  #merit(lane: Lane): number {
    return Math.max(...lane.offers.map(({ way, each, carried }) => (this.#loading.received.reliefOfOne(way, 1) - carried) / each));
  }

  /** In the place, where need be, of a pallet that does least; with what the recipient has by other lanes taken off, one by one. */
  #tryWith(lane: Lane): boolean {
    const begun = this.#loading.begun(lane.offers[0].way);
    const full = lane.legs.filter((_, at) => (begun[at]?.free ?? 0) < 1);
    if (full.length > 2) return false;
    const victims = full.map((leg) => this.#leastOn(leg, lane));
    if (victims.some((list) => list.length === 0)) return false;
    const [one = [], other] = victims;
    const choices: There[][] = victims.length === 0 ? [[]] : other === undefined ? one.map((victim) => [victim]) : [[...one.slice(0, 1), ...other.slice(0, 1)]];
    const own = [null, ...(this.#lanes.ofRecipient.get(lane.offers[0].way.group.recipient.recipient) ?? []).filter((rival) => rival !== lane && this.#shares(lane, rival))];
    return choices.some((choice) => own.some((rival) => this.#try((mark) => {
      for (const { key, leg, parts } of choice) this.#filler.empty(key, leg, wholePallets(parts) - 1);
      if (rival !== null) this.#filler.clear([rival]);
      const empty = this.#loading.mark();
      this.#filler.fill(lane, Math.min(...this.#loading.begun(lane.offers[0].way).map(({ parts }) => restOfPallet(parts))) + 1);
      if (this.#loading.mark().steps > empty.steps) this.#filler.refill(mark, MOST_REFILLS);
    })));
  }

  /** Does the other lane carry goods that this one could? */
  #shares(lane: Lane, other: Lane): boolean {
    const groups = new Set(lane.offers.map(({ way }) => way.group));
    return other.offers.some(({ way }) => groups.has(way.group) && this.#loading.cartons(way) > 0);
  }

  /** The pallets of a full leg that would be missed least, in place of which a pallet of the lane could go. */
  #leastOn(leg: Leg, lane: Lane): There[] {
    const own = lane.keys[lane.legs.indexOf(leg)];
    const found = this.#there(this.#lanes.onLeg.get(leg) ?? []).filter((there) => there.leg === leg && there.key !== own).map((there) => {
      const mark = this.#loading.mark();
      this.#filler.empty(there.key, leg, wholePallets(there.parts) - 1);
      const lost = -this.#loading.gained(mark);
      this.#loading.undo(mark);
      return { ...there, lost };
    });
    return found.toSorted((a, b) => a.lost - b.lost).slice(0, VICTIMS);
  }

  /** All on a departure, or for a recipient, is taken off and loaded anew. */
  #eachAnew(): boolean {
    return this.#go([...this.#lanes.onLeg.values(), ...this.#lanes.ofRecipient.values()], 0.1, (lanes) => this.#try((mark) => {
      this.#filler.clear(lanes);
      this.#filler.refill(mark, Infinity);
    }));
  }

  /** Charters that fly are closed, of others the first copy is opened. */
  #eachCharter(): boolean {
    const closed = new Set<string>();
    const legs = [...this.#lanes.onLeg.keys()].filter((leg) => {
      const { charter } = leg.run;
      if (charter === null || this.#loading.flies(leg)) return charter !== null;
      return !closed.has(charter.id) && closed.add(charter.id).size > 0;
    });
    return this.#go(legs, 0.1, (leg) => this.#try((mark) => {
      const lanes = this.#lanes.onLeg.get(leg) ?? [];
      if (this.#loading.flies(leg)) {
        this.#filler.clear(lanes);
        this.#filler.refill(mark, Infinity, null, leg);
      } else this.#open(lanes, mark);
    }));
  }

  /** Everything for whoever could use the charter is loaded anew, on it first. */
  #open(lanes: readonly Lane[], mark: ReturnType<Loading['mark']>): void {
    for (const recipient of new Set(lanes.map(({ offers: [first] }) => first.way.group.recipient.recipient))) this.#filler.clear(this.#lanes.ofRecipient.get(recipient) ?? []);
    const gains = lanes.map((lane) => {
      const before = this.#loading.mark();
      this.#filler.fill(lane, 1);
      const gained = this.#loading.gained(before);
      this.#loading.undo(before);
      return { lane, gained };
    });
    const [first] = gains.toSorted((a, b) => b.gained - a.gained);
    if (first !== undefined) this.#filler.fill(first.lane, 1);
    this.#filler.refill(mark, Infinity);
  }
}
