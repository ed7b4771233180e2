// The levels that cuts leave possible: all groups rise together; those of a cut that is reached stay where they are, the others
// rise on. What comes out is the lexicographic maximum over everything that the cuts allow, so that no plan has better levels.
// Source: progressive filling, Bertsekas & Gallager 1992, section 6.5.

import type { Cut } from './cuts.ts';

export interface Filled {
  /** By group, 0 to 1. */
  readonly levels: Float64Array;
  /** By group: the cut that stops it; −1: what can reach it in time does. */
  readonly stoppedBy: Int32Array;
}

/** Levels this near to each other are the same. */
const SAME = 1e-12;

/** @param most by group: the share that can be reached at all. Takes rounds × cuts. */
export function filled(cuts: readonly Cut[], most: Float64Array): Filled {
  const levels = most.slice();
  const stoppedBy = new Int32Array(most.length).fill(-1);
  const settled = new Uint8Array(most.length);
  const cutsOf = Array.from(most, (): [cut: number, weight: number][] => []);
  const rises = new Float64Array(cuts.length);
  const left = Float64Array.from(cuts, ({ limit }) => limit);
  for (const [index, { groups, weights }] of cuts.entries())
    for (const [at, group] of groups.entries()) {
      cutsOf[group]?.push([index, weights[at] as number]);
      rises[index] = (rises[index] as number) + (weights[at] as number);
    }
  const open = Int32Array.from(cuts, ({ groups }) => groups.length);
  const byMost = [...most.keys()].sort((a, b) => (most[a] as number) - (most[b] as number));
  let [nextMost, level] = [0, 0];
  const settle = (group: number, at: number, by: number): void => {
    if (settled[group] === 1) return;
    settled[group] = 1;
    levels[group] = at;
    stoppedBy[group] = by;
    for (const [cut, weight] of cutsOf[group] ?? []) {
      rises[cut] = (rises[cut] as number) - weight;
      left[cut] = (left[cut] as number) - weight * at;
      open[cut] = (open[cut] as number) - 1;
    }
  };
  for (;;) {
    while (nextMost < byMost.length && settled[byMost[nextMost] as number] === 1) nextMost += 1;
    if (nextMost === byMost.length) return { levels, stoppedBy };
    let [lowest, first] = [most[byMost[nextMost] as number] as number, -1];
    for (let cut = 0; cut < cuts.length; cut += 1) {
      if (open[cut] === 0) continue;
      const reach = (left[cut] as number) / (rises[cut] as number);
      if (reach < lowest - SAME) [lowest, first] = [reach, cut];
    }
    // Rounding may put a cut a little below the level that its groups have passed already.
    level = Math.max(level, lowest);
    if (first < 0) settle(byMost[nextMost] as number, level, -1);
    else for (const group of cuts[first]?.groups ?? []) settle(group, level, first);
  }
}
