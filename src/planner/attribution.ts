// Which of a recipient's needs do the units serve that arrive for it? The way that relieves most, exactly: a transport
// problem between arrivals and segments of needs, solved by successive best augmenting paths (Busacker & Gowen 1960).
// check.ts answers the same question by another method. Not here: how goods get there.

import { invariant } from '../domain/result.ts';
import { relief, type Due, type NeedWeights } from './objective.ts';
import type { ObjectiveWeights } from '../domain/operation.ts';

/** A need as the attribution sees it. */
export interface Wanted extends Due {
  readonly units: number;
  readonly weights: NeedWeights;
}

export interface Arrival {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly units: number;
}

/** Units below this are rounding. */
const DUST = 1e-9;
/** Gains below this part of the largest are rounding: sums of a path carry some 10⁻¹⁵ of it. */
const GAIN_DUST = 1e-11;

interface Slot {
  readonly need: Wanted;
  readonly segment: NeedWeights['segments'][number];
  room: number;
}

/** € of deprivation that these arrivals take away at best. O(paths × arrivals × segments × nodes), all of them few. */
export function mostRelief(needs: readonly Wanted[], arrivals: readonly Arrival[], asOf: number, weights: ObjectiveWeights): number {
  const slots: Slot[] = needs.flatMap((need) => need.weights.segments.map((segment) => ({ need, segment, room: segment.share * need.units })));
  const merged = mergeByTime(arrivals);
  const left = merged.map((arrival) => arrival.units);
  const gain = merged.map((arrival) => slots.map(({ need, segment }) => relief(need.weights, segment, need, arrival.at, asOf, weights)));
  const flow = merged.map(() => new Float64Array(slots.length));
  const least = GAIN_DUST * Math.max(0, ...gain.flat());
  let total = 0;
  for (;;) {
    const path = bestPath(gain, flow, left, slots, least);
    if (path === null) return total;
    const amount = Math.min(left[path.from] ?? 0, slots[path.to]?.room ?? 0, ...path.steps.map((step) => (step.back ? (flow[step.arrival]?.[step.slot] ?? 0) : Infinity)));
    for (const step of path.steps) {
      const row = flow[step.arrival];
      if (row !== undefined) row[step.slot] = (row[step.slot] ?? 0) + (step.back ? -amount : amount);
    }
    left[path.from] = (left[path.from] ?? 0) - amount;
    const last = slots[path.to];
    if (last !== undefined) last.room -= amount;
    total += amount * path.gain;
  }
}

function mergeByTime(arrivals: readonly Arrival[]): Arrival[] {
  const byTime = new Map<number, number>();
  for (const { at, units } of arrivals) byTime.set(at, (byTime.get(at) ?? 0) + units);
  return [...byTime].map(([at, units]) => ({ at, units })).toSorted((a, b) => a.at - b.at);
}

interface Step {
  readonly arrival: number;
  readonly slot: number;
  readonly back: boolean;
}

/** The path of greatest gain from an arrival with units left to a slot with room; null where none gains. Bellman–Ford, from arrivals to slots and back. */
function bestPath(gain: readonly number[][], flow: readonly Float64Array[], left: readonly number[], slots: readonly Slot[], least: number): { from: number; to: number; gain: number; steps: Step[] } | null {
  const atArrival = left.map((units) => (units > DUST ? 0 : -Infinity));
  const atSlot = new Float64Array(slots.length).fill(-Infinity);
  const slotFrom = new Int32Array(slots.length).fill(-1);
  const arrivalFrom = new Int32Array(left.length).fill(-1);
  for (let round = 0, changed = true; changed && round <= left.length; round += 1) {
    changed = false;
    for (const [a, base] of atArrival.entries()) {
      if (base === -Infinity) continue;
      for (let s = 0; s < slots.length; s += 1) {
        const reached = base + (gain[a]?.[s] ?? 0);
        if (reached > (atSlot[s] ?? 0) + least) { atSlot[s] = reached; slotFrom[s] = a; changed = true; }
      }
    }
    if (!changed) break;
    changed = false;
    for (const [a, row] of flow.entries())
      for (let s = 0; s < slots.length; s += 1) {
        if ((row[s] ?? 0) <= DUST) continue;
        const reached = (atSlot[s] ?? 0) - (gain[a]?.[s] ?? 0);
        if (reached > (atArrival[a] ?? 0) + least) { atArrival[a] = reached; arrivalFrom[a] = s; changed = true; }
      }
  }
  let to = -1;
  for (let s = 0; s < slots.length; s += 1) if ((slots[s]?.room ?? 0) > DUST && (to < 0 || (atSlot[s] ?? 0) > (atSlot[to] ?? 0))) to = s;
  if (to < 0 || !((atSlot[to] ?? 0) > least)) return null;
  return { to, gain: atSlot[to] ?? 0, ...traceBack(to, slotFrom, arrivalFrom) };
}

function traceBack(to: number, slotFrom: Int32Array, arrivalFrom: Int32Array): { from: number; steps: Step[] } {
  const steps: Step[] = [];
  for (let slot = to; ; ) {
    const arrival = slotFrom[slot] ?? 0;
    invariant(steps.length <= 2 * slotFrom.length + 2 * arrivalFrom.length, 'a best path does not come back to where it has been');
    steps.push({ arrival, slot, back: false });
    const before = arrivalFrom[arrival] ?? -1;
    if (before < 0) return { from: arrival, steps };
    steps.push({ arrival, slot: before, back: true });
    slot = before;
  }
}
