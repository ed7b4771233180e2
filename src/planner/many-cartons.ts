// Whole cartons where there are thousands of needs: the paths rounded down, then one carton more at a time on the paths
// that are there, while room, stock and need last: first to who is below its floor, then to the lowest covered share or where
// it takes most off the objective. What cartons.ts does besides (new ways, moves from one recipient to another) takes longer
// than it gains at this size.
// A further carton never ranks above the one before it, so that an old rank is a bound on the new one, and only the best
// is reckoned again. Source: lazy greedy, Minoux 1978.

import type { Arrival } from './attribution.ts';
import type { Book } from './book.ts';
import type { Booked, Rounding } from './cartons.ts';
import type { Group, Source } from './commodities.ts';
import { arrivalsByGroup, coveredShare, deprived } from './figures.ts';
import { KeptCartons } from './kept-cartons.ts';
import { cartonPrice } from './objective.ts';
import { wayKey } from './ways.ts';

/** Flows this near below a whole carton are that carton. */
const DUST = 1e-6;

type Given = Pick<Rounding, 'problem' | 'table' | 'paths' | 'kept' | 'fixed' | 'floors' | 'lowestFirst'>;
/** Whose turn it is: the lower share, then the greater merit. Null: a carton is of no use. */
type Rank = readonly [share: number, merit: number] | null;
interface Offer {
  readonly key: string;
  readonly way: Booked;
  readonly price: number;
  cartons: number;
  rank: Rank;
}

/** @param book is used up by what is booked. */
export function manyCartons({ problem, table, paths, kept, fixed, floors, lowestFirst }: Given, book: Book): Booked[] {
  const left = new Map<Source, number>();
  const arrivals = new Map<Group, Arrival[]>([...arrivalsByGroup(fixed)].map(([group, list]) => [group, [...list]]));
  const deprivation = new Map<Group, number>();
  const shares = new Map<Group, number>();
  const stand = new KeptCartons(kept, wayKey);
  const offers = [...merged(paths)].map(([key, way]): Offer => ({ key, way, price: way.legs.reduce((sum, leg) => sum + cartonPrice(leg.run, way.commodity.item, problem.weights), 0), cartons: 0, rank: null }));
  const byKey = new Map(kept.length === 0 ? [] : offers.map((offer) => [offer.key, offer]));
  const bookedOn = (key: string): number => byKey.get(key)?.cartons ?? 0;
  const room = ({ way }: Offer): number => Math.min(left.get(way.source) ?? way.source.cartons, book.room(way.commodity.item, way.legs, way.group.recipient.recipient).cartons);
  const send = (offer: Offer, cartons: number): void => {
    if (cartons <= 0) return;
    const { way } = offer;
    book.take(way.commodity.item, way.legs, cartons, way.group.recipient.recipient);
    left.set(way.source, (left.get(way.source) ?? way.source.cartons) - cartons);
    offer.cartons += cartons;
    arrivals.set(way.group, [...(arrivals.get(way.group) ?? []), { at: way.arrives, units: cartons * way.commodity.unitsPerCarton }]);
    deprivation.delete(way.group);
    shares.delete(way.group);
  };
  const missing = ({ group }: Booked): number => group.units - (arrivals.get(group) ?? []).reduce((sum, { units }) => sum + units, 0);
  const merit = ({ key, way, price }: Offer): number => {
    const there = arrivals.get(way.group) ?? [];
    if (missing(way) <= 0) return -Infinity;
    const now = deprivation.get(way.group) ?? deprived(way.group, there, table.asOf, problem);
    deprivation.set(way.group, now);
    return now - deprived(way.group, [...there, { at: way.arrives, units: way.commodity.unitsPerCarton }], table.asOf, problem) - price + stand.saves(key, bookedOn);
  };
  /** As in cartons.ts: what stands is not unpacked for a part of a carton, and where lines stand no need gets more than it takes. */
  const whole = ({ key, way }: Offer): number => {
    const down = Math.floor(way.cartons + DUST);
    if (kept.length === 0) return down;
    const wanted = way.cartons > stand.standing(key) - 1 + DUST ? Math.max(down, stand.standing(key)) : down;
    return Math.min(wanted, Math.max(0, Math.ceil(missing(way) / way.commodity.unitsPerCarton - DUST)));
  };
  const share = (group: Group): number => {
    const known = shares.get(group) ?? coveredShare(group, arrivals.get(group) ?? []);
    shares.set(group, known);
    return known;
  };
  /** Does one carton more on the way lift a share that is below its floor? */
  const lifts = ({ group, arrives, commodity }: Booked): boolean =>
    share(group) < (floors.get(group) ?? 0) - DUST && coveredShare(group, [...(arrivals.get(group) ?? []), { at: arrives, units: commodity.unitsPerCarton }]) > share(group);
  const floored = (offer: Offer): Rank => {
    const gained = merit(offer);
    return gained > -Infinity && lifts(offer.way) ? [share(offer.way.group), gained] : null;
  };
  const free = (offer: Offer): Rank => {
    const gained = merit(offer);
    return gained > 0 ? [lowestFirst ? share(offer.way.group) : 0, gained] : null;
  };
  const bookOne = (offer: Offer): boolean => room(offer) > 0 && (send(offer, 1), true);
  for (const offer of offers) send(offer, Math.min(whole(offer), room(offer)));
  if (floors.size > 0) topUp(offers, floored, bookOne);
  topUp(offers, free, bookOne);
  return offers.flatMap(({ way, cartons }) => (cartons > 0 ? [{ ...way, cartons }] : []));
}

function merged(paths: Given['paths']): ReadonlyMap<string, Booked> {
  const byKey = new Map<string, Booked>();
  for (const path of paths) {
    const key = wayKey(path);
    byKey.set(key, { ...path, cartons: path.cartons + (byKey.get(key)?.cartons ?? 0) });
  }
  return byKey;
}

/** @param book books one carton; false where there is no room: the offer is dropped, for room only shrinks. */
function topUp(offers: readonly Offer[], rank: (offer: Offer) => Rank, book: (offer: Offer) => boolean): void {
  const queue = new Queue();
  for (const offer of offers) {
    offer.rank = rank(offer);
    queue.put(offer);
  }
  for (let offer = queue.take(); offer !== null; offer = queue.take()) {
    offer.rank = rank(offer);
    if (offer.rank === null) continue;
    const best = !queue.isBefore(offer.rank);
    if (!best || book(offer)) queue.put(offer);
  }
}

const compare = (a: NonNullable<Rank>, b: NonNullable<Rank>): number => a[0] - b[0] || b[1] - a[1];

interface Queued {
  readonly offer: Offer;
  readonly rank: NonNullable<Rank>;
  readonly order: number;
}

/** Offers by rank; among equals the one that came first. A binary heap. */
class Queue {
  readonly #heap: Queued[] = [];
  #count = 0;

  /** Is there an offer that goes before that rank? */
  isBefore(rank: NonNullable<Rank>): boolean {
    const first = this.#heap[0];
    return first !== undefined && compare(first.rank, rank) < 0;
  }

  put(offer: Offer): void {
    const heap = this.#heap;
    if (offer.rank === null) return;
    heap.push({ offer, rank: offer.rank, order: this.#count++ });
    for (let at = heap.length - 1; at > 0; ) {
      const above = (at - 1) >> 1;
      if (!this.#before(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  take(): Offer | null {
    const heap = this.#heap;
    const first = heap[0];
    if (first === undefined) return null;
    this.#swap(0, heap.length - 1);
    heap.pop();
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let next = at;
      if (left < heap.length && this.#before(left, next)) next = left;
      if (right < heap.length && this.#before(right, next)) next = right;
      if (next === at) return first.offer;
      this.#swap(at, next);
      at = next;
    }
  }

  #before(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return false;
    const apart = compare(one.rank, other.rank);
    return apart < 0 || (apart === 0 && one.order < other.order);
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return;
    this.#heap[a] = other;
    this.#heap[b] = one;
  }
}
