// Wall-clock in the operation's zone, as a date-and-time field wants it, and back. By Intl alone: not every browser has Temporal.

/** The latest that a date-and-time field takes: with it, four digits typed for the year lead on to the hour. */
export const FOUR_DIGIT_YEAR = '9999-12-31T23:59';

/** `2020-03-16T20:40` */
export function wallClock(at: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((it) => it.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The instant at which the zone's clocks show this; where they show it twice or never, one beside it. Null: it is no date and time. */
export function instantAt(wall: string, zone: string): string | null {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  const offset = (at: number): number => Date.parse(`${wallClock(new Date(at).toISOString(), zone)}Z`) - at;
  const first = asUtc - offset(asUtc);
  return new Date(asUtc - offset(first)).toISOString();
}
