// Writes the dated departures of a pack from the weekday patterns of its services, in local wall-clock at either end.
// Not for allotments or prices: a departure takes those of its service. A time that the change to summer time skips is
// moved on by the hour that is missing, and the row says so. Source of the patterns: the pack's own services.csv.
//
//   node scripts/timetable.ts data/liege-2020 2020-03-13 2020-03-31 > data/liege-2020/departures.csv

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';

const COLUMNS = ['departure', 'service', 'departs', 'arrives', 'pallets', 'kg', 'm3', 'known_at', 'source', 'note'] as const;

/** What the timetable needs of a row of services.csv. */
const Pattern = z.object({
  service: z.string().min(1),
  from: z.string(),
  to: z.string(),
  days: z.string().regex(/^[1-7]{1,7}$/),
  departs: z.string(),
  arrives: z.string(),
  arrives_after_days: z.coerce.number().int().min(0),
});
export type Pattern = z.infer<typeof Pattern>;
const PlaceZone = z.object({ place: z.string(), zone: z.string() });

export interface Run {
  readonly departure: string;
  readonly service: string;
  readonly departs: string;
  readonly arrives: string;
  readonly note: string;
}

/** Every run of the services whose local day of departure lies between the two dates, both included; service by service. */
export function timetable(services: readonly Pattern[], zones: ReadonlyMap<string, string>, first: string, last: string): Run[] {
  const days = daysBetween(Temporal.PlainDate.from(first), Temporal.PlainDate.from(last));
  return services.flatMap((service) => days.filter((day) => service.days.includes(String(day.dayOfWeek))).map((day) => runOn(service, day, zones)));
}

function daysBetween(first: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) days.push(day);
  return days;
}

function runOn(service: Pattern, day: Temporal.PlainDate, zones: ReadonlyMap<string, string>): Run {
  const departs = wallClock(day, service.departs, zoneOf(service.from, zones));
  const arrives = wallClock(day.add({ days: service.arrives_after_days }), service.arrives, zoneOf(service.to, zones));
  if (Temporal.ZonedDateTime.compare(arrives.at, departs.at) <= 0) throw new Error(`${service.service} on ${day.toString()} arrives before it leaves: mend its times in services.csv`);
  const moved = [departs.moved && `Departure ${departs.moved}`, arrives.moved && `Arrival ${arrives.moved}`].filter((part) => part !== '');
  return {
    departure: `${service.service}-${day.toString().replaceAll('-', '')}`,
    service: service.service,
    departs: departs.local,
    arrives: arrives.local,
    note: moved.join('; '),
  };
}

/** A wall-clock time on a day; where the clocks go forward over it, the same minute of the next hour that exists. */
function wallClock(day: Temporal.PlainDate, time: string, zone: string): { at: Temporal.ZonedDateTime; local: string; moved: string } {
  const wall = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const at = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
  const exists = at.toPlainDateTime().equals(wall);
  const local = at.toPlainDateTime().toString({ smallestUnit: 'minute' });
  return { at, local, moved: exists ? '' : `moved from ${time} to ${local.slice(11)}: the clocks go forward over it` };
}

function zoneOf(place: string, zones: ReadonlyMap<string, string>): string {
  const zone = zones.get(place);
  if (zone === undefined) throw new Error(`${place} is not in places.csv: add it, with its zone`);
  return zone;
}

/** departures.csv of a pack's folder, as text. */
export function departuresSheet(folder: string, first: string, last: string): string {
  const rows = (sheet: string): unknown => parse(readFileSync(join(folder, `${sheet}.csv`), 'utf8'), { columns: true });
  const services = z.array(Pattern).parse(rows('services'));
  const zones = new Map(z.array(PlaceZone).parse(rows('places')).map(({ place, zone }) => [place, zone]));
  const runs = timetable(services, zones, first, last);
  return stringify(runs.map((run) => ({ ...run, source: 'assumption' })), { header: true, columns: [...COLUMNS] });
}

if (import.meta.main) {
  const [folder, first, last] = process.argv.slice(2);
  if (folder === undefined || first === undefined || last === undefined) {
    process.stderr.write('usage: node scripts/timetable.ts PACK FIRST-DAY LAST-DAY, such as data/liege-2020 2020-03-13 2020-03-31\n');
    process.exitCode = 2;
  } else process.stdout.write(departuresSheet(folder, first, last));
}
