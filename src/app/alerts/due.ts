// When to look again though nothing new was recorded: the first instant at which time alone can raise, change or clear an alert.

import { endOfDay, localDateIn, plusMinutes, Zone, type Instant } from '../../domain/time.ts';
import type { DispatchBoard } from '../onward/board.ts';
import type { Picture } from '../picture/shape.ts';

/** The tower speaks of what is this late. */
const LATE_MINUTES = 15;
/** What is late already grows later by itself. */
const GROWING_MINUTES = 15;
/** However little seems to change. */
const MOST_MINUTES = 60;

export function nextLook({ picture, orders }: { readonly picture: Pick<Picture, 'asOf' | 'zone' | 'flights' | 'recipients' | 'attention'>; readonly orders: DispatchBoard['orders'] }): Instant {
  const { asOf, zone, flights, recipients, attention } = picture;
  const lateness = [...flights.flatMap(({ arrivedAt, plannedArrival }) => (arrivedAt === null ? [plannedArrival] : [])), ...orders.flatMap(({ deliveredAt, planned }) => (deliveredAt === null && planned !== null ? [planned] : []))];
  const isLate = lateness.some((at) => plusMinutes(at, LATE_MINUTES) <= asOf);
  const instants = [
    ...lateness.map((at) => plusMinutes(at, LATE_MINUTES)),
    // A truck that should have left and has not.
    ...orders.flatMap(({ departedAt, legs: [first] }) => (departedAt === null && first !== undefined ? [plusMinutes(first.departsAt, LATE_MINUTES)] : [])),
    ...recipients.flatMap(({ holdings }) => holdings.flatMap(({ lastsUntil, use }) => (lastsUntil === null ? [] : [lastsUntil, plusMinutes(lastsUntil, -(use?.warnDays ?? 0) * 24 * 60)]))),
    ...attention.flatMap(({ deadline }) => (deadline === null ? [] : [deadline])),
    // Borders open and close, and promises fall due, with the day.
    endOfDay(localDateIn(asOf, Zone.parse(zone)), Zone.parse(zone)),
    plusMinutes(asOf, isLate ? GROWING_MINUTES : MOST_MINUTES),
  ];
  return instants.filter((at) => at > asOf).reduce((first, at) => (at < first ? at : first));
}
