// Gathers a linear program column by column, as LinearModel wants it. Not here: what the rows and columns mean.

import { invariant } from '../domain/result.ts';
import type { LinearModel } from './solver.ts';

/** One coefficient of a column: row, value. */
export type Entry = readonly [row: number, value: number];

export class Matrix {
  readonly #columnNames: string[] = [];
  readonly #rowNames: string[] = [];
  readonly #cost: number[] = [];
  readonly #columnLower: number[] = [];
  readonly #columnUpper: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #starts: number[] = [0];
  readonly #rows: number[] = [];
  readonly #values: number[] = [];
  readonly #integer: number[] = [];

  /** @returns the row's number. Names are a letter and that number: short, unique, free of spaces. */
  row(letter: string, lower: number, upper: number): number {
    const row = this.#rowLower.length;
    this.#rowNames.push(`${letter}${row}`);
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
    return row;
  }

  /** Entries of one row that come twice are added up. @returns the column's number. */
  column(letter: string, entries: readonly Entry[], bounds: { readonly cost?: number; readonly lower?: number; readonly upper?: number; readonly integer?: boolean } = {}): number {
    const column = this.#cost.length;
    this.#columnNames.push(`${letter}${column}`);
    this.#cost.push(bounds.cost ?? 0);
    this.#columnLower.push(bounds.lower ?? 0);
    this.#columnUpper.push(bounds.upper ?? Infinity);
    this.#integer.push(bounds.integer === true ? 1 : 0);
    const sums = new Map<number, number>();
    for (const [row, value] of entries) sums.set(row, (sums.get(row) ?? 0) + value);
    for (const [row, value] of sums) {
      invariant(row >= 0 && row < this.#rowLower.length && Number.isFinite(value), `a coefficient of ${letter}${column} lies outside the model`);
      if (value === 0) continue;
      this.#rows.push(row);
      this.#values.push(value);
    }
    this.#starts.push(this.#rows.length);
    return column;
  }

  finish(): LinearModel {
    return {
      columnNames: this.#columnNames,
      rowNames: this.#rowNames,
      cost: Float64Array.from(this.#cost),
      columnLower: Float64Array.from(this.#columnLower),
      columnUpper: Float64Array.from(this.#columnUpper),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      starts: Int32Array.from(this.#starts),
      rows: Int32Array.from(this.#rows),
      values: Float64Array.from(this.#values),
      integer: Uint8Array.from(this.#integer),
    };
  }
}
