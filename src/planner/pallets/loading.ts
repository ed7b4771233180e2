// What is loaded so far while pallets are made whole, and what it comes to: each carton that is put on or taken off changes the
// objective by a sum that is kept, and all that was changed since a mark can be undone. Not here: what to try (load.ts).

import type { Arrival } from '../attribution.ts';
import type { Book } from '../book.ts';
import type { Booked, Rounding } from '../cartons.ts';
import { wayKey, type Way } from '../ways.ts';
import type { Group, Source } from '../commodities.ts';
import { wholePallets } from '../consignments.ts';
import { arrivalsByGroup, coveredShare, deprived } from '../figures.ts';
import { KeptCartons } from '../kept-cartons.ts';
import { carriedPrice } from '../objective.ts';
import { cartonTakes, type Leg } from '../timetable.ts';

/** Shares that differ by less are one. */
const DUST = 1e-9;
/** A change that gains less than this part of what is at stake is none. */
const LEAST_GAIN = 1e-9;
/** Sets of arrivals of a group whose deprivation is kept, at most. */
const MOST_KNOWN = 5_000;

interface Step {
  readonly way: Way;
  readonly cartons: number;
  /** Of its group, before. */
  readonly deprivation: number;
  readonly share: number;
  readonly version: number;
}
interface Known {
  readonly version: number;
  readonly euros: number;
}
export interface Mark {
  readonly steps: number;
  readonly euros: number;
}

export class Loading {
  readonly #given: Rounding;
  readonly #book: Book;
  readonly #left = new Map<Source, number>();
  readonly #booked = new Map<string, { readonly way: Way; cartons: number }>();
  /** Units by group and moment, and in all. */
  readonly #arriving = new Map<Group, Map<number, number>>();
  readonly #brought = new Map<Group, number>();
  readonly #known = new Map<Group, Map<string, number>>();
  readonly #ofSource = new Map<Source, Set<string>>();
  readonly #deprivation = new Map<Group, number>();
  readonly #shares = new Map<Group, number>();
  /** Another number each time that what arrives for the group changes; the old one when that is undone. */
  readonly #versions = new Map<Group, number>();
  #lastVersion = 0;
  readonly #moments = new Map<Way, number>();
  readonly #numbers = new Map<string, number>();
  readonly #more: Known[] = [];
  readonly #less: Known[] = [];
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
    for (const [group, arrivals] of arrivalsByGroup(given.fixed)) for (const { at, units } of arrivals) this.#bring(group, at, units);
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
    const open = group.units - (this.#brought.get(group) ?? 0);
    return open <= 0 ? 0 : Math.min(Math.ceil(open / commodity.unitsPerCarton), this.#book.room(commodity.item, legs, group.recipient.recipient).cartons);
  }

  /** Cartons of its stock that nobody has. */
  left({ source }: Way): number {
    return this.#left.get(source) ?? 0;
  }

  /** Of the same stock, the carton that does least for another group which may lose it, and the € that it does. */
  leastOf({ source, group }: Way): { readonly way: Way; readonly lost: number } | null {
    let least: { way: Way; lost: number } | null = null;
    for (const key of this.#ofSource.get(source) ?? []) {
      const held = this.#booked.get(key);
      if (held === undefined || held.cartons <= 0 || held.way.group === group) continue;
      const { way } = held;
      const lost = -this.reliefOfOne(way, -1) - this.#carried(way);
      if ((least === null || lost < least.lost) && !this.#wouldFall(way)) least = { way, lost };
    }
    return least;
  }

  #wouldFall({ group, arrives, commodity }: Way): boolean {
    const floor = this.#given.floors.get(group);
    return floor !== undefined && coveredShare(group, this.#arrivalsWith(group, arrives, -commodity.unitsPerCarton)) < floor - DUST;
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
    this.#steps.push({ way, cartons, deprivation: this.#deprived(way.group), share: this.share(way.group), version: this.#versions.get(way.group) ?? 0 });
    const { legs, group } = way;
    const item = way.commodity.item;
    const { weights } = this.#given.problem;
    const each = cartonTakes(item).positions;
    const before = this.#deprived(group);
    const places = this.begun(way).reduce((sum, { parts }, at) => sum + (wholePallets(parts + cartons * each) - wholePallets(parts)) * (legs[at]?.run.eurosPerPallet ?? 0), 0);
    const carried = this.#carried(way);
    const changed = this.#changed(way, cartons);
    this.#take(way, cartons);
    this.#euros += carried * cartons + weights.costWeight * (places + this.#opened(legs, cartons)) + changed + this.#deprived(group) - before;
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
      const { way, cartons, deprivation, share, version } = step;
      this.#take(way, -cartons);
      this.#ride(way.legs, -cartons);
      this.#deprivation.set(way.group, deprivation);
      this.#shares.set(way.group, share);
      this.#versions.set(way.group, version);
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
      for (const { way: { group }, share } of this.#steps.slice(since.steps)) if (!before.has(group)) before.set(group, share);
      const held = (share: (group: Group) => number): number[] => [...before.keys()].map((group) => Math.min(share(group), floors.get(group) ?? 0)).toSorted((a, b) => a - b);
      const [was, is] = [held((group) => before.get(group) ?? 0), held((group) => this.share(group))];
      const differs = is.findIndex((share, at) => Math.abs(share - (was[at] ?? 0)) > DUST);
      if (differs >= 0) return (is[differs] ?? 0) > (was[differs] ?? 0);
    }
    return gained > LEAST_GAIN * Math.max(1, Math.abs(gained), Math.abs(this.#euros));
  }

  share(group: Group): number {
    const known = this.#shares.get(group) ?? coveredShare(group, this.#arrivalsWith(group, 0, 0));
    this.#shares.set(group, known);
    return known;
  }

  belowFloor(group: Group): boolean {
    return this.share(group) < (this.#given.floors.get(group) ?? 0) - DUST;
  }

  raisesShare({ group, arrives, commodity }: Way): boolean {
    return coveredShare(group, this.#arrivalsWith(group, arrives, commodity.unitsPerCarton)) > this.share(group) + DUST;
  }

  /** € of deprivation that so many more cartons take away; below 0: that fewer add. */
  relief({ group, arrives, commodity }: Way, cartons: number): number {
    return this.#deprived(group) - this.#deprivedOf(group, this.#arrivalsWith(group, arrives, cartons * commodity.unitsPerCarton));
  }

  /** The same for one carton more, or one less: asked again and again, and the same as long as the group has what it has. */
  reliefOfOne(way: Way, sign: 1 | -1): number {
    const version = this.#versions.get(way.group) ?? 0;
    const all = sign === 1 ? this.#more : this.#less;
    // Another stock of the same packing at the same hour does the same.
    const moment = this.#moment(way);
    const known = all[moment];
    if (known?.version === version) return known.euros;
    const euros = this.relief(way, sign);
    all[moment] = { version, euros };
    return euros;
  }

  /** A number for group, hour and packing. */
  #moment(way: Way): number {
    const known = this.#moments.get(way);
    if (known !== undefined) return known;
    const key = `${way.group.index} ${way.arrives} ${way.commodity.unitsPerCarton}`;
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    this.#moments.set(way, number);
    return number;
  }

  /** Units by moment; what arrives at a moment is one arrival, so that units may be taken off it. */
  #arrivalsWith(group: Group, at: number, units: number): Arrival[] {
    const there = new Map(this.#arriving.get(group));
    there.set(at, (there.get(at) ?? 0) + units);
    return [...there].filter(([, some]) => some > 0).map(([moment, some]) => ({ at: moment, units: some })).toSorted((x, y) => x.at - y.at);
  }

  /** The same arrivals come up again and again, as trials are undone: what they leave of deprivation is kept. */
  #deprivedOf(group: Group, arrivals: readonly Arrival[]): number {
    const { problem, table } = this.#given;
    const known = this.#known.get(group) ?? new Map<string, number>();
    this.#known.set(group, known);
    const key = arrivals.map(({ at, units }) => `${at} ${units}`).join(' ');
    const euros = known.get(key) ?? deprived(group, arrivals, table.asOf, problem);
    if (known.size > MOST_KNOWN) known.clear();
    known.set(key, euros);
    return euros;
  }

  #deprived(group: Group): number {
    const euros = this.#deprivation.get(group) ?? this.#deprivedOf(group, this.#arrivalsWith(group, 0, 0));
    this.#deprivation.set(group, euros);
    return euros;
  }

  #note(way: Way, cartons: number): void {
    const key = wayKey(way);
    const held = this.#booked.get(key) ?? { way, cartons: 0 };
    held.cartons += cartons;
    this.#booked.set(key, held);
    this.#ofSource.set(way.source, (this.#ofSource.get(way.source) ?? new Set()).add(key));
    this.#bring(way.group, way.arrives, cartons * way.commodity.unitsPerCarton);
    this.#deprivation.delete(way.group);
    this.#shares.delete(way.group);
    this.#versions.set(way.group, (this.#lastVersion += 1));
  }

  #bring(group: Group, at: number, units: number): void {
    const there = this.#arriving.get(group) ?? new Map<number, number>();
    there.set(at, (there.get(at) ?? 0) + units);
    this.#arriving.set(group, there);
    this.#brought.set(group, (this.#brought.get(group) ?? 0) + units);
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
