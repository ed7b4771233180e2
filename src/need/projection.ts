// Short-term projection of counts or of a census, some days ahead, with an 80 % band. Walks through the days as they came: on
// each day it has only that day and those before, and from them alone it chooses the damping, the method (a baseline that was
// clearly better is used) and the width of the band. Pools the areas of one source: one area alone has too few days.
// Not for the course of an epidemic: nothing is known here of what people do.

import { CUMULATIVE, type Measure } from '../domain/need/counts.ts';
import { MOST_PEOPLE } from '../domain/need/need.ts';
import { invariant } from '../domain/result.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Band } from './parameter.ts';
import { BASELINES, carriedOn, type Method, type Way } from './projection-methods.ts';
import { CALIBRATED_AT, CLEARLY_BETTER, CORRECTION, COVERED, DAMPINGS, ENOUGH, FIRST_DAMPING, LEAST_COUNT, MEMORY, MISS_BOUNDS, SCORED_AT_MOST, SPREAD, STRETCH, TREND_DAYS } from './projection-parameters.ts';
import { dateOf, dayOf, type DailySeries } from './series.ts';

/** Series of one measure over the same days, NaN where a day is not known. */
export interface Panel {
  readonly measure: Measure;
  readonly from: LocalDate;
  readonly days: number;
  readonly areas: readonly string[];
  readonly values: readonly Float64Array[];
}

export function panelOf(series: readonly DailySeries[]): Panel | null {
  const [first] = series;
  if (first === undefined) return null;
  const from = Math.min(...series.map((it) => dayOf(it.from)));
  const days = Math.max(...series.map((it) => dayOf(it.from) + it.values.length)) - from;
  const values = series.map((it) => Float64Array.from({ length: days }, (_, day) => it.values[day + from - dayOf(it.from)] ?? Number.NaN));
  return { measure: first.measure, from: dateOf(from), days, areas: series.map(({ area }) => area), values };
}

export interface AreaProjection {
  readonly area: string;
  /** Null: a day that it needs is not known. `low` and `high` are null until enough earlier projections can be compared. */
  readonly projected: { readonly central: number; readonly low: number | null; readonly high: number | null } | null;
  readonly baselines: Readonly<Record<(typeof BASELINES)[number], number | null>>;
}

/** What was projected on one day. */
export interface Projection {
  /** Days since the panel began. */
  readonly day: number;
  readonly horizon: number;
  readonly way: Way;
  /** Past mean error of each method, of the days before; null: none could be compared yet. */
  readonly pastErrors: Readonly<Record<Method, number | null>>;
  readonly areas: readonly AreaProjection[];
}

/** Every day's projection, up to the last day of the panel. O(days × areas × methods). */
export function walk(panel: Panel, horizon: number): Projection[] {
  const choice = chooser(panel, Math.min(horizon, SCORED_AT_MOST.value));
  const made: Projection[] = [];
  let outside = 1 - COVERED.value;
  for (let day = TREND_DAYS.value; day < panel.days; day += 1) {
    const matured = made[day - horizon - TREND_DAYS.value];
    if (matured !== undefined) outside = corrected(outside, outcomesOf(panel, matured));
    const { way, pastErrors } = choice(day);
    const width = widthOn(panel, day, horizon, way, outside);
    made.push({ day, horizon, way, pastErrors, areas: panel.areas.map((area, k) => projected(panel, k, area, { day, horizon, way, width })) });
  }
  return made;
}

/** The projection made on the last day. */
export const projectionNow = (panel: Panel, horizon: number): Projection | null => walk(panel, horizon).at(-1) ?? null;

/** The same series as they stood on a day: for whoever must not see further. */
export const panelUntil = (panel: Panel, day: number): Panel => ({ ...panel, days: Math.min(panel.days, day + 1), values: panel.values.map((values) => values.slice(0, day + 1)) });

const damped = (damping: number): Way => ({ method: 'damped-trend', damping });

/** By day: the damping that erred least lately, and whether a baseline erred clearly less in all the days before. */
function chooser(panel: Panel, scoredAt: number): (day: number) => Pick<Projection, 'way' | 'pastErrors'> {
  const errors = new Map<string, Float64Array>();
  const errorsOf = (way: Way): Float64Array => {
    const key = `${way.method} ${way.damping}`;
    const known = errors.get(key) ?? Float64Array.from({ length: panel.days }, (_, origin) => (origin + scoredAt < panel.days ? errorOn(panel, origin, scoredAt, way) : Number.NaN));
    errors.set(key, known);
    return known;
  };
  const meanError = (way: Way, from: number, to: number): number => {
    const past = errorsOf(way).subarray(Math.max(TREND_DAYS.value, from), Math.max(0, to)).filter((error) => !Number.isNaN(error));
    return past.length === 0 ? Number.NaN : past.reduce((sum, error) => sum + error, 0) / past.length;
  };
  return (day) => {
    // An origin is in the past only where its outcome is: origin + scoredAt ≤ day.
    const end = day - scoredAt + 1;
    const lately = DAMPINGS.map((damping) => ({ damping, error: meanError(damped(damping), end - MEMORY.value, end) })).filter(({ error }) => !Number.isNaN(error));
    const best = lately.reduce((a, b) => (b.error < a.error ? b : a), lately[0] ?? { damping: FIRST_DAMPING.value, error: Number.NaN });
    const own = meanError(damped(best.damping), 0, end);
    const rivals = BASELINES.map((method) => ({ way: { method, damping: null }, error: meanError({ method, damping: null }, 0, end) }));
    const rival = rivals.reduce((a, b) => (b.error < a.error ? b : a));
    const orNull = (error: number): number | null => (Number.isNaN(error) ? null : error);
    const errorFor = (method: Method): number | null => orNull(rivals.find((it) => it.way.method === method)?.error ?? Number.NaN);
    return {
      way: rival.error < own * CLEARLY_BETTER.value ? rival.way : damped(best.damping),
      pastErrors: { 'damped-trend': orNull(own), 'last-value': errorFor('last-value'), 'same-increments': errorFor('same-increments'), 'same-growth': errorFor('same-growth') },
    };
  };
}

/** Mean absolute error over the areas of what was projected on one day; NaN where nothing can be compared. */
function errorOn({ values }: Panel, origin: number, horizon: number, way: Way): number {
  let [sum, compared] = [0, 0];
  for (const series of values) {
    const error = Math.abs(Math.expm1(carriedOn(way, series, origin, horizon)) - (series[origin + horizon] ?? Number.NaN));
    if (Number.isNaN(error)) continue;
    sum += error;
    compared += 1;
  }
  return compared === 0 ? Number.NaN : sum / compared;
}

/** The logarithm by which a series strays within so many days, for one unit of width. */
function spreadAt(series: Float64Array, day: number, horizon: number): number {
  const now = series[day] ?? Number.NaN;
  const before = series[day - TREND_DAYS.value] ?? Number.NaN;
  const growth = Number.isNaN(before) ? 0 : Math.abs(Math.log1p(now) - Math.log1p(before)) / TREND_DAYS.value;
  const rootOfDays = Math.sqrt(horizon);
  return Math.hypot(SPREAD.floor.value * rootOfDays, (SPREAD.counting.value * rootOfDays) / Math.sqrt(now + 1), SPREAD.growth.value * growth * horizon);
}

/** Half the band, in units of spread: what held the share of the latest errors at a short horizon, stretched. Null: too few can be compared. */
function widthOn({ values, measure }: Panel, day: number, horizon: number, way: Way, outside: number): number | null {
  const at = Math.min(horizon, CALIBRATED_AT.value);
  const errors: number[] = [];
  for (let origin = Math.max(TREND_DAYS.value, day - at - MEMORY.value + 1); origin <= day - at; origin += 1) {
    for (const series of values) {
      if (!((series[origin] ?? Number.NaN) >= LEAST_COUNT.value)) continue;
      const error = Math.abs(Math.log1p(series[origin + at] ?? Number.NaN) - carriedOn(way, series, origin, at)) / spreadAt(series, origin, at);
      if (!Number.isNaN(error)) errors.push(error);
    }
  }
  if (errors.length < ENOUGH.value) return null;
  return quantile(Float64Array.from(errors).sort(), 1 - outside) * (horizon / at) ** (CUMULATIVE.has(measure) ? STRETCH.cumulative : STRETCH.census).value;
}

/** Linear between the two nearest. */
function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  invariant(below !== undefined && above !== undefined, 'a quantile is of at least one value');
  return below + (above - below) * (at - Math.floor(at));
}

function projected({ values, measure }: Panel, k: number, area: string, on: { readonly day: number; readonly horizon: number; readonly way: Way; readonly width: number | null }): AreaProjection {
  const { day, horizon, way, width } = on;
  const series = values[k] ?? new Float64Array();
  const whole = (log: number): number | null => (Number.isNaN(log) ? null : Math.min(MOST_PEOPLE, Math.max(0, Math.round(Math.expm1(log)))));
  const baseline = (method: Method): number | null => whole(carriedOn({ method, damping: null }, series, day, horizon));
  const log = carriedOn(way, series, day, horizon);
  const central = whole(log);
  const now = series[day] ?? 0;
  // A cumulative count does not fall below what it is; where a source takes some back, the fault says so.
  const least = CUMULATIVE.has(measure) ? now : 0;
  const half = width === null ? null : width * spreadAt(series, day, horizon);
  return {
    area,
    projected: central === null ? null : {
      central: Math.max(least, central),
      low: half === null ? null : Math.max(least, Math.floor(Math.expm1(log - half))),
      high: half === null ? null : Math.min(MOST_PEOPLE, Math.max(least, Math.ceil(Math.expm1(log + half)))),
    },
    baselines: { 'last-value': baseline('last-value'), 'same-increments': baseline('same-increments'), 'same-growth': baseline('same-growth') },
  };
}

/** Wider after a day with too many outcomes outside, narrower after one with too few. */
function corrected(outside: number, outcomes: readonly boolean[]): number {
  if (outcomes.length === 0) return outside;
  const missed = outcomes.filter((inside) => !inside).length / outcomes.length;
  const step = CORRECTION.value * Math.min(1, outcomes.length / ENOUGH.value);
  return Math.min(MISS_BOUNDS.most.value, Math.max(MISS_BOUNDS.least.value, outside + step * (1 - COVERED.value - missed)));
}

/** For each area that had a band and whose outcome is known: did it lie inside? */
function outcomesOf(panel: Panel, made: Projection): boolean[] {
  return made.areas.flatMap(({ projected: it }, k) => {
    const outcome = panel.values[k]?.[made.day + made.horizon] ?? Number.NaN;
    const isCounted = (panel.values[k]?.[made.day] ?? 0) >= LEAST_COUNT.value;
    return !isCounted || it === null || it.low === null || it.high === null || Number.isNaN(outcome) ? [] : [isInside({ low: it.low, high: it.high }, outcome)];
  });
}

export const isInside = ({ low, high }: Pick<Band, 'low' | 'high'>, outcome: number): boolean => outcome >= low && outcome <= high;
