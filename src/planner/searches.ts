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

/** Legs that goods of a commodity may use. */
interface Usable {
  readonly open: ReadonlySet<Leg>;
  readonly roomy: ReadonlySet<Leg>;
}

export class Searches {
  readonly #outcome: Outcome;
  readonly #usable = new Map<Commodity, Usable>();
  readonly #open = new Map<Source, Reach>();
  readonly #roomy = new Map<Source, Reach>();
  readonly #without = new Map<Source, Map<Leg, Reach>>();

  constructor(outcome: Outcome) {
    this.#outcome = outcome;
  }

  /** Ways of a source over everything that runs and is allowed, however full. */
  open(commodity: Commodity, source: Source): Reach {
    return this.#kept(this.#open, source, source, (leg) => this.#legs(commodity).open.has(leg));
  }

  /** The same over legs that still take a carton of it. */
  roomy(commodity: Commodity, source: Source): Reach {
    return this.#kept(this.#roomy, source, source, (leg) => this.#legs(commodity).roomy.has(leg));
  }

  /** The earliest way with room that leaves out one of these legs and is there in time to be used; null where there is none. */
  another(commodity: Commodity, source: Source, legs: readonly Leg[], place: Parameters<Reach['to']>[0]): Way | null {
    const { roomy } = this.#legs(commodity);
    const known = this.#without.get(source) ?? new Map<Leg, Reach>();
    this.#without.set(source, known);
    const ways = legs.flatMap((avoided) => this.#kept(known, avoided, source, (leg) => leg !== avoided && roomy.has(leg)).to(place) ?? []);
    return ways.filter(({ arrives }) => arrives < commodity.expiresAt).toSorted((a, b) => a.arrives - b.arrives)[0] ?? null;
  }

  room(commodity: Commodity, legs: readonly Leg[]): { readonly cartons: number; readonly limit: Limit | null } {
    return this.#outcome.book.room(commodity.item, legs);
  }

  /** What has no room for a carton, of these legs. */
  limits(commodity: Commodity, legs: readonly Leg[]): Limit[] {
    return legs.flatMap((leg) => {
      const { cartons, limit } = this.room(commodity, [leg]);
      return cartons === 0 && limit !== null ? [limit] : [];
    });
  }

  #legs(commodity: Commodity): Usable {
    const known = this.#usable.get(commodity);
    if (known !== undefined) return known;
    const { table, opens } = this.#outcome;
    const open = table.legs.filter((leg) => opens(leg) && mayRide(table, commodity, leg));
    const made = { open: new Set(open), roomy: new Set(open.filter((leg) => this.room(commodity, [leg]).cartons > 0)) };
    this.#usable.set(commodity, made);
    return made;
  }

  #kept<K>(known: Map<K, Reach>, key: K, source: Source, usable: (leg: Leg) => boolean): Reach {
    const found = known.get(key) ?? reach(this.#outcome.problem, this.#outcome.table, source, usable);
    known.set(key, found);
    return found;
  }
}
