// Straight lines over the flights of each region's charters that nothing in the region passes; together, one bound for each
// choice, and for all of them. Not here: where the lines come from (copies-dual.ts).

import type { Charters } from './charters.ts';

/** A region comes to no more than base + Σ slope · flights, whatever the flights of its charters are. Euros. */
export interface Line {
  readonly base: number;
  /** By charter of the region. */
  readonly slope: Float64Array;
}

/** Choices of a region beyond which each line is taken by itself, which bounds less tightly. */
const MOST_CHOICES = 4_096;
/** Taken onto a bound, relative: sums of doubles are off by less. */
const DUST = 1e-10;

export class RegionLines {
  /** Euros: no plan, whatever is flown, is worth more. */
  readonly most: number;
  /** By charter: a choice whose lines allow the most. */
  readonly flown: Float64Array;
  readonly #chartersOf: readonly (readonly number[])[];
  readonly #shared: number;
  readonly #lines: readonly (readonly Line[])[];

  /** @param shared euros that come on top of the regions' @param lines by region */
  constructor({ count, most }: Charters, chartersOf: readonly (readonly number[])[], shared: number, lines: readonly (readonly Line[])[]) {
    this.#chartersOf = chartersOf;
    this.#shared = shared + DUST * Math.abs(shared);
    this.#lines = lines;
    this.flown = new Float64Array(count);
    let euros = this.#shared;
    for (const [region, its] of chartersOf.entries()) {
      const best = mostOf(lines[region] as readonly Line[], its.map((charter) => most[charter] as number));
      euros += best.most;
      for (const [at, charter] of its.entries()) this.flown[charter] = best.flown[at] as number;
    }
    this.most = euros + DUST * Math.abs(euros);
  }

  /** Euros: no plan with these flights is worth more. */
  at(flown: ArrayLike<number>): number {
    return this.#chartersOf.reduce((sum, its, region) => sum + leastOf(this.#lines[region] as readonly Line[], its.map((charter) => flown[charter] as number)), this.#shared);
  }
}

function leastOf(lines: readonly Line[], flown: readonly number[]): number {
  let least = Infinity;
  for (const { base, slope } of lines) {
    let value = base;
    for (let at = 0; at < flown.length; at += 1) value += (slope[at] as number) * (flown[at] as number);
    if (value < least) least = value;
  }
  return least;
}

/** Of one region. @param most flights by charter */
function mostOf(lines: readonly Line[], most: readonly number[]): { readonly most: number; readonly flown: readonly number[] } {
  if (most.reduce((product, times) => product * (times + 1), 1) > MOST_CHOICES) {
    const alone = lines.map(({ base, slope }) => ({ most: most.reduce((sum, times, at) => sum + times * Math.max(0, slope[at] as number), base), flown: most.map((times, at) => ((slope[at] as number) > 0 ? times : 0)) }));
    return alone.reduce((least, each) => (each.most < least.most ? each : least));
  }
  return choicesOf(most.map((times) => Array.from({ length: times + 1 }, (_, each) => each))).map((flown) => ({ most: leastOf(lines, flown), flown })).reduce((best, each) => (each.most > best.most ? each : best));
}

/** Every choice of one of each list. */
export function choicesOf(lists: readonly (readonly number[])[]): number[][] {
  return lists.reduce<number[][]>((all, list) => all.flatMap((chosen) => list.map((each) => [...chosen, each])), [[]]);
}
