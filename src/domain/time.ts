// Instants are UTC strings of one width, so that they sort as text. Timetables are local wall-clock in a place's
// IANA zone. A bare date in a question means the last moment of that local day. No clock is read here.

import { z } from 'zod';
import { err, ok, type Result } from './result.ts';

/** `2020-03-13T20:30:00.000Z`: always UTC, always milliseconds. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'an instant is written like 2020-03-13T20:30:00.000Z')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'no such instant')
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** `2020-03-13` */
export const LocalDate = z.iso.date().brand<'LocalDate'>();
export type LocalDate = z.infer<typeof LocalDate>;
/** `2020-03-13T21:30`, wall-clock at a place. */
export const LocalDateTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'a local time is written like 2020-03-13T21:30').brand<'LocalDateTime'>();
export type LocalDateTime = z.infer<typeof LocalDateTime>;
/** `06:00` */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is written like 06:00').brand<'LocalTime'>();
export type LocalTime = z.infer<typeof LocalTime>;
/** An IANA time zone, `Europe/Brussels`. */
export const Zone = z
  .string()
  .refine((zone) => /^[A-Za-z_]+(\/[A-Za-z_+-]+)*$/.test(zone) && isZone(zone), 'not an IANA time zone such as Europe/Brussels')
  .brand<'Zone'>();
export type Zone = z.infer<typeof Zone>;

function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

export const instantFromMs = (epochMs: number): Instant => Instant.parse(new Date(epochMs).toISOString());
export const epochMs = (instant: Instant): number => Date.parse(instant);
/** Hours from the first to the second, fractional, negative where the second is earlier. */
export const hoursBetween = (from: Instant, to: Instant): number => (epochMs(to) - epochMs(from)) / 3_600_000;
export const plusMinutes = (instant: Instant, minutes: number): Instant => instantFromMs(epochMs(instant) + minutes * 60_000);
export const latest = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/**
 * What a person writes for an instant → the instant: RFC 3339 with `Z` or an offset, seconds optional; or a bare date,
 * which means the last millisecond of that day in `zone`.
 */
export function readInstant(text: string, zone: Zone): Result<Instant, string> {
  const written = text.trim();
  if (LocalDate.safeParse(written).success) {
    const nextDay = Temporal.PlainDate.from(written).add({ days: 1 }).toZonedDateTime({ timeZone: zone });
    return ok(instantFromMs(nextDay.epochMilliseconds - 1));
  }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(written)) return err('write an instant like 2020-03-13T23:00:00Z or 2020-03-13T23:00+01:00, or a date like 2020-03-13');
  try {
    return ok(instantFromMs(Temporal.Instant.from(written).epochMilliseconds));
  } catch {
    return err('there is no such date or time');
  }
}

/** An instant in its shortest lossless form: `2020-03-13T20:30:00Z`. What sheets and screens of code show. */
export const writeInstant = (instant: Instant): string => instant.replace('.000Z', 'Z');

/** Wall-clock in a zone → instant; an hour that the change to summer time skips is refused, one that it repeats is the first. */
export function atZone(local: LocalDateTime, zone: Zone): Result<Instant, string> {
  let wall: Temporal.PlainDateTime;
  try {
    wall = Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch {
    return err(`${local} is not a date and time`);
  }
  const zoned = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (!zoned.toPlainDateTime().equals(wall)) return err(`${local} does not exist in ${zone}: the clocks go forward over it`);
  return ok(instantFromMs(zoned.epochMilliseconds));
}

/** Instant → wall-clock in a zone, to the minute: `2020-03-13T21:30`. */
export const localIn = (instant: Instant, zone: Zone): LocalDateTime => LocalDateTime.parse(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }));
/** The local calendar day of an instant. */
export const localDateIn = (instant: Instant, zone: Zone): LocalDate => LocalDate.parse(localIn(instant, zone).slice(0, 10));
/** The first instant of a local day. */
export const startOfDay = (date: LocalDate, zone: Zone): Instant => instantFromMs(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone }).epochMilliseconds);
/** The instant at which the local day after `date` begins. */
export const endOfDay = (date: LocalDate, zone: Zone): Instant => startOfDay(LocalDate.parse(Temporal.PlainDate.from(date).add({ days: 1 }).toString()), zone);

/** The first moment at or after `instant` at which a place that opens and closes each local day is open; `opens` = `closes` or absent: always. */
export function nextOpen(instant: Instant, hours: { readonly opens?: LocalTime | undefined; readonly closes?: LocalTime | undefined; readonly zone: Zone }): Instant {
  const { opens, closes, zone } = hours;
  if (opens === undefined || closes === undefined || opens === closes) return instant;
  const wall = localIn(instant, zone);
  const time = wall.slice(11);
  const isOpen = opens < closes ? time >= opens && time < closes : time >= opens || time < closes;
  if (isOpen) return instant;
  const day = Temporal.PlainDate.from(wall.slice(0, 10));
  const openingDay = time < opens ? day : day.add({ days: 1 });
  const opening = openingDay.toPlainDateTime(Temporal.PlainTime.from(opens)).toZonedDateTime(zone, { disambiguation: 'later' });
  return instantFromMs(opening.epochMilliseconds);
}
