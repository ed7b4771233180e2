// Other ways for the goods of a source, looked up in the finished plan: over all that is allowed, and over what still has
// room. Kept for one plan, because many lines ask the same. Not here: what is said of them (reasons.ts, shortfalls.ts).

import type { Limit } from './book.ts';
import type { Commodity, Source } from './commodities.ts';
import type { Outcome } from './outcome.ts';
import { mayRide, reach, type Reach } from './reach.ts';
import type { Leg } from './timetable.ts';

export interface Way {
  readonly legs: readonly Leg[];
  /** Milliseconds since 1970. */
  readonly arrives: number;
}

/** Legs that goods of a commodity may use, and the ways that were found over them. Commodities may share a source, and not what is forbidden to them. */
interface Known {
  readonly open: ReadonlySet<Leg>;
  readonly roomy: ReadonlySet<Leg>;
  readonly ways: Map<Source, Reach>;
  readonly roomyWays: Map<Source, Reach>;
  readonly without: Map<Source, Map<Leg, Reach>>;
}

export class Searches {
  readonly #outcome: Outcome;
  readonly #known = new Map<Commodity, Known>();

  constructor(outcome: Outcome) {
    this.#outcome = outcome;
  }

  /** Ways of a source over everything that runs and is allowed, however full. */
  open(commodity: Commodity, source: Source): Reach {
    const { open, ways } = this.#knownOf(commodity);
    return this.#kept(ways, source, source, (leg) => open.has(leg));
  }

  /** The same over legs that still take a carton of it. */
  roomy(commodity: Commodity, source: Source): Reach {
    const { roomy, roomyWays } = this.#knownOf(commodity);
    return this.#kept(roomyWays, source, source, (leg) => roomy.has(leg));
  }

  /** The earliest way with room that leaves out one of these legs and is there in time to be used; null where there is none. */
  another(commodity: Commodity, source: Source, legs: readonly Leg[], place: Parameters<Reach['to']>[0]): Way | null {
    const { roomy, without } = this.#knownOf(commodity);
    const known = without.get(source) ?? new Map<Leg, Reach>();
    without.set(source, known);
    const ways = legs.flatMap((avoided) => this.#kept(known, avoided, source, (leg) => leg !== avoided && roomy.has(leg)).to(place) ?? []);
    return ways.filter(({ arrives }) => arrives < commodity.expiresAt).toSorted((a, b) => a.arrives - b.arrives)[0] ?? null;
  }

  room(commodity: Commodity, legs: readonly Leg[]): { readonly cartons: number; readonly limit: Limit | null } {
    return this.#outcome.book.room(commodity.item, legs, null);
  }

  /** What has no room for a carton, of these legs. */
  limits(commodity: Commodity, legs: readonly Leg[]): Limit[] {
    return legs.flatMap((leg) => {
      const { cartons, limit } = this.room(commodity, [leg]);
      return cartons === 0 && limit !== null ? [limit] : [];
    });
  }

  #knownOf(commodity: Commodity): Known {
    const known = this.#known.get(commodity);
    if (known !== undefined) return known;
    const { table, opens } = this.#outcome;
    const open = table.legs.filter((leg) => opens(leg) && mayRide(table, commodity, leg));
    const made: Known = { open: new Set(open), roomy: new Set(open.filter((leg) => this.room(commodity, [leg]).cartons > 0)), ways: new Map(), roomyWays: new Map(), without: new Map() };
    this.#known.set(commodity, made);
    return made;
  }

  #kept<K>(known: Map<K, Reach>, key: K, source: Source, usable: (leg: Leg) => boolean): Reach {
    const found = known.get(key) ?? reach(this.#outcome.problem, this.#outcome.table, source, usable);
    known.set(key, found);
    return found;
  }
}
