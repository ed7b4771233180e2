// The lines of a request as people hand them in, read: codes, whole units, windows. All that is wrong is said at once.

import { RequestLine } from '../../../domain/need/request.ts';
import { err, ok, type Result } from '../../../domain/result.ts';
import { endOfDay, LocalDate, readInstant, startOfDay, type Instant, type Zone } from '../../../domain/time.ts';
import type { Rejection } from '../../failure.ts';
import type { LineAsk } from './shape.ts';

const rejection = (column: string, value: string | null, problem: string, remedy: string): Rejection => ({ file: null, sheet: null, row: null, column, value, problem, remedy });

/** The beginning of a window: a bare date is the first moment of that day. */
export function windowFrom(text: string, zone: Zone): Result<Instant, string> {
  const day = LocalDate.safeParse(text.trim());
  return day.success ? ok(startOfDay(day.data, zone)) : readInstant(text, zone);
}

/** The end of a window: a bare date is the whole of that day. */
export function windowUntil(text: string, zone: Zone): Result<Instant, string> {
  const day = LocalDate.safeParse(text.trim());
  return day.success ? ok(endOfDay(day.data, zone)) : readInstant(text, zone);
}

export function readLines(lines: readonly LineAsk[], zone: Zone): Result<RequestLine[], Rejection[]> {
  const read: RequestLine[] = [];
  const rejected: Rejection[] = [];
  for (const [k, { item, units, from, until, severity, why }] of lines.entries()) {
    const [begins, ends] = [windowFrom(from, zone), windowUntil(until, zone)];
    if (!begins.ok) rejected.push(rejection(`lines.${k}.from`, from, 'it is not an instant', begins.error));
    if (!ends.ok) rejected.push(rejection(`lines.${k}.until`, until, 'it is not an instant', ends.error));
    if (!begins.ok || !ends.ok) continue;
    const said = why?.trim() ?? '';
    const line = RequestLine.safeParse({ item, units, from: begins.value, until: ends.value, severity, ...(said !== '' && { why: said }) });
    if (line.success) read.push(line.data);
    else rejected.push(...line.error.issues.map(({ path, message }) => rejection(`lines.${k}.${path.join('.')}`, null, message, 'a line has an item, whole units, a window and a severity of 1 to 5')));
  }
  return rejected.length > 0 ? err(rejected) : ok(read);
}
