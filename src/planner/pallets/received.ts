// What groups get so far while pallets are made whole, and what that is worth: covered share, deprivation, what one carton more or
// less would do. Asked again and again, as trials are undone; so what was reckoned is kept. Not here: rides, stock, cost (loading.ts).

import type { Arrival } from '../attribution.ts';
import type { Rounding } from '../cartons.ts';
import type { Group } from '../commodities.ts';
import { arrivalsByGroup, coveredShare, deprived } from '../figures.ts';
import type { Way } from '../ways.ts';

/** Shares that differ by less are one. */
export const SHARE_DUST = 1e-9;
/** Sets of arrivals of a group whose deprivation is kept, at most. */
const MOST_KNOWN = 5_000;

interface Known {
  readonly version: number;
  readonly euros: number;
}
/** What a group had: enough to go back to it. */
export interface Had {
  readonly deprivation: number;
  readonly share: number;
  readonly version: number;
}

export class Received {
  readonly #given: Rounding;
  /** Units by group and moment, and in all. */
  readonly #arriving = new Map<Group, Map<number, number>>();
  readonly #brought = new Map<Group, number>();
  readonly #known = new Map<Group, Map<string, number>>();
  readonly #deprivation = new Map<Group, number>();
  readonly #shares = new Map<Group, number>();
  /** Another number each time that what arrives for the group changes; the old one when that is undone. */
  readonly #versions = new Map<Group, number>();
  #lastVersion = 0;
  readonly #moments = new Map<Way, number>();
  readonly #numbers = new Map<string, number>();
  readonly #more: Known[] = [];
  readonly #less: Known[] = [];

  /** With what frozen lines bring. */
  constructor(given: Rounding) {
    this.#given = given;
    for (const [group, arrivals] of arrivalsByGroup(given.fixed)) for (const { at, units } of arrivals) this.#bring(group, at, units);
  }

  /** @param cartons below 0: fewer. */
  add({ group, arrives, commodity }: Way, cartons: number): void {
    this.#bring(group, arrives, cartons * commodity.unitsPerCarton);
    this.#deprivation.delete(group);
    this.#shares.delete(group);
    this.#versions.set(group, (this.#lastVersion += 1));
  }

  has(group: Group): Had {
    return { deprivation: this.deprived(group), share: this.share(group), version: this.#versions.get(group) ?? 0 };
  }

  /** Once what arrives is again what it was then. */
  hadAgain(group: Group, { deprivation, share, version }: Had): void {
    this.#deprivation.set(group, deprivation);
    this.#shares.set(group, share);
    this.#versions.set(group, version);
  }

  /** Units that its need still takes. */
  open(group: Group): number {
    return group.units - (this.#brought.get(group) ?? 0);
  }

  share(group: Group): number {
    const known = this.#shares.get(group) ?? coveredShare(group, this.#arrivalsWith(group, 0, 0));
    this.#shares.set(group, known);
    return known;
  }

  belowFloor(group: Group): boolean {
    return this.share(group) < (this.#given.floors.get(group) ?? 0) - SHARE_DUST;
  }

  raisesShare({ group, arrives, commodity }: Way): boolean {
    return coveredShare(group, this.#arrivalsWith(group, arrives, commodity.unitsPerCarton)) > this.share(group) + SHARE_DUST;
  }

  wouldFall({ group, arrives, commodity }: Way): boolean {
    const floor = this.#given.floors.get(group);
    return floor !== undefined && coveredShare(group, this.#arrivalsWith(group, arrives, -commodity.unitsPerCarton)) < floor - SHARE_DUST;
  }

  /** € of deprivation that so many more cartons take away; below 0: that fewer add. */
  relief({ group, arrives, commodity }: Way, cartons: number): number {
    return this.deprived(group) - this.#deprivedOf(group, this.#arrivalsWith(group, arrives, cartons * commodity.unitsPerCarton));
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

  deprived(group: Group): number {
    const euros = this.#deprivation.get(group) ?? this.#deprivedOf(group, this.#arrivalsWith(group, 0, 0));
    this.#deprivation.set(group, euros);
    return euros;
  }

  #bring(group: Group, at: number, units: number): void {
    const there = this.#arriving.get(group) ?? new Map<number, number>();
    there.set(at, (there.get(at) ?? 0) + units);
    this.#arriving.set(group, there);
    this.#brought.set(group, (this.#brought.get(group) ?? 0) + units);
  }
}
