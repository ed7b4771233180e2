// The optimum by looking at every choice of candidates, for tests of few candidates. What a choice costs is worked out in the plainest
// way; with capacities, where a choice is a linear program, it is not here.

import type { PCentre, PMedian, Uncapacitated } from './instance.ts';

/** Infinity: no choice serves everybody. */
export function bruteForce(instance: PMedian | PCentre | Uncapacitated): number {
  const { customers, candidates, cost } = instance;
  let best = Infinity;
  for (let choice = 1; choice < 2 ** candidates; choice += 1) {
    const open = [...Array(candidates).keys()].filter((j) => Math.floor(choice / 2 ** j) % 2 === 1);
    if ('p' in instance && open.length !== instance.p) continue;
    const costs = Array.from({ length: customers }, (_, i) => Math.min(...open.map((j) => cost[i * candidates + j] ?? Infinity)));
    const total = instance.model === 'pcentre' ? Math.max(...costs) : costs.reduce((sum, it) => sum + it, 0);
    best = Math.min(best, total + ('fixed' in instance ? open.reduce((sum, j) => sum + (instance.fixed[j] ?? 0), 0) : 0));
  }
  return best;
}
