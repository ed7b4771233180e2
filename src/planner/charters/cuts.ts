// What is known of all choices of charters at once: straight lines that no plan passes, one from each set of prices that was
// found on the way (Benders 1962). The least of them says at once how good a choice can be at most; a choice that nothing
// speaks against is sought by adding, dropping and swapping flights.

import type { Cut } from './charter-dual.ts';
import type { Charters } from './charters.ts';
import type { RegionLines } from './region-lines.ts';

export class Cuts {
  readonly #charters: Charters;
  readonly #cuts: Cut[] = [];
  #regions: RegionLines | null = null;

  constructor(charters: Charters) {
    this.#charters = charters;
  }

  add(cut: Cut): void {
    this.#cuts.push(cut);
  }

  /** Lines of each region by itself, which are better than cuts where only regions far from each other change. */
  addRegions(lines: RegionLines): void {
    this.#regions = lines;
  }

  /** Euros: no plan with these flights, their cost paid, is worth more. */
  at(flown: Float64Array): number {
    let least = this.#regions?.at(flown) ?? Infinity;
    for (const cut of this.#cuts) least = Math.min(least, valueOf(cut, flown));
    return least;
  }

  /** The change of one flight, or the swap of two, that promises most; null: there is none that was not seen. */
  step(from: Float64Array, seen: ReadonlySet<string>): Step | null {
    const values = this.#cuts.map((cut) => valueOf(cut, from));
    let best: Step | null = null;
    for (const changes of this.#changes(from)) {
      const promise = this.#after(values, changes, best?.promise ?? -Infinity);
      if (promise <= (best?.promise ?? -Infinity)) continue;
      const flown = from.slice();
      for (const [charter, by] of changes) flown[charter] = (flown[charter] as number) + by;
      if (seen.has(keyOf(flown))) continue;
      const least = Math.min(promise, this.#regions?.at(flown) ?? Infinity);
      if (least > (best?.promise ?? -Infinity)) best = { flown, promise: least };
    }
    return best;
  }

  *#changes(from: Float64Array): Iterable<readonly Change[]> {
    const can = (charter: number, by: number): boolean => (from[charter] as number) + by >= 0 && (from[charter] as number) + by <= (this.#charters.most[charter] as number);
    for (let one = 0; one < from.length; one += 1) {
      if (can(one, 1)) yield [[one, 1]];
      if (!can(one, -1)) continue;
      yield [[one, -1]];
      for (let other = 0; other < from.length; other += 1) if (other !== one && can(other, 1)) yield [[one, -1], [other, 1]];
    }
  }

  /** The least cut after the changes; where it is below `enough`, anything below that. */
  #after(values: readonly number[], changes: readonly Change[], enough: number): number {
    let least = Infinity;
    for (const [index, { slope }] of this.#cuts.entries()) {
      let value = values[index] as number;
      for (const [charter, by] of changes) value += by * (slope[charter] as number);
      if (value < least) least = value;
      if (least <= enough) break;
    }
    return least;
  }
}

export interface Step {
  readonly flown: Float64Array;
  /** Euros that a plan with these flights is worth at most. */
  readonly promise: number;
}

type Change = readonly [charter: number, by: number];

export const keyOf = (flown: Float64Array): string => flown.join(' ');

function valueOf({ base, slope }: Cut, flown: Float64Array): number {
  let value = base;
  for (let charter = 0; charter < flown.length; charter += 1) value += (slope[charter] as number) * (flown[charter] as number);
  return value;
}
