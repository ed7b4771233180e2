// What each series has published, day by day and area by area, out of the facts: the figure that stands, when it was first seen, and
// what stood before it until when. The latest recorded stands. Not here: which series is used where several count one area (tellings.ts).

import { ALWAYS, effective, type When } from '../../domain/asof.ts';
import { isKind, type Fact } from '../../domain/facts.ts';
import type { Measure, OfficialCount } from '../../domain/need/counts.ts';
import type { SeriesId } from '../../domain/need/publication.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';

export const MEASURES = ['cases', 'deaths', 'wards', 'intensiveCare'] as const satisfies readonly Measure[];

/** A figure that stood until another was recorded in its place. */
export interface Revision {
  readonly value: number;
  readonly firstSeen: Instant;
  readonly until: Instant;
}

export interface Figure {
  readonly value: number;
  /** When the operation first had it. */
  readonly firstSeen: Instant;
  /** Oldest first. */
  readonly earlier: readonly Revision[];
}

export interface DayTold {
  readonly date: LocalDate;
  /** The hour of the figures. */
  readonly at: Instant;
  /** Of the fact that spoke of the day last. */
  readonly seq: number;
  readonly figures: Readonly<Partial<Record<Measure, Figure>>>;
}

export interface PublishedSeries {
  readonly series: SeriesId;
  /** Area → day → what is told. */
  readonly areas: ReadonlyMap<string, ReadonlyMap<LocalDate, DayTold>>;
}

/** By series, in the order in which they first published. O(rows). */
export function publishedIn(journal: readonly Fact[], when: When): ReadonlyMap<SeriesId, PublishedSeries> {
  const isWhole = when.asOf === null && when.knownAt === null;
  const kept = isWhole ? folded.get(journal) : undefined;
  if (kept !== undefined) return kept;
  // A figure that a correction put there was first seen when the correction was recorded.
  const corrected = new Map(journal.flatMap((fact) => (isKind(fact, 'correction.made') && (when.knownAt === null || fact.recordedAt <= when.knownAt) ? [[fact.body.corrects, fact.recordedAt] as const] : [])));
  const found = standingIn(effective(journal.filter(({ kind }) => kind === 'counts.published' || kind === 'correction.made'), when), corrected);
  if (isWhole) folded.set(journal, found);
  return found;
}

/** @param facts those that hold. @param corrected when a fact was put right, by its id: what it says was not seen before. */
export function standingIn(facts: readonly Fact[], corrected: ReadonlyMap<string, Instant> = new Map()): ReadonlyMap<SeriesId, PublishedSeries> {
  const found = new Map<SeriesId, Writing>();
  for (const fact of facts.filter((it) => isKind(it, 'counts.published')).toSorted((a, b) => a.seq - b.seq)) {
    if (!isKind(fact, 'counts.published')) continue;
    const series = found.get(fact.body.series) ?? { series: fact.body.series, areas: new Map() };
    found.set(fact.body.series, series);
    enter(series, fact, corrected.get(fact.id) ?? fact.recordedAt);
  }
  return found;
}

/** Of a whole journal, for as long as that very array is handed out. */
const folded = new WeakMap<readonly Fact[], ReadonlyMap<SeriesId, PublishedSeries>>();

interface Writing extends PublishedSeries {
  readonly areas: Map<string, Map<LocalDate, DayTold>>;
}

function enter({ areas }: Writing, { occurredAt, seq, body: { date, areas: rows } }: Fact<'counts.published'>, seen: Instant): void {
  for (const row of rows) {
    const days = areas.get(row.area) ?? new Map<LocalDate, DayTold>();
    areas.set(row.area, days);
    const before = days.get(date);
    const figures: Partial<Record<Measure, Figure>> = { ...before?.figures };
    for (const measure of MEASURES) {
      const value = row[measure];
      if (value !== undefined) figures[measure] = after(figures[measure], value, seen);
    }
    days.set(date, { date, at: row.at ?? occurredAt, seq, figures });
  }
}

/** The same said again is no revision: it was first seen when it was first said. */
function after(standing: Figure | undefined, value: number, seen: Instant): Figure {
  if (standing === undefined) return { value, firstSeen: seen, earlier: [] };
  if (standing.value === value) return standing;
  return { value, firstSeen: seen, earlier: [...standing.earlier, { value: standing.value, firstSeen: standing.firstSeen, until: seen }] };
}

/** The figures that stand, as counts. */
export function countsOf({ areas }: PublishedSeries): OfficialCount[] {
  return [...areas].flatMap(([area, days]) => [...days.values()].map((day) => countOf(area, day)));
}

export const countOf = (area: string, { date, at, figures }: DayTold): OfficialCount => ({ area, name: area, date, asOf: at, cases: figures.cases?.value ?? null, deaths: figures.deaths?.value ?? null, wards: figures.wards?.value ?? null, intensiveCare: figures.intensiveCare?.value ?? null });

/** What the files of a series have called each area, the last name last. */
export function namesIn(journal: readonly Fact[], series: string): ReadonlyMap<string, string> {
  return new Map(effective(journal.filter(({ kind }) => kind === 'counts.imported' || kind === 'correction.made'), ALWAYS).flatMap((fact) => (isKind(fact, 'counts.imported') && fact.body.series === series ? fact.body.names.map(({ area, name }) => [area, name] as const) : [])));
}
