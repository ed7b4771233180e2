// Whole cartons: the model's paths rounded down, then topped up carton by carton while room, stock and need last.
// Under equal cover the lowest covered share comes first; else the carton that takes most off the objective. A recipient may get
// one carton more than its need fills: nobody opens a carton on the way. What rounding costs shows in the plan's gap.

import type { Book } from './book.ts';
import { groupKey, type Commodity, type Group, type Source } from './commodities.ts';
import { arrivalsByGroup, coveredShare, deprived, type Delivery } from './figures.ts';
import type { Arrival } from './attribution.ts';
import { cartonPrice } from './objective.ts';
import { KeptCartons } from './kept-cartons.ts';
import type { KeptColumn } from './kept-lines.ts';
import type { Path } from './paths.ts';
import type { PlanningProblem } from './problem.ts';
import { mayRide, reach } from './reach.ts';
import { counts, routesTo, wayKey, waysOn, type RoutesTo, type Way } from './ways.ts';
import type { Leg, Timetable } from './timetable.ts';

export interface Booked extends Way {
  readonly cartons: number;
}

export interface Rounding {
  readonly problem: PlanningProblem;
  readonly table: Timetable;
  /** What is over goes to the lowest covered share; else where it relieves most. */
  readonly lowestFirst: boolean;
  readonly commodities: readonly Commodity[];
  readonly groups: readonly Group[];
  /** Floors of covered share that the model held; empty but under equal cover. */
  readonly floors: ReadonlyMap<Group, number>;
  readonly paths: readonly Path[];
  /** Ways of lines that stand; the paths name each of them, those of which nothing is kept with no cartons. */
  readonly kept: readonly Pick<KeptColumn, 'line' | 'way'>[];
  /** May goods ride on this leg? False for charters that stay closed. */
  readonly opens: (leg: Leg) => boolean;
  readonly fixed: readonly Delivery[];
}

/** Flows this near below a whole carton are that carton. */
const DUST = 1e-6;
/** A move is worth making when it gains more than this part of the carton's merit. */
const LEAST_GAIN = 1e-9;
const MOST_SWEEPS = 20;

/** @param book is used up by what is booked. */
export function wholeCartons(rounding: Rounding, book: Book): Booked[] {
  const desk = new Desk(rounding, book);
  for (const path of merged(rounding.paths)) desk.book(path, Math.min(desk.whole(path), desk.room(path), desk.wanted(path)));
  do {
    if (rounding.floors.size > 0) desk.topUp((offer) => ({ rank: desk.share(offer.group), allowed: desk.share(offer.group) < (rounding.floors.get(offer.group) ?? 0) - DUST && desk.raisesShare(offer) }));
    if (rounding.lowestFirst) desk.topUp((offer) => ({ rank: desk.share(offer.group), allowed: desk.merit(offer) > 0 }));
    else desk.topUp((offer) => ({ rank: -desk.merit(offer), allowed: desk.merit(offer) > 0 }));
  } while (desk.findsNewWays());
  desk.moveCartons();
  return desk.booked();
}

function merged(paths: readonly Path[]): Path[] {
  const byKey = new Map<string, Path>();
  for (const path of paths) byKey.set(wayKey(path), { ...path, cartons: path.cartons + (byKey.get(wayKey(path))?.cartons ?? 0) });
  return [...byKey.values()];
}

/** What has been booked so far, and what may still be. */
class Desk {
  readonly #given: Rounding;
  readonly #book: Book;
  readonly #left = new Map<Source, number>();
  readonly #booked = new Map<string, Booked>();
  readonly #fixed: ReadonlyMap<Group, Arrival[]>;
  readonly #arrivals: Map<Group, Arrival[]>;
  readonly #merits = new Map<Group, Map<string, number>>();
  readonly #shares = new Map<Group, number>();
  /** Ways that the model does not use. */
  readonly #found = new Map<Group, Way[]>();
  readonly #kept: KeptCartons;

  constructor(given: Rounding, book: Book) {
    this.#given = given;
    this.#book = book;
    this.#fixed = arrivalsByGroup(given.fixed);
    this.#arrivals = new Map(this.#fixed);
    for (const { sources } of given.commodities) for (const source of sources) this.#left.set(source, source.cartons);
    this.#kept = new KeptCartons(given.kept, wayKey);
  }

  booked(): Booked[] {
    return [...this.#booked.values()].filter((way) => way.cartons > 0);
  }

  room(way: Way): number {
    return Math.min(this.#left.get(way.source) ?? 0, this.#book.room(way.commodity.item, way.legs, way.group.recipient.recipient).cartons);
  }

  /** Rounded down; but where only a part of a carton is missing to what stands, nobody unpacks a whole one for that. */
  whole(path: Path): number {
    const stand = this.#kept.standing(wayKey(path));
    const down = Math.floor(path.cartons + DUST);
    return path.cartons > stand - 1 + DUST ? Math.max(down, stand) : down;
  }

  /** Where lines stand, no more whole cartons than the need takes: more of them may be kept than was planned for. */
  wanted(way: Way): number {
    if (this.#given.kept.length === 0) return Infinity;
    const given = this.#arrivalsOf(way.group).reduce((sum, { units }) => sum + units, 0);
    return Math.max(0, Math.ceil((way.group.units - given) / way.commodity.unitsPerCarton - DUST));
  }

  /** @param cartons below 0 takes back what was booked. */
  book(way: Way, cartons: number): void {
    if (cartons === 0) return;
    const key = wayKey(way);
    this.#book.take(way.commodity.item, way.legs, cartons, way.group.recipient.recipient);
    this.#left.set(way.source, (this.#left.get(way.source) ?? 0) - cartons);
    this.#booked.set(key, { commodity: way.commodity, source: way.source, legs: way.legs, group: way.group, arrives: way.arrives, cartons: cartons + (this.#booked.get(key)?.cartons ?? 0) });
    const booked = [...this.#booked.values()].filter((other) => other.group === way.group).map((other) => ({ at: other.arrives, units: other.cartons * other.commodity.unitsPerCarton }));
    this.#arrivals.set(way.group, [...(this.#fixed.get(way.group) ?? []), ...booked]);
    this.#merits.delete(way.group);
    this.#shares.delete(way.group);
  }

  #arrivalsOf(group: Group): readonly Arrival[] {
    return this.#arrivals.get(group) ?? [];
  }

  share(group: Group): number {
    const known = this.#shares.get(group) ?? coveredShare(group, this.#arrivalsOf(group));
    this.#shares.set(group, known);
    return known;
  }

  #withOneMore(way: Way): Arrival[] {
    return [...this.#arrivalsOf(way.group), { at: way.arrives, units: way.commodity.unitsPerCarton }];
  }

  raisesShare(way: Way): boolean {
    return coveredShare(way.group, this.#withOneMore(way)) > this.share(way.group);
  }

  /** € that one more carton on this way takes off the objective. */
  merit(way: Way): number {
    const { problem, table } = this.#given;
    const known = this.#merits.get(way.group) ?? new Map<string, number>();
    this.#merits.set(way.group, known);
    const deprivation = (key: string, arrivals: () => readonly Arrival[]): number => {
      const value = known.get(key) ?? deprived(way.group, arrivals(), table.asOf, problem);
      known.set(key, value);
      return value;
    };
    const relieved = deprivation('', () => this.#arrivalsOf(way.group)) - deprivation(`${way.arrives} ${way.commodity.unitsPerCarton}`, () => this.#withOneMore(way));
    return relieved - way.legs.reduce((sum, leg) => sum + cartonPrice(leg.run, way.commodity.item, problem.weights), 0) + this.#kept.saves(wayKey(way), (key) => this.#booked.get(key)?.cartons ?? 0);
  }

  #wantsMore(group: Group): boolean {
    return this.#arrivalsOf(group).reduce((sum, { units }) => sum + units, 0) < group.units;
  }

  /** Books one carton after the other, lowest rank first and best merit within it, until none is allowed. Room only shrinks, so a way without room is dropped for good. */
  topUp(judge: (way: Way) => { rank: number; allowed: boolean }): void {
    const offers = new Map(this.#given.groups.map((group) => [group, this.#ways(group)]));
    const best = new Map<Group, { way: Way; rank: number } | null>();
    const look = (group: Group): { way: Way; rank: number } | null => {
      if (!this.#wantsMore(group)) return null;
      const open = (offers.get(group) ?? []).filter((way) => this.room(way) > 0);
      offers.set(group, open);
      const allowed = open.flatMap((way) => { const { rank, allowed: yes } = judge(way); return yes ? [{ way, rank, merit: this.merit(way) }] : []; });
      return allowed.reduce<(typeof allowed)[number] | null>((top, offer) => (top === null || offer.rank < top.rank || (offer.rank === top.rank && offer.merit > top.merit) ? offer : top), null);
    };
    for (;;) {
      let chosen: { way: Way; rank: number } | null = null;
      for (const group of this.#given.groups) {
        const known = best.get(group);
        const offer = known === undefined || (known !== null && this.room(known.way) <= 0) ? look(group) : known;
        best.set(group, offer);
        if (offer !== null && (chosen === null || offer.rank < chosen.rank)) chosen = offer;
      }
      if (chosen === null) return;
      this.book(chosen.way, 1);
      best.delete(chosen.way.group);
    }
  }

  /**
   * Takes a carton back from one way and gives it to another group that wants the item, as long as that helps: under equal cover
   * first to whoever is below its floor, lowest share first; else where it relieves more. Nobody falls below its floor by it,
   * but under equal cover to the good of somebody who is worse off even so.
   */
  moveCartons(): void {
    const offers = new Map(this.#given.groups.map((group) => [group, this.#ways(group)]));
    for (let sweep = 0, moved = true; moved && sweep < MOST_SWEEPS; sweep += 1) {
      moved = false;
      for (const way of this.booked()) {
        this.book(way, -1);
        const to = this.#betterUse(way, offers);
        this.book(to ?? way, 1);
        moved ||= to !== null;
      }
    }
  }

  #belowFloor(group: Group): boolean {
    return this.share(group) < (this.#given.floors.get(group) ?? 0) - DUST;
  }

  /** Where the group that gives falls below its floor by it, only a group that is worse off even then may have the carton. */
  #betterUse(way: Way, offers: ReadonlyMap<Group, readonly Way[]>): Way | null {
    let best: Way | null = null;
    const most = this.#belowFloor(way.group) ? (this.#given.lowestFirst ? this.share(way.group) - DUST : 0) : 1;
    let rank = { share: most, merit: most < 1 ? Infinity : this.merit(way) * (1 + LEAST_GAIN) };
    for (const [group, ways] of offers) {
      if (group.item !== way.group.item || !this.#wantsMore(group)) continue;
      for (const offer of ways) {
        const share = this.#belowFloor(group) && this.raisesShare(offer) ? this.share(group) : 1;
        const merit = this.merit(offer);
        if ((share < rank.share || (share === rank.share && merit > rank.merit)) && this.room(offer) > 0) [best, rank] = [offer, { share, merit }];
      }
    }
    return best;
  }

  /** Every way to a group on a route that the model uses for anything, and those that were found besides. */
  #ways(group: Group): Way[] {
    return [...waysOn(this.#given, group, this.#routesTo(group.recipient.place)), ...(this.#found.get(group) ?? [])];
  }

  /** For stock that is left, the earliest ways with room that the model did not use. @returns whether there is one that was not known. */
  findsNewWays(): boolean {
    const { problem, table, commodities, groups, opens } = this.#given;
    let fresh = false;
    for (const commodity of commodities)
      for (const source of commodity.sources) {
        if ((this.#left.get(source) ?? 0) <= 0) continue;
        const reached = reach(problem, table, source, (leg) => opens(leg) && mayRide(table, commodity, leg) && this.#book.room(commodity.item, [leg], null).cartons > 0);
        for (const group of groups) {
          const found = group.item.item === commodity.item.item && commodity.recipients.has(group.recipient.recipient) && this.#wantsMore(group) ? reached.to(group.recipient.place) : null;
          if (found === null) continue;
          const way: Way = { commodity, source, legs: found.legs, group, arrives: found.arrives };
          if (!counts(way, problem.weights) || this.#ways(group).some((known) => wayKey(known) === wayKey(way))) continue;
          this.#found.set(group, [...(this.#found.get(group) ?? []), way]);
          fresh = true;
        }
      }
    return fresh;
  }

  #routes: RoutesTo | null = null;
  #routesTo(place: string): readonly (readonly Leg[])[] {
    this.#routes ??= routesTo(this.#given.paths);
    return this.#routes.get(place) ?? [];
  }
}

/** Groups by recipient and item. */
export const groupsByKey = (groups: readonly Group[]): Map<string, Group> => new Map(groups.map((group) => [groupKey(group.recipient.recipient, group.item.item), group]));
