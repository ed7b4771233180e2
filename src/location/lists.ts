// For each customer the candidates that can reach it, nearest first: what every method here walks along. A customer's list ends
// where its multiplier or its second hub is, so most of a table is never looked at.

import type { Service } from './instance.ts';

export interface Lists {
  readonly customers: number;
  readonly candidates: number;
  /** Customer i's list is `candidate[starts[i]]` up to `candidate[starts[i + 1] − 1]`, with `cost` beside it, ascending. */
  readonly starts: Int32Array;
  readonly candidate: Int32Array;
  readonly cost: Float64Array;
}

/** O(customers · candidates · log candidates). */
export function listsOf({ customers, candidates, cost }: Service): Lists {
  const starts = new Int32Array(customers + 1);
  const candidate: Int32Array = new Int32Array(cost.length);
  const sorted = new Float64Array(cost.length);
  let end = 0;
  for (let i = 0; i < customers; i += 1) {
    const row = cost.subarray(i * candidates, (i + 1) * candidates);
    const reached: number[] = [];
    for (let j = 0; j < candidates; j += 1) if (row[j] !== Infinity) reached.push(j);
    reached.sort((a, b) => (row[a] as number) - (row[b] as number) || a - b);
    for (const j of reached) {
      candidate[end] = j;
      sorted[end] = row[j] as number;
      end += 1;
    }
    starts[i + 1] = end;
  }
  return { customers, candidates, starts, candidate: candidate.slice(0, end), cost: sorted.slice(0, end) };
}

/** The same lists without candidates that `shut` says are out of the question. */
export function withoutShut({ customers, candidates, starts, candidate, cost }: Lists, shut: (candidate: number) => boolean): Lists {
  const kept = new Int32Array(candidate.length);
  const keptCost = new Float64Array(candidate.length);
  const keptStarts = new Int32Array(customers + 1);
  let end = 0;
  for (let i = 0; i < customers; i += 1) {
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at += 1) {
      if (shut(candidate[at] as number)) continue;
      kept[end] = candidate[at] as number;
      keptCost[end] = cost[at] as number;
      end += 1;
    }
    keptStarts[i + 1] = end;
  }
  return { customers, candidates, starts: keptStarts, candidate: kept.slice(0, end), cost: keptCost.slice(0, end) };
}
