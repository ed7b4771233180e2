// What projections rest on. These are choices, made on one half of the Italian and the ECDC series of March and April 2020 and
// then held against the other half (docs/need-backtest.md); everything that could be learned day by day is learned from the past instead (projection.ts).

import type { Parameter } from './parameter.ts';

const chosen = (value: number, unit: string, note: string): Parameter => ({ value, unit, source: 'assumption', note });

export const HORIZONS = [3, 7, 14] as const;

export const TREND_DAYS = chosen(5, 'days', 'over which growth and increments are taken: long enough to smooth a reporting day, short enough to see a turn');
/** What the share of yesterday's growth that is left today is chosen from. */
export const DAMPINGS: readonly number[] = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95];
export const FIRST_DAMPING = chosen(0.9, 'share of the growth left each day', 'until the first forecasts can be compared');
export const MEMORY = chosen(7, 'days', 'of forecasts that choose the damping and calibrate the band: older ones are from another phase');
export const SCORED_AT_MOST = chosen(7, 'days', 'the horizon at which methods for longer horizons are compared: two weeks ago was another phase');
export const CLEARLY_BETTER = chosen(0.9, 'share of the error', 'a baseline replaces the trend once its past error is a tenth less: a smaller lead changes from day to day');
export const CALIBRATED_AT = chosen(3, 'days', 'the horizon whose errors make the band, stretched to longer ones');
/** How far a logarithm strays: a walk that grows with the root of the days, and a growth that is itself known only in part. */
export const SPREAD = {
  floor: chosen(0.058, 'logarithm at one day', 'large counts are uncertain too: 0.1 at three days'),
  counting: chosen(0.29, '÷ √count, at one day', 'small counts stray by chance: 0.5 ÷ √count at three days'),
  growth: chosen(0.5, 'share of growth × days', 'what grows fast may do so for longer, or stop; what stands still has little to be wrong about'),
} as const;
export const STRETCH = {
  census: chosen(0.8, 'power of the horizon', 'wards fill and then empty: a trend that turns strays further than its own days add up to'),
  cumulative: chosen(0.2, 'power of the horizon', 'what is left to add beyond the spread'),
} as const;
export const COVERED = chosen(0.8, 'share', 'of the outcomes that the band is to hold');
export const CORRECTION = chosen(0.4, 'share of the miss', 'by which the band is made wider or narrower after each day (adaptive conformal inference, Gibbs & Candès 2021)');
export const ENOUGH = chosen(20, 'comparisons', 'for a band, and for a full correction: a few outcomes of one or two areas are no share');
export const LEAST_COUNT = chosen(1, 'people', 'for a projection to teach the band: that nothing comes of nothing is no success');
/** Between these the share that may fall outside is moved by CORRECTION. */
export const MISS_BOUNDS = { least: chosen(0.01, 'share', 'a band is never without end'), most: chosen(0.6, 'share', 'a band is never a line') } as const;
