// Whole cartons → whole pallets: begun pallets are filled with what gains, hardly begun ones are emptied onto others or given up,
// and where a departure is full, the pallet that does least makes room for one that does more. Each trial is undone unless the
// plan is better by it; nobody falls below a floor of equal cover but to the good of somebody who is worse off.
// Not here: what a plan comes to (loading.ts), what may be loaded together (lanes.ts).
// Source: ruin and recreate, Schrimpf et al. 2000; ejection chains, Glover 1996.

import type { Book } from '../book.ts';
import type { Booked, Rounding, Way } from '../cartons.ts';
import { restOfPallet, wholePallets } from '../consignments.ts';
import type { Leg } from '../timetable.ts';
import { lanesOf, type Lane, type Lanes, type Offer } from './lanes.ts';
import { Loading } from './loading.ts';

/** Trials after which it is enough, and rounds over all lanes. They are counted, so that the answer never depends on the machine. */
const MOST_TRIALS = 20_000;
const MOST_ROUNDS = 12;
/** Of the pallets on a full departure, so many of those that do least are tried as the one that makes room. */
const VICTIMS = 3;
/** Pallets that are filled again after one was taken off, at most. */
const MOST_REFILLS = 12;
const DUST = 1e-7;

/** @param book in which `booked` is taken; used up by what is booked. @param ways that may be used besides those that are. */
export function wholePalletLoads(given: Rounding, ways: readonly Way[], booked: readonly Booked[], book: Book): Booked[] {
  const search = new Search(new Loading(given, book, booked), lanesOf([...booked, ...ways], given.problem), given);
  search.run();
  return search.loading.booked();
}

class Search {
  readonly loading: Loading;
  readonly #lanes: Lanes;
  readonly #given: Rounding;
  #trials = 0;

  constructor(loading: Loading, lanes: Lanes, given: Rounding) {
    this.loading = loading;
    this.#lanes = lanes;
    this.#given = given;
  }

  run(): void {
    this.#refill(this.#lanes.all, Infinity);
    for (let round = 0, better = true; better && round < MOST_ROUNDS && this.#trials < MOST_TRIALS; round += 1) {
      better = false;
      for (const lane of this.#lanes.all) {
        for (const [key, leg] of keyed(lane)) if (this.#tryWithout(lane, key, leg)) better = true;
        if (this.#tryWith(lane)) better = true;
      }
      for (const lanes of [...this.#lanes.onLeg.values(), ...this.#lanes.ofRecipient.values()]) if (this.#tryAnew(lanes)) better = true;
      for (const leg of this.#charters()) if (this.loading.flies(leg) ? this.#tryClosed(leg) : this.#tryOpened(leg)) better = true;
    }
  }

  /** Keeps what `change` does where the plan is better by it. */
  #try(change: () => void): boolean {
    this.#trials += 1;
    const mark = this.loading.mark();
    change();
    if (this.loading.better(mark)) return true;
    this.loading.undo(mark);
    return false;
  }

  /** One pallet less of a consignment, or none of it; what is freed is filled with what gains most. */
  #tryWithout(lane: Lane, key: string, leg: Leg): boolean {
    const there = this.#parts(lane, leg);
    if (there <= DUST || this.#lanes.together.get(key)?.[0] !== lane) return false;
    const levels = wholePallets(there) > 1 ? [wholePallets(there) - 1, 0] : [0];
    return levels.some((level) => [key, null].some((barred) => this.#try(() => this.#refill(this.#emptied(key, leg, level), MOST_REFILLS, barred))));
  }

  /** One pallet more on a lane, where need be in the place of one that does least. */
  #tryWith(lane: Lane): boolean {
    const full = lane.legs.filter((leg) => this.#free(lane, leg) < 1);
    if (full.length > 2) return false;
    const victims = full.map((leg) => this.#leastOn(leg, lane));
    if (victims.some((list) => list.length === 0)) return false;
    const choices: { key: string; leg: Leg; level: number }[][] = victims.length === 0 ? [[]] : victims.length === 1 ? (victims[0] ?? []).map((victim) => [victim]) : [victims.map(([first]) => first).filter((first) => first !== undefined)];
    const own = [null, ...(this.#lanes.ofRecipient.get(lane.offers[0]?.way.group.recipient.recipient ?? '') ?? []).filter((other) => other !== lane && this.#shares(lane, other))];
    return choices.some((choice) => own.some((other) => this.#try(() => {
      const near = [...choice.flatMap(({ key, leg, level }) => this.#emptied(key, leg, level)), ...(other === null ? [] : this.#emptied(other.keys[0] ?? '', other.legs[0] as Leg, 0))];
      const mark = this.loading.mark();
      this.#fill(lane, this.#parts(lane, null) + 1);
      if (this.loading.mark().steps > mark.steps) this.#refill([...new Set([...near, ...this.#near(lane)])], MOST_REFILLS);
    })));
  }

  /** Does the other lane carry goods that this one could? */
  #shares(lane: Lane, other: Lane): boolean {
    const groups = new Set(lane.offers.map(({ way }) => way.group));
    return other.offers.some(({ way }) => groups.has(way.group) && this.loading.cartons(way) > 0);
  }

  /** All that these lanes carry is taken off and loaded anew. */
  #tryAnew(lanes: readonly Lane[]): boolean {
    return this.#try(() => this.#refill(this.#cleared(lanes), Infinity));
  }

  /** Charters that fly, and of each the first copy that does not. */
  #charters(): Leg[] {
    const closed = new Set<string>();
    return [...this.#lanes.onLeg.keys()].filter((leg) => {
      const { charter } = leg.run;
      if (charter === null || this.loading.flies(leg)) return charter !== null;
      return !closed.has(charter.id) && closed.add(charter.id) !== undefined;
    });
  }

  #tryClosed(leg: Leg): boolean {
    const lanes = new Set(this.#lanes.onLeg.get(leg));
    return this.#try(() => this.#refill(this.#cleared([...lanes]).filter((lane) => !lanes.has(lane)), Infinity));
  }

  /** Everything for whoever could use the charter is loaded anew, on it first. */
  #tryOpened(leg: Leg): boolean {
    const lanes = this.#lanes.onLeg.get(leg) ?? [];
    const recipients = new Set(lanes.flatMap(({ offers }) => offers.slice(0, 1).map(({ way }) => way.group.recipient.recipient as string)));
    return this.#try(() => {
      const near = this.#cleared([...recipients].flatMap((recipient) => this.#lanes.ofRecipient.get(recipient) ?? []));
      const first = lanes.map((lane) => { const mark = this.loading.mark(); this.#fill(lane, 1); const gained = this.loading.gained(mark); this.loading.undo(mark); return { lane, gained }; }).toSorted((a, b) => b.gained - a.gained)[0];
      if (first !== undefined) this.#fill(first.lane, 1);
      this.#refill(near, Infinity);
    });
  }

  #cleared(lanes: readonly Lane[]): Lane[] {
    return [...new Set([...lanes, ...lanes.flatMap((lane) => this.#emptied(lane.keys[0] ?? '', lane.legs[0] as Leg, 0))])];
  }

  /** The pallets of a full leg that would be missed least, in place of which a pallet of the lane could go. */
  #leastOn(leg: Leg, lane: Lane): { key: string; leg: Leg; level: number }[] {
    const own = lane.keys[lane.legs.indexOf(leg)];
    const seen = new Set<string>();
    const found: { key: string; leg: Leg; level: number; lost: number }[] = [];
    for (const other of this.#lanes.onLeg.get(leg) ?? []) {
      const key = other.keys[other.legs.indexOf(leg)] ?? '';
      const there = this.#parts(other, leg);
      if (key === own || seen.has(key) || there <= DUST) continue;
      seen.add(key);
      const mark = this.loading.mark();
      const level = wholePallets(there) - 1;
      this.#emptied(key, leg, level);
      found.push({ key, leg, level, lost: -this.loading.gained(mark) });
      this.loading.undo(mark);
    }
    return found.toSorted((a, b) => a.lost - b.lost).slice(0, VICTIMS);
  }

  /** Takes cartons off a consignment, those first that do least for the room that they take, until it has so many pallets. @returns lanes to which that matters. */
  #emptied(key: string, leg: Leg, pallets: number): Lane[] {
    const lanes = this.#lanes.together.get(key) ?? [];
    const near = new Set<Lane>();
    for (const lane of lanes) if (lane.offers.some(({ way }) => this.loading.cartons(way) > 0)) for (const other of this.#near(lane)) near.add(other);
    const [any] = lanes;
    if (any === undefined) return [];
    for (let over = this.#parts(any, leg) - pallets; over > DUST; over = this.#parts(any, leg) - pallets) {
      let least: { offer: Offer; merit: number; cartons: number } | null = null;
      for (const offer of lanes.flatMap(({ offers }) => offers)) {
        const held = this.loading.cartons(offer.way);
        if (held === 0) continue;
        const one = -this.loading.relief(offer.way, -1);
        const merit = (one - offer.carried) / offer.each;
        if (least === null || merit < least.merit) least = { offer, merit, cartons: this.#alike(offer, -1, Math.min(held, Math.ceil(over / offer.each - DUST))) };
      }
      if (least === null) break;
      this.loading.load(least.offer.way, -least.cartons);
    }
    return [...near];
  }

  /** Lanes that want the same goods, the same departures, or go to the same recipient. */
  #near(lane: Lane): Lane[] {
    const near = new Set<Lane>();
    const add = (lanes: readonly Lane[] | undefined): void => { for (const each of lanes ?? []) near.add(each); };
    const [first] = lane.offers;
    if (first !== undefined) add(this.#lanes.ofRecipient.get(first.way.group.recipient.recipient));
    for (const leg of lane.legs) add(this.#lanes.onLeg.get(leg));
    for (const source of new Set(lane.offers.filter(({ way }) => this.loading.cartons(way) > 0).map(({ way }) => way.source))) add(this.#lanes.ofSource.get(source));
    return [...near];
  }

  /** Fills pallets of these lanes, the one first that gains most. @param barred a consignment that gets no further pallet. */
  #refill(lanes: readonly Lane[], most: number, barred: string | null = null): void {
    const known = new Map<Lane, Filling | null>();
    for (let filled = 0; filled < most; filled += 1) {
      let best: Filling | null = null;
      for (const lane of lanes) {
        const filling = known.get(lane) ?? (known.has(lane) ? null : this.#bestFilling(lane, barred));
        known.set(lane, filling);
        if (filling !== null && (best === null || before(filling.rank, best.rank))) best = filling;
      }
      if (best === null) return;
      const mark = this.loading.mark();
      this.#fill(best.lane, best.upTo);
      known.delete(best.lane);
      for (const way of this.loading.changedSince(mark)) for (const lane of this.#touchedBy(way)) known.delete(lane);
    }
  }

  #bestFilling(lane: Lane, barred: string | null): Filling | null {
    let best: Filling | null = null;
    for (const upTo of this.#levels(lane, barred)) {
      const mark = this.loading.mark();
      const lifted = this.#fill(lane, upTo);
      const rank: Rank = { lifted, gained: this.loading.gained(mark) };
      const counts = this.loading.mark().steps > mark.steps && (lifted < 1 || rank.gained > DUST);
      this.loading.undo(mark);
      if (counts && (best === null || before(rank, best.rank))) best = { lane, upTo, rank };
    }
    return best;
  }

  *#touchedBy({ group, legs, source }: Way): Iterable<Lane> {
    yield* this.#lanes.ofRecipient.get(group.recipient.recipient) ?? [];
    yield* this.#lanes.ofSource.get(source) ?? [];
    for (const leg of legs) yield* this.#lanes.onLeg.get(leg) ?? [];
  }

  /** To how many parts of a pallet more a lane could be filled: what is begun on some leg, and one more pallet there. */
  #levels(lane: Lane, barred: string | null): number[] {
    const [first] = lane.offers;
    if (first === undefined) return [];
    const begun = this.loading.begun(first.way);
    const most = Math.min(...begun.map(({ parts, free }, at) => restOfPallet(parts) + (lane.keys[at] === barred ? 0 : Math.min(1, Math.max(0, free)))));
    const levels = begun.flatMap(({ parts }) => [restOfPallet(parts), restOfPallet(parts) + 1]).filter((level) => level > DUST && level <= most + DUST);
    return [...new Set(levels)];
  }

  /** Loads a lane with what does most for the room that it takes, up to so many parts of a pallet. @returns the least covered share below its floor that was raised; 1: none was. */
  #fill(lane: Lane, upTo: number): number {
    let lifted = 1;
    for (let open = upTo; open > DUST; ) {
      let best: { offer: Offer; from: Way | null; most: number; rank: Rank } | null = null;
      for (const offer of lane.offers) {
        const { group } = offer.way;
        const fits = Math.min(Math.floor(open / offer.each + DUST), this.loading.room(offer.way));
        if (fits <= 0) continue;
        const from = this.loading.left(offer.way) > 0 ? null : this.loading.leastOf(offer.way);
        if (from === null && this.loading.left(offer.way) <= 0) continue;
        const most = from === null ? Math.min(fits, this.loading.left(offer.way)) : 1;
        const gained = (this.loading.relief(offer.way, 1) - offer.carried - (from?.lost ?? 0)) / offer.each;
        const share = this.#given.floors.size > 0 && this.loading.belowFloor(group) && this.loading.raisesShare(offer.way) ? this.loading.share(group) : 1;
        if (share === 1 && gained <= 0) continue;
        if (best === null || before({ lifted: share, gained }, best.rank)) best = { offer, from: from?.way ?? null, most, rank: { lifted: share, gained } };
      }
      if (best === null) break;
      const cartons = best.rank.lifted < 1 ? 1 : this.#alike(best.offer, 1, best.most);
      if (best.from !== null) this.loading.load(best.from, -1);
      this.loading.load(best.offer.way, cartons);
      lifted = Math.min(lifted, best.rank.lifted);
      open -= cartons * best.offer.each;
    }
    return lifted;
  }

  /** How many cartons, of so many at most, each relieve as much as the first. */
  #alike({ way }: Offer, sign: 1 | -1, most: number): number {
    const one = this.loading.relief(way, sign);
    let cartons = Math.max(1, most);
    while (cartons > 1 && Math.abs(this.loading.relief(way, sign * cartons) - cartons * one) > 1e-9 * Math.max(1, Math.abs(cartons * one))) cartons >>= 1;
    return cartons;
  }

  /** Pallets by the part of the lane's consignment on a leg; null: on the leg where least is open. */
  #parts(lane: Lane, leg: Leg | null): number {
    const [first] = lane.offers;
    if (first === undefined) return 0;
    const begun = this.loading.begun(first.way);
    return leg === null ? Math.min(...begun.map(({ parts }) => restOfPallet(parts))) : (begun[lane.legs.indexOf(leg)]?.parts ?? 0);
  }

  #free(lane: Lane, leg: Leg): number {
    const [first] = lane.offers;
    return first === undefined ? 0 : (this.loading.begun(first.way)[lane.legs.indexOf(leg)]?.free ?? 0);
  }
}

interface Filling {
  readonly lane: Lane;
  readonly upTo: number;
  readonly rank: Rank;
}
interface Rank {
  readonly lifted: number;
  readonly gained: number;
}
const before = (a: Rank, b: Rank): boolean => a.lifted < b.lifted || (a.lifted === b.lifted && a.gained > b.gained);

function keyed(lane: Lane): [string, Leg][] {
  return lane.legs.flatMap((leg, at) => { const key = lane.keys[at]; return key === undefined ? [] : [[key, leg] as [string, Leg]]; });
}
