// Counts → one series of days for each area, and what is wrong with it: counts that fall, gaps, a day twice, a future date, a
// region that does not add up to its country. Each is named and none is mended. Text in a number is found where a file is read.

import { countFault, CUMULATIVE, type CountFault, type Measure, type OfficialCount } from '../domain/need/counts.ts';
import { LocalDate } from '../domain/time.ts';

const DAY_MS = 86_400_000;
/** Days since 1970. */
export const dayOf = (date: LocalDate): number => Date.parse(date) / DAY_MS;
export const dateOf = (day: number): LocalDate => LocalDate.parse(new Date(day * DAY_MS).toISOString().slice(0, 10));

export interface DailySeries {
  readonly area: string;
  readonly measure: Measure;
  readonly from: LocalDate;
  /** From that day on, a place for each day; null: nothing is known, or two figures contradict each other. */
  readonly values: readonly (number | null)[];
}

/** By area, in the order of the counts; an area that is never counted has none. */
export function seriesOf(counts: readonly OfficialCount[], measure: Measure): DailySeries[] {
  const byArea = new Map<string, Map<number, number | null>>();
  for (const count of counts) {
    const value = count[measure];
    if (value === null) continue;
    const days = byArea.get(count.area) ?? new Map<number, number | null>();
    byArea.set(count.area, days);
    const day = dayOf(count.date);
    days.set(day, days.has(day) && days.get(day) !== value ? null : value);
  }
  return [...byArea].map(([area, days]) => {
    const first = Math.min(...days.keys());
    return { area, measure, from: dateOf(first), values: Array.from({ length: Math.max(...days.keys()) - first + 1 }, (_, k) => days.get(first + k) ?? null) };
  });
}

/** The value of a day; null: none is known. */
export const valueOn = ({ from, values }: DailySeries, date: LocalDate): number | null => values[dayOf(date) - dayOf(from)] ?? null;
/** The same series as it stood on a day. */
export const until = (series: DailySeries, date: LocalDate): DailySeries => ({ ...series, values: series.values.slice(0, Math.max(0, dayOf(date) - dayOf(series.from) + 1)) });

const NAMES: Readonly<Record<Measure, string>> = { cases: 'cases', deaths: 'deaths', wards: 'patients on wards', intensiveCare: 'patients in intensive care' };
const figure = (n: number): string => n.toLocaleString('en-GB');

/** @param latest the last day that can have been counted. */
export function seriesFaults(counts: readonly OfficialCount[], measure: Measure, latest: LocalDate): CountFault[] {
  const dated = counts.filter(({ date }) => date <= latest);
  const series = seriesOf(dated, measure);
  return [...(CUMULATIVE.has(measure) ? series.flatMap(falls) : []), ...series.flatMap(gaps), ...twice(dated, measure), ...future(counts, measure, latest)];
}

function falls({ area, measure, from, values }: DailySeries): CountFault[] {
  const faults: CountFault[] = [];
  let standing: number | null = null;
  for (const [k, value] of values.entries()) {
    if (value === null) continue;
    if (standing !== null && value < standing) {
      faults.push(countFault('falls', { area, date: dateOf(dayOf(from) + k), value: figure(value) }, `cumulative ${NAMES[measure]} fall from ${figure(standing)} to ${figure(value)}`, 'look up whether the source took cases back; the fall stays in the series, and growth over these days is too low'));
    }
    standing = value;
  }
  return faults;
}

function gaps({ area, measure, from, values }: DailySeries): CountFault[] {
  const faults: CountFault[] = [];
  let missing = 0;
  for (const [k, value] of values.entries()) {
    if (value === null) missing += 1;
    else if (missing > 0) {
      const first = dateOf(dayOf(from) + k - missing);
      faults.push(countFault('gap', { area, date: first }, `${NAMES[measure]} of ${missing} ${missing === 1 ? 'day' : 'days'} from ${first} on are missing`, 'bring in the reports of these days; until then nothing is projected from across the gap'));
      missing = 0;
    }
  }
  return faults;
}

function twice(counts: readonly OfficialCount[], measure: Measure): CountFault[] {
  const seen = new Map<string, number>();
  return counts.flatMap(({ area, date, [measure]: value }) => {
    if (value === null) return [];
    const key = `${area}\t${date}`;
    const before = seen.get(key);
    seen.set(key, value);
    if (before === undefined) return [];
    const problem = before === value ? `${NAMES[measure]} of this day stand twice` : `${NAMES[measure]} of this day stand twice, as ${figure(before)} and as ${figure(value)}`;
    return [countFault('day-twice', { area, date, value: figure(value) }, problem, before === value ? 'remove one of the two rows' : 'remove the row that is wrong; until then the day counts as unknown')];
  });
}

const future = (counts: readonly OfficialCount[], measure: Measure, latest: LocalDate): CountFault[] =>
  counts.flatMap(({ area, date, [measure]: value }) =>
    value === null || date <= latest ? [] : [countFault('future-date', { area, date, value: figure(value) }, `${NAMES[measure]} are dated ${date}, after ${latest}`, 'correct the date: day and month may be exchanged')]);

/** Regions that make up a country, where somebody may hold all of them: only then can they add up. ISO 3166-2. */
const REGIONS_OF: Readonly<Record<string, number>> = { IT: 20 };
/** Are so many parts of a country all of it? */
export const isAllOf = (country: string, parts: number): boolean => parts >= (REGIONS_OF[country] ?? Number.POSITIVE_INFINITY);

/** Countries of which all regions are among the series, and that are not their sum. */
export function sumsDiffer(series: readonly DailySeries[]): CountFault[] {
  return series.flatMap((whole) => {
    const regions = series.filter(({ area }) => area.startsWith(`${whole.area}-`));
    return isAllOf(whole.area, regions.length) ? partsDiffer(whole, regions) : [];
  });
}

/** Days on which all parts and the whole are known, and do not add up. */
export function partsDiffer(whole: DailySeries, parts: readonly DailySeries[]): CountFault[] {
  if (parts.length === 0) return [];
  return whole.values.flatMap((value, k) => {
    const date = dateOf(dayOf(whole.from) + k);
    const of = parts.map((part) => valueOn(part, date));
    const sum = of.reduce<number | null>((total, part) => (total === null || part === null ? null : total + part), 0);
    if (value === null || sum === null || sum === value) return [];
    return [countFault('parts-differ', { area: whole.area, date, value: figure(value) }, `${NAMES[whole.measure]} of the regions add up to ${figure(sum)}, not to ${figure(value)}: ${figure(Math.abs(value - sum))} ${sum < value ? 'too few' : 'too many'}`, 'ask the source which of the two it stands by; regions and country are each used as they are')];
  });
}
