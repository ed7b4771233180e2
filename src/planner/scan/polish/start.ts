// Where interior point begins on a restricted program: at the flows of the plan at hand and the costs of the labels, moved
// away from the border so that the product of each pair is at least the middle's. What that puts out of balance, the steps
// mend: far from the border they are long.

import type { Iterate } from './interior.ts';
import type { Restricted } from './restricted.ts';

/** The middle's product, in shares of what the gap at hand comes to for each pair. */
const WIDE = 5;

/** @param open euros between plan and bound. */
export function startOf({ program, flow, worth, euros }: Restricted, open: number): Iterate {
  const { starts, rows, values, cost, most } = program;
  const [x, y] = [flow.slice(), worth.map((it) => Math.max(0, it))];
  const [z, s] = [cost.slice(), most.slice()];
  for (let column = 0; column < x.length; column += 1)
    for (let at = starts[column] as number; at < (starts[column + 1] as number); at += 1) {
      const row = rows[at] as number;
      z[column] = (z[column] as number) + (values[at] as number) * (y[row] as number);
      s[row] = (s[row] as number) - (values[at] as number) * (x[column] as number);
    }
  const mu = (WIDE * Math.max(open, LEAST_OPEN * euros)) / (euros * (x.length + s.length));
  inward(x, z, mu);
  inward(s, y, mu);
  return { x, z, s, y };
}

const LEAST_OPEN = 1e-3;

function inward(of: Float64Array, by: Float64Array, mu: number): void {
  const middle = Math.sqrt(mu);
  for (let at = 0; at < of.length; at += 1) {
    const [one, other] = [Math.max(0, of[at] as number), Math.max(0, by[at] as number)];
    if (one * other >= mu) continue;
    // The greater of the two stays, the other follows; where both are small, both are the middle's.
    of[at] = one >= other ? Math.max(one, middle) : mu / Math.max(other, middle);
    by[at] = mu / (of[at] as number);
  }
}
