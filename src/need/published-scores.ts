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

const score = (measure: Measure, horizonDays: number, areas: number, forecasts: number, error: number, [lastValue, sameIncrements, sameGrowth]: readonly [number, number, number], baselineUsed: number, held: number, width: number): PublishedScore => ({
  measure, horizonDays, areas, forecasts, error, against: { 'last-value': lastValue, 'same-increments': sameIncrements, 'same-growth': sameGrowth }, baselineUsed, held, width,
});

export const SCORED_BETWEEN = { first: LocalDate.parse('2020-03-01'), last: LocalDate.parse('2020-04-30') } as const;
/** Who published the series: Italy's regions, and the sixty countries that had counted most. */
export const SCORED_ON: Readonly<Record<Measure, string>> = { wards: 'dpc', intensiveCare: 'dpc', cases: 'ecdc', deaths: 'ecdc' };

export const PUBLISHED_SCORES: readonly PublishedScore[] = [
  score('wards', 3, 20, 1160, 59.5, [0.57, 0.93, 0.69], 0.05, 0.796, 0.23),
  score('wards', 7, 20, 1080, 140, [0.58, 0.91, 0.39], 0.09, 0.809, 0.47),
  score('wards', 14, 20, 940, 329, [0.69, 0.77, 0.09], 0.02, 0.852, 1.89),
  score('intensiveCare', 3, 20, 1160, 9.1, [0.54, 0.98, 0.64], 0.28, 0.799, 0.31),
  score('intensiveCare', 7, 20, 1080, 24.2, [0.63, 1.04, 0.36], 0.15, 0.824, 0.92),
  score('intensiveCare', 14, 20, 940, 65.9, [0.89, 1.03, 0.06], 0.02, 0.749, 1.83),
  score('cases', 3, 60, 2733, 499, [0.19, 0.78, 0.46], 0, 0.821, 0.28),
  score('cases', 7, 60, 2511, 1417, [0.22, 0.72, 0.26], 0, 0.789, 0.87),
  score('cases', 14, 60, 2118, 4601, [0.35, 0.75, 0.07], 0, 0.789, 2.62),
  score('deaths', 3, 60, 2692, 48.5, [0.24, 0.81, 0.51], 0.02, 0.834, 0.3),
  score('deaths', 7, 60, 2467, 117, [0.25, 0.7, 0.29], 0, 0.851, 0.76),
  score('deaths', 14, 60, 2067, 394, [0.41, 0.77, 0.1], 0, 0.847, 2.23),
];
