// A file's counts held against what stands: which figures are new, revised, unchanged, absent; and which cannot be entered, because two
// rows contradict each other, the day has not come, or there are fewer than none. Nothing is patched.

import { countFault, CUMULATIVE, type CountFault, type OfficialCount } from '../../domain/need/counts.ts';
import type { AreaCounted } from '../../domain/need/publication.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import { renames } from '../../need/renamed.ts';
import { seriesFaults, seriesOf, sumsDiffer } from '../../need/series.ts';
import type { RevisedFigure } from './counts-shape.ts';
import { countOf, MEASURES, type PublishedSeries } from './published.ts';

export interface Against {
  /** Null: the series has published nothing yet. */
  readonly standing: PublishedSeries | null;
  /** Area → its last name. */
  readonly names: ReadonlyMap<string, string>;
  /** The last day that can have been counted. */
  readonly latest: LocalDate;
  readonly now: Instant;
}

export interface Compared {
  /** By day, oldest first: what is to be entered. */
  readonly changes: ReadonlyMap<LocalDate, readonly (AreaCounted & { readonly asOf: Instant | null })[]>;
  readonly figures: { readonly new: number; readonly revised: number; readonly unchanged: number; readonly absent: number };
  readonly revisions: readonly RevisedFigure[];
  readonly faults: readonly CountFault[];
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly days: number;
  readonly areas: number;
}

export function compareCounts(counts: readonly OfficialCount[], { standing, names, latest, now }: Against): Compared {
  const { usable, negative } = usableOf(counts, latest);
  const ahead = counts.flatMap(({ area, date, asOf }) => (asOf === null || asOf <= now || date > latest ? [] : [countFault('future-date', { area, date, value: asOf }, `the hour of the figures, ${asOf}, has not come`, 'look in which time zone the source writes its hours; the figures are entered without it')]));
  const changes = new Map<LocalDate, (AreaCounted & { asOf: Instant | null })[]>();
  const revisions: RevisedFigure[] = [];
  const figures = { new: 0, revised: 0, unchanged: 0, absent: 0 };
  for (const count of usable) {
    const told = standing?.areas.get(count.area)?.get(count.date)?.figures;
    const row: Partial<Record<(typeof MEASURES)[number], number>> = {};
    for (const measure of MEASURES) {
      const [value, stands] = [count[measure], told?.[measure]];
      if (value === null) continue;
      if (stands === undefined) figures.new += 1;
      else if (stands.value === value) figures.unchanged += 1;
      else {
        figures.revised += 1;
        revisions.push({ area: count.area, date: count.date, measure, before: stands.value, firstSeen: stands.firstSeen, after: value });
      }
      if (stands?.value !== value) row[measure] = value;
    }
    if (Object.keys(row).length === 0) continue;
    const rows = changes.get(count.date) ?? [];
    changes.set(count.date, rows);
    rows.push({ area: count.area, ...row, asOf: count.asOf });
  }
  const dates = [...new Set(usable.map(({ date }) => date))].toSorted();
  const [from, until] = [dates[0] ?? null, dates.at(-1) ?? null];
  const withdrawn = absentFrom(counts, standing, new Set(dates));
  return {
    changes: new Map([...changes].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    figures: { ...figures, absent: withdrawn.figures },
    revisions: revisions.toSorted((a, b) => (a.date === b.date ? (a.area < b.area ? -1 : 1) : a.date < b.date ? 1 : -1)),
    faults: [...negative, ...ahead, ...shapeFaults(counts, standing, { from, until, latest }), ...renames(counts, names), ...withdrawn.faults],
    from,
    until,
    days: dates.length,
    areas: new Set(usable.map(({ area }) => area)).size,
  };
}

/** One count an area and day. Two rows that differ leave the figure unknown; what is less than none is told and left out. */
function usableOf(counts: readonly OfficialCount[], latest: LocalDate): { readonly usable: readonly OfficialCount[]; readonly negative: CountFault[] } {
  const found = new Map<string, OfficialCount>();
  const contradicted = new Set<string>();
  const negative: CountFault[] = [];
  for (const count of counts) {
    if (count.date > latest) continue;
    const key = `${count.area}\t${count.date}`;
    const before = found.get(key);
    const merged = { ...count };
    for (const measure of MEASURES) {
      const value = merged[measure];
      if (value !== null && value < 0) {
        negative.push(countFault('negative', { area: count.area, date: count.date, value: String(value) }, `${value} ${measure === 'intensiveCare' ? 'in intensive care' : measure} are fewer than none`, 'the source took back more than it had counted: ask it for the whole series; the figure is not entered'));
        merged[measure] = null;
      }
      const earlier = before?.[measure] ?? null;
      if (earlier !== null && merged[measure] !== null && earlier !== merged[measure]) contradicted.add(`${key}\t${measure}`);
      merged[measure] = contradicted.has(`${key}\t${measure}`) ? null : (merged[measure] ?? earlier);
    }
    found.set(key, merged);
  }
  return { usable: [...found.values()], negative };
}

/** Falls, gaps, days that stand twice, future days, regions that do not add up: of what would stand, over the days of the file. */
function shapeFaults(counts: readonly OfficialCount[], standing: PublishedSeries | null, { from, until, latest }: { readonly from: LocalDate | null; readonly until: LocalDate | null; readonly latest: LocalDate }): CountFault[] {
  const own = new Set(counts.map(({ area, date }) => `${area}\t${date}`));
  const areas = new Set(counts.map(({ area }) => area));
  const before = standing === null ? [] : [...standing.areas].flatMap(([area, days]) => (areas.has(area) ? [...days.values()].flatMap((day) => (own.has(`${area}\t${day.date}`) ? [] : [countOf(area, day)])) : []));
  const all = [...before, ...counts];
  // A gap that the file ends begins before it: after the last day that stands.
  const lastBefore = new Map<string, LocalDate>();
  for (const { area, date } of before) if (from !== null && date < from && (lastBefore.get(area) ?? '') < date) lastBefore.set(area, date);
  const isBridged = ({ kind, area, date }: CountFault): boolean => kind === 'gap' && area !== null && date !== null && from !== null && date < from && date > (lastBefore.get(area) ?? '');
  const isOfFile = (fault: CountFault): boolean => fault.kind === 'future-date' || fault.date === null || from === null || until === null || (fault.date >= from && fault.date <= until) || isBridged(fault);
  return MEASURES.flatMap((measure) => {
    const dated = all.filter(({ date }) => date <= latest);
    return [...seriesFaults(all, measure, latest), ...(CUMULATIVE.has(measure) ? sumsDiffer(seriesOf(dated, measure)) : [])].filter(isOfFile);
  });
}

/** Figures that stand and that the files, which cover their day, no longer have. They go on standing. */
function absentFrom(counts: readonly OfficialCount[], standing: PublishedSeries | null, dates: ReadonlySet<LocalDate>): { readonly figures: number; readonly faults: CountFault[] } {
  if (standing === null) return { figures: 0, faults: [] };
  const said = new Map<string, OfficialCount>(counts.map((count) => [`${count.area}\t${count.date}`, count]));
  // A file of deaths alone takes no cases back.
  const measures = MEASURES.filter((measure) => counts.some((count) => count[measure] !== null));
  let figures = 0;
  const faults: CountFault[] = [];
  for (const [area, days] of standing.areas) {
    const gone = [...days.values()].filter(({ date, figures: told }) => dates.has(date) && measures.some((measure) => told[measure] !== undefined && (said.get(`${area}\t${date}`)?.[measure] ?? null) === null));
    const [first] = gone;
    if (first === undefined) continue;
    figures += gone.reduce((sum, { date, figures: told }) => sum + measures.filter((measure) => told[measure] !== undefined && (said.get(`${area}\t${date}`)?.[measure] ?? null) === null).length, 0);
    faults.push(countFault('withdrawn', { area, date: first.date }, `${area} is no longer counted on ${gone.length} ${gone.length === 1 ? 'day' : 'days'} from ${first.date} on, and was`, 'ask the source whether it took the figures back; those that stand stay'));
  }
  return { figures, faults };
}
