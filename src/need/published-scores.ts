// How good the projections were on the published series of March and April 2020, as docs/need-backtest.md has it: what the page shows
// beside a projection. Measured by `npm run -s bench -- need`; a test holds the two together.

import type { Measure } from '../domain/need/counts.ts';
import { LocalDate } from '../domain/time.ts';
import type { BASELINES } from './projection-methods.ts';

export interface PublishedScore {
  readonly measure: Measure;
  readonly horizonDays: number;
  readonly areas: number;
  readonly forecasts: number;
  /** Mean absolute error, people. */
  readonly error: number;
  /** That error by each baseline's; below 1 the method was better. */
  readonly against: Readonly<Record<(typeof BASELINES)[number], number>>;
  /** Share of the days on which a baseline was used instead. */
  readonly baselineUsed: number;
  /** Share of the outcomes that lay in the 80 % band; null: there was none. */
  readonly held: number | null;
  /** The middle of band ÷ central; null: there was none. */
  readonly width: number | null;
}

/** `held-out`: only those areas that the band was not made on. */
const score = (measure: Measure, of: 'all' | 'held-out', horizonDays: number, areas: number, forecasts: number, error: number, [lastValue, sameIncrements, sameGrowth]: readonly [number, number, number], baselineUsed: number, held: number, width: number): PublishedScore & { readonly of: typeof of } => ({
  measure, of, horizonDays, areas, forecasts, error, against: { 'last-value': lastValue, 'same-increments': sameIncrements, 'same-growth': sameGrowth }, baselineUsed, held, width,
});

export const SCORED_BETWEEN = { first: LocalDate.parse('2020-03-01'), last: LocalDate.parse('2020-04-30') } as const;
/** Who published the series: Italy's regions, and the 120 countries that had counted most. */
export const SCORED_ON: Readonly<Record<Measure, string>> = { wards: 'dpc', intensiveCare: 'dpc', cases: 'ecdc', deaths: 'ecdc' };

export const PUBLISHED_SCORES: readonly (PublishedScore & { readonly of: 'all' | 'held-out' })[] = [
  score('wards', 'all', 3, 20, 1160, 59.5, [0.57, 0.93, 0.69], 0.05, 0.797, 0.32),
  score('wards', 'all', 7, 20, 1080, 140, [0.58, 0.91, 0.39], 0.09, 0.807, 0.5),
  score('wards', 'all', 14, 20, 940, 329, [0.69, 0.77, 0.09], 0.02, 0.865, 1.8),
  score('wards', 'held-out', 3, 10, 580, 27.2, [0.53, 0.93, 0.68], 0.1, 0.794, 0.28),
  score('wards', 'held-out', 7, 10, 540, 73.3, [0.62, 0.94, 0.43], 0.11, 0.808, 0.62),
  score('wards', 'held-out', 14, 10, 470, 188, [0.78, 0.86, 0.12], 0, 0.902, 1.82),
  score('intensiveCare', 'all', 3, 20, 1160, 9.1, [0.54, 0.98, 0.64], 0.28, 0.788, 0.31),
  score('intensiveCare', 'all', 7, 20, 1080, 24.2, [0.63, 1.04, 0.36], 0.15, 0.777, 0.78),
  score('intensiveCare', 'all', 14, 20, 940, 65.9, [0.89, 1.03, 0.06], 0.02, 0.789, 2.33),
  score('intensiveCare', 'held-out', 3, 10, 580, 6.4, [0.75, 1.02, 0.76], 0.19, 0.804, 0.39),
  score('intensiveCare', 'held-out', 7, 10, 540, 14.5, [0.76, 1, 0.42], 0.07, 0.831, 0.96),
  score('intensiveCare', 'held-out', 14, 10, 470, 38.5, [1.04, 1.04, 0.08], 0, 0.858, 2.61),
  score('cases', 'all', 3, 120, 4872, 295, [0.19, 0.79, 0.46], 0, 0.803, 0.24),
  score('cases', 'all', 7, 120, 4423, 842, [0.23, 0.73, 0.27], 0, 0.807, 0.7),
  score('cases', 'all', 14, 120, 3632, 2778, [0.36, 0.76, 0.07], 0, 0.788, 1.19),
  score('cases', 'held-out', 3, 60, 2423, 229, [0.22, 0.85, 0.55], 0, 0.809, 0.25),
  score('cases', 'held-out', 7, 60, 2196, 647, [0.26, 0.81, 0.32], 0.06, 0.794, 0.67),
  score('cases', 'held-out', 14, 60, 1796, 2161, [0.42, 0.88, 0.07], 0.07, 0.777, 1.16),
  score('deaths', 'all', 3, 120, 4778, 28.1, [0.25, 0.82, 0.51], 0.02, 0.819, 0.4),
  score('deaths', 'all', 7, 120, 4323, 68.2, [0.25, 0.7, 0.3], 0, 0.792, 1),
  score('deaths', 'all', 14, 120, 3526, 234, [0.42, 0.77, 0.1], 0, 0.797, 2),
  score('deaths', 'held-out', 3, 60, 2387, 27.8, [0.23, 0.76, 0.48], 0, 0.824, 0.4),
  score('deaths', 'held-out', 7, 60, 2157, 65.2, [0.22, 0.62, 0.26], 0, 0.794, 0.91),
  score('deaths', 'held-out', 14, 60, 1756, 251, [0.42, 0.75, 0.08], 0, 0.85, 8.92),
];
