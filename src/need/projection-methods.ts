// Ways to carry a series on for some days, each from the last days alone. The damped trend is ours (Gardner & McKenzie 1985: a
// local trend whose growth fades); the others are the baselines that it has to beat. All on log(1 + count).

import { TREND_DAYS } from './projection-parameters.ts';

export type Method = 'damped-trend' | 'last-value' | 'same-increments' | 'same-growth';
export const BASELINES = ['last-value', 'same-increments', 'same-growth'] as const satisfies readonly Method[];

/** A method ready to run; `damping` is the share of growth left each day, of the damped trend. */
export interface Way {
  readonly method: Method;
  readonly damping: number | null;
}

/** The logarithm `horizon` days after day `t`; NaN where one of the days that it needs is not known. */
export function carriedOn({ method, damping }: Way, values: Float64Array, t: number, horizon: number): number {
  const [now, before] = [values[t] ?? Number.NaN, values[t - TREND_DAYS.value] ?? Number.NaN];
  if (method === 'last-value') return Math.log1p(now);
  if (method === 'same-increments') return Math.log1p(Math.max(0, now + ((now - before) / TREND_DAYS.value) * horizon));
  const growth = (Math.log1p(now) - Math.log1p(before)) / TREND_DAYS.value;
  const days = damping === null ? horizon : (damping * (1 - damping ** horizon)) / (1 - damping);
  return Math.log1p(now) + growth * days;
}
