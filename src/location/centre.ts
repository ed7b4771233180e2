// The p-centre: the least radius within which p candidates cover every customer. Radii are bisected over the costs that occur; whether
// p are enough at one of them is a covering problem, which is a choice without capacities where each opening costs 1 and a customer
// within reach costs 0. Source: Minieka 1970; Elloumi, Labbé & Pochet 2004.

import type { PCentre } from './instance.ts';
import { listsOf, type Lists } from './lists.ts';
import type { Choice } from './relaxation.ts';
import { search } from './search.ts';
import { relaxUncapacitated } from './uncapacitated.ts';

export interface Centred {
  /** Exactly p open; its objective is the radius. Null: not found. */
  readonly choice: Choice | null;
  readonly bound: number;
  readonly stopped: boolean;
  readonly nodes: number;
}

/** `choice` is null, if it was not stopped, where p candidates cannot reach everybody. */
export function centre(problem: PCentre, stop: () => boolean): Centred {
  const lists = listsOf(problem);
  const radii = Float64Array.from(new Set(lists.cost)).sort();
  let [low, high] = [firstAtOrAbove(radii, leastRadius(lists)), radii.length];
  let [best, nodes, stopped]: [Choice | null, number, boolean] = [null, 0, false];
  // Everything below `low` is impossible; at `high` there is a cover, or nobody knows of one.
  for (let look = radii.length - 1; low < high; look = (low + high) >> 1) {
    const covered = search(relaxUncapacitated(within(lists, radii[look] as number), new Float64Array(problem.candidates).fill(1), null), { first: null, below: problem.p + 1, enough: problem.p, stop });
    nodes += covered.nodes;
    if (covered.choice === null && covered.stopped) {
      stopped = true;
      break;
    }
    if (covered.choice === null) low = look + 1;
    else {
      const open = filledUp(lists, covered.choice.open, problem.p);
      best = { objective: radiusOf(lists, open), open };
      high = firstAtOrAbove(radii, best.objective);
    }
  }
  return { choice: best, bound: radii[low] ?? Infinity, stopped, nodes };
}

/** Nobody can be nearer than the nearest candidate. */
function leastRadius({ customers, starts, cost }: Lists): number {
  let radius = 0;
  for (let i = 0; i < customers; i += 1) radius = Math.max(radius, cost[starts[i] as number] ?? Infinity);
  return radius;
}

function firstAtOrAbove(radii: Float64Array, radius: number): number {
  let [low, high] = [0, radii.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((radii[middle] as number) < radius) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The lists up to a radius, at cost 0. */
function within({ customers, candidates, starts, candidate, cost }: Lists, radius: number): Lists {
  const cut = new Int32Array(customers + 1);
  const kept = new Int32Array(candidate.length);
  let end = 0;
  for (let i = 0; i < customers; i += 1) {
    for (let at = starts[i] as number; at < (starts[i + 1] as number) && (cost[at] as number) <= radius; at += 1) kept[end++] = candidate[at] as number;
    cut[i + 1] = end;
  }
  return { customers, candidates, starts: cut, candidate: kept.slice(0, end), cost: new Float64Array(end) };
}

/** A cover may need fewer than p: the rest are opened where the farthest customer is. */
function filledUp(lists: Lists, cover: Uint8Array, p: number): Uint8Array {
  const open = Uint8Array.from(cover);
  for (let count = open.reduce((sum, it) => sum + it, 0); count < p; count += 1) {
    const nearest = lists.candidate[lists.starts[farthest(lists, open).customer] as number] as number;
    open[open[nearest] === 1 ? open.indexOf(0) : nearest] = 1;
  }
  return open;
}

const radiusOf = (lists: Lists, open: Uint8Array): number => farthest(lists, open).radius;

/** The customer who is farthest from the nearest open candidate, and how far. */
function farthest({ customers, starts, candidate, cost }: Lists, open: Uint8Array): { readonly customer: number; readonly radius: number } {
  let [customer, radius] = [0, 0];
  for (let i = 0; i < customers; i += 1) {
    let at = starts[i] as number;
    while (open[candidate[at] as number] !== 1) at += 1;
    if ((cost[at] as number) > radius) [customer, radius] = [i, cost[at] as number];
  }
  return { customer, radius };
}
