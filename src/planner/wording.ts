// How the planner's sentences write numbers, times and lists: English, plain, the same on every machine.

import type { PlaceCode } from '../domain/ids.ts';
import { instantFromMs, localIn, type Instant } from '../domain/time.ts';
import type { PlanningProblem } from './problem.ts';
import type { Leg } from './timetable.ts';

/** 1234567.8 → `1,234,568` */
export const whole = (n: number): string => String(Math.round(n)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
/** 12.345 → `€12.35`; from a thousand on without cents. */
export const euros = (n: number): string => (Math.abs(n) >= 1000 ? `€${whole(n)}` : `€${n.toFixed(2)}`);
/** 0.3456 → `35 %` */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;
export const cartonsText = (n: number): string => (n === 1 ? '1 carton' : `${whole(n)} cartons`);

/** `A`, `A and B`, `A, B and C`; what goes beyond `most` is counted. */
export function list(names: readonly string[], most = 4): string {
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : [...names];
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

export const placeName = (problem: PlanningProblem, place: PlaceCode): string => problem.places.get(place)?.name ?? place;

/** `2020-03-14 08:00` on the clock of the place. */
export function clock(problem: PlanningProblem, at: Instant | number, place: PlaceCode): string {
  const instant = typeof at === 'number' ? instantFromMs(at) : at;
  const zone = problem.places.get(place)?.zone;
  return zone === undefined ? instant : localIn(instant, zone).replace('T', ' ');
}

/** `by road from Liège to Milano, then by rail to Trento` */
export function routeText(problem: PlanningProblem, legs: readonly Leg[]): string {
  return legs.map((leg, index) => `${index === 0 ? `by ${leg.run.mode} from ${placeName(problem, leg.run.from)}` : `then by ${leg.run.mode}`} to ${placeName(problem, leg.run.to)} (${leg.run.id})`).join(', ');
}
