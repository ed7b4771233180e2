// What a search for prices reckons with whole vectors, one number for each price: the definition, which runs where nothing
// else can; on large instances compiled/ does the same. Sums are formed of those at even and of those at odd places.
// `free` is 1 where a price may move, 0 elsewhere, where a direction is 0 too.

type Vector = Float64Array;

export interface Vectors {
  /** A vector of zeros that the others may be used with. */
  zeros(): Vector;
  /** Prices above 0, and those that too much is asked of, may move. */
  findFree(prices: Vector, slack: Vector, free: Vector): void;
  /** Direction = −slack. @returns other · direction, as the next three do. */
  fall(direction: Vector, slack: Vector, free: Vector, other: Vector): number;
  /** Direction + part · by. */
  add(direction: Vector, free: Vector, part: number, by: Vector, other: Vector): number;
  /** Direction · part · steepness. */
  stretch(direction: Vector, part: number, steepness: Vector, other: Vector): number;
  /** Next = prices + length · direction, and not below 0. */
  move(next: Vector, prices: Vector, direction: Vector, length: number): void;
  /** Slack · (next − prices). */
  along(slack: Vector, next: Vector, prices: Vector): number;
  /** One · other, over what is free. */
  product(free: Vector, one: Vector, other: Vector): number;
  /** One · one · steepness, over what is free. */
  square(free: Vector, one: Vector, steepness: Vector): number;
  difference(into: Vector, after: Vector, before: Vector): void;
}

/** @param count of prices */
export function plainVectors(count: number): Vectors {
  const summed = (term: (at: number) => number): number => {
    let [even, odd] = [0, 0];
    for (let at = 0; at + 1 < count; at += 2) {
      even += term(at);
      odd += term(at + 1);
    }
    return count % 2 === 0 ? even + odd : even + odd + term(count - 1);
  };
  const changed = (direction: Vector, other: Vector, to: (at: number) => number): number =>
    summed((at) => {
      const now = to(at);
      direction[at] = now;
      return (other[at] as number) * now;
    });
  return {
    zeros: () => new Float64Array(count),
    findFree(prices, slack, free) {
      for (let at = 0; at < count; at += 1) free[at] = (prices[at] as number) > 0 || (slack[at] as number) < 0 ? 1 : 0;
    },
    fall: (direction, slack, free, other) => changed(direction, other, (at) => -((slack[at] as number) * (free[at] as number))),
    add: (direction, free, part, by, other) => changed(direction, other, (at) => ((direction[at] as number) + part * (by[at] as number)) * (free[at] as number)),
    stretch: (direction, part, steepness, other) => changed(direction, other, (at) => (direction[at] as number) * part * (steepness[at] as number)),
    move(next, prices, direction, length) {
      for (let at = 0; at < count; at += 1) next[at] = Math.max(0, (prices[at] as number) + length * (direction[at] as number));
    },
    along: (slack, next, prices) => summed((at) => (slack[at] as number) * ((next[at] as number) - (prices[at] as number))),
    product: (free, one, other) => summed((at) => (free[at] as number) * ((one[at] as number) * (other[at] as number))),
    square: (free, one, steepness) => summed((at) => (free[at] as number) * ((one[at] as number) * (one[at] as number) * (steepness[at] as number))),
    difference(into, after, before) {
      for (let at = 0; at < count; at += 1) into[at] = (after[at] as number) - (before[at] as number);
    },
  };
}
