// The questions of hub choice as every textbook writes them down for a solver of integer programs: an opening for each candidate, a share
// for each way, each customer served once, and nobody served from what is shut. It shares nothing with src/location but the instance.

import type { Instance } from '../../src/location/instance.ts';
import { Matrix, type Entry } from '../../src/planner/matrix.ts';
import type { LinearModel } from '../../src/planner/solver.ts';

/** Openings are binary; shares follow, so they may be continuous. */
export function textbook(instance: Instance): LinearModel {
  const { customers, candidates, cost } = instance;
  const matrix = new Matrix();
  const served = Array.from({ length: customers }, () => matrix.row('s', 1, 1));
  const centre = instance.model === 'pcentre';
  const within = centre ? served.map(() => matrix.row('w', -Infinity, 0)) : [];
  const number = 'p' in instance ? matrix.row('p', instance.p, instance.p) : null;
  const room = instance.model === 'cfl' ? [...instance.capacity].map(() => matrix.row('c', -Infinity, 0)) : [];
  const ways = Array.from({ length: customers * candidates }, (_, cell) => (cost[cell] === Infinity ? null : matrix.row('l', -Infinity, 0)));
  for (let j = 0; j < candidates; j += 1) {
    const entries: Entry[] = [];
    for (let i = 0; i < customers; i += 1) {
      const way = ways[i * candidates + j] ?? null;
      if (way !== null) entries.push([way, -1]);
    }
    if (number !== null) entries.push([number, 1]);
    if (instance.model === 'cfl') entries.push([room[j] ?? -1, -(instance.capacity[j] ?? 0)]);
    matrix.column('y', entries, { cost: 'fixed' in instance ? (instance.fixed[j] ?? 0) : 0, upper: 1, integer: true });
  }
  for (const [cell, way] of ways.entries()) {
    if (way === null) continue;
    const [i, j] = [Math.floor(cell / candidates), cell % candidates];
    const entries: Entry[] = [[served[i] ?? -1, 1], [way, 1]];
    if (centre) entries.push([within[i] ?? -1, cost[cell] ?? 0]);
    if (instance.model === 'cfl') entries.push([room[j] ?? -1, instance.demand[i] ?? 0]);
    matrix.column('x', entries, { cost: centre ? 0 : (cost[cell] ?? 0), upper: 1 });
  }
  if (centre) matrix.column('r', within.map((row): Entry => [row, -1]), { cost: 1 });
  return matrix.finish();
}
