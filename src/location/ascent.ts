// Raises the bound: the volume algorithm, a subgradient method whose direction is an average of the slacks seen so far. The same
// average of the relaxed openings leans towards a solution of the linear relaxation and says which candidates to branch on.
// On the way, candidates that the bound has settled are settled. Source: Barahona & Anbil 2000; Barahona & Chudak 2005.

import { FREE, OPEN, SHUT, type Evaluation, type Relaxation, type Standing } from './relaxation.ts';

export interface Ascended {
  readonly bound: number;
  readonly multipliers: Float64Array;
  /** For each candidate how open the average is, 0 to 1. */
  readonly lean: Float64Array;
  /** 1 where the relaxed solution of the best bound opens a candidate. */
  readonly open: Uint8Array;
  /** How many candidates are still free. */
  readonly free: number;
}

export interface AscentLimits {
  /** Evaluations at most. */
  readonly evaluations: number;
  /** Evaluations after which the bound must have closed at least a share `progress` of what lacked to the cutoff. */
  readonly patience: number;
  readonly progress: number;
  /** Share of what lacks to the cutoff that a first step aims at. */
  readonly step: number;
}

/** Steps aim beyond the cutoff by this share of it: those that aim at it come ever nearer, and never reach it. */
const BEYOND = 1e-4;
const SMALLEST_STEP = 1e-4;
/** Evaluations without a better bound after which steps are shortened. */
const STALLED = 12;
/** The newest slack's weight in the average, at most. */
const NEWEST = 0.2;
const LEAST_NEWEST = 0.02;

export interface AscentWatch {
  /** Asked each time, because a better solution may come in; the ascent ends when the bound reaches it. */
  readonly cutoff: () => number;
  /** Told of each relaxed choice that gave a better bound. */
  readonly seen: (open: Uint8Array) => void;
  /** True: no more time. */
  readonly stop: () => boolean;
}

/**
 * Evaluates at least once.
 * @param standing candidates that the bound settles are written into it.
 */
export function ascend(relaxation: Relaxation, standing: Standing, from: Float64Array, limits: AscentLimits, { cutoff, seen, stop }: AscentWatch): Ascended {
  const { customers, candidates } = relaxation;
  const into: Evaluation = { slack: new Float64Array(customers), open: new Uint8Array(candidates), turned: new Float64Array(candidates) };
  const best = Float64Array.from(from);
  const trial = Float64Array.from(from);
  let bound = relaxation.evaluate(best, standing, into);
  const direction = Float64Array.from(into.slack);
  const lean = Float64Array.from(into.open);
  const open = Uint8Array.from(into.open);
  let free = settle(standing, bound, into, cutoff());
  seen(into.open);
  let step = limits.step;
  let stalled = 0;
  let checked = bound;
  for (let evaluation = 1; evaluation < limits.evaluations && free > 0 && !stop(); evaluation += 1) {
    const wanted = cutoff();
    if (bound >= wanted || step < SMALLEST_STEP) break;
    if (evaluation % limits.patience === 0) {
      if (bound - checked < limits.progress * (wanted - checked)) break;
      checked = bound;
    }
    const norm = dot(direction, direction);
    if (norm < 1e-12) break;
    const aim = Math.min(wanted + BEYOND * Math.abs(wanted), bound * 1.5 + 1);
    const length = (step * (aim - bound)) / norm;
    for (let i = 0; i < customers; i += 1) trial[i] = (best[i] as number) + length * (direction[i] as number);
    const value = relaxation.evaluate(trial, standing, into);
    const same = dot(direction, into.slack);
    const weight = newest(norm, same, dot(into.slack, into.slack));
    blend(direction, into.slack, weight);
    blend(lean, into.open, weight);
    if (value > bound) {
      bound = value;
      best.set(trial);
      open.set(into.open);
      stalled = 0;
      if (same > 0) step = Math.min(2, step * 1.1);
      seen(into.open);
    } else {
      stalled += 1;
      if (stalled >= STALLED) {
        step *= 0.66;
        stalled = 0;
      }
    }
    free = settle(standing, value, into, cutoff());
  }
  return { bound, multipliers: best, lean, open, free };
}

/** The weight of the newest slack that makes the average shortest, within limits. */
function newest(norm: number, same: number, latest: number): number {
  const shortest = norm - 2 * same + latest;
  return shortest <= 0 ? NEWEST : Math.min(NEWEST, Math.max(LEAST_NEWEST, (norm - same) / shortest));
}

/** Settles free candidates that cannot be turned without reaching the cutoff. @returns how many are left free. */
function settle(standing: Standing, bound: number, { open, turned }: Evaluation, cutoff: number): number {
  let free = 0;
  for (let j = 0; j < standing.length; j += 1) {
    if (standing[j] !== FREE) continue;
    if (bound + (turned[j] as number) >= cutoff) standing[j] = open[j] === 1 ? OPEN : SHUT;
    else free += 1;
  }
  return free;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function blend(average: Float64Array, newer: Float64Array | Uint8Array, weight: number): void {
  for (let i = 0; i < average.length; i += 1) average[i] = (1 - weight) * (average[i] as number) + weight * (newer[i] as number);
}
