// The factor of a positive definite matrix, panel by panel: what came before is taken off a panel, then the panel is factored
// in itself. Not here: where entries are (symbolic.ts).
// Source: Ng & Peyton 1993, left-looking supernodal Cholesky.

import type { Panels } from './symbolic.ts';

/** A pivot below this part of the largest is as good as none: its row is left as it is. */
const LEAST_PIVOT = 1e-30;
const NO_PIVOT = 1e64;

export class Cholesky {
  readonly panels: Panels;
  /** Put the lower half of the matrix here, then `factor`. */
  readonly numbers: Float64Array;
  readonly #next: Int32Array;
  readonly #head: Int32Array;
  readonly #done: Int32Array;
  readonly #relative: Int32Array;
  readonly #solution: Float64Array;

  constructor(panels: Panels) {
    const count = panels.first.length - 1;
    this.panels = panels;
    this.numbers = new Float64Array(panels.size);
    this.#next = new Int32Array(count);
    this.#head = new Int32Array(count);
    this.#done = new Int32Array(count);
    this.#relative = new Int32Array(panels.rows);
    this.#solution = new Float64Array(panels.rows);
  }

  /** Where in `numbers` the entry of two rows of the matrix stands. */
  at(one: number, other: number): number {
    const { place, first, start, list, block, panelOf } = this.panels;
    const [a, b] = [place[one] as number, place[other] as number];
    const [row, column] = a > b ? [a, b] : [b, a];
    const panel = panelOf[column] as number;
    const [from, wide] = [first[panel] as number, (first[panel + 1] as number) - (first[panel] as number)];
    let [low, high] = [start[panel] as number, (start[panel + 1] as number) - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle] as number) < row) low = middle + 1;
      else high = middle;
    }
    return (block[panel] as number) + (low - (start[panel] as number)) * wide + column - from;
  }

  factor(): void {
    const { first, start, list, panelOf } = this.panels;
    const count = first.length - 1;
    this.#head.fill(-1);
    for (let panel = 0; panel < count; panel += 1) {
      const begin = start[panel] as number;
      const end = start[panel + 1] as number;
      for (let at = begin; at < end; at += 1) this.#relative[list[at] as number] = at - begin;
      for (let from = this.#head[panel] as number; from >= 0; ) {
        const next = this.#next[from] as number;
        this.#takeOff(panel, from);
        this.#wait(from, panelOf);
        from = next;
      }
      this.#within(panel);
      this.#done[panel] = (first[panel + 1] as number) - (first[panel] as number);
      this.#wait(panel, panelOf);
    }
  }

  /** A panel waits for the panel in which its next row stands. */
  #wait(panel: number, panelOf: Int32Array): void {
    const at = (this.panels.start[panel] as number) + (this.#done[panel] as number);
    if (at >= (this.panels.start[panel + 1] as number)) return;
    const target = panelOf[this.panels.list[at] as number] as number;
    this.#next[panel] = this.#head[target] as number;
    this.#head[target] = panel;
  }

  /** Takes off a panel what an earlier one adds to it: products of the earlier one's rows. */
  #takeOff(panel: number, from: number): void {
    const { first, start, list, block } = this.panels;
    const numbers = this.numbers;
    const relative = this.#relative;
    const left = first[panel] as number;
    const width = (first[panel + 1] as number) - left;
    const into = block[panel] as number;
    const wide = (first[from + 1] as number) - (first[from] as number);
    const source = block[from] as number;
    const begin = start[from] as number;
    const rows = (start[from + 1] as number) - begin;
    const top = this.#done[from] as number;
    let end = top;
    while (end < rows && (list[begin + end] as number) < left + width) end += 1;
    this.#done[from] = end;
    let column = top;
    for (; column + 1 < end; column += 2) {
      const one = source + column * wide;
      const two = one + wide;
      const [toOne, toTwo] = [into + (list[begin + column] as number) - left, into + (list[begin + column + 1] as number) - left];
      let row = column;
      for (; row + 3 < rows; row += 4) {
        const a = source + row * wide;
        const b = a + wide;
        const c = b + wide;
        const d = c + wide;
        // One by one: as a list they are not kept in registers.
        let aa = 0;
        let ab = 0;
        let ba = 0;
        let bb = 0;
        let ca = 0;
        let cb = 0;
        let da = 0;
        let db = 0;
        for (let at = 0; at < wide; at += 1) {
          const r = numbers[one + at] as number;
          const s = numbers[two + at] as number;
          const p = numbers[a + at] as number;
          aa += p * r;
          ab += p * s;
          const q = numbers[b + at] as number;
          ba += q * r;
          bb += q * s;
          const t = numbers[c + at] as number;
          ca += t * r;
          cb += t * s;
          const u = numbers[d + at] as number;
          da += u * r;
          db += u * s;
        }
        const toA = (relative[list[begin + row] as number] as number) * width;
        const toB = (relative[list[begin + row + 1] as number] as number) * width;
        const toC = (relative[list[begin + row + 2] as number] as number) * width;
        const toD = (relative[list[begin + row + 3] as number] as number) * width;
        numbers[toOne + toA] = (numbers[toOne + toA] as number) - aa;
        numbers[toTwo + toA] = (numbers[toTwo + toA] as number) - ab;
        numbers[toOne + toB] = (numbers[toOne + toB] as number) - ba;
        numbers[toTwo + toB] = (numbers[toTwo + toB] as number) - bb;
        numbers[toOne + toC] = (numbers[toOne + toC] as number) - ca;
        numbers[toTwo + toC] = (numbers[toTwo + toC] as number) - cb;
        numbers[toOne + toD] = (numbers[toOne + toD] as number) - da;
        numbers[toTwo + toD] = (numbers[toTwo + toD] as number) - db;
      }
      for (; row < rows; row += 1) {
        const a = source + row * wide;
        let [aa, ab] = [0, 0];
        for (let at = 0; at < wide; at += 1) {
          const p = numbers[a + at] as number;
          aa += p * (numbers[one + at] as number);
          ab += p * (numbers[two + at] as number);
        }
        const toA = (relative[list[begin + row] as number] as number) * width;
        numbers[toOne + toA] = (numbers[toOne + toA] as number) - aa;
        numbers[toTwo + toA] = (numbers[toTwo + toA] as number) - ab;
      }
    }
    if (column >= end) return;
    const one = source + column * wide;
    const toOne = into + (list[begin + column] as number) - left;
    for (let row = column; row < rows; row += 1) {
      const a = source + row * wide;
      let sum = 0;
      for (let at = 0; at < wide; at += 1) sum += (numbers[a + at] as number) * (numbers[one + at] as number);
      const to = toOne + (relative[list[begin + row] as number] as number) * width;
      numbers[to] = (numbers[to] as number) - sum;
    }
  }

  /** The panel's own triangle, and the rows below it. */
  #within(panel: number): void {
    const { first, start, block } = this.panels;
    const numbers = this.numbers;
    const base = block[panel] as number;
    const width = (first[panel + 1] as number) - (first[panel] as number);
    const rows = (start[panel + 1] as number) - (start[panel] as number);
    for (let row = 0; row < rows; row += 1) {
      const own = base + row * width;
      const columns = Math.min(row, width);
      for (let column = 0; column < columns; column += 1) {
        const other = base + column * width;
        let sum = numbers[own + column] as number;
        for (let at = 0; at < column; at += 1) sum -= (numbers[own + at] as number) * (numbers[other + at] as number);
        numbers[own + column] = sum / (numbers[other + column] as number);
      }
      if (row >= width) continue;
      let pivot = numbers[own + row] as number;
      for (let at = 0; at < row; at += 1) pivot -= (numbers[own + at] as number) ** 2;
      numbers[own + row] = pivot > LEAST_PIVOT ? Math.sqrt(pivot) : NO_PIVOT;
    }
  }

  /** Solves for `right`, in place, in the order of the matrix's rows. */
  solve(right: Float64Array): void {
    const { place, first, start, list, block } = this.panels;
    const numbers = this.numbers;
    const solution = this.#solution;
    const count = first.length - 1;
    for (let row = 0; row < right.length; row += 1) solution[place[row] as number] = right[row] as number;
    for (let panel = 0; panel < count; panel += 1) {
      const [from, width, begin] = [first[panel] as number, (first[panel + 1] as number) - (first[panel] as number), start[panel] as number];
      const rows = (start[panel + 1] as number) - begin;
      const base = block[panel] as number;
      for (let row = 0; row < rows; row += 1) {
        const own = base + row * width;
        const columns = Math.min(row, width);
        let sum = 0;
        for (let at = 0; at < columns; at += 1) sum += (numbers[own + at] as number) * (solution[from + at] as number);
        const to = list[begin + row] as number;
        const rest = (solution[to] as number) - sum;
        solution[to] = row < width ? rest / (numbers[own + row] as number) : rest;
      }
    }
    for (let panel = count - 1; panel >= 0; panel -= 1) {
      const [from, width, begin] = [first[panel] as number, (first[panel + 1] as number) - (first[panel] as number), start[panel] as number];
      const rows = (start[panel + 1] as number) - begin;
      const base = block[panel] as number;
      for (let row = rows - 1; row >= 0; row -= 1) {
        const own = base + row * width;
        const to = list[begin + row] as number;
        if (row < width) solution[to] = (solution[to] as number) / (numbers[own + row] as number);
        const known = solution[to] as number;
        const columns = Math.min(row, width);
        for (let at = 0; at < columns; at += 1) solution[from + at] = (solution[from + at] as number) - (numbers[own + at] as number) * known;
      }
    }
    for (let row = 0; row < right.length; row += 1) right[row] = solution[place[row] as number] as number;
  }
}
