// Where the factor of a symmetric matrix has entries: rows in an order with little fill, columns that have the same rows
// below them gathered into panels, each a dense block. Made once for each pattern. Not here: numbers (cholesky.ts).
// Sources: Liu 1990 for the elimination tree; Ng & Peyton 1993 for panels (supernodes).

import { minimumDegree, type Pattern } from './ordering.ts';

export interface Panels {
  readonly rows: number;
  /** Row of the matrix → its place in the order. */
  readonly place: Int32Array;
  /** Panel p has the columns first[p] … first[p + 1] − 1, in the order. */
  readonly first: Int32Array;
  /** Its rows, its own columns first: list[start[p]] … list[start[p + 1] − 1], rising. */
  readonly start: Int32Array;
  readonly list: Int32Array;
  /** Its numbers, row after row, each as wide as the panel: from block[p] on. */
  readonly block: Int32Array;
  readonly size: number;
  /** By place: the panel. */
  readonly panelOf: Int32Array;
}

/** Wider panels are cut: the kernel between panels is quicker than the one within. */
const MOST_WIDE = 32;
/** A panel joins the next one when at most this part of the two is zeros, or both are narrow. */
const MOST_ZEROS = 0.15;
const NARROW = 4;

export function panelsOf(pattern: Pattern): Panels {
  const count = pattern.start.length - 1;
  const order = postordered(pattern, minimumDegree(pattern));
  const place = placesOf(order);
  const below = columnsOf(pattern, order, place);
  const first = joined(below, count);
  const panels = first.length - 1;
  const panelOf = new Int32Array(count);
  for (let panel = 0; panel < panels; panel += 1) panelOf.fill(panel, first[panel], first[panel + 1]);
  const [start, block] = [new Int32Array(panels + 1), new Int32Array(panels + 1)];
  const lists: number[][] = [];
  for (let panel = 0; panel < panels; panel += 1) {
    const [from, to] = [first[panel] as number, first[panel + 1] as number];
    const rows = new Set<number>();
    for (let column = from; column < to; column += 1) for (const row of below[column] as Int32Array) if (row >= to) rows.add(row);
    const list = [...Array.from({ length: to - from }, (_, at) => from + at), ...[...rows].sort((a, b) => a - b)];
    lists.push(list);
    start[panel + 1] = (start[panel] as number) + list.length;
    block[panel + 1] = (block[panel] as number) + list.length * (to - from);
  }
  return { rows: count, place, first, start, list: Int32Array.from(lists.flat()), block, size: block[panels] as number, panelOf };
}

function placesOf(order: Int32Array): Int32Array {
  const place = new Int32Array(order.length);
  for (const [at, row] of order.entries()) place[row] = at;
  return place;
}

/** The column in which each column's first row below the diagonal stands; −1: none. */
function parentsOf({ start, list }: Pattern, order: Int32Array, place: Int32Array): Int32Array {
  const parent = new Int32Array(order.length).fill(-1);
  const root = new Int32Array(order.length).fill(-1);
  for (const [column, row] of order.entries())
    for (let at = start[row] as number; at < (start[row + 1] as number); at += 1) {
      let up = place[list[at] as number] as number;
      while (up >= 0 && up < column) {
        const next = root[up] as number;
        root[up] = column;
        if (next < 0) parent[up] = column;
        up = next;
      }
    }
  return parent;
}

/** The same elimination with each column's descendants right before it, so that panels stand together. */
function postordered(pattern: Pattern, order: Int32Array): Int32Array {
  const parent = parentsOf(pattern, order, placesOf(order));
  const [head, next] = [new Int32Array(order.length).fill(-1), new Int32Array(order.length).fill(-1)];
  for (let column = order.length - 1; column >= 0; column -= 1) {
    const up = parent[column] as number;
    if (up < 0) continue;
    next[column] = head[up] as number;
    head[up] = column;
  }
  const into = new Int32Array(order.length);
  let done = 0;
  for (let root = 0; root < order.length; root += 1) {
    if ((parent[root] as number) >= 0) continue;
    const stack = [root];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const child = head[top] as number;
      if (child >= 0) {
        head[top] = next[child] as number;
        stack.push(child);
      } else {
        stack.pop();
        into[done++] = order[top] as number;
      }
    }
  }
  return into;
}

/** Of each column of the factor the rows below the diagonal: its own, and those of its children. */
function columnsOf({ start, list }: Pattern, order: Int32Array, place: Int32Array): Int32Array[] {
  const count = order.length;
  const below: Int32Array[] = [];
  const children = Array.from({ length: count }, (): number[] => []);
  const mark = new Int32Array(count).fill(-1);
  const found = new Int32Array(count);
  for (let column = 0; column < count; column += 1) {
    let [many, least] = [0, count];
    const take = (row: number): void => {
      if (row <= column || mark[row] === column) return;
      mark[row] = column;
      found[many++] = row;
      if (row < least) least = row;
    };
    const row = order[column] as number;
    for (let at = start[row] as number; at < (start[row + 1] as number); at += 1) take(place[list[at] as number] as number);
    for (const child of children[column] as number[]) for (const other of below[child] as Int32Array) take(other);
    below.push(found.slice(0, many));
    if (least < count) children[least]?.push(column);
  }
  return below;
}

/** Where panels begin: neighbours that have the same rows, or nearly, are one. */
function joined(below: readonly Int32Array[], count: number): Int32Array {
  const first = [0];
  let [from, entries] = [0, 0];
  for (let column = 0; column < count; column += 1) {
    const own = (below[column]?.length ?? 0) + 1;
    entries += own;
    const wide = column + 1 - from;
    const next = column + 1 < count ? (below[column + 1]?.length ?? 0) + 1 : 0;
    const follows = (below[column]?.length ?? 0) > 0 && least(below[column] as Int32Array) === column + 1;
    const whole = (wide + 1) * next + (wide * (wide + 1)) / 2;
    const zeros = whole - entries - next;
    if (column + 1 < count && follows && wide < MOST_WIDE && (zeros <= 0 || zeros <= MOST_ZEROS * whole || wide + 1 <= NARROW)) continue;
    first.push(column + 1);
    [from, entries] = [column + 1, 0];
  }
  return Int32Array.from(first);
}

const least = (rows: Int32Array): number => rows.reduce((low, row) => Math.min(low, row), Infinity);
