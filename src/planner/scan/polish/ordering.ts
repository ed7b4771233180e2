// In which order the rows of a symmetric matrix are eliminated so that little fills in: minimum degree on the quotient graph,
// with degrees estimated from above. Only the pattern counts. Ties go to the row that was entered last, so that the
// same pattern has the same order.
// Source: Amestoy, Davis & Duff 1996, An approximate minimum degree ordering algorithm (without supervariables).

/** Off the diagonal, both halves: row i meets the rows list[start[i]] … list[start[i + 1] − 1]. */
export interface Pattern {
  readonly start: Int32Array;
  readonly list: Int32Array;
}

/** Rows by their degree, as doubly linked lists. */
class Degrees {
  readonly #head: Int32Array;
  readonly #next: Int32Array;
  readonly #before: Int32Array;
  readonly #degree: Int32Array;
  #least = 0;

  constructor(count: number) {
    this.#head = new Int32Array(count + 1).fill(-1);
    this.#next = new Int32Array(count).fill(-1);
    this.#before = new Int32Array(count).fill(-1);
    this.#degree = new Int32Array(count);
  }

  of(row: number): number {
    return this.#degree[row] as number;
  }

  enter(row: number, degree: number): void {
    const first = this.#head[degree] as number;
    this.#degree[row] = degree;
    this.#next[row] = first;
    this.#before[row] = -1;
    if (first >= 0) this.#before[first] = row;
    this.#head[degree] = row;
    if (degree < this.#least) this.#least = degree;
  }

  leave(row: number): void {
    const [next, before] = [this.#next[row] as number, this.#before[row] as number];
    if (next >= 0) this.#before[next] = before;
    if (before >= 0) this.#next[before] = next;
    else this.#head[this.#degree[row] as number] = next;
  }

  /** There must be one. */
  least(): number {
    while ((this.#head[this.#least] as number) < 0) this.#least += 1;
    return this.#head[this.#least] as number;
  }
}

/** @returns rows in the order in which to eliminate them. */
export function minimumDegree({ start, list }: Pattern): Int32Array {
  const count = start.length - 1;
  const order = new Int32Array(count);
  const degrees = new Degrees(count);
  /** What a row still meets by itself, and by rows that were eliminated before: elements, each a list of rows. */
  const rows = Array.from({ length: count }, (_, row) => Array.from(list.subarray(start[row], start[row + 1])));
  const elements = Array.from({ length: count }, (): number[] => []);
  const members: (number[] | null)[] = Array.from({ length: count }, () => null);
  const gone = new Uint8Array(count);
  const mark = new Int32Array(count).fill(-1);
  const counted = new Int32Array(count).fill(-1);
  const outside = new Int32Array(count);
  for (let row = count - 1; row >= 0; row -= 1) degrees.enter(row, (rows[row] as number[]).length);
  for (let done = 0; done < count; ) {
    const pivot = degrees.least();
    degrees.leave(pivot);
    gone[pivot] = 1;
    order[done++] = pivot;
    mark[pivot] = pivot;
    const met: number[] = [];
    const meet = (row: number): void => {
      if (gone[row] === 1 || mark[row] === pivot) return;
      mark[row] = pivot;
      met.push(row);
    };
    for (const row of rows[pivot] as number[]) meet(row);
    for (const element of elements[pivot] as number[]) {
      for (const row of members[element] ?? []) meet(row);
      members[element] = null;
    }
    // How much of each element lies outside of this one.
    for (const row of met)
      for (const element of elements[row] as number[]) {
        const of = members[element];
        if (of === null || of === undefined) continue;
        if (counted[element] !== pivot) {
          counted[element] = pivot;
          outside[element] = of.length;
        }
        outside[element] = (outside[element] as number) - 1;
      }
    const kept: number[] = [];
    for (const row of met) {
      degrees.leave(row);
      let degree = met.length - 1;
      const still: number[] = [];
      for (const element of elements[row] as number[]) {
        // An element that lies wholly within this one says nothing more.
        if (members[element] === null || outside[element] === 0) continue;
        still.push(element);
        degree += outside[element] as number;
      }
      const own = (rows[row] as number[]).filter((other) => gone[other] === 0 && mark[other] !== pivot);
      rows[row] = own;
      degree += own.length;
      if (degree === met.length - 1 && still.length === 0) {
        // It meets what the pivot meets and nothing else: eliminated together, nothing more fills in.
        gone[row] = 1;
        order[done++] = row;
        continue;
      }
      still.push(pivot);
      elements[row] = still;
      kept.push(row);
      degrees.enter(row, Math.min(degree, degrees.of(row) + met.length - 1, count - done));
    }
    members[pivot] = kept;
    rows[pivot] = [];
    elements[pivot] = [];
  }
  return order;
}
