// The whole world by one source's days: what all areas that it counts add up to, and between which two of its days a figure lies that
// somebody said in between. An area that reports nothing on a day stands as it last was. Pure.

import type { OfficialCount } from '../domain/need/counts.ts';
import type { Instant, LocalDate } from '../domain/time.ts';

export interface Morning {
  readonly date: LocalDate;
  /** The hour of its figures; null: not known. */
  readonly at: Instant | null;
  readonly cases: number;
  readonly deaths: number;
}

/** A figure that no day's count shows: it was true at an hour between these two. */
export interface Intraday {
  readonly measure: 'cases' | 'deaths';
  readonly figure: number;
  readonly before: { readonly date: LocalDate; readonly at: Instant | null; readonly total: number };
  readonly after: { readonly date: LocalDate; readonly at: Instant | null; readonly total: number };
}

/** By day, oldest first. @param counts of one source, of areas that do not lie in each other. */
export function morningsOf(counts: readonly OfficialCount[]): Morning[] {
  const byDate = Map.groupBy(counts, ({ date }) => date);
  const standing = new Map<string, { cases: number; deaths: number }>();
  let [cases, deaths] = [0, 0];
  return [...byDate].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([date, told]) => {
    let at: Instant | null = null;
    for (const count of told) {
      const before = standing.get(count.area) ?? { cases: 0, deaths: 0 };
      const now = { cases: count.cases ?? before.cases, deaths: count.deaths ?? before.deaths };
      standing.set(count.area, now);
      cases += now.cases - before.cases;
      deaths += now.deaths - before.deaths;
      if (count.asOf !== null && (at === null || count.asOf > at)) at = count.asOf;
    }
    return { date, at, cases, deaths };
  });
}

/** Null: it lies before the first day, after the last, or is the very figure of a day. */
export function intraday(mornings: readonly Morning[], measure: 'cases' | 'deaths', figure: number): Intraday | null {
  const end = mornings.findIndex((morning) => morning[measure] > figure);
  const [before, after] = [mornings[end - 1], mornings[end]];
  if (before === undefined || after === undefined || before[measure] === figure) return null;
  const day = (morning: Morning): Intraday['before'] => ({ date: morning.date, at: morning.at, total: morning[measure] });
  return { measure, figure, before: day(before), after: day(after) };
}
