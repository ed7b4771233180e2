// Wall-clock of the operation's zone in a form, and the instant that it names. What cannot be read is null.

/** `2020-03-16T20:40`, as a date-and-time field holds it. */
export function wallClock(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));
  return parts.replace(' ', 'T');
}

/** An hour that the change to winter time repeats is the first; one that the change to summer time skips is the hour after. */
export function instantOf(wall: string, zone: string): string | null {
  const asUtc = Date.parse(`${wall}:00Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) || Number.isNaN(asUtc)) return null;
  const offset = (at: number): number => Date.parse(`${wallClock(new Date(at).toISOString(), zone)}:00Z`) - at;
  const candidates = [asUtc - offset(asUtc - 86_400_000), asUtc - offset(asUtc + 86_400_000)].toSorted((a, b) => a - b);
  const found = candidates.find((at) => wallClock(new Date(at).toISOString(), zone) === wall) ?? candidates[0] ?? asUtc;
  return new Date(found).toISOString();
}
