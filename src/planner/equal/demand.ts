// Needs as equal cover sees them: groups of a recipient and an item, of which a share is asked for; costs and worth play no
// part, and what comes after its due window counts nothing. Not here: which shares (filling.ts).
//
// A share is asked for as units of the latest windows first. That loses nothing: whoever comes in time for an early window
// is in time for a late one, so the units that a share can come in are the same whichever windows it is taken from first.

import { MEASURES, type ScanProblem } from '../scan/scan-problem.ts';

export interface Groups {
  readonly count: number;
  readonly recipient: Int32Array;
  readonly item: Int32Array;
  /** Units, over all windows. */
  readonly need: Float64Array;
  /** Group g has the windows start[g] … start[g + 1] − 1, the latest first. */
  readonly start: Int32Array;
  /** Hour before which goods must be ready, and units that are due by then. */
  readonly until: Float64Array;
  readonly units: Float64Array;
  /** By segment of the problem: its group. */
  readonly ofSegment: Int32Array;
}

/** Groups in order of item, then recipient: the order of an instance's blocks. */
export function groupsOf({ segments, recipients, items }: Pick<ScanProblem, 'segments' | 'recipients' | 'items'>): Groups {
  const cells = Array.from({ length: items.count * recipients.count }, (): Map<number, number> | null => null);
  const cellOf = (segment: number): number => (segments.item[segment] as number) * recipients.count + (segments.recipient[segment] as number);
  for (let segment = 0; segment < segments.count; segment += 1) {
    const windows = (cells[cellOf(segment)] ??= new Map<number, number>());
    const until = segments.until[segment] as number;
    windows.set(until, (windows.get(until) ?? 0) + (segments.units[segment] as number));
  }
  const groupOf = new Int32Array(cells.length).fill(-1);
  const [recipient, item, need, start, until, units]: [number[], number[], number[], number[], number[], number[]] = [[], [], [], [0], [], []];
  for (const [cell, windows] of cells.entries()) {
    if (windows === null) continue;
    groupOf[cell] = need.length;
    recipient.push(cell % recipients.count);
    item.push(Math.floor(cell / recipients.count));
    for (const [hour, amount] of [...windows].sort(([a], [b]) => b - a)) {
      until.push(hour);
      units.push(amount);
    }
    start.push(until.length);
    need.push([...windows.values()].reduce((sum, amount) => sum + amount, 0));
  }
  return {
    count: need.length, recipient: Int32Array.from(recipient), item: Int32Array.from(item), need: Float64Array.from(need), start: Int32Array.from(start),
    until: Float64Array.from(until), units: Float64Array.from(units), ofSegment: Int32Array.from({ length: segments.count }, (_, segment) => groupOf[cellOf(segment)] as number),
  };
}

/**
 * The problem in which each window of each group is one segment, in the order of the groups, a unit is worth its heat, riding is
 * free and late is nothing: its value is the heat of all that can be brought of what is asked for.
 */
export function askingProblem(problem: ScanProblem, groups: Groups, shares: ArrayLike<number>): ScanProblem {
  return { ...problem, departures: { ...problem.departures, rate: new Float64Array(problem.departures.count * MEASURES) }, segments: askedSegments(problem, groups, shares), lateShare: 0, mostDelay: 0 };
}

/** Segments of `askingProblem`. @param shares by group, 0 to 1 */
export function askedSegments({ items }: Pick<ScanProblem, 'items'>, groups: Groups, shares: ArrayLike<number>): ScanProblem['segments'] {
  const count = groups.until.length;
  const [recipient, item, units, worth] = [new Int32Array(count), new Int32Array(count), new Float64Array(count), new Float64Array(count)];
  for (let group = 0; group < groups.count; group += 1) {
    let left = (shares[group] as number) * (groups.need[group] as number);
    for (let window = groups.start[group] as number; window < (groups.start[group + 1] as number); window += 1) {
      recipient[window] = groups.recipient[group] as number;
      item[window] = groups.item[group] as number;
      units[window] = Math.min(left, groups.units[window] as number);
      left -= units[window] as number;
      worth[window] = items.heat[item[window] as number] as number;
    }
  }
  return { count, recipient, item, from: new Float64Array(count), until: groups.until, units, worth, decay: new Float64Array(count) };
}
