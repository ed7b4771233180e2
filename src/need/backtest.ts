// The back-test of projections: fit to day t, compare at t + 3, t + 7, t + 14, for every t of a stretch. What was projected on
// each day comes out of walk(), which sees no later day; here only outcomes are laid beside it.

import type { LocalDate } from '../domain/time.ts';
import { isInside, walk, type Panel } from './projection.ts';
import { BASELINES, type Method } from './projection-methods.ts';
import { dayOf } from './series.ts';

/** Mean absolute errors over areas and days, in people; `used` is what was projected, whatever method it was by. */
export type Errors = Readonly<Record<'used' | (typeof BASELINES)[number], number>>;

export interface BacktestScore {
  readonly horizon: number;
  readonly areas: number;
  /** Areas × days that were compared. */
  readonly forecasts: number;
  readonly errors: Errors;
  /** Of the forecasts that had a band. */
  readonly banded: number;
  /** Share of the outcomes that lay inside the band. */
  readonly coverage: number;
  /** The middle of (high − low) ÷ central, where central is above nought. */
  readonly medianWidth: number;
  /** Share of the days on which each method was used. */
  readonly usedShare: Readonly<Record<Method, number>>;
}

/** @param between the first day on which is projected, and the last day that is compared. */
export function backtest(panel: Panel, horizon: number, between: { readonly first: LocalDate; readonly last: LocalDate }): BacktestScore {
  const start = dayOf(panel.from);
  const made = walk(panel, horizon).filter(({ day }) => start + day >= dayOf(between.first) && start + day + horizon <= dayOf(between.last) && day + horizon < panel.days);
  const compared = made.flatMap(({ day, areas }) =>
    areas.flatMap(({ projected, baselines }, k) => {
      const outcome = panel.values[k]?.[day + horizon] ?? Number.NaN;
      // Only where each method had a say: errors of different days are not compared.
      return projected === null || Number.isNaN(outcome) || BASELINES.some((method) => baselines[method] === null) ? [] : [{ area: k, projected, baselines, outcome }];
    }),
  );
  const banded = compared.flatMap(({ projected: { central, low, high }, outcome }) => (low === null || high === null ? [] : [{ central, low, high, outcome }]));
  const errorOf = (of: (it: (typeof compared)[number]) => number | null): number => mean(compared.map((it) => Math.abs((of(it) ?? Number.NaN) - it.outcome)));
  const widths = banded.filter(({ central }) => central > 0).map(({ central, low, high }) => (high - low) / central).toSorted((a, b) => a - b);
  const used = (method: Method): number => mean(made.map(({ way }) => (way.method === method ? 1 : 0)));
  return {
    horizon,
    areas: new Set(compared.map(({ area }) => area)).size,
    forecasts: compared.length,
    errors: { used: errorOf((it) => it.projected.central), 'last-value': errorOf((it) => it.baselines['last-value']), 'same-increments': errorOf((it) => it.baselines['same-increments']), 'same-growth': errorOf((it) => it.baselines['same-growth']) },
    banded: banded.length,
    coverage: mean(banded.map((it) => (isInside(it, it.outcome) ? 1 : 0))),
    medianWidth: widths[Math.floor(widths.length / 2)] ?? Number.NaN,
    usedShare: { 'damped-trend': used('damped-trend'), 'last-value': used('last-value'), 'same-increments': used('same-increments'), 'same-growth': used('same-growth') },
  };
}

/** NaN of none. */
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
