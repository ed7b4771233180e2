// Distances between all places of a network, along its ways: the table that the questions are asked over. Where there is no way, Infinity.
// Source: Dijkstra 1959, from each place, with a binary heap.

export interface Ways {
  readonly places: number;
  /** Of each way its ends, from 0, and its length, 0 or more. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly length: Float64Array;
  /** The ways lead both ways. */
  readonly both: boolean;
}

/** @returns row by row: `table[to · places + from]`, so that a row is a customer and a column a candidate. O(places · ways · log places). */
export function shortestPaths(ways: Ways): Float64Array {
  const { places } = ways;
  const neighbours = neighboursOf(ways);
  const table = new Float64Array(places * places).fill(Infinity);
  const search = new FromOnePlace(places, neighbours);
  for (let from = 0; from < places; from += 1) {
    const distance = search.run(from);
    for (let to = 0; to < places; to += 1) table[to * places + from] = distance[to] as number;
  }
  return table;
}

interface Neighbours {
  /** A place's ways are `starts[place]` up to `starts[place + 1] − 1`. */
  readonly starts: Int32Array;
  readonly to: Int32Array;
  readonly length: Float64Array;
}

function neighboursOf({ places, from, to, length, both }: Ways): Neighbours {
  const starts = new Int32Array(places + 1);
  const each = (visit: (a: number, b: number, length: number) => void): void => {
    for (let way = 0; way < length.length; way += 1) {
      visit(from[way] as number, to[way] as number, length[way] as number);
      if (both) visit(to[way] as number, from[way] as number, length[way] as number);
    }
  };
  each((a) => (starts[a + 1] = (starts[a + 1] as number) + 1));
  for (let place = 0; place < places; place += 1) starts[place + 1] = (starts[place + 1] as number) + (starts[place] as number);
  const next = starts.slice();
  const ends = new Int32Array(starts[places] as number);
  const lengths = new Float64Array(starts[places] as number);
  each((a, b, it) => {
    const at = next[a] as number;
    ends[at] = b;
    lengths[at] = it;
    next[a] = at + 1;
  });
  return { starts, to: ends, length: lengths };
}

class FromOnePlace {
  readonly #neighbours: Neighbours;
  readonly #distance: Float64Array;
  /** A heap of places by distance, and where in it each place stands; −1: not in it. */
  readonly #heap: Int32Array;
  readonly #at: Int32Array;
  #size = 0;

  constructor(places: number, neighbours: Neighbours) {
    this.#neighbours = neighbours;
    this.#distance = new Float64Array(places);
    this.#heap = new Int32Array(places);
    this.#at = new Int32Array(places).fill(-1);
  }

  run(from: number): Float64Array {
    const { starts, to, length } = this.#neighbours;
    this.#distance.fill(Infinity);
    this.#reach(from, 0);
    while (this.#size > 0) {
      const place = this.#nearest();
      const there = this.#distance[place] as number;
      for (let way = starts[place] as number; way < (starts[place + 1] as number); way += 1) this.#reach(to[way] as number, there + (length[way] as number));
    }
    return this.#distance;
  }

  #reach(place: number, distance: number): void {
    if (distance >= (this.#distance[place] as number)) return;
    this.#distance[place] = distance;
    let at = this.#at[place] as number;
    if (at < 0) at = this.#size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = this.#heap[above] as number;
      if ((this.#distance[other] as number) <= distance) break;
      this.#put(at, other);
      at = above;
    }
    this.#put(at, place);
  }

  #nearest(): number {
    const first = this.#heap[0] as number;
    this.#at[first] = -1;
    this.#size -= 1;
    if (this.#size === 0) return first;
    const last = this.#heap[this.#size] as number;
    const distance = this.#distance[last] as number;
    let at = 0;
    for (let below = 1; below < this.#size; below = 2 * at + 1) {
      if (below + 1 < this.#size && this.#far(below + 1) < this.#far(below)) below += 1;
      if (this.#far(below) >= distance) break;
      this.#put(at, this.#heap[below] as number);
      at = below;
    }
    this.#put(at, last);
    return first;
  }

  #far(at: number): number {
    return this.#distance[this.#heap[at] as number] as number;
  }

  #put(at: number, place: number): void {
    this.#heap[at] = place;
    this.#at[place] = at;
  }
}
