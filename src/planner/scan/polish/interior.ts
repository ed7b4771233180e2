// min c·x, A x + s = b, x ≥ 0, s ≥ 0, and its dual, by interior point from wherever it is begun: a predictor, then a
// corrector or some, all by one factor of A X/Z Aᵀ + S/Y. The caller looks at each iterate and stops when it is good enough for it.
// Rows are all of one kind (at most b), so that the matrix is positive definite whatever the program.
// Sources: Mehrotra 1992, On the implementation of a primal-dual interior point method; Gondzio 1996 for further corrections.

import { Cholesky } from './cholesky.ts';
import { panelsOf } from './symbolic.ts';

/** Columns one after the other: column j has the entries starts[j] … starts[j + 1] − 1. No row stands twice in a column. */
export interface Program {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
  readonly cost: Float64Array;
  readonly most: Float64Array;
}

/** Where it stands: columns x with their reduced costs z, room s of the rows with their prices y. All above 0. */
export interface Iterate {
  readonly x: Float64Array;
  readonly z: Float64Array;
  readonly s: Float64Array;
  readonly y: Float64Array;
}

/** The part of the way to the border that a step goes. */
const NEARLY = 0.995;
/** Centring: solves for each factor at most, how much further it aims, how near to the target products are let be, and the part of the aim that is worth going on for. */
const CORRECTIONS = 3;
const FURTHER = 0.2;
const WITHIN = 10;
const LEAST_GAIN = 0.2;

export class InteriorPoint {
  readonly #program: Program;
  readonly #factor: Cholesky;
  /** Where in the factor the product of two entries of a column adds up; column after column, pair after pair. */
  readonly #pairs: Int32Array;
  readonly #products: Float64Array;
  readonly #pairStart: Int32Array;
  readonly #diagonal: Int32Array;
  readonly iterate: Iterate;

  constructor(program: Program, start: Iterate) {
    this.#program = program;
    this.iterate = start;
    this.#factor = new Cholesky(panelsOf(patternOf(program)));
    const { starts, rows, values, most } = program;
    this.#pairStart = new Int32Array(starts.length);
    for (let column = 0; column + 1 < starts.length; column += 1) {
      const entries = (starts[column + 1] as number) - (starts[column] as number);
      this.#pairStart[column + 1] = (this.#pairStart[column] as number) + (entries * (entries + 1)) / 2;
    }
    this.#pairs = new Int32Array(this.#pairStart.at(-1) ?? 0);
    this.#products = new Float64Array(this.#pairs.length);
    let pair = 0;
    for (let column = 0; column + 1 < starts.length; column += 1)
      for (let one = starts[column] as number; one < (starts[column + 1] as number); one += 1)
        for (let other = starts[column] as number; other <= one; other += 1) {
          this.#pairs[pair] = this.#factor.at(rows[one] as number, rows[other] as number);
          this.#products[pair++] = (values[one] as number) * (values[other] as number);
        }
    this.#diagonal = Int32Array.from(most, (_, row) => this.#factor.at(row, row));
  }

  /** How far primal and dual are apart, with what rows and columns are off counted at prices and flows: a share of the dual's value. */
  gap(): number {
    const { cost, most } = this.#program;
    const { x, z, s, y } = this.iterate;
    const [short, off] = [this.#short(), this.#off()];
    let open = dot(x, z) + dot(s, y);
    for (let row = 0; row < s.length; row += 1) open += Math.abs(short[row] as number) * (y[row] as number);
    for (let column = 0; column < x.length; column += 1) open += Math.abs(off[column] as number) * (x[column] as number);
    return open / Math.max(Math.abs(dot(cost, x)), Math.abs(dot(most, y)), Number.MIN_VALUE);
  }

  /** One step. @returns the part of the full step that was gone, of x and s, and of y and z. */
  step(): readonly [primal: number, dual: number] {
    const { x, z, s, y } = this.iterate;
    const [columns, rows] = [x.length, s.length];
    const [short, off] = [this.#short(), this.#off()];
    const mu = (dot(x, z) + dot(s, y)) / (columns + rows);
    this.#assemble();
    const ofColumns = x.map((it, at) => -it * (z[at] as number));
    const ofRows = s.map((it, at) => -it * (y[at] as number));
    let way = this.#direction(short, off, ofColumns, ofRows);
    const [primal, dual] = this.#reach(way);
    let after = 0;
    for (let at = 0; at < columns; at += 1) after += ((x[at] as number) + primal * (way.x[at] as number)) * ((z[at] as number) + dual * (way.z[at] as number));
    for (let at = 0; at < rows; at += 1) after += ((s[at] as number) + primal * (way.s[at] as number)) * ((y[at] as number) + dual * (way.y[at] as number));
    const target = mu * (after / (columns + rows) / mu) ** 3;
    for (let at = 0; at < columns; at += 1) ofColumns[at] = target - (x[at] as number) * (z[at] as number) - (way.x[at] as number) * (way.z[at] as number);
    for (let at = 0; at < rows; at += 1) ofRows[at] = target - (s[at] as number) * (y[at] as number) - (way.s[at] as number) * (way.y[at] as number);
    way = this.#centred(this.#direction(short, off, ofColumns, ofRows), target);
    const [far, high] = this.#reach(way).map((it) => Math.min(1, NEARLY * it)) as [number, number];
    add(x, way.x, far);
    add(s, way.s, far);
    add(z, way.z, high);
    add(y, way.y, high);
    return [far, high];
  }

  /** Corrects the step so that pairs' products, a little further on, stay near the target: steps become longer at the cost of a solve each. */
  #centred(way: Iterate, target: number): Iterate {
    const { x, z, s, y } = this.iterate;
    const none = { rows: new Float64Array(s.length), columns: new Float64Array(x.length) };
    let [primal, dual] = this.#reach(way);
    for (let times = 0; times < CORRECTIONS && Math.min(primal, dual) < 1; times += 1) {
      const [far, high] = [Math.min(1, primal + FURTHER), Math.min(1, dual + FURTHER)];
      const towards = (of: Float64Array, by: Float64Array, wayOf: Float64Array, wayBy: Float64Array): Float64Array =>
        of.map((it, at) => {
          const product = (it + far * (wayOf[at] as number)) * ((by[at] as number) + high * (wayBy[at] as number));
          return product < target / WITHIN ? target / WITHIN - product : product > target * WITHIN ? Math.max(target * WITHIN - product, -target * WITHIN) : 0;
        });
      const more = this.#direction(none.rows, none.columns, towards(x, z, way.x, way.z), towards(s, y, way.s, way.y));
      const both: Iterate = { x: plus(way.x, more.x), z: plus(way.z, more.z), s: plus(way.s, more.s), y: plus(way.y, more.y) };
      const [one, other] = this.#reach(both);
      if (one + other < primal + dual + LEAST_GAIN * FURTHER) return way;
      [way, primal, dual] = [both, one, other];
    }
    return way;
  }

  /** b − A x − s */
  #short(): Float64Array {
    const { starts, rows, values, most } = this.#program;
    const { x, s } = this.iterate;
    const short = most.map((it, row) => it - (s[row] as number));
    for (let column = 0; column < x.length; column += 1) for (let at = starts[column] as number; at < (starts[column + 1] as number); at += 1) short[rows[at] as number] = (short[rows[at] as number] as number) - (values[at] as number) * (x[column] as number);
    return short;
  }

  /** z − c − Aᵀ y */
  #off(): Float64Array {
    const { cost } = this.#program;
    const { z, y } = this.iterate;
    const priced = this.#priced(y);
    return z.map((it, column) => it - (cost[column] as number) - (priced[column] as number));
  }

  /** Aᵀ y */
  #priced(y: Float64Array): Float64Array {
    const { starts, rows, values, cost } = this.#program;
    const priced = new Float64Array(cost.length);
    for (let column = 0; column < cost.length; column += 1) {
      let sum = 0;
      for (let at = starts[column] as number; at < (starts[column + 1] as number); at += 1) sum += (values[at] as number) * (y[rows[at] as number] as number);
      priced[column] = sum;
    }
    return priced;
  }

  #assemble(): void {
    const { x, z, s, y } = this.iterate;
    const { numbers } = this.#factor;
    numbers.fill(0);
    for (let row = 0; row < s.length; row += 1) numbers[this.#diagonal[row] as number] = (s[row] as number) / (y[row] as number);
    for (let column = 0; column < x.length; column += 1) {
      const weight = (x[column] as number) / (z[column] as number);
      for (let pair = this.#pairStart[column] as number; pair < (this.#pairStart[column + 1] as number); pair += 1) {
        const to = this.#pairs[pair] as number;
        numbers[to] = (numbers[to] as number) + weight * (this.#products[pair] as number);
      }
    }
    this.#factor.factor();
  }

  /** The step on which pairs' products change by these amounts, and what is short or off is made good. */
  #direction(short: Float64Array, off: Float64Array, ofColumns: Float64Array, ofRows: Float64Array): Iterate {
    const { starts, rows, values } = this.#program;
    const { x, z, s, y } = this.iterate;
    const right = short.map((it, row) => (ofRows[row] as number) / (y[row] as number) - it);
    for (let column = 0; column < x.length; column += 1) {
      const moved = ((ofColumns[column] as number) + (x[column] as number) * (off[column] as number)) / (z[column] as number);
      for (let at = starts[column] as number; at < (starts[column + 1] as number); at += 1) right[rows[at] as number] = (right[rows[at] as number] as number) + (values[at] as number) * moved;
    }
    this.#factor.solve(right);
    const z2 = this.#priced(right);
    for (let column = 0; column < z2.length; column += 1) z2[column] = (z2[column] as number) - (off[column] as number);
    return {
      y: right,
      z: z2,
      x: x.map((it, column) => ((ofColumns[column] as number) - it * (z2[column] as number)) / (z[column] as number)),
      s: s.map((it, row) => ((ofRows[row] as number) - it * (right[row] as number)) / (y[row] as number)),
    };
  }

  /** How far x and s, and y and z, can go until one is 0. */
  #reach(way: Iterate): [number, number] {
    const { x, z, s, y } = this.iterate;
    return [Math.min(reach(x, way.x), reach(s, way.s)), Math.min(reach(z, way.z), reach(y, way.y))];
  }
}

function reach(from: Float64Array, way: Float64Array): number {
  let most = 1 / NEARLY;
  for (let at = 0; at < from.length; at += 1) if ((way[at] as number) < 0) most = Math.min(most, -(from[at] as number) / (way[at] as number));
  return most;
}

function add(to: Float64Array, way: Float64Array, part: number): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] as number) + part * (way[at] as number);
}

const plus = (one: Float64Array, other: Float64Array): Float64Array => one.map((it, at) => it + (other[at] as number));

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] as number) * (other[at] as number);
  return sum;
}

/** Which rows meet in a column. */
function patternOf({ starts, rows, most }: Program): { start: Int32Array; list: Int32Array } {
  const count = most.length;
  const begins = new Int32Array(count + 1);
  for (const row of rows) begins[row + 1] = (begins[row + 1] as number) + 1;
  for (let row = 0; row < count; row += 1) begins[row + 1] = (begins[row + 1] as number) + (begins[row] as number);
  const next = begins.slice();
  const columns = new Int32Array(rows.length);
  for (let column = 0; column + 1 < starts.length; column += 1)
    for (let at = starts[column] as number; at < (starts[column + 1] as number); at += 1) {
      const row = rows[at] as number;
      columns[next[row] as number] = column;
      next[row] = (next[row] as number) + 1;
    }
  const mark = new Int32Array(count).fill(-1);
  const start = new Int32Array(count + 1);
  const list: number[] = [];
  for (let row = 0; row < count; row += 1) {
    mark[row] = row;
    for (let at = begins[row] as number; at < (begins[row + 1] as number); at += 1) {
      const column = columns[at] as number;
      for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry += 1) {
        const other = rows[entry] as number;
        if (mark[other] === row) continue;
        mark[other] = row;
        list.push(other);
      }
    }
    start[row + 1] = list.length;
  }
  return { start, list: Int32Array.from(list) };
}
