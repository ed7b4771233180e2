// The basis of one round's program, carried into the next, which has more rows and columns: what is new stands at its lower
// bound, a new row with its own slack. The old plan stays feasible so, and the primal method goes on from it.

import type { Basis } from '../solver.ts';
import type { Numbers } from './restricted.ts';

/** HiGHS's codes. */
const AT_LOWER = 0;
const BASIC = 1;
const AT_UPPER = 2;

export function carriedBasis(before: Numbers, basis: Basis, after: Numbers): Basis {
  const columns = carried(before.columns, basis.columns, after.columns, after.columnCount, AT_LOWER);
  const rows = carried(before.rows, basis.rows, after.rows, after.rowCount, BASIC);
  balance(columns, rows);
  return { columns, rows };
}

function carried(before: readonly Int32Array[], codes: Int32Array, after: readonly Int32Array[], count: number, fresh: number): Int32Array {
  const found = new Int32Array(count).fill(fresh);
  for (const [kind, numbers] of after.entries())
    for (const [index, to] of numbers.entries()) {
      const from = before[kind]?.[index] ?? -1;
      if (to >= 0 && from >= 0) found[to] = codes[from] as number;
    }
  return found;
}

/** A node that somebody else opened now takes its code with it: there must be as many basic as there are rows. */
function balance(columns: Int32Array, rows: Int32Array): void {
  const isBasic = (code: number): boolean => code === BASIC;
  let missing = rows.length - columns.filter(isBasic).length - rows.filter(isBasic).length;
  for (let row = rows.length - 1; row >= 0 && missing !== 0; row -= 1) {
    if (missing > 0 && rows[row] !== BASIC) {
      rows[row] = BASIC;
      missing -= 1;
    } else if (missing < 0 && rows[row] === BASIC) {
      rows[row] = AT_UPPER;
      missing += 1;
    }
  }
}
