// When a dispatch will be with its receiver, as a range. The plan's hour is shifted by what is known of this dispatch and
// widened by what deliveries so far show: dwell, not driving, is the loss. Until enough have been seen, an assumption stands in.

import { readyAt, type Mode, type Place } from '../../domain/places.ts';
import type { PlaceCode } from '../../domain/ids.ts';
import { epochMs, hoursBetween, instantFromMs, latest, type Instant } from '../../domain/time.ts';
import { timesOf, type Situation } from '../plan/situation.ts';

export interface Eta {
  /** One in ten is earlier. */
  readonly early: Instant;
  /** As many are earlier as later. */
  readonly likely: Instant;
  /** One in ten is later. */
  readonly late: Instant;
  /** Deliveries of this kind that the range rests on; 0: an assumption. */
  readonly seen: number;
}

/** How deliveries by one mode have come out against their plan, in hours; negative: earlier. */
export interface Delays {
  readonly mode: Mode;
  readonly hours: readonly number[];
}

/** Fewer deliveries than this are told together with the assumption. */
const ENOUGH = 5;
/** Assumption, as shares of the dwell at the receiving place: half of all is on plan, one in ten takes 2½ times the dwell. */
const ASSUMED = { early: -0.25, likely: 0, late: 1.5 } as const;

interface Leg {
  readonly departsAt: Instant;
  readonly arrivesAt: Instant;
  readonly mode: Mode;
  readonly to: Place;
}

export interface Underway {
  readonly route: readonly string[];
  readonly departedAt: Instant | null;
}

/** The way's legs by the timetable; null where one of them is not on record, or there is none. */
function legsOf(now: Situation, route: readonly string[]): readonly Leg[] | null {
  const legs = route.map((run) => {
    const times = timesOf(now.known, run);
    const to = times === null ? undefined : now.known.places.get(times.to as PlaceCode);
    return times === null || to === undefined ? null : { departsAt: times.departsAt, arrivesAt: times.arrivesAt, mode: times.mode, to };
  });
  return legs.length > 0 && legs.every((leg) => leg !== null) ? legs : null;
}

/** When the timetable hands it over. */
export function plannedHandover(now: Situation, route: readonly string[]): Instant | null {
  const last = legsOf(now, route)?.at(-1);
  return last === undefined ? null : readyAt(last.to, last.arrivesAt, last.mode);
}

/** What deliveries up to now show, by the mode of their last leg. */
export function delaysSeen(now: Situation): readonly Delays[] {
  const hours = new Map<Mode, number[]>();
  for (const { at, delivery } of now.known.deliveries) {
    const release = now.known.releases.find((it) => it.release.dispatch === delivery.dispatch && it.release.lot === delivery.lot)?.release;
    const legs = release === undefined ? null : legsOf(now, release.route);
    const last = legs?.at(-1);
    if (last === undefined) continue;
    const seen = hours.get(last.mode) ?? [];
    hours.set(last.mode, seen);
    seen.push(hoursBetween(readyAt(last.to, last.arrivesAt, last.mode), at));
  }
  return [...hours].map(([mode, seen]) => ({ mode, hours: seen.toSorted((a, b) => a - b) }));
}

/** Never before now, and never before what has not left yet could be there. */
export function etaOf(now: Situation, { route, departedAt }: Underway, delays: readonly Delays[]): Eta | null {
  const legs = legsOf(now, route);
  const [first] = legs ?? [];
  const last = legs?.at(-1);
  if (first === undefined || last === undefined) return null;
  const planned = readyAt(last.to, last.arrivesAt, last.mode);
  const left = departedAt ?? (first.departsAt < now.asOf ? now.asOf : first.departsAt);
  const behind = Math.max(0, hoursBetween(first.departsAt, left));
  const seen = delays.find(({ mode }) => mode === last.mode)?.hours ?? [];
  const spread = spreadOf(last.to, last.mode, delays);
  const at = (share: number): Instant => latest(now.asOf, instantFromMs(epochMs(planned) + (behind + quantile(spread, share)) * 3_600_000));
  return { early: at(0.1), likely: at(0.5), late: at(0.9), seen: seen.length };
}

/** How late goods are handed over at a place by a mode, in hours, rising: what was seen, told together with the assumption while that is little. */
export function spreadOf({ dwellMinutes }: Pick<Place, 'dwellMinutes'>, mode: Mode, delays: readonly Delays[]): readonly number[] {
  const seen = delays.find((it) => it.mode === mode)?.hours ?? [];
  const dwell = dwellMinutes / 60;
  return seen.length >= ENOUGH ? seen : [...seen, ASSUMED.early * dwell, ASSUMED.likely * dwell, ASSUMED.late * dwell].toSorted((a, b) => a - b);
}

/** Linear between order statistics (Hyndman and Fan's type 7). `sorted` is not empty. */
export function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}
