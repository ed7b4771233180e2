// What is loaded so far while pallets are made whole, and what it comes to: each carton that is put on or taken off changes the
// objective by a sum that is kept, and all that was changed since a mark can be undone. Not here: what groups get by it (received.ts), what to try (load.ts).

import type { Book } from '../book.ts';
import type { Booked, Rounding } from '../cartons.ts';
import { wayKey, type Way } from '../ways.ts';
import type { Group, Source } from '../commodities.ts';
import { wholePallets } from '../consignments.ts';
import { KeptCartons } from '../kept-cartons.ts';
import { carriedPrice } from '../objective.ts';
import { cartonTakes, type Leg } from '../timetable.ts';
import { Received, SHARE_DUST, type Had } from './received.ts';

/** Of stock that goes more ways than this, none is taken from one to another: to look for it takes longer than it gains. */
const MOST_TAKERS = 200;
/** A change that gains less than this part of what is at stake is none. */
const LEAST_GAIN = 1e-9;

interface Step {
  readonly way: Way;
  readonly cartons: number;
  /** What its group had before. */
  readonly had: Had;
}
export interface Mark {
  readonly steps: number;
  readonly euros: number;
}

export class Loading {
  readonly #given: Rounding;
  readonly received: Received;
  readonly #book: Book;
  readonly #left = new Map<Source, number>();
  readonly #booked = new Map<string, { readonly way: Way; cartons: number }>();
  readonly #ofSource = new Map<Source, Set<string>>();
  readonly #carries = new Map<Way, number>();
  readonly #kept: KeptCartons | null;
  /** Cartons aboard charters. */
  readonly #aboard = new Map<Leg, number>();
  readonly #steps: Step[] = [];
  #euros = 0;
  #loads = 0;

  /** @param book in which `booked` is taken already. */
  constructor(given: Rounding, book: Book, booked: readonly Booked[]) {
    this.#given = given;
    this.#book = book;
    this.received = new Received(given);
    this.#kept = given.kept.length === 0 ? null : new KeptCartons(given.kept, wayKey);
    for (const { sources } of given.commodities) for (const source of sources) this.#left.set(source, source.cartons);
    for (const { legs, cartons } of given.fixed) this.#ride(legs, cartons);
    for (const { cartons, ...way } of booked) {
      this.#note(way, cartons);
      this.#left.set(way.source, (this.#left.get(way.source) ?? 0) - cartons);
      this.#ride(way.legs, cartons);
    }
  }

  booked(): Booked[] {
    return [...this.#booked.values()].flatMap(({ way, cartons }) => (cartons > 0 ? [{ ...way, cartons }] : []));
  }

  /** How many times something was put on or taken off so far, whatever was undone: a measure of work. */
  get loads(): number {
    return this.#loads;
  }

  cartons(way: Way): number {
    return this.#booked.get(wayKey(way))?.cartons ?? 0;
  }

  /** Cartons that room and need still take. A group may get one that its need only begins. */
  room({ group, commodity, legs }: Way): number {
    const open = this.received.open(group);
    return open <= 0 ? 0 : Math.min(Math.ceil(open / commodity.unitsPerCarton), this.#book.room(commodity.item, legs, group.recipient.recipient).cartons);
  }

  /** Cartons of its stock that nobody has. */
  left({ source }: Way): number {
    return this.#left.get(source) ?? 0;
  }

  /** Of the same stock, the carton that does least for another group which may lose it, and the € that it does. */
  leastOf({ source, group }: Way): { readonly way: Way; readonly lost: number } | null {
    let least: { way: Way; lost: number } | null = null;
    const takers = this.#ofSource.get(source);
    if (takers === undefined || takers.size > MOST_TAKERS) return null;
    for (const key of takers) {
      const held = this.#booked.get(key);
      if (held === undefined || held.cartons <= 0 || held.way.group === group) continue;
      const { way } = held;
      const lost = -this.received.reliefOfOne(way, -1) - this.#carried(way);
      if ((least === null || lost < least.lost) && !this.received.wouldFall(way)) least = { way, lost };
    }
    return least;
  }

  #carried(way: Way): number {
    const euros = this.#carries.get(way) ?? way.legs.reduce((sum, leg) => sum + carriedPrice(leg.run, way.commodity.item, this.#given.problem.weights), 0);
    this.#carries.set(way, euros);
    return euros;
  }

  flies(leg: Leg): boolean {
    return (this.#aboard.get(leg) ?? 0) > 0;
  }

  begun(way: Way): ReturnType<Book['begun']> {
    return this.#book.begun(way.commodity.item, way.legs, way.group.recipient.recipient);
  }

  /** @param cartons below 0 takes off. */
  load(way: Way, cartons: number): void {
    if (cartons === 0) return;
    this.#loads += 1;
    this.#steps.push({ way, cartons, had: this.received.has(way.group) });
    const { legs, group } = way;
    const item = way.commodity.item;
    const { weights } = this.#given.problem;
    const each = cartonTakes(item).positions;
    const before = this.received.deprived(group);
    const places = this.begun(way).reduce((sum, { parts }, at) => sum + (wholePallets(parts + cartons * each) - wholePallets(parts)) * (legs[at]?.run.eurosPerPallet ?? 0), 0);
    const carried = this.#carried(way);
    const changed = this.#changed(way, cartons);
    this.#take(way, cartons);
    this.#euros += carried * cartons + weights.costWeight * (places + this.#opened(legs, cartons)) + changed + this.received.deprived(group) - before;
  }

  /** Ways that were changed since. */
  changedSince({ steps }: Mark): Way[] {
    return this.#steps.slice(steps).map(({ way }) => way);
  }

  mark(): Mark {
    return { steps: this.#steps.length, euros: this.#euros };
  }

  /** € that the objective has fallen since. */
  gained(since: Mark): number {
    return since.euros - this.#euros;
  }

  undo(to: Mark): void {
    while (this.#steps.length > to.steps) {
      const step = this.#steps.pop();
      if (step === undefined) break;
      const { way, cartons, had } = step;
      this.#take(way, -cartons);
      this.#ride(way.legs, -cartons);
      this.received.hadAgain(way.group, had);
    }
    this.#euros = to.euros;
  }

  /**
   * Is it better than at the mark? First the covered shares below floors, lowest first; then the objective.
   */
  better(since: Mark): boolean {
    const gained = this.gained(since);
    const { floors } = this.#given;
    if (floors.size > 0) {
      const before = new Map<Group, number>();
      for (const { way: { group }, had } of this.#steps.slice(since.steps)) if (!before.has(group)) before.set(group, had.share);
      const held = (share: (group: Group) => number): number[] => [...before.keys()].map((group) => Math.min(share(group), floors.get(group) ?? 0)).toSorted((a, b) => a - b);
      const [was, is] = [held((group) => before.get(group) ?? 0), held((group) => this.received.share(group))];
      const differs = is.findIndex((share, at) => Math.abs(share - (was[at] ?? 0)) > SHARE_DUST);
      if (differs >= 0) return (is[differs] ?? 0) > (was[differs] ?? 0);
    }
    return gained > LEAST_GAIN * Math.max(1, Math.abs(gained), Math.abs(this.#euros));
  }

  #note(way: Way, cartons: number): void {
    const key = wayKey(way);
    const held = this.#booked.get(key) ?? { way, cartons: 0 };
    held.cartons += cartons;
    this.#booked.set(key, held);
    this.#ofSource.set(way.source, (this.#ofSource.get(way.source) ?? new Set()).add(key));
    this.received.add(way, cartons);
  }

  #take(way: Way, cartons: number): void {
    this.#book.take(way.commodity.item, way.legs, cartons, way.group.recipient.recipient);
    this.#left.set(way.source, (this.#left.get(way.source) ?? 0) - cartons);
    this.#note(way, cartons);
  }

  #ride(legs: readonly Leg[], cartons: number): void {
    for (const leg of legs) if (leg.run.charter !== null) this.#aboard.set(leg, (this.#aboard.get(leg) ?? 0) + cartons);
  }

  /** € of charters that are opened by it; below 0: closed. */
  #opened(legs: readonly Leg[], cartons: number): number {
    const flies = (): number => legs.reduce((sum, leg) => sum + ((this.#aboard.get(leg) ?? 0) > 0 ? (leg.run.charter?.fixedEuros ?? 0) : 0), 0);
    const before = flies();
    this.#ride(legs, cartons);
    return flies() - before;
  }

  /** € of change; before the cartons are taken. */
  #changed(way: Way, cartons: number): number {
    if (this.#kept === null) return 0;
    const own = wayKey(way);
    let euros = 0;
    const booked = (more: number) => (key: string): number => (this.#booked.get(key)?.cartons ?? 0) + (key === own ? more : 0);
    for (let carton = 0; carton < Math.abs(cartons); carton += 1) euros += cartons > 0 ? -this.#kept.saves(own, booked(carton)) : this.#kept.saves(own, booked(-1 - carton));
    return euros;
  }
}
