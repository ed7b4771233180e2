// Filling and emptying pallets: a lane is loaded with what does most for the room that it takes; a consignment is emptied by what
// does least. Not here: which lanes are tried (load.ts), what a plan comes to (loading.ts).

import type { Rounding } from '../cartons.ts';
import type { Way } from '../ways.ts';
import { restOfPallet } from '../consignments.ts';
import type { Leg } from '../timetable.ts';
import type { Lane, Lanes, Offer } from './lanes.ts';
import type { Loading, Mark } from './loading.ts';

/** Parts of a pallet, and euros, below this are rounding. */
const DUST = 1e-7;
/** Loads and unloads after which it is enough. They are counted, so that the answer never depends on the machine. */
export const MOST_LOADS = 150_000;
/** Lanes that are looked at where stock comes free: those that would do most with a carton of it. */
const WANTING = 10;

/** A lane that could be filled up to so many parts of a pallet more, and what that does. */
interface Filling {
  readonly lane: Lane;
  readonly upTo: number;
  readonly rank: Rank;
}
/** The least covered share below its floor that is raised (1: none is), and € that the objective falls. */
interface Rank {
  readonly lifted: number;
  readonly gained: number;
}
const NOTHING: Rank = { lifted: 1, gained: 0 };
const before = (a: Rank, b: Rank): boolean => a.lifted < b.lifted || (a.lifted === b.lifted && a.gained > b.gained);

export class Filler {
  readonly #loading: Loading;
  readonly #lanes: Lanes;
  readonly #floors: Rounding['floors'];

  constructor(loading: Loading, lanes: Lanes, { floors }: Rounding) {
    this.#loading = loading;
    this.#lanes = lanes;
    this.#floors = floors;
  }

  /** Loads a lane up to so many parts of a pallet more. Where stock is out, a carton is taken from where it does less. @returns the least covered share below its floor that was raised; 1: none was. */
  fill(lane: Lane, upTo: number): number {
    let lifted = 1;
    for (let open = upTo; open > DUST; ) {
      const best = this.#bestOffer(lane, open);
      if (best === null) break;
      const { offer, from, most, rank } = best;
      const cartons = rank.lifted < 1 ? 1 : this.#alike(offer, 1, most);
      if (from !== null) this.#loading.load(from, -1);
      this.#loading.load(offer.way, cartons);
      lifted = Math.min(lifted, rank.lifted);
      open -= cartons * offer.each;
    }
    return lifted;
  }

  #bestOffer(lane: Lane, open: number): { readonly offer: Offer; readonly from: Way | null; readonly most: number; readonly rank: Rank } | null {
    let best: { offer: Offer; from: Way | null; most: number; rank: Rank } | null = null;
    for (const offer of lane.offers) {
      const { way } = offer;
      const one = this.#loading.received.reliefOfOne(way, 1) - offer.carried;
      const most = Math.floor(open / offer.each + DUST);
      const mayLift = this.#floors.size > 0 && this.#loading.received.belowFloor(way.group);
      if (most <= 0 || (!mayLift && (one <= 0 || (best !== null && (best.rank.lifted < 1 || one / offer.each <= best.rank.gained))))) continue;
      const fits = Math.min(most, this.#loading.room(way));
      if (fits <= 0) continue;
      const left = this.#loading.left(way);
      const from = left > 0 ? null : this.#loading.leastOf(way);
      if (left <= 0 && from === null) continue;
      const lifted = mayLift && this.#loading.received.raisesShare(way) ? this.#loading.received.share(way.group) : 1;
      const gained = (one - (from?.lost ?? 0)) / offer.each;
      if (lifted === 1 && gained <= 0) continue;
      const rank = { lifted, gained };
      if (best === null || before(rank, best.rank)) best = { offer, from: from?.way ?? null, most: from === null ? Math.min(fits, left) : 1, rank };
    }
    return best;
  }

  /** Takes cartons off a consignment, those first that do least for the room that they take, until it has so many pallets. */
  empty(key: string, leg: Leg, pallets: number): void {
    const lanes = this.#lanes.together.get(key) ?? [];
    const [any] = lanes;
    if (any === undefined) return;
    for (let over = this.parts(any, leg) - pallets; over > DUST; over = this.parts(any, leg) - pallets) {
      let least: { offer: Offer; merit: number; held: number } | null = null;
      for (const lane of lanes)
        for (const offer of lane.offers) {
          const held = this.#loading.cartons(offer.way);
          if (held === 0) continue;
          const merit = (-this.#loading.received.reliefOfOne(offer.way, -1) - offer.carried) / offer.each;
          if (least === null || merit < least.merit) least = { offer, merit, held };
        }
      if (least === null) return;
      this.#loading.load(least.offer.way, -this.#alike(least.offer, -1, Math.min(least.held, Math.ceil(over / least.offer.each - DUST))));
    }
  }

  clear(lanes: readonly Lane[]): void {
    for (const { offers } of lanes) for (const { way } of offers) this.#loading.load(way, -this.#loading.cartons(way));
  }

  /**
   * Fills pallets, the one first that gains most, of lanes to which what was changed since the mark matters.
   * @param barred a consignment that gets no further pallet. @param closed a leg that is not used.
   */
  refill(since: Mark, most: number, barred: string | null = null, closed: Leg | null = null): void {
    const open = new Map<Lane, Filling | null | undefined>();
    const touch = (mark: Mark): void => {
      for (const way of new Set(this.#loading.changedSince(mark))) for (const lane of this.#touchedBy(way)) if (closed === null || !lane.legs.includes(closed)) open.set(lane, undefined);
    };
    touch(since);
    this.#fillBest(open, most, barred, touch);
  }

  /** The same for all lanes. */
  fillAll(): void {
    const open = new Map<Lane, Filling | null | undefined>(this.#lanes.all.map((lane) => [lane, undefined]));
    this.#fillBest(open, Infinity, null, (mark) => {
      for (const way of new Set(this.#loading.changedSince(mark))) for (const lane of this.#touchedBy(way)) open.set(lane, undefined);
    });
  }

  /** @param open undefined: to be looked at. @param touch marks lanes so to which what was changed since matters. */
  #fillBest(open: Map<Lane, Filling | null | undefined>, most: number, barred: string | null, touch: (since: Mark) => void): void {
    for (let filled = 0; filled < most && this.#loading.loads < MOST_LOADS; filled += 1) {
      let best: Filling | null = null;
      const unknown: { lane: Lane; most: Rank }[] = [];
      for (const [lane, known] of open) {
        if (known === undefined) unknown.push({ lane, most: this.#atMost(lane) });
        else if (known !== null && (best === null || before(known.rank, best.rank))) best = known;
      }
      for (const { lane, most: bound } of unknown.toSorted((a, b) => (before(a.most, b.most) ? -1 : 1))) {
        if (!before(bound, best?.rank ?? NOTHING)) break;
        const filling = this.#bestFilling(lane, barred);
        open.set(lane, filling);
        if (filling !== null && (best === null || before(filling.rank, best.rank))) best = filling;
      }
      if (best === null) return;
      const mark = this.#loading.mark();
      this.fill(best.lane, best.upTo);
      open.set(best.lane, undefined);
      touch(mark);
    }
  }

  /** No filling of the lane is better: its pallet full of what does most, its place for nothing. */
  #atMost(lane: Lane): Rank {
    const begun = this.#loading.begun(lane.offers[0].way);
    const room = Math.min(...begun.map(({ parts, free }) => restOfPallet(parts) + Math.min(1, Math.max(0, free))));
    let rank = NOTHING;
    if (room <= DUST) return rank;
    for (const { way, each, carried } of lane.offers) {
      const lifted = this.#floors.size > 0 && this.#loading.received.belowFloor(way.group) ? this.#loading.received.share(way.group) : 1;
      rank = { lifted: Math.min(rank.lifted, lifted), gained: Math.max(rank.gained, ((this.#loading.received.reliefOfOne(way, 1) - carried) / each) * room) };
    }
    return rank.lifted < 1 ? { ...rank, gained: Infinity } : rank;
  }

  #bestFilling(lane: Lane, barred: string | null): Filling | null {
    let best: Filling | null = null;
    for (const upTo of this.#levels(lane, barred)) {
      const mark = this.#loading.mark();
      const lifted = this.fill(lane, upTo);
      const rank: Rank = { lifted, gained: this.#loading.gained(mark) };
      const counts = this.#loading.mark().steps > mark.steps && (lifted < 1 || rank.gained > DUST);
      this.#loading.undo(mark);
      if (counts && (best === null || before(rank, best.rank))) best = { lane, upTo, rank };
    }
    return best;
  }

  /** To how many parts of a pallet more a lane could be filled: what is begun on some leg, and one more pallet there. */
  #levels(lane: Lane, barred: string | null): number[] {
    const begun = this.#loading.begun(lane.offers[0].way);
    const most = Math.min(...begun.map(({ parts, free }, at) => restOfPallet(parts) + (lane.keys[at] === barred ? 0 : Math.min(1, Math.max(0, free)))));
    const levels = begun.flatMap(({ parts }) => [restOfPallet(parts), restOfPallet(parts) + 1]).filter((level) => level > DUST && level <= most + DUST);
    return [...new Set(levels)];
  }

  /** Lanes of the same recipient, on the same departures, and those that want the stock most where it is scarce. */
  *#touchedBy({ group, legs, source }: Way): Iterable<Lane> {
    yield* this.#lanes.ofRecipient.get(group.recipient.recipient) ?? [];
    for (const leg of legs) yield* this.#lanes.onLeg.get(leg) ?? [];
    const wanting = this.#lanes.ofSource.get(source) ?? [];
    const ranked = wanting.map(({ lane, offer }) => ({ lane, merit: (this.#loading.received.reliefOfOne(offer.way, 1) - offer.carried) / offer.each })).filter(({ merit }) => merit > 0);
    for (const { lane } of ranked.toSorted((a, b) => b.merit - a.merit).slice(0, WANTING)) yield lane;
  }

  /** How many cartons, of so many at most, each relieve as much as the first. */
  #alike({ way }: Offer, sign: 1 | -1, most: number): number {
    const one = this.#loading.received.reliefOfOne(way, sign);
    let cartons = Math.max(1, most);
    while (cartons > 1 && Math.abs(this.#loading.received.relief(way, sign * cartons) - cartons * one) > 1e-9 * Math.max(1, Math.abs(cartons * one))) cartons >>= 1;
    return cartons;
  }

  /** Pallets by the part of the lane's consignment on a leg. */
  parts(lane: Lane, leg: Leg): number {
    return this.#loading.begun(lane.offers[0].way)[lane.legs.indexOf(leg)]?.parts ?? 0;
  }
}
