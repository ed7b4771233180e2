// The factor of a positive definite matrix, panel by panel: what came before is taken off a panel, then the panel is factored
// in itself. The loops are compiled: kernels/factor.ts. Not here: where entries are (symbolic.ts).

import { at, loopsIn } from '../compiled/start.ts';
import { compiledMemory } from '../memory.ts';
import type { Panels } from './symbolic.ts';

export class Cholesky {
  readonly panels: Panels;
  /** Put the lower half of the matrix here, then `factor`. */
  readonly numbers: Float64Array;
  readonly #loops: ReturnType<typeof loopsIn>;
  /** By panel, in the compiled memory: the panels, and what the factor keeps of each while it works. */
  readonly #kept: Readonly<Record<'first' | 'start' | 'list' | 'block' | 'panelOf' | 'next' | 'head' | 'done', Int32Array>>;
  /** By place: where a row stands in the panel at hand. */
  readonly #relative: Int32Array;
  readonly #solution: Float64Array;

  constructor(panels: Panels) {
    const memory = compiledMemory();
    const count = panels.first.length - 1;
    const copy = (list: Int32Array): Int32Array => {
      const place = memory.whole(list.length);
      place.set(list);
      return place;
    };
    this.panels = panels;
    this.#loops = loopsIn(memory.compiled);
    this.#kept = {
      first: copy(panels.first), start: copy(panels.start), list: copy(panels.list), block: copy(panels.block), panelOf: copy(panels.panelOf),
      next: memory.whole(count), head: memory.whole(count), done: memory.whole(count),
    };
    this.#relative = memory.whole(panels.rows);
    this.#solution = memory.floats(panels.rows);
    this.numbers = memory.floats(panels.size);
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
    const { first, start, list, block, panelOf, next, head, done } = this.#kept;
    this.#loops.factor(head.length, at(first), at(start), at(list), at(block), at(panelOf), at(this.numbers), at(next), at(head), at(done), at(this.#relative));
  }

  /** Solves for `right`, in place, in the order of the matrix's rows. */
  solve(right: Float64Array): void {
    const { place } = this.panels;
    const { first, start, list, block, head } = this.#kept;
    const solution = this.#solution;
    for (let row = 0; row < right.length; row += 1) solution[place[row] as number] = right[row] as number;
    this.#loops.solve(head.length, at(first), at(start), at(list), at(block), at(this.numbers), at(solution));
    for (let row = 0; row < right.length; row += 1) right[row] = solution[place[row] as number] as number;
  }
}
